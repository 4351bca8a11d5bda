import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findAgainst } from "../../../src/ledger/audit.ts";
import { type Checkpoint, signatureOf } from "../../../src/ledger/checkpoints.ts";
import { FIRST_HASH, type LedgerEntry, hashOf } from "../../../src/ledger/entry.ts";
import { type LedgerFault, type LedgerSource, verifyChain } from "../../../src/ledger/verify.ts";

const LENGTH = 60;
const RUNS = 1_000;

const linked = (entries: readonly LedgerEntry[]): LedgerEntry[] => {
  let prevHash = FIRST_HASH;
  return entries.map((entry, index) => {
    const open = { ...entry, seq: index + 1, prevHash };
    const hash = hashOf(open);
    prevHash = hash;
    return { ...open, hash };
  });
};
const numbered = (entries: readonly LedgerEntry[]): LedgerEntry[] =>
  entries.map((entry, index) => ({ ...entry, seq: index + 1 }));

const CHAIN = linked(
  Array.from({ length: LENGTH }, (_, n) => ({
    seq: n + 1,
    at: Temporal.Instant.from("2026-11-23T10:00:00Z").add({ seconds: n }),
    type: "case.opened",
    actor: "convene",
    caseId: n % 7 === 0 ? null : `case_${n}`,
    correlationId: `co_${n}`,
    data: { n, digest: "ab".repeat(8) },
    prevHash: "",
    hash: "",
  })),
);
const CHECKPOINTS: Checkpoint[] = [20, 40, LENGTH].map((seq, index) => {
  const hash = CHAIN[seq - 1]?.hash ?? "";
  const open = { n: index + 1, seq, hash, at: "2026-11-23T11:00:00Z" };
  return { ...open, signature: signatureOf(open, "", Buffer.alloc(32, 1)) };
});

const sourceOf = (entries: readonly LedgerEntry[], isHeadMoved: boolean): LedgerSource => ({
  head: async () => {
    const last = entries.at(-1) ?? { seq: 0, hash: FIRST_HASH };
    const head = (isHeadMoved ? last : CHAIN.at(-1)) ?? last;
    return await Promise.resolve({ seq: head.seq, hash: head.hash, lastSeq: last.seq });
  },
  page: async (after, limit) =>
    await Promise.resolve(entries.filter(({ seq }) => seq > after).slice(0, limit)),
  placesOf: async (hash) =>
    await Promise.resolve(
      entries.filter((one) => one.hash === hash || one.prevHash === hash).map(({ seq }) => seq),
    ),
});

/** The chain as it is found: in itself, then against what was signed. */
const faultIn = async (
  entries: readonly LedgerEntry[],
  { isHeadMoved }: { isHeadMoved: boolean },
): Promise<LedgerFault | null> => {
  const chain = await verifyChain(sourceOf(entries, isHeadMoved));
  const hashes = new Map(entries.map(({ seq, hash }) => [seq, hash]));
  return chain.firstBroken ?? findAgainst(CHECKPOINTS, { hashes, entries: chain.entries });
};

interface Tampered {
  entries: LedgerEntry[];
  isHeadMoved: boolean;
  /** What must be said, and from which entry to which it may be located. */
  said: { kinds: LedgerFault["kind"][]; from: number; to: number };
}

const place = fc.integer({ min: 1, max: LENGTH - 1 });

const edited = fc
  .record({
    at: place,
    field: fc.constantFrom("type", "actor", "correlationId", "prevHash", "hash", "data", "time"),
    letter: fc.integer({ min: 0, max: 500 }),
    flip: fc.integer({ min: 1, max: 15 }),
  })
  .map(({ at, field, letter, flip }): Tampered => {
    const byte = (text: string): string => {
      const index = letter % text.length;
      const code = text.charCodeAt(index) ^ flip;
      return text.slice(0, index) + String.fromCharCode(code) + text.slice(index + 1);
    };
    const entries = CHAIN.map((entry) => {
      if (entry.seq !== at) return entry;
      if (field === "data")
        return { ...entry, data: { ...entry.data, digest: byte("ab".repeat(8)) } };
      if (field === "time") return { ...entry, at: entry.at.add({ microseconds: flip }) };
      return { ...entry, [field]: byte(entry[field]) };
    });
    return { entries, isHeadMoved: false, said: { kinds: ["changed"], from: at, to: at } };
  });

const removed = fc
  .record({ at: place, count: fc.integer({ min: 1, max: 5 }), renumber: fc.boolean() })
  .map(({ at, count, renumber }): Tampered => {
    const left = CHAIN.filter(({ seq }) => seq < at || seq >= at + count);
    const isEnd = at + count > LENGTH;
    return {
      entries: renumber ? numbered(left) : left,
      isHeadMoved: renumber,
      said: {
        kinds: isEnd
          ? ["cut"]
          : renumber && count > 1
            ? ["removed", "reordered", "changed"]
            : ["removed"],
        from: at,
        to: at,
      },
    };
  });

const swapped = fc
  .record({ one: place, by: fc.integer({ min: 1, max: 9 }) })
  .map(({ one, by }): Tampered => {
    const other = Math.min(one + by, LENGTH);
    const entries = numbered(
      CHAIN.map((entry) => {
        if (entry.seq === one) return CHAIN[other - 1] ?? entry;
        return entry.seq === other ? (CHAIN[one - 1] ?? entry) : entry;
      }),
    );
    return {
      entries,
      isHeadMoved: true,
      said: { kinds: ["reordered"], from: one, to: one },
    };
  });

const cut = fc
  .record({ at: place, isHeadMoved: fc.boolean() })
  .map(({ at, isHeadMoved }): Tampered => ({
    entries: CHAIN.slice(0, at),
    isHeadMoved,
    said: { kinds: ["cut"], from: at + 1, to: at + 1 },
  }));

const added = fc.record({ at: place, isLinked: fc.boolean() }).map(({ at, isLinked }): Tampered => {
  const forged = { ...CHAIN[0], seq: at + 1, actor: "nobody", prevHash: CHAIN[at - 1]?.hash ?? "" };
  const hash = isLinked ? hashOf(forged as LedgerEntry) : "f".repeat(64);
  const entry = { ...forged, hash } as LedgerEntry;
  return {
    entries: numbered([...CHAIN.slice(0, at), entry, ...CHAIN.slice(at)]),
    isHeadMoved: true,
    said: { kinds: isLinked ? ["added"] : ["added", "changed"], from: at + 1, to: at + 1 },
  };
});

/** By whoever knows how: every hash after it is made anew, and the head. Where it is, the signed places tell. */
const rewritten = place.map((at): Tampered => {
  const entries = linked(
    CHAIN.map((entry) => (entry.seq === at ? { ...entry, actor: "nobody" } : entry)),
  );
  return {
    entries,
    isHeadMoved: true,
    said: { kinds: ["rewritten"], from: Math.floor((at - 1) / 20) * 20 + 1, to: at },
  };
});

describe("A ledger that somebody has had in their hands", () => {
  it("is whole as it was", async () => {
    expect(await faultIn(CHAIN, { isHeadMoved: false })).toBeNull();
  });

  it(`gives away ${RUNS} of edits, deletions, swaps, cuts, additions and rewritings, and where`, async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(edited, removed, swapped, cut, added, rewritten),
        async ({ entries, isHeadMoved, said }) => {
          const fault = await faultIn(entries, { isHeadMoved });
          seen.set(fault?.kind ?? "nothing", (seen.get(fault?.kind ?? "nothing") ?? 0) + 1);
          expect(said.kinds).toContain(fault?.kind);
          expect(fault?.seq).toBeGreaterThanOrEqual(said.from);
          expect(fault?.seq).toBeLessThanOrEqual(said.to);
        },
      ),
      { numRuns: RUNS },
    );
    expect([...seen.keys()].toSorted()).toEqual(
      ["added", "changed", "cut", "removed", "reordered", "rewritten"].filter((kind) =>
        seen.has(kind),
      ),
    );
    expect(seen.size).toBe(6);
  });
});
