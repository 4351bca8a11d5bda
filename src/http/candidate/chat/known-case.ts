/** What the assistant may know of a candidate's own interviews: what their page shows, in whole sentences. */
import type { CaseFact, Known, KnownMoment } from "../../../../agents/candidate-chat/knowledge.ts";
import type { OwnInterview } from "../../../../agents/candidate-chat/own-interviews.ts";
import type { ChatActKind } from "../../../domain/chat.ts";
import { type Interview, interviewsOf } from "../interviews.ts";
import { momentOf } from "../moments.ts";
import { momentWords, readerOf, traineesInWords } from "../parts.ts";
import { type Reader, type Span, spanWords } from "../times.ts";
import type { Booked, Offered, View } from "../view.ts";
import type { Visit } from "../visit.ts";

/** Whose page it is, and what it shows. */
export interface Shown {
  visit: Visit;
  view: View;
}

type CaseKnown = Record<CaseFact, Known[]>;

/** The facts by what they are of. Shape: each list in the order of time; empty where nothing is known. */
export const knownCase = (shown: Shown): CaseKnown => {
  const { state } = shown.view;
  const interviews = interviewsShown(shown.view);
  const each = (words: (interview: Interview) => string): Line[] =>
    interviews.map((interview) => ({ words: words(interview), of: interview.name }));
  const reader = readerOf(shown);
  return {
    when: facts(
      "when",
      state.kind === "booked"
        ? state.interviews.map((interview) => ({
            words: `${interview.name}: ${spanWords(interview, reader)}.`,
            of: interview.name,
          }))
        : [{ words: stateWords(shown) }],
    ),
    people: facts(
      "people",
      each((interview) => peopleWords(interview, shown)),
    ),
    place: facts("place", each(placeWords)),
    length: facts(
      "length",
      each(({ name, durationMinutes }) => `${name} takes ${durationMinutes} minutes.`),
    ),
    prepare: facts(
      "prepare",
      each(({ name, prepare }) => (prepare === "" ? "" : `To prepare for ${name}: ${prepare}`)),
    ),
    stands: facts("stands", [{ words: standsWords(shown) }]),
    move: facts("move", state.kind === "booked" ? [{ words: moveWords(state, shown) }] : []),
  };
};

/** The times that these facts tell. */
export const momentsIn = (shown: Shown): KnownMoment[] => {
  const { state } = shown.view;
  const at = (instant: Temporal.Instant): Span => ({ startsAt: instant, endsAt: instant });
  const spans: Span[] = [];
  if (state.kind === "booked") {
    spans.push(...state.interviews, ...(state.mayMove.may ? [at(state.mayMove.until)] : []));
  }
  if (state.kind === "offered") {
    const starts = state.times.flatMap(([first]) =>
      first ? [Temporal.Instant.from(first.startsAt)] : [],
    );
    spans.push(...[state.until, ...starts].map(at));
  }
  return spans.map((span) => momentOf(span, readerOf(shown)));
};

/** When their interviews are by the clock of another zone; in their own it is the fact itself. Shape: empty where none is booked. */
export const whenIn = (shown: Shown, zone: string): Known[] => {
  const { state } = shown.view;
  const reader = readerOf(shown);
  if (state.kind !== "booked") return [];
  return state.interviews.map((interview, index) => ({
    id: `case.when.${index + 1}${zone === reader.zone ? "" : `.in.${zone}`}`,
    kind: "case",
    title: TITLES.when,
    excerpt: `${interview.name}: ${spanWords(interview, { ...reader, zone })}.`,
    of: interview.name,
  }));
};

const TITLES: Record<CaseFact, string> = {
  when: "Your interview: when",
  people: "Your interview: who",
  place: "Your interview: where",
  length: "Your interview: how long",
  prepare: "Your interview: to prepare",
  stands: "Your interview",
  move: "Your interview: another time",
};

/** `of`: the name of the interview that it is about. */
interface Line {
  words: string;
  of?: string;
}

const facts = (fact: CaseFact, lines: readonly Line[]): Known[] =>
  lines
    .filter(({ words }) => words !== "")
    .map(({ words, of }, index) => ({
      id: `case.${fact}.${index + 1}`,
      kind: "case",
      title: TITLES[fact],
      excerpt: words,
      ...(of !== undefined && { of }),
    }));

/** Of several times on offer the first stands for all: they differ in time alone. */
const interviewsShown = ({ state }: View): readonly Interview[] => {
  if (state.kind === "booked") return state.interviews;
  const [first] = state.kind === "offered" ? state.times : [];
  return first && first.length > 0 ? interviewsOf(first, {}) : [];
};

/** Names of whom they meet. */
export const metIn = (view: View): string[] =>
  interviewsShown(view).flatMap(({ people, trainees }) => [
    ...people,
    ...trainees.map(({ name }) => name),
  ]);

/** Their own interviews, with whom they meet in each. */
export const interviewsIn = (view: View): OwnInterview[] =>
  interviewsShown(view).map(({ name, people, trainees }) => ({
    name,
    people: [...people, ...trainees.map((trainee) => trainee.name)],
  }));

/** What their interviews are called. */
export const interviewNamesIn = (view: View): string[] =>
  interviewsShown(view).map(({ name }) => name);

const stateWords = (shown: Shown): string => {
  const { state } = shown.view;
  switch (state.kind) {
    case "booked":
      return "Your interview is booked.";
    case "offered":
      return offerWords(state, readerOf(shown));
    case "booking":
      return "The time that you chose is being booked at the moment.";
    case "open":
      return "No interview is booked at the moment. A time is looked for, and you get a mail when there is one.";
    case "cancelled":
      return "Your interview was cancelled, and nothing else is planned here at the moment.";
    case "over":
      return state.mayAsk
        ? "The time of your interview has passed, and nothing else is planned here at the moment."
        : "There is nothing more to do on your page: no interview is to come.";
  }
};

const offerWords = ({ times, until }: Offered, reader: Reader): string => {
  const starts = times.flatMap(([first]) =>
    first ? [momentWords(Temporal.Instant.from(first.startsAt), reader)] : [],
  );
  return `These times are kept for you until ${momentWords(until, reader)}: ${starts.join("; ")}. You choose one on your page.`;
};

const peopleWords = (interview: Interview, { visit }: Shown): string => {
  const { name, people, trainees } = interview;
  const met = people.length > 0 ? `You will meet ${listed(people)} for ${name}.` : "";
  const also = trainees.length > 0 ? ` Also there: ${traineesInWords(trainees, visit)}.` : "";
  return `${met}${also}`.trim();
};

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;

const placeWords = ({ name, format, room, videoUrl }: Interview): string => {
  if (format === "phone") return `${name} is by phone: we call you.`;
  if (format === "onsite") {
    return room === null ? `${name} is on site.` : `${name} is on site, in room ${room}.`;
  }
  return videoUrl === null
    ? `${name} is by video. The link is in our mail to you.`
    : `${name} is by video. The link is ${videoUrl}`;
};

const standsWords = (shown: Shown): string => {
  const { state } = shown.view;
  if (state.kind !== "booked") return stateWords(shown);
  if (state.cancel.askedAt !== null) return "You asked to cancel. A person sees to it.";
  if (state.move && !state.move.isKept) {
    return "You asked for another time. Until that is decided your interview stays as it is.";
  }
  return state.isConfirmed
    ? "You have confirmed that you will be there."
    : "You have not confirmed yet that you will be there.";
};

const moveWords = ({ mayMove, move }: Booked, shown: Shown): string => {
  if (move && !move.isKept) {
    return "You asked for another time already. Until that is decided your interview stays as it is.";
  }
  if (mayMove.may) {
    return `You can ask for another time until ${momentWords(mayMove.until, readerOf(shown))}. Until that is decided your interview stays as it is.`;
  }
  return mayMove.why === "late"
    ? "It is too late to ask for another time here, but a person can still help."
    : "Another time was asked for as often as can be done here, but a person can still help.";
};

/** Buttons that would do something now. */
export const mayDoNow = ({ state }: View): ReadonlySet<ChatActKind> => {
  const always: ChatActKind[] = ["ask_a_person", "opt_out"];
  if (state.kind === "over" || state.kind === "cancelled") {
    return new Set(state.mayAsk ? always : []);
  }
  if (state.kind !== "booked") {
    const told: ChatActKind[] = ["ask_for_adjustment"];
    return new Set([
      ...always,
      ...told,
      ...(state.kind === "booking" ? [] : (["give_availability"] as const)),
    ]);
  }
  if (state.isArchived) return new Set(always);
  return new Set([
    ...always,
    "ask_for_adjustment",
    "give_availability",
    ...(state.isConfirmed ? [] : (["confirm"] as const)),
    ...(state.mayMove.may && state.wish === null ? (["ask_to_move"] as const) : []),
  ]);
};
