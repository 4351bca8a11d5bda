/** What is said where a person is asked. */
import type { ChatKnowledge, ChatReply } from "./knowledge.ts";
import type { Topic } from "./topics.ts";

type Known = Pick<ChatKnowledge, "person" | "mayHandOver">;

const nameOf = ({ person }: Pick<ChatKnowledge, "person">): string =>
  person?.name ?? "the people who arrange your interview";

/** Of a question to which nothing is known. */
export const handOver = (topic: Topic, known: Known): ChatReply => ({
  text: known.mayHandOver
    ? `I do not know that. I have passed your question on to ${nameOf(known)}; the answer will appear here.`
    : "I do not know that, and cannot pass it on from here. Please reply to our mail with your question: a person will help.",
  sources: [],
  actions: [],
  topic,
  isHandedOver: known.mayHandOver,
});

/** Of a question that leans on what was said before, where nobody can tell on what. */
export const unsure = (known: Known): ChatReply => ({
  ...handOver("unknown", known),
  text: known.mayHandOver
    ? `I cannot tell for certain what that is about, and would rather not guess. I have passed your question on to ${nameOf(known)}; the answer will appear here. Or ask me once more, in a whole sentence.`
    : "I cannot tell for certain what that is about, and would rather not guess. Please ask once more in a whole sentence, or reply to our mail: a person will help.",
});

/** Of the rest of a message that nobody is asked about. */
export const LACKING =
  "That is what I know. There is more in your message that I do not know: ask it again by itself, or ask a person.";

/** The same where a person is asked about it. */
export const passedOn = (known: Pick<ChatKnowledge, "person">): string =>
  `That is what I know. There is more in your message that I do not know: I have passed it on to ${nameOf(known)}; the answer will appear here.`;

/** Of a message that wishes for a person, and says more. */
export const passedOnWhole = (known: Known): ChatReply => ({
  ...handOver("person", known),
  text: `I have passed your message on to ${nameOf(known)}, as you wished; the answer will appear here.`,
});

/** Of what was told beside what is answered. */
export const UNSAID =
  "I have answered only a part of what you wrote. A person can read all of it: press the button below.";
