/** Types, lint, format and dead code: `node scripts/check.ts [types|lint|format|dead]`. All parts run even when one
 * fails; the exit code says whether all passed. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { styleText } from "node:util";

const tscProjects = [".", "web"].filter((folder) => existsSync(`${folder}/tsconfig.json`));

/** Each part of the check: its name and the commands, all of which must exit with 0. */
export const CHECKS: { name: string; commands: string[][] }[] = [
  {
    name: "types",
    commands: tscProjects.map((folder) => ["tsc", "-p", folder, "--checkers", "1"]),
  },
  { name: "lint", commands: [["oxlint"]] },
  { name: "format", commands: [["oxfmt", "--check"]] },
  { name: "dead", commands: [["knip"]] },
];

const run = async ([command = "", ...args]: string[]): Promise<{ ok: boolean; output: string }> => {
  const child = spawn(command, args, { shell: process.platform === "win32" });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.on("error", reject);
  child.on("close", resolve);
  const code = await promise;
  return { ok: code === 0, output: Buffer.concat(chunks).toString() };
};

/** Runs the parts one after the other and prints a line for each, with the tool's own words when it failed.
 * Shape: how many passed and failed. */
export const runChecks = async (names: string[]): Promise<{ passed: number; failed: number }> => {
  const counts = { passed: 0, failed: 0 };
  for (const { name, commands } of CHECKS.filter((check) => names.includes(check.name))) {
    const results = await Promise.all(commands.map(run));
    const failures = results.filter((result) => !result.ok);
    counts[failures.length === 0 ? "passed" : "failed"] += 1;
    console.log(
      failures.length === 0
        ? `${styleText("green", "✓")} check ${name}`
        : `${styleText("red", "✗")} check ${name}\n${failures.map((failure) => failure.output).join("\n")}`,
    );
  }
  return counts;
};

if (import.meta.main) {
  const all = CHECKS.map((check) => check.name);
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    console.error(`There is no check named ${unknown.join(", ")}; choose of ${all.join(", ")}.`);
    process.exit(2);
  }
  const { failed } = await runChecks(asked.length === 0 ? all : asked);
  process.exit(failed === 0 ? 0 : 1);
}
