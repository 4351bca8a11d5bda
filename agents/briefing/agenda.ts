/** The agenda of an interview, as far as it asks nothing that must not be asked. */
import { screenFor } from "./bench.ts";
import type { BriefMaterial } from "./material.ts";
import { sentencesIn } from "./sentences.ts";

/** Its sentences that may stand, and how many may not. */
export const agendaOf = (
  agenda: string,
  material: BriefMaterial,
): { text: string; gone: number } => {
  const screen = screenFor(material);
  const all = sentencesIn(agenda);
  const gone = all.filter(({ text }) => screen(text, "agenda") !== null);
  const text = gone
    .toReversed()
    .reduce((left, { start, end }) => `${left.slice(0, start)}${left.slice(end)}`, agenda)
    .replaceAll(/[^\S\n]{2,}/g, " ")
    .trim();
  return { text: gone.length === 0 ? agenda : text, gone: gone.length };
};

/** What the brief says of it. */
export const agendaLine = (gone: number): string =>
  `Interview plan: ${gone === 1 ? "one sentence" : `${gone} sentences`} of the agenda that an interview must not rest on, left out.`;
