/** What one reader is shown of a brief, in order and in words: each way of showing it (page, mail, note) draws this. */
import type { BriefQuestion, BriefReader, ProbePoint, SendBrief } from "../domain/brief.ts";
import { timeOf } from "../domain/itinerary.ts";
import { linkedInProfile } from "../domain/linkedin.ts";
import {
  type CitedDocument,
  type Citations,
  type MarkedSentence,
  citationsOf,
} from "./citations.ts";
import { type WhenView, beginsInWords, whenOf } from "./when.ts";
import { line, lines, listed, minutesInWords, ownLine, webUrl } from "./words.ts";

/** Where a brief may lead. */
export interface BriefLinks {
  /** The brief's own page. */
  page: string | null;
  /** The reader's page of hours and limits. */
  own: string | null;
  lever: string;
  job: string | null;
  video: string | null;
}

/** A fact with its name; of a link the name alone is its words. */
export interface Fact {
  label: string;
  text: string;
  url: string | null;
}

/** One of the other interviews of the booking. */
export interface OtherView {
  when: string;
  name: string;
  people: string;
  covers: string;
}

/** A point to probe: `ask` is how. */
export interface ProbeView extends MarkedSentence {
  ask: string;
}

export interface QuestionView {
  text: string;
  minutes: string;
  competency: string;
  followUps: string[];
  strong: string;
}

export interface BriefView {
  /** `Phone Screen with Ada Lovelace`. */
  title: string;
  candidate: string;
  session: string;
  /** `Backend Engineer, Example`. */
  role: string;
  changes: string[];
  when: WhenView;
  /** Addresses of the video call and of the brief's own page. */
  video: string | null;
  page: string | null;
  /** Where, with whom, what it covers and what its agenda is; without those that say nothing. */
  facts: Fact[];
  others: OtherView[];
  highlights: MarkedSentence[];
  background: MarkedSentence[];
  /** What this reader alone may see. */
  feedback: MarkedSentence[];
  probe: ProbeView[];
  questions: QuestionView[];
  selling: MarkedSentence[];
  leftOut: string[];
  logistics: Fact[];
  documents: CitedDocument[];
  alsoRead: string[];
}

/** Names of the parts, the same wherever they are read. */
export const HEADINGS = {
  changes: "Changed since the last brief",
  others: "The other interviews",
  highlights: "Highlights for this role",
  background: "Background",
  feedback: "Feedback of this round, since you have handed in yours",
  probe: "Points to probe",
  questions: "Questions",
  selling: "Selling points",
  leftOut: "Left out of this brief",
  logistics: "Links and form",
  sources: "Sources",
} as const;

/** What stands where a part is empty that its reader would look for. */
export const NOTHING = {
  highlights: "No document says anything about what the role asks for.",
  probe: "No document gives a point to probe.",
  questions: "No questions are kept for this session.",
} as const;

/** `reader`: null for what all of them see. */
export const viewOf = (
  payload: SendBrief,
  reader: BriefReader | null,
  links: BriefLinks,
): BriefView => {
  const { brief, candidate, session, postingTitle, companyName } = payload;
  const feedback = reader?.feedback ?? [];
  const when = whenOf(payload, reader);
  const cited = citationsOf({
    documents: [...brief.documents, ...(reader?.documents ?? [])],
    shown: [
      ...brief.highlights,
      ...brief.background,
      ...feedback,
      ...brief.probe,
      ...brief.selling,
    ],
    ofLever: links.lever,
  });
  const named = { candidate: line(candidate.name) || "the candidate", session: line(session.name) };
  return {
    ...named,
    title: `${named.session || "Interview"} with ${named.candidate}`,
    role: lines([postingTitle, companyName]).join(", "),
    changes: reader?.isFirst ? [] : lines(payload.changes),
    when,
    video: webUrl(links.video),
    page: webUrl(links.page),
    facts: factsOf(payload, reader),
    others: othersOf(payload, when.zone),
    highlights: brief.highlights.map(cited.mark),
    background: brief.background.map(cited.mark),
    feedback: feedback.map(cited.mark),
    probe: brief.probe.map((point) => probeOf(point, cited)),
    questions: brief.questions.map(questionOf),
    selling: brief.selling.map(cited.mark),
    leftOut: lines(brief.leftOut),
    logistics: logisticsOf(payload, links),
    documents: cited.documents,
    alsoRead: cited.alsoRead,
  };
};

const fact = (label: string, text: string, url: string | null = null): Fact[] =>
  text === "" ? [] : [{ label, text, url: webUrl(url) }];

const FORMATS = { video: "By video", phone: "By phone", onsite: "On site" } as const;

const factsOf = (payload: SendBrief, reader: BriefReader | null): Fact[] => {
  const { session, brief } = payload;
  const { startsAt, endsAt } = timeOf(session);
  const minutes = Math.round(startsAt.until(endsAt).total("minutes"));
  const place = [FORMATS[session.format], ownLine(session.room ?? ""), minutesInWords(minutes)];
  return [
    ...fact("Where", place.filter(Boolean).join(", ")),
    ...fact("Panel", namesOf(session.panel, reader)),
    ...fact("Sitting in", namesOf(session.trainees, reader)),
    ...fact("Covers", lines(brief.covers).join(", ")),
    ...fact("Agenda", ownLine(session.agenda)),
  ];
};

/** The reader first. */
const namesOf = (
  people: readonly { email: string; name: string; role?: string }[],
  reader: BriefReader | null,
): string => {
  const isReader = ({ email }: { email: string }): boolean => email === reader?.email;
  const ordered = [...people.filter(isReader), ...people.filter((each) => !isReader(each))];
  const names = ordered.map((each) => {
    const name = isReader(each) ? "You" : line(each.name) || each.email;
    const role = line(each.role ?? "");
    return role === "" ? name : `${name} (${role})`;
  });
  return listed(names);
};

const othersOf = ({ brief, session }: SendBrief, zone: string): OtherView[] =>
  brief.others.map(({ startsAt, name, people, covers }) => ({
    when: beginsInWords(startsAt, { session, zone }),
    name: line(name),
    people: listed(lines(people)),
    covers: lines(covers).join(", "),
  }));

const probeOf = (point: ProbePoint, { mark }: Citations): ProbeView => ({
  ...mark(point),
  ask: line(point.ask),
});

const questionOf = ({
  text,
  minutes,
  competency,
  followUps,
  strong,
}: BriefQuestion): QuestionView => ({
  text: ownLine(text),
  minutes: `${minutes}\u00A0min`,
  competency: line(competency),
  followUps: followUps.map(ownLine).filter((each) => each !== ""),
  strong: ownLine(strong),
});

const logisticsOf = ({ brief, postingTitle }: SendBrief, links: BriefLinks): Fact[] => {
  const link = (label: string, url: string | null): Fact[] =>
    webUrl(url) === null ? [] : fact(label, label, url);
  const job = line(postingTitle);
  return [
    ...fact("Feedback form", line(brief.form ?? "")),
    ...link("Candidate in Lever", links.lever),
    ...link(
      "Profile on LinkedIn",
      brief.linkedIn === null ? null : linkedInProfile(brief.linkedIn),
    ),
    ...link(job === "" ? "The job" : `The job: ${job}`, links.job),
    ...link("Your hours and limits", links.own),
  ];
};
