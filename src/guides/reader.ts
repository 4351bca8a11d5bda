/** Passages of the guides in force. The database is asked each time which versions they are, so that every process sees a change
 * at once; a version never changes, so that its text is read and cut once while there is room. */
import type { Database } from "../db/port.ts";
import type { Passage } from "./passage.ts";
import { cutPassages } from "./passages.ts";
import { type GuideHead, listGuideVersions, listGuidesFor } from "./saved.ts";

/** Characters of texts that are kept at hand, as cut and as searched. */
const ROOM = 4_000_000;
/** Lists of passages that are kept, each with what is searched in it. */
const MOST_LISTS = 20;

/** What one process keeps of the guides. */
export interface PassageCache {
  cut: Map<string, { version: number; size: number; passages: Passage[] }>;
  lists: Map<string, { stamp: string; size: number; passages: readonly Passage[] }>;
}

/** Empty. */
export const createPassageCache = (): PassageCache => ({ cut: new Map(), lists: new Map() });

export interface PassageDeps {
  database: Database;
  passageCache: PassageCache;
}

/** Passages that a candidate for the posting may be answered from; `postingId` null: the company's alone. Shape: the posting's
 * first, then the company's; each guide in its own order. While nothing is saved it is the same list again. */
export const readPassages = async (
  { database, passageCache: { cut, lists } }: PassageDeps,
  { postingId }: { postingId: string | null },
): Promise<readonly Passage[]> => {
  const heads = await listGuidesFor(database, postingId);
  const stamp = JSON.stringify(heads.map(({ guideId, version }) => [guideId, version]));
  const key = postingId ?? "";
  const known = lists.get(key);
  if (known?.stamp === stamp) {
    keepLast(lists, key, known);
    return known.passages;
  }
  const passages: Passage[] = [];
  for (const head of heads) passages.push(...(await passagesOf(head, { database, cut })));
  const size = passages.reduce((sum, { text }) => sum + text.length, 0);
  keepLast(lists, key, { stamp, size, passages });
  while (lists.size > 1 && (lists.size > MOST_LISTS || sizeOf(lists) > ROOM)) dropFirst(lists);
  return passages;
};

const passagesOf = async (
  { guideId, version, scope }: GuideHead,
  { database, cut }: { database: Database; cut: PassageCache["cut"] },
): Promise<Passage[]> => {
  const known = cut.get(guideId);
  if (known?.version === version) {
    keepLast(cut, guideId, known);
    return known.passages;
  }
  // Whoever has saved meanwhile is heard: the newest one is read.
  const [found] = await listGuideVersions(database, { guideId, limit: 1 });
  if (!found || found.state === "off") return [];
  const { title, text } = found;
  const passages = cutPassages({ guideId, version: found.version, scope, title, text });
  keepLast(cut, guideId, { version: found.version, size: text.length, passages });
  while (cut.size > 1 && sizeOf(cut) > ROOM) dropFirst(cut);
  return passages;
};

const sizeOf = (kept: ReadonlyMap<string, { size: number }>): number =>
  [...kept.values()].reduce((sum, { size }) => sum + size, 0);

/** Whatever was asked for last goes last. */
const keepLast = <Kept>(kept: Map<string, Kept>, key: string, value: Kept): void => {
  kept.delete(key);
  kept.set(key, value);
};

const dropFirst = (kept: Map<string, unknown>): void => {
  const [first] = kept.keys();
  if (first !== undefined) kept.delete(first);
};
