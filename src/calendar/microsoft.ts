/** Calendars of one Microsoft 365 tenant, by an application that may open its mailboxes. What crosses this border: busy
 * time and hours of many people in, one event at a time out. */
import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "../domain/time.ts";
import { createMicrosoftHttp } from "./microsoft-http.ts";
import { createMicrosoftReader } from "./microsoft-reader.ts";
import { type MicrosoftApplication, createMicrosoftTokens } from "./microsoft-tokens.ts";
import { createMicrosoftWatcher } from "./microsoft-watcher.ts";
import { createMicrosoftWriter } from "./microsoft-writer.ts";
import type { CalendarReader, CalendarWatcher, CalendarWriter } from "./port.ts";

export interface MicrosoftCalendarOptions {
  /** `https://graph.microsoft.com` or the sandbox company's. */
  graphUrl: string;
  /** `https://login.microsoftonline.com` or the sandbox company's. */
  loginUrl: string;
  application: MicrosoftApplication;
  clock: Clock;
  /** Of several places that one name of Windows means, this is taken: Lisbon rather than London in a company of Lisbon. */
  companyZone: string;
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
export const createMicrosoftCalendar = (
  options: MicrosoftCalendarOptions,
): { reader: CalendarReader; writer: CalendarWriter; watcher: CalendarWatcher } => {
  const { application, clock, timeoutMs = 15_000 } = options;
  const delaysMs = options.delaysMs ?? [500, 1_000, 2_000];
  const sleep = options.sleep ?? (async (milliseconds) => await wait(milliseconds));
  const loginUrl = options.loginUrl.replace(/\/+$/, "");
  const http = createMicrosoftHttp({
    graphUrl: options.graphUrl.replace(/\/+$/, ""),
    tokens: createMicrosoftTokens({ loginUrl, application, clock, timeoutMs }),
    timeoutMs,
    delaysMs,
    random: options.random ?? Math.random,
    sleep,
  });
  return {
    reader: createMicrosoftReader({ http, clock, companyZone: options.companyZone }),
    writer: createMicrosoftWriter({ http, delaysMs, sleep, mayWrite: options.mayWrite }),
    watcher: createMicrosoftWatcher({ http, clock }),
  };
};
