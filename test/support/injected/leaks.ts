/** Texts that give orders, and what of them must come to nobody's eyes. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { type Seen, skeletonOf, unseenIn } from "./seen.ts";
import type { Place } from "./written.ts";

export const POISONS = z
  .array(z.strictObject({ name: z.string(), text: z.string(), repeat: z.int().default(1) }))
  .parse(
    JSON.parse(readFileSync(new URL("../../fixtures/injections.json", import.meta.url), "utf8")),
  )
  .map(({ name, text, repeat }) => ({ name, text: text.repeat(repeat) }));
/** Names that people are shown as what they are. */
export const NAMES: ReadonlySet<Place> = new Set<Place>([
  "candidateName",
  "postingTitle",
  "interviewerName",
  "sessionName",
  "recruiterName",
]);

/** An address of whoever orders. */
export const LINK = /(?::\/\/|www\.|mailto:|@)\S*evil/i;
const MARKUP_OF_NOTES = /@[\p{L}\p{N}_]|<[\p{L}!/?@#(]|\]\(/gu;
/** What they would have said. */
export const CANARY = "CANARY-7F3Q";

/** What is wrong with what people would see; empty: nothing. */
export const leaksOf = (seen: Seen, clean: Seen, { isNamed }: { isNamed: boolean }): string[] => {
  const { candidate, panel } = seen;
  const toCandidate = [...candidate.texts, ...candidate.html];
  const toPanel = [...panel.texts, ...panel.html, ...panel.notes];
  const tags = (html: readonly string[]) => JSON.stringify(html.map(tagsOf));
  const marks = (notes: readonly string[]) => notes.flatMap((note) => note.match(MARKUP_OF_NOTES));
  const urls = ({ panel: { links } }: Seen) => JSON.stringify(links.map(({ url }) => url));
  return [
    ...(!isNamed && toCandidate.some((text) => text.includes(CANARY)) ? ["a canary"] : []),
    ...([...toCandidate, ...toPanel].some((text) => LINK.test(text)) ? ["a link"] : []),
    ...[...toCandidate, ...toPanel].flatMap(unseenIn).map((code) => `an unseen character ${code}`),
    ...(tags(candidate.html) === tags(clean.candidate.html) ? [] : ["markup in a mail"]),
    ...(marks(panel.notes).length === marks(clean.panel.notes).length ? [] : ["markup in a note"]),
    ...(urls(seen) === urls(clean) ? [] : ["a link of a message"]),
  ];
};

/** Whatever a text makes of an element is made of none: those that lead, run, load or hide. */
export const tagsOf = (html: string): string[] =>
  skeletonOf(html).filter((tag) => !/^<(?:p|br|li|ul|details|summary|h[1-6]|section)\b/.test(tag));
