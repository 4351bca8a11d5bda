/** Briefs to be shown: a usual one, the fullest by count, the longest in every text, and the smallest. */
import { type BriefReader, type BriefSentence, SendBrief } from "../../src/domain/brief.ts";
import type { BriefLinks } from "../../src/briefs/view.ts";
import {
  BACKGROUND,
  EARLIER,
  HIGHLIGHTS,
  NOTE,
  OWN_ROUND,
  POSTING,
  PROBE,
  QUESTIONS,
  RESUME,
  SELLING,
  sentence,
} from "./brief-sentences.ts";

/** Where a brief leads in tests. */
export const BRIEF_LINKS: BriefLinks = {
  page: "https://convene.example.com/brief/r/c_0123456789abcdefghijklmnop",
  own: "https://convene.example.com/me/c_9876543210zyxwvutsrqponmlk",
  lever: "https://hire.lever.co/candidates/5f9c7d1e-0000-4000-8000-000000000001",
  job: "https://jobs.lever.co/example/0b1c2d3e-0000-4000-8000-000000000002",
  video: "https://video.example.com/j/98765432101?pwd=Zm9vYmFy",
};

const reader = (changes: Partial<BriefReader> = {}): BriefReader => ({
  userId: "user-ines" as BriefReader["userId"],
  email: "ines.duarte@example.com",
  name: "Inês Duarte",
  zone: "Europe/Lisbon",
  part: "panel",
  channel: "mail",
  feedback: [],
  documents: [],
  ...changes,
});

const other = (
  [time, name]: [string, string],
  people: string[],
  covers: string[],
): SendBrief["brief"]["others"][number] => ({
  name,
  startsAt: `2026-12-01T${time}:00Z`,
  people,
  covers,
});

/** As most are: an onsite round of seven interviews, two people on this one. */
export const usualBrief = (): SendBrief =>
  SendBrief.parse({
    kind: "send_brief",
    version: 1,
    opportunityId: "opportunity-1",
    postingId: "posting-1",
    stageId: "stage-1",
    performAs: "user-paula",
    caseId: "ca_1",
    of: "pr_1",
    session: {
      sessionId: "design",
      name: "System design",
      format: "video",
      startsAt: "2026-12-01T15:00:00Z",
      endsAt: "2026-12-01T16:00:00Z",
      panel: [
        { email: "ines.duarte@example.com", name: "Inês Duarte", role: "Staff engineer" },
        { email: "jonas.weber@example.com", name: "Jonas Weber", role: "Backend engineer" },
      ],
      trainees: [{ email: "mia.okafor@example.com", name: "Mia Okafor" }],
      room: null,
      videoUrl: BRIEF_LINKS.video,
      agenda: "Ten minutes on what they built last, forty on one design, ten for their questions.",
    },
    candidate: { name: "Ada Moreira", zone: "America/Sao_Paulo" },
    postingTitle: "Senior Backend Engineer",
    postingUrl: BRIEF_LINKS.job,
    leverUrl: BRIEF_LINKS.lever,
    companyName: "Example Logistics",
    brief: {
      version: 1,
      covers: ["Designing systems", "Running software reliably"],
      others: [
        other(["09:00", "Welcome"], ["Paula Reis"], []),
        other(["10:00", "Coding"], ["Tomas Lind", "Yuki Sato"], ["Writing software"]),
        other(["11:30", "Working together"], ["Noor Haddad"], ["Working with others"]),
        other(["13:00", "Data"], ["Ola Nilsen"], ["Data engineering", "Judgement"]),
        other(["14:00", "Product"], ["Sara Costa"], ["Customer focus"]),
        other(["16:30", "Hiring manager"], ["Ben Adler"], ["Planning", "Influence"]),
      ],
      documents: [
        { id: RESUME, title: "Resume (PDF)", url: `${BRIEF_LINKS.lever}/resume` },
        {
          id: POSTING,
          title: "Posting: Senior Backend Engineer",
          url: "https://hire.lever.co/jobs/1",
        },
        { id: NOTE, title: "Note of 3 November 2026, Paula Reis", url: BRIEF_LINKS.lever },
        { id: EARLIER, title: "Feedback: Phone Screen, Tomas Lind", url: BRIEF_LINKS.lever },
        { id: "plan/1", title: "Interview plan: Backend onsite", url: null },
      ],
      highlights: HIGHLIGHTS,
      background: BACKGROUND,
      probe: PROBE,
      questions: QUESTIONS,
      selling: SELLING,
      leftOut: [
        "Resume (PDF): a part of it speaks to software. It is left out and followed by nobody.",
      ],
      linkedIn: "https://www.linkedin.com/in/ada-moreira-example",
      form: "System design",
    },
    readers: [
      reader(),
      reader({
        userId: "user-jonas" as BriefReader["userId"],
        email: "jonas.weber@example.com",
        name: "Jonas Weber",
        zone: "Europe/Berlin",
        channel: "slack",
      }),
      reader({
        userId: "user-mia" as BriefReader["userId"],
        email: "mia.okafor@example.com",
        name: "Mia Okafor",
        zone: "Europe/Madrid",
        part: "trainee",
      }),
    ],
    changes: [],
    hasNote: true,
  });

/** The first reader of a brief. */
export const firstReader = ({ readers: [first] }: SendBrief): BriefReader => {
  if (!first) throw new Error("a brief without a reader");
  return first;
};

/** What one reader alone may see, with the document that it comes from. */
export const FEEDBACK_OF_ROUND = {
  words: "Ada drew the design of the event log on the board.",
  document: { id: OWN_ROUND, title: "Feedback: Data, Ola Nilsen", url: BRIEF_LINKS.lever },
};

/** The usual one, sent again, to a first reader who has handed in their own feedback. */
export const changedBrief = (): SendBrief => {
  const usual = usualBrief();
  const { words, document } = FEEDBACK_OF_ROUND;
  const [first, ...rest] = usual.readers;
  const feedback = [sentence("feedback-1", `${document.title}: “${words}”`, [OWN_ROUND, words])];
  return SendBrief.parse({
    ...usual,
    changes: [
      "It begins at 15:00 instead of 14:00 (Lisbon time).",
      "Jonas Weber takes part instead of Yuki Sato.",
    ],
    readers: [{ ...first, feedback, documents: [document] }, ...rest],
  });
};

const repeated = <Each>(all: readonly Each[], count: number): Each[] =>
  Array.from({ length: count }, (_, index) => all[index % all.length] as Each);

const numbered = <Each extends { id: string }>(all: readonly Each[], count: number): Each[] =>
  repeated(all, count).map((each, index) => ({
    ...each,
    id: each.id.replace(/\d+$/, String(index + 1)),
  }));

/** As many of everything as the shape allows, each as long as usual. */
export const fullestBrief = (): SendBrief => {
  const changed = changedBrief();
  const [first, ...rest] = changed.readers;
  const feedback = numbered(first?.feedback ?? [], 6);
  return SendBrief.parse({
    ...changed,
    changes: repeated(changed.changes, 10),
    readers: [{ ...first, feedback }, ...rest],
    brief: {
      ...changed.brief,
      others: repeated(changed.brief.others, 20),
      documents: [
        ...changed.brief.documents,
        ...Array.from({ length: 55 }, (_, index) => ({
          id: `note/${index + 2}`,
          title: `Note of ${(index % 30) + 1} October`,
          url: BRIEF_LINKS.lever,
        })),
      ],
      highlights: numbered(HIGHLIGHTS, 6),
      background: numbered(BACKGROUND, 6),
      probe: numbered(PROBE, 5),
      questions: repeated(QUESTIONS, 8).map((question) => ({
        ...question,
        followUps: repeated(question.followUps, 5),
      })),
      selling: numbered(SELLING, 4),
      leftOut: repeated(changed.brief.leftOut, 20),
    },
  });
};

/** Between a usual one that was sent again and the fullest: `share` from 0 to 1. */
export const fullerBrief = (share: number): SendBrief => {
  const [few, full] = [changedBrief(), fullestBrief()];
  const some = <Each>(all: readonly Each[], least: number): Each[] =>
    all.slice(0, Math.round(least + (all.length - least) * share));
  const { brief } = full;
  return SendBrief.parse({
    ...full,
    readers: full.readers.map((each) => ({ ...each, feedback: some(each.feedback, 1) })),
    changes: some(full.changes, few.changes.length),
    brief: {
      ...brief,
      others: some(brief.others, few.brief.others.length),
      documents: some(brief.documents, few.brief.documents.length),
      background: some(brief.background, few.brief.background.length),
      probe: some(brief.probe, few.brief.probe.length),
      questions: some(brief.questions, few.brief.questions.length).map((each) => ({
        ...each,
        followUps: some(each.followUps, 2),
      })),
      leftOut: some(brief.leftOut, few.brief.leftOut.length),
    },
  });
};

/** The usual one of another candidacy, as it was drafted. */
export const briefOf = (
  { candidateName, jobTitle }: { candidateName: string; jobTitle: string },
  drafted: SendBrief["brief"],
): SendBrief => {
  const usual = usualBrief();
  const { others, form } = usual.brief;
  return SendBrief.parse({
    ...usual,
    candidate: { ...usual.candidate, name: candidateName },
    postingTitle: jobTitle,
    brief: { ...drafted, others, form },
  });
};

/** The fullest, with every text as long as may be and no two the same: each ends in a word of its own. */
export const longestBrief = (): { payload: SendBrief; words: string[] } => {
  const words: string[] = [];
  const long = (length: number): string => {
    const last = `end${words.length + 1}x`;
    words.push(last);
    const body = "a sentence that goes on and on ".repeat(Math.ceil(length / 30));
    return `${body.slice(0, length - last.length - 1).trimEnd()} ${last}`;
  };
  const full = fullestBrief();
  const { brief } = full;
  const longer = <Each extends BriefSentence>(each: Each): Each => ({ ...each, text: long(400) });
  const payload = SendBrief.parse({
    ...full,
    changes: full.changes.map(() => long(300)),
    session: { ...full.session, agenda: long(600) },
    readers: full.readers.map((each) => ({
      ...each,
      feedback: each.feedback.map(longer),
      documents: each.documents.map((document) => ({ ...document, title: long(200) })),
    })),
    brief: {
      ...brief,
      documents: brief.documents.map((each) => ({ ...each, title: long(200) })),
      highlights: brief.highlights.map(longer),
      background: brief.background.map(longer),
      probe: brief.probe.map((each) => ({ ...longer(each), ask: long(300) })),
      questions: brief.questions.map((each) => ({
        ...each,
        text: long(600),
        followUps: each.followUps.map(() => long(600)),
        strong: long(1_300),
      })),
      selling: brief.selling.map(longer),
      leftOut: brief.leftOut.map(() => long(300)),
    },
  });
  return { payload, words };
};

/** Nothing could be read, and nothing is known but when it is and with whom. */
export const smallestBrief = (): SendBrief => {
  const usual = usualBrief();
  return SendBrief.parse({
    ...usual,
    postingUrl: "",
    session: { ...usual.session, format: "phone", videoUrl: null, agenda: "", trainees: [] },
    readers: [firstReader(usual)],
    candidate: { name: "Li", zone: "Europe/Lisbon" },
    brief: {
      version: 1,
      covers: [],
      others: [],
      documents: [],
      highlights: [],
      background: [],
      probe: [],
      questions: [],
      selling: [],
      leftOut: ["There is no resume."],
      linkedIn: null,
      form: null,
    },
    hasNote: false,
  });
};
