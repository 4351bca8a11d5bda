/** The door of what is pressed and filled in under our questions in Slack. What crosses here: raw bytes with Slack's signature, each heard
 * once. Slack waits three seconds: what takes longer goes on, and is told under the message. Source: Slack, "Handling user interaction". */
import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";
import type { Database } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import type { Clock } from "../domain/time.ts";
import { checkSlackSignature } from "../messaging/slack-command.ts";
import { digest, rememberTokens } from "./delivery-token.ts";

export interface SlackInteractionDeps {
  database: Database;
  clock: Clock;
  log: Logger;
  /** Null: this door is closed. */
  slackInteraction: SlackInteractions | null;
}

export interface SlackInteractions {
  signingSecret: string;
  /** Checks what Slack sent, and answers it. Shape: the payload as it was understood. Errors: `input_invalid`. */
  parse(payload: unknown): HeardInteraction;
}

/** One payload that was understood. */
export interface HeardInteraction {
  isModal: boolean;
  /** Where an error of a modal is shown. */
  errorBlock: string | null;
  act(): Promise<void>;
  /** Tells whoever pressed what went wrong, where Slack does not wait any more, or there is no modal to say it in. */
  tellProblem(words: string): Promise<void>;
}

/** What Slack takes for an answer; null: an empty one. */
export type InteractionReceipt = object | null;

/** Slack gives up after 3,000. Units: milliseconds. */
const PATIENCE_MS = 2_400;
/** A payload of a modal with all its texts. Units: characters. */
const LONGEST = 400_000;

interface Sent {
  rawBody: Buffer;
  timestamp: string | undefined;
  signature: string | undefined;
}

/** Checks one payload and has it answered. Errors: `forbidden` (no secret configured), `signature_missing`, `signature_invalid`,
 * `input_invalid`. */
export const receiveInteraction = async (
  { rawBody, timestamp, signature }: Sent,
  deps: SlackInteractionDeps,
): Promise<InteractionReceipt> => {
  const { slackInteraction } = deps;
  if (!slackInteraction) {
    throw new AppError({
      code: "forbidden",
      fault: "caller",
      message: "Buttons in Slack need SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET.",
    });
  }
  if (timestamp === undefined || signature === undefined) {
    throw new AppError({
      code: "signature_missing",
      fault: "caller",
      message:
        "What is pressed in Slack comes with x-slack-request-timestamp and x-slack-signature.",
    });
  }
  const secret = slackInteraction.signingSecret;
  checkSlackSignature({ rawBody, timestamp, signature }, { secret, now: deps.clock.now() });
  const heard = slackInteraction.parse(payloadOf(rawBody));
  if (!(await isNew(rawBody, deps))) return null;
  return await answer(heard, deps);
};

const payloadOf = (rawBody: Buffer): unknown => {
  const text = new URLSearchParams(rawBody.toString("utf8")).get("payload") ?? "";
  try {
    if (text.length <= LONGEST) return JSON.parse(text);
  } catch {
    // What is no JSON is told below like what is too long.
  }
  throw new AppError({
    code: "input_invalid",
    fault: "caller",
    message: "The body is no interaction as Slack sends it.",
  });
};

/** Whoever recorded one could send it again while its time is still good. */
const isNew = async (
  rawBody: Buffer,
  { database, clock }: SlackInteractionDeps,
): Promise<boolean> => {
  const content = digest(rawBody);
  const token = `slack interaction ${content}`;
  const [remembered] = await database.transaction(
    async (tx) =>
      await rememberTokens(
        tx,
        [{ deliveryKey: token, tokens: [{ token, content, refusal: "It came before." }] }],
        clock,
      ),
  );
  return remembered !== undefined && !(remembered instanceof AppError) && remembered.isNew;
};

const answer = async (
  heard: HeardInteraction,
  { log }: SlackInteractionDeps,
): Promise<InteractionReceipt> => {
  let isLate = false;
  const acting = heard.act().then(
    () => null,
    async (thrown: unknown): Promise<InteractionReceipt> => {
      const words = wordsOf(thrown, log);
      if (heard.isModal && heard.errorBlock !== null && !isLate) {
        return { response_action: "errors", errors: { [heard.errorBlock]: words } };
      }
      await heard.tellProblem(words).catch((late: unknown) => {
        log.warn(
          { err: late },
          "whoever pressed a button in Slack could not be told what went wrong",
        );
      });
      return null;
    },
  );
  const patience = new AbortController();
  const over = wait(PATIENCE_MS, null, { signal: patience.signal }).catch(() => null);
  const receipt = await Promise.race([acting, over]);
  isLate = true;
  patience.abort();
  return receipt;
};

const wordsOf = (thrown: unknown, log: Logger): string => {
  if (thrown instanceof AppError && thrown.fault === "caller") {
    const { faults } = thrown.data;
    const details = Array.isArray(faults)
      ? faults.flatMap((fault: unknown) =>
          typeof fault === "object" && fault !== null && "message" in fault
            ? [String(fault.message)]
            : [],
        )
      : [];
    return [thrown.message, ...details].join(" ").slice(0, 1_500);
  }
  log.warn({ err: thrown }, "what was pressed in Slack could not be done");
  return "That did not work just now, and nothing was decided. Try again, or decide in Convene.";
};
