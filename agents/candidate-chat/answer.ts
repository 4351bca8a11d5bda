/** What is known of each part of a message, put together in one reply. What is not answered is said, and what is wanted goes to a person. */
import type { ChatActKind } from "../../src/domain/chat.ts";
import { wordsOf as searchedWords } from "../../src/guides/words.ts";
import { sameIdea } from "../../src/guides/same-idea.ts";
import { askWhich } from "./did-you-mean.ts";
import { LACKING, UNSAID, handOver, passedOn } from "./hand-over.ts";
import { type ChatKnowledge, type ChatReply, type Known, sourceOf, wordsOf } from "./knowledge.ts";
import { isAsking, isLeading, isOrder } from "./parts.ts";
import { KIND } from "./rules.ts";
import { type Topic, topicsOf } from "./topics.ts";

/** What is known of one part of a message. */
export interface Answer {
  part: string;
  topic: Topic;
  leads: readonly string[];
  known: readonly Known[];
  actions: readonly ChatActKind[];
  /** Nothing is known of it. */
  isOpen: boolean;
  /** Something of it is not known. */
  isPartly?: boolean;
  /** A person alone knows it, or weighs it. */
  isForPerson?: true;
  /** Titles that may be meant, where it is open. */
  near: readonly string[];
}

export const nothingOf = (part: string): Answer => ({
  part,
  topic: "unknown",
  leads: [],
  known: [],
  actions: [],
  isOpen: true,
  near: [],
});

/** All parts in one answer. What is not known of one of several is said. */
export const replyOf = (answers: readonly Answer[], knowledge: ChatKnowledge): ChatReply => {
  const answered = answers.filter(({ isOpen }) => !isOpen);
  const [first] = answered;
  if (!first) {
    const [near] = answers.filter(({ near: { length } }) => length > 0);
    return near ? askWhich(near.near) : handOver(answers[0]?.topic ?? "unknown", knowledge);
  }
  const known = uniqueOf(answered.flatMap((answer) => answer.known));
  const leads = new Set(answered.flatMap((answer) => answer.leads));
  const reply: ChatReply = {
    text: [...leads, ...known.map(wordsOf)].join("\n\n"),
    sources: known.map(sourceOf),
    actions: actionsOf(
      answered.flatMap((answer) => answer.actions),
      knowledge,
    ),
    topic: first.topic,
    isHandedOver: false,
  };
  // What is told of a need goes to nobody without a press.
  const isOfNeed = answers.some(({ topic }) => topic === "needs");
  if (answers.some(isLacking)) return withRest(reply, { knowledge, isOfNeed });
  return !isOfNeed && answers.some((answer) => isUnsaid(answer, known))
    ? withUnsaid(reply, knowledge)
    : reply;
};

/** With what is said of the rest, which a person is asked about where that may be. */
export const withRest = (
  reply: ChatReply,
  { knowledge, isOfNeed }: { knowledge: ChatKnowledge; isOfNeed: boolean },
): ChatReply => {
  const isPassedOn = knowledge.mayHandOver && !isOfNeed;
  return {
    ...reply,
    text: `${reply.text}\n\n${isPassedOn ? passedOn(knowledge) : LACKING}`,
    actions: isPassedOn ? reply.actions : actionsOf([...reply.actions, "ask_a_person"], knowledge),
    ...(isPassedOn && { isRestHandedOver: true }),
  };
};

/** With the button by which all of the message goes to a person. */
export const withUnsaid = (reply: ChatReply, knowledge: ChatKnowledge): ChatReply => ({
  ...reply,
  text: `${reply.text}\n\n${UNSAID}`,
  actions: actionsOf([...reply.actions, "ask_a_person"], knowledge),
});

/** Whether it wants something that is not answered. */
const isLacking = ({ part, isOpen, isPartly, isForPerson }: Answer): boolean =>
  isPartly === true || isForPerson === true || (isOpen && wants(part));

/** Whether a part asks, or wants something done. */
export const wants = (part: string): boolean => isAsking(part) || (isOrder(part) && saysMuch(part));

/** Whether it tells something of which the answer says nothing. */
export const isUnsaid = ({ part, isOpen }: Answer, known: readonly Known[]): boolean =>
  isOpen && !isLeading(part) && !isTold(part, known) && saysMuch(part);

/** Words that say of a message what any could say. */
const OF_ANY =
  /^(?:interviews?|mon|tues|wednes|thurs|fri|satur|sunday|\w+day|tomorrow|questions?|hope|well|nice|week|appl\w+|candidate|mornings?|afternoons?|sorry|quick|wonder\w*|time|look|looking|forward|know|really|much|excited|happy|glad|mail|team|dear|best|kind|regards|name)$/;

const saysMuch = (part: string): boolean =>
  !topicsOf(part).some((topic) => KIND.has(topic)) &&
  searchedWords(part).some(({ written }) => !OF_ANY.test(written));

/** Whether what is shown speaks of all that a part does. */
const isTold = (part: string, known: readonly Known[]): boolean => shareTold(part, known) === 1;

/** Whether what is shown speaks of most of what a part does. */
export const isTouched = (part: string, known: readonly Known[]): boolean =>
  shareTold(part, known) > 0.5;

const shareTold = (part: string, known: readonly Known[]): number => {
  const said = termsOf(known);
  const words = searchedWords(part).filter(({ written }) => !OF_ANY.test(written));
  const told = words.filter(
    ({ term }) => said.has(term) || sameIdea(term).some((other) => said.has(other)),
  );
  return words.length === 0 ? 0 : told.length / words.length;
};

const termsOf = (known: readonly Known[]): ReadonlySet<string> =>
  new Set(
    known.flatMap(({ title, excerpt }) =>
      searchedWords(`${title} ${excerpt}`).map(({ term }) => term),
    ),
  );

/** Buttons that would do something now. */
export const actionsOf = (
  wanted: readonly ChatActKind[],
  { mayDo }: Pick<ChatKnowledge, "mayDo">,
): ChatActKind[] => [...new Set(wanted)].filter((kind) => mayDo.has(kind));

export const uniqueOf = (known: readonly Known[]): Known[] => [
  ...new Map(known.map((each) => [each.id, each])).values(),
];
