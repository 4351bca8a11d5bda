/** The chat model that everybody is given: LangChain's own shape, with all that guards a call in one place. What is sent is masked,
 * taken from the budgets, asked in the dialect that the server knows, again only where that is of use, and ends with its time. */
import {
  BaseChatModel,
  type BaseChatModelCallOptions,
  type BindToolsInput,
} from "@langchain/core/language_models/chat_models";
import type { BaseLanguageModelInput } from "@langchain/core/language_models/base";
import {
  AIMessage,
  AIMessageChunk,
  type BaseMessage,
  HumanMessage,
  ToolMessage,
} from "@langchain/core/messages";
import { ChatGenerationChunk, type ChatResult } from "@langchain/core/outputs";
import type { Runnable } from "@langchain/core/runnables";
import type { CircuitBreakerPolicy } from "cockatiel";
import { z } from "zod";
import { type Tell, withSpan } from "../telemetry.ts";
import type { Budget, Taken } from "./budget.ts";
import { type Dialect, type Dialects, type ServerKey, withoutRefused } from "./dialect.ts";
import { createMasks } from "./masks.ts";
import { type OpenAiClient, structuredCall } from "./openai.ts";
import { isCallersEnd, outcomeOf, refusedWords, toModelFault, wasNeverReached } from "./outcome.ts";
import { type Patience, withPatience } from "./patience.ts";
import { isModelFault, modelFault } from "./port.ts";
import { type Wanted, readJson, usageOf, wantedOf } from "./structured.ts";

export interface GuardedOptions extends BaseChatModelCallOptions {
  tools?: BindToolsInput[];
  tool_choice?: string;
}

/** What every model of one server shares. */
export interface Guards {
  client: OpenAiClient;
  dialects: Dialects;
  budget: Budget;
  breaker: CircuitBreakerPolicy;
  patience: Patience;
  /** Milliseconds that one call may take, with all of its tries. */
  budgetMs: number;
}

/** What one use of it has. */
export interface GuardedUse {
  server: ServerKey;
  /** Whether it is known to know the field `store`. */
  knowsStore: boolean;
  temperature: number | null;
  runId: string | null;
  /** Names that are hidden. */
  people: readonly string[];
}

/** Letters of a token, about. */
const LETTERS = 4;
const LEAST_ANSWER = 2_000;
const MOST_ANSWER = 32_000;
/** Fields that a server may not know, each tried by itself. */
const MOST_DIALECTS = 8;

interface Call {
  messages: BaseMessage[];
  options: GuardedOptions;
  wanted: Wanted | null;
  signal: AbortSignal;
  deadline: number;
  mostTokens: number;
  /** What is known of the tries so far. */
  tried: { mayHaveCost: boolean };
}

/** A chat model with every guard. Errors: `model_failed`, `model_timeout`, in words for people. */
export class GuardedChatModel extends BaseChatModel<GuardedOptions> {
  readonly model: string;
  readonly #guards: Guards;
  readonly #use: GuardedUse;

  constructor(guards: Guards, use: GuardedUse) {
    super({});
    this.#guards = guards;
    this.#use = use;
    this.model = use.server.model;
  }

  override _llmType(): string {
    return "openai";
  }

  override bindTools(
    tools: BindToolsInput[],
    options?: Partial<GuardedOptions>,
  ): Runnable<BaseLanguageModelInput, AIMessageChunk, GuardedOptions> {
    return this.withConfig({ ...options, tools });
  }

  override async _generate(
    messages: BaseMessage[],
    options: this["ParsedCallOptions"],
  ): Promise<ChatResult> {
    const call = this.#callOf(messages, options);
    const about = { "gen_ai.operation.name": "chat", "gen_ai.request.model": this.model };
    return await withSpan(
      `chat ${this.model}`,
      about,
      async (tell) =>
        await this.#guarded(call, async (taken) => await this.#answer(call, taken, tell)),
    );
  }

  async #answer(call: Call, taken: Taken, tell: Tell): Promise<ChatResult> {
    const ask = async (dialect: Dialect) => await this.#once(call, dialect);
    const message = (await this.#inDialect(call, ask)).generations[0]?.message;
    const tokens = usageOf(message);
    await taken.settle(tokens ? tokens.input + tokens.output : estimateOf(call));
    if (tokens) {
      tell({
        "gen_ai.usage.input_tokens": tokens.input,
        "gen_ai.usage.output_tokens": tokens.output,
      });
    }
    return { generations: [readAnswer(message, call.wanted)] };
  }

  /** A structured answer comes in one piece: half of one is of no use. */
  override async *_streamResponseChunks(
    messages: BaseMessage[],
    options: this["ParsedCallOptions"],
  ): AsyncGenerator<ChatGenerationChunk> {
    const call = this.#callOf(messages, options);
    if (call.wanted) {
      const { generations } = await this._generate(messages, options);
      for (const { text, message } of generations) {
        if (AIMessageChunk.isInstance(message)) yield new ChatGenerationChunk({ text, message });
      }
      return;
    }
    const { taken, first, rest } = await this.#guarded(call, async (begun) => ({
      taken: begun,
      ...(await this.#inDialect(call, async (dialect) => await this.#open(call, dialect))),
    }));
    yield* this.#pieces({ call, taken, first, rest });
  }

  async *#pieces({
    call,
    taken,
    first,
    rest,
  }: {
    call: Call;
    taken: Taken;
    first: IteratorResult<ChatGenerationChunk, unknown>;
    rest: AsyncIterator<ChatGenerationChunk>;
  }): AsyncGenerator<ChatGenerationChunk> {
    let letters = 0;
    let used: number | undefined;
    let finish: unknown;
    try {
      for (let next = first; next.done !== true; next = await rest.next()) {
        letters += next.value.text.length;
        const tokens = usageOf(next.value.message);
        used = tokens ? tokens.input + tokens.output : used;
        finish = next.value.generationInfo?.["finish_reason"] ?? finish;
        if (letters > call.mostTokens * LETTERS) throw modelFault("cut_off");
        yield next.value;
      }
    } catch (thrown) {
      throw ended(thrown, call);
    } finally {
      await rest.return?.();
      await taken.settle(used ?? Math.ceil(letters / LETTERS) + estimateOf(call));
    }
    refuseUnfinished(finish, letters);
  }

  #callOf(messages: BaseMessage[], options: GuardedOptions): Call {
    const { budgetMs, patience } = this.#guards;
    const masks = createMasks(this.#use.people);
    const input = sizeOf(messages, options);
    const late = AbortSignal.timeout(budgetMs);
    return {
      messages: messages.map((message) => masked(message, masks.text)),
      options,
      wanted: wantedOf(options),
      signal: options.signal ? AbortSignal.any([options.signal, late]) : late,
      deadline: patience.now() + budgetMs,
      mostTokens: Math.min(MOST_ANSWER, 2 * input + LEAST_ANSWER),
      tried: { mayHaveCost: false },
    };
  }

  /** Takes from the budgets; gives back what a call did not use that never got an answer. */
  async #guarded<Result>(call: Call, work: (taken: Taken) => Promise<Result>): Promise<Result> {
    call.signal.throwIfAborted();
    const taken = await this.#guards.budget.take(this.#use.runId, estimateOf(call));
    try {
      return await work(taken);
    } catch (thrown) {
      if (isUnspent(thrown) && !call.tried.mayHaveCost) await taken.settle(0);
      throw ended(thrown, call);
    }
  }

  /** Tries the dialect that is known; what the server refuses is left out, and what it took at last is remembered. */
  async #inDialect<Result>(
    call: Call,
    work: (dialect: Dialect) => Promise<Result>,
  ): Promise<Result> {
    const { dialects, breaker, patience } = this.#guards;
    const known = await dialects.read(this.#use.server);
    let dialect = known;
    for (let tried = 1; ; tried += 1) {
      const spoken = dialect;
      try {
        const { signal, deadline, options } = call;
        const how = { patience, breaker, deadline, signal, caller: options.signal };
        const result = await withPatience(async () => await noting(call, work, spoken), how);
        if (spoken !== known) await dialects.keep(this.#use.server, spoken);
        return result;
      } catch (thrown) {
        const words = refusedWords(thrown);
        const { knowsStore } = this.#use;
        const about = { isStructured: call.wanted !== null, knowsStore };
        const next = words === null ? null : withoutRefused(spoken, words, about);
        if (next === null || tried >= MOST_DIALECTS) throw thrown;
        dialect = next;
      }
    }
  }

  #transport({ mostTokens }: Call, dialect: Dialect) {
    const { server, temperature } = this.#use;
    return this.#guards.client({ model: server.model, temperature, dialect, mostTokens });
  }

  async #once(call: Call, dialect: Dialect): Promise<ChatResult> {
    const { messages, options } = spokenIn(call, dialect);
    return await this.#transport(call, dialect)._generate(messages, options);
  }

  async #open(call: Call, dialect: Dialect) {
    const { messages, options } = spokenIn(call, dialect);
    const rest = this.#transport(call, dialect)._streamResponseChunks(messages, options);
    return { first: await rest.next(), rest };
  }
}

const spokenIn = ({ messages, options, wanted, signal }: Call, dialect: Dialect) => {
  const { tools, tool_choice } = options;
  if (!wanted) {
    const given = { ...(tools && { tools }), ...(tool_choice !== undefined && { tool_choice }) };
    return { messages, options: { ...given, signal } };
  }
  const call = structuredCall(messages, wanted, dialect);
  return { messages: call.messages, options: { ...call.options, signal } };
};

const masked = (message: BaseMessage, mask: (text: string) => string): BaseMessage => {
  // What the system is told is ours, and the same each time.
  if (message.type === "system") return message;
  const content = mask(message.text);
  if (ToolMessage.isInstance(message)) {
    return new ToolMessage({ content, tool_call_id: message.tool_call_id });
  }
  return AIMessage.isInstance(message)
    ? new AIMessage({ content, ...(message.tool_calls && { tool_calls: message.tool_calls }) })
    : new HumanMessage(content);
};

const sizeOf = (messages: BaseMessage[], { tools }: GuardedOptions): number =>
  Math.ceil(
    (messages.reduce((sum, { text }) => sum + text.length, 0) +
      JSON.stringify(tools ?? []).length) /
      LETTERS,
  );

/** What a call is counted with until it is known: what is sent, and an answer about as long. */
const estimateOf = ({ messages, options }: Call): number => 2 * sizeOf(messages, options) + 100;

/** Whether a server has answered that it will not, or was not asked at all: either costs nothing. */
const isUnspent = (thrown: unknown): boolean =>
  isModelFault(thrown, "resting") ||
  outcomeOf(thrown).status !== undefined ||
  wasNeverReached(thrown);

/** One try: a later one that costs nothing does not make good for one that may have cost. */
const noting = async <Result>(
  { tried }: Call,
  work: (dialect: Dialect) => Promise<Result>,
  dialect: Dialect,
): Promise<Result> => {
  try {
    return await work(dialect);
  } catch (thrown) {
    tried.mayHaveCost ||= !isUnspent(thrown);
    throw thrown;
  }
};

/** The caller's own end goes on as it is; all else is a fault of the model. */
const ended = (thrown: unknown, { options, signal }: Call): unknown => {
  if (isCallersEnd(options.signal)) return options.signal?.reason;
  return signal.aborted ? modelFault("timeout") : toModelFault(thrown);
};

const FINISHES: Record<string, "cut_off" | "filtered"> = {
  length: "cut_off",
  max_output_tokens: "cut_off",
  content_filter: "filtered",
};

const refuseUnfinished = (finish: unknown, letters: number): void => {
  const fault = typeof finish === "string" ? FINISHES[finish] : undefined;
  if (fault) throw modelFault(fault);
  if (letters === 0 && finish === undefined) throw modelFault("empty");
};

/** Why it ended, by either API's words for it. */
const finishOf = (message: BaseMessage): unknown => {
  const { response_metadata: told } = message;
  const details: unknown = told["incomplete_details"];
  const reason: unknown =
    typeof details === "object" && details !== null ? Reflect.get(details, "reason") : undefined;
  return reason ?? told["finish_reason"];
};

/** The answer as it is to be read: a structured one always as a call of its tool. Errors: what is cut off, held back, refused or
 * empty is no answer, though it may parse. */
const readAnswer = (message: BaseMessage | undefined, wanted: Wanted | null) => {
  if (!message || !AIMessage.isInstance(message)) throw modelFault("empty");
  const tokens = usageOf(message);
  const cost = tokens ? { tokens } : {};
  const fault = FINISHES[String(finishOf(message))];
  if (fault) throw modelFault(fault, cost);
  if (isRefusal(message)) throw modelFault("refusal", cost);
  const calls = message.tool_calls ?? [];
  const { text } = message;
  if (calls.length === 0 && text.trim() === "" && !hasBrokenCalls(message)) {
    throw modelFault("empty", cost);
  }
  const { response_metadata, usage_metadata } = message;
  const kept = { response_metadata, ...(usage_metadata ? { usage_metadata } : {}) };
  if (!wanted) {
    return { text, message: new AIMessageChunk({ content: text, tool_calls: calls, ...kept }) };
  }
  const called = calls.find(({ name }) => name === wanted.name)?.args;
  const args = called ?? readJson(brokenCallOf(message, wanted) ?? text);
  if (!args) throw modelFault("shape", cost);
  const call = { id: "answer", name: wanted.name, args };
  return { text: "", message: new AIMessageChunk({ content: "", tool_calls: [call], ...kept }) };
};

const Refusals = z.object({
  refusal: z.string().nullish(),
  __raw_response: z
    .object({
      choices: z.array(z.object({ message: z.object({ refusal: z.string().nullish() }) })),
    })
    .optional()
    .catch(undefined),
});

/** By either API's words for it. */
const isRefusal = ({ additional_kwargs }: AIMessage): boolean => {
  const told = Refusals.safeParse(additional_kwargs).data;
  const refusal = told?.refusal ?? told?.__raw_response?.choices[0]?.message.refusal ?? "";
  return refusal !== "";
};

const hasBrokenCalls = (message: AIMessage): boolean =>
  (message.invalid_tool_calls?.length ?? 0) > 0;

/** Arguments that were no JSON: they may be mended. */
const brokenCallOf = (message: AIMessage, { name }: Wanted): string | undefined =>
  message.invalid_tool_calls?.find((call) => call.name === name)?.args;
