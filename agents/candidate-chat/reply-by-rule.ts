/** The assistant without a model: what a question is about is told by its words, and the answer is what is known of that, word for word.
 * What is not known goes to a person. */
import type { ChatActKind } from "../../src/domain/chat.ts";
import {
  type CaseFact,
  type ChatKnowledge,
  type ChatReply,
  type Known,
  type PolicyName,
  sourceOf,
  wordsOf,
} from "./knowledge.ts";
import { askWhich, nearTo } from "./did-you-mean.ts";
import { inFull } from "./in-full.ts";
import { plainLine } from "./plain-line.ts";
import { ADDRESS, type Subject, subjectsOf } from "./subjects.ts";
import { type Topic, topicsOf } from "./topics.ts";

/** Below this share of the question's words a passage is about something else. */
const ENOUGH_SHARE = 0.6;
/** So many of the question's words in a text are no chance. */
const MANY_WORDS = 3;

type Named = ReturnType<typeof topicsOf>[number];

/** How a topic is answered: by what is known, after a sentence of our own; with buttons. */
interface Rule {
  lead?: string;
  facts?: readonly CaseFact[];
  policies?: readonly PolicyName[];
  actions?: readonly ChatActKind[];
  /** The guide may know more, by the question's own words. */
  searches?: true;
  /** What the guide tells of the subjects of the message stands beside it. */
  tells?: true;
}

const RULES: Record<Named, Rule> = {
  needs: {
    lead: "If there is anything that you need, you can send it straight to a person with the button below. It goes nowhere else.",
    policies: ["needs"],
    actions: ["ask_for_adjustment"],
    searches: true,
    tells: true,
  },
  others: { lead: "I know nothing of other candidates.", policies: ["decisions"] },
  verdict: {
    lead: "I do not see what interviewers write or how they rate.",
    policies: ["decisions"],
    actions: ["ask_a_person"],
    tells: true,
  },
  chances: {
    lead: "I can say nothing about a decision, and promise nothing.",
    policies: ["decisions"],
    actions: ["ask_a_person"],
  },
  orders: {
    lead: "I only answer questions about your interview, from what is known of it here.",
    policies: ["software"],
  },
  leave: {
    lead: "You can leave me with the button below: whatever you write then goes to a person.",
    policies: ["software"],
    actions: ["opt_out", "ask_a_person"],
  },
  person: {
    lead: "You can ask a person with the button below.",
    policies: ["software"],
    actions: ["ask_a_person"],
  },
  software: { policies: ["software"], actions: ["ask_a_person"] },
  data: { policies: ["data", "decisions"], actions: ["opt_out"] },
  late: {
    lead: "If you are late or cannot reach us, a person can help.",
    actions: ["ask_a_person"],
  },
  confirm: { facts: ["when", "stands"], actions: ["confirm"] },
  move: { facts: ["move"], policies: ["changes"], actions: ["ask_to_move", "ask_a_person"] },
  cancel: { facts: ["stands"], policies: ["cancel"], actions: ["ask_a_person"] },
  availability: { policies: ["changes"], actions: ["give_availability"] },
  reminders: { policies: ["reminders"] },
  link: { facts: ["place"] },
  prepare: { facts: ["prepare"], searches: true },
  people: { facts: ["people"] },
  place: { facts: ["place"] },
  length: { facts: ["length"] },
  when: { facts: ["when"] },
  thanks: { lead: "You are welcome." },
  greeting: { lead: "Hello. What would you like to know about your interview?" },
};

/** Topics that nothing else in the same message is answered beside. */
const ALONE: ReadonlySet<Named> = new Set([
  "needs",
  "others",
  "verdict",
  "chances",
  "orders",
  "leave",
  "person",
  "thanks",
  "greeting",
]);
/** Told of the case only where nothing else is asked about: “how long” is asked of the way as well, and “who” of the boss. */
const WEAK: ReadonlySet<Named> = new Set(["link", "people", "length", "when"]);
/** Passages beside what is known of the case. */
const MOST_BESIDE = 2;
/** So many topics and subjects of one part are answered, and so many parts of one message. */
const MOST_ASKED = 3;
const MOST_PARTS = 6;

/** The answer to a question, by what is known. */
export const replyByRule = (question: string, knowledge: ChatKnowledge): ChatReply => {
  const line = inFull(plainLine(question));
  const [first] = topicsOf(question);
  const chosen = knowledge.titled(question.trim());
  if (chosen.length > 0) {
    const topics = first === "needs" ? [first] : [];
    return replyOf([onTopics(topics, { question, told: chosen }, knowledge)], knowledge);
  }
  if (first !== undefined && ALONE.has(first)) {
    const told =
      RULES[first].tells === true ? aboutSubjects(subjectsOf(line), question, knowledge) : [];
    return replyOf([onTopics([first], { question, told }, knowledge)], knowledge);
  }
  const parts = partsOf(line);
  const answers = parts.map((part) =>
    answerTo(part, knowledge, parts.length === 1 || isAsking(part)),
  );
  const isAnswered = answers.some(({ isOpen }) => !isOpen);
  // What was asked in several breaths may be known as one question.
  return replyOf(
    isAnswered || parts.length < 2 ? answers : [answerTo(line, knowledge, true)],
    knowledge,
  );
};

/** Whether no model is asked: what it must not be told, or must say nothing of. */
export const isByRuleAlone = (question: string): boolean =>
  topicsOf(question).some((topic) => ALONE.has(topic));

/** What is known of one part of a message. */
interface Answer {
  topic: Topic;
  leads: readonly string[];
  known: readonly Known[];
  actions: readonly ChatActKind[];
  /** Nothing is known of it. */
  isOpen: boolean;
  /** It asks, and does not only lead to what is asked. */
  isQuestion: boolean;
  /** Titles that may be meant, where it is open. */
  near: readonly string[];
}

const BETWEEN_PARTS =
  /(?<=[?!;])\s+|(?<=[^\s.]{2}\.)\s+|\s+(?=\d[).] )|,? (?:and|but|also|plus) (?=(?:also |then )?(?:whether|if|is|are|am|do|does|did|can|could|may|will|would|should|what|whats|when|where|who|how|which)\b)/i;
const ASKS =
  /\?|^\W*(?:(?:hi|hello|hey|so|and|also|ok|then|sorry|please|\d)\W+)*(?:is|are|am|do|does|did|can|could|may|will|would|should|whats?|when|where|who|how|which|why|whether)\b/i;
/** It only leads to a question. */
const LEADS =
  /\b(?:help me|ask (?:you )?(?:something|a|some|one|two|another)|(?:have|got) (?:\w+ ){0,2}questions?)\b/i;

const isAsking = (part: string): boolean => ASKS.test(part) && !LEADS.test(part);

/** A message that asks several things, in parts. */
const partsOf = (line: string): string[] => {
  const parts = line
    .split(BETWEEN_PARTS)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const rest = parts.slice(MOST_PARTS - 1);
  return rest.length > 1 ? [...parts.slice(0, MOST_PARTS - 1), rest.join(" ")] : parts;
};

/** Of what does not ask only what is told by its words is answered: a sentence of thanks has words in common with every guide. */
const answerTo = (part: string, knowledge: ChatKnowledge, asks: boolean): Answer => {
  const isOfMet = namesOneOf(part, knowledge.met);
  const found = enoughOf(part, knowledge);
  const subjects = subjectsOf(part)
    .filter(({ isOfJob }) => !isOfMet || isOfJob !== true)
    .slice(0, MOST_ASKED);
  const isOfCase = subjects.every((subject) => subject.isOfCase === true);
  const isOfJob = subjects.some((subject) => subject.isOfJob === true);
  const ofMet: readonly Named[] = isOfMet && ASKS_WHO.test(part) ? ["people"] : [];
  const topics = [...new Set([...ofMet, ...topicsOf(part)])]
    .filter(
      (topic) =>
        !ALONE.has(topic) && (isOfCase || !WEAK.has(topic)) && (!isOfJob || topic !== "place"),
    )
    .slice(0, MOST_ASKED);
  const wanted =
    topics.includes("place") && isOnSite(knowledge) ? [ADDRESS, ...subjects] : subjects;
  const told = [
    ...found.filter(({ isAsked }) => isAsked).slice(0, 1),
    ...aboutSubjects(wanted, part, knowledge),
  ];
  const answer = onTopics(topics, { question: part, told }, knowledge);
  // A subject that nothing tells of: what has other words of the question is about something else.
  if (!answer.isOpen || subjects.length > 0 || isOfMet || !asks) return answer;
  const [best] = found;
  if (!best) return { ...answer, near: nearTo(part, knowledge) };
  // A second one only where it holds as much of the question.
  const known = found.filter(({ rank }) => rank >= best.rank).slice(0, 2);
  return { ...answer, topic: kindOf(best), known, isOpen: false };
};

/** Whether they are there, and as what: all that is known of whom they meet. */
const ASKS_WHO =
  /\bwho(?:'s| is| are|m)?\b|\b(?:there|join\w*|attend\w*|in the (?:call|interview|room|meeting)|part of|on the panel|role|title|position|interview(?:s|ing)? me|meet|com(?:e|es|ing))\b/i;

/** Names that are words as well: in small letters, or first in a sentence, they are those. */
const WORDS_TOO = new Set(
  "will may mark can bill grant hope joy art frank sue dean guy rose june april august drew chance rich long young white black brown green day price park best good wise early page call cook sharp close short hall house case stack team office link time work".split(
    " ",
  ),
);

/** Whether it is about somebody whom they meet: what is known of the job is not of them. */
const namesOneOf = (part: string, met: readonly string[]): boolean => {
  const words = new Set(part.match(/(?<=\S )\p{Lu}\p{L}*/gu)?.map((each) => each.toLowerCase()));
  for (const word of part.toLowerCase().match(/\p{L}+/gu) ?? []) {
    if (!WORDS_TOO.has(word)) words.add(word);
  }
  return met
    .flatMap((name) => name.toLowerCase().match(/\p{L}{3,}/gu) ?? [])
    .some((name) => words.has(name) || words.has(`${name}s`));
};

const aboutSubjects = (
  subjects: readonly Subject[],
  question: string,
  knowledge: ChatKnowledge,
): Known[] => [...new Set(subjects)].flatMap((subject) => knowledge.about(subject, question));

/** Whether they come to a place that the guide tells of. */
const isOnSite = ({ case: { place } }: ChatKnowledge): boolean =>
  place.some(({ excerpt }) => excerpt.includes(" is on site"));

/** By its topics; `told` is what is known of its subjects. */
const onTopics = (
  topics: readonly Named[],
  { question, told }: { question: string; told: readonly Known[] },
  knowledge: ChatKnowledge,
): Answer => {
  const rules = topics.map((topic) => RULES[topic]);
  const leads = rules.flatMap(({ lead }) => (lead === undefined ? [] : [lead]));
  const searched =
    told.length === 0 && rules.some(({ searches }) => searches === true)
      ? enoughOf(question, knowledge)
          .filter(({ kind }) => kind === "guide")
          .slice(0, MOST_BESIDE)
      : [];
  const known = uniqueOf([
    ...rules.flatMap(({ facts = [] }) => facts.flatMap((fact) => knowledge.case[fact])),
    ...told,
    ...searched,
    ...rules.flatMap(({ policies = [] }) => policies.map((name) => knowledge.policies[name])),
  ]);
  const [best] = known;
  return {
    topic: topics[0] ?? (best ? kindOf(best) : "unknown"),
    leads,
    known,
    actions: rules.flatMap(({ actions = [] }) => actions),
    isOpen: known.length === 0 && leads.length === 0,
    isQuestion: isAsking(question),
    near: [],
  };
};

const kindOf = ({ kind }: Known): Topic => (kind === "posting" ? "posting" : "guide");

/** All parts in one answer. What is not known of one of several is said. */
const replyOf = (answers: readonly Answer[], knowledge: ChatKnowledge): ChatReply => {
  const answered = answers.filter(({ isOpen }) => !isOpen);
  const [first] = answered;
  if (!first) {
    const [near] = answers.filter(({ near: { length } }) => length > 0);
    return near ? askWhich(near.near) : handOver(answers[0]?.topic ?? "unknown", knowledge);
  }
  const isLacking = answers.some(({ isOpen, isQuestion }) => isOpen && isQuestion);
  const known = uniqueOf(answered.flatMap((answer) => answer.known));
  const leads = new Set(answered.flatMap((answer) => answer.leads));
  return {
    text: [...leads, ...known.map(wordsOf), ...(isLacking ? [LACKING] : [])].join("\n\n"),
    sources: known.map(sourceOf),
    actions: actionsOf(
      [
        ...answered.flatMap(({ actions }) => actions),
        ...(isLacking ? ["ask_a_person" as const] : []),
      ],
      knowledge,
    ),
    topic: first.topic,
    isHandedOver: false,
  };
};

const LACKING =
  "That is what I know. There is more in your message that I do not know: ask it again by itself, or ask a person.";

/** Passages that are about the question: a heading names it, or most of its own words stand there together. */
const enoughOf = (question: string, knowledge: ChatKnowledge) =>
  knowledge
    .search(question)
    .filter(
      ({ kind, share, verbatim, isNamed, asked }) =>
        asked > 0 &&
        share >= ENOUGH_SHARE &&
        (isNamed || verbatim >= MANY_WORDS || (kind === "posting" && verbatim === asked)),
    );

/** What is said when a person is asked. */
export const handOver = (
  topic: Topic,
  { person, mayHandOver }: Pick<ChatKnowledge, "person" | "mayHandOver">,
): ChatReply => ({
  text: mayHandOver
    ? `I do not know that. I have passed your question on to ${person?.name ?? "the people who arrange your interview"}; the answer will appear here.`
    : "I do not know that, and cannot pass it on from here. Please reply to our mail with your question: a person will help.",
  sources: [],
  actions: [],
  topic,
  isHandedOver: mayHandOver,
});

/** Buttons that would do something now. */
export const actionsOf = (
  wanted: readonly ChatActKind[],
  { mayDo }: Pick<ChatKnowledge, "mayDo">,
): ChatActKind[] => [...new Set(wanted)].filter((kind) => mayDo.has(kind));

const uniqueOf = (known: readonly Known[]): Known[] => [
  ...new Map(known.map((each) => [each.id, each])).values(),
];
