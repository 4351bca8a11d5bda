/** What somebody kept of the ledger outside of its installation: against it a ledger is held that could be wholly made anew, with key, mark and signed
 * places. What crosses here is a text of theirs: a hash, signed places as the log, the folder beside the database or `convene audit
 * checkpoints` give them, or entries as they are exported. */
import { z } from "zod";
import { Checkpoint } from "./checkpoints.ts";

export interface Anchors {
  checkpoints: Checkpoint[];
  /** Of entries, or of a head. */
  hashes: string[];
}

export const NO_ANCHORS: Anchors = { checkpoints: [], hashes: [] };

const HASH = /\b[0-9a-f]{64}\b/g;
const Logged = z.object({ checkpoint: Checkpoint });
const Hashed = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) });

/** All that a text holds of it, line by line; lines that hold nothing of it are passed over. */
export const readAnchors = (text: string): Anchors => {
  const all = text.split("\n").map(anchorsIn);
  return {
    checkpoints: all.flatMap(({ checkpoints }) => checkpoints),
    hashes: [...new Set(all.flatMap(({ hashes }) => hashes))],
  };
};

/** Whether there is nothing to hold a ledger against. */
export const isNothing = ({ checkpoints, hashes }: Anchors): boolean =>
  checkpoints.length + hashes.length === 0;

const anchorsIn = (line: string): Anchors => {
  const value = parsed(line);
  if (value === null) return { checkpoints: [], hashes: line.toLowerCase().match(HASH) ?? [] };
  const checkpoint = Logged.safeParse(value).data?.checkpoint ?? Checkpoint.safeParse(value).data;
  if (checkpoint) return { checkpoints: [checkpoint], hashes: [] };
  const entry = Hashed.safeParse(value).data;
  return { checkpoints: [], hashes: entry ? [entry.hash] : [] };
};

/** Null: it is no object of JSON. */
const parsed = (line: string): object | null => {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
};
