/** The command line as somebody at a terminal has it, until it has ended. */
import { execFile } from "node:child_process";
import { PROGRAM } from "./started-programs.ts";

/** As `convene` has it: most commands are over before the embedded database would be worth compiling well. */
const FLAGS = ["--liftoff-only"];

/** What a command said, and how it ended. */
export interface Outcome {
  code: number;
  out: string;
  err: string;
}

/** Runs a command with this environment and no other, in a folder or where the tests run. */
export const runConvene = async (
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  folder = process.cwd(),
): Promise<Outcome> => {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  execFile(
    process.execPath,
    [...FLAGS, PROGRAM, ...args],
    { env, cwd: folder },
    (error, out, err) => {
      resolve({ code: Number(error?.code ?? 0), out, err });
    },
  );
  return await promise;
};
