/** The door of commands typed in Slack. What crosses here: raw bytes with Slack's signature. Answered at once, since Slack waits three
 * seconds; the answer itself goes back by its own address when the run has it. Source: Slack, "Slash commands". */
import { z } from "zod";
import { storeRequest } from "../cases/plain-requests.ts";
import type { Database } from "../db/port.ts";
import { digestOf } from "../digest.ts";
import { AppError } from "../domain/errors.ts";
import { cleanWords } from "../domain/quoted.ts";
import { checkSlackSignature, isSlackReplyUrl, typedInSlack } from "../messaging/slack-command.ts";
import type { Texts } from "../privacy/texts.ts";
import type { DoorDeps } from "./accept.ts";

export interface SlackIntakeDeps extends DoorDeps {
  database: Database;
  texts: Texts;
  companyZone: string;
  /** Null: this door is closed. */
  slackCommand: { signingSecret: string; apiUrl: string } | null;
}

const Command = z.object({
  command: z.string().regex(/^\/[\w-]{1,40}$/),
  text: z.string().max(4000).default(""),
  user_id: z.string().regex(/^[A-Z0-9]{2,40}$/),
  response_url: z.string().max(1000),
  trigger_id: z.string().min(1).max(200),
});

/** What Slack shows at once, to whoever typed it alone. */
export interface SlackReceipt {
  response_type: "ephemeral";
  text: string;
}

const receipt = (text: string): SlackReceipt => ({ response_type: "ephemeral", text });

const HELP =
  "Say what you want, such as: /convene reschedule Ada to next week mornings · /convene who owes feedback · /convene what waits for me";

/** Checks one command and stores it. Errors: `forbidden` (no secret configured), `signature_missing`, `signature_invalid`,
 * `input_invalid`. */
export const receiveSlackCommand = async (
  {
    rawBody,
    timestamp,
    signature,
  }: { rawBody: Buffer; timestamp: string | undefined; signature: string | undefined },
  deps: SlackIntakeDeps,
): Promise<SlackReceipt> => {
  const { slackCommand } = deps;
  if (!slackCommand) {
    throw new AppError({
      code: "forbidden",
      fault: "caller",
      message: "Commands from Slack need SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET.",
    });
  }
  if (timestamp === undefined || signature === undefined) {
    throw new AppError({
      code: "signature_missing",
      fault: "caller",
      message: "A command from Slack has x-slack-request-timestamp and x-slack-signature.",
    });
  }
  const { signingSecret: secret, apiUrl } = slackCommand;
  checkSlackSignature({ rawBody, timestamp, signature }, { secret, now: deps.clock.now() });
  const command = parse(rawBody, apiUrl);
  const text = cleanWords(typedInSlack(command.text));
  if (text === "" || text.toLowerCase() === "help") return receipt(HELP);
  try {
    await deps.database.transaction(async (tx) => {
      await storeRequest(
        tx,
        {
          text,
          by: { name: `slack:${command.user_id}` },
          via: "slack",
          // Who it is, and what they may do, the run finds out.
          mayPropose: false,
          caseId: null,
          zone: deps.companyZone,
          once: digestOf(command.trigger_id),
          slack: { userId: command.user_id, responseUrl: command.response_url },
        },
        deps,
      );
    });
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "rate_limited")
      return receipt(thrown.message);
    throw thrown;
  }
  return receipt("One moment …");
};

const parse = (rawBody: Buffer, apiUrl: string): z.infer<typeof Command> => {
  const fields = Object.fromEntries(new URLSearchParams(rawBody.toString("utf8")));
  const parsed = Command.safeParse(fields);
  if (parsed.success && isSlackReplyUrl(parsed.data.response_url, apiUrl)) return parsed.data;
  throw new AppError({
    code: "input_invalid",
    fault: "caller",
    message: "The body is no command as Slack sends it.",
  });
};
