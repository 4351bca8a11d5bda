import { describe, expect, it } from "vitest";
import {
  type DayParts,
  SendDigest,
  digestInMail,
  digestInSlack,
  isQuiet,
  streamOfDays,
} from "../../../src/domain/daily-digest.ts";
import { UserId } from "../../../src/domain/ids.ts";
import { composeCompany } from "../../../src/today/company.ts";
import { type DayRows, composeDay } from "../../../src/today/compose.ts";

const now = Temporal.Instant.from("2026-11-24T09:00:00Z");
const NOTHING: DayRows = {
  waiting: [],
  lapsed: [],
  requests: [],
  blocked: [],
  risks: [],
  overdue: [],
  done: [],
};
const COMPANY = composeCompany(
  {
    clocks: [
      { id: "reg_1", kind: "breach", dueAt: now.subtract({ hours: 1 }), isOver: true },
      { id: "reg_2", kind: "request", dueAt: now.add({ hours: 30 }), isOver: false },
    ],
    shortRules: [],
    endedPairs: [],
    stepsBack: [
      {
        stageId: "s1",
        stageName: "Phone Screen",
        kind: "book_interview",
        to: "assisted",
        last: 10,
        lastAgreed: 6,
        at: now.subtract({ hours: 3 }),
      },
    ],
  },
  { zone: "Europe/Lisbon" },
);
const compose = (rows: Partial<DayRows>): DayParts =>
  composeDay({ ...NOTHING, ...rows }, { now, zone: "Europe/Lisbon" });

describe("a day", () => {
  it("tells what waits and until when, what is asked, blocked and overdue, and what was done", () => {
    const day = compose({
      waiting: [
        {
          caseId: "a",
          proposalId: "pr_1",
          kind: "book_interview",
          expiresAt: now.add({ hours: 5 }),
        },
      ],
      lapsed: [
        { caseId: "h", kind: "post_synthesis", expiredAt: now.subtract({ hours: 40 }) },
        { caseId: "i", kind: "book_debrief", expiredAt: now.subtract({ hours: 20 }) },
      ],
      requests: [{ caseId: "b", kind: "wants_move", saidAt: now }],
      blocked: [{ caseId: "c", problem: "No time fits.\nNobody is free." }],
      risks: [{ caseId: "f", startsAt: Temporal.Instant.from("2026-11-25T10:00:00Z") }],
      overdue: [
        { caseId: "d", name: "Grace Hopper", endsAt: now.subtract({ hours: 50 }) },
        { caseId: "d", name: null, endsAt: now.subtract({ hours: 25 }) },
      ],
      done: [
        { caseId: "e", kind: "book_interview" },
        { caseId: "e", kind: "send_brief" },
        { caseId: "e", kind: "send_brief" },
        { caseId: "e", kind: "put_back" },
        ...["nudge_feedback", "ask_arrival", "alert_recruiter", "warn_recruiter"].flatMap((kind) =>
          [1, 2, 3].map(() => ({ caseId: "g", kind })),
        ),
      ],
    });
    expect(day).toEqual({
      waits: [
        {
          caseId: "a",
          what: "an interview to book; decide by Tuesday 24 November 2026, 14:00 (Lisbon time)",
          path: "/proposals/pr_1",
        },
        {
          caseId: "h",
          what: "a feedback synthesis that nobody decided on before Sunday 22 November 2026, 17:00 (Lisbon time); propose it again if it is still wanted",
          path: "/cases/h",
          again: "post_synthesis",
        },
        {
          caseId: "i",
          what: "a debrief that nobody decided on before Monday 23 November 2026, 13:00 (Lisbon time); propose it again if it is still wanted",
          path: "/cases/i",
          again: "book_debrief",
        },
        { caseId: "b", what: "the candidate asks for another time", path: "/cases/b" },
      ],
      failed: [{ caseId: "c", what: "No time fits. Nobody is free.", path: "/cases/c" }],
      risks: [
        {
          caseId: "f",
          what: "interview on Wednesday 25 November 2026, 10:00 (Lisbon time); the case says why",
          path: "/cases/f",
          startsAt: "2026-11-25T10:00:00Z",
        },
      ],
      owes: [
        {
          caseId: "d",
          what: "no form yet from Grace Hopper, 2 days after the interview",
          path: "/cases/d",
        },
        {
          caseId: "d",
          what: "no form yet from an interviewer, a day after the interview",
          path: "/cases/d",
        },
      ],
      done: [
        { caseId: "e", what: "interview booked", path: "/cases/e" },
        { caseId: "e", what: "brief sent to the panel, twice", path: "/cases/e" },
        { caseId: "e", what: "put back as it was booked", path: "/cases/e" },
        { caseId: "g", what: "feedback reminder sent, 3 times", path: "/cases/g" },
        {
          caseId: "g",
          what: "panel asked whether the candidate had arrived, 3 times",
          path: "/cases/g",
        },
        {
          caseId: "g",
          what: "recruiter told that no time has been found, 3 times",
          path: "/cases/g",
        },
        { caseId: "g", what: "recruiter asked to look at an interview, 3 times", path: "/cases/g" },
      ],
    });
    expect(isQuiet({ parts: day })).toBe(false);
  });

  it("names who owes a form by one line that leads nowhere", () => {
    const name = "Grace\nHopper www.evil.example";
    const [owed] = compose({ overdue: [{ caseId: "d", name, endsAt: now }] }).owes;
    expect(owed?.what).toBe(
      "no form yet from Grace Hopper (link left out), a day after the interview",
    );
  });

  it("says that a long problem goes on, and ends between words", () => {
    const problem = "Nobody of the panel is free then. ".repeat(12);
    const [failed] = compose({ blocked: [{ caseId: "c", problem }] }).failed;
    expect(failed?.what).toMatch(/(is|panel|then|free|Nobody|of|the)…$/);
    expect(failed?.what.length).toBeLessThanOrEqual(280);
    const sent = digestInMail(digest(compose({ blocked: [{ caseId: "c", problem }] })), {
      subjectOf: () => "Ada",
      publicUrl: "https://convene.example.com",
    });
    expect(sent.text).toMatch(/1\. Ada: Nobody .* (is|panel|then|free|Nobody|of|the)…\n/);
  });

  it("is quiet when there is nothing to tell", () => {
    const told = [{ caseId: "e", kind: "send_digest" }];
    expect(isQuiet({ parts: compose({}) })).toBe(true);
    expect(isQuiet({ parts: compose({ done: told }), company: [] })).toBe(true);
    expect(isQuiet({ parts: compose({}), company: COMPANY })).toBe(false);
  });
});

const digest = (parts: DayParts): SendDigest =>
  SendDigest.parse({
    kind: "send_digest",
    version: 1,
    stream: streamOfDays("u1"),
    to: { userId: UserId.parse("u 1"), email: "ada@example.test", name: "Ada" },
    channel: "mail",
    day: "2026-11-24",
    zone: "Europe/Lisbon",
    since: "2026-11-23T09:00:00Z",
    until: "2026-11-24T09:00:00Z",
    parts,
    companyName: "Example Works",
  });

describe("a digest", () => {
  const item = (n: number, path = `/cases/c${n}`) => ({ caseId: `c${n}`, what: "waits", path });
  const parts: DayParts = {
    waits: Array.from({ length: 10 }, (_, n) => item(n)),
    failed: [],
    risks: [],
    owes: [item(20)],
    done: [item(30)],
  };
  const shown = {
    subjectOf: (caseId: string) => `Name of ${caseId}\n<!here>`,
    publicUrl: "https://convene.test",
  };

  it("has a link for each thing that asks for something, and no more than are read", () => {
    const { title, lines, links } = digestInSlack(digest(parts), shown);
    expect(title).toBe("Tuesday 24 November: 10 waiting for you, 1 overdue form, 1 done");
    expect(lines[0]).toBe("Waiting for you (10)");
    expect(lines).toContain("1. Name of c0 <!here>: waits");
    expect(lines).toContain("And 4 more.");
    expect(lines.at(-1)).toBe("8. Name of c30 <!here>: waits");
    expect(links[0]).toEqual({
      label: "Open Today",
      url: "https://convene.test/today?person=u%201",
    });
    expect(links).toHaveLength(8);
    expect(links.at(-1)).toEqual({
      label: "7. Name of c20 <!here>",
      url: "https://convene.test/cases/c20",
    });
    const all = parts.waits;
    const full = { waits: all, failed: all, risks: all, owes: all, done: all };
    expect(digestInSlack(digest(full), shown).links.length).toBeLessThanOrEqual(25);
  });

  it("tells administrators of the company first, without a word of a candidate", () => {
    const told = { ...digest({ ...parts, waits: [] }), company: COMPANY };
    const { title, lines, links } = digestInSlack(told, shown);
    expect(title).toBe("Tuesday 24 November: 3 for administrators, 1 overdue form, 1 done");
    expect(lines.slice(0, 5)).toEqual([
      "For administrators (3)",
      "1. Breach of data: the authority has to be told by Tuesday 24 November 2026, 08:00 (Lisbon time): that time is over",
      "2. Request about data: an answer has to be given by Wednesday 25 November 2026, 15:00 (Lisbon time)",
      "3. Step taken back: Phone Screen, an interview to book: back to assisted mode, since people agreed with 6 of the last 10",
      "Overdue feedback (1)",
    ]);
    expect(links.slice(1, 4).map(({ label, url }) => [label, url])).toEqual([
      ["1. Breach of data", "https://convene.test/compliance"],
      ["2. Request about data", "https://convene.test/compliance"],
      ["3. Step taken back", "https://convene.test/settings"],
    ]);
    const all = Array.from({ length: 10 }, (_, n) => item(n));
    const full = { waits: all, failed: all, risks: all, owes: all, done: all };
    const six = [...COMPANY, ...COMPANY];
    const { links: most } = digestInSlack({ ...digest(full), company: six }, shown);
    expect(most).toHaveLength(25);
    expect(most[6]?.label).toBe("6. Step taken back");
    expect(digestInMail(told, shown).text).toContain("1. Breach of data: the authority");
  });

  it("tells administrators of rules that ask for two people, and who changed one so that it leads nowhere", () => {
    const company = composeCompany(
      {
        clocks: [],
        shortRules: [{ rule: 2, what: "rule 2 asks for two people, and only rita@c.test is left" }],
        endedPairs: [
          { version: 5, by: "bob@c.test", what: "since version 5 fewer agree" },
          { version: 4, by: "www.evil.example", what: "since version 4 fewer agree" },
        ],
        stepsBack: [],
      },
      { zone: "Europe/Lisbon" },
    );
    const told = { ...digest({ ...parts, waits: [], owes: [], done: [] }), company };
    expect(digestInSlack(told, shown).lines).toEqual([
      "For administrators (3)",
      "1. Two people to agree: rule 2 asks for two people, and only rita@c.test is left",
      "2. Two people to agree: since version 5 fewer agree: changed by bob@c.test",
      "3. Two people to agree: since version 4 fewer agree: changed by (link left out)",
    ]);
  });

  it("has each link beside its line in a mail, and nothing of a name becomes one", () => {
    const { subject, text, urls, footer } = digestInMail(digest(parts), {
      ...shown,
      subjectOf: () => "https://evil.test/ x",
    });
    expect(subject).toBe("Tuesday 24 November: 10 waiting for you, 1 overdue form, 1 done");
    expect(text).toContain("1. https://evil.test/ x: waits\nhttps://convene.test/cases/c0");
    expect(urls.every((url) => url.startsWith("https://convene.test/"))).toBe(true);
    expect(footer).toContain("Example Works");
  });
});
