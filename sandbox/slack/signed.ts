/** What Slack sends to an app, signed. Source: Slack, "Verifying requests from Slack". */
import { createHmac } from "node:crypto";
import type { CompanyClock } from "../clock.ts";

/** As long as Slack waits for an app. Units: milliseconds. */
const PATIENCE_MS = 3_000;

/** `v0=` and the hex HMAC-SHA256 over version, time and body. */
export const signSlack = (parts: {
  body: string;
  timestamp: string;
  signingSecret: string;
}): string =>
  `v0=${createHmac("sha256", parts.signingSecret).update(`v0:${parts.timestamp}:${parts.body}`).digest("hex")}`;

/** Sends a form as Slack does. Shape: status and text of the app's answer. Errors: those of `fetch`. */
export const sendSigned = async (
  url: string,
  { body, signingSecret, clock }: { body: string; signingSecret: string; clock: CompanyClock },
): Promise<{ status: number; text: string }> => {
  const timestamp = String(Math.floor(clock.now().epochMilliseconds / 1_000));
  const sent = await fetch(url, {
    method: "POST",
    redirect: "manual",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "x-slack-request-timestamp": timestamp,
      "x-slack-signature": signSlack({ body, timestamp, signingSecret }),
    },
    body,
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  return { status: sent.status, text: await sent.text() };
};
