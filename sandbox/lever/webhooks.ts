/** Lever's webhooks: registered by event, signed over token and time, tried five more times with growing waits. */
import { createHmac } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { type Router } from "express";
import type { CompanyClock } from "../clock.ts";
import type { Random } from "../worlds/random.ts";
import { badRequest, bodyOf, notFound, textField } from "./protocol.ts";

export interface Webhook {
  id: string;
  event: string;
  url: string;
  signatureToken: string;
  createdAt: number;
}

export interface Delivery {
  id: string;
  event: string;
  url: string;
  attempts: { at: string; status: number | null }[];
  done: boolean;
}

export interface Webhooks {
  register(event: string, url: string, signatureToken?: string): Webhook;
  announce(event: string, data: Record<string, unknown>): void;
  deliveries(): readonly Delivery[];
  /** Resolves when nothing is on its way. */
  idle(): Promise<void>;
  router(): (router: Router) => void;
  close(): Promise<void>;
}

export interface WebhookOptions {
  clock: CompanyClock;
  ids: Random;
  /** Real milliseconds before each further try. */
  retryDelaysMs: readonly number[];
}

const PATIENCE_MS = 10_000;

/** The signature that Lever sends: hex HMAC-SHA256 over token and time. */
export const sign = (token: string, triggeredAt: number, signatureToken: string): string =>
  createHmac("sha256", signatureToken).update(`${token}${triggeredAt}`).digest("hex");

/** Lever's webhook machine, with nothing registered. */
export const createWebhooks = (options: WebhookOptions): Webhooks => {
  const hooks = new Map<string, Webhook>();
  const log: Delivery[] = [];
  const underWay = new Set<Promise<void>>();
  const closing = new AbortController();
  const nowMs = () => options.clock.now().epochMilliseconds;
  const random = (length: number) => {
    let text = "";
    while (text.length < length) text += options.ids.uuid().replaceAll("-", "");
    return text.slice(0, length);
  };

  const register: Webhooks["register"] = (event, url, signatureToken) => {
    const hook = {
      id: options.ids.uuid(),
      event,
      url,
      signatureToken: signatureToken ?? random(48),
      createdAt: nowMs(),
    };
    hooks.set(hook.id, hook);
    return hook;
  };

  const deliver = async (hook: Webhook, data: Record<string, unknown>): Promise<void> => {
    const token = random(48);
    const triggeredAt = nowMs();
    const body = JSON.stringify({
      id: options.ids.uuid(),
      event: hook.event,
      triggeredAt,
      token,
      signature: sign(token, triggeredAt, hook.signatureToken),
      data,
    });
    const delivery: Delivery = {
      id: random(12),
      event: hook.event,
      url: hook.url,
      attempts: [],
      done: false,
    };
    log.push(delivery);
    for (const delay of [0, ...options.retryDelaysMs]) {
      if (delay > 0) await wait(delay, undefined, { signal: closing.signal });
      const status = await post(hook.url, body, closing.signal);
      delivery.attempts.push({ at: options.clock.now().toString(), status });
      delivery.done = status !== null && status >= 200 && status < 300;
      if (delivery.done) return;
    }
  };

  const begin = (hook: Webhook, data: Record<string, unknown>): void => {
    const sending = deliver(hook, data)
      .catch(() => {
        // Closing ends what is on its way; the delivery log says how far it came.
      })
      .finally(() => underWay.delete(sending));
    underWay.add(sending);
  };

  return {
    register,
    announce: (event, data) => {
      for (const hook of hooks.values()) if (hook.event === event) begin(hook, data);
    },
    deliveries: () => log,
    idle: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    router: () => (router) => mountWebhooks(router, { hooks, register, begin }),
    close: async () => {
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

interface Mounting {
  hooks: Map<string, Webhook>;
  register: Webhooks["register"];
  begin(hook: Webhook, data: Record<string, unknown>): void;
}

const wireOf = (hook: Webhook, withToken: boolean) => ({
  id: hook.id,
  event: hook.event,
  url: hook.url,
  createdAt: hook.createdAt,
  updatedAt: hook.createdAt,
  configuration: withToken ? { signatureToken: hook.signatureToken } : {},
});

/** `GET/POST/DELETE /webhooks`; the signing token is told once, on create. */
const mountWebhooks = (router: Router, { hooks, register, begin }: Mounting): void => {
  router.get("/webhooks", (_request, response) => {
    response.json({ data: [...hooks.values()].map((hook) => wireOf(hook, false)) });
  });
  router.post("/webhooks", (request, response) => {
    const body = bodyOf(request);
    const url = textField(body, "url");
    const event = textField(body, "event");
    if (!url) throw badRequest("is required at /url");
    if (!event) throw badRequest("is required at /event");
    const hook = register(event, url);
    const configuration = body["configuration"];
    const verify =
      typeof configuration === "object" &&
      configuration !== null &&
      Reflect.get(configuration, "verifyConnection") === true;
    if (verify) begin(hook, {});
    response.status(201).json({ data: wireOf(hook, true) });
  });
  router.delete("/webhooks/:id", (request, response) => {
    if (!hooks.delete(request.params.id)) throw notFound();
    response.status(204).end();
  });
};
