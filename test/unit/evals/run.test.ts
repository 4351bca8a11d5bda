import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createQuestionsTask, smallTalker } from "../../../evals/tasks/questions.ts";
import { createBriefingTask, flatterer } from "../../../evals/tasks/briefing.ts";
import { createLanguageTask, wordSpotter } from "../../../evals/tasks/language.ts";
import { careless, createRoutingTask } from "../../../evals/tasks/routing.ts";
import { createRequestsTask, eager } from "../../../evals/tasks/requests.ts";
import { createSlotChoiceTask, firstFit } from "../../../evals/tasks/slot-choice.ts";
import { createSynthesisTask, partisan } from "../../../evals/tasks/synthesis.ts";
import { judgeResults, Thresholds, type Verdict } from "../../../evals/thresholds.ts";
import type { Task } from "../../../evals/task.ts";
import { SPECIALISTS } from "../../../graphs/routes.ts";
import { slownessNow } from "../../support/stopwatch.ts";

const root = new URL("../../../", import.meta.url);

const readJson = async (path: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(path, root), "utf8"));

const verdictsOf = async (task: Task): Promise<Verdict[]> =>
  judgeResults([await task.run()], Thresholds.parse(await readJson("evals/thresholds.json")));

describe("a solver that is wrong on purpose", () => {
  test("is far below each threshold of routing", async () => {
    const verdicts = await verdictsOf(createRoutingTask(careless));
    expect(verdicts.map(({ scorer, why }) => ({ scorer, why }))).toEqual([
      { scorer: "same_route", why: "below the threshold" },
      { scorer: "plain_reason", why: "below the threshold" },
    ]);
    for (const { value } of verdicts) expect(value).toBeLessThan(0.6);
  });

  test.each(["dev", "held-out"] as const)(
    "is far below a threshold of language, %s",
    async (half) => {
      const [found] = await verdictsOf(createLanguageTask(half, wordSpotter));
      expect(found?.why).toBe("below the threshold");
      expect(found?.value).toBeLessThan(0.3);
    },
  );

  test("is far below each threshold of slot choice", async () => {
    const { results } = await createSlotChoiceTask(firstFit, 25).run();
    for (const { value, scored } of results) {
      expect(scored).toBeGreaterThan(0);
      expect(value).toBeLessThan(0.6);
    }
  });

  test("is far below each threshold of questions", async () => {
    const verdicts = await verdictsOf(createQuestionsTask(smallTalker));
    expect(verdicts.map(({ value, passed }) => ({ value, passed }))).toEqual(
      Array.from({ length: 5 }, () => ({ value: 0, passed: false })),
    );
  });

  test("is far below each threshold of synthesis", async () => {
    const verdicts = await verdictsOf(createSynthesisTask(partisan));
    expect(verdicts.map(({ why }) => why)).toEqual(verdicts.map(() => "below the threshold"));
    for (const { value } of verdicts) expect(value).toBeLessThan(0.6);
  });

  test("is far below each threshold of briefing", async () => {
    const verdicts = await verdictsOf(createBriefingTask(flatterer));
    expect(verdicts.map(({ why }) => why)).toEqual(verdicts.map(() => "below the threshold"));
    for (const { value } of verdicts) expect(value).toBeLessThan(0.6);
  });

  test("is far below each threshold of requests", async () => {
    const verdicts = await verdictsOf(createRequestsTask(eager));
    expect(verdicts.map(({ why }) => why)).toEqual(verdicts.map(() => "below the threshold"));
    for (const { value } of verdicts) expect(value).toBeLessThan(0.6);
  });

  test("that only fails is below each threshold too", async () => {
    const fails = (): never => {
      throw new Error("not today");
    };
    const verdicts = await verdictsOf(createRoutingTask(fails));
    expect(verdicts.map(({ value, passed }) => ({ value, passed }))).toEqual([
      { value: 0, passed: false },
      { value: 0, passed: false },
    ]);
  });
});

test("the routing samples have names of their own and cover every action and specialist", async () => {
  const samples = (await readJson("evals/datasets/routing.json")) as {
    id: string;
    target: { action: string; specialists: string[] };
  }[];
  expect(samples.length).toBeGreaterThanOrEqual(30);
  expect(new Set(samples.map(({ id }) => id)).size).toBe(samples.length);
  expect(new Set(samples.map(({ target }) => target.action))).toEqual(
    new Set([
      "chat",
      "coordinate",
      "brief",
      "questions",
      "synthesis",
      "stage_rule",
      "debrief",
      "message",
      "nudge",
      "close",
      "keep",
    ]),
  );
  expect(new Set(samples.flatMap(({ target }) => target.specialists))).toEqual(
    new Set(SPECIALISTS),
  );
});

describe("node evals/run.ts", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "convene-evals-"));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  /** No key and no address of anything: evals need none. What is compiled already need not be compiled again. */
  const runEvals = (...args: string[]) =>
    spawnSync(process.execPath, ["evals/run.ts", "--report", folder, ...args], {
      cwd: root,
      env: {
        PATH: process.env["PATH"],
        NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"] ?? join(tmpdir(), "convene-compiled"),
      },
      encoding: "utf8",
      timeout: 800_000,
    });

  test("reaches every threshold and writes a report for people and one for programs", async () => {
    const { status, stdout, stderr } = runEvals();
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout.match(/ pass$/gm)).toHaveLength(33);
    const report = JSON.parse(await readFile(join(folder, "report.json"), "utf8")) as {
      verdicts: Verdict[];
      cpuMs: number;
    };
    expect(report.verdicts.every(({ passed }) => passed)).toBe(true);
    expect(report.cpuMs / slownessNow().cpu).toBeLessThan(60_000);
    expect(await readFile(join(folder, "report.md"), "utf8")).toContain("## slot-choice");
  });

  test("exits with 1 below a threshold", () => {
    const { status, stdout } = runEvals("--broken", "--task", "routing");
    expect(status).toBe(1);
    expect(stdout).toContain("FAIL: below the threshold");
  });

  test("exits with 2 for a task that there is not, and names those that there are", () => {
    const { status, stderr } = runEvals("--task", "cooking");
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /'cooking' is invalid.* routing, slot-choice, language, language-held-out, briefing, questions, synthesis, requests, candidate-chat, candidate-chat-held-out\.\n$/,
    );
  });
});
