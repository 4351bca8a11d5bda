/** `npm run bench -- intake|walk|start|soak|scale|language|slots|documents|attendance|synthesis|polite|ledger|models [--json]`: measures, tells the figures and the promises they are held to.
 * Exit code 1 when a promise is not kept. */
import { Argument, Command } from "commander";
import { type Benchmark, type Metric, keepsPromises } from "./benchmark.ts";

const BENCHMARKS: Record<string, () => Promise<{ bench: Benchmark }>> = {
  intake: async () => await import("./intake.ts"),
  walk: async () => await import("./walk.ts"),
  start: async () => await import("./start.ts"),
  soak: async () => await import("./soak.ts"),
  scale: async () => await import("./scale.ts"),
  language: async () => await import("./language.ts"),
  slots: async () => await import("./slots.ts"),
  documents: async () => await import("./documents.ts"),
  attendance: async () => await import("./attendance.ts"),
  polite: async () => await import("./polite.ts"),
  synthesis: async () => await import("./synthesis.ts"),
  ledger: async () => await import("./ledger.ts"),
  models: async () => await import("./models.ts"),
};

const DIGITS: Partial<Record<Metric["unit"], number>> = {
  ratio: 2,
  ms: 1,
  calls: 1,
  "per second": 1,
  "US cents": 3,
};

const promiseOf = ({ most, least }: Metric): string => {
  if (most !== undefined && least !== undefined) return `${least} to ${most}`;
  if (most !== undefined) return `at most ${most}`;
  return least === undefined ? "" : `at least ${least}`;
};

const toRow = ([name, metric]: [string, Metric]): string => {
  const isKept = keepsPromises({ [name]: metric });
  const value = `${metric.value.toFixed(DIGITS[metric.unit] ?? 0)} ${metric.unit}`;
  const promise = promiseOf(metric);
  return `  ${name.padEnd(20)} ${value.padStart(18)}   ${promise && `${promise} ${isKept ? "✓" : "✗"}`}`;
};

const main = async (): Promise<void> => {
  const command = new Command("npm run bench --")
    .description("Measures, and tells the figures and the promises they are held to.")
    .addArgument(
      new Argument("[names...]", "what to measure; all when absent").choices(
        Object.keys(BENCHMARKS),
      ),
    )
    .option("--json", "one line a benchmark, for programs", false)
    // 1 says that a promise is not kept.
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .parse();
  const { json } = command.opts<{ json: boolean }>();
  const chosen = command.args.length > 0 ? command.args : Object.keys(BENCHMARKS);
  for (const [name, load] of Object.entries(BENCHMARKS)) {
    if (!chosen.includes(name)) continue;
    const { bench } = await load();
    const metrics = await bench();
    const ok = keepsPromises(metrics);
    if (!ok) process.exitCode = 1;
    if (!json) {
      process.stdout.write(`${name}\n${Object.entries(metrics).map(toRow).join("\n")}\n`);
    } else {
      const plain = Object.fromEntries(
        Object.entries(metrics).map(([key, { value }]) => [key, Math.round(value * 100) / 100]),
      );
      process.stdout.write(`${JSON.stringify({ bench: name, metrics: plain, ok })}\n`);
    }
  }
};

await main();
