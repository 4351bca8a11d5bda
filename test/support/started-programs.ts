/** What tests start as a process of its own: in `npm test` what was bundled for the run, else the files as they are. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const bundled = process.env["TEST_PROGRAMS"];

const startedAs = (path: string, name: string): string =>
  bundled === undefined ? fileURLToPath(new URL(path, import.meta.url)) : join(bundled, name);

/** Path of the program: what `convene` starts under the pinned Node. */
export const PROGRAM = startedAs("../../bin/program.mjs", "program.mjs");

/** Path of a role that dies where a test says. */
export const ROLE_PROGRAM = startedAs("role-program.ts", "role-program.mjs");
