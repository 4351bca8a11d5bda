/** The chat models of this installation: OpenAI or any compatible server where one is configured, else the offline one. */
import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "../db/port.ts";
import type { Clock } from "../domain/time.ts";
import { type TokenLimits, createBudget } from "./budget.ts";
import { createDialects } from "./dialect.ts";
import { GuardedChatModel, type Guards } from "./guarded.ts";
import { OfflineChatModel } from "./offline.ts";
import { type OpenAiServer, createOpenAiClient } from "./openai.ts";
import { type Patience, createBreaker } from "./patience.ts";
import type { ChatModels, ModelUser } from "./port.ts";
import { type Price, costOf, isSeller, priceOf } from "./prices.ts";

/** A model server, and who asks which of its models. */
export interface ModelSettings {
  server: OpenAiServer;
  model: string;
  /** Null: as the server has it. */
  temperature: number | null;
  /** Of one user alone. */
  own: Partial<Record<ModelUser, { model?: string; temperature?: number }>>;
  limits: TokenLimits;
  hasPseudonyms: boolean;
  prices: Readonly<Record<string, Price>>;
}

export interface ModelDeps {
  database: Pick<Database, "query" | "transaction">;
  clock: Clock;
  /** Where a day begins and ends. */
  zone: string;
  /** Milliseconds that one call may take, with all of its tries. */
  budgetMs: number;
  patience?: Patience;
}

const realPatience: Patience = {
  random: Math.random,
  now: () => performance.now(),
  sleep: async (milliseconds, signal) => await wait(milliseconds, undefined, { signal }),
};

/** Null: without a key and an address, which is the offline model. */
export const createChatModels = async (
  settings: ModelSettings | null,
  deps: ModelDeps,
): Promise<ChatModels> => {
  if (settings === null) return offlineModels;
  const { server, own, hasPseudonyms, prices } = settings;
  const { database, clock, zone } = deps;
  const guards: Guards = {
    client: await createOpenAiClient(server),
    dialects: createDialects({ database, clock }),
    budget: createBudget({ database, clock, zone }, settings.limits),
    breaker: createBreaker(),
    patience: deps.patience ?? realPatience,
    budgetMs: deps.budgetMs,
  };
  const host = new URL(server.baseUrl).host;
  const endpoint = [server.baseUrl, server.api, server.apiVersion ?? ""].join(" ").trim();
  const modelOf = (user: ModelUser): string => own[user]?.model ?? settings.model;
  return {
    for: ({ user, runId, people = [] }) =>
      new GuardedChatModel(guards, {
        server: { endpoint, model: modelOf(user) },
        knowsStore: isSeller(host),
        temperature: own[user]?.temperature ?? settings.temperature,
        runId,
        people: hasPseudonyms ? people : [],
      }),
    placeOf: (user) => ({ model: modelOf(user), host }),
    costOf: (user, tokens) => costOf(tokens, priceOf({ model: modelOf(user), host }, prices)),
    hasPseudonyms,
  };
};

const offlineModels: ChatModels = {
  for: () => new OfflineChatModel(),
  placeOf: () => null,
  costOf: () => null,
  hasPseudonyms: false,
};
