/** The Lever client with waits that are written down instead of waited for. */
import { createManualClock } from "../../src/clock.ts";
import { createLever } from "../../src/lever/create-lever.ts";
import type { LeverOptions } from "../../src/lever/create-lever.ts";
import { createMemoryRateBucket } from "../../src/lever/rate-bucket.ts";

/** The API key that these clients use. */
export const TEST_API_KEY = "key-for-tests";

/** A client for a base URL. Shape: reader, writer, and every wait in milliseconds. */
export const openLeverClient = (
  baseUrl: string,
  options: Partial<LeverOptions> = {},
): ReturnType<typeof createLever> & { waits: number[] } => {
  const waits: number[] = [];
  const sleep = async (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
  };
  const lever = createLever({
    baseUrl,
    auth: { apiKey: TEST_API_KEY },
    bucket: createMemoryRateBucket({ now: () => 0, sleep }, { burst: 1_000 }),
    clock: createManualClock(Temporal.Instant.from("2026-11-23T09:00:00Z")),
    sleep,
    random: () => 0.5,
    timeoutMs: 20_000,
    ...options,
  });
  return { ...lever, waits };
};
