import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildWorld } from "../../../sandbox/worlds/build.ts";
import { systemClock } from "../../../src/clock.ts";
import { openDatabase } from "../../../src/db/open.ts";
import { savePlan } from "../../../src/plans/saved.ts";
import { type Outcome, runConvene } from "../../support/convene.ts";
import { fillFolder } from "../../support/database.ts";

const SOURCE = `# Kept in the dashboard.
id: final-round
match:
  stages: [Final Round]
sessions:
  - id: final
    name: Last talk
    durationMinutes: 30
    places:
      - role: hiring_manager
`;

describe("convene plan", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "convene-plan-"));
    await fillFolder(folder);
    const database = await openDatabase({ dataDir: folder });
    await savePlan(database, systemClock, {
      planId: "final-round",
      state: "on",
      source: SOURCE,
      basedOn: 0,
      by: "a test",
      correlationId: "co_1",
    });
    await database.close();
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });
  const convene = async (...args: string[]): Promise<Outcome> =>
    await runConvene(["plan", ...args], { PATH: process.env["PATH"], DATA_DIR: folder });

  it("lists what the dashboard and the files have, and shows what counts", async () => {
    const { code, out } = await convene("list");
    expect(code).toBe(0);
    expect(out.split("\n").slice(0, 2)).toEqual([
      "final-round (dashboard, version 1, instead of the file sandbox.yaml): Final Round: Last talk, 30 min",
      "phone-screen (file sandbox.yaml): Phone Screen: Phone Screen, 45 min",
    ]);
    const json: unknown = JSON.parse((await convene("list", "--json")).out);
    expect(json).toMatchObject([
      { id: "final-round", version: 1, savedBy: "a test" },
      { id: "phone-screen", version: 0 },
      { id: "platform-technical-panel" },
      { id: "platform-onsite" },
    ]);
    expect((await convene("show", "final-round")).out).toBe(SOURCE);
    expect((await convene("show", "phone-screen")).out).toMatch(/^id: phone-screen\n/);
    const none = await convene("show", "nothing");
    expect([none.code, none.err]).toEqual([
      1,
      'There is no interview plan "nothing". convene plan list names those that are.\n',
    ]);
  });

  it("says where to look while the embedded database is in use", async () => {
    const database = await openDatabase({ dataDir: folder });
    const { code, err } = await convene("list");
    await database.close();
    expect([code, err]).toEqual([1, expect.stringContaining("look under Plans in its dashboard")]);
  });

  it("checks a file alone, also one plan as the dashboard keeps it", async () => {
    const file = join(folder, "one.yaml");
    await writeFile(file, SOURCE);
    expect((await convene("check", file)).out).toBe(
      "final-round: Final Round: Last talk, 30 min\n",
    );
    await writeFile(file, SOURCE.replace("30", "3"));
    const { code, err } = await convene("check", file);
    expect([code, err]).toEqual([
      1,
      "one.yaml:8: session 1 › durationMinutes: must be at least 15\n",
    ]);
  });

  it("tries a plan on a candidate of the company, in words and for programs", async () => {
    const { cast } = buildWorld({ seed: 1, now: systemClock.now() });
    const of = ["--opportunity", cast.ada];
    const { code, out } = await convene(
      "try",
      "plans/sandbox.yaml",
      "--plan",
      "phone-screen",
      ...of,
    );
    expect([code, out]).toEqual([0, expect.stringMatching(/^The candidate is at New applicant/)]);
    expect(out).toMatch(
      /^1\. \d+ of 100\n {3}.+, \d\d:\d\d–\d\d:\d\d \(.+ time\) {2}Phone Screen: .+\n/m,
    );
    const json = await convene(
      "try",
      "plans/sandbox.yaml",
      "--plan",
      "phone-screen",
      "--json",
      ...of,
    );
    expect(JSON.parse(json.out)).toMatchObject({ applies: false, problem: null, present: null });
    const several = await convene("try", "plans/sandbox.yaml", ...of);
    expect([several.code, several.err]).toEqual([
      1,
      expect.stringMatching(/^--plan: must be one of/),
    ]);
    const nobody = await convene("try", join(folder, "gone.yaml"), ...of);
    expect([nobody.code, nobody.err]).toEqual([
      1,
      expect.stringMatching(/^gone\.yaml:1: is no file/),
    ]);
  });
});
