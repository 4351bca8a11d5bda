/** Candidate guides over HTTP: begun, saved, found at once, contested, added to, refused. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { z } from "zod";
import { appendToGuide } from "../../../src/guides/append.ts";
import { putExampleGuides } from "../../../src/guides/examples.ts";
import { createPassageCache, readPassages } from "../../../src/guides/reader.ts";
import { createGuide, saveGuide } from "../../../src/guides/saved.ts";
import {
  FoundPassages,
  TriedQuestion,
  GuideDetail,
  GuideList,
  type GuideToCreate,
  type GuideToSave,
  type GuideToTry,
} from "../../../src/http/api/guide-schemas.ts";
import { PostingList } from "../../../src/http/api/posting-routes.ts";
import { ROLES } from "../../../src/domain/access.ts";
import { createToken } from "../../../src/http/auth/tokens.ts";
import { type Answer, openApi, problemOf } from "../../support/api.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { type Walk, startWalk } from "../../support/walk.ts";

const TEXT = "Hello.\n\n## Parking\n\nBelow the house.";
const COMPANY = { kind: "company" } as const;

describeOneDatabase("postgres", "candidate guides over HTTP", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open);
  });
  afterAll(async () => {
    await walk.close();
  });

  const read = <Schema extends z.ZodType>(schema: Schema, answer: Answer): z.infer<Schema> => {
    expect([answer.status, answer.body]).toMatchObject([200, {}]);
    return schema.parse(answer.body);
  };
  const begin = async (guide: object) => await walk.api.send("POST", "/api/guides", guide);
  const begun = async (guide: GuideToCreate) => read(GuideDetail, await begin(guide));
  const put = async (id: string, change: GuideToSave) =>
    await walk.api.send("PUT", `/api/guides/${id}`, change);
  const detail = async (id: string) =>
    read(GuideDetail, await walk.api.send("GET", `/api/guides/${id}`));
  const find = async (q: string, postingId?: string) => {
    const query = new URLSearchParams({ q, ...(postingId !== undefined && { postingId }) });
    const answer = await walk.api.send("GET", `/api/guides/search?${query.toString()}`);
    return read(FoundPassages, answer).items;
  };

  it("keeps every version with who and when, tells the ledger, and is found at once everywhere", async () => {
    const before = (await walk.api.ledger()).length;
    const { id } = await begun({ scope: COMPANY, title: "Your visit", text: TEXT });
    const { database } = walk.running.deps;
    const other = { database, passageCache: createPassageCache() };
    const first = await readPassages(other, { postingId: null });
    expect(first.map(({ title }) => title)).toEqual(["Your visit", "Parking"]);
    // Nothing was saved: it is the very list, with what is searched in it.
    expect(await readPassages(other, { postingId: null })).toBe(first);
    const longer = `${TEXT}\n\n## Lunch\n\nAt one o'clock.`;
    expect(
      read(GuideDetail, await put(id, { text: `${longer}\r\n\r\n`, basedOn: 1 })),
    ).toMatchObject({
      version: 2,
      savedBy: "admin",
      text: longer,
      state: "on",
    });
    expect((await find("when do we eat lunch?"))[0]).toMatchObject({
      guideId: id,
      version: 2,
      title: "Lunch",
      matched: ["eat", "lunch"],
    });
    expect((await readPassages(other, { postingId: null })).at(-1)?.title).toBe("Lunch");
    expect(read(GuideDetail, await put(id, { state: "off", basedOn: 2 })).version).toBe(3);
    expect(await readPassages(other, { postingId: null })).toEqual([]);
    const back = await put(id, { text: TEXT, state: "on", basedOn: 3, restoredFrom: 1 });
    expect(read(GuideDetail, back).versions).toMatchObject([
      { version: 4, state: "on", restoredFrom: 1, text: TEXT },
      { version: 3, state: "off" },
      { version: 2, text: longer },
      { version: 1, text: TEXT },
    ]);
    // What changes nothing is no version.
    expect(read(GuideDetail, await put(id, { text: TEXT, basedOn: 4 })).version).toBe(4);
    // What the worker does meanwhile has entries too.
    const entries = (await walk.api.ledger())
      .slice(0, -before || undefined)
      .filter(({ type }) => type.startsWith("guide."));
    expect(entries.map(({ type }) => type)).toEqual([
      "guide.saved",
      "guide.disabled",
      "guide.saved",
      "guide.saved",
    ]);
    expect(entries[0]).toMatchObject({ actor: "admin", data: { guideId: id, version: 4 } });
    expect(JSON.stringify(entries)).not.toContain("Below the house");
    expect((await walk.api.verifyLedger()).ok).toBe(true);
    await put(id, { state: "off", basedOn: 4 });
  });

  it("answers a posting's candidates from its guide first, and nobody else from it", async () => {
    const { items } = read(PostingList, await walk.api.send("GET", "/api/postings"));
    const [mine, others] = items;
    if (!mine || !others) throw new Error("the company has too few postings");
    const company = await begun({ scope: COMPANY, title: "All", text: "## Bring\n\nNothing." });
    const scope = { kind: "posting" as const, postingId: mine.id };
    const ofPosting = await begun({ scope, title: "Mine", text: "## Bring\n\nA laptop." });
    expect(ofPosting.scope).toEqual({ ...scope, postingTitle: mine.title });
    const shown = async (postingId?: string) =>
      (await find("What do I bring?", postingId)).map(({ text }) => text);
    expect(await shown(mine.id)).toEqual(["A laptop.", "Nothing."]);
    expect(await shown(others.id)).toEqual(["Nothing."]);
    expect(await shown()).toEqual(["Nothing."]);
    const passages = await readPassages(walk.running.deps, { postingId: mine.id });
    expect(passages.map(({ guideId }) => guideId)).toEqual([ofPosting.id, company.id]);
    const list = read(GuideList, await walk.api.send("GET", "/api/guides"));
    expect(list.items.map(({ title }) => title)).toEqual(["All", "Your visit", "Mine"]);
    // A draft is tried before it is saved, in the place of what is saved.
    const draft: GuideToTry = {
      q: "what to bring",
      postingId: mine.id,
      draft: { guideId: ofPosting.id, scope: "posting", title: "Mine", text: "## Bring\n\nA pen." },
    };
    const attempt = async (change: Partial<GuideToTry>) =>
      read(TriedQuestion, await walk.api.send("POST", "/api/guides/try", { ...draft, ...change }));
    expect(await attempt({})).toMatchObject({ text: "A pen.\n\nNothing.", isHandedOver: false });
    expect(await attempt({ q: "Is there a submarine?" })).toMatchObject({
      text: expect.stringContaining("I have passed your question on"),
      isHandedOver: true,
      sources: [],
    });
    expect(await attempt({ q: "When is my interview?" })).toMatchObject({
      text: "[Here stands when their interview is.]",
      sources: [{ kind: "case" }],
    });
    expect((await attempt({ q: "Which team is the job in?" })).sources[0]?.kind).toBe("posting");
    expect((await detail(ofPosting.id)).version).toBe(1);
    expect(
      (await begin({ scope: { kind: "posting", postingId: "none" }, title: "x" })).status,
    ).toBe(404);
  });

  it("adds an answer as a version of its own, and is still there for whoever edits meanwhile", async () => {
    const { id } = await begun({ scope: COMPANY, title: "Added to", text: TEXT });
    const { database, clock } = walk.running.deps;
    const saving = { by: "Ines", at: clock.now(), correlationId: "co_1" };
    const addition = { guideId: id, title: "Dogs  ", text: "They <may> come.", ...saving };
    const added = await database.transaction(async (tx) => await appendToGuide(tx, addition));
    expect(added).toMatchObject({ version: 2, savedBy: "Ines" });
    expect((await find("may my dog come"))[0]).toMatchObject({
      title: "Dogs",
      text: "They <may> come.",
    });
    // A second press of the button is none.
    const again = await database.transaction(async (tx) => await appendToGuide(tx, addition));
    expect(again.version).toBe(2);
    const late = await put(id, { text: "Mine.", basedOn: 1 });
    expect([late.status, problemOf(late).code]).toEqual([409, "conflict"]);
    expect(GuideDetail.parse(problemOf(late).state)).toMatchObject({ version: 2 });
    for (const bad of [
      { ...addition, guideId: "gd_none" },
      { ...addition, title: " " },
      { ...addition, text: "\n" },
      { ...addition, text: "[here](javascript:1)" },
    ]) {
      const refused = database.transaction(async (tx) => await appendToGuide(tx, bad));
      await expect(refused).rejects.toMatchObject({ fault: "caller" });
    }
    expect((await detail(id)).version).toBe(2);
  });

  it("lets one of many who save at once win", async () => {
    const { id } = await begun({ scope: COMPANY, title: "Raced" });
    const answers = await Promise.all(
      Array.from({ length: 8 }, async (_, n) => await put(id, { text: `No ${n}.`, basedOn: 1 })),
    );
    const statuses = answers.map(({ status }) => status).toSorted((one, two) => one - two);
    expect(statuses).toEqual([200, ...Array.from({ length: 7 }, () => 409)]);
    const { database, clock } = walk.running.deps;
    const saving = { by: "Ines", at: clock.now(), correlationId: "co_1" };
    const gone = database.transaction(
      async (tx) => await saveGuide(tx, { guideId: "gd_none", basedOn: 1 }, saving),
    );
    await expect(gone).rejects.toMatchObject({ code: "not_found" });
  });

  it("may be saved by admins and recruiters, and read by auditors too", async () => {
    const statuses: Record<string, number[]> = {};
    const { id } = await begun({ scope: COMPANY, title: "Roles" });
    for (const role of ROLES) {
      const validFor = Temporal.Duration.from({ hours: 1 });
      const token = await createToken(
        { name: `a ${role}`, role, kind: "token", validFor },
        walk.running.deps,
      );
      const api = openApi(walk.url, token);
      const { version } = await detail(id);
      statuses[role] = [
        (await api.send("GET", "/api/guides")).status,
        (await api.send("GET", "/api/guides/search?q=dogs")).status,
        (await api.send("PUT", `/api/guides/${id}`, { text: role, basedOn: version })).status,
        (await api.send("POST", "/api/guides", { scope: COMPANY, title: role })).status,
      ];
    }
    expect(statuses).toEqual({
      admin: [200, 200, 200, 200],
      recruiter: [200, 200, 200, 200],
      auditor: [200, 200, 403, 403],
      hiring_manager: [200, 200, 403, 403],
      interviewer: [403, 403, 403, 403],
    });
  });

  it("names the line of what cannot be kept, keeps the greatest that can, and saves nothing else", async () => {
    const { id } = await begun({ scope: COMPANY, title: "Refused" });
    const refused = await put(id, { text: "Fine.\n\n<b>not</b>", basedOn: 1 });
    expect([refused.status, problemOf(refused).code]).toEqual([422, "guide_invalid"]);
    expect(problemOf(refused).faults).toEqual([
      { path: "line 3", message: expect.stringContaining("there is HTML") },
    ]);
    const long = await put(id, { text: "字".repeat(100_001), basedOn: 1 });
    expect(problemOf(long).faults?.[0]?.message).toContain("has 100001 characters");
    for (const bad of [
      { title: "" },
      { title: "a\nb" },
      { title: "x".repeat(121) },
      { title: "\u202e" },
    ]) {
      expect((await put(id, { ...bad, basedOn: 1 })).status).toBe(400);
      expect((await begin({ scope: COMPANY, ...bad })).status).toBe(400);
    }
    expect((await walk.api.send("GET", "/api/guides/search?q=")).status).toBe(400);
    expect((await walk.api.send("GET", "/api/guides/gd_none")).status).toBe(404);
    expect((await detail(id)).version).toBe(1);
    const most = "字".repeat(99_999);
    expect(read(GuideDetail, await put(id, { text: `${most}。`, basedOn: 1 })).version).toBe(2);
  });

  it("keeps no more for the same candidates than is searched at once, and bounded in memory", async () => {
    const { database, clock } = walk.running.deps;
    const saving = { by: "Ines", at: clock.now(), correlationId: "co_1" };
    const scope = { kind: "posting" as const, postingId: "p-full" };
    const keep = async (of: number) =>
      await database.transaction(async (tx) => {
        const text = `${"word ".repeat(19_999)}last.`;
        await createGuide(tx, { guideId: `gd_full_${of}`, scope, title: "Full", text }, saving);
      });
    for (let of = 0; of < 10; of += 1) await keep(of);
    await expect(keep(10)).rejects.toMatchObject({
      code: "guide_invalid",
      data: { faults: [{ message: expect.stringContaining("more than 1000000 characters") }] },
    });
    const passageCache = createPassageCache();
    for (let of = 0; of < 30; of += 1) {
      await readPassages(
        { database, passageCache },
        { postingId: of === 0 ? "p-full" : `p-${of}` },
      );
    }
    expect(passageCache.lists.size).toBe(20);
    expect(passageCache.lists.has("p-full")).toBe(false);
  });

  it("shows examples to a company that has none, and none to one that has", async () => {
    const { database } = walk.running.deps;
    await putExampleGuides(walk.running.deps);
    const { items } = read(GuideList, await walk.api.send("GET", "/api/guides"));
    expect(items.some(({ savedBy }) => savedBy === "example")).toBe(false);
    // As nobody ever may: this database is the test's own.
    await database.query("delete from guide_versions");
    await putExampleGuides(walk.running.deps);
    await putExampleGuides(walk.running.deps);
    const shown = read(GuideList, await walk.api.send("GET", "/api/guides")).items;
    expect(shown).toMatchObject([
      { title: "Your interviews at Lumen Harbor", scope: COMPANY, version: 1 },
      { title: "Backend Engineer: what to expect", scope: { postingTitle: "Backend Engineer" } },
    ]);
    const scope = shown[1]?.scope;
    const postingId = scope?.kind === "posting" ? scope.postingId : "";
    for (const [question, title] of QUESTIONS) {
      expect([question, (await find(question, postingId))[0]?.title]).toEqual([question, title]);
    }
  });
});

const QUESTIONS = [
  ["Where can I park my car?", "Getting here › Parking"],
  ["is the building wheelchair accessible?", "Getting here › Step-free access"],
  ["what should I wear", "What to wear"],
  ["Do I get my train ticket reimbursed?", "Travel costs"],
  ["Can I use ChatGPT in the interview?", "Your own notes and AI tools"],
  ["When will I hear back?", "After the interviews"],
  ["is there a brake for lunch", "Breaks, food and drink"],
  ["which language will the interview be in", "Language"],
  ["Do you record the call?", "Interviews by video › Recording"],
  ["How do I get there by metro", "Getting here"],
  ["who will I meet", "Whom you meet"],
  ["i am running late", "Getting here › If you are late"],
  ["what is the coding task like", "The technical task"],
  ["can I reschedule", "Moving or cancelling"],
  ["I have dyslexia and need more time", "Adjustments for a disability"],
  ["How long do you keep my data?", "Your data"],
] as const;
