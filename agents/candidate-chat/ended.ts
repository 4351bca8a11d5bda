/** Once an interview was taken back, or its time has passed, what is asked about it is for a person: no fact of it holds and no button of it
 * does anything any more. */
import { type ChatKnowledge, type ChatReply, sourceOf } from "./knowledge.ts";
import type { Topic } from "./topics.ts";

/** Topics of an interview that is to come. */
const OF_BOOKING: ReadonlySet<string> = new Set<Topic>([
  "needs",
  "late",
  "confirm",
  "move",
  "cancel",
  "availability",
  "reminders",
  "link",
  "prepare",
  "people",
  "place",
  "length",
  "when",
]);

/** The reply, or what stands and that a person was asked. What a guide or the posting tells holds all the same. */
export const withEnded = (reply: ChatReply, knowledge: ChatKnowledge): ChatReply => {
  const isOfGuide = reply.sources.some(({ kind }) => kind === "guide" || kind === "posting");
  if (!knowledge.isEnded || isOfGuide || !OF_BOOKING.has(reply.topic)) return reply;
  const { person, mayHandOver } = knowledge;
  const { stands } = knowledge.case;
  const who = person?.name ?? "the people who arrange your interview";
  const next = mayHandOver
    ? `I have passed your message on to ${who}; the answer will appear here.`
    : "Please reply to our mail with your question: a person will help.";
  return {
    text: [...stands.map(({ excerpt }) => excerpt), next].join("\n\n"),
    sources: stands.map(sourceOf),
    actions: [],
    topic: reply.topic,
    isHandedOver: mayHandOver,
  };
};
