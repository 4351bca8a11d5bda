/** A card in a Teams channel, by the webhook of a workflow. What crosses here: our words and links. Teams tells nothing back:
 * a card whose fate is unknown is never sent again. Source: Microsoft Teams, "Send messages with workflows"; Adaptive Cards 1.4. */
import { networkFaultOf } from "../calendar/network-fault.ts";
import type { RenderedAlert } from "../domain/alert.ts";
import { AppError } from "../domain/errors.ts";
import type { Handover } from "./port.ts";

export interface TeamsOptions {
  webhookUrl: string;
  /** In milliseconds. Default 15,000. */
  timeoutMs?: number;
}

/** Posts once. Errors: `message_unavailable` (nothing was posted, retryable), `message_rejected`, `outcome_unknown`; those of
 * the handover, after which nothing has left. */
export interface Teams {
  post(message: RenderedAlert, handOver: Handover): Promise<void>;
}

/** For effects alone. */
export const createTeams = ({ webhookUrl, timeoutMs = 15_000 }: TeamsOptions): Teams => ({
  post: async (message, handOver) => {
    const body = JSON.stringify(cardOf(message));
    await handOver();
    const status = await send(webhookUrl, { body, timeoutMs });
    if (status >= 200 && status < 300) return;
    throw refusal(status);
  },
});

const send = async (
  url: string,
  { body, timeoutMs }: { body: string; timeoutMs: number },
): Promise<number> => {
  try {
    const response = await fetch(url, {
      method: "POST",
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
      headers: { "content-type": "application/json" },
      body,
    });
    await response.body?.cancel();
    return response.status;
  } catch (thrown) {
    const { kind, reason } = networkFaultOf(thrown);
    throw kind === "not_sent" ? unavailable(reason) : unknown(reason);
  }
};

const refusal = (status: number): AppError => {
  if (status === 429) return unavailable("too many requests");
  if (status >= 500) return unknown(`it answered ${status}`);
  return new AppError({
    code: "message_rejected",
    fault: "upstream",
    message: `Teams answered ${status} to the card: look at the workflow behind TEAMS_WEBHOOK_URL.`,
    data: { status },
  });
};

const unavailable = (reason: string): AppError =>
  new AppError({
    code: "message_unavailable",
    fault: "upstream",
    retryable: true,
    message: `Teams did not take the card: ${reason}.`,
  });

const unknown = (reason: string): AppError =>
  new AppError({
    code: "outcome_unknown",
    fault: "upstream",
    message: `Nobody knows whether Teams took the card: ${reason}.`,
  });

const cardOf = ({ title, lines, links }: RenderedAlert) => ({
  type: "message",
  attachments: [
    {
      contentType: "application/vnd.microsoft.card.adaptive",
      contentUrl: null,
      content: {
        $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
        type: "AdaptiveCard",
        version: "1.4",
        body: [
          { ...textBlock(title), weight: "Bolder", size: "Medium" },
          ...lines.map((line) => textBlock(line)),
        ],
        actions: links.map(({ label, url }) => ({ type: "Action.OpenUrl", title: label, url })),
      },
    },
  ],
});

/** A text block reads Markdown: what stands in a name must not become a link, or loud. */
const textBlock = (text: string) => ({
  type: "TextBlock",
  text: text.replace(/[[\]*_`~]/g, ""),
  wrap: true,
});
