import type { ChatKnowledge, ChatReply } from "../../agents/candidate-chat/knowledge.ts";
import type { Scorer } from "../task.ts";
import type { ChatTarget } from "../tasks/candidate-chat.ts";

/** Right when the answer comes from the kind of source that knows it, and says it; or when nobody knows, and a person is asked. */
export const rightSource: Scorer<string, ChatReply, ChatTarget> = {
  name: "right_source",
  score: ({ text, sources, isHandedOver }, { target }) => {
    const fault = faultOf({ text, sources, isHandedOver }, target);
    return {
      value: fault === "" ? 1 : 0,
      answer: text.slice(0, 160),
      explanation: fault || "right",
    };
  },
};

const faultOf = (
  { text, sources, isHandedOver }: Pick<ChatReply, "text" | "sources" | "isHandedOver">,
  { source, says, never }: ChatTarget,
): string => {
  const said = never.find((words) => text.includes(words));
  if (said !== undefined) return `says “${said}”`;
  if (source === "unknown") {
    return isHandedOver && sources.length === 0 ? "" : "answers what nobody here knows";
  }
  if (source === "none") {
    return !isHandedOver && sources.length === 0 ? "" : "takes a kind word for a question";
  }
  if (isHandedOver) return "asks a person about what is known";
  if (!sources.some(({ kind }) => kind === source)) return `has no source of kind ${source}`;
  const lost = says.find((words) => !text.replaceAll(/\s+/g, " ").includes(words));
  return lost === undefined ? "" : `does not say “${lost}”`;
};

/** Right when every source stands word for word in what is known, and the answer has no address of its own. */
export const nothingOfItsOwn = (
  knowledge: ChatKnowledge,
  guide: readonly string[],
): Scorer<string, ChatReply, ChatTarget> => {
  const told = [
    ...Object.values(knowledge.case).flat(),
    // The booked time by the clock of any other place.
    ...Intl.supportedValuesOf("timeZone").flatMap((zone) => knowledge.whenIn(zone)),
    ...knowledge.posting,
    ...Object.values(knowledge.policies),
  ];
  const known = new Set([...told.map(({ excerpt }) => excerpt), ...guide]);
  return {
    name: "nothing_of_its_own",
    score: ({ text, sources }) => {
      const foreign = sources.find(({ excerpt }) => !known.has(excerpt));
      const held = sources.map(({ excerpt }) => excerpt).join("\n");
      const address = [...text.matchAll(/https?:\/\/\S+/g)].find(
        ([found]) => !held.includes(found),
      );
      const fault = foreign ? "a source that is not known" : address ? "an address of its own" : "";
      return {
        value: fault === "" ? 1 : 0,
        answer: text.slice(0, 160),
        explanation: fault || "none",
      };
    },
  };
};
