/** Questions of a posting over HTTP: composed, changed, kept, contested, given back; and as assistants read them. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { z } from "zod";
import {
  OtherQuestions,
  PlanPostings,
  PostingQuestions,
} from "../../../src/http/api/question-schemas.ts";
import { createToken } from "../../../src/http/auth/tokens.ts";
import { callTool } from "../../../tools/define-tool.ts";
import { getQuestions } from "../../../tools/get_questions.ts";
import { createQuestionSets } from "../../../src/question-sets/reader.ts";
import { PostingId } from "../../../src/domain/ids.ts";
import { type Answer, openApi, problemOf } from "../../support/api.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { type Walk, startWalk } from "../../support/walk.ts";

const PLANS = `plans:
  - id: platform-loop
    match:
      stages: [Onsite]
      teams: [Platform]
    sessions:
      - id: screen
        name: First talk
        durationMinutes: 30
        places: [{ role: recruiter }]
      - id: coding
        name: Coding
        durationMinutes: 60
        feedbackTemplate: Technical interview
        competencies: [coding]
        places: [{ role: hiring_manager }]
`;
const LAST_PLAN = `  - id: last-talk
    match:
      stages: [Final Round]
    sessions:
      - id: last-talk
        name: Last talk
        durationMinutes: 60
        competencies: [coding]
        places: [{ role: hiring_manager }]
`;

describeEachDatabase("questions over HTTP", (open) => {
  let walk: Walk;
  let folder: string;
  let postingId: string;
  let path: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "convene-questions-"));
    await writeFile(join(folder, "plans.yaml"), PLANS + LAST_PLAN);
    walk = await startWalk(open, { env: { PLANS_DIR: folder } });
    const posting = walk.world.postings.find(
      ({ team, confidential }) => team === "Platform" && confidential !== true,
    );
    postingId = posting?.id ?? "";
    path = `/api/postings/${postingId}/questions?plan=platform-loop`;
  });
  afterAll(async () => {
    await walk.close();
    await rm(folder, { recursive: true, force: true });
  });

  const read = <Schema extends z.ZodType>(schema: Schema, answer: Answer): z.infer<Schema> => {
    expect([answer.status, answer.body]).toMatchObject([200, {}]);
    return schema.parse(answer.body);
  };
  const get = async () => read(PostingQuestions, await walk.api.send("GET", path));
  const edited = ({ set }: PostingQuestions, text?: string) =>
    set.sessions.map(({ sessionId, questions }) => ({
      sessionId,
      questions: questions.map((one, index) => ({
        id: one.id,
        text: sessionId === "coding" && index === 0 && text !== undefined ? text : one.text,
        followUps: one.followUps,
        minutes: one.minutes,
      })),
    }));
  const tool = async () =>
    await callTool(
      getQuestions,
      { postingId: PostingId.parse(postingId), planId: "platform-loop" },
      {
        ...walk.running.deps.tools,
        caller: { kind: "mcp", name: "a test", mayPropose: false },
        signal: AbortSignal.timeout(300_000),
      },
    );

  it("are composed for the posting, with the scale of the session's own form", async () => {
    const { items } = read(
      PlanPostings,
      await walk.api.send("GET", "/api/plans/platform-loop/postings"),
    );
    const teams = walk.world.postings.filter(
      ({ team, confidential }) => team === "Platform" && confidential !== true,
    );
    expect(items.map(({ id }) => id).toSorted()).toEqual(teams.map(({ id }) => id).toSorted());
    expect(items.some(({ isKept }) => isKept)).toBe(false);
    const found = await get();
    expect(found).toMatchObject({ version: 0, isKept: false, savedBy: null, behind: [] });
    const [, coding] = found.set.sessions;
    expect(coding?.competencies.map(({ id }) => id)).toEqual(["coding"]);
    expect(coding?.questions[0]?.rubric.map(({ label }) => label)).toEqual([
      "1 - Strong No Hire",
      "2 - No Hire",
      "3 - Hire",
      "4 - Strong Hire",
    ]);
    const others = read(
      OtherQuestions,
      await walk.api.send("GET", `${path.replace("?", "/others?")}&competency=coding`),
    );
    expect(others.items.length).toBeGreaterThan(coding?.questions.length ?? 0);
    expect(await tool()).toEqual({
      planId: "platform-loop",
      keptBy: null,
      behind: [],
      set: found.set,
      language: [],
    });
  });

  it("are asked at one stage of a posting alone, and make way for what is kept at another", async () => {
    const idsOf = ({ set }: PostingQuestions) =>
      set.sessions.flatMap(({ questions }) => questions.map(({ id }) => id));
    const other = walk.world.postings.find(
      ({ id, team, confidential }) =>
        id !== postingId && team === "Platform" && confidential !== true,
    );
    const loopPath = path.replace(postingId, other?.id ?? "");
    const lastPath = loopPath.replace("platform-loop", "last-talk");
    const readAt = async (at: string) => read(PostingQuestions, await walk.api.send("GET", at));
    const [loop, last] = [await readAt(loopPath), await readAt(lastPath)];
    const shared = (one: PostingQuestions, two: PostingQuestions): string[] =>
      idsOf(one).filter((id) => idsOf(two).includes(id));
    expect(shared(loop, last)).toEqual([]);
    expect(idsOf(last).length).toBeGreaterThan(0);
    // Somebody takes for the last talk what the loop asks: it stays, and the loop asks something else.
    const taken = loop.set.sessions.find(({ sessionId }) => sessionId === "coding")?.questions[0];
    const mine = { id: taken?.id, text: taken?.text, followUps: taken?.followUps, minutes: 10 };
    const kept = await walk.api.send("PUT", lastPath, {
      basedOn: last.version,
      sessions: [{ sessionId: "last-talk", questions: [mine] }],
    });
    expect(idsOf(read(PostingQuestions, kept))).toEqual([taken?.id]);
    const after = await readAt(loopPath);
    expect(idsOf(after)).not.toContain(taken?.id);
    expect(idsOf(await readAt(lastPath))).toEqual([taken?.id]);
    // Two that are kept both stay, and it is said.
    const both = await walk.api.send("PUT", loopPath, {
      basedOn: after.version,
      sessions: edited(loop),
    });
    const { set, version } = read(PostingQuestions, both);
    expect(set.findings.filter(({ code }) => code === "question_asked_elsewhere")).toMatchObject([
      { sessionId: "coding", says: expect.stringContaining("“Last talk”") as string },
    ]);
    const { version: lastVersion } = await readAt(lastPath);
    await walk.api.send("DELETE", `${lastPath}&basedOn=${lastVersion}`);
    await walk.api.send("DELETE", `${loopPath}&basedOn=${version}`);
    expect(idsOf(await readAt(loopPath))).toEqual(idsOf(loop));
  });

  it("are kept as somebody changed them, and given back", async () => {
    const first = await get();
    const text = "Which code of yours do you regret, and what would you write today?";
    const saved = read(
      PostingQuestions,
      await walk.api.send("PUT", path, { sessions: edited(first, text), basedOn: 0 }),
    );
    expect(saved).toMatchObject({ version: 1, isKept: true, savedBy: "admin" });
    expect(saved.set.sessions[1]?.questions[0]).toMatchObject({ text, origin: "edited" });
    expect(await get()).toEqual(saved);
    expect(await tool()).toMatchObject({ keptBy: "admin", set: saved.set });
    // What changes nothing is no version.
    const same = await walk.api.send("PUT", path, { sessions: edited(saved), basedOn: 1 });
    expect(read(PostingQuestions, same).version).toBe(1);
    const late = await walk.api.send("PUT", path, { sessions: edited(first), basedOn: 0 });
    expect(problemOf(late)).toMatchObject({ status: 409, code: "conflict", state: { version: 1 } });
    const listed = await walk.api.send("GET", "/api/plans/platform-loop/postings");
    expect(read(PlanPostings, listed).items.filter(({ isKept }) => isKept)).toMatchObject([
      { id: postingId },
    ]);
    const entries = await walk.api.ledger();
    expect(entries.find(({ type }) => type === "questions.saved")).toMatchObject({
      actor: "admin",
      data: { postingId, planId: "platform-loop", version: 1 },
    });
    expect(JSON.stringify(entries)).not.toContain("regret");
    expect(problemOf(await walk.api.send("DELETE", `${path}&basedOn=0`)).status).toBe(409);
    const back = read(PostingQuestions, await walk.api.send("DELETE", `${path}&basedOn=1`));
    expect(back).toMatchObject({ version: 2, isKept: false, set: first.set });
    expect((await walk.api.verifyLedger()).ok).toBe(true);
  });

  it("say what should not be asked of what a person has written, and keep it all the same", async () => {
    const before = await get();
    const text = "How old are you?";
    const saved = read(
      PostingQuestions,
      await walk.api.send("PUT", path, { sessions: edited(before, text), basedOn: before.version }),
    );
    const [question] = saved.set.sessions[1]?.questions ?? [];
    expect(question?.text).toBe(text);
    expect(saved.language).toMatchObject([
      { questionId: question?.id, followUp: null, text, category: "age", severity: "blocking" },
    ]);
    expect((await tool()).language).toEqual(saved.language);
    const instead = saved.language[0]?.instead ?? "";
    const mended = await walk.api.send("PUT", path, {
      sessions: edited(saved, instead),
      basedOn: saved.version,
    });
    expect(read(PostingQuestions, mended).language).toEqual([]);
    const { version } = await get();
    read(PostingQuestions, await walk.api.send("DELETE", `${path}&basedOn=${version}`));
  });

  it("are composed for the level that somebody sets, and as the posting says it again", async () => {
    const before = await get();
    expect(before.level).toBeNull();
    const level = before.set.level.value === "junior" ? "manager" : "junior";
    const setLevel = async (to: string | null, basedOn: number) =>
      await walk.api.send("PUT", path.replace("?", "/level?"), { level: to, basedOn });
    const set = read(PostingQuestions, await setLevel(level, before.version));
    expect(set).toMatchObject({
      level,
      isKept: false,
      version: before.version + 1,
      set: { level: { value: level, from: "given" } },
    });
    expect(set.set.sessions).not.toEqual(before.set.sessions);
    expect((await tool()).set).toEqual(set.set);
    // What is kept stays as it is, at the level that is set.
    const kept = read(
      PostingQuestions,
      await walk.api.send("PUT", path, {
        sessions: edited(set, "What do you write first?"),
        basedOn: set.version,
      }),
    );
    const other = read(PostingQuestions, await setLevel("staff", kept.version));
    expect(other).toMatchObject({
      level: "staff",
      isKept: true,
      set: { level: { value: "staff" } },
    });
    expect(other.set.sessions).toEqual(kept.set.sessions);
    const back = read(
      PostingQuestions,
      await walk.api.send("DELETE", `${path}&basedOn=${other.version}`),
    );
    expect(back).toMatchObject({ level: "staff", set: { level: { value: "staff" } } });
    expect(problemOf(await setLevel(null, 0))).toMatchObject({ status: 409, code: "conflict" });
    expect((await setLevel("wizard", back.version)).status).toBe(400);
    const asRead = read(PostingQuestions, await setLevel(null, back.version));
    expect(asRead).toMatchObject({ level: null, set: before.set });
    const types = (await walk.api.ledger()).map(({ type }) => type);
    expect(types.filter((type) => type === "questions.level_set")).toHaveLength(3);
    // The same again is no version.
    expect(read(PostingQuestions, await setLevel(null, asRead.version)).version).toBe(
      asRead.version,
    );
  });

  it("say where the plan has gone on without them", async () => {
    const now = await get();
    read(
      PostingQuestions,
      await walk.api.send("PUT", path, { sessions: edited(now, "Why?"), basedOn: now.version }),
    );
    const plan = PLANS.replace(/^plans:\n/, "")
      .replaceAll(/^ {4}/gm, "")
      .replace("  - id", "id")
      .replace("durationMinutes: 60", "durationMinutes: 45")
      .replace("id: screen", "id: hello");
    const put = { source: plan, basedOn: 0 };
    expect((await walk.api.send("PUT", "/api/plans/platform-loop", put)).status).toBe(200);
    expect((await get()).behind).toEqual([
      'The plan has "First talk" since, and no question is kept for it.',
      '"Coding" takes 45 minutes since, and questions are for 60.',
      'The plan has "First talk" no more.',
    ]);
  });

  it("are refused to whoever may not, and where there is no such plan or posting", async () => {
    const token = await createToken(
      {
        name: "an auditor",
        role: "auditor",
        kind: "token",
        validFor: Temporal.Duration.from({ hours: 1 }),
      },
      walk.running.deps,
    );
    const auditor = openApi(walk.url, token);
    const now = read(PostingQuestions, await auditor.send("GET", path));
    const put = { sessions: edited(now), basedOn: now.version };
    expect((await auditor.send("PUT", path, put)).status).toBe(403);
    expect((await auditor.send("DELETE", `${path}&basedOn=${now.version}`)).status).toBe(403);
    const level = { level: "senior", basedOn: now.version };
    expect((await auditor.send("PUT", path.replace("?", "/level?"), level)).status).toBe(403);
    const status = async (method: string, at: string, body?: object) =>
      (await walk.api.send(method, at, body)).status;
    expect(await status("GET", path.replace("platform-loop", "nothing"))).toBe(422);
    expect(await status("GET", path.replace(postingId, "nothing"))).toBe(404);
    const { database, plans, tools } = walk.running.deps;
    const secret = createQuestionSets({
      database,
      plans,
      lever: {
        ...tools.lever,
        getPosting: async (id) => ({ ...(await tools.lever.getPosting(id)), confidential: true }),
      },
    });
    await expect(
      secret.find({ postingId: PostingId.parse(postingId), planId: "platform-loop" }),
    ).rejects.toMatchObject({ code: "not_found" });
    expect(await status("PUT", path, { ...put, sessions: [] })).toBe(400);
    expect((await get()).version).toBe(now.version);
  });
});
