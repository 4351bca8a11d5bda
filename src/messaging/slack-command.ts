/** The way of a command typed in Slack: its signature at the door, and the answer that goes back to whoever typed it, and to nobody else.
 * Source: Slack, "Verifying requests from Slack", "Slash commands". */
import { createHmac } from "node:crypto";
import { isSameSecret } from "../digest.ts";
import { AppError } from "../domain/errors.ts";
import { shorten } from "../domain/quoted.ts";

/** An answer as Slack takes it. */
export interface SlackAnswer {
  response_type: "ephemeral";
  text: string;
  blocks: object[];
  /** Of an answer to a press: whether the message itself is replaced. */
  replace_original?: boolean;
}

/** What is to be answered. Paths are of the dashboard. */
interface Answer {
  words: readonly string[];
  items: readonly { subject: string | null; what: string; path: string | null }[];
  links: readonly { label: string; path: string }[];
  choices: readonly { label: string; text: string }[];
}

const LONGEST = { section: 3_000, label: 75 } as const;
const MOST_LINKS = 5;

/** Plain text throughout: nothing in a name becomes a link or a mention. Choices are told as what to type. */
export const slackAnswer = (answer: Answer, publicUrl: string): SlackAnswer => {
  const lines = [
    ...answer.words,
    ...answer.items.map(
      ({ subject, what }) => `• ${subject === null ? "" : `${subject}: `}${what}`,
    ),
    ...answer.choices.map(({ label, text }) => `• ${label}: /convene ${text}`),
  ].join("\n");
  const links = answer.links.slice(0, MOST_LINKS).map(({ label, path }, index) => ({
    type: "button",
    action_id: `open_${index}`,
    text: { type: "plain_text", text: shorten(label, LONGEST.label), emoji: false },
    url: `${publicUrl}${path}`,
  }));
  return {
    response_type: "ephemeral",
    text: shorten(answer.words[0] ?? "Answered.", 200).replaceAll(/[<>&]/g, " "),
    blocks: [
      {
        type: "section",
        text: { type: "plain_text", text: shorten(lines, LONGEST.section), emoji: false },
      },
      ...(links.length > 0 ? [{ type: "actions", elements: links }] : []),
    ],
  };
};

/** What was typed: Slack writes three characters otherwise. The ampersand comes last, so that `&gt;` that was typed stays it. Source:
 * Slack, "Formatting text". */
export const typedInSlack = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** Older ones may have been recorded by somebody. Units: seconds. */
const OLDEST = 300;

/** Errors: `signature_invalid` when it is not Slack's, too old, or of the future. */
export const checkSlackSignature = (
  { rawBody, timestamp, signature }: { rawBody: Buffer; timestamp: string; signature: string },
  { secret, now }: { secret: string; now: Temporal.Instant },
): void => {
  const seconds = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  const apart = Math.abs(now.epochMilliseconds / 1000 - seconds);
  const wanted = createHmac("sha256", secret)
    .update(`v0:${timestamp}:`)
    .update(rawBody)
    .digest("hex");
  if (apart <= OLDEST && isSameSecret(signature, `v0=${wanted}`)) return;
  throw new AppError({
    code: "signature_invalid",
    fault: "caller",
    message: "The request is not signed by Slack with our signing secret, or is too old.",
  });
};

/** Whether an answer may go there: to Slack's own host for answers, or to the one that is configured. */
export const isSlackReplyUrl = (url: string, apiUrl: string): boolean => {
  if (!URL.canParse(url)) return false;
  const { origin, username, password } = new URL(url);
  const isOurs = origin === "https://hooks.slack.com" || origin === new URL(apiUrl).origin;
  return isOurs && username === "" && password === "";
};

/** Posts the answer. Errors: `message_unavailable` (retryable), `message_rejected`. */
export const replyInSlack = async (
  responseUrl: string,
  answer: SlackAnswer,
  { apiUrl, timeoutMs = 5_000 }: { apiUrl: string; timeoutMs?: number },
): Promise<void> => {
  if (!isSlackReplyUrl(responseUrl, apiUrl)) throw rejected("it is no address of Slack's");
  let status: number;
  try {
    const response = await fetch(responseUrl, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(answer),
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    ({ status } = response);
  } catch (thrown) {
    throw new AppError({
      code: "message_unavailable",
      fault: "upstream",
      message: "Slack cannot be reached for the answer to a command.",
      retryable: true,
      cause: thrown,
    });
  }
  if (status >= 200 && status < 300) return;
  if (status >= 500 || status === 429) {
    throw new AppError({
      code: "message_unavailable",
      fault: "upstream",
      message: `Slack does not take the answer to a command now (status ${status}).`,
      retryable: true,
    });
  }
  throw rejected(`status ${status}`);
};

const rejected = (why: string): AppError =>
  new AppError({
    code: "message_rejected",
    fault: "upstream",
    message: `Slack does not take the answer to a command: ${why}.`,
  });
