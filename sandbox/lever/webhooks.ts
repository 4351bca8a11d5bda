/** Lever's webhooks: registered by event, signed over token and time, tried five more times with growing waits. */
import { createHmac } from "node:crypto";
import type { CompanyClock } from "../clock.ts";
import { createCourier, post } from "../courier.ts";
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
  body: Envelope;
}

/** What is sent. */
interface Envelope {
  id?: string;
  event: string;
  triggeredAt: number;
  token: string;
  signature: string;
  data: Record<string, unknown>;
}

/** What networks and Lever itself do to deliveries. */
export interface WebhookModes {
  /** This share of deliveries comes twice. */
  duplicateShare: number;
  /** Each delivery is late by up to so many real milliseconds, so that later ones overtake it. */
  shuffleMs: number;
  /** Deliveries without the `id` that Lever's samples lack, too. */
  withoutIds: boolean;
  /** What was written by API is announced as well. */
  ownEchoes: boolean;
  /** Nothing is sent: as when each of a delivery's tries was lost. */
  silent: boolean;
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
  modes(): WebhookModes;
  setModes(modes: Partial<WebhookModes>): void;
  /** Sends a delivery once more, as a person can from Lever's history; with `data`, as somebody would who has seen it: the
   * same token and signature over another content. Undefined when there is none of that id. */
  sendAgain(deliveryId: string, data?: Record<string, unknown>): Delivery | undefined;
  /** A test: the real event's name, no id, no data. */
  test(webhook: Webhook): void;
  /** The last thousand, oldest first. */
  deliveries(): readonly Delivery[];
  /** Resolves when each has been sent once, whatever was answered. */
  tried(): Promise<void>;
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

/** The signature that Lever sends: hex HMAC-SHA256 over token and time. */
export const sign = (token: string, triggeredAt: number, signatureToken: string): string =>
  createHmac("sha256", signatureToken).update(`${token}${triggeredAt}`).digest("hex");

/** Lever's webhook machine, with nothing registered. */
export const createWebhooks = (options: WebhookOptions): Webhooks => {
  const hooks = new Map<string, Webhook>();
  const modes: WebhookModes = {
    duplicateShare: 0,
    shuffleMs: 0,
    withoutIds: false,
    ownEchoes: true,
    silent: false,
  };
  const sender = createSender(options, modes);
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
      if (modes.silent) return;
      for (const hook of hooks.values()) {
        if (hook.event !== event) continue;
        if (origin !== undefined && hook.origins?.includes(origin) === false) continue;
        sender.send(hook, { ...(!modes.withoutIds && { id: options.ids.uuid() }), data });
      }
    },
    modes: () => ({ ...modes }),
    setModes: (changes) => Object.assign(modes, changes),
    sendAgain: sender.sendAgain,
    test: (hook) => sender.send(hook, { data: {} }),
    deliveries: () => sender.log,
    tried: sender.tried,
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
const createSender = (options: WebhookOptions, modes: WebhookModes) => {
  const { clock, ids } = options;
  const chance = ids.fork("modes");
  const log: Delivery[] = [];
  const courier = createCourier(options.retryDelaysMs);
  const untried = new Set<Promise<void>>();
  const start = (url: string, body: Envelope): Delivery => {
    const id = randomText(ids, 12);
    const delivery: Delivery = { id, event: body.event, url, attempts: [], done: false, body };
    log.push(delivery);
    if (log.length > KEPT) log.shift();
    const message = {
      headers: { "content-type": "application/json", "user-agent": "Lever-Webhooks" },
      body: JSON.stringify(body),
    };
    const late = modes.shuffleMs > 0 ? chance.int(0, modes.shuffleMs) : 0;
    const tried = Promise.withResolvers<void>();
    untried.add(tried.promise);
    courier.send(async (signal) => {
      const status = await post(url, message, signal);
      delivery.attempts.push({ at: clock.now().toString(), status });
      untried.delete(tried.promise);
      tried.resolve();
      delivery.done = status !== null && status >= 200 && status < 300;
      return delivery.done ? "over" : "again";
    }, late);
    return delivery;
  };
  return {
    log,
    tried: async () => {
      while (untried.size > 0) await Promise.all(untried);
    },
    idle: courier.idle,
    close: courier.close,
    send: ({ event, url, signatureToken }: Webhook, { id, data }: Message): void => {
      const token = randomText(ids, 48);
      const triggeredAt = clock.now().epochMilliseconds;
      const signature = sign(token, triggeredAt, signatureToken);
      const body = { ...(id !== undefined && { id }), event, triggeredAt, token, signature, data };
      start(url, body);
      if (chance.chance(modes.duplicateShare)) start(url, body);
    },
    sendAgain: (deliveryId: string, data?: Record<string, unknown>): Delivery | undefined => {
      const found = log.find(({ id }) => id === deliveryId);
      return found && start(found.url, { ...found.body, ...(data && { data }) });
    },
  };
};
