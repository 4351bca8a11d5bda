/** Whatever stands in the texts of a brief: it stays words. */
import fc from "fast-check";
import { Parser } from "htmlparser2";
import { simpleParser } from "mailparser";
import { describe, expect, it } from "vitest";
import { renderBriefMail } from "../../../src/briefs/mail.ts";
import { renderBriefPage } from "../../../src/briefs/page.ts";
import { renderBriefSlack } from "../../../src/briefs/slack.ts";
import { renderBriefNote } from "../../../src/briefs/text.ts";
import { composeMail } from "../../../src/messaging/compose-mail.ts";
import type { SendBrief } from "../../../src/domain/brief.ts";
import { BRIEF_LINKS, changedBrief, firstReader } from "../../support/briefs.ts";

const HOSTILE = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "</title></style></summary></details></ul></main>",
  "<!--",
  "]]>",
  "&lt;b&gt;&#60;",
  "[here](https://evil.example/a)",
  "![](https://evil.example/pixel.png)",
  "www.evil.example/b",
  "mailto:evil@evil.example",
  "HTTPS://evil.example/c",
  "<https://evil.example|Join>",
  "<!channel> <@U1> *bold* _it_ `code`",
  "\u202Eelpmaxe\u202C",
  "\u2066x\u2069\u200B\uFEFF",
  "\u0000\u0007\u001B[31m\u0085\u009B",
  "\n\nVideo: call me\nSOURCES\n[1] mine",
  "\r\nBcc: evil@evil.example\u2028x\u2029y",
  "W".repeat(300),
  "=?utf-8?Q?=3Cb=3E?=",
  "{{page}} ${1+1} %s",
  "\uD800",
  "A\u0301\u0316\u0301",
];
const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary", maxLength: 20 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((pieces) => `x${pieces.join(" ")}`);

/** Every text in it that somebody worded, by what `text` gives for it. */
const worded = (payload: SendBrief, text: () => string): SendBrief => {
  const { session, brief } = payload;
  const sentences = <Each extends SendBrief["brief"]["highlights"][number]>(all: Each[]): Each[] =>
    all.map((each) => ({
      ...each,
      text: text(),
      sources: each.sources.map((source) => ({ ...source, quote: text() })),
    }));
  const people = <Each extends { name: string }>(all: Each[]): Each[] =>
    all.map((each) => ({ ...each, name: text(), ...("role" in each && { role: text() }) }));
  return {
    ...payload,
    postingTitle: text(),
    companyName: text(),
    candidate: { ...payload.candidate, name: text() },
    changes: payload.changes.map(text),
    readers: payload.readers.map((each) => ({
      ...each,
      name: text(),
      feedback: sentences(each.feedback),
      documents: each.documents.map((document) => ({ ...document, title: text() })),
    })),
    session: {
      ...session,
      name: text(),
      panel: people(session.panel),
      trainees: people(session.trainees),
      room: text(),
      agenda: text(),
    },
    brief: {
      ...brief,
      covers: brief.covers.map(text),
      others: people(brief.others).map((each) => ({
        ...each,
        people: each.people.map(text),
        covers: each.covers.map(text),
      })),
      documents: brief.documents.map((each) => ({ ...each, title: text() })),
      highlights: sentences(brief.highlights),
      background: sentences(brief.background),
      selling: sentences(brief.selling),
      probe: sentences(brief.probe).map((each) => ({ ...each, ask: text() })),
      questions: brief.questions.map((each) => ({
        ...each,
        competency: text(),
        text: text(),
        followUps: each.followUps.map(text),
        strong: text(),
      })),
      leftOut: brief.leftOut.map(text),
      form: text(),
    },
  };
};

/** Its tags and attributes, whatever print its length asks for; of an attribute that leads or names something, its value as well. */
const skeletonOf = (html: string): string[] => {
  const found: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const said = Object.entries(attributes).map(([key, value]) => `${key}=${value}`);
      found.push(`<${[name, ...said].join(" ")}>`);
    },
    onclosetag: (name) => found.push(`</${name}>`),
    oncomment: () => found.push("<!-- -->"),
    onprocessinginstruction: (name) => found.push(name),
  });
  parser.end(
    html
      .replace(/class="(brief|sheet) sheet-[a-z -]+"/, 'class="$1"')
      .replace(/<p class="paper"[^<]*<\/p>/, ""),
  );
  return found;
};

const formsOf = (payload: SendBrief) => {
  const reader = firstReader(payload);
  const mail = renderBriefMail(payload, reader, BRIEF_LINKS);
  const slack = renderBriefSlack(payload, reader, BRIEF_LINKS);
  const note = renderBriefNote(payload);
  return { mail, slack, note, page: renderBriefPage(payload, reader, BRIEF_LINKS).toString() };
};

/** The next of an endless row. */
const from = (stream: Iterator<string>) => (): string => {
  const next = stream.next();
  return next.done === true ? "x" : next.value;
};

/** Controls, bidirectional and zero-width characters, tags, halves of characters. Not the marks that scripts of old need. */
const UNSEEN =
  /[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Join_Control}\u200B\u2028\u2029\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;
const unseenIn = (text: string): string[] =>
  [...text.matchAll(UNSEEN)]
    .map(([each]) => (each.codePointAt(0) ?? 0).toString(16))
    .filter((code) => code !== "a");
const changed = changedBrief();
const plain = formsOf(worded(changed, () => "x"));

describe("hostile texts in a brief", () => {
  it("make no tag, attribute or link in its HTML, and no line in its texts", () => {
    fc.assert(
      fc.property(fc.infiniteStream(hostileText), (stream) => {
        const { mail, slack, note, page } = formsOf(worded(changed, from(stream)));
        expect(skeletonOf(page)).toEqual(skeletonOf(plain.page));
        expect(skeletonOf(mail.html)).toEqual(skeletonOf(plain.mail.html));
        expect(mail.text.split("\n").length).toBe(plain.mail.text.split("\n").length);
        expect(note.split("\n").length).toBe(plain.note.split("\n").length);
        const lines = [mail.subject, slack.title, ...slack.lines];
        expect(lines.filter((line) => line.includes("\n"))).toEqual([]);
        expect(slack.links).toEqual(plain.slack.links);
        expect([mail.text, note, mail.html, page, ...lines].flatMap(unseenIn)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("from outside keep no address that a mail program or a chat would make a link of", () => {
    fc.assert(
      fc.property(fc.infiniteStream(hostileText), (stream) => {
        const hostile = worded(changed, from(stream));
        // What the company itself wrote keeps its addresses, as words.
        const { questions } = changed.brief;
        const { mail, slack, note, page } = formsOf({
          ...hostile,
          session: { ...hostile.session, room: "x", agenda: "x" },
          brief: { ...hostile.brief, questions },
        });
        const shown = [mail.subject, mail.text, note, slack.title, ...slack.lines, mail.html, page];
        const kept = shown.flatMap(
          (form) => form.match(/.{0,9}(:\/\/|www\.|mailto:)\S*evil/i) ?? [],
        );
        expect(kept).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("do not harm the mail that carries it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(hostileText), async (stream) => {
        const { mail } = formsOf(worded(changed, from(stream)));
        const { raw } = await composeMail(
          {
            ...mail,
            to: { email: "ines.duarte@example.com", name: "Ines" },
            messageId: "<ef_1@convene.example.com>",
          },
          { email: "convene@example.com", name: "Example" },
        );
        const parsed = await simpleParser(raw);
        expect(parsed.subject).toBe(mail.subject);
        expect(parsed.bcc).toBeUndefined();
      }),
      { numRuns: 15 },
    );
  });
});
