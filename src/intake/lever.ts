/** Lever's webhooks. What crosses here: raw bytes and the event name of the path. The signature covers only the token and
 * the time, never the body, so the body is a hint: ids are kept, facts are read again from Lever by the run.
 * Source: Lever API, webhooks (envelope, signature, test deliveries). */
import { z } from "zod";
import type { Database, Tx } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import { ForeignId, OpportunityId } from "../domain/ids.ts";
import { verifyLeverSignature } from "../lever/webhooks.ts";
import type { Secret } from "../secret.ts";
import {
  type Accepted,
  type DoorDeps,
  type NewEvent,
  claimKeys,
  passCommitted,
  storeUnknown,
} from "./accept.ts";
import {
  type DeliveryToken,
  type RememberedDelivery,
  digest,
  rememberTokens,
} from "./delivery-token.ts";
import { SomeRefused } from "./group-commit.ts";

/** Events that a run knows what to do with; Lever's others are kept, shown and ignored. */
export const LEVER_EVENTS = [
  "applicationCreated",
  "candidateStageChange",
  "candidateArchiveChange",
  "candidateHired",
  "candidateDeleted",
  "interviewCreated",
  "interviewUpdated",
  "interviewDeleted",
  "contactUpdated",
] as const;

/** The last moment that a time can name. */
const LAST_MS = 8_640_000_000_000_000;

/** Blanks are none. */
const DeliveryId = z.preprocess(
  (id) => (typeof id === "string" && id.trim() === "" ? null : id),
  ForeignId.nullish(),
);

const Envelope = z.object({
  id: DeliveryId,
  event: ForeignId,
  triggeredAt: z.int().min(0).max(LAST_MS),
  token: z.string().min(8).max(200),
  signature: z.string().max(200).nullish(),
  data: z.record(z.string(), z.unknown()),
});
type Envelope = z.infer<typeof Envelope>;

/** One that cannot be an id is as good as none: it must not cost the others. */
const idField = ForeignId.optional().catch(undefined);

/** The ids that are kept of a delivery; everything else in it is left out. */
const DataIds = z.object({
  opportunityId: idField,
  contactId: idField,
  fromStageId: idField,
  toStageId: idField,
  interviewId: idField,
  panelId: idField,
  applicationId: idField,
});
type DataIds = z.infer<typeof DataIds>;

/** Lever re-sends for a while and a person can run a delivery again by hand: older than this is refused. */
const MAX_AGE_MS = Temporal.Duration.from({ hours: 48 }).total("milliseconds");
const MAX_AHEAD_MS = Temporal.Duration.from({ minutes: 10 }).total("milliseconds");

export interface LeverIntakeDeps extends DoorDeps {
  database: Database;
  /** Signing tokens by event name; `*` for any. */
  signatureTokens: Readonly<Record<string, readonly Secret[]>>;
}

export interface LeverDelivery {
  /** The event name of the path, which binds the delivery to its key. */
  event: string;
  rawBody: Buffer;
}

export type LeverAnswer = Accepted | { test: true };

/** A delivery whose signature and form are good. */
export interface CheckedDelivery {
  envelope: Envelope;
  /** All that is kept of its data. */
  ids: DataIds;
  /** The token, and the id if there is one: under a known one, nothing else may slip in unseen. */
  tokens: [DeliveryToken, ...DeliveryToken[]];
}

/** Checks one delivery. Errors: `input_invalid`, `signature_missing`, `signature_invalid`, `signature_stale`,
 * `event_mismatch`; none retryable. */
export const checkLever = (
  delivery: LeverDelivery,
  deps: Pick<LeverIntakeDeps, "signatureTokens" | "clock">,
): CheckedDelivery => {
  const envelope = parseEnvelope(delivery.rawBody);
  checkSignature(envelope, delivery.event, deps);
  if (envelope.event !== delivery.event) {
    throw refuse("event_mismatch", "The body names another event than the webhook's address.");
  }
  const ids = DataIds.parse(envelope.data);
  const cameWith = {
    content: JSON.stringify([envelope.event, ids]),
    refusal: "This token or id came before with another body: the delivery is refused.",
  };
  const named = envelope.id ? [{ token: `lever id ${envelope.id}`, ...cameWith }] : [];
  return { envelope, ids, tokens: [{ token: envelope.token, ...cameWith }, ...named] };
};

/** Stores deliveries in their order. Errors: `SomeRefused` with those whose token or id came before with another body, and
 * none is stored; `database_unavailable` (retryable). */
export const storeLever = async (
  deliveries: readonly CheckedDelivery[],
  deps: LeverIntakeDeps,
): Promise<LeverAnswer[]> => {
  const answers = await storeAll(deliveries, deps);
  for (const { ids } of deps.witness ? deliveries : []) {
    await passCommitted(ids.opportunityId, deps);
  }
  return answers;
};

const storeAll = async (
  deliveries: readonly CheckedDelivery[],
  deps: LeverIntakeDeps,
): Promise<LeverAnswer[]> =>
  await deps.database.transaction(async (tx) => {
    const told = await eventsOf(
      deliveries.filter(({ envelope }) => !isTest(envelope)),
      tx,
    );
    const named = deliveries.map(({ envelope, tokens }) => ({
      deliveryKey: deliveryKey(envelope),
      tokens,
    }));
    const [fates, known] = await Promise.all([
      rememberTokens(tx, named, deps.clock),
      claimKeys(
        tx,
        told.map(({ event }) => event.deliveryKey),
      ),
    ]);
    const remembered = refuseReused(deliveries, fates);
    const events = told.filter(({ delivery }) => remembered.get(delivery)?.isNew === true);
    const accepted = await storeUnknown(
      tx,
      events.map(({ event }) => event),
      { ...deps, known },
    );
    const first = new Map<CheckedDelivery, Accepted>();
    for (const [index, { delivery }] of events.entries()) {
      const answer = accepted[index];
      if (answer && !first.has(delivery)) first.set(delivery, answer);
    }
    const answers: LeverAnswer[] = [];
    for (const delivery of deliveries) {
      if (isTest(delivery.envelope)) answers.push({ test: true });
      else {
        const key = remembered.get(delivery)?.firstKey ?? deliveryKey(delivery.envelope);
        answers.push(first.get(delivery) ?? (await findFirst(tx, key)));
      }
    }
    return answers;
  });

const refuseReused = (
  deliveries: readonly CheckedDelivery[],
  fates: readonly (RememberedDelivery | AppError)[],
): Map<CheckedDelivery, RememberedDelivery> => {
  const refused = new Map<CheckedDelivery, AppError>();
  const remembered = new Map<CheckedDelivery, RememberedDelivery>();
  for (const [index, delivery] of deliveries.entries()) {
    const fate = fates[index];
    if (fate instanceof AppError) refused.set(delivery, fate);
    else if (fate) remembered.set(delivery, fate);
  }
  if (refused.size > 0) throw new SomeRefused(refused);
  return remembered;
};

/** A delivery without data asks whether somebody is there. */
const isTest = ({ data }: Envelope): boolean => Object.keys(data).length === 0;

/** What became of the delivery when it came before. */
const findFirst = async (tx: Tx, key: string): Promise<Accepted> => {
  const [first] = await tx.query<{ id: string }>(
    `select id from inbox where delivery_key = $1
     union all select id from inbox where starts_with(delivery_key, $1 || '#') limit 1`,
    [key],
  );
  return { eventId: first?.id ?? "", duplicate: true };
};

const parseEnvelope = (rawBody: Buffer): Envelope => {
  let body: unknown;
  try {
    body = JSON.parse(rawBody.toString("utf8"));
  } catch (cause) {
    throw new AppError({
      code: "input_invalid",
      fault: "caller",
      message: "The body is not JSON.",
      cause,
    });
  }
  const parsed = Envelope.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new AppError({
    code: "input_invalid",
    fault: "caller",
    message: "The body is not a Lever webhook delivery.",
    data: {
      faults: parsed.error.issues.map((i) => ({ path: i.path.join("."), message: i.message })),
    },
  });
};

const refuse = (
  code: "signature_missing" | "signature_invalid" | "signature_stale" | "event_mismatch",
  message: string,
) => new AppError({ code, fault: "caller", message });

/** By the address's own name alone: `constructor` is none. */
const keysOf = (
  event: string,
  { signatureTokens }: Pick<LeverIntakeDeps, "signatureTokens">,
): readonly Secret[] =>
  Object.hasOwn(signatureTokens, event) ? (signatureTokens[event] ?? []) : [];

const checkSignature = (
  envelope: Envelope,
  event: string,
  deps: Pick<LeverIntakeDeps, "signatureTokens" | "clock">,
): void => {
  if (!envelope.signature) {
    throw refuse(
      "signature_missing",
      "The delivery is not signed. Set a signing token for this webhook in Lever and in LEVER_SIGNATURE_TOKENS.",
    );
  }
  const keys = [...keysOf(event, deps), ...keysOf("*", deps)];
  const genuine = verifyLeverSignature({
    token: envelope.token,
    triggeredAt: envelope.triggeredAt,
    signature: envelope.signature,
    keys: keys.map((key) => key.reveal()),
  });
  if (!genuine) {
    throw refuse(
      "signature_invalid",
      "The signature does not fit any signing token of this event.",
    );
  }
  const ageMs = deps.clock.now().epochMilliseconds - envelope.triggeredAt;
  if (ageMs > MAX_AGE_MS || -ageMs > MAX_AHEAD_MS) {
    throw refuse(
      "signature_stale",
      "The delivery is too old, or from the future: it is not accepted.",
    );
  }
};

const deliveryKey = (envelope: Envelope): string =>
  `lever:${envelope.id ?? digest(envelope.token)}`;

interface DeliveredEvent {
  delivery: CheckedDelivery;
  event: NewEvent;
}

/** One event for each delivery; for one about a person, one for each of that person's open cases. */
const eventsOf = async (
  deliveries: readonly CheckedDelivery[],
  tx: Tx,
): Promise<DeliveredEvent[]> => {
  const all = deliveries.map((delivery) => ({ delivery, event: eventOf(delivery) }));
  const contacts = all.filter(isAboutContact).map(({ event }) => event.data["contactId"]);
  if (contacts.length === 0) return all;
  const open = await tx.query<{ candidate: string; id: string }>(
    `select distinct candidate, opportunity_id as id from cases
     where candidate = any($1) and closed_at is null order by 2`,
    [contacts],
  );
  return all.flatMap((one) => {
    if (!isAboutContact(one)) return [one];
    const { delivery, event } = one;
    const ofContact = open.filter(({ candidate }) => candidate === event.data["contactId"]);
    if (ofContact.length === 0) {
      return [{ delivery, event: { ...event, ignoredBecause: "no open case for this contact" } }];
    }
    return ofContact.map(({ id }) => ({
      delivery,
      event: {
        ...event,
        opportunityId: OpportunityId.parse(id),
        deliveryKey: `${event.deliveryKey}#${id}`,
      },
    }));
  });
};

const isAboutContact = ({ event }: DeliveredEvent): boolean =>
  event.opportunityId === null && event.ignoredBecause === undefined;

/** What tells later whether something else told it before: when Lever triggered it, and whether it archived. */
const hintsOf = ({ event, triggeredAt, data }: Envelope): Record<string, unknown> => ({
  triggeredAt: Temporal.Instant.fromEpochMilliseconds(triggeredAt).toString(),
  ...(event === "candidateArchiveChange" &&
    data["toArchived"] !== undefined && { archived: data["toArchived"] !== null }),
});

const eventOf = ({ envelope, ids }: CheckedDelivery): NewEvent => {
  const data = Object.fromEntries(Object.entries(ids).filter(([, value]) => value !== undefined));
  const event: NewEvent = {
    source: "lever",
    kind: envelope.event,
    deliveryKey: deliveryKey(envelope),
    opportunityId: null,
    data: { ...data, ...hintsOf(envelope) },
  };
  if (!(LEVER_EVENTS as readonly string[]).includes(envelope.event)) {
    return { ...event, ignoredBecause: "Convene does not use this event" };
  }
  const opportunity = OpportunityId.safeParse(data["opportunityId"]);
  if (opportunity.success) return { ...event, opportunityId: opportunity.data };
  return data["contactId"] === undefined
    ? { ...event, ignoredBecause: "names no opportunity and no contact" }
    : event;
};
