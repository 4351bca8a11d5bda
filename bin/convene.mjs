#!/usr/bin/env node
// The command line starts on any Node; the program itself needs the pinned one, which the checkout brings along.
import { spawn } from "node:child_process";
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
const child = spawn(node, [...flags, program, ...process.argv.slice(2)], { stdio: "inherit" });

// Whoever wants to stop Convene knows only this process.
const signals = ["SIGTERM", "SIGINT", "SIGHUP"];
const pass = (signal) => {
  clearInterval(watch);
  child.kill(signal);
};
for (const signal of signals) process.on(signal, pass);

// npx hands its signals to the shell in which it starts us; that dies of them and tells nobody.
// oxlint-disable-next-line node/no-process-env -- the product's configuration cannot be read on every Node
const isByNpx = process.env.npm_lifecycle_event === "npx";
const parent = process.ppid;
const lookUp = () => {
  if (process.ppid !== parent) pass("SIGTERM");
};
const watch = isByNpx ? setInterval(lookUp, 250) : undefined;

child.once("exit", (code, signal) => {
  if (signal === null) process.exit(code);
  clearInterval(watch);
  for (const passed of signals) process.off(passed, pass);
  process.exitCode = 1;
  process.kill(process.pid, signal);
});
