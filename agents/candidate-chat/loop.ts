/** A model's way to an answer: it reads with tools, answers, and its answer is checked. Bounded by steps, by time and by tokens. */
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import {
  AIMessage,
  type AIMessageChunk,
  type BaseMessage,
  HumanMessage,
  SystemMessage,
  ToolMessage,
} from "@langchain/core/messages";
import { Annotation, END, START, StateGraph } from "@langchain/langgraph";
import type { ChatActKind } from "../../src/domain/chat.ts";
import { createMasks } from "../../src/models/masks.ts";
import type { Tokens } from "../../src/models/prices.ts";
import { usageOf } from "../../src/models/structured.ts";
import type { ChatKnowledge, Known } from "./knowledge.ts";
import { CHAT_PROMPT } from "./prompt.ts";
import { AnswerCall, CHAT_TOOLS, readBy } from "./read-tools.ts";
import { type Cited, faultsOf, inOwnWords } from "./verify.ts";

/** So often a model is asked for one question. */
export const MOST_STEPS = 6;
/** Nor does it read with more tools at a time: the calls above them are answered with an error. */
const MOST_CALLS = 4;

/** What came of it. */
export interface LoopResult {
  /** Checked. Null: there is none, and `fault` says why; unless a person is to answer. */
  answer: {
    sentences: readonly Cited[];
    buttons: readonly ChatActKind[];
    /** It says that it does not answer all of the message. */
    isPartial: boolean;
  } | null;
  isHandedOver: boolean;
  fault: string | null;
  /** What was read, by name. */
  read: ReadonlyMap<string, Known>;
}

interface Turn {
  model: BaseChatModel;
  question: string;
  /** Of the question, BCP 47; null: not told. */
  language: string | null;
  knowledge: ChatKnowledge;
  history: readonly { isCandidate: boolean; text: string }[];
  /** Ends it, whatever is under way. */
  signal: AbortSignal;
  /** Names that are hidden from the model. */
  people: readonly string[];
  /** Counted here step by step: what fails later has cost as much by then. */
  tokens: Tokens;
}

const Loop = Annotation.Root({
  messages: Annotation<BaseMessage[]>({
    reducer: (before, more) => [...before, ...more],
    default: () => [],
  }),
  steps: Annotation<number>({ reducer: (_, next) => next, default: () => 0 }),
  result: Annotation<Outcome | null>({
    reducer: (_, next) => next,
    default: () => null,
  }),
});
type LoopState = typeof Loop.State;

/** Asks it. Errors: those of the model, and the signal's. */
export const runLoop = async (turn: Turn): Promise<LoopResult> => {
  const { tokens } = turn;
  const read = new Map<string, Known>();
  const masks = createMasks(turn.people);
  const shown: string[] = [];
  const graph = new StateGraph(Loop)
    .addNode("ask", async ({ messages, steps }) => {
      const message = await ask(messages, turn);
      const used = usageOf(message);
      tokens.input += used?.input ?? 0;
      tokens.cached += used?.cached ?? 0;
      tokens.output += used?.output ?? 0;
      return { messages: [message], steps: steps + 1 };
    })
    .addNode("read", (state) => {
      const answers = callsOf(state).map(({ id = "", name, args }, place) => {
        if (place >= MOST_CALLS) return new ToolMessage({ content: TOO_MANY, tool_call_id: id });
        const known = readBy(name, args, turn.knowledge);
        for (const each of known ?? []) read.set(each.id, each);
        const passages = (known ?? []).map(({ id: source, title, excerpt }) => ({
          id: source,
          title: masks.text(title),
          text: masks.text(excerpt),
        }));
        shown.push(...passages.map(({ text }) => text));
        const content = JSON.stringify(known ? { passages } : { error: "There is no such tool." });
        return new ToolMessage({ content, tool_call_id: id });
      });
      return { messages: answers };
    })
    .addNode("check", (state) => {
      const checked = check(state, { turn, read, back: (text) => putBack(text, masks, shown) });
      return "again" in checked ? { messages: checked.again } : { result: checked };
    })
    .addEdge(START, "ask")
    .addConditionalEdges("ask", afterAsk, ["read", "check"])
    .addConditionalEdges("read", nextOrEnd, ["ask", END])
    .addConditionalEdges("check", nextOrEnd, ["ask", END])
    .compile();
  const { result } = await graph.invoke(
    { messages: beginning(turn, masks.text) },
    { signal: turn.signal, recursionLimit: 3 * MOST_STEPS },
  );
  return { ...(result ?? failed(`the model gave no answer in ${MOST_STEPS} steps`)), read };
};

type Outcome = Omit<LoopResult, "read">;

/** There is no answer. */
export const failed = (fault: string): Outcome => ({ answer: null, isHandedOver: false, fault });

const beginning = ({ question, history }: Turn, mask: (text: string) => string): BaseMessage[] => [
  new SystemMessage(CHAT_PROMPT.system),
  ...history.map(({ isCandidate, text }) =>
    isCandidate ? new HumanMessage(mask(text)) : new AIMessage(mask(text)),
  ),
  new HumanMessage(mask(question)),
];

const ask = async (messages: BaseMessage[], { model, signal }: Turn): Promise<AIMessageChunk> => {
  if (!model.bindTools) throw new Error("a chat model without tools");
  return await model.bindTools(CHAT_TOOLS).invoke(messages, { signal });
};

const callsOf = ({ messages }: LoopState) => {
  const last = messages.at(-1);
  return AIMessage.isInstance(last) ? (last.tool_calls ?? []) : [];
};

const TOO_MANY = JSON.stringify({ error: `At most ${MOST_CALLS} tools at a time.` });

const ENDING = new Set(["answer", "hand_over"]);

const afterAsk = (state: LoopState): "read" | "check" => {
  const calls = callsOf(state);
  return calls.length === 0 || calls.some(({ name }) => ENDING.has(name)) ? "check" : "read";
};

const nextOrEnd = ({ result, steps }: LoopState): "ask" | typeof END =>
  result === null && steps < MOST_STEPS ? "ask" : END;

interface Checking {
  turn: Turn;
  read: ReadonlyMap<string, Known>;
  back(text: string): string | null;
}

type Checked = Outcome | { again: BaseMessage[] };

const check = (state: LoopState, { turn, read, back }: Checking): Checked => {
  const calls = callsOf(state);
  if (calls.some(({ name }) => name === "hand_over")) {
    return { answer: null, isHandedOver: true, fault: null };
  }
  const called = calls.find(({ name }) => name === "answer");
  const parsed = AnswerCall.safeParse(called?.args);
  if (!called || !parsed.success) {
    return failed("the answer does not have the agreed shape");
  }
  const ground = { read, language: turn.language };
  const sentences = parsed.data.sentences.map(({ text, sources }) => ({
    // Where code's own words are shown, those of the model are dropped at once.
    text: inOwnWords(sources, ground).length > 0 ? "" : back(text.replaceAll(/\s+/g, " ").trim()),
    sources,
  }));
  const whole = sentences.flatMap(({ text, sources }) =>
    text === null ? [] : [{ text, sources }],
  );
  const faults =
    whole.length < sentences.length
      ? ["It has a placeholder that was not read."]
      : faultsOf(whole, ground);
  if (faults.length === 0) {
    const { buttons, open } = parsed.data;
    return {
      answer: { sentences: whole, buttons, isPartial: open.some((part) => part.trim() !== "") },
      isHandedOver: false,
      fault: null,
    };
  }
  // Told once what was wrong; a second time it is not asked again.
  if (state.messages.some((message) => message.text.startsWith(NOT_SHOWN))) {
    return failed("what the answer says is not in its sources");
  }
  const content = `${NOT_SHOWN} ${faults.join(" ")}`;
  return {
    again: calls.map(({ id = "" }) => new ToolMessage({ content, tool_call_id: id })),
  };
};

const NOT_SHOWN = "Not shown to the candidate.";

/** Null: a placeholder stands where nothing that was shown had one. */
const putBack = (
  text: string,
  masks: ReturnType<typeof createMasks>,
  shown: readonly string[],
): string | null => {
  try {
    return String(masks.putBack(text, shown.join("\n")));
  } catch {
    // Told by what is given back: such a sentence is not shown.
    return null;
  }
};
