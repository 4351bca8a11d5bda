import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadFolder, openPlanFiles } from "../../../src/plans/files.ts";
import { type PlanSubject, bestMatch } from "../../../src/domain/plan-match.ts";

const plan = (id: string, more = "") => `plans:
  - id: ${id}
    match: { stages: [Phone Screen] ${more} }
    sessions:
      - { id: one, name: One, durationMinutes: 45, places: [{ role: recruiter }] }
`;
const subject = {
  stageId: "s1",
  stageName: "Phone Screen",
  postingId: "p1",
  postingTitle: "Backend Engineer",
  team: "Platform",
};

const openPlans = (from: string) => {
  const files = openPlanFiles(from);
  return {
    ...files,
    find: (of: PlanSubject) =>
      bestMatch(
        files.all().map((each) => each.plan),
        of,
      ),
  };
};

describe("the plans of a folder", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "convene-plans-"));
    writeFileSync(join(folder, "a.yaml"), plan("first"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("are in force as soon as a file changes", () => {
    const plans = openPlans(folder);
    expect(plans.find(subject)?.id).toBe("first");
    writeFileSync(join(folder, "a.yaml"), plan("the-second"));
    expect(plans.find(subject)?.id).toBe("the-second");
  });

  it("prefer a posting to a team, and a team to a stage alone", () => {
    writeFileSync(join(folder, "b.yaml"), plan("of-the-team", ", teams: [Platform]"));
    const plans = openPlans(folder);
    expect(plans.find(subject)?.id).toBe("of-the-team");
    writeFileSync(join(folder, "c.yaml"), plan("of-the-posting", ", postings: [Backend Engineer]"));
    expect(plans.find(subject)?.id).toBe("of-the-posting");
    expect(plans.find({ ...subject, postingTitle: "Designer", team: null })?.id).toBe("first");
    expect(plans.find({ ...subject, stageName: "Offer" })).toBeNull();
  });

  it.each<[string, () => void]>([
    ["a slip of the pen", () => writeFileSync(join(folder, "a.yaml"), "plans: *nope")],
    ["a folder with the name of a file", () => mkdirSync(join(folder, "z.yaml"))],
    ["a link that leads nowhere", () => symlinkSync("/nowhere/at/all", join(folder, "z.yaml"))],
    ["a second plan of the same id", () => writeFileSync(join(folder, "b.yaml"), plan("first"))],
    ["the folder being gone", () => renameSync(folder, `${folder}-away`)],
  ])("stay as they were after %s, which is told again and again", (_, spoil) => {
    const plans = openPlans(folder);
    spoil();
    for (let n = 0; n < 3; n += 1) {
      expect(plans.find(subject)?.id).toBe("first");
      expect(plans.faults()).toHaveLength(1);
    }
    rmSync(`${folder}-away`, { recursive: true, force: true });
  });

  it("are not opened while a file has a fault: each is named with file, line and reason", () => {
    mkdirSync(join(folder, "z.yaml"));
    writeFileSync(join(folder, "b.yaml"), plan("Second"));
    expect(() => openPlanFiles(folder)).toThrow(
      /b\.yaml:2: .*lower-case[\s\S]*z\.yaml:1: .*EISDIR/,
    );
    expect(loadFolder(folder).faults).toHaveLength(2);
  });
});
