/** `convene document`: what was understood of a file, and what was found in it. */
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { LIMITS } from "../documents/limits.ts";
import { createDocumentReader } from "../documents/read-document.ts";
import type { Entry, ReadDocument, Span } from "../documents/shape.ts";
import { cleanLine } from "../domain/quoted.ts";
import { unreadableFile } from "./unreadable-file.ts";

/** Prints it. Errors: `input_invalid` for a file that cannot be read. */
export const runDocument = async (path: string, { json }: { json?: boolean }): Promise<void> => {
  const bytes = bytesOf(path);
  await using reader = createDocumentReader();
  const document = await reader.readDocument({ bytes, name: basename(path) });
  console.log(json === true ? JSON.stringify(document) : documentLines(document).join("\n"));
};

/** Of what is too large, one byte more than is read says as much. */
const bytesOf = (path: string): Uint8Array => {
  try {
    return statSync(path).size > LIMITS.bytes
      ? new Uint8Array(LIMITS.bytes + 1)
      : readFileSync(path);
  } catch (thrown) {
    throw unreadableFile(thrown, path);
  }
};

/** The document in lines for a person. What somebody else wrote is cleaned: nothing in it may steer a terminal. */
export const documentLines = (document: ReadDocument): string[] => {
  const { kind, language, pages, text, sections, entries, skills, links, findings } = document;
  const list = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`)];
  return [
    `Kind: ${kind}`,
    `Language: ${language ?? "not told"}`,
    ...(pages > 0 ? [`Pages: ${pages}`] : []),
    `Text: ${text.length} characters`,
    ...list(
      "Findings",
      findings.map(
        ({ code, says, span }) => `${code}: ${says}${span ? ` (${whereOf(span)})` : ""}`,
      ),
    ),
    ...list(
      "Sections",
      sections.map(({ kind: of, title, span }) =>
        [of, cleanLine(title, 60), whereOf(span)].filter((part) => part !== "").join(", "),
      ),
    ),
    ...list("Entries", entries.map(entryLine)),
    ...list(
      "Skills",
      skills.map(({ skill, spans }) => `${skill} (${spans.length})`),
    ),
    ...list(
      "Links",
      links.map(({ kind: of, url }) => `${of}: ${cleanLine(url, 120)}`),
    ),
  ];
};

const whereOf = ({ start, end, page }: Span): string =>
  `${page === null ? "" : `page ${page}, `}${start} to ${end}`;

const entryLine = ({ kind, employer, title, from, to, span }: Entry): string => {
  const names = [title, employer].map((name) => (name === null ? "?" : cleanLine(name, 80)));
  return `${kind}: ${names.join(" at ")}, ${momentWords(from)} to ${momentWords(to)} (${whereOf(span)})`;
};

const momentWords = (moment: Entry["to"]): string => {
  if (moment === null) return "?";
  if (moment === "present") return "now";
  const { year, month } = moment;
  return month === null ? String(year) : `${year}-${String(month).padStart(2, "0")}`;
};
