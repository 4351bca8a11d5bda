/** The company's mail server: takes whatever comes, keeps it as it came and as it reads, and shows it. A mail that comes
 * twice is there twice. */
import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import type { Router } from "express";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import type { CompanyClock } from "../clock.ts";
import type { Faults } from "../faults/rules.ts";
import type { Journal } from "../journal.ts";
import { createMailFaults } from "./mail-faults.ts";
import { createMailPages } from "./mail-pages.ts";

export interface SmtpOptions {
  journal: Journal;
  clock: CompanyClock;
  faults: Faults;
  host: string;
  /** 0: any free port. */
  port: number;
}

/** One mail that came. */
export interface ReceivedMail {
  /** Ours: 1, 2, 3 … in order of arrival. */
  id: number;
  receivedAt: Temporal.Instant;
  envelope: { from: string; to: string[] };
  raw: Buffer;
  parsed: ParsedMail;
}

export interface Smtp {
  url: string;
  /** In order of arrival. */
  mails: ReceivedMail[];
  /** `/control/mail`, `/mail` and `/mail/:id`. */
  pages: Router;
  close(): Promise<void>;
}

/** Keeps what comes. Shape: a function that reads one mail and gives its number. */
const createReceive =
  ({ journal, clock }: SmtpOptions, mails: ReceivedMail[]) =>
  async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<number> => {
    const raw = await buffer(stream);
    const parsed = await simpleParser(raw);
    const { mailFrom, rcptTo } = session.envelope;
    const mail: ReceivedMail = {
      id: mails.length + 1,
      receivedAt: clock.now(),
      envelope: {
        from: mailFrom === false ? "" : mailFrom.address,
        to: rcptTo.map(({ address }) => address),
      },
      raw,
      parsed,
    };
    mails.push(mail);
    journal.add({
      service: "mail",
      kind: "mail.received",
      ids: {
        id: String(mail.id),
        messageId: parsed.messageId ?? "",
        to: mail.envelope.to.join(","),
      },
    });
    return mail.id;
  };

/** Starts the server. It offers no TLS and asks for no password: it listens on loopback. */
export const startSmtp = async (options: SmtpOptions): Promise<Smtp> => {
  const mails: ReceivedMail[] = [];
  const receive = createReceive(options, mails);
  const mailFaults = createMailFaults(options.faults);
  const nothing = { work: async () => await Promise.resolve("OK"), discard: async () => {} };
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    // Names of loopback clients need no look-up.
    disableReverseLookup: true,
    closeTimeout: 1_000,
    onMailFrom: (_address, session, done) => {
      void mailFaults.handle({ verb: "MAIL", session, ...nothing, done });
    },
    onRcptTo: (_address, session, done) => {
      void mailFaults.handle({ verb: "RCPT", session, ...nothing, done });
    },
    onData: (stream, session, done) => {
      void mailFaults.handle({
        verb: "DATA",
        session,
        work: async () => `OK: kept as ${await receive(stream, session)}`,
        discard: async () => void (await buffer(stream)),
        done,
      });
    },
  });
  server.server.on("connection", mailFaults.onConnection);
  // A client that breaks off is its own affair.
  server.on("error", () => undefined);
  server.listen(options.port, options.host);
  await once(server.server, "listening");
  return {
    url: `smtp://${options.host}:${portOf(server)}`,
    mails,
    pages: createMailPages(mails),
    close: async () => {
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
};

const portOf = ({ server }: SMTPServer): number => {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
};
