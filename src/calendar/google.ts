/** Google Calendar for one domain, by a service account that may act as its people. What crosses this border: busy time
 * of many people in, one event at a time out. Google's API does not tell working hours: readings have none. */
import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "../domain/time.ts";
import { createGoogleHttp } from "./google-http.ts";
import { createGoogleReader } from "./google-reader.ts";
import { type GoogleServiceAccount, createGoogleTokens } from "./google-tokens.ts";
import { createGoogleWriter } from "./google-writer.ts";
import { createGoogleWatcher } from "./google-watcher.ts";
import type { CalendarReader, CalendarWatcher, CalendarWriter } from "./port.ts";

export interface GoogleCalendarOptions {
  /** `https://www.googleapis.com` or the sandbox company's. */
  baseUrl: string;
  serviceAccount: GoogleServiceAccount;
  clock: Clock;
  /** For one attempt, in milliseconds. Default 15,000. */
  timeoutMs?: number;
  /** Ceilings of the waits between attempts of a read. Default 500, 1,000 and 2,000. */
  delaysMs?: number[];
  /** Uniform in [0, 1). */
  random?: () => number;
  sleep?: (milliseconds: number) => Promise<void>;
  /** Asked just before something of the writer's leaves: rejects to keep it back. */
  mayWrite?: () => Promise<void>;
}

/** The reader goes to tools, the writer to effects alone. */
export const createGoogleCalendar = (
  options: GoogleCalendarOptions,
): { reader: CalendarReader; writer: CalendarWriter; watcher: CalendarWatcher } => {
  const { clock, serviceAccount, timeoutMs = 15_000 } = options;
  const delaysMs = options.delaysMs ?? [500, 1_000, 2_000];
  const sleep = options.sleep ?? (async (milliseconds) => await wait(milliseconds));
  const http = createGoogleHttp({
    baseUrl: options.baseUrl.replace(/\/+$/, ""),
    tokens: createGoogleTokens({ serviceAccount, clock, timeoutMs }),
    timeoutMs,
    delaysMs,
    random: options.random ?? Math.random,
    sleep,
  });
  return {
    reader: createGoogleReader({ http, clock }),
    writer: createGoogleWriter({ http, delaysMs, sleep, mayWrite: options.mayWrite }),
    watcher: createGoogleWatcher(http),
  };
};
