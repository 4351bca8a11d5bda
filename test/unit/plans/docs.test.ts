import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { InterviewPlan } from "../../../src/domain/plan.ts";
import { INTERVIEW_KINDS, kindOf } from "../../../src/plans/interview-kinds.ts";
import { DEFAULT_LOOP_WEIGHTS, DEFAULT_WEIGHTS } from "../../../src/scheduling/defaults.ts";
import { parsePlan, parsePlans } from "../../../src/plans/parse.ts";

const text = readFileSync(new URL("../../../docs/plans.md", import.meta.url), "utf8");
const blocks = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block = ""]) => block);

const keysOf = (schema: unknown): string[] => {
  if (typeof schema !== "object" || schema === null) return [];
  const { properties } = schema as { properties?: Record<string, unknown> };
  return [...Object.keys(properties ?? {}), ...Object.values(schema).flatMap(keysOf)];
};

const keys = new Set(keysOf(z.toJSONSchema(InterviewPlan, { unrepresentable: "any" })));

describe("docs/plans.md", () => {
  it("has examples that can be used as they are", () => {
    const [whole = "", list = "", weights = "", movesOn = "", meets = "", ...others] = blocks;
    const [onSite = "", watched = "", ...more] = others;
    expect(more).toEqual([]);
    expect(parsePlan(whole).faults).toEqual([]);
    expect(parsePlan(movesOn).faults).toEqual([]);
    expect(parsePlan(meets).faults).toEqual([]);
    expect(parsePlan(onSite).faults).toEqual([]);
    expect(parsePlan(watched).faults).toEqual([]);
    expect(parsePlan(weights).plan?.rules?.weights).toEqual({
      ...DEFAULT_WEIGHTS,
      ...DEFAULT_LOOP_WEIGHTS,
    });
    expect(parsePlans("plans.yaml", list).faults).toEqual([]);
  });

  it("names every key that a plan may have", () => {
    expect(keys.size).toBeGreaterThan(25);
    expect([...keys].filter((key) => !new RegExp(`\\b${key}:`).test(text))).toEqual([]);
  });

  it("has the table by which names are read", () => {
    const rows = [...text.matchAll(/^\| ([^|]+) \| ([^|]+) \| (\d+) \| ([^|]+) \| ([^|]+) \|$/gm)];
    expect(rows).toHaveLength(INTERVIEW_KINDS.length);
    rows.forEach(([, , names = "", minutes], index) => {
      for (const name of names.split(", ")) {
        expect([name, kindOf(name)?.id]).toEqual([name, INTERVIEW_KINDS[index]?.id]);
      }
      expect(Number(minutes)).toBe(INTERVIEW_KINDS[index]?.durationMinutes);
    });
  });
});

it("has a field in the form for every key that a plan may have", () => {
  const folder = new URL("../../../web/src/plans/", import.meta.url);
  const parts = readdirSync(folder).filter((name) => /-(fields?|form)\.tsx$/.test(name));
  const form = parts.map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n");
  // `when` may be one thing alone: the switch of the rule writes it.
  expect([...keys].filter((key) => !form.includes(`"${key}"`))).toEqual(["when"]);
});
