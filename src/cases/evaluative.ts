/** What is evaluative is done and shown nowhere while an admin has it switched off. */
import type { Database, Queryable } from "../db/port.ts";
import { isEvaluativeOn } from "../policy/decide.ts";
import { readPolicy } from "../policy/store.ts";
import { conflict } from "./asked-case.ts";

/** Errors: `conflict` with what is told instead, while it is switched off. */
export const refuseWhileOff = async (reads: Database | Queryable, words: string): Promise<void> => {
  if (!isEvaluativeOn((await readPolicy(reads)).policy)) throw conflict(words);
};
