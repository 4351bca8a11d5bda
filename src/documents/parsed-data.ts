/** Lever's own reading of a resume as a document. Source: Lever API v1, resumes. */
import { z } from "zod";
import { finding } from "./findings.ts";
import { unread } from "./raw.ts";
import type { Entry, Moment, ReadDocument } from "./shape.ts";
import { understandText, withUnread } from "./understand.ts";
import { toVisible } from "./visible-text.ts";

const LONGEST = 5_000;
const MOST = 200;

const text = z
  .string()
  .nullish()
  .catch(null)
  .transform((value) =>
    (value ?? "")
      .slice(0, LONGEST)
      .replaceAll(/\s*\n\s*/g, "\n")
      .trim(),
  );
const number = z.number().nullish().catch(null);
const date = z
  .object({ year: number, month: number })
  .nullish()
  .catch(null)
  .transform((value): Moment | null => {
    const { year, month } = value ?? {};
    if (year == null || !Number.isInteger(year) || year < 1900 || year > 2200) return null;
    const isMonth = month != null && Number.isInteger(month) && month >= 1 && month <= 12;
    return { year, month: isMonth ? month : null };
  });
const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(z.unknown())
    .nullish()
    .catch(null)
    .transform((items) =>
      (items ?? []).slice(0, MOST).flatMap((one) => {
        const parsed = item.safeParse(one);
        return parsed.success ? [parsed.data] : [];
      }),
    );

const ParsedData = z.object({
  positions: listOf(
    z.object({ org: text, title: text, summary: text, location: text, start: date, end: date }),
  ),
  schools: listOf(
    z.object({ org: text, degree: text, field: text, summary: text, start: date, end: date }),
  ),
});

/** Names and titles alone tell no language. */
const noGuess = (): null => null;

type Named = Omit<Entry, "span"> & { lines: string[] };

/** Lever's parsed data as a document: its text is composed of what is there. Never throws. */
export const readParsedData = (json: unknown): ReadDocument => {
  const parsed = ParsedData.safeParse(json);
  if (!parsed.success) return understandText(unread("parsed", [finding("broken")]), noGuess);
  const { positions, schools } = parsed.data;
  const jobs = positions.map(({ org, title, summary, location, start, end }): Named => ({
    kind: "job",
    employer: org || null,
    title: title || null,
    from: start,
    to: end ?? (start ? "present" : null),
    lines: [[title, org, location].filter((part) => part !== "").join("\t"), summary],
  }));
  const studies = schools.map(({ org, degree, field, summary, start, end }): Named => ({
    kind: "school",
    employer: org || null,
    title: [degree, field].filter((part) => part !== "").join(", ") || null,
    from: start,
    to: end,
    lines: [[degree, field, org].filter((part) => part !== "").join("\t"), summary],
  }));
  return compose([...jobs, ...studies]);
};

const compose = (named: readonly Named[]): ReadDocument => {
  const blocks = named.map(({ lines }) => lines.filter((line) => line !== "").join("\n"));
  const document = understandText(
    {
      kind: "parsed",
      text: blocks.join("\n\n"),
      pageStarts: [],
      urls: [],
      findings: [],
    },
    noGuess,
  );
  // Invisible characters are gone by now: each block is looked for from where the one before ended.
  let from = 0;
  const entries = named.map(({ lines: _lines, ...entry }, index): Entry => {
    const block = understandable(blocks[index] ?? "");
    const at = document.text.indexOf(block, from);
    const start = at === -1 ? from : at;
    from = Math.min(document.text.length, start + block.length);
    return {
      ...entry,
      employer: entry.employer && understandable(entry.employer),
      title: entry.title && understandable(entry.title),
      span: { start, end: from, page: null },
    };
  });
  return withUnread({ ...document, sections: [], entries });
};

const understandable = (given: string): string =>
  toVisible({ kind: "parsed", text: given, pageStarts: [], urls: [], findings: [] }).text;
