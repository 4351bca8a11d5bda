/** When a document says that it was written: what goes on in it went on then, and nobody knows about today. */
import { readRanges } from "./date-ranges.ts";
import { plainLetters } from "./month-names.ts";
import { monthsOf } from "./overlaps.ts";
import type { Entry, Moment, ReadDocument } from "./shape.ts";
import { linesIn } from "./spans.ts";

const LABEL =
  /^[\s\p{P}]*(?:(?:this |my )?(?:cv|resume|profile|lebenslauf)[\s:,-]+)?(?:last (?:updated?|revised|modified|change[ds]?)|updated|revised|as of|status|stand|letzte (?:anderung|aktualisierung)|zuletzt aktualisiert|aktualisiert|mis a jour|mise a jour|derniere mise a jour|actualizado|ultima actualizacion|atualizado|aggiornato|bijgewerkt|laatst bijgewerkt|aktualizacja)(?![\p{L}])/iu;
const LONGEST = 70;

/** The month that it names, or the last of its year; null when it names none that is over. */
export const lastUpdated = (text: string, today: Temporal.PlainDate): Moment | null => {
  for (const line of linesIn(text)) {
    if (line.text.length > LONGEST || !LABEL.test(plainLetters(line.text))) continue;
    const [range] = readRanges(line.text, { singles: true });
    const moment = range?.from;
    if (!moment) continue;
    const month = moment.month ?? 12;
    const isOver = moment.year * 12 + month < today.year * 12 + today.month;
    if (isOver) return { year: moment.year, month };
  }
  return null;
};

/** Its entries: what goes on ends when the document was last updated, if it says so. */
export const settledEntries = (
  { entries, text }: Pick<ReadDocument, "entries" | "text">,
  today: Temporal.PlainDate,
): (Entry & { isSettled: boolean })[] => {
  const written = lastUpdated(text, today);
  return entries.map((entry) => {
    const settled = { ...entry, to: written };
    const isSettled = entry.to === "present" && monthsOf(settled, today) !== null;
    return isSettled ? { ...settled, isSettled } : { ...entry, isSettled: false };
  });
};

/** Whether a job ends, as it is written, after today. */
export const endsInFuture = ({ kind, to }: Entry, today: Temporal.PlainDate): boolean =>
  kind === "job" &&
  to !== null &&
  to !== "present" &&
  (to.year > today.year || (to.year === today.year && to.month !== null && to.month > today.month));
