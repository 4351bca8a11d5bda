/** The second door: automation tools that send a simple signed body. What crosses here: raw bytes and three headers.
 * Signature: `x-convene-signature: sha256=<hex HMAC-SHA256(secret, timestamp + "." + raw body)>` with the time of
 * signing, Unix seconds, in `x-convene-timestamp`; `x-convene-delivery`, if sent, names the delivery for duplicates. */
import { createHmac } from "node:crypto";
import { z } from "zod";
import type { Database } from "../db/port.ts";
import { isSameSecret } from "../digest.ts";
import { AppError } from "../domain/errors.ts";
import { ForeignId, OpportunityId, StageId, UserId } from "../domain/ids.ts";
import { type Accepted, type DoorDeps, acceptEvent, passCommitted } from "./accept.ts";
import { type DeliveryToken, digest, rememberTokens } from "./delivery-token.ts";

const AutomationBody = z.object({
  event: ForeignId,
  data: z.object({
    candidate_id: ForeignId.optional(),
    opportunity_id: OpportunityId,
    to_stage_id: StageId.optional(),
    to_stage_name: z.string().max(200).optional(),
    user_id: UserId.optional(),
    panelist_ids: z.array(UserId).max(20).optional(),
    interview_kit_id: ForeignId.optional(),
  }),
});

const MAX_AGE_SECONDS = 300;

export interface AutomationIntakeDeps extends DoorDeps {
  database: Database;
  /** Undefined: this door is closed. */
  signingSecret: string | undefined;
}

const MOST_LETTERS_OF_ID = 200;

export interface AutomationDelivery {
  rawBody: Buffer;
  signature: string | undefined;
  timestamp: string | undefined;
  /** The sender's own name for it; blanks are none. */
  deliveryId: string | undefined;
}

/** The signature that this door expects. */
export const automationSignature = (secret: string, timestamp: string, rawBody: Buffer): string =>
  `sha256=${createHmac("sha256", secret).update(`${timestamp}.`).update(rawBody).digest("hex")}`;

/** Checks one delivery and stores it. Errors: `forbidden` (no secret configured), `signature_missing`,
 * `signature_invalid`, `signature_stale`, `signature_reused`, `input_invalid`; `database_unavailable` (retryable). */
export const receiveAutomation = async (
  delivery: AutomationDelivery,
  deps: AutomationIntakeDeps,
): Promise<Accepted> => {
  checkSignature(delivery, deps);
  const deliveryId = parseDeliveryId(delivery.deliveryId);
  const body = parseBody(delivery.rawBody);
  const { opportunity_id: opportunityId, ...ids } = body.data;
  const isKnown = body.event === "stage_change";
  const { signature = "" } = delivery;
  const deliveryKey = `automation:${deliveryId ?? digest(signature)}`;
  const accepted = await deps.database.transaction(async (tx) => {
    const tokens = tokensOf({ ...delivery, deliveryId });
    const [fate] = await rememberTokens(tx, [{ deliveryKey, tokens }], deps.clock);
    if (fate instanceof AppError) throw fate;
    return await acceptEvent(
      tx,
      {
        source: "automation",
        kind: body.event,
        deliveryKey,
        opportunityId,
        data: {
          opportunityId,
          ...(ids.to_stage_id && { toStageId: ids.to_stage_id }),
          ...(ids.user_id && { userId: ids.user_id }),
          ...(ids.panelist_ids && { panelistIds: ids.panelist_ids }),
          ...(ids.interview_kit_id && { interviewKitId: ids.interview_kit_id }),
        },
        ...(!isKnown && { ignoredBecause: "Convene does not use this event" }),
      },
      deps,
    );
  });
  await passCommitted(opportunityId, deps);
  return accepted;
};

/** The delivery's name is not signed: the same signed request under another name, or another request under the same
 * name, is somebody else's. */
const tokensOf = ({
  signature = "",
  deliveryId,
  rawBody,
}: AutomationDelivery): readonly DeliveryToken[] => [
  {
    token: `automation signature ${signature}`,
    content: deliveryId ?? "",
    refusal: "This signed request came before under another delivery id.",
  },
  ...(deliveryId === undefined
    ? []
    : [
        {
          token: `automation delivery ${deliveryId}`,
          content: digest(rawBody),
          refusal: "This delivery id came before with another body.",
        },
      ]),
];

/** Never cut: two ids that begin alike would become one, and the second delivery be refused. */
const parseDeliveryId = (text: string | undefined): string | undefined => {
  const id = text?.trim();
  if (id === undefined || id === "") return undefined;
  if (id.length <= MOST_LETTERS_OF_ID) return id;
  throw new AppError({
    code: "input_invalid",
    fault: "caller",
    message: `x-convene-delivery must have at most ${MOST_LETTERS_OF_ID} characters.`,
  });
};

const parseBody = (rawBody: Buffer): z.infer<typeof AutomationBody> => {
  let json: unknown;
  try {
    json = JSON.parse(rawBody.toString("utf8"));
  } catch (cause) {
    throw new AppError({
      code: "input_invalid",
      fault: "caller",
      message: "The body is not JSON.",
      cause,
    });
  }
  const parsed = AutomationBody.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new AppError({
    code: "input_invalid",
    fault: "caller",
    message: "The body is not a stage change of the automation intake.",
    data: {
      faults: parsed.error.issues.map((i) => ({ path: i.path.join("."), message: i.message })),
    },
  });
};

const checkSignature = (delivery: AutomationDelivery, deps: AutomationIntakeDeps): void => {
  const refuse = (
    code: "forbidden" | "signature_missing" | "signature_invalid" | "signature_stale",
    message: string,
  ) => new AppError({ code, fault: "caller", message });
  if (deps.signingSecret === undefined) {
    throw refuse(
      "forbidden",
      "The automation intake is closed: set AUTOMATION_SIGNING_SECRET to open it.",
    );
  }
  if (!delivery.signature || !delivery.timestamp) {
    throw refuse(
      "signature_missing",
      "Send x-convene-timestamp and x-convene-signature with each delivery.",
    );
  }
  const expected = automationSignature(deps.signingSecret, delivery.timestamp, delivery.rawBody);
  if (!isSameSecret(delivery.signature, expected)) {
    throw refuse("signature_invalid", "The signature does not fit the timestamp and the body.");
  }
  const signedAt = Number(delivery.timestamp);
  const nowSeconds = deps.clock.now().epochMilliseconds / 1000;
  if (!Number.isFinite(signedAt) || Math.abs(nowSeconds - signedAt) > MAX_AGE_SECONDS) {
    throw refuse(
      "signature_stale",
      "The delivery was signed more than five minutes away from now.",
    );
  }
};
