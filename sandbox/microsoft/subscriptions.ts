/** Subscriptions: who is told that a mailbox's events have changed, until the subscription ends. Source: Microsoft Graph,
 * "Receive change notifications through webhooks" and "Reduce missing subscriptions and change notifications". */
import { randomUUID } from "node:crypto";
import type { Subscription } from "@microsoft/microsoft-graph-types";
import { z } from "zod";
import type { CompanyClock } from "../clock.ts";
import { createCourier, post } from "../courier.ts";
import { refusals } from "./errors.ts";
import type { Change, ChangeType, EventStore } from "./event-store.ts";
import { etagOf } from "./stored-event.ts";

export type LifecycleEvent = "missed" | "reauthorizationRequired" | "subscriptionRemoved";

export interface Subscriptions {
  /** Opens one, after the address has shown that it listens. Errors: 400, 404. */
  open(body: unknown): Promise<Subscription>;
  /** Errors: 404. */
  read(id: string): Subscription;
  /** Gives it another end. Errors: 400, 404. */
  renew(id: string, body: unknown): Subscription;
  /** Errors: 404. */
  close(id: string): void;
  list(): Subscription[];
  /** Tells the subscriber something about the subscription itself; `subscriptionRemoved` ends it. Errors: 404. */
  tellLifecycle(id: string, event: LifecycleEvent): void;
  /** While true no change is told to anybody: what a lost notification looks like. */
  setSilent(isSilent: boolean): void;
  /** Resolves when nothing is on its way. */
  idle(): Promise<void>;
  /** Ends what is on its way. */
  shut(): Promise<void>;
}

interface Open {
  id: string;
  email: string;
  asked: z.output<typeof NewSubscription>;
  expiresAt: Temporal.Instant;
}

export interface SubscriptionOptions {
  store: EventStore;
  clock: CompanyClock;
  tenantId: string;
  clientId: string;
  /** Real milliseconds before each further try. */
  retryDelaysMs: readonly number[];
}

/** Of a subscription to Outlook's events. */
const LONGEST_LIFE_MINUTES = 10_080;
/** A shorter life is raised to this. */
const SHORTEST_LIFE_MINUTES = 45;
const VALIDATION_PATIENCE_MS = 10_000;

const address = z.url({ protocol: /^https?$/ });
const NewSubscription = z.object({
  changeType: z.string().regex(/^(?:created|updated|deleted)(?:, ?(?:created|updated|deleted))*$/),
  notificationUrl: address,
  lifecycleNotificationUrl: address.nullish(),
  resource: z.string(),
  expirationDateTime: z.iso.datetime({ offset: true }),
  clientState: z.string().max(128).nullish(),
});
const Renewal = z.object({ expirationDateTime: z.iso.datetime({ offset: true }) });

/** Graph with no subscription open. */
export const createSubscriptions = (options: SubscriptionOptions): Subscriptions => {
  const { store, clock } = options;
  const all = new Map<string, Open>();
  const courier = createCourier(options.retryDelaysMs);
  let isSilent = false;
  const isOver = ({ expiresAt }: Open) => Temporal.Instant.compare(expiresAt, clock.now()) <= 0;
  const find = (id: string): Open => {
    const found = all.get(id);
    if (!found || isOver(found)) throw refusals.noSuchResource();
    return found;
  };
  const body = (open: Open) => subscriptionBody(open, options);
  store.onChange((change) => {
    for (const open of all.values()) {
      if (isSilent || open.email !== change.mailbox || isOver(open)) continue;
      if (!open.asked.changeType.includes(change.type)) continue;
      const value = [noticeOf(open, change, options)];
      tell(courier, open.asked.notificationUrl, { value });
    }
  });
  return {
    open: async (input) => {
      const open = newSubscription(input, options);
      await validate(open);
      all.set(open.id, open);
      return body(open);
    },
    read: (id) => body(find(id)),
    renew: (id, input) => {
      const parsed = Renewal.safeParse(input);
      if (!parsed.success) throw refusals.validation("expirationDateTime is missing or invalid.");
      const open = find(id);
      open.expiresAt = expiryOf(parsed.data.expirationDateTime, clock);
      return body(open);
    },
    close: (id) => {
      all.delete(find(id).id);
    },
    list: () => [...all.values()].filter((open) => !isOver(open)).map(body),
    tellLifecycle: (id, lifecycleEvent) => {
      const open = find(id);
      if (lifecycleEvent === "subscriptionRemoved") all.delete(id);
      const url = open.asked.lifecycleNotificationUrl;
      if (url) tell(courier, url, { value: [{ ...commonOf(open, options), lifecycleEvent }] });
    },
    setSilent: (silent) => {
      isSilent = silent;
    },
    idle: courier.idle,
    shut: courier.close,
  };
};

const newSubscription = (input: unknown, { store, clock }: SubscriptionOptions): Open => {
  const parsed = NewSubscription.safeParse(input);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join(".") ?? "body";
    throw refusals.validation(`${field} is missing or invalid.`);
  }
  const [, name = ""] =
    /^\/?users\/([^/]+)\/(?:calendar\/)?events$/i.exec(parsed.data.resource) ?? [];
  if (name === "") throw refusals.validation("Resource is not one that can be subscribed to.");
  const owner = store.owner(decodeURIComponent(name));
  if (!owner) throw refusals.noMailbox();
  return {
    id: randomUUID(),
    email: owner.email,
    asked: parsed.data,
    expiresAt: expiryOf(parsed.data.expirationDateTime, clock),
  };
};

const expiryOf = (asked: string, clock: CompanyClock): Temporal.Instant => {
  const now = clock.now();
  const wanted = Temporal.Instant.from(asked);
  const minutes = now.until(wanted).total("minutes");
  if (minutes <= 0 || minutes > LONGEST_LIFE_MINUTES) {
    throw refusals.validation(
      `Subscription expiration can only be ${LONGEST_LIFE_MINUTES} minutes in the future.`,
    );
  }
  return minutes < SHORTEST_LIFE_MINUTES ? now.add({ minutes: SHORTEST_LIFE_MINUTES }) : wanted;
};

/** Each address has to send back the token, as plain text and in time. */
const validate = async ({ asked }: Open): Promise<void> => {
  const addresses = new Set([asked.notificationUrl, asked.lifecycleNotificationUrl ?? ""]);
  for (const one of addresses) if (one !== "") await validateAddress(one);
};

const validateAddress = async (to: string): Promise<void> => {
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()}`;
  const url = new URL(to);
  url.searchParams.set("validationToken", token);
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "text/plain; charset=utf-8" },
      redirect: "manual",
      signal: AbortSignal.timeout(VALIDATION_PATIENCE_MS),
    });
    const isPlain = response.headers.get("content-type")?.startsWith("text/plain") === true;
    if (response.status === 200 && isPlain && (await response.text()) === token) return;
  } catch {
    // Said below, whatever was wrong.
  }
  throw refusals.validation("Subscription validation request failed.");
};

const tell = (
  courier: ReturnType<typeof createCourier>,
  url: string,
  message: { value: object[] },
): void => {
  const headers = { "content-type": "application/json; charset=utf-8" };
  courier.send(async (signal) => {
    const status = await post(url, { headers, body: JSON.stringify(message) }, signal);
    return status !== null && status >= 200 && status < 300 ? "over" : "again";
  });
};

const commonOf = (open: Open, { tenantId }: SubscriptionOptions) => ({
  subscriptionId: open.id,
  subscriptionExpirationDateTime: open.expiresAt.toString(),
  tenantId,
  ...(open.asked.clientState != null && { clientState: open.asked.clientState }),
});

/** A notice names the event and never says what of it has changed. */
const noticeOf = (open: Open, { type, copy }: Change, options: SubscriptionOptions): object => {
  const path = `Users/${open.email}/Events/${copy.id}`;
  return {
    ...commonOf(open, options),
    changeType: type satisfies ChangeType,
    resource: path,
    resourceData: {
      "@odata.type": "#Microsoft.Graph.Event",
      "@odata.id": path,
      "@odata.etag": etagOf(copy.event),
      id: copy.id,
    },
  };
};

const subscriptionBody = (
  { id, asked, expiresAt }: Open,
  { clientId }: SubscriptionOptions,
): Subscription => ({
  id,
  resource: asked.resource,
  applicationId: clientId,
  changeType: asked.changeType,
  clientState: asked.clientState ?? null,
  notificationUrl: asked.notificationUrl,
  lifecycleNotificationUrl: asked.lifecycleNotificationUrl ?? null,
  expirationDateTime: expiresAt.toString(),
  creatorId: clientId,
  latestSupportedTlsVersion: "v1_2",
});
