/** Lever's webhooks. What crosses here: raw bytes and the event name of the path. The signature covers only the token and
 * the time, never the body, so the body is a hint: ids are kept, facts are read again from Lever by the run.
 * Source: Lever API, webhooks (envelope, signature, test deliveries). */
import { z } from "zod";
import type { Database, Tx } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import { ForeignId, OpportunityId } from "../domain/ids.ts";
import { verifyLeverSignature } from "../lever/webhooks.ts";
import type { Secret } from "../secret.ts";
import { type Accepted, type AcceptDeps, type NewEvent, acceptEvent } from "./accept.ts";
import { digest, rememberToken } from "./delivery-token.ts";

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

const Envelope = z.object({
  id: ForeignId.nullish(),
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

/** Lever re-sends for a while and a person can run a delivery again by hand: older than this is refused. */
const MAX_AGE = Temporal.Duration.from({ hours: 48 });
const MAX_AHEAD = Temporal.Duration.from({ minutes: 10 });

export interface LeverIntakeDeps extends AcceptDeps {
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

/** Checks one delivery and stores it. Errors: `input_invalid`, `signature_missing`, `signature_invalid`,
 * `signature_stale`, `event_mismatch`, `signature_reused` (none retryable), `database_unavailable` (retryable). */
export const receiveLever = async (
  delivery: LeverDelivery,
  deps: LeverIntakeDeps,
): Promise<LeverAnswer> => {
  const envelope = parseEnvelope(delivery.rawBody);
  checkSignature(envelope, delivery.event, deps);
  if (envelope.event !== delivery.event) {
    throw refuse("event_mismatch", "The body names another event than the webhook's address.");
  }
  const isTest = Object.keys(envelope.data).length === 0;
  return await deps.database.transaction(async (tx) => {
    const { content, refusal, token } = tokenOf(envelope);
    const isNew = await rememberToken(tx, { token, content, refusal }, deps.clock);
    // The id is not signed either: under a known one, nothing else may slip in unseen.
    if (envelope.id) {
      await rememberToken(tx, { token: `lever id ${envelope.id}`, content, refusal }, deps.clock);
    }
    if (isTest) return { test: true };
    if (isNew) return await storeDelivery(tx, envelope, deps);
    const [first] = await tx.query<{ id: string }>(
      "select id from inbox where delivery_key = $1 or delivery_key like $1 || '#%' limit 1",
      [deliveryKey(envelope)],
    );
    return { eventId: first?.id ?? "", duplicate: true };
  });
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
const keysOf = (event: string, { signatureTokens }: LeverIntakeDeps): readonly Secret[] =>
  Object.hasOwn(signatureTokens, event) ? (signatureTokens[event] ?? []) : [];

const checkSignature = (envelope: Envelope, event: string, deps: LeverIntakeDeps): void => {
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
  const age = deps.clock.now().since(Temporal.Instant.fromEpochMilliseconds(envelope.triggeredAt));
  const isStale =
    Temporal.Duration.compare(age, MAX_AGE) > 0 ||
    Temporal.Duration.compare(age.negated(), MAX_AHEAD) > 0;
  if (isStale) {
    throw refuse(
      "signature_stale",
      "The delivery is too old, or from the future: it is not accepted.",
    );
  }
};

const deliveryKey = (envelope: Envelope): string =>
  `lever:${envelope.id ?? digest(envelope.token)}`;

/** The token with what it came with: all that is kept of the body. */
const tokenOf = (envelope: Envelope) => ({
  token: envelope.token,
  content: JSON.stringify([envelope.event, DataIds.parse(envelope.data)]),
  refusal: "This token or id came before with another body: the delivery is refused.",
});

const storeDelivery = async (
  tx: Tx,
  envelope: Envelope,
  deps: LeverIntakeDeps,
): Promise<Accepted> => {
  const ids = DataIds.parse(envelope.data);
  const data = Object.fromEntries(Object.entries(ids).filter(([, value]) => value !== undefined));
  const event: NewEvent = {
    source: "lever",
    kind: envelope.event,
    deliveryKey: deliveryKey(envelope),
    opportunityId: null,
    data,
  };
  const isKnown = (LEVER_EVENTS as readonly string[]).includes(envelope.event);
  if (!isKnown) {
    return await acceptEvent(
      tx,
      { ...event, ignoredBecause: "Convene does not use this event" },
      deps,
    );
  }
  const opportunity = OpportunityId.safeParse(data["opportunityId"]);
  if (opportunity.success) {
    return await acceptEvent(tx, { ...event, opportunityId: opportunity.data }, deps);
  }
  return await acceptForContact(tx, event, deps);
};

/** An event about a person goes to each of that person's open cases. */
const acceptForContact = async (
  tx: Tx,
  event: NewEvent,
  deps: LeverIntakeDeps,
): Promise<Accepted> => {
  const open = await tx.query<{ opportunity_id: string }>(
    "select distinct opportunity_id from cases where candidate = $1 and closed_at is null order by 1",
    [event.data["contactId"] ?? ""],
  );
  if (open.length === 0) {
    const ignoredBecause =
      event.data["contactId"] === undefined
        ? "names no opportunity and no contact"
        : "no open case for this contact";
    return await acceptEvent(tx, { ...event, ignoredBecause }, deps);
  }
  let first: Accepted | undefined;
  for (const row of open) {
    const accepted = await acceptEvent(
      tx,
      {
        ...event,
        opportunityId: OpportunityId.parse(row.opportunity_id),
        deliveryKey: `${event.deliveryKey}#${row.opportunity_id}`,
      },
      deps,
    );
    first ??= accepted;
  }
  return first ?? { eventId: "", duplicate: true };
};
