/** What a reader is shown of a brief: times, people, sources, and nothing that is another's. */
import { describe, expect, it } from "vitest";
import { renderBriefMail } from "../../../src/briefs/mail.ts";
import { renderBriefPage } from "../../../src/briefs/page.ts";
import { renderBriefSlack } from "../../../src/briefs/slack.ts";
import { renderBriefNote } from "../../../src/briefs/text.ts";
import { HEADINGS, viewOf } from "../../../src/briefs/view.ts";
import type { BriefReader, SendBrief } from "../../../src/domain/brief.ts";
import {
  BRIEF_LINKS,
  FEEDBACK_OF_ROUND,
  changedBrief,
  firstReader,
  longestBrief,
  smallestBrief,
  usualBrief,
} from "../../support/briefs.ts";

const readerAt = (payload: SendBrief, index: number): BriefReader => {
  const reader = payload.readers[index];
  if (!reader) throw new Error("no such reader");
  return reader;
};
const mailOf = (payload: SendBrief, reader = firstReader(payload), links = BRIEF_LINKS) =>
  renderBriefMail(payload, reader, links);
const everyFormOf = (payload: SendBrief, reader: BriefReader): string[] => {
  const { text, html } = mailOf(payload, reader);
  const slack = JSON.stringify(renderBriefSlack(payload, reader, BRIEF_LINKS));
  return [text, html, slack, renderBriefPage(payload, reader, BRIEF_LINKS).toString()];
};

describe("when it is", () => {
  const inZones = (candidate: string, own: string, changes: Partial<SendBrief["session"]> = {}) => {
    const usual = usualBrief();
    const payload = {
      ...usual,
      session: { ...usual.session, ...changes },
      candidate: { ...usual.candidate, zone: candidate },
    };
    return viewOf(payload, { ...firstReader(usual), zone: own }, BRIEF_LINKS).when;
  };

  it("is said in the reader's zone first, then in each other zone once, those that agree together", () => {
    expect(inZones("America/Sao_Paulo", "Europe/Lisbon")).toEqual({
      zone: "Europe/Lisbon",
      first: "Tuesday 1 December 2026, 15:00–16:00 (Lisbon time)",
      others: [
        "Candidate: 12:00–13:00 (Sao Paulo time)",
        "Panel: 16:00–17:00 (Berlin and Madrid time)",
      ],
    });
  });

  it("is said once where the candidate is in the reader's zone", () => {
    expect(inZones("Europe/Berlin", "Europe/Berlin")).toMatchObject({
      first: "Tuesday 1 December 2026, 16:00–17:00 (Berlin time, the candidate’s too)",
      others: ["Panel: 15:00–16:00 (Lisbon time)", "Panel: 16:00–17:00 (Madrid time)"],
    });
  });

  it("names the day where it is another one", () => {
    const late = { startsAt: "2026-12-01T23:30:00Z", endsAt: "2026-12-02T00:30:00Z" };
    expect(inZones("Asia/Tokyo", "Europe/Lisbon", late).others).toEqual([
      "Candidate: Wednesday 2 December 2026, 08:30–09:30 (Tokyo time)",
      "Panel: Wednesday 2 December 2026, 00:30–01:30 (Berlin and Madrid time)",
    ]);
  });

  it("is the candidate's zone first where nobody in particular reads it", () => {
    expect(viewOf(usualBrief(), null, BRIEF_LINKS).when.first).toBe(
      "Tuesday 1 December 2026, 12:00–13:00 (Sao Paulo time, the candidate’s)",
    );
  });

  it("says of other interviews the hour, and the day where it is another", () => {
    const usual = usualBrief();
    const [first, ...rest] = usual.brief.others;
    if (!first) throw new Error("no other interview");
    const others = [{ ...first, startsAt: "2026-12-02T09:00:00Z" }, ...rest];
    const payload = { ...usual, brief: { ...usual.brief, others } };
    expect(viewOf(payload, firstReader(usual), BRIEF_LINKS).others.slice(0, 2)).toEqual([
      {
        when: "Wednesday 2 December 2026, 09:00",
        name: "Welcome",
        people: "Paula Reis",
        covers: "",
      },
      {
        when: "10:00",
        name: "Coding",
        people: "Tomas Lind and Yuki Sato",
        covers: "Writing software",
      },
    ]);
  });
});

describe("what stands in it", () => {
  it("comes in one order in mail and note, and what has changed comes first", () => {
    const payload = changedBrief();
    const { text } = mailOf(payload);
    const order = [
      HEADINGS.changes,
      "When:",
      HEADINGS.others,
      HEADINGS.highlights,
      HEADINGS.background,
      HEADINGS.feedback,
      HEADINGS.probe,
      HEADINGS.questions,
      HEADINGS.selling,
      HEADINGS.leftOut,
      HEADINGS.logistics,
      HEADINGS.sources,
    ].map((heading) => text.search(new RegExp(`^${heading}`, "im")));
    expect(order).not.toContain(-1);
    expect(order[0]).toBe(0);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(mailOf(payload).subject).toBe(
      "Brief changed: Ada Moreira, System design, Tue 1 Dec, 15:00 (Lisbon time)",
    );
    expect(mailOf(usualBrief()).text).not.toMatch(/changed since/i);
  });

  it("numbers its sources as they are first named, and lists them with their links", () => {
    const { text } = mailOf(changedBrief());
    expect(text).toContain("Must have: “Several years of Java in production”. [1] [2]\n");
    expect(text).toContain("and named what had gone wrong.” [3]\n");
    expect(text).toContain(`[1] Resume (PDF): ${BRIEF_LINKS.lever}/resume\n`);
    expect(text).toContain("Also read: Interview plan: Backend onsite");
  });

  it("names a source that is not among its documents without a title, and never fails", () => {
    const usual = usualBrief();
    const payload = { ...usual, brief: { ...usual.brief, documents: [] } };
    expect(mailOf(payload).text).toContain("[1] A document without a title");
  });

  it("is all there when every text is as long as may be", () => {
    const { payload, words } = longestBrief();
    const [text = "", html = "", , page = ""] = everyFormOf(payload, firstReader(payload));
    const lostIn = (form: string): number => words.filter((word) => !form.includes(word)).length;
    expect([text, html, page].map(lostIn)).toEqual([0, 0, 0]);
    // One reader's six sentences and the title of where they come from.
    expect(lostIn(renderBriefNote(payload))).toBe(7);
    // What some mail programs cut off.
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
    expect(Buffer.byteLength(page)).toBeLessThan(200_000);
  });

  it("says what is missing where nothing could be read", () => {
    const payload = smallestBrief();
    for (const form of everyFormOf(payload, firstReader(payload)).filter(
      (_, index) => index !== 2,
    )) {
      expect(form).toContain("No questions are kept for this session.");
      expect(form).toContain("There is no resume.");
      expect(form).not.toMatch(/Background|BACKGROUND|undefined|null/);
    }
  });

  it("puts the reader first among the panel, and says who sits in", () => {
    const payload = usualBrief();
    const said = (index: number) => mailOf(payload, readerAt(payload, index)).text;
    expect(said(0)).toContain("Panel: You (Staff engineer) and Jonas Weber (Backend engineer)\n");
    expect(said(1)).toContain("Panel: You (Backend engineer) and Inês Duarte (Staff engineer)\n");
    expect(said(2)).toContain("Sitting in: You\n");
  });
});

describe("what one reader alone may see", () => {
  it.each([
    ["theirs alone", []],
    ["among those of all", [FEEDBACK_OF_ROUND.document]],
  ])("is in no form of another's brief, nor in the note, nor is its source, %s", (_name, more) => {
    const changed = changedBrief();
    const documents = [...changed.brief.documents, ...more];
    const payload = { ...changed, brief: { ...changed.brief, documents } };
    const { words, document } = FEEDBACK_OF_ROUND;
    for (const form of everyFormOf(payload, firstReader(payload)).filter(
      (_, index) => index !== 2,
    )) {
      expect(form).toContain(words);
      expect(form).toContain(document.title);
    }
    const others = [
      ...everyFormOf(payload, readerAt(payload, 1)),
      ...everyFormOf(payload, readerAt(payload, 2)),
      renderBriefNote(payload),
      renderBriefPage(payload, null, BRIEF_LINKS).toString(),
      JSON.stringify(renderBriefSlack(payload, firstReader(payload), BRIEF_LINKS)),
    ];
    for (const form of others) {
      expect(form).not.toContain(words);
      expect(form).not.toContain(document.title);
      expect(form).not.toContain(HEADINGS.feedback);
    }
  });

  it("and links of their own are not in the note", () => {
    const note = renderBriefNote(changedBrief());
    expect(note).not.toMatch(/:\/\//);
    expect(note).toContain("[1] Resume (PDF)\n");
    expect(note).toContain(
      "LEFT OUT OF THIS BRIEF\n- Resume (PDF): a part of it speaks to software.",
    );
  });
});

describe("where it leads", () => {
  const hrefsOf = (form: string): string[] =>
    [...form.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));

  it("is where it was told to, to Lever and to LinkedIn, and nowhere else", () => {
    const usual = usualBrief();
    const documents = usual.brief.documents.map((document) => ({
      ...document,
      url: "https://elsewhere.example/x",
    }));
    const brief = { ...usual.brief, documents, linkedIn: "https://linkedin.example/in/ada" };
    const payload = { ...usual, brief };
    const [, html = "", , page = ""] = everyFormOf(payload, firstReader(payload));
    const told = new Set([BRIEF_LINKS.job, BRIEF_LINKS.lever, BRIEF_LINKS.own, BRIEF_LINKS.video]);
    expect(new Set(hrefsOf(page))).toEqual(told);
    expect(new Set(hrefsOf(html))).toEqual(new Set([...told, BRIEF_LINKS.page]));
    expect(mailOf(payload).text).not.toContain("elsewhere.example");
  });

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "https://a b",
    "https://me:secret@hire.lever.co/",
    "//hire.lever.co/x",
    'https://x.example/"onclick=x',
    "",
  ])("is never %j as it stands", (url) => {
    const links = { page: url, own: url, lever: url, job: url, video: url };
    const usual = usualBrief();
    const reader = firstReader(usual);
    const forms = [
      renderBriefPage(usual, reader, links).toString(),
      renderBriefMail(usual, reader, links).html,
    ];
    for (const form of forms) {
      expect(hrefsOf(form).filter((href) => !/^https:\/\/[a-z.]+\/[!-~]*$/.test(href))).toEqual([]);
      expect(form).not.toMatch(/[\s"]onclick|javascript:|secret@/);
    }
  });

  it.each([
    ["https://www.linkedin.com/in/ada", true],
    ["http://pt.linkedin.com/in/ada/?trk=x", true],
    ["https://linkedin.com.example/in/ada", false],
  ])("%s is LinkedIn: %s", (linkedIn, isLinked) => {
    const usual = usualBrief();
    const payload = { ...usual, brief: { ...usual.brief, linkedIn } };
    expect(mailOf(payload).text.includes("Profile on LinkedIn")).toBe(isLinked);
  });
});

describe("in Slack", () => {
  it("is short: who and when, three lines at most, and buttons", () => {
    const payload = usualBrief();
    const jonas = readerAt(payload, 1);
    expect(renderBriefSlack(payload, jonas, BRIEF_LINKS)).toEqual({
      title:
        "Your brief for System design with Ada Moreira (Senior Backend Engineer, Example Logistics): Tuesday 1 December 2026, 16:00–17:00 (Berlin time).",
      lines: [
        "By video, 60 minutes. It covers Designing systems, Running software reliably.",
        "To know: Java, in a job of 4 years 4 months: Backend Engineer at Farfield, March 2020 to June 2024, “Moved payments into services in Java without downtime”. Must have: “Several years of Java in production”.",
        "To ask: The role asks for “Kafka or a similar broker”. What have you done of that kind, and what was your part?",
      ],
      links: [
        { label: "Open the brief", url: BRIEF_LINKS.page },
        { label: "Join the video call", url: BRIEF_LINKS.video },
        { label: "Candidate in Lever", url: BRIEF_LINKS.lever },
        { label: "Your hours and limits", url: BRIEF_LINKS.own },
      ],
    });
    const { payload: longest } = longestBrief();
    const short = renderBriefSlack(longest, firstReader(longest), BRIEF_LINKS);
    expect(Math.max(...short.lines.map((each) => each.length))).toBeLessThanOrEqual(400);
    const changed = changedBrief();
    const { title, lines } = renderBriefSlack(changed, jonas, BRIEF_LINKS);
    expect(title).toMatch(/^Changed: your brief for/);
    expect(lines[0]).toMatch(/^Changed: It begins at 15:00/);
  });
});
