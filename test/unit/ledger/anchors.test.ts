import { expect, it } from "vitest";
import { isNothing, readAnchors } from "../../../src/ledger/anchors.ts";

const HASH = "ab".repeat(32);
const OTHER = "cd".repeat(32);
const checkpoint = { n: 1, seq: 3, hash: HASH, at: "2026-11-23T10:00:00Z", signature: "s" };

it.each<[string, string, object]>([
  ["a hash", HASH, { hashes: [HASH] }],
  ["a hash in capitals", ` ${HASH.toUpperCase()}\r\n`, { hashes: [HASH] }],
  [
    "what a check printed",
    `The ledger is whole: 3 entries, head ${HASH}. It has`,
    { hashes: [HASH] },
  ],
  ["a checkpoint", JSON.stringify(checkpoint), { checkpoints: [checkpoint] }],
  [
    "a line of the log",
    JSON.stringify({ level: 30, checkpoint, msg: "the ledger was signed" }),
    { checkpoints: [checkpoint] },
  ],
  [
    "exported entries",
    `{"seq":3,"hash":"${HASH}"}\n{"seq":4,"hash":"${OTHER}"}\n`,
    { hashes: [HASH, OTHER] },
  ],
  [
    "a whole log",
    `{"msg":"listening"}\nnot json\n${JSON.stringify({ checkpoint })}\n{"checkp`,
    { checkpoints: [checkpoint] },
  ],
])("%s is read", (_, text, read) => {
  expect(readAnchors(text)).toEqual({ checkpoints: [], hashes: [], ...read });
});

it.each(["", "\n\n", "null", "[]", `{"hash":"${HASH.slice(1)}"}`, `${HASH}ab`, `{"hash":"`])(
  "nothing is read of %j",
  (text) => {
    expect(isNothing(readAnchors(text))).toBe(true);
  },
);
