/** Models of a server for tests that drive the port by itself: its books on a database that is given, its patience without waits. */
import type { Clock } from "../../src/domain/time.ts";
import {
  type ModelDeps,
  type ModelSettings,
  createChatModels,
} from "../../src/models/chat-model.ts";
import type { ChatModels } from "../../src/models/port.ts";

const STILL: Clock = { now: () => Temporal.Instant.from("2026-03-02T09:00:00Z") };

/** Waits that were asked for: none is waited. Units: milliseconds. */
export interface NotedWaits {
  waits: number[];
}

/** What a test says of them. */
export interface GivenModels {
  database: ModelDeps["database"];
  settings?: Partial<Omit<ModelSettings, "server">> & { server?: Partial<ModelSettings["server"]> };
  deps?: Partial<ModelDeps>;
  noted?: NotedWaits;
}

/** Of one server, as OpenAI's own unless said otherwise. */
export const modelsAt = async (
  place: { url: string; apiKey?: string | undefined },
  given: GivenModels,
): Promise<ChatModels> => {
  const { server, ...settings } = given.settings ?? {};
  return await createChatModels(
    {
      model: "a-model",
      temperature: null,
      own: {},
      limits: { perRun: 1_000_000, perDay: 10_000_000 },
      hasPseudonyms: false,
      prices: {},
      ...settings,
      server: {
        apiKey: place.apiKey ?? "key-for-tests",
        baseUrl: place.url,
        auth: "bearer",
        apiVersion: null,
        api: "chat",
        ...server,
      },
    },
    {
      database: given.database,
      clock: STILL,
      zone: "UTC",
      budgetMs: 10_000,
      patience: {
        random: () => 0.5,
        now: () => performance.now(),
        sleep: async (milliseconds) => {
          given.noted?.waits.push(milliseconds);
          await Promise.resolve();
        },
      },
      ...given.deps,
    },
  );
};
