/** Plans over HTTP: saved, found by the next run of any process, contested, restored, refused. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { PlanCheck, PlanDetail, PlanList, PlanTrial } from "../../../src/http/api/plan-schemas.ts";
import { ROLES } from "../../../src/domain/access.ts";
import { createToken } from "../../../src/http/auth/tokens.ts";
import { createPlanReader } from "../../../src/plans/reader.ts";
import { readAvailability } from "../../../tools/read-availability.ts";
import { type Answer, openApi, problemOf } from "../../support/api.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { post } from "../../support/deliveries.ts";
import { ADMIN_TOKEN, MONDAY, type Walk, startWalk } from "../../support/walk.ts";
import { slownessNow } from "../../support/stopwatch.ts";

const SOURCE = `# Written by hand.
id: screen-short
match:
  stages: [Phone Screen] # ours
sessions:
  - id: phone-screen
    name: Short phone screen
    durationMinutes: 20
    places:
      - role: recruiter
`;
const named = (id: string): string => SOURCE.replace("screen-short", id);

describeEachDatabase("plans over HTTP", (open) => {
  let walk: Walk;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "convene-plans-"));
    const file = `plans:\n  # Of the file.\n  - ${named("of-the-file").trim().replaceAll("\n", "\n    ")}\n`;
    await writeFile(join(folder, "plans.yaml"), file.replace("- # Written by hand.\n    ", "- "));
    walk = await startWalk(open, { env: { PLANS_DIR: folder } });
  });
  afterAll(async () => {
    await walk.close();
    await rm(folder, { recursive: true, force: true });
  });

  const read = <Schema extends z.ZodType>(schema: Schema, answer: Answer): z.infer<Schema> => {
    expect([answer.status, answer.body]).toMatchObject([200, {}]);
    return schema.parse(answer.body);
  };
  const list = async () => read(PlanList, await walk.api.send("GET", "/api/plans"));
  const detail = async (id: string) =>
    read(PlanDetail, await walk.api.send("GET", `/api/plans/${id}`));
  const put = async (id: string, body: object) =>
    await walk.api.send("PUT", `/api/plans/${id}`, body);
  const subject = {
    stageId: "x",
    stageName: "Phone Screen",
    postingId: null,
    postingTitle: "",
    team: null,
  };

  it("has the files' plans with their own lines", async () => {
    const { items, inferring } = await list();
    expect(inferring).toBe(true);
    expect(items).toMatchObject([
      { id: "of-the-file", origin: "file", state: "on", file: "plans.yaml", version: 0 },
    ]);
    const { source, versions } = await detail("of-the-file");
    expect(source).toMatch(/^id: of-the-file\nmatch:\n {2}stages: \[ ?Phone Screen ?\] # ours\n/);
    expect(versions).toEqual([]);
    expect(
      read(PlanCheck, await walk.api.send("POST", "/api/plans/check", { source })),
    ).toMatchObject({ faults: [], plan: { id: "of-the-file" } });
  });

  it("keeps every version with who and when, tells the ledger, and gives back what was written", async () => {
    const before = (await walk.api.ledger()).length;
    const first = read(PlanDetail, await put("screen-short", { source: SOURCE, basedOn: 0 }));
    expect(first).toMatchObject({ version: 1, state: "on", savedBy: "admin", source: SOURCE });
    const longer = SOURCE.replace("20", "25");
    const second = read(PlanDetail, await put("screen-short", { source: longer, basedOn: 1 }));
    expect(second.versions.map(({ version, source }) => [version, source])).toEqual([
      [2, longer],
      [1, SOURCE],
    ]);
    const restored = read(
      PlanDetail,
      await put("screen-short", { source: SOURCE, basedOn: 2, restoredFrom: 1 }),
    );
    expect(restored.versions[0]).toMatchObject({ version: 3, restoredFrom: 1, source: SOURCE });
    // What changes nothing is no version.
    const same = read(PlanDetail, await put("screen-short", { source: SOURCE, basedOn: 3 }));
    expect(same.version).toBe(3);
    const entries = (await walk.api.ledger()).slice(0, -before || undefined);
    expect(entries.filter(({ type }) => type === "plan.saved")).toMatchObject([
      { actor: "admin", data: { planId: "screen-short", version: 3, restoredFrom: 1 } },
      { data: { version: 2 } },
      { data: { version: 1 } },
    ]);
    expect(JSON.stringify(entries)).not.toContain("Short phone screen");
    expect((await walk.api.verifyLedger()).ok).toBe(true);
  });

  it("counts at once in every process, before a file's plan that matches as well", async () => {
    const { database, planFiles, plans } = walk.running.deps;
    const other = createPlanReader({ files: planFiles, database, listForms: null });
    for (const reader of [plans, other]) {
      expect((await reader.find(subject))?.plan.id).toBe("screen-short");
    }
    const changed = SOURCE.replace("20", "35");
    read(PlanDetail, await put("screen-short", { source: changed, basedOn: 3 }));
    for (const reader of [plans, other]) {
      expect((await reader.find(subject))?.plan.sessions[0]?.durationMinutes).toBe(35);
    }
    read(PlanDetail, await put("screen-short", { source: changed, basedOn: 4, state: "off" }));
    for (const reader of [plans, other]) {
      expect((await reader.find(subject))?.plan.id).toBe("of-the-file");
      expect(await reader.get("screen-short")).toBeNull();
    }
    const gone = await walk.api.send("DELETE", "/api/plans/screen-short?basedOn=5");
    expect(read(PlanDetail, gone)).toMatchObject({ state: "removed", version: 6 });
    expect((await list()).items.map(({ id, state }) => [id, state])).toEqual([
      ["of-the-file", "on"],
      ["screen-short", "removed"],
    ]);
  });

  it("takes the place of a file's plan of its id, says so, and gives it back", async () => {
    const { plans } = walk.running.deps;
    const source = named("of-the-file").replace("20", "50");
    const { notes, plan } = read(
      PlanCheck,
      await walk.api.send("POST", "/api/plans/check", { source }),
    );
    expect([plan?.id, notes]).toEqual([
      "of-the-file",
      ["Takes the place of the plan “of-the-file” of the file plans.yaml."],
    ]);
    const saved = read(PlanDetail, await put("of-the-file", { source, basedOn: 0 }));
    expect(saved).toMatchObject({ origin: "dashboard", file: "plans.yaml", notes });
    expect(saved.fileSource).toContain("durationMinutes: 20");
    expect((await plans.get("of-the-file"))?.sessions[0]?.durationMinutes).toBe(50);
    // Off: neither of the two.
    read(PlanDetail, await put("of-the-file", { source, basedOn: 1, state: "off" }));
    expect(await plans.get("of-the-file")).toBeNull();
    const back = await walk.api.send("DELETE", "/api/plans/of-the-file?basedOn=2");
    expect(read(PlanDetail, back)).toMatchObject({ origin: "file", state: "on", version: 3 });
    expect((await plans.get("of-the-file"))?.sessions[0]?.durationMinutes).toBe(20);
  });

  it("refuses who began with an older version, and shows the present one", async () => {
    const source = named("contested");
    read(PlanDetail, await put("contested", { source, basedOn: 0 }));
    const late = await put("contested", { source: source.replace("20", "60"), basedOn: 0 });
    expect([late.status, problemOf(late).code]).toEqual([409, "conflict"]);
    expect(PlanDetail.parse(problemOf(late).state)).toMatchObject({ version: 1, source });
    const lateDelete = await walk.api.send("DELETE", "/api/plans/contested?basedOn=7");
    expect(lateDelete.status).toBe(409);
  });

  it("lets one of many who save at once win", async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, async (_, n) => {
        const source = named("raced").replace("20", String(20 + n));
        return await put("raced", { source, basedOn: 0 });
      }),
    );
    const statuses = answers.map(({ status }) => status).toSorted((one, two) => one - two);
    expect(statuses).toEqual([200, ...Array.from({ length: 11 }, () => 409)]);
    const won = answers.find(({ status }) => status === 200);
    const { source, versions } = await detail("raced");
    expect(versions).toHaveLength(1);
    expect(source).toBe(PlanDetail.parse(won?.body).source);
  });

  it("may be saved by admins and recruiters, and read by auditors too", async () => {
    const statuses: Record<string, number[]> = {};
    for (const role of ROLES) {
      const validFor = Temporal.Duration.from({ hours: 1 });
      const token = await createToken(
        { name: `a ${role}`, role, kind: "token", validFor },
        walk.running.deps,
      );
      const api = openApi(walk.url, token);
      const source = named(`by-${role.replace("_", "-")}`);
      const id = `by-${role.replace("_", "-")}`;
      statuses[role] = [
        (await api.send("GET", "/api/plans")).status,
        (await api.send("POST", "/api/plans/check", { source })).status,
        (await api.send("PUT", `/api/plans/${id}`, { source, basedOn: 0 })).status,
        (await api.send("DELETE", `/api/plans/${id}?basedOn=1`)).status,
      ];
    }
    expect(statuses).toEqual({
      admin: [200, 200, 200, 200],
      recruiter: [200, 200, 200, 200],
      auditor: [200, 200, 403, 403],
      hiring_manager: [200, 200, 403, 403],
      interviewer: [403, 403, 403, 403],
    });
    const { items } = await list();
    expect(items.some(({ id }) => id === "by-auditor")).toBe(false);
    expect(items.find(({ id }) => id === "by-recruiter")?.savedBy).toBe("a recruiter");
  });

  it.each<[string, string, number, RegExp]>([
    ["a key twice", `${SOURCE}id: again\n`, 11, /must be unique/],
    [
      "a key at the wrong place",
      SOURCE.replace("name:", "link: x\n    name:"),
      7,
      /stands elsewhere/,
    ],
    ["a key that is none", SOURCE.replace("name:", "nmae: x\n    name:"), 7, /Did you mean "name"/],
    [
      "aliases without end",
      `a: &a [1]\nb: &b [${"*a,".repeat(200)}]\nc: [${"*b,".repeat(200)}]`,
      1,
      /cannot be read/,
    ],
    ["some thousand brackets", "[".repeat(7_000), 1, /not valid YAML|nested too deeply/],
    ["more brackets than a plan can have", "[".repeat(60_000), 1, /more than 8000 words and signs/],
    ["a whole plan file", `plans:\n  - ${SOURCE.replaceAll("\n", "\n    ")}`, 1, /list of plans/],
    ["two documents", `${SOURCE}---\n${SOURCE}`, 11, /multiple documents/],
    ["nothing", "", 1, /is missing/],
  ])("names the line of %s, and saves nothing", async (_, source, line, words) => {
    const { plan, faults } = read(
      PlanCheck,
      await walk.api.send("POST", "/api/plans/check", { source }),
    );
    expect(plan).toBeNull();
    expect(faults.map((fault) => fault.line)).toContain(line);
    expect(faults.map(({ message }) => message).join("\n")).toMatch(words);
    const refused = await put("faulty", { source, basedOn: 0 });
    expect([refused.status, problemOf(refused).code]).toEqual([422, "plan_invalid"]);
    expect(problemOf(refused).faults?.map(({ path }) => path)).toContain(`line ${line}`);
    expect((await walk.api.send("GET", "/api/plans/faulty")).status).toBe(404);
  });

  it("refuses a text that is too long, one of another id, and ids that are none", async () => {
    const headers = { authorization: `Bearer ${ADMIN_TOKEN}` };
    const large = JSON.stringify({ source: "x".repeat(1_000_000) });
    expect((await post(`${walk.url}/api/plans/check`, large, headers)).status).toBe(413);
    const long = await walk.api.send("POST", "/api/plans/check", { source: "x".repeat(70_000) });
    expect([long.status, problemOf(long).faults?.[0]?.path]).toEqual([400, "source"]);
    const other = await put("other", { source: SOURCE, basedOn: 0 });
    expect([other.status, problemOf(other).detail]).toEqual([
      400,
      expect.stringContaining("A plan keeps its id"),
    ]);
    expect((await put("A%20b", { source: SOURCE, basedOn: 0 })).status).toBe(400);
    expect((await put("screen-short", { source: `${SOURCE}\0`, basedOn: 0 })).status).toBe(400);
    expect((await walk.api.send("DELETE", "/api/plans/never?basedOn=0")).status).toBe(404);
  });

  it("tries a plan on a candidate, who hears nothing of it", async () => {
    const opportunityId = walk.nextCandidate();
    const stageId = walk.world.opportunities.find(({ id }) => id === opportunityId)?.stageId;
    const attempt = async (source: string) =>
      read(PlanTrial, await walk.api.send("POST", "/api/plans/try", { source, opportunityId }));
    const before = await walk.running.deps.database.query("select count(*)::int from inbox");
    const trial = await attempt(SOURCE);
    expect(trial).toMatchObject({ applies: false, present: null, problem: null });
    expect(trial.times?.itineraries.length).toBeGreaterThan(0);
    const [session] = trial.times?.itineraries[0]?.sessions ?? [];
    expect(session?.panel.map(({ email }) => trial.names[email]).every(Boolean)).toBe(true);
    const matching = await attempt(SOURCE.replace("[Phone Screen]", `[${stageId ?? ""}]`));
    expect(matching.applies).toBe(true);
    const impossible = await attempt(`${SOURCE}rules:\n  minimumNoticeHours: 240\n`);
    expect(impossible.times).toMatchObject({
      itineraries: [],
      blockers: [expect.any(String)],
    });
    const nobody = await attempt(SOURCE.replace("role: recruiter", "person: no@body.test"));
    expect(nobody.problem).toMatchObject({
      code: "plan_invalid",
      message: expect.stringContaining("nobody in Lever can take it"),
    });
    const unknown = await walk.api.send("POST", "/api/plans/try", {
      source: SOURCE,
      opportunityId: "nobody",
    });
    expect([unknown.status, problemOf(unknown).code]).toEqual([404, "lever_not_found"]);
    expect(await walk.running.deps.database.query("select count(*)::int from inbox")).toEqual(
      before,
    );
    expect(await walk.api.proposals("all")).toEqual([]);
  });

  it("reads the time of more people than one call may ask about, in their order", async () => {
    const colleagues = walk.world.people.map(({ email }) => email);
    const strangers = Array.from({ length: 70 }, (_, n) => `nobody-${n}@elsewhere.test`);
    const asked = [...strangers, ...colleagues];
    const calls: number[] = [];
    const people = await readAvailability(
      asked,
      { from: MONDAY.toString(), to: MONDAY.add({ hours: 48 }).toString() },
      {
        ...walk.running.deps.tools,
        caller: { kind: "agent", name: "scheduling", mayPropose: false },
        signal: AbortSignal.timeout(300_000),
        onCall: async ({ output }) => {
          await Promise.resolve();
          calls.push(z.object({ people: z.array(z.unknown()) }).parse(output).people.length);
        },
      },
    );
    expect(calls).toEqual([50, 50, asked.length - 100]);
    expect(people.map(({ email }) => email)).toEqual(asked);
    expect(people.filter(({ readable }) => readable).length).toBeGreaterThan(30);
  });

  it("is not saved with a rule that moves to a stage which Lever does not have, unless it is turned off", async () => {
    const rule = (moveTo: string): string =>
      `${named("ruled")}stageRule:\n  when: all_forms_in\n  scores: [{ field: Rating, atLeast: 3 }]\n  moveTo: ${moveTo}\n`;
    const source = rule("Technical Pannel");
    const refused = await put("ruled", { source, basedOn: 0 });
    const says = /^Lever has no stage “Technical Pannel”\. It has .*Technical Panel, /;
    expect(problemOf(refused)).toMatchObject({
      status: 422,
      faults: [{ path: "line 14", message: expect.stringMatching(says) }],
    });
    expect(
      read(PlanCheck, await walk.api.send("POST", "/api/plans/check", { source })),
    ).toMatchObject({ plan: null, faults: [{ line: 14, message: expect.stringMatching(says) }] });
    const back = read(
      PlanCheck,
      await walk.api.send("POST", "/api/plans/check", { source: rule("New applicant") }),
    );
    expect(back).toMatchObject({
      plan: null,
      faults: [
        {
          line: 14,
          message: expect.stringMatching(
            /^“New applicant” does not come after “.*” in Lever, and a rule only moves on\. These do: .*Technical Panel/,
          ),
        },
      ],
    });
    const off = read(PlanDetail, await put("ruled", { source, basedOn: 0, state: "off" }));
    expect(off).toMatchObject({ version: 1, state: "off" });
    const saved = await put("ruled", { source: rule("Technical Panel"), basedOn: 1 });
    expect(read(PlanDetail, saved).version).toBe(2);
    read(PlanDetail, await walk.api.send("DELETE", "/api/plans/ruled?basedOn=2"));
  });

  it("holds up nobody else while it tries a plan whose times take long to find", async () => {
    const opportunityId = walk.nextCandidate();
    const pool = walk.world.people.map(({ email }) => `    - ${email}`).join("\n");
    const sessions = Array.from(
      { length: 8 },
      (_, n) =>
        `  - id: s${n}\n    name: Session ${n}\n    durationMinutes: 45\n    format: onsite\n    places: [{ pool: all, count: 2 }, { room: true }]`,
    );
    const loop = "rules:\n  horizonBusinessDays: 30\n  loop: { mostDays: 5, order: free }";
    const rooms = walk.world.rooms.map(
      ({ email }, n) => `  - { email: ${email}, name: Room ${n}, capacity: 9 }`,
    );
    const source = `id: heavy\nmatch:\n  stages: [Onsite]\nsessions:\n${sessions.join("\n")}\nrooms:\n${rooms.join("\n")}\npools:\n  all:\n${pool}\n${loop}\n`;
    const lag = monitorEventLoopDelay({ resolution: 10 });
    lag.enable();
    const trial = read(
      PlanTrial,
      await walk.api.send("POST", "/api/plans/try", { source, opportunityId }),
    );
    lag.disable();
    expect(trial.times?.itineraries.length).toBeGreaterThan(0);
    // The search alone takes more than a second; what is left is reading.
    expect(lag.max / 1e6 / slownessNow().wall).toBeLessThan(600);
  });
});
