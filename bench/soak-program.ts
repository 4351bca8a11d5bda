/** The soak's worker, as a process of its own. It lives by the company's clock, of which its parent tells it. What crosses
 * here: where the company is and the environment, then the time whenever it was moved, and questions for the memory. */
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { parseConfig } from "../src/config.ts";
import { createLog } from "../src/log.ts";
import { meetCompany } from "../src/sandbox-company.ts";
import { start } from "../src/start.ts";

/** Path of this file. */
export const soakProgram = fileURLToPath(import.meta.url);

const Beginning = z.object({
  env: z.record(z.string(), z.string()),
  now: z.string(),
  place: z.object({
    url: z.string(),
    name: z.string(),
    zone: z.string(),
    leverUrl: z.string(),
    leverApiKey: z.string(),
    googleUrl: z.string(),
    googleServiceAccount: z.object({
      client_email: z.string(),
      private_key: z.string(),
      token_uri: z.string(),
    }),
    smtpUrl: z.string(),
    mailFrom: z.string(),
    rateLimit: z.object({ perSecond: z.number(), burst: z.number() }).optional(),
  }),
});

/** What the parent says at first. */
export type Beginning = z.infer<typeof Beginning>;

/** What it says later. */
const Later = z.union([z.object({ now: z.string() }), z.object({ measure: z.literal(true) })]);
export type Later = z.infer<typeof Later>;

/** The answers: once it is ready, and in megabytes what it holds after its garbage was collected. */
export const Answer = z.union([z.object({ ready: z.literal(true) }), z.object({ mb: z.number() })]);

const work = async (): Promise<void> => {
  const { promise: first, resolve } = Promise.withResolvers<unknown>();
  process.once("message", resolve);
  const { env, place, ...beginning } = Beginning.parse(await first);
  let now = Temporal.Instant.from(beginning.now);
  await start(parseConfig(env), {
    log: createLog({ level: "silent" }),
    roles: { web: false, work: true },
    tickSeconds: 0.5,
    company: {
      ...place,
      ...meetCompany(place),
      clock: { now: () => now },
      close: async () => await Promise.resolve(),
    },
  });
  process.on("message", (message) => {
    const later = Later.parse(message);
    if ("now" in later) now = Temporal.Instant.from(later.now);
    else process.send?.({ mb: residentMb() });
  });
  process.send?.({ ready: true });
};

const residentMb = (): number => {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage.rss() / 2 ** 20;
};

if (import.meta.main) await work();
