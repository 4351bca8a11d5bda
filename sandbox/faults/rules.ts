/** Faults of the company's services, as rules: which requests they meet, how often, and what happens to those. */
import { z } from "zod";
import { type Random, createRandom } from "../worlds/random.ts";

export const SERVICES = [
  "lever",
  "google",
  "microsoft",
  "zoom",
  "slack",
  "teams",
  "mail",
  "openai",
] as const;
export type FaultyService = (typeof SERVICES)[number];

/** What each kind does to the request that meets it. */
export const KINDS = {
  status: "answers with the status; nothing is done",
  expired_token: "the credential has just ended: 401 until a fresh one comes; nothing is done",
  slow: "waits for the delay, then does as asked",
  hang_before: "does nothing, and never answers",
  hang_after: "does as asked, and never answers",
  drop_before: "does nothing, and cuts the connection",
  drop_after: "does as asked, and cuts the connection",
  malformed: "does as asked, and answers with half a body",
  clock_skew: "no request meets it: the service's clock is wrong by the skew while the rule stands",
} as const;
type FaultKind = keyof typeof KINDS;
const isKind = (name: string): name is FaultKind => Object.hasOwn(KINDS, name);
const FAULT_KINDS = Object.keys(KINDS).filter(isKind);

const isPattern = (text: string): boolean => {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
};

/** One rule as somebody sets it. */
export const NewFault = z.strictObject({
  service: z.enum(SERVICES),
  kind: z.literal(FAULT_KINDS),
  /** GET, POST …; of mail: MAIL, RCPT or DATA, which is the default there. Default: any. */
  method: z.string().toUpperCase().optional(),
  /** A regular expression over the path without its query. Default: any. */
  path: z.string().max(300).refine(isPattern, "must be a regular expression").default(""),
  /** How many requests meet it. Null: all, until it is removed. */
  times: z.int().min(1).max(1_000_000).nullable().default(1),
  /** Which share of the requests that fit meets it, by a seeded draw. */
  share: z.number().gt(0).max(1).default(1),
  status: z.int().min(400).max(599).default(500),
  /** With `status`: the service's own word for why, such as Google's `quotaExceeded` or Slack's `channel_not_found`. */
  reason: z
    .string()
    .regex(/^[A-Za-z_]{1,60}$/)
    .optional(),
  /** With `status`: the header Retry-After. Lever itself sends none. */
  retryAfterSeconds: z.int().min(0).max(86_400).optional(),
  delayMs: z.int().min(0).max(600_000).default(2_000),
  skewSeconds: z.int().min(-864_000).max(864_000).default(0),
});
export type NewFault = z.input<typeof NewFault>;

export interface Fault extends z.output<typeof NewFault> {
  id: string;
  /** How many requests have met it. */
  met: number;
  /** How many of those are over with: what was to be done in spite of the fault is done. */
  over: number;
}

export interface Faults {
  add(rule: NewFault): Fault;
  list(): Fault[];
  remove(id: string): boolean;
  clear(): void;
  /** The rule that this request meets, counted; of several the oldest. */
  meet(request: { service: FaultyService; method: string; path: string }): Fault | null;
  /** Says that a request which met the rule is over with. */
  settle(fault: Fault): void;
  /** Resolves with the rule when so many requests have met it and are over with; null when it goes before that, or the signal aborts. */
  whenMet(id: string, times: number, signal: AbortSignal): Promise<Fault | null>;
  /** How far ahead the service's clock is. */
  skewSeconds(service: FaultyService): number;
}

/** No faults. The draws of `share` are the same for the same seed and requests. */
export const createFaults = (seed: number): Faults => {
  const rules = new Map<string, Fault>();
  const changed = new EventTarget();
  const random: Random = createRandom(`${seed}/faults`);
  let made = 0;
  const tell = () => changed.dispatchEvent(new Event("change"));
  return {
    add: (rule) => {
      made += 1;
      const fault: Fault = { ...NewFault.parse(rule), id: String(made), met: 0, over: 0 };
      rules.set(fault.id, fault);
      return fault;
    },
    list: () => [...rules.values()],
    remove: (id) => {
      const was = rules.delete(id);
      tell();
      return was;
    },
    clear: () => {
      rules.clear();
      tell();
    },
    meet: (request) => {
      const fault = [...rules.values()].find(
        (rule) =>
          fits(rule, request) &&
          (rule.share === 1 || random.int(1, 1_000_000) <= rule.share * 1_000_000),
      );
      if (!fault) return null;
      fault.met += 1;
      return fault;
    },
    settle: (fault) => {
      fault.over += 1;
      tell();
    },
    whenMet: async (id, times, signal) => {
      while (!signal.aborted) {
        const rule = rules.get(id);
        if (!rule || rule.over >= times) return rule ?? null;
        const { promise, resolve } = Promise.withResolvers<void>();
        changed.addEventListener("change", () => resolve(), { once: true });
        signal.addEventListener("abort", () => resolve(), { once: true });
        await promise;
      }
      return null;
    },
    skewSeconds: (service) =>
      [...rules.values()]
        .filter((rule) => rule.service === service && rule.kind === "clock_skew")
        .reduce((sum, rule) => sum + rule.skewSeconds, 0),
  };
};

/** Whether it has met as many requests as it was to. */
const isSpent = ({ kind, times, met }: Fault): boolean =>
  kind !== "clock_skew" && times !== null && met >= times;

/** Whether nothing comes of it any more: it is spent, and what it met is over with. */
export const isPast = (rule: Fault): boolean => isSpent(rule) && rule.over >= rule.met;

const fits = (
  rule: Fault,
  request: { service: FaultyService; method: string; path: string },
): boolean =>
  rule.kind !== "clock_skew" &&
  rule.service === request.service &&
  !isSpent(rule) &&
  (rule.method ?? (rule.service === "mail" ? "DATA" : request.method)) === request.method &&
  new RegExp(rule.path).test(request.path);
