/** The documents for those who answer for it: what they name is there, and no table with words of people is left out. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../../../scripts/read-lock.ts";

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const compliance = read("docs/compliance.md");

/** Rows of the first table: number, feature, what shows it. */
const features = [...compliance.matchAll(/^\| (\d+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, nr, feature = "", shownBy = ""]) => ({ nr: Number(nr), feature, shownBy }),
);

it("each feature that answers a duty has a test, and each test that is named is there", () => {
  expect(features.map(({ nr }) => nr)).toEqual(features.map((_, at) => at + 1));
  expect(features.length).toBeGreaterThan(15);
  for (const { feature, shownBy } of features) {
    const paths = [...shownBy.matchAll(/`(test\/[^`]+\.test\.ts)`/g)].map(([, path = ""]) => path);
    expect([feature, paths.length > 0]).toEqual([feature, true]);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  }
});

it("each of the fifteen points names features and tests that are there", () => {
  const points = [
    ...compliance.matchAll(/^\| (\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]*) \|$/gm),
  ];
  expect(points.map(([, nr]) => Number(nr))).toEqual(Array.from({ length: 15 }, (_, at) => at + 1));
  for (const [, , point = "", answered = "", shownBy = ""] of points) {
    const known = answered.split(", ").every((nr) => features.some((one) => String(one.nr) === nr));
    expect([point, known]).toEqual([point, true]);
    const paths = [...shownBy.matchAll(/`(test\/[^`]+\.test\.ts)`/g)].map(([, path = ""]) => path);
    expect([point, paths.length > 0]).toEqual([point, true]);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  }
});

it("each duty is answered by features that are there, or says what is left", () => {
  const [, ...parts] = compliance.split(/^## /m).slice(1, -1);
  const known = new Set(features.map(({ nr }) => nr));
  expect(parts.length).toBe(7);
  for (const part of parts) {
    const rows = part
      .split("\n")
      .filter((line) => line.startsWith("| ") && !line.startsWith("| duty"))
      .map((line) => line.split("|").map((cell) => cell.trim()));
    expect(rows.length).toBeGreaterThan(1);
    for (const [, duty = "", answered = "", left = ""] of rows) {
      expect([duty, answered + left !== ""]).toEqual([duty, true]);
      const numbers = [...answered.matchAll(/(?<=^|, )\d+(?=[,;:. ]|$)/g)].map(([nr]) =>
        Number(nr),
      );
      expect([duty, numbers.filter((nr) => !known.has(nr))]).toEqual([duty, []]);
    }
    expect(part).toMatch(/20\d\d/);
  }
});

it("every table that holds words of people by a text is in the data flow, as sealed", () => {
  const flow = read("docs/data-flow.md");
  const rows = flow.split("\n").filter((line) => line.startsWith("| "));
  const tables = [...read("src/db/schema.sql").matchAll(/^create table (\w+) \(([\s\S]*?)\n\);/gm)];
  const holding = tables
    .filter(([, , body = ""]) => /text_id text/.test(body))
    .map(([, name = ""]) => name);
  expect(holding.length).toBeGreaterThan(8);
  for (const name of holding) {
    const row = rows.find((line) => line.includes(`\`${name}\``)) ?? "";
    expect([name, row.split("|")[4]?.trim()]).toEqual([name, "yes"]);
  }
});

it("notices are templates that say so, with no fact of a company filled in", () => {
  const index = read("docs/notices/README.md");
  const notices = globSync("docs/notices/*.md", { cwd: ROOT }).filter(
    (path) => !path.endsWith("README.md"),
  );
  expect(notices.length).toBe(5);
  for (const path of notices) {
    const text = read(path);
    expect(index).toContain(`(${path.replace("docs/notices/", "")})`);
    expect(text).toMatch(/^# Template: /);
    expect(text).toContain("[contact]");
    expect(text).toContain("**It decides nothing about your application**");
  }
});
