/** Characters without a shape, which carry what people do not see: zero-width, bidirectional, tag and control characters. */
import { cleanText } from "../domain/quoted.ts";
import { finding } from "./findings.ts";
import type { RawDocument } from "./raw.ts";
import { LIMITS } from "./limits.ts";

/** Long rows of combining marks take seconds to bring to one form: more of them than any script needs go first. */
const PILES = /(\p{M}{4})\p{M}+/gu;
/** Soft hyphens and joiners stand in honest documents too: they go, and nobody is told. */
const HONEST = /\u00AD|\u200C|\u200D|\uFEFF/g;

/** Letters that fonts join into one sign: "Proﬁle" is a heading all the same. */
const LIGATURES = /[\uFB00-\uFB06]/g;

/** The document without such characters, cut to what is read. The page starts follow. */
export const toVisible = (raw: RawDocument): RawDocument => {
  const bounds = [...raw.pageStarts, raw.text.length];
  const begin = bounds[0] ?? 0;
  const pieces = raw.pageStarts.length === 0 ? [raw.text] : [raw.text.slice(0, begin)];
  for (const [index, start] of raw.pageStarts.entries()) {
    pieces.push(raw.text.slice(start, bounds[index + 1]));
  }
  let taken = 0;
  let text = "";
  const starts: number[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) starts.push(text.length);
    const plain = piece
      .replaceAll("\u00A0", " ")
      .replaceAll(HONEST, "")
      .replaceAll(PILES, "$1")
      .replaceAll(LIGATURES, (joined) => joined.normalize("NFKC"));
    const clean = cleanText(plain);
    taken += Math.max(0, plain.normalize("NFC").length - clean.length);
    text += clean;
  }
  const left = Math.max(0, text.length - LIMITS.characters);
  return {
    ...raw,
    text: left === 0 ? text : text.slice(0, LIMITS.characters).toWellFormed(),
    pageStarts: starts,
    findings: [
      ...raw.findings,
      ...(taken > 0 ? [finding("invisible_characters", { count: taken })] : []),
      ...(left > 0 ? [finding("text_cut", { count: left })] : []),
    ],
  };
};
