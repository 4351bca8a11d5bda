/** What crosses this border: one mail to one person. The mailer is given to `src/effects` alone. */

export interface Mail {
  /** Stable: made from the effect id. */
  messageId: string;
  to: { email: string; name: string };
  subject: string;
  text: string;
  html: string;
  /** A calendar part (RFC 5545), attached and as an alternative. */
  calendar?: { method: "REQUEST" | "CANCEL" | "PUBLISH"; content: string };
  headers?: Record<string, string>;
}

/** Awaited just before the first byte of a mail leaves; when it rejects, none does. */
export type Handover = () => Promise<void>;

/** Sends once. Errors: `mail_unavailable` (nothing left, retryable), `mail_rejected` (needs a person),
 * `outcome_unknown` when the connection broke after the message was handed over; those of the handover. */
export interface Mailer {
  send(mail: Mail, handOver?: Handover): Promise<{ messageId: string; response: string }>;
}
