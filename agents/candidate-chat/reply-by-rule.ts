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
import { type Topic, topicsOf } from "./topics.ts";

/** Below this share of the question's words a passage is about something else. */
const ENOUGH_SHARE = 0.6;

type Named = ReturnType<typeof topicsOf>[number];

/** How a topic is answered: by what is known, after a sentence of our own; with buttons. */
interface Rule {
  lead?: string;
  facts?: readonly CaseFact[];
  policies?: readonly PolicyName[];
  actions?: readonly ChatActKind[];
  /** The guide may know more: by the question's own words, or by these. */
  searches?: true | string;
}

const RULES: Record<Named, Rule> = {
  needs: {
    lead: "If there is anything that you need, you can send it straight to a person with the button below. It goes nowhere else.",
    policies: ["needs"],
    actions: ["ask_for_adjustment"],
    searches: true,
  },
  others: { lead: "I know nothing of other candidates.", policies: ["decisions"] },
  verdict: {
    lead: "I do not see what interviewers write or how they rate.",
    policies: ["decisions"],
    actions: ["ask_a_person"],
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
    searches: "late",
  },
  hear: { searches: "hear after the interviews answer" },
  wear: { searches: "what to wear" },
  route: { searches: "getting here metro train bus" },
  confirm: { facts: ["when", "stands"], actions: ["confirm"] },
  move: { facts: ["move"], policies: ["changes"], actions: ["ask_to_move", "ask_a_person"] },
  cancel: { facts: ["stands"], policies: ["cancel"], actions: ["ask_a_person"] },
  availability: { policies: ["changes"], actions: ["give_availability"] },
  link: { facts: ["place"], searches: true },
  prepare: { facts: ["prepare"], searches: true },
  people: { facts: ["people"] },
  place: { facts: ["place"], searches: true },
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
/** Passages beside what is known of the case. */
const MOST_BESIDE = 2;
/** So many topics of one message are answered. */
const MOST_TOPICS = 3;

/** The answer to a question, by what is known. */
export const replyByRule = (question: string, knowledge: ChatKnowledge): ChatReply => {
  const topics = topicsOf(question);
  const [first] = topics;
  if (first === undefined) return replyBySearch(question, knowledge);
  if (ALONE.has(first)) return replyOn([first], question, knowledge);
  return replyOn(
    topics.filter((topic) => !ALONE.has(topic)).slice(0, MOST_TOPICS),
    question,
    knowledge,
  );
};

/** Whether no model is asked: what it must not be told, or must say nothing of. */
export const isByRuleAlone = (question: string): boolean =>
  topicsOf(question).some((topic) => ALONE.has(topic));

const replyOn = (
  topics: readonly Named[],
  question: string,
  knowledge: ChatKnowledge,
): ChatReply => {
  const rules = topics.map((topic) => RULES[topic]);
  const leads = rules.flatMap(({ lead }) => (lead === undefined ? [] : [lead]));
  const searched = rules.flatMap(({ searches }) =>
    searches === undefined
      ? []
      : enoughOf(searches === true ? question : searches, knowledge)
          .filter(({ kind }) => kind === "guide")
          .slice(0, searches === true ? MOST_BESIDE : 1),
  );
  const known = uniqueOf([
    ...rules.flatMap(({ facts = [] }) => facts.flatMap((fact) => knowledge.case[fact])),
    ...searched,
    ...rules.flatMap(({ policies = [] }) => policies.map((name) => knowledge.policies[name])),
  ]);
  const [topic = "unknown"] = topics;
  if (known.length === 0 && leads.length === 0) return handOver(topic, knowledge);
  return {
    text: [...leads, ...known.map(wordsOf)].join("\n\n"),
    sources: known.map(sourceOf),
    actions: actionsOf(
      rules.flatMap(({ actions = [] }) => actions),
      knowledge,
    ),
    topic,
    isHandedOver: false,
  };
};

const replyBySearch = (question: string, knowledge: ChatKnowledge): ChatReply => {
  const found = enoughOf(question, knowledge);
  const [best] = found;
  if (!best) return handOver("unknown", knowledge);
  // A second one only where it holds as much of the question.
  return told(best, found.filter(({ rank }) => rank >= best.rank).slice(0, 2));
};

const told = (best: Known, found: readonly Known[]): ChatReply => ({
  text: found.map(wordsOf).join("\n\n"),
  sources: found.map(sourceOf),
  actions: [],
  topic: best.kind === "posting" ? "posting" : "guide",
  isHandedOver: false,
});

/** Passages that are about the question. One word that tells what is asked about, found by another of the same idea alone, is too
 * little. */
const enoughOf = (question: string, knowledge: ChatKnowledge) =>
  knowledge
    .search(question)
    .filter(({ share, isVerbatim, asked }) => share >= ENOUGH_SHARE && (isVerbatim || asked > 1));

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
