/** The one port to language models: who asks says what for, and gets a chat model of LangChain's with every guard in it
 * (masks, budgets, patience, one way to a structured answer). Without a key and an address it is the offline model. */
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { AppError } from "../domain/errors.ts";
import type { Tokens } from "./prices.ts";

/** Who asks models. Each may have a model and a temperature of its own. */
export const MODEL_USERS = [
  "scheduling",
  "briefing",
  "questions",
  "feedback",
  "attendance",
  "chat",
  "requests",
] as const;
export type ModelUser = (typeof MODEL_USERS)[number];

/** What a model is wanted for. */
export interface ModelUse {
  user: ModelUser;
  /** Whose budget it is counted on; null: the day's alone. */
  runId: string | null;
  /** Names of people that the texts may hold: hidden where pseudonyms are on. */
  people?: readonly string[];
}

/** The models of this installation. */
export interface ChatModels {
  /** A model for one use of it. */
  for(use: ModelUse): BaseChatModel;
  /** Where it is and what it is called; null: the offline model answers. */
  placeOf(user: ModelUser): ModelPlace | null;
  /** US dollars; null: not priced. */
  costOf(user: ModelUser, tokens: Tokens): number | null;
  /** Whether names of people are hidden. */
  hasPseudonyms: boolean;
}

/** What the ledger names a model by. */
export interface ModelPlace {
  model: string;
  /** Without path, user and query. */
  host: string;
}

/** Why there is no answer that may be used. */
export type ModelFaultKind =
  | "timeout"
  | "unreachable"
  | "refused_call"
  | "resting"
  | "budget_run"
  | "budget_day"
  | "cut_off"
  | "refusal"
  | "filtered"
  | "empty"
  | "too_long"
  | "shape"
  | "masked";

const WORDS: Record<ModelFaultKind, string> = {
  timeout: "the model took too long",
  unreachable: "the model could not be asked: its server cannot be reached or broke off",
  refused_call: "the model could not be asked: its server refused",
  resting: "the model could not be asked: its server fails, and is left alone for a while",
  budget_run: "the run's budget of tokens is used up",
  budget_day: "the day's budget of tokens is used up",
  cut_off: "the answer was cut off",
  refusal: "the model refused to answer",
  filtered: "the answer was held back by its server's filter",
  empty: "the answer is empty",
  too_long: "the model could not be asked: the text is too long for it",
  shape: "the answer does not have the agreed shape",
  masked: "the answer names somebody or something where the draft does not",
};

/** A fault of a model, in words for people and without any of its own. `status`: of the HTTP answer; `tokens`: what it has cost. */
export const modelFault = (
  kind: ModelFaultKind,
  { status, tokens, cause }: { status?: number; tokens?: Tokens; cause?: unknown } = {},
): AppError =>
  new AppError({
    code: kind === "timeout" ? "model_timeout" : "model_failed",
    fault: "model",
    message: status === undefined ? WORDS[kind] : `${WORDS[kind]} (status ${status})`,
    data: { kind, ...(status !== undefined && { status }), ...(tokens && { tokens }) },
    ...(cause !== undefined && { cause }),
  });

/** Whether the error is of that kind. */
export const isModelFault = (error: unknown, kind: ModelFaultKind): boolean =>
  error instanceof AppError && error.fault === "model" && error.data["kind"] === kind;
