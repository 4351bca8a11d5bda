/** What is written beside the database, in a folder of its own: the ledger's checkpoints and the ids of the erased, one JSON line each.
 * Whoever changes, cuts or restores the database does not reach it. */
import { appendFile, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Checkpoint } from "./checkpoints.ts";
import { ErasureLine } from "../privacy/erasures.ts";

export interface Trail {
  addErasure(line: ErasureLine): Promise<void>;
  /** Hands on the erased, until that has gone well once; never after that. Lines that are none are passed over. */
  takeErasures(take: (lines: ErasureLine[]) => Promise<void>): Promise<void>;
  addCheckpoint(checkpoint: Checkpoint): Promise<void>;
  /** Those that were written, in order. */
  readCheckpoints(): Promise<Checkpoint[]>;
}

const ERASURES = "erasures.jsonl";
const CHECKPOINTS = "ledger-checkpoints.jsonl";

/** The trail of one installation. Without a folder it keeps nothing. */
export const openTrail = (folder: string | null): Trail => {
  let isTaken = folder === null;
  return {
    addErasure: async (line) => await addLine(folder, ERASURES, line),
    async takeErasures(take) {
      if (isTaken || folder === null) return;
      await take(readErasureLines(await readLines(join(folder, ERASURES))));
      isTaken = true;
    },
    addCheckpoint: async (checkpoint) => await addLine(folder, CHECKPOINTS, checkpoint),
    async readCheckpoints() {
      if (folder === null) return [];
      return linesOf(await readLines(join(folder, CHECKPOINTS))).flatMap((value) => {
        const { data } = Checkpoint.safeParse(value);
        return data === undefined ? [] : [data];
      });
    },
  };
};

/** The lines that are erasures. */
export const readErasureLines = (text: string): ErasureLine[] =>
  linesOf(text).flatMap((value) => {
    const { data } = ErasureLine.safeParse(value);
    return data === undefined ? [] : [data];
  });

const addLine = async (folder: string | null, name: string, value: object): Promise<void> => {
  if (folder === null) return;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const text = `${JSON.stringify(value)}\n`;
  await appendFile(join(folder, name), text, { mode: 0o600, flush: true });
};

/** Shape: empty when there is no such file. */
const readLines = async (path: string): Promise<string> => {
  try {
    return await readFile(path, "utf8");
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT") return "";
    throw thrown;
  }
};

const linesOf = (text: string): unknown[] =>
  text.split("\n").flatMap((line): unknown[] => {
    try {
      return line.trim() === "" ? [] : [JSON.parse(line)];
    } catch {
      // A line that was cut off in the middle of being written.
      return [];
    }
  });
