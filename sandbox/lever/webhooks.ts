/** Lever's webhooks: registered by event, signed over token and time, tried five more times with growing waits. */
import { createHmac } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { CompanyClock } from "../clock.ts";
import type { Random } from "../worlds/random.ts";

/** One registration: one event to one address. */
export interface Webhook {
  id: string;
  event: string;
  url: string;
  signatureToken: string;
  /** Only opportunities of these origins; null where the event knows no such condition. */
  origins: string[] | null;
  createdAt: number;
  updatedAt: number;
}

/** One message and how far it came. */
export interface Delivery {
  id: string;
  event: string;
  url: string;
  attempts: { at: string; status: number | null }[];
  done: boolean;
}

export interface NewWebhook {
  event: string;
  url: string;
  /** Default: a fresh one. */
  signatureToken?: string;
  /** Default: all. */
  origins?: string[];
}

export interface Webhooks {
  register(webhook: NewWebhook): Webhook;
  list(): Webhook[];
  /** Changes where it goes, or for whom; undefined when there is none of that id. */
  change(id: string, change: { url?: string; origins?: string[] }): Webhook | undefined;
  remove(id: string): boolean;
  /** Sends to every registration of that event whose condition the origin meets. */
  announce(event: string, data: Record<string, unknown>, origin?: string): void;
  /** A test: the real event's name, no id, no data. */
  test(webhook: Webhook): void;
  /** The last thousand, oldest first. */
  deliveries(): readonly Delivery[];
  /** Resolves when nothing is on its way. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

export interface WebhookOptions {
  clock: CompanyClock;
  ids: Random;
  /** Real milliseconds before each further try. */
  retryDelaysMs: readonly number[];
}

/** The origins that a condition can name. */
export const ORIGINS = [
  "applied",
  "sourced",
  "referred",
  "university",
  "agency",
  "internal",
] as const;

/** Every event there is, and whether it takes a condition on origins. */
export const EVENTS: Readonly<Record<string, { takesOrigins: boolean }>> = {
  applicationCreated: { takesOrigins: true },
  candidateStageChange: { takesOrigins: true },
  candidateArchiveChange: { takesOrigins: true },
  candidateHired: { takesOrigins: true },
  candidateDeleted: { takesOrigins: false },
  interviewCreated: { takesOrigins: false },
  interviewUpdated: { takesOrigins: false },
  interviewDeleted: { takesOrigins: false },
  contactCreated: { takesOrigins: false },
  contactUpdated: { takesOrigins: false },
};

/** As many as Lever's own history keeps. */
const KEPT = 1_000;
const PATIENCE_MS = 10_000;

/** The signature that Lever sends: hex HMAC-SHA256 over token and time. */
export const sign = (token: string, triggeredAt: number, signatureToken: string): string =>
  createHmac("sha256", signatureToken).update(`${token}${triggeredAt}`).digest("hex");

/** Lever's webhook machine, with nothing registered. */
export const createWebhooks = (options: WebhookOptions): Webhooks => {
  const hooks = new Map<string, Webhook>();
  const sender = createSender(options);
  const nowMs = () => options.clock.now().epochMilliseconds;
  return {
    register: ({ event, url, signatureToken, origins }) => {
      const hook: Webhook = {
        id: options.ids.uuid(),
        event,
        url,
        signatureToken: signatureToken ?? randomText(options.ids, 48),
        origins: EVENTS[event]?.takesOrigins ? (origins ?? [...ORIGINS]) : null,
        createdAt: nowMs(),
        updatedAt: nowMs(),
      };
      hooks.set(hook.id, hook);
      return hook;
    },
    list: () => [...hooks.values()],
    change: (id, { url, origins }) => {
      const hook = hooks.get(id);
      if (!hook) return undefined;
      if (url !== undefined) hook.url = url;
      if (origins !== undefined && hook.origins) hook.origins = origins;
      hook.updatedAt = nowMs();
      return hook;
    },
    remove: (id) => hooks.delete(id),
    announce: (event, data, origin) => {
      for (const hook of hooks.values()) {
        if (hook.event !== event) continue;
        if (origin !== undefined && hook.origins?.includes(origin) === false) continue;
        sender.send(hook, { id: options.ids.uuid(), data });
      }
    },
    test: (hook) => sender.send(hook, { data: {} }),
    deliveries: () => sender.log,
    idle: sender.idle,
    close: sender.close,
  };
};

const randomText = (ids: Random, length: number): string => {
  let text = "";
  while (text.length < length) text += ids.uuid().replaceAll("-", "");
  return text.slice(0, length);
};

interface Message {
  /** Absent in tests. */
  id?: string;
  data: Record<string, unknown>;
}

/** Puts messages on their way, and remembers how far each came. */
const createSender = ({ clock, ids, retryDelaysMs }: WebhookOptions) => {
  const log: Delivery[] = [];
  const underWay = new Set<Promise<void>>();
  const closing = new AbortController();

  const deliver = async (hook: Webhook, { id, data }: Message): Promise<void> => {
    const { event, url } = hook;
    const token = randomText(ids, 48);
    const triggeredAt = clock.now().epochMilliseconds;
    const signature = sign(token, triggeredAt, hook.signatureToken);
    const body = JSON.stringify({ id, event, triggeredAt, token, signature, data });
    const delivery: Delivery = { id: randomText(ids, 12), event, url, attempts: [], done: false };
    log.push(delivery);
    if (log.length > KEPT) log.shift();
    for (const delay of [0, ...retryDelaysMs]) {
      if (delay > 0) await wait(delay, undefined, { signal: closing.signal });
      const status = await post(url, body, closing.signal);
      delivery.attempts.push({ at: clock.now().toString(), status });
      delivery.done = status !== null && status >= 200 && status < 300;
      if (delivery.done || closing.signal.aborted) return;
    }
  };

  return {
    log,
    send: (hook: Webhook, message: Message): void => {
      const sending = deliver(hook, message)
        .catch(() => {
          // Closing ends what is on its way; the delivery log says how far it came.
        })
        .finally(() => underWay.delete(sending));
      underWay.add(sending);
    },
    idle: async (): Promise<void> => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    close: async (): Promise<void> => {
      closing.abort();
      await Promise.all(underWay);
    },
  };
};

const post = async (url: string, body: string, signal: AbortSignal): Promise<number | null> => {
  try {
    const response = await fetch(url, {
      method: "POST",
      redirect: "manual",
      headers: { "content-type": "application/json", "user-agent": "Lever-Webhooks" },
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return null;
  }
};
