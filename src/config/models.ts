/** Language models, as the environment says: one server, and who asks which of its models. */
import type { ModelUser } from "../models/port.ts";
import type { Price } from "../models/prices.ts";
import type { Secret } from "../secret.ts";
import type { Environment } from "./environment.ts";

export interface ModelConfig {
  apiKey: Secret | null;
  /** With the path up to `/v1`. */
  baseUrl: string;
  name: string;
  temperature: number | null;
  own: Partial<Record<ModelUser, { model?: string; temperature?: number }>>;
  api: "chat" | "responses";
  auth: "bearer" | "api-key";
  apiVersion: string | null;
  tokensPerRun: number;
  tokensPerDay: number;
  prices: Readonly<Record<string, Price>>;
  hasPseudonyms: boolean;
  /** Whether answers of the candidate's assistant are translated. */
  translatesChat: boolean;
}

const OPENAI_URL = "https://api.openai.com/v1";
const DEFAULT_MODEL = "gpt-5-mini";
const TOKENS_PER_RUN = 200_000;
const TOKENS_PER_DAY = 5_000_000;

type Name = keyof Environment;

/** Null: the offline model. */
export const buildModel = (env: Environment): ModelConfig | null =>
  env.OPENAI_API_KEY === undefined && env.OPENAI_BASE_URL === undefined
    ? null
    : {
        apiKey: env.OPENAI_API_KEY ?? null,
        baseUrl: env.OPENAI_BASE_URL ?? OPENAI_URL,
        name: env.OPENAI_MODEL ?? DEFAULT_MODEL,
        temperature: env.OPENAI_TEMPERATURE ?? null,
        own: ownModels(env),
        api: env.OPENAI_API ?? "chat",
        auth: env.OPENAI_AUTH ?? "bearer",
        apiVersion: env.OPENAI_API_VERSION ?? null,
        tokensPerRun: env.MODEL_TOKENS_PER_RUN ?? TOKENS_PER_RUN,
        tokensPerDay: env.MODEL_TOKENS_PER_DAY ?? TOKENS_PER_DAY,
        prices: env.MODEL_PRICES ?? {},
        hasPseudonyms: env.MODEL_PSEUDONYMS ?? false,
        translatesChat: env.CHAT_TRANSLATION ?? true,
      };

const ownModels = (env: Environment): ModelConfig["own"] => ({
  scheduling: own(env.OPENAI_MODEL_SCHEDULING, env.OPENAI_TEMPERATURE_SCHEDULING),
  briefing: own(env.OPENAI_MODEL_BRIEFING, env.OPENAI_TEMPERATURE_BRIEFING),
  questions: own(env.OPENAI_MODEL_QUESTIONS, env.OPENAI_TEMPERATURE_QUESTIONS),
  feedback: own(env.OPENAI_MODEL_FEEDBACK, env.OPENAI_TEMPERATURE_FEEDBACK),
  attendance: own(env.OPENAI_MODEL_ATTENDANCE, env.OPENAI_TEMPERATURE_ATTENDANCE),
  chat: own(env.OPENAI_MODEL_CHAT, env.OPENAI_TEMPERATURE_CHAT),
  requests: own(env.OPENAI_MODEL_REQUESTS, env.OPENAI_TEMPERATURE_REQUESTS),
});

const own = (model: string | undefined, temperature: number | undefined) => ({
  ...(model !== undefined && { model }),
  ...(temperature !== undefined && { temperature }),
});

/** What is there of a model server, and not all of it. */
export const findModelContradictions = (has: (name: Name) => boolean): string[] => {
  const needs = (name: Name, other: Name, why: string): string[] =>
    has(name) && !has(other) ? [`${other}: is needed with ${name}${why}`] : [];
  return [
    ...needs("OPENAI_BASE_URL", "OPENAI_MODEL", ": the model's name on that server"),
    ...needs("OPENAI_API_VERSION", "OPENAI_BASE_URL", ": the address of the resource"),
    ...needs("OPENAI_AUTH", "OPENAI_API_KEY", ": the key that is to be sent"),
  ];
};

/** Variables that say something of a model where none is configured. */
export const findUnusedModel = (env: Environment): string[] => {
  if (buildModel(env) !== null) return [];
  const given = Object.entries(env)
    .filter(
      ([name, value]) => /^(?:OPENAI_|MODEL_|CHAT_TRANSLATION$)/.test(name) && value !== undefined,
    )
    .map(([name]) => name)
    .filter((name) => name !== "MODEL_BUDGET_MS");
  if (given.length === 0) return [];
  const verb = given.length === 1 ? "is" : "are";
  return [
    `${given.join(", ")} ${verb} not used: set OPENAI_API_KEY or OPENAI_BASE_URL with ${given.length === 1 ? "it" : "them"}.`,
  ];
};
