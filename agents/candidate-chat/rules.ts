/** How each topic is answered without a model. */
import type { ChatActKind } from "../../src/domain/chat.ts";
import type { CaseFact, PolicyName } from "./knowledge.ts";
import type { topicsOf } from "./topics.ts";

export type Named = ReturnType<typeof topicsOf>[number];

/** How a topic is answered: by what is known, after a sentence of our own; with buttons. */
export interface Rule {
  lead?: string;
  facts?: readonly CaseFact[];
  policies?: readonly PolicyName[];
  actions?: readonly ChatActKind[];
  /** The guide may know more, by the question's own words. */
  searches?: true;
  /** What the guide tells of the subjects of the message stands beside it. */
  tells?: true;
}

export const RULES: Record<Named, Rule> = {
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
  assent: {
    lead: "I do nothing by a word alone: press the button of what you mean, or write it in a sentence.",
    actions: ["ask_a_person"],
  },
  nothing: { lead: "All right: nothing more is done." },
  thanks: { lead: "You are welcome." },
  greeting: { lead: "Hello. What would you like to know about your interview?" },
};

/** Topics that nothing else in the same message is answered beside. */
export const ALONE: ReadonlySet<Named> = new Set([
  "needs",
  "others",
  "verdict",
  "chances",
  "orders",
  "leave",
  "person",
  "assent",
  "nothing",
  "thanks",
  "greeting",
]);
/** Kind words beside a question are no part of it. */
export const KIND: ReadonlySet<Named> = new Set(["thanks", "greeting", "assent", "nothing"]);
/** Told of the case only where nothing else is asked about: “how long” is asked of the way as well, and “who” of the boss. */
export const WEAK: ReadonlySet<Named> = new Set(["link", "people", "length", "when"]);
