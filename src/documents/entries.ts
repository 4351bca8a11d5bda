/** Dated entries of a resume: who employed or taught, as what, and when. What cannot be told is null, not guessed. */
import WORDS from "./title-words.json" with { type: "json" };
import { type DateRange, readRanges } from "./date-ranges.ts";
import { plainLetters } from "./month-names.ts";
import type { Entry, Section } from "./shape.ts";
import { type Line, type Place, linesIn } from "./spans.ts";

const TITLE_WORDS = new Set(WORDS.titles.split(" "));
const EMPLOYER_WORDS = new Set(WORDS.employers.split(" "));
const JOINED = new RegExp(`\\s(?:${WORDS.joined})\\s|\\s?@\\s?`, "i");
const BULLET = /^\s*(?:[•·▪◦●■*–—-]|\d+[.)])\s/;
const LONGEST_HEAD = 110;
const MOST = 200;

/** Words of titles that say that somebody learns. */
const LEARNING = new Set(["student", "studentin", "fellow", "etudiant", "etudiante", "estudiante"]);
const SCHOOL =
  /\b(?:universit\w*|uniwersytet|politechnika|college|(?:high |grammar )?school|hochschule|fachhochschule|gymnasium|realschule|politecnico|polytechnic|faculty|akademie|lycee|ecole|instituto superior)\b/;
const DEGREE =
  /\b(?:b\.? ?sc|m\.? ?sc|b\.? ?eng|m\.? ?eng|ph\.? ?d|mba|bachelor\w*|master(?:'s| of| in|s degree)|diplom(?:a|e)?|degree|abitur|a-levels?|gcses?|licence|licenciatura|laurea|matura|baccalaureat\w*|undergraduate|studied|studium|studies|student of)\b/;

/** Entries of the sections about work and schooling, in order. A school is one wherever it stands. Where no section is about
 * work, what has no heading of its own and is told with the title of a job is. */
export const findEntries = (text: string, sections: readonly Section[], place: Place): Entry[] => {
  const hasWork = sections.some(({ kind }) => kind === "experience");
  return sections
    .flatMap((section) => {
      if (section.kind === "education") return entriesOf(text, section, { kind: "school", place });
      const isWork = section.kind === "experience" || (!hasWork && section.title === "");
      const isHeaded = section.kind === "experience";
      return isWork
        ? entriesOf(text, section, { kind: "job", place }).map((entry) => ({
            ...entry,
            kind: kindOf(entry, { isHeaded, head: text.slice(...headSpan(text, entry)) }),
          }))
        : [];
    })
    .slice(0, MOST);
};

const HEAD_LINES = 3;

/** Its first lines, as far as they belong to it. */
const headSpan = (text: string, { span }: Entry): [number, number] => {
  const lines = linesIn(text, span.start, span.end).slice(0, HEAD_LINES);
  const bullet = lines.findIndex(
    (line, at) => at > 0 && (BULLET.test(line.text) || line.text === ""),
  );
  return [
    span.start,
    (lines[bullet === -1 ? lines.length - 1 : bullet - 1] ?? lines[0])?.end ?? span.end,
  ];
};

/** Schooling under a heading about work, or under none that is known, is no experience. */
const kindOf = (
  { title }: Entry,
  { isHeaded, head }: { isHeaded: boolean; head: string },
): Entry["kind"] => {
  const words = plainLetters(head);
  const isWork = wordsOf(head).some((word) => TITLE_WORDS.has(word) && !LEARNING.has(word));
  if (!isWork && (SCHOOL.test(words) || DEGREE.test(words))) return "school";
  const isTitled = title !== null && isTitle(title);
  return isHeaded || isTitled ? "job" : "other";
};

interface Dated {
  kind: Entry["kind"];
  range: DateRange;
  at: number;
}

const entriesOf = (
  text: string,
  { span, title }: Section,
  { kind, place }: { kind: Entry["kind"]; place: Place },
): Entry[] => {
  const lines = linesIn(text, span.start, span.end).slice(title === "" ? 0 : 1);
  const dated: Dated[] = lines.flatMap((line, at) => {
    if (line.text.length > 300) return [];
    const [range] = readRanges(line.text, { singles: kind === "school" });
    return range && !isSentence(line, range) ? [{ kind, range, at }] : [];
  });
  const heads = dated.map((one, index) => headOf(lines, one, dated[index - 1]?.at ?? -1));
  return dated.map(({ range }, index) => {
    const head = heads[index];
    const end = heads[index + 1]?.start ?? span.end;
    return {
      kind,
      ...namesOf(head?.parts ?? [], kind),
      from: range.from,
      to: range.to,
      span: place(head?.start ?? span.start, end),
    };
  });
};

/** A date in the middle of what somebody tells begins nothing. */
const isSentence = ({ text }: Line, { start, end }: DateRange): boolean =>
  (BULLET.test(text) && text.length > 80) || text.length - (end - start) > LONGEST_HEAD;

interface Head {
  start: number;
  parts: string[];
}

/** What stands beside the dates; else above them, else below. */
const headOf = (lines: readonly Line[], { kind, range, at }: Dated, before: number): Head => {
  const own = lines[at];
  if (!own) return { start: 0, parts: [] };
  const split = (text: string): string[] => partsOf(text, kind);
  const beside = split(`${own.text.slice(0, range.start)}\t${own.text.slice(range.end)}`);
  const above: Line[] = [];
  for (let index = at - 1; index > before && above.length < 2; index -= 1) {
    const line = lines[index];
    if (!line || !isHeadLine(line)) break;
    above.unshift(line);
  }
  // Lines that belong to the entry before are told by an empty line between, or by being its only head.
  const isApart = above.length > 0 && (lines[at - above.length - 1]?.text.trim() ?? "") === "";
  const taken = beside.length === 0 || isApart ? above : [];
  const start = taken[0]?.start ?? own.start;
  const named = [...taken.flatMap(({ text }) => split(text)), ...beside];
  if (named.length >= 2) return { start, parts: named };
  const below = lines.slice(at + 1, at + 3).findIndex((line) => !isHeadLine(line));
  const next = lines.slice(at + 1, at + 1 + (below === -1 ? 2 : below));
  return { start, parts: [...named, ...next.flatMap(({ text }) => split(text))] };
};

const isHeadLine = ({ text }: Line): boolean =>
  text.trim() !== "" &&
  text.length <= LONGEST_HEAD &&
  !BULLET.test(text) &&
  !/[.;:]\s*$/.test(text) &&
  readRanges(text).length === 0;

/** Words that join a title and its employer are part of the names of schools. */
const partsOf = (text: string, kind: Entry["kind"]): string[] =>
  text
    .split(/\t|\s[|·•–—-]\s|\s{3,}/)
    .flatMap((part) => (kind === "job" ? part.split(JOINED) : [part]))
    .flatMap((part) => splitComma(part))
    .map((part) => part.replaceAll(/^[\s,;:()|–—·•-]+|[\s,;:(|–—·•-]+$/g, "").trim())
    .filter((part) => /\p{L}/u.test(part) && part.length <= LONGEST_HEAD);

/** "Engineer, Acme GmbH, Berlin", but not "Acme, Inc." */
const splitComma = (part: string): string[] => part.split(/,\s+(?!(?:inc|llc|ltd|s\.|gmbh|co)\b)/i);

const wordsOf = (part: string): string[] =>
  plainLetters(part)
    .match(/\p{L}+/gu)
    ?.map((word) => word) ?? [];

const isTitle = (part: string): boolean => wordsOf(part).some((word) => TITLE_WORDS.has(word));
const isEmployer = (part: string): boolean =>
  wordsOf(part.replaceAll(".", "")).some((word) => EMPLOYER_WORDS.has(word));

const namesOf = (parts: string[], kind: Entry["kind"]): Pick<Entry, "employer" | "title"> => {
  if (kind === "school") {
    const school = parts.find(isEmployer) ?? null;
    const degree = parts.find((part) => part !== school) ?? null;
    return { employer: school, title: degree };
  }
  const title =
    parts.find((part) => isTitle(part) && !isEmployer(part)) ?? parts.find(isTitle) ?? null;
  const others = parts.filter((part) => part !== title);
  const employer = others.find(isEmployer) ?? others[0] ?? null;
  return { employer, title };
};
