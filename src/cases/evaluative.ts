/** What is evaluative is done and shown nowhere while an admin has it switched off. */
import type { Database, Queryable } from "../db/port.ts";
import { type AedtFeature } from "../domain/aedt.ts";
import { type AedtPlace, whyHeldInNewYork } from "../policy/aedt-records.ts";
import { isEvaluativeOn } from "../policy/decide.ts";
import { readPolicy } from "../policy/store.ts";
import { conflict } from "./asked-case.ts";

/** Errors: `conflict` with what is told instead, while it is switched off. */
export const refuseWhileOff = async (reads: Database | Queryable, words: string): Promise<void> => {
  if (!isEvaluativeOn((await readPolicy(reads)).policy)) throw conflict(words);
};

/** Errors: `conflict` with the reason while the law of its place holds a feature back. */
export const refuseWhileHeld = async (
  reads: Database | Queryable,
  asked: { feature: AedtFeature; place: AedtPlace; now: Temporal.Instant },
): Promise<void> => {
  const held = await whyHeldInNewYork(reads, asked);
  if (held !== null) throw conflict(held);
};
