import ICAL from "ical.js";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { createCompanyClock } from "../../../sandbox/clock.ts";
import { createFaults } from "../../../sandbox/faults/rules.ts";
import { type Journal, createJournal } from "../../../sandbox/journal.ts";
import { type Smtp, startSmtp } from "../../../sandbox/smtp/smtp.ts";
import { AppError } from "../../../src/domain/errors.ts";
import { bookingIcs } from "../../../src/messaging/invitation-ics.ts";
import { mailHtml } from "../../../src/messaging/mail-html.ts";
import { createMailer } from "../../../src/messaging/mailer.ts";
import type { Mail } from "../../../src/messaging/port.ts";
import { type MailFault, openFailingMailServer } from "../../support/failing-mail-server.ts";
import { openApp } from "../../support/loopback-app.ts";

const from = { email: "interviews@convene.test", name: "Lumen Harbor — interviews" };
const to = { email: "ada@candidates.test", name: "Ada Lovelace" };

const mail = (fields: Partial<Mail> = {}): Mail => ({
  messageId: "<ef_1@convene.test>",
  to,
  subject: "Your interview with Lumen Harbor: até já",
  text: "Hello Ada,\n\nsee you at https://meet.google.test/abc-defg-hij",
  html: mailHtml({
    title: "Your interview",
    text: "Hello Ada,\n\nsee you at https://meet.google.test/abc-defg-hij",
    allowedUrls: ["https://meet.google.test/abc-defg-hij"],
    footer: "Sent by Convene",
  }),
  calendar: {
    method: "REQUEST",
    content: bookingIcs({
      method: "REQUEST",
      isCancelled: false,
      entries: [
        {
          uid: "case_1.phone@convene.test",
          startsAt: Temporal.Instant.from("2026-11-24T15:00:00Z"),
          endsAt: Temporal.Instant.from("2026-11-24T15:45:00Z"),
          summary: "Phone Screen with Lumen Harbor",
          description: "Olá! ".repeat(100).trim(),
        },
      ],
      sequence: 0,
      zone: "Europe/Lisbon",
      organizer: from,
      attendee: to,
      now: Temporal.Instant.from("2026-11-20T10:00:00Z"),
    }),
  },
  ...fields,
});

const startsAt = Temporal.Instant.from("2026-11-23T09:00:00Z");
const clock = createCompanyClock({ startsAt, frozen: true });
let journal: Journal;
let smtp: Smtp;

beforeEach(async () => {
  journal = createJournal(clock);
  smtp = await startSmtp({ journal, clock, faults: createFaults(1), host: "127.0.0.1", port: 0 });
  return async () => await smtp.close();
});

describe("a mail over SMTP", () => {
  it.each([
    ["an encoded word", "=?utf-8?Q?Your_offer?="],
    [
      "one in other words",
      `Interview ${"with Lumen ".repeat(9)} =?UTF-8?B?WW91ciBvZmZlcg==?= até já`,
    ],
    ["half of one", "Which role=? This one?="],
  ])("has the subject that was approved, though that is %s", async (_, subject) => {
    await createMailer({ smtpUrl: smtp.url, from }).send(mail({ subject }));
    const [received] = smtp.mails;
    expect(received?.parsed.subject).toBe(subject.trim());
  });

  it.each([
    ["an encoded word", "=?utf-8?q?The_Chief?="],
    ["one with an address", "=?utf-8?q?x?= <boss@other.test>, Ada"],
    ["a long one", `Ada ${"Byron ".repeat(9)}=?UTF-8?B?WW91ciBvZmZlcg==?= até "já"`],
  ])("has the names that were given, though they hold %s", async (_, name) => {
    const mailer = createMailer({ smtpUrl: smtp.url, from: { ...from, name } });
    await mailer.send(mail({ to: { ...to, name } }));
    const [received] = smtp.mails;
    expect(received?.parsed.from?.value).toEqual([{ address: from.email, name }]);
    expect([received?.parsed.to].flat().flatMap((one) => one?.value)).toEqual([
      { address: to.email, name },
    ]);
    expect(received?.envelope).toEqual({ from: from.email, to: [to.email] });
  });

  it("arrives with its Message-ID, both bodies, the calendar part and the file", async () => {
    const sent = await createMailer({ smtpUrl: smtp.url, from }).send(mail());
    expect(sent.messageId).toBe("<ef_1@convene.test>");
    expect(sent.response).toMatch(/^250 /);
    const [received, ...more] = smtp.mails;
    expect(more).toEqual([]);
    expect(received?.envelope).toEqual({ from: from.email, to: [to.email] });
    const parsed = received?.parsed;
    expect(parsed?.messageId).toBe("<ef_1@convene.test>");
    expect(parsed?.subject).toBe(mail().subject);
    expect(parsed?.from?.value).toEqual([{ address: from.email, name: from.name }]);
    expect(parsed?.text?.trim()).toBe(mail().text);
    expect(parsed?.html).toContain('href="https://meet.google.test/abc-defg-hij"');
    expect(parsed?.headers.get("auto-submitted")).toBe("auto-generated");
    const [calendar, file] = parsed?.attachments ?? [];
    expect(calendar?.headers.get("content-type")).toMatchObject({
      value: "text/calendar",
      params: { method: "REQUEST" },
    });
    expect(file).toMatchObject({ filename: "invitation.ics", contentType: "application/ics" });
    for (const part of [calendar, file]) {
      const event = new ICAL.Component(
        ICAL.parse(part?.content.toString() ?? "") as unknown[],
      ).getFirstSubcomponent("vevent");
      expect(event?.getFirstPropertyValue("uid")).toBe("case_1.phone@convene.test");
      expect(event?.getFirstPropertyValue("description")).toBe("Olá! ".repeat(100).trim());
    }
  });

  it("that comes twice is seen twice, under one Message-ID", async () => {
    const mailer = createMailer({ smtpUrl: smtp.url, from });
    await mailer.send(mail());
    await mailer.send(mail());
    expect(smtp.mails.map(({ parsed }) => parsed.messageId)).toEqual([
      "<ef_1@convene.test>",
      "<ef_1@convene.test>",
    ]);
    expect(journal.list({ kind: "mail.received" })).toHaveLength(2);
  });

  it("without a calendar has no attachment, and may carry headers of its own", async () => {
    const { calendar: _calendar, ...plain } = mail();
    const mailer = createMailer({ smtpUrl: smtp.url, from });
    await mailer.send({ ...plain, headers: { "X-Convene-Case": "case_1" } });
    const parsed = smtp.mails[0]?.parsed;
    expect(parsed?.attachments).toEqual([]);
    expect(parsed?.headers.get("x-convene-case")).toBe("case_1");
  });
});

describe("what would break out of a header", () => {
  it.each([
    ["subject", { subject: "Hello\r\nBcc: evil@evil.test" }],
    ["subject, with a bare line feed", { subject: "Hello\nBcc: evil@evil.test" }],
    ["name", { to: { email: to.email, name: "Ada\r\nBcc: evil@evil.test" } }],
    ["address", { to: { email: "ada@candidates.test\r\nRCPT TO:<evil@evil.test>", name: "Ada" } }],
    ["list of addresses", { to: { email: "ada@candidates.test, evil@evil.test", name: "Ada" } }],
    ["address in an address", { to: { email: "a@b.test>,<evil@evil.test", name: "Ada" } }],
    ["Message-ID", { messageId: "<x@y>\r\nBcc: evil@evil.test" }],
    ["header's value", { headers: { "X-Note": "a\r\nBcc: evil@evil.test" } }],
    ["header's name", { headers: { "X-Note: a\r\nBcc": "evil@evil.test" } }],
    ["second recipient", { headers: { Bcc: "evil@evil.test" } }],
  ] as [string, Partial<Mail>][])("is refused and nothing is sent: %s", async (_name, fields) => {
    const sending = createMailer({ smtpUrl: smtp.url, from }).send(mail(fields));
    await expect(sending).rejects.toMatchObject({ code: "input_invalid", retryable: false });
    await expect(sending).rejects.not.toMatchObject({ message: expect.stringContaining("@") });
    expect(smtp.mails).toEqual([]);
  });
});

describe("a mail that does not arrive", () => {
  it.each([
    ["the server is busy at its greeting", { greeting: 421 }, "mail_unavailable", true, 0],
    ["the server wants nobody", { greeting: 554 }, "mail_rejected", false, 0],
    ["the recipient is put off", { recipient: 451 }, "mail_unavailable", true, 0],
    ["the recipient is unknown", { recipient: 550 }, "mail_rejected", false, 0],
    ["the connection breaks before the mail", { recipient: "drop" }, "mail_unavailable", true, 0],
    ["the mail is put off", { data: 452 }, "mail_unavailable", true, 1],
    ["the mail is refused", { data: 554 }, "mail_rejected", false, 1],
    ["the connection breaks after the mail", { data: "drop" }, "outcome_unknown", false, 1],
  ] as [string, MailFault, string, boolean, number][])(
    "when %s",
    async (...[, fault, code, retryable, handedOver]) => {
      await using server = await openFailingMailServer(fault);
      const mailer = createMailer({ smtpUrl: server.url, from });
      const error: unknown = await mailer.send(mail()).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code, retryable });
      expect(server.handedOver()).toBe(handedOver);
      const told = JSON.stringify([String(error), error, (error as Error).cause ?? null]);
      expect(told).not.toMatch(/ada@|candidates\.test|Ada/);
    },
  );

  it("when nobody listens has not left, and may be tried again", async () => {
    const server = await openFailingMailServer({});
    await server[Symbol.asyncDispose]();
    await expect(createMailer({ smtpUrl: server.url, from }).send(mail())).rejects.toMatchObject({
      code: "mail_unavailable",
      retryable: true,
    });
  });
});

it("keeps a mail back for the reason that its handover gives, and not a byte of it leaves", async () => {
  await using server = await openFailingMailServer({});
  const mailer = createMailer({ smtpUrl: server.url, from });
  const reason = new AppError({
    code: "stale_proposal",
    fault: "caller",
    message: "Not any more.",
  });
  const sending = mailer.send(mail(), async () => await Promise.reject(reason));
  await expect(sending).rejects.toMatchObject({
    code: "stale_proposal",
    message: "Not any more.",
    retryable: false,
  });
  expect(server.handedOver()).toBe(0);
});

it.each(["", "http://127.0.0.1:25", "mail.example.test:25", "not a url"])(
  "a mailer for %j is a fault of the configuration",
  (smtpUrl) => {
    expect(() => createMailer({ smtpUrl, from })).toThrow(
      expect.objectContaining({ code: "config_invalid" }),
    );
  },
);

describe("a password", () => {
  it("opens a server on this machine", async () => {
    await using server = await openFailingMailServer({});
    const { port } = new URL(server.url);
    const mailer = createMailer({ smtpUrl: `smtp://user:se%2Fcret@127.0.0.1:${port}`, from });
    await mailer.send(mail());
    expect(server.passwords).toEqual(["se/cret"]);
    expect(server.handedOver()).toBe(1);
  });

  it("does not travel in clear to another machine", async () => {
    await using server = await openFailingMailServer({});
    // By its name not loopback: the connection must be encrypted first, which this server cannot do.
    const { port } = new URL(server.url);
    const mailer = createMailer({ smtpUrl: `smtp://user:secret@0.0.0.0:${port}`, from });
    await expect(mailer.send(mail())).rejects.toMatchObject({
      code: "mail_rejected",
      message: expect.not.stringContaining("secret"),
    });
    expect(server.passwords).toEqual([]);
    expect(server.handedOver()).toBe(0);
  });
});

describe("the company's mail pages", () => {
  const Mails = z.object({
    items: z.array(
      z.object({
        id: z.number(),
        to: z.array(z.string()),
        from: z.string(),
        subject: z.string(),
        messageId: z.string(),
        text: z.string(),
        html: z.string().nullable(),
        calendar: z.string().nullable(),
      }),
    ),
  });

  it("tell programs what came", async () => {
    await createMailer({ smtpUrl: smtp.url, from }).send(mail());
    await using app = await openApp(smtp.pages);
    const { items } = Mails.parse(await (await fetch(`${app.url}/control/mail`)).json());
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      id: 1,
      to: [to.email],
      from: from.email,
      subject: mail().subject,
      messageId: "<ef_1@convene.test>",
    });
    expect(items[0]?.calendar).toContain("METHOD:REQUEST");
  });

  it("show a mail in a frame that can do nothing, however it is written", async () => {
    const html = `<p>Hi</p><script>top.location="https://evil.test"</script>" onload="x"`;
    const mailer = createMailer({ smtpUrl: smtp.url, from });
    await mailer.send(mail({ html, subject: "<b>bold</b>" }));
    await using app = await openApp(smtp.pages);
    const list = await (await fetch(`${app.url}/mail`)).text();
    expect(list).toContain("&lt;b&gt;bold&lt;/b&gt;");
    const page = await (await fetch(`${app.url}/mail/1`)).text();
    expect(page).toMatch(/<iframe title="The mail" sandbox="" srcdoc="&lt;p&gt;Hi/);
    expect(page).not.toMatch(/<script|" onload/);
    expect((await fetch(`${app.url}/mail/2`)).status).toBe(404);
  });
});
