/** One mail as the bytes that leave: text, HTML, and the calendar part both as an alternative and as a file. */
import MailComposer from "nodemailer/lib/mail-composer";
import { encodeWord, foldLines } from "nodemailer/lib/mime-funcs";
import { AppError } from "../domain/errors.ts";
import type { Mail } from "./port.ts";

export interface ComposedMail {
  envelope: { from: string; to: string };
  raw: Buffer;
}

/** The whole message. Errors: input_invalid for what would break out of its header; no address is ever in a message. */
export const composeMail = async (
  mail: Mail,
  from: { email: string; name: string },
): Promise<ComposedMail> => {
  const envelope = { from: mailbox(from.email), to: mailbox(mail.to.email) };
  const sender = { name: oneLine(from.name, "the sender's name"), address: envelope.from };
  const recipient = { name: oneLine(mail.to.name, "the recipient's name"), address: envelope.to };
  const composer = new MailComposer({
    ...(!looksEncoded(sender.name) && { from: sender }),
    ...(!looksEncoded(recipient.name) && { to: recipient }),
    messageId: messageIdOf(mail.messageId),
    text: mail.text,
    html: mail.html,
    headers: {
      "Auto-Submitted": "auto-generated",
      ...checkedHeaders(mail.headers ?? {}),
      Subject: subjectOf(oneLine(mail.subject, "the subject")),
    },
    ...(mail.calendar && {
      icalEvent: { ...mail.calendar, filename: "invitation.ics" },
    }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const before = encodedHeader("From", sender) + encodedHeader("To", recipient);
  const raw = Buffer.concat([Buffer.from(before), await composer.compile().build()]);
  return { envelope, raw };
};

const refused = (what: string): AppError =>
  new AppError({
    code: "input_invalid",
    fault: "caller",
    message: `The mail was not sent: ${what}.`,
  });

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

const oneLine = (text: string, what: string): string => {
  if (CONTROL.test(text)) throw refused(`${what} holds a line break or a control character`);
  return text;
};

const MOST_LETTERS_OF_WORD = 52;

const looksEncoded = (text: string): boolean => text.includes("=?");

/** The composer sends on what looks encoded already, which would be shown as something else: that is encoded as it stands. */
const subjectOf = (
  subject: string,
): string | { prepared: boolean; foldLines: boolean; value: string } =>
  looksEncoded(subject)
    ? { prepared: true, foldLines: true, value: encodeWord(subject, "Q", MOST_LETTERS_OF_WORD) }
    : subject;

/** The same for a name, which the composer would put in quotes: many mail programs decode what is in them all the same. It
 * takes no name that is ready, so this is the whole header, to stand before its own. */
const encodedHeader = (
  header: "From" | "To",
  { name, address }: { name: string; address: string },
): string =>
  looksEncoded(name)
    ? `${foldLines(`${header}: ${encodeWord(name, "Q", MOST_LETTERS_OF_WORD)} <${address}>`)}\r\n`
    : "";

/** One plain address: no list, no display name, no quoting, so that it cannot become two. */
const mailbox = (email: string): string => {
  if (
    email.length <= 254 &&
    /^[^\s<>"(),:;\\[\]@\u0000-\u001f\u007f]+@[^\s<>"(),:;\\[\]@\u0000-\u001f\u007f]+$/.test(email)
  ) {
    return email;
  }
  throw refused("an address is not usable");
};

const messageIdOf = (messageId: string): string => {
  if (/^<[A-Za-z0-9._+=-]+@[A-Za-z0-9.-]+>$/.test(messageId)) return messageId;
  throw refused("its Message-ID is not usable");
};

/** Headers that the message sets itself: a second one would contradict it. */
const OWN_HEADERS =
  /^(from|sender|reply-to|to|cc|bcc|subject|date|message-id|return-path|received|dkim-.*|arc-.*|mime-version|content-.*)$/i;

const checkedHeaders = (headers: Record<string, string>): Record<string, string> => {
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[A-Za-z0-9-]{1,76}$/.test(name)) throw refused("a header has no usable name");
    if (OWN_HEADERS.test(name)) throw refused("a header is one that the mailer sets itself");
    oneLine(value, "a header");
  }
  return headers;
};
