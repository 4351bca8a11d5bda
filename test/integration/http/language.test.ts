/** The language checker over HTTP: what it finds, what it refuses, that nothing of a text stays; and the texts of postings. */
import { pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkLanguage } from "../../../src/language/checker/check-language.ts";
import { balanceOf } from "../../../src/language/checker/gender-balance.ts";
import { JURISDICTIONS } from "../../../src/language/checker/jurisdictions.ts";
import type { TextToCheck } from "../../../src/http/api/language-routes.ts";
import { PostingList } from "../../../src/http/api/posting-routes.ts";
import { createToken } from "../../../src/http/auth/tokens.ts";
import { type Answer, openApi, problemOf } from "../../support/api.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { ADMIN_TOKEN, type Walk, startWalk } from "../../support/walk.ts";

const ASKED = "How old are you, Zyxwvut?\nHow do you arrange childcare?";
const LEANING =
  "We lead and compete, decide with confidence, dominate, challenge others, and are ambitious.";

describeEachDatabase("the language checker over HTTP", (open) => {
  let walk: Walk;
  const lines: string[] = [];
  beforeAll(async () => {
    const log = pino({ level: "trace" }, { write: (line: string) => void lines.push(line) });
    walk = await startWalk(open, { log });
  });
  afterAll(async () => {
    await walk.close();
  });

  const check = async (body: unknown): Promise<Answer> =>
    await walk.api.send("POST", "/api/language/check", body);
  const faultsOf = async (body: unknown) => {
    const answer = await check(body);
    expect(answer.status).toBe(400);
    return problemOf(answer).faults;
  };

  it.each<TextToCheck>([
    { text: ASKED },
    { text: ASKED, kind: "question", jurisdictions: ["uk", "us-nyc"] },
    { text: LEANING, kind: "job_text" },
  ])("answers as the checker does: %j", async (asked) => {
    const { text, ...options } = asked;
    const findings = checkLanguage(text, options as Parameters<typeof checkLanguage>[1]);
    expect(findings.length).toBeGreaterThan(0);
    const answer = await check(asked);
    expect([answer.status, answer.body]).toEqual([
      200,
      {
        findings,
        otherLanguage: null,
        balance: asked.kind === "question" ? null : balanceOf(text),
      },
    ]);
  });

  it("says of a text in another language that it is not read", async () => {
    const { body } = await check({
      text: "Wie alt sind Sie eigentlich?\nWo kommen Sie ursprünglich her, und planen Sie Kinder?",
      kind: "question",
    });
    expect(body).toMatchObject({ otherLanguage: "German" });
  });

  it("answers the same of a text so long that it is checked elsewhere", async () => {
    const text = `${ASKED}\n`.repeat(Math.ceil(5_000 / ASKED.length));
    const { status, body } = await check({ text, kind: "question" });
    const findings = checkLanguage(text, { kind: "question" });
    expect([status, body]).toEqual([200, { findings, otherLanguage: null, balance: null }]);
  });

  it("checks few long texts at once, and says to whoever sends more when to come again", async () => {
    const text = "We look after our people and our work. ".repeat(1_000);
    const all = await Promise.all(
      Array.from({ length: 24 }, async () => await check({ text, kind: "job_text" })),
    );
    expect(all.filter(({ status }) => status >= 500)).toEqual([]);
    const [refused] = all.filter(({ status }) => status === 429);
    expect(refused?.headers.get("retry-after")).toBe("10");
    expect(refused?.body).toMatchObject({
      detail:
        "3 of your requests of this kind are being worked on already. Try again in 10 seconds.",
    });
    expect((await check({ text: ASKED })).status).toBe(200);
  });

  it("tells only rules of the places asked for, and how a job text leans", async () => {
    const { body } = await check({ text: ASKED, kind: "question", jurisdictions: ["uk"] });
    expect(body).toMatchObject({
      findings: [{ jurisdictions: ["uk"] }, { jurisdictions: ["uk"] }],
    });
    const leaning = await check({ text: LEANING, kind: "job_text" });
    expect(leaning.body).toMatchObject({ balance: { lean: "masculine" } });
  });

  it("finds nothing in a clean text", async () => {
    const { body } = await check({ text: "Tell us how you tested it.", kind: "question" });
    expect(body).toEqual({ findings: [], otherLanguage: null, balance: null });
  });

  it("refuses what it cannot check, in words", async () => {
    expect(await faultsOf({ text: "" })).toEqual([{ path: "text", message: "is empty" }]);
    expect(await faultsOf({ text: " \n\t" })).toEqual([{ path: "text", message: "is empty" }]);
    expect(await faultsOf({ text: "a".repeat(50_001) })).toEqual([
      { path: "text", message: "is too long: 50000 characters at most" },
    ]);
    expect((await check({ text: "a".repeat(50_000) })).status).toBe(200);
    // As many bytes as 50,000 can have.
    expect((await check({ text: "語".repeat(50_000) })).status).toBe(200);
    expect(await faultsOf({ text: "x", jurisdictions: ["uk", "mars"] })).toEqual([
      {
        path: "jurisdictions.1",
        message: `is not known: one of ${Object.keys(JURISDICTIONS).join(", ")}`,
      },
    ]);
    expect(await faultsOf({ text: "x", jurisdictions: ["constructor"] })).toHaveLength(1);
    expect(await faultsOf({ text: "x", jurisdictions: [] })).toEqual([
      { path: "jurisdictions", message: "is empty: name one, or leave it out for all" },
    ]);
    expect(await faultsOf({ text: "x", kind: "poem" })).toEqual([
      { path: "kind", message: "is one of question, job_text, feedback, message" },
    ]);
    expect(await faultsOf({})).toHaveLength(1);
    expect(await faultsOf({ text: "x", note: "y" })).toHaveLength(1);
  });

  it("is for whoever may read, and for nobody else", async () => {
    const secret = await createToken(
      {
        name: "an auditor",
        role: "auditor",
        kind: "token",
        validFor: Temporal.Duration.from({ hours: 1 }),
      },
      walk.running.deps,
    );
    const auditor = openApi(walk.url, secret);
    expect((await auditor.send("POST", "/api/language/check", { text: ASKED })).status).toBe(200);
    const stranger = openApi(walk.url, null);
    for (const [method, path] of [
      ["POST", "/api/language/check"],
      ["GET", "/api/language/rules"],
      ["GET", "/api/postings"],
      ["GET", "/api/postings/x/text"],
    ] as const) {
      const body = method === "POST" ? { text: ASKED } : undefined;
      expect((await stranger.send(method, path, body)).status).toBe(401);
    }
  });

  it("keeps nothing of a text, whether it was checked or refused", async () => {
    await check({ text: ASKED });
    await check({ text: ASKED, kind: "poem" });
    const { database } = walk.running.deps;
    const tables = await database.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(10);
    for (const { name } of tables) {
      const found = await database.query(
        `select 1 from ${name} each where each::text like '%Zyxwvut%' limit 1`,
      );
      expect([name, found]).toEqual([name, []]);
    }
  });

  it("writes nothing of a text into the log, whether it was checked, refused or cannot be read", async () => {
    await check({ text: ASKED });
    await check({ text: ASKED, kind: "poem" });
    await check({ text: ASKED.repeat(2_000) });
    await check({ text: ASKED.repeat(20_000) });
    const broken = await fetch(`${walk.url}/api/language/check`, {
      method: "POST",
      headers: { authorization: `Bearer ${ADMIN_TOKEN}`, "content-type": "application/json" },
      body: `{"text":"${ASKED.replaceAll("\n", " ")}",`,
    });
    expect(broken.status).toBe(400);
    // A request that fails is logged: the log is kept.
    await walk.eyes.control("POST", "/faults", {
      service: "lever",
      kind: "status",
      status: 400,
      path: "/postings/",
      times: 1,
    });
    const failed = "/api/postings/any/questions?plan=phone-screen";
    expect((await walk.api.send("GET", failed)).status).toBe(502);
    expect(lines.join("")).toContain("request failed");
    expect(lines.join("")).not.toMatch(/Zyxwvut|childcare|How old/);
  });

  it("names whose law it knows, and since when", async () => {
    const { body } = await walk.api.send("GET", "/api/language/rules");
    expect(body).toMatchObject({
      jurisdictions: Object.entries(JURISDICTIONS).map(([id, name]) => ({ id, name })),
      notedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
    });
  });

  it("gets the job texts of open postings, by title, and no others", async () => {
    const { body } = await walk.api.send("GET", "/api/postings");
    const { items } = PostingList.parse(body);
    const titles = items.map(({ title }) => title);
    expect(titles).toEqual(titles.toSorted((one, two) => one.localeCompare(two)));
    expect(items.some(({ planIds }) => planIds.includes("platform-onsite"))).toBe(true);
    const [first] = items;
    const text = await walk.api.send("GET", `/api/postings/${first?.id}/text`);
    expect(text.body).toMatchObject({ postingId: first?.id, title: first?.title });
    expect((text.body as { text: string }).text).toMatch(/\w{4}/);
    const none = await walk.api.send("GET", "/api/postings/nobody/text");
    expect(none.status).toBe(404);
    expect(problemOf(none).code).toBe("not_found");
  });

  it("gets nothing of a posting that is confidential", async () => {
    const { items } = PostingList.parse((await walk.api.send("GET", "/api/postings")).body);
    const hidden = items.at(-1);
    await walk.eyes.control("POST", `/confidential/${hidden?.id}`);
    // What Lever says of the account is remembered for five minutes.
    await walk.company.controls.advance(6);
    const after = PostingList.parse((await walk.api.send("GET", "/api/postings")).body);
    expect(after.items.map(({ id }) => id)).toEqual(items.slice(0, -1).map(({ id }) => id));
    const text = await walk.api.send("GET", `/api/postings/${hidden?.id}/text`);
    expect(text.status).toBe(404);
    expect(JSON.stringify(text.body)).not.toContain(hidden?.title);
    const [plan = ""] = hidden?.planIds ?? [];
    const questions = await walk.api.send(
      "GET",
      `/api/postings/${hidden?.id}/questions?plan=${plan}`,
    );
    expect(questions.status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(questions.body)).not.toContain(hidden?.title);
  });
});
