/** The company's own model server, which speaks OpenAI's API: chat completions and responses, with tools, JSON schemas, streams
 * and usage. It behaves as it is told. Mounted at `/openai`. Source: OpenAI API reference. */
import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { type ErrorRequestHandler, type Response, Router, json } from "express";
import type { CompanyClock } from "../clock.ts";
import type { Journal } from "../journal.ts";
import type { World } from "../worlds/types.ts";
import { Abilities, refuseUnable } from "./abilities.ts";
import { type Answer, type Behaviour, ScriptedAnswer, answerAs } from "./behaviour.ts";
import { type Head, chatBody, chatEvents, type StreamEvent } from "./chat.ts";
import { bodyForever, breakOff, breakOffStream, stream, streamForever } from "./deliver.ts";
import { OpenAiRefusal, refusals, refuseAsOpenAi, sendRefusal } from "./errors.ts";
import { type Asked, readChat, readResponses } from "./request.ts";
import { responseBody, responseEvents } from "./responses.ts";
import { type Usage, createPromptCache, tokensIn } from "./tokens.ts";
import type { Lie } from "./translator.ts";

export interface OpenAiOptions {
  world: World;
  clock: CompanyClock;
  journal: Journal;
}

/** What is to be asked of it from now on; what is absent stays as it is. */
export interface OpenAiModes {
  behaviour?: Behaviour;
  /** For `slow`: real milliseconds. */
  delayMs?: number;
  /** For `traitor`: what it does where no text orders anything. */
  order?: string;
  /** For `assistant` and `lie`: beginnings of ids of what it names; null: it hands over. */
  cites?: readonly string[] | null;
  /** For `lie`. */
  lie?: Lie;
  /** Answers for `script`, in order; behind what is left of an earlier one. */
  script?: readonly ScriptedAnswer[];
  can?: Partial<Abilities>;
}

/** One request that it took. */
export interface Kept extends Asked {
  usage: Usage;
  /** Headers that name the caller, by their lower-case names. */
  authorization: string | undefined;
  apiKeyHeader: string | undefined;
  query: string;
}

export interface OpenAi {
  router: Router;
  apiKey: string;
  /** Everything that it was asked, refused or not, in order. */
  asked(): readonly Kept[];
  modes(): { behaviour: Behaviour; delayMs: number; scriptLeft: number; can: Abilities };
  set(modes: OpenAiModes): void;
  /** As on the first day. */
  reset(): void;
}

interface State {
  behaviour: Behaviour;
  delayMs: number;
  order: string | null;
  cites: readonly string[] | null;
  lie: Lie;
  script: ScriptedAnswer[];
  can: Abilities;
  asked: Kept[];
}

const firstDay = (): State => ({
  behaviour: "faithful",
  delayMs: 2_000,
  order: null,
  cites: ["case.when"],
  lie: "promise",
  script: [],
  can: Abilities.parse({}),
  asked: [],
});

/** A model server that nobody has asked anything yet. */
export const createOpenAi = (options: OpenAiOptions): OpenAi => {
  const secret = createHash("sha256").update(`openai ${options.world.seed}`).digest("hex");
  const apiKey = `sk-${secret.slice(0, 40)}`;
  let state = firstDay();
  let readPrompt = createPromptCache();
  const router = Router();
  router.use(json({ limit: "5mb" }));
  for (const [path, read] of [
    ["/v1/chat/completions", readChat],
    ["/v1/responses", readResponses],
  ] as const) {
    router.post(path, async (request, response) => {
      const authorization = request.header("authorization");
      const apiKeyHeader = request.header("api-key");
      const given = /^Bearer (\S+)$/i.exec(authorization ?? "")?.[1] ?? apiKeyHeader;
      if (given !== apiKey) throw refusals.withoutKey();
      const asked = read(request.body);
      const usage = { ...readPrompt(asked), output: 0 };
      const query = new URL(request.url, "http://loopback").search.slice(1);
      const kept: Kept = { ...asked, usage, authorization, apiKeyHeader, query };
      state.asked.push(kept);
      note(options, kept, state.behaviour);
      refuseUnable(asked, state.can, usage.input);
      await give(kept, { state, response, clock: options.clock });
    });
  }
  router.use(() => {
    throw refusals.noSuchRoute();
  });
  router.use(toOpenAiError);
  return {
    router,
    apiKey,
    asked: () => state.asked,
    modes: () => {
      const { behaviour, delayMs, script, can } = state;
      return { behaviour, delayMs, scriptLeft: script.length, can };
    },
    set: ({ behaviour, delayMs, order, cites, lie, script, can }) => {
      state.behaviour = behaviour ?? (script ? "script" : state.behaviour);
      state.delayMs = delayMs ?? state.delayMs;
      state.order = order ?? state.order;
      state.cites = cites === undefined ? state.cites : cites;
      state.lie = lie ?? state.lie;
      state.script.push(...(script ?? []));
      state.can = { ...state.can, ...can };
    },
    reset: () => {
      state = firstDay();
      readPrompt = createPromptCache();
    },
  };
};

const note = ({ journal }: OpenAiOptions, { api, model }: Kept, behaviour: Behaviour): void => {
  journal.add({ service: "openai", kind: `${api}.asked`, ids: { model, behaviour } });
};

interface Desk {
  state: State;
  response: Response;
  clock: CompanyClock;
}

const answerOf = (asked: Asked, state: State): Answer => {
  if (state.behaviour !== "script") return answerAs(state.behaviour, asked, state);
  const next = state.script.shift();
  if (!next) throw refusals.scriptIsOver();
  return ScriptedAnswer.parse(next);
};

const give = async (kept: Kept, desk: Desk): Promise<void> => {
  const { state, response, clock } = desk;
  const answer = answerOf(kept, state);
  kept.usage.output = tokensIn(answer.text + JSON.stringify(answer.toolCalls));
  const head: Head = {
    id: `${kept.api === "chat" ? "chatcmpl" : "resp"}-${state.asked.length}`,
    model: kept.model,
    created: Math.floor(clock.now().epochMilliseconds / 1_000),
  };
  const { behaviour } = state;
  if (behaviour === "slow") await wait(state.delayMs);
  if (kept.isStream) {
    const events = eventsOf(answer, { head, kept, can: state.can });
    const [, second, third] = events;
    if (behaviour === "break_off") await breakOffStream(events, response);
    else if (behaviour === "endless" && second)
      await streamForever(pieceOf(kept, second, third), response);
    else await stream(events, { response, ends: kept.api === "chat" ? "data: [DONE]\n\n" : "" });
    return;
  }
  if (behaviour === "endless") {
    await bodyForever(response);
    return;
  }
  const body =
    kept.api === "chat"
      ? chatBody(answer, { head, usage: kept.usage, can: state.can })
      : responseBody(answer, { head, usage: kept.usage });
  if (behaviour === "break_off") await breakOff(JSON.stringify(body), response);
  else response.json(body);
};

/** What is told again and again: a piece of text. */
const pieceOf = ({ api }: Kept, second: StreamEvent, third: StreamEvent | undefined): StreamEvent =>
  api === "chat" ? second : (third ?? second);

const eventsOf = (
  answer: Answer,
  { head, kept, can }: { head: Head; kept: Kept; can: Abilities },
): StreamEvent[] => {
  const { usage, body } = kept;
  if (kept.api === "responses") return responseEvents(answer, { head, usage });
  const options = body["stream_options"];
  const isAsked =
    typeof options === "object" &&
    options !== null &&
    Reflect.get(options, "include_usage") === true;
  return chatEvents(answer, { head, usage, isUsageAsked: isAsked && can.usage });
};

/** Express knows an error handler by its four parameters. */
// oxlint-disable-next-line max-params
const toOpenAiError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) {
    next(error);
  } else if (error instanceof OpenAiRefusal) {
    sendRefusal(response, error);
  } else {
    // What the body parser refuses; anything else is our own mistake and shows as 500.
    refuseAsOpenAi({ status: error instanceof SyntaxError ? 400 : 500 }, response);
  }
};
