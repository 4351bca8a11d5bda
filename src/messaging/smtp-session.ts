/** One SMTP session for one mail, and how far it came. What crosses here: bytes out, reply codes in. Nothing is tried again. */
import { Readable } from "node:stream";
import SMTPConnection, { type SMTPConnectionOptions } from "nodemailer/lib/smtp-connection";
import { AppError } from "../domain/errors.ts";
import type { ComposedMail } from "./compose-mail.ts";
import type { Handover } from "./port.ts";

/** done: the server took it. refused: the server said no. not_sent: no word of the mail left. lost: the mail was handed
 * over, wholly or in part, and no answer came. The library's own error is not kept: it quotes addresses. */
export type SmtpOutcome =
  | { kind: "done"; response: string }
  | { kind: "refused"; replyCode: number }
  | { kind: "not_sent"; reason: string }
  | { kind: "lost"; reason: string };

/** Whose key opens the server; absent for a server that asks for none. */
export type SmtpCredentials = { user: string; pass: string };

export interface SmtpSessionOptions {
  connection: SMTPConnectionOptions;
  credentials: SmtpCredentials | undefined;
}

/** Sends one mail over a connection of its own. Errors: those of `handOver`. */
export const sendOverSmtp = async (
  { connection, credentials }: SmtpSessionOptions,
  { envelope, raw }: ComposedMail,
  handOver?: Handover,
): Promise<SmtpOutcome> => {
  const smtp = new SMTPConnection(connection);
  let isHandedOver = false;
  // Read lazily: its first byte is asked for only when the server has said yes to DATA.
  const message = Readable.from(
    (async function* () {
      try {
        await handOver?.();
      } catch (thrown) {
        // The library writes a code of its own on what breaks a message.
        throw new Error("kept back", { cause: thrown });
      }
      isHandedOver = true;
      yield raw;
    })(),
  );
  try {
    const response = await new Promise<string>((resolve, reject) => {
      smtp.once("error", reject);
      smtp.once("end", () => reject(new Error("the connection was closed")));
      const send = (): void =>
        smtp.send(envelope, message, (error, info) =>
          error ? reject(error) : resolve(info.response),
        );
      smtp.connect((error) => {
        if (error) reject(error);
        else if (credentials)
          smtp.login({ credentials }, (failed) => (failed ? reject(failed) : send()));
        else send();
      });
    });
    return { kind: "done", response };
  } catch (error) {
    if (error instanceof Error && error.cause instanceof AppError) throw error.cause;
    return outcomeOf(error, isHandedOver);
  } finally {
    message.destroy();
    smtp.close();
  }
};

const outcomeOf = (error: unknown, isHandedOver: boolean): SmtpOutcome => {
  const replyCode = numberOf(error, "responseCode");
  const code = textOf(error, "code");
  // After the handover, only an answer to the mail itself decides; a farewell of the server (421) does not.
  const isAnswer = isHandedOver ? code === "EMESSAGE" : true;
  if (replyCode !== undefined && replyCode >= 400 && isAnswer) {
    return { kind: "refused", replyCode };
  }
  const reason = code === undefined ? "the connection broke" : `the connection broke (${code})`;
  return { kind: isHandedOver ? "lost" : "not_sent", reason };
};

const fieldOf = (error: unknown, name: string): unknown =>
  typeof error === "object" && error !== null ? Reflect.get(error, name) : undefined;

const numberOf = (error: unknown, name: string): number | undefined => {
  const value = fieldOf(error, name);
  return typeof value === "number" ? value : undefined;
};

const textOf = (error: unknown, name: string): string | undefined => {
  const value = fieldOf(error, name);
  return typeof value === "string" && /^[A-Z0-9_]{1,40}$/.test(value) ? value : undefined;
};
