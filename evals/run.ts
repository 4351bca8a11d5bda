/** All evals: `node evals/run.ts [--task NAME] [--broken] [--report FOLDER]`. Needs no network and no key. Exit code 1 when a
 * scorer is below its threshold; `--broken` takes solvers that are wrong on purpose and so must exit with 1. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { styleText } from "node:util";
import { Command, Option } from "commander";
import { systemClock } from "../src/clock.ts";
import { renderReport, renderTable } from "./report.ts";
import type { Task } from "./task.ts";
import { createBriefingTask, flatterer } from "./tasks/briefing.ts";
import { boaster, createCandidateChatTask } from "./tasks/candidate-chat.ts";
import { createLanguageTask, wordSpotter } from "./tasks/language.ts";
import { createQuestionsTask, smallTalker } from "./tasks/questions.ts";
import { createRequestsTask, eager } from "./tasks/requests.ts";
import { careless, createRoutingTask } from "./tasks/routing.ts";
import { createSlotChoiceTask, firstFit } from "./tasks/slot-choice.ts";
import { createSynthesisTask, partisan } from "./tasks/synthesis.ts";
import { judgeResults, Thresholds } from "./thresholds.ts";

const tasksOf = (broken: boolean): Task[] =>
  broken
    ? [
        createRoutingTask(careless),
        createSlotChoiceTask(firstFit),
        createLanguageTask("dev", wordSpotter),
        createLanguageTask("held-out", wordSpotter),
        createBriefingTask(flatterer),
        createQuestionsTask(smallTalker),
        createSynthesisTask(partisan),
        createRequestsTask(eager),
        createCandidateChatTask("dev", boaster),
        createCandidateChatTask("held-out", boaster),
      ]
    : [
        createRoutingTask(),
        createSlotChoiceTask(),
        createLanguageTask("dev"),
        createLanguageTask("held-out"),
        createBriefingTask(),
        createQuestionsTask(),
        createSynthesisTask(),
        createRequestsTask(),
        createCandidateChatTask("dev"),
        createCandidateChatTask("held-out"),
      ];

const options = new Command("npm run evals --")
  .description("Scores what the agents produce, and holds it to thresholds.json.")
  .addOption(
    new Option("--task <name>", "only this one").choices(tasksOf(false).map(({ name }) => name)),
  )
  .option("--broken", "with solvers that are wrong on purpose, so that it must fail", false)
  .option(
    "--report <folder>",
    "where the report goes",
    fileURLToPath(new URL("report", import.meta.url)),
  )
  // 1 says that a score is below its threshold.
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .parse()
  .opts<{ task?: string; broken: boolean; report: string }>();
const chosen = tasksOf(options.broken).filter(
  ({ name }) => options.task === undefined || name === options.task,
);

const thresholds = Thresholds.parse(
  JSON.parse(await readFile(new URL("thresholds.json", import.meta.url), "utf8")),
);
const startedAt = systemClock.now();
const results = [];
for (const task of chosen) results.push(await task.run());
const verdicts = judgeResults(results, thresholds);
const durationMs = Math.round(startedAt.until(systemClock.now()).total("milliseconds"));
// What the work itself takes, whatever else the machine does beside it.
const { user, system } = process.cpuUsage();
const cpuMs = Math.round((user + system) / 1000);
const run = { startedAt: startedAt.toString(), durationMs, cpuMs, verdicts, results };

await mkdir(options.report, { recursive: true });
await writeFile(join(options.report, "report.md"), renderReport(run));
await writeFile(join(options.report, "report.json"), `${JSON.stringify(run, undefined, 2)}\n`);

const passed = verdicts.every((verdict) => verdict.passed);
console.log(renderTable(verdicts));
console.log(
  `\n${styleText(passed ? "green" : "red", passed ? "All at or above their thresholds" : "Below threshold")} in ${(durationMs / 1000).toFixed(1)} s. Every answer: ${join(options.report, "report.md")}`,
);
process.exitCode = passed ? 0 : 1;
