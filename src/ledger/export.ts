import type { Database } from "../db/port.ts";
import { listCheckpoints } from "./checkpoints.ts";
import type { LedgerEntry } from "./entry.ts";
import { listLedger } from "./list.ts";

/** One entry as a line of JSON: all that its hash is over, so that whoever has the lines can verify them. */
export const lineOfEntry = (entry: LedgerEntry): string =>
  JSON.stringify({ ...entry, at: entry.at.toString() });

/** A page of lines after an entry. Shape: `next` is the entry to go on after; null at the end. */
export const exportLedger = async (
  database: Database,
  { after, limit }: { after: number; limit: number },
): Promise<{ text: string; next: number | null }> => {
  const entries = await listLedger(database, { after, limit });
  const last = entries.at(-1);
  return {
    text: entries.map((entry) => `${lineOfEntry(entry)}\n`).join(""),
    next: last && entries.length === limit ? last.seq : null,
  };
};

/** A page of signed places as lines, after one of them. Shape: `next` is the `n` to go on after; null at the end. */
export const exportCheckpoints = async (
  database: Database,
  { after, limit }: { after: number; limit: number },
): Promise<{ text: string; next: number | null }> => {
  const rest = (await listCheckpoints(database)).filter(({ n }) => n > after);
  const some = rest.slice(0, limit);
  return {
    text: some.map((checkpoint) => `${JSON.stringify(checkpoint)}\n`).join(""),
    next: rest.length > limit ? (some.at(-1)?.n ?? null) : null,
  };
};
