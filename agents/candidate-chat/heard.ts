/** What a part of a message says, and of which of the candidate's own interviews. */
import {
  ASKS_WHETHER,
  LINK_FAILS,
  asksOfSite,
  asksOfThemselves,
  asksOtherTime,
  changesOther,
  isForPerson,
  isOfOtherChange,
  namesStep,
  withoutStep,
} from "./for-person.ts";
import { askedToConfirm, isPlainlyConfirmed } from "./confirming.ts";
import { denialIn, withoutDenied } from "./denials.ts";
import type { ChatKnowledge, Known } from "./knowledge.ts";
import {
  type OwnInterview,
  interviewByOrder,
  interviewsNamed,
  peopleNamed,
} from "./own-interviews.ts";
import type { Named } from "./rules.ts";
import type { Subject } from "./subject.ts";
import { CONNECTION } from "./subjects-of-interview.ts";
import { REMOTE, isOfJobOrInterview } from "./subjects-of-job.ts";
import { subjectsOf } from "./subjects.ts";
import { saysConfirm, topicsOf } from "./topics.ts";

/** A part of a message, as it is of the candidate's own interviews. */
export interface Heard {
  /** With “the interview” for what names one. */
  line: string;
  topics: readonly Named[];
  subjects: readonly Subject[];
  isOfMet: boolean;
  /** Those that it names, by themselves or by whom they meet there; null: none in particular. */
  of: readonly OwnInterview[] | null;
  /** A person alone knows. */
  isForPerson: boolean;
  /** It is for a person as it is of something or somebody else: what a person has written for all who ask it tells it as well. */
  isOfOther?: true;
  /** It says only what is not to be done. */
  isDenial?: true;
  /** It asks to be assured of something: what is known of it is no assurance, unless it is of the interview itself. */
  isClaim?: true;
  /** It is asked of the interview or of the job, and nobody can tell of which. */
  isEither?: true;
}

/** What a part says of which interviews. */
export const hear = (part: string, knowledge: ChatKnowledge): Heard => {
  const asked = askedToConfirm(part);
  if (!asked) return heardIn(part, knowledge);
  return { ...heardIn(asked.line, knowledge), ...(asked.isClaim && { isClaim: true }) };
};

const heardIn = (part: string, knowledge: ChatKnowledge): Heard => {
  const own = ownIn(part, knowledge);
  const line = own?.line ?? part;
  const people = peopleNamed(part, knowledge.met);
  const ofPeople = knowledge.interviews.filter((each) =>
    each.people.some((name) => people.includes(name)),
  );
  const ofMet = people.length > 0 ? askedOfMet(line) : [];
  const denial = denialIn(line);
  const isDenial = denial.denied.length > 0 && denial.wanted.length === 0;
  const isEither = isOfJobOrInterview(line);
  const denied: readonly Named[] = [
    ...denial.denied,
    ...(changesOther(line) ? (["cancel"] as const) : []),
    ...(ASKS_WHETHER.test(line) && !changesOther(line) ? (["cancel", "move"] as const) : []),
    ...(LINK_FAILS.test(line) ? (["link"] as const) : []),
    ...(asksOtherTime(line) ? (["when"] as const) : []),
    ...(/\bchanged? my address\b/i.test(line) ? (["place"] as const) : []),
  ];
  const isOfOther =
    isOfOtherChange(line) ||
    (people.length > 0 && asksOfThemselves(part)) ||
    (own === null && namesStep(part));
  const isOfCase = isDenial || isForPerson(line) || !isPlainlyConfirmed(line, saysConfirm);
  return {
    line,
    topics: [
      ...new Set([
        ...ofMet,
        ...(LINK_FAILS.test(line) ? (["late"] as const) : []),
        ...(isEither ? (["place"] as const) : []),
        ...denial.wanted,
        ...topicsOf(denial.wanted.length > 0 ? withoutDenied(line) : line),
      ]),
    ].filter((topic) => !denied.includes(topic)),
    subjects: [
      ...new Set([
        ...(LINK_FAILS.test(line) ? [CONNECTION] : []),
        ...(isEither ? [REMOTE] : []),
        ...subjectsOf(line),
      ]),
    ],
    isOfMet: people.length > 0,
    of: own && own.of.length > 0 ? own.of : ofPeople.length > 0 ? ofPeople : null,
    isForPerson: isOfCase || isOfOther,
    ...(isOfOther && !isOfCase && { isOfOther }),
    ...(isDenial && { isDenial }),
    ...(isEither && { isEither }),
  };
};

/** Topics that are told of one's own interview. */
const OF_OWN: ReadonlySet<Named> = new Set([
  "when",
  "people",
  "place",
  "length",
  "prepare",
  "move",
  "link",
  "confirm",
]);
/** Which of them comes first. */
const ASKS_ORDER = /\bthe interview (?:\w+ ){0,2}(?:before|after|first)\b/i;

/** What is asked of own interviews by their names, or as one of several. Shape: null where none is named, or where its name is a word of what is asked. */
const ownIn = (
  part: string,
  knowledge: ChatKnowledge,
): { line: string; of: readonly OwnInterview[] } | null => {
  const byName = interviewsNamed(part, knowledge.interviews);
  const { named, line } =
    byName.named.length > 0
      ? byName
      : (interviewByOrder(part, knowledge.interviews) ?? { named: [], line: part });
  if (named.length > 0) {
    const isOrder = named.length > 1 && ASKS_ORDER.test(line);
    if (isOrder) return { line: "when is the interview", of: named };
    const isOfMet = peopleNamed(part, knowledge.met).length > 0 && askedOfMet(line).length > 0;
    if (isOfMet || topicsOf(line).some((topic) => OF_OWN.has(topic))) {
      return { line: line.replace(ONLY, ""), of: named };
    }
  }
  return asksOfSite(part) && isOnSite(knowledge) ? { line: withoutStep(part), of: [] } : null;
};

/** It says that no other is meant, and nothing of what there is. */
const ONLY = /\b(?:only|just) (?=the interview)/gi;

/** What is asked of whom they meet. */
const askedOfMet = (part: string): Named[] => {
  if (asksOfThemselves(part)) return [];
  if (/\b(?:when|what time|which day|before|after|first|earlier|later)\b/i.test(part))
    return ["when"];
  if (/\bwhere\b/i.test(part)) return ["place"];
  if (/\bhow long\b/i.test(part)) return ["length"];
  return ASKS_WHO.test(part) ? ["people"] : [];
};

/** Whether they are there, and as what: all that is known of whom they meet. */
const ASKS_WHO =
  /\bwho(?:'s| is| are|m)?\b|\b(?:there|join\w*|attend\w*|in the (?:call|interview|room|meeting)|part of|on the panel|role|title|position|interview(?:s|ing)? me|meet|com(?:e|es|ing))\b/i;

/** The facts of these interviews alone. */
export const narrowedTo = (
  of: readonly OwnInterview[] | null,
  knowledge: ChatKnowledge,
): ChatKnowledge => {
  if (of === null) return knowledge;
  const names = new Set(of.map(({ name }) => name));
  const only = (facts: readonly Known[]) =>
    facts.filter((fact) => fact.of === undefined || names.has(fact.of));
  const { when, people, place, length, prepare, stands, move } = knowledge.case;
  return {
    ...knowledge,
    whenIn: (zone) => only(knowledge.whenIn(zone)),
    case: {
      when: only(when),
      people: only(people),
      place: only(place),
      length: only(length),
      prepare: only(prepare),
      stands,
      move,
    },
  };
};

/** Whether it is of one of several interviews. */
export const isOneOfSeveral = ({ of }: Heard, { interviews }: ChatKnowledge): boolean =>
  of !== null && of.length > 0 && of.length < interviews.length;

/** Whether they come to a place that the guide tells of. */
export const isOnSite = ({ case: { place } }: ChatKnowledge): boolean =>
  place.some(({ excerpt }) => excerpt.includes(" is on site"));
