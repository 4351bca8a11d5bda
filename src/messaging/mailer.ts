/** Mail over SMTP. What crosses here: one mail to one person, sent once. Errors say what happened and to whose server,
 * never to whom the mail goes or what the server said, which may quote an address. */
import { parseConnectionUrl } from "nodemailer/lib/shared";
import { AppError } from "../domain/errors.ts";
import { composeMail } from "./compose-mail.ts";
import type { Mailer } from "./port.ts";
import { type SmtpOutcome, type SmtpSessionOptions, sendOverSmtp } from "./smtp-session.ts";

export interface MailerOptions {
  /** `smtp://` or `smtps://`, with user and password where the server asks for them. */
  smtpUrl: string;
  from: { email: string; name: string };
  /** Defaults: 10,000 to connect, 10,000 for the greeting, 60,000 without a word in between. */
  timeoutsMs?: { connect?: number; greeting?: number; silence?: number };
}

/** A mailer for one server and one sender. Errors when made: config_invalid. */
export const createMailer = (options: MailerOptions): Mailer => {
  const session = sessionOptions(options);
  return {
    async send(mail, handOver) {
      const composed = await composeMail(mail, options.from);
      const outcome = await sendOverSmtp(session, composed, handOver);
      if (outcome.kind === "done") {
        return { messageId: mail.messageId, response: withoutAddresses(outcome.response) };
      }
      throw mailError(outcome, mail.messageId);
    },
  };
};

const sessionOptions = ({ smtpUrl, timeoutsMs = {} }: MailerOptions): SmtpSessionOptions => {
  if (!URL.canParse(smtpUrl) || !/^smtps?:$/.test(new URL(smtpUrl).protocol)) {
    throw new AppError({
      code: "config_invalid",
      fault: "caller",
      message: "SMTP_URL must begin with smtp:// or smtps://.",
    });
  }
  const { auth, ...connection } = parseConnectionUrl(smtpUrl);
  const host = new URL(smtpUrl).hostname;
  return {
    connection: {
      ...connection,
      // A password never travels in clear beyond this machine.
      ...(auth && !isLoopback(host) && { requireTLS: true }),
      connectionTimeout: timeoutsMs.connect ?? 10_000,
      greetingTimeout: timeoutsMs.greeting ?? 10_000,
      dnsTimeout: timeoutsMs.connect ?? 10_000,
      socketTimeout: timeoutsMs.silence ?? 60_000,
      logger: false,
    },
    credentials: auth ? { user: auth.user ?? "", pass: auth.pass ?? "" } : undefined,
  };
};

const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "[::1]" || host.startsWith("127.");

/** Servers like to repeat the recipient in their answer. */
const withoutAddresses = (response: string): string =>
  response.replace(/\S+@\S+/g, "…").slice(0, 200);

const mailError = (
  outcome: Exclude<SmtpOutcome, { kind: "done" }>,
  messageId: string,
): AppError => {
  if (outcome.kind === "refused") return refusal(outcome.replyCode, messageId);
  if (outcome.kind === "not_sent") {
    return new AppError({
      code: "mail_unavailable",
      fault: "upstream",
      retryable: true,
      message: `The mail did not leave: ${outcome.reason}.`,
      data: { messageId },
    });
  }
  return new AppError({
    code: "outcome_unknown",
    fault: "upstream",
    message: `Nobody knows whether the mail was taken: ${outcome.reason} after it was handed over.`,
    data: { messageId },
  });
};

const refusal = (replyCode: number, messageId: string): AppError => {
  const isPassing = replyCode < 500;
  return new AppError({
    code: isPassing ? "mail_unavailable" : "mail_rejected",
    fault: "upstream",
    retryable: isPassing,
    message: isPassing
      ? `The mail server put the mail off (${replyCode}).`
      : `The mail server refused the mail (${replyCode}).`,
    data: { messageId, replyCode },
  });
};
