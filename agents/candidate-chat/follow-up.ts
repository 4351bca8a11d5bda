/** A question that leans on what was said before: “and where?”, “and the one after?”, “what comes after that?”. Where it is certain
 * which of their own interviews it is about it is read in full; where it is not, it is left to a person. Of English. */
import { type Heard, hear } from "./heard.ts";
import { inFull } from "./in-full.ts";
import type { ChatKnowledge } from "./knowledge.ts";
import { type OwnInterview, interviewByOrder, interviewsNamed } from "./own-interviews.ts";
import { isAsking, partsOf } from "./parts.ts";
import { plainLine } from "./plain-line.ts";
import { KIND, type Named } from "./rules.ts";
import { ADDRESS } from "./subjects-of-interview.ts";
import { topicsOf } from "./topics.ts";

/** One part of a message, as it is read after all that came before it. */
export interface PartInContext {
  part: string;
  /** Null: it leans on something, and nobody can tell for certain on what. */
  heard: Heard | null;
}

/** What was spoken of last. */
interface Focus {
  /** Of their own interviews; null: something else, or nobody can tell. */
  of: readonly OwnInterview[] | null;
  /** What was asked of them; empty before anything was asked. */
  topics: readonly Named[];
}

/** Units: messages of the candidate. What was said before them nobody leans on. */
const MOST_BEFORE = 6;

const LEAD = String.raw`^\W*(?:(?:and|so|but|ok(?:ay)?|then|well|oh|also|great|thanks|thank you|please|sorry)\W+)*`;
const TAIL = String.raw`(?: (?:exactly|please|then|there then|is (?:it|that)|are they|will (?:it|that|they) be))*\W*$`;
const alone = (words: string): RegExp => new RegExp(`${LEAD}(?:${words})${TAIL}`, "i");

/** A word that asks, of nothing that it names. */
const ASKS_ALONE: readonly (readonly [Named, RegExp])[] = [
  ["place", alone(String.raw`where(?:'s (?:it|that))?|(?:in )?(?:which|what) (?:place|room)`)],
  ["when", alone(String.raw`when(?:'s (?:it|that))?|(?:at |on )?(?:what|which) (?:time|day|date)`)],
  ["people", alone(String.raw`(?:with )?whom?(?:'s (?:it|that))?`)],
  [
    "length",
    alone(
      String.raw`(?:for )?how long(?: (?:does|will|is) (?:it|that))?(?: (?:last|take|be|going to (?:last|take)))?`,
    ),
  ],
  ["link", alone(String.raw`(?:which|what) link|(?:and )?the link`)],
];

const THAT = "(?:then|(?:that|this)(?: one)?|it|there|him|her|them|those|these|the others?)";
/** It names nothing but something that was said. */
const LEANS_ALONE = new RegExp(
  [
    `${LEAD}(?:(?:what|how) about|what of|what if)(?: (?:for|with|after|before))? ${THAT}\\W*$`,
    `^\\W*(?:(?:and|so|but)\\W+)+(?:(?:for|with|after|before|about) )?${THAT}\\W*$`,
    `${LEAD}(?:then what|what then|what (?:happens|comes|follows|(?:do|should) i do) then)\\W*$`,
    `^\\W*then\\W*\\?\\W*$`,
  ].join("|"),
  "i",
);

/** Sameness is of two, and the one of them was said before. */
const SAME =
  /^\W*(?:(?:and|so|is|are|was|will|it|that|this|be|they|we|in|at|on|with|for|by|still)\W+)*the same\b|^\W*same (?:time|day|date|place|room|link|people|person|panel)\b/i;

/** One of several, told by another that was spoken of. */
const STEP =
  /\b(?:the |that |my )?(?<step>(?:one|interview|call|session|round) (?:after|before|following)(?: (?:that|this|it))?|(?:following|previous|other|second|third|fourth|fifth|last|first|final) (?:one|interview|call|session)|next one)\b/i;
const BACKWARDS = /\b(?:before|previous)\b/i;
const FORWARDS = /\b(?:after|next|following)\b/i;

/** Nothing but whom or which it is about. */
const NAMES_ALONE = new RegExp(
  String.raw`${LEAD}(?:(?:what|how) about |what of |for |with |in |and )*(?:the interview|it)${TAIL}`,
  "i",
);

const GOES_ON = /^\W*(?:and|but|so|then|also|what about|how about|what of)\b/i;

/** An hour or a day that was named before. */
const AT_THEN = / (?:then|at that (?:time|point|hour)|(?:on )?that (?:day|date))\W*$/i;
const AFTER_THAT = /\b(?<side>after|before) (?:that|this|it|then)\W*$/i;

/** What is known of their own interviews, one by one. */
const FACTS: ReadonlySet<Named> = new Set(["when", "people", "place", "length", "prepare", "link"]);
const OF_INTERVIEW: ReadonlySet<Named> = new Set([...FACTS, "confirm"]);

/** Whether a message says something only to what was said before it. */
export const leansOnBefore = (message: string): boolean =>
  partsOf(inFull(plainLine(message))).every(
    (part) =>
      LEANS_ALONE.test(part) ||
      SAME.test(part) ||
      ASKS_ALONE.some(([, pattern]) => pattern.test(part)) ||
      NAMES_ALONE.test(part.replace(STEP, "the interview")),
  );

/** The parts of a message, each read after those before it; `before`: what the candidate wrote earlier, oldest first. */
export const inContext = (
  parts: readonly string[],
  { before, knowledge }: { before: readonly string[]; knowledge: ChatKnowledge },
): PartInContext[] => {
  let focus: Focus = { of: knowledge.interviews, topics: [] };
  for (const message of before.slice(-MOST_BEFORE)) {
    for (const part of partsOf(inFull(plainLine(message)))) {
      focus = focusAfter(partIn(part, focus, knowledge), focus, knowledge);
    }
  }
  return parts.map((part) => {
    const read = partIn(part, focus, knowledge);
    focus = focusAfter(read, focus, knowledge);
    return read;
  });
};

const focusAfter = (
  { part, heard }: PartInContext,
  before: Focus,
  { interviews }: ChatKnowledge,
): Focus => {
  if (heard === null) return ELSEWHERE;
  const { topics, subjects } = heard;
  if (topics.length > 0 && topics.every((topic) => KIND.has(topic))) return before;
  const isOfInterview =
    !heard.isForPerson &&
    topics.length > 0 &&
    topics.every((topic) => OF_INTERVIEW.has(topic)) &&
    subjects.every((subject) => subject === ADDRESS) &&
    topicsOf(part).every((topic) => OF_INTERVIEW.has(topic));
  return isOfInterview ? { of: heard.of ?? interviews, topics } : ELSEWHERE;
};

const ELSEWHERE: Focus = { of: null, topics: [] };

const partIn = (part: string, focus: Focus, knowledge: ChatKnowledge): PartInContext => {
  if (LEANS_ALONE.test(part) || SAME.test(part)) return { part, heard: null };
  const asked = ASKS_ALONE.find(([, pattern]) => pattern.test(part));
  if (asked) return { part, heard: ofFocus([asked[0]], focus, knowledge) };
  return stepIn(part, focus, knowledge) ?? thenIn(part, focus, knowledge);
};

/** As if it had been asked in full. Shape: null where nobody can tell of what. */
const ofFocus = (
  topics: readonly Named[],
  { of }: Focus,
  { interviews }: ChatKnowledge,
): Heard | null =>
  of === null
    ? null
    : {
        line: "the interview",
        topics,
        subjects: [],
        isOfMet: false,
        of: of.length < interviews.length ? of : null,
        isForPerson: false,
      };

/** One interview told by another, or by its name alone, with what was asked last where nothing is asked of it. Shape: undefined where there is none. */
const stepIn = (
  part: string,
  focus: Focus,
  knowledge: ChatKnowledge,
): PartInContext | undefined => {
  const named = interviewsNamed(part, knowledge.interviews);
  const isNamed = named.named.length > 0;
  const step = isNamed ? undefined : STEP.exec(part)?.groups?.["step"];
  if (!isNamed && step === undefined) return undefined;
  const line = isNamed ? named.line : part.replace(STEP, "the interview");
  const isAlone = NAMES_ALONE.test(line);
  if (!isAlone && (isNamed || !leadsOn(step ?? "", focus))) return undefined;
  const own = topicsOf(line).filter((topic) => FACTS.has(topic));
  const topics = own.length > 0 ? own : focus.topics.filter((topic) => FACTS.has(topic));
  const of = isNamed ? named.named : steppedTo(step ?? "", focus, knowledge);
  if (of.length > 0 && topics.length > 0) {
    return { part, heard: ofFocus(topics, { of, topics }, knowledge) };
  }
  return isNamed && !GOES_ON.test(part) ? undefined : { part, heard: null };
};

/** Whether “the next one” goes on from one that was spoken of: else it is the one that comes next. */
const leadsOn = (step: string, { of, topics }: Focus): boolean =>
  (FORWARDS.test(step) || BACKWARDS.test(step) || /\bother\b/i.test(step)) &&
  (of === null || topics.length > 0);

const steppedTo = (
  step: string,
  { of, topics }: Focus,
  { interviews }: ChatKnowledge,
): readonly OwnInterview[] => {
  const isOfOrder = !FORWARDS.test(step) && !BACKWARDS.test(step) && !/\bother\b/i.test(step);
  if (isOfOrder) return interviewByOrder(step, interviews)?.named ?? [];
  const [from, ...more] = of ?? [];
  if (!from || more.length > 0 || topics.length === 0) return [];
  if (/\bother\b/i.test(step)) {
    return interviews.length === 2 ? interviews.filter((each) => each !== from) : [];
  }
  const at = interviews.indexOf(from);
  const to = interviews[BACKWARDS.test(step) ? at - 1 : at + 1];
  return to ? [to] : [];
};

/** A “then” or “that” within a question, with the interview in its place. */
const thenIn = (part: string, focus: Focus, knowledge: ChatKnowledge): PartInContext => {
  const side = AFTER_THAT.exec(part)?.groups?.["side"];
  if (side !== undefined && isAsking(part)) {
    if (focus.of?.length !== 1) return { part, heard: null };
    const full = part.replace(AFTER_THAT, `${side} the interview?`);
    return { part: full, heard: hear(full, knowledge) };
  }
  const heard = hear(part, knowledge);
  if (!AT_THEN.test(part) || !heard.topics.some((topic) => FACTS.has(topic)))
    return { part, heard };
  if (focus.of === null) return { part, heard: null };
  const full = part.replace(AT_THEN, "?");
  const of = focus.of.length < knowledge.interviews.length ? focus.of : null;
  const read = hear(full, knowledge);
  return { part: full, heard: { ...read, of: read.of ?? of } };
};
