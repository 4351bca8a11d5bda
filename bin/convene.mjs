#!/usr/bin/env node
// The command line starts on any Node; the program itself needs the pinned one, which the checkout brings along.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);
const pinned = fileURLToPath(new URL("node_modules/.bin/node", root));
const program = fileURLToPath(new URL("bin/program.mjs", root));
// Those of `npm start`: with everything in one process they keep memory small. A role for itself is to be fast
// (docs/benchmarks.md).
const isOneRole = ["serve", "work"].includes(process.argv[2]);
const flags = isOneRole ? [] : ["--max-semi-space-size=2", "--liftoff-only"];
const node = existsSync(pinned) ? pinned : process.execPath;
const { status, signal } = spawnSync(node, [...flags, program, ...process.argv.slice(2)], {
  stdio: "inherit",
});
if (signal) process.kill(process.pid, signal);
process.exit(status ?? 1);
