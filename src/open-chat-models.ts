/** The models of this process, by its configuration. */
import type { Config } from "./config.ts";
import type { Database } from "./db/port.ts";
import type { Clock } from "./domain/time.ts";
import { type ModelSettings, createChatModels } from "./models/chat-model.ts";
import type { ChatModels } from "./models/port.ts";

/** Opens them. */
export const openChatModels = async ({
  config,
  database,
  clock,
  company,
}: {
  config: Config;
  database: Database;
  clock: Clock;
  company: { zone: string };
}): Promise<ChatModels> =>
  await createChatModels(modelSettings(config), {
    database,
    clock,
    zone: company.zone,
    budgetMs: config.modelBudgetMs,
  });

/** What the configuration says of models; null: the offline model. */
const modelSettings = ({ model }: Config): ModelSettings | null =>
  model && {
    server: {
      apiKey: model.apiKey?.reveal() ?? null,
      baseUrl: model.baseUrl,
      api: model.api,
      auth: model.auth,
      apiVersion: model.apiVersion,
    },
    model: model.name,
    temperature: model.temperature,
    own: model.own,
    limits: { perRun: model.tokensPerRun, perDay: model.tokensPerDay },
    prices: model.prices,
    hasPseudonyms: model.hasPseudonyms,
  };
