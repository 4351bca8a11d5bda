/** `convene attendance` as somebody has it who has a file of past interviews. */
import { copyFile, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { ForwardReport, parseModel } from "../../../src/attendance/model.ts";
import { type Outcome, runConvene } from "../../support/convene.ts";

const CSV = "docs/examples/attendance/history.csv";
const MAP = "docs/examples/attendance/map.yaml";

describe("convene attendance", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "convene-attendance-"));
  });
  afterAll(async () => await rm(folder, { recursive: true, force: true }));

  const attendance = async (args: readonly string[]): Promise<Outcome> =>
    await runConvene(["attendance", ...args], { PATH: process.env["PATH"], DATA_DIR: folder });

  it("evaluates the sample: what was left out and why, and how well it went forward in time", async () => {
    const { code, out, err } = await attendance(["evaluate", "--csv", CSV, "--map", MAP]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^Rows: 401\. Used: \d+, of which \d+ missed\. .* Left out: 9\.\n/);
    expect(out).toContain(
      'line 206, Times moved: "twice"; expected: a whole number, from 0 to 999\n',
    );
    expect(out).toMatch(/AUC +0\.\d{3} /);
    expect(out).toMatch(/Brier +0\.\d{3} /);
    expect(out).toMatch(/\d+\.\d % +\d+\.\d % +\d+\.\d % and \d+\.\d % +\d+ of \d+\n/);
  });

  it("trains, writes the model, and tells a program the same in one line", async () => {
    const path = join(folder, "model.json");
    const { code, out } = await attendance([
      "train",
      "--csv",
      CSV,
      "--map",
      MAP,
      "--out",
      path,
      "--json",
    ]);
    expect(code).toBe(0);
    expect(out.trim().split("\n")).toHaveLength(1);
    const told = z
      .strictObject({
        rows: z.literal(401),
        used: z.int(),
        missed: z.int(),
        notCounted: z.int(),
        leftOut: z.literal(9),
        faults: z
          .array(
            z.strictObject({
              line: z.int(),
              column: z.string(),
              found: z.string(),
              expected: z.string(),
            }),
          )
          .length(9),
        notes: z.array(z.string()),
        enough: z.literal(true),
        version: z.string(),
        calibration: z.strictObject({ slope: z.number(), intercept: z.number() }),
        card: z.looseObject({ forward: ForwardReport }),
        model: z.literal(path),
      })
      .parse(JSON.parse(out));
    const model = parseModel(await readFile(path, "utf8"));
    expect(model.version).toBe(told.version);
    expect(model.card).toEqual(told.card);
    expect(model.card.learntFrom.interviews).toBe(told.used);
  });

  it("says that there is too little, and gives the prior", async () => {
    const few = join(folder, "few.csv");
    const lines = (await readFile(CSV, "utf8")).split("\r\n").slice(0, 31);
    await writeFile(few, lines.join("\r\n"));
    const path = join(folder, "prior.json");
    const { code, out } = await attendance(["train", "--csv", few, "--map", MAP, "--out", path]);
    expect(code).toBe(0);
    expect(out).toContain("There is too little to learn from: 50 usable rows with 5 missed");
    expect(out).toContain(`The model is in ${path}.`);
    const model = parseModel(await readFile(path, "utf8"));
    expect(model.card).toMatchObject({ priorWeight: 1, learntFrom: { interviews: 0 } });
  });

  it("refuses a map that asks for a protected trait, by name and line", async () => {
    const map = join(folder, "map.yaml");
    const text = await readFile(MAP, "utf8");
    await writeFile(map, text.replace("reschedules: Times moved", "reschedules: Date of birth"));
    const { code, out, err } = await attendance(["evaluate", "--csv", CSV, "--map", map]);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(
      /map\.yaml:\d+: columns › reschedules: "Date of birth" speaks of age, which no risk may look at/,
    );
  });

  it("overwrites a model, and neither what it reads, by whatever path, nor any other file", async () => {
    const [csv, map, link, other] = ["own.csv", "own.yaml", "link", "other.txt"].map((name) =>
      join(folder, name),
    ) as [string, string, string, string];
    await copyFile(CSV, csv);
    await copyFile(MAP, map);
    await symlink(csv, link);
    await writeFile(other, "{}");
    const before = await Promise.all([csv, map, other].map(async (path) => await readFile(path)));
    const train = async (out: string) =>
      await attendance(["train", "--csv", csv, "--map", map, "--out", out]);
    for (const [out, words] of [
      [csv, "--out: is the file of --csv"],
      [link, "--out: is the file of --csv"],
      [map, "--out: is the file of --map"],
      [other, "is no model of this release"],
    ] as const) {
      const refused = await train(out);
      expect([refused.code, refused.out]).toEqual([1, ""]);
      expect(refused.err).toContain(words);
    }
    const after = await Promise.all([csv, map, other].map(async (path) => await readFile(path)));
    expect(after).toEqual(before);
    const model = join(folder, "again.json");
    expect([(await train(model)).code, (await train(model)).code]).toEqual([0, 0]);
  });

  it("says what cannot be read or written, and ends with 1", async () => {
    const none = await attendance(["evaluate", "--csv", join(folder, "none.csv"), "--map", MAP]);
    expect([none.code, none.err]).toEqual([1, expect.stringMatching(/^--csv: .*\(ENOENT\)/)]);
    const nowhere = await attendance([
      "train",
      "--csv",
      CSV,
      "--map",
      MAP,
      "--out",
      join(folder, "none", "model.json"),
    ]);
    expect([nowhere.code, nowhere.out]).toEqual([1, ""]);
    expect(nowhere.err).toContain("cannot be written (ENOENT)");
  });
});
