/** Dated entries of a resume: who employed or taught, as what, and when. What cannot be told is null, not guessed. */
import { type DateRange, continuedRange, likeRange, readRanges } from "./date-ranges.ts";
import {
  BULLET,
  type Dated,
  type Head,
  LONGEST_HEAD,
  type Layout,
  headOf,
  isSpaced,
  layoutOf,
} from "./entry-heads.ts";
import { isEmployer, isTitle, namesOf, partsOf, wordsOf } from "./entry-names.ts";
import { finding } from "./findings.ts";
import { plainLetters } from "./month-names.ts";
import type { Entry, Finding, Section } from "./shape.ts";
import { type Line, type Place, linesIn } from "./spans.ts";

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
      if (section.kind === "education") {
        return entriesOf(text, section, { kind: "school", place }).map(({ entry }) => entry);
      }
      const isWork = section.kind === "experience" || (!hasWork && section.title === "");
      const isHeaded = section.kind === "experience";
      return isWork
        ? entriesOf(text, section, { kind: "job", place }).map(({ head, entry }) => ({
            ...entry,
            kind: kindOf(entry, { isHeaded, head }),
          }))
        : [];
    })
    .slice(0, MOST);
};

/** What of the jobs could not be read: where they were, and when. */
export const findingsOfEntries = (entries: readonly Entry[]): Finding[] => {
  const jobs = entries.filter(({ kind }) => kind === "job");
  const told = (code: "employer_not_read" | "dates_not_read", those: readonly Entry[]): Finding[] =>
    those[0] ? [finding(code, { count: those.length, span: those[0].span })] : [];
  return [
    ...told(
      "employer_not_read",
      jobs.filter(({ employer }) => employer === null),
    ),
    ...told(
      "dates_not_read",
      jobs.filter(({ from, to }) => from === null && to === null),
    ),
  ];
};

/** Schooling under a heading about work, or under none that is known, is no experience. */
const kindOf = (
  { title }: Entry,
  { isHeaded, head }: { isHeaded: boolean; head: string },
): Entry["kind"] => {
  const words = plainLetters(head);
  const isWork = wordsOf(head).some((word) => isTitle(word) && !LEARNING.has(word));
  if (!isWork && (SCHOOL.test(words) || DEGREE.test(words))) return "school";
  const isTitled = title !== null && isTitle(title);
  return isHeaded || isTitled ? "job" : "other";
};

interface Told extends Dated {
  range: Pick<DateRange, "start" | "end" | "from" | "to">;
  /** It looks like a span of time and is none that can be read. */
  isUnread: boolean;
}

const entriesOf = (
  text: string,
  { span, title }: Section,
  { kind, place }: { kind: Entry["kind"]; place: Place },
): { entry: Entry; head: string }[] => {
  const all = linesIn(text, span.start, span.end).slice(title === "" ? 0 : 1);
  const spaced = isSpaced(all);
  const lines = spaced ? all.filter((line) => line.text.trim() !== "") : all;
  const dates = lines.flatMap((_, at) => toldIn(lines, at, kind) ?? []).slice(0, MOST);
  const layout = layoutOf(lines, { first: dates[0], spaced, isHeaded: title !== "" });
  const named = withNames(layout, dates);
  return named.map(({ told, head, names }, index) => {
    const end = named[index + 1]?.head.start ?? span.end;
    const { from, to } = told.range;
    const entry = { kind, ...names, from, to, span: place(head.start, end) };
    return { entry, head: headText(lines, head.from) };
  });
};

interface Named {
  told: Told;
  head: Head;
  names: Pick<Entry, "employer" | "title">;
}

/** Jobs with their names. Several at one employer that is named once have it all, until another is named. */
const withNames = (layout: Layout, dates: readonly Told[]): Named[] => {
  let group: string | null = null;
  let before = -1;
  const all: Named[] = [];
  for (const told of dates) {
    const head = headOf(layout, told, before);
    const own = namesOf(head.parts, told.kind);
    const names = inGroup(own, head, group);
    group = head.group ?? (names.employer === group ? group : null);
    before = told.at;
    // Figures with a dash may be anything: beside no name, and not by themselves, they are no dates.
    const line = layout.lines[told.at]?.text.trim() ?? "";
    const isAlone = line.length === told.range.end - told.range.start;
    if (told.isUnread && !isAlone && names.employer === null && names.title === null) continue;
    all.push({ told, head, names });
  }
  return all;
};

const inGroup = (
  own: Named["names"],
  { group: named, isSure, parts }: Head,
  group: string | null,
): Named["names"] => {
  const alone = parts.find(({ text }) => text !== named)?.text ?? null;
  if (named !== null) return { employer: named, title: own.title === named ? alone : own.title };
  if (group === null || (own.employer !== null && (isSure || isEmployer(own.employer)))) return own;
  const title = own.title ?? (parts.length === 1 ? alone : null);
  // A line above the title may be the next employer, or the last of what was told of the job before.
  return { title, employer: own.employer === null ? group : null };
};

/** The dates of an entry, if this line has some. */
const toldIn = (lines: readonly Line[], at: number, kind: Entry["kind"]): Told | null => {
  const line = lines[at];
  if (!line || line.text.length > 300) return null;
  const [found] = readRanges(line.text, { singles: kind === "school" });
  const next = lines[at + 1]?.text ?? "";
  const range = (found && continuedRange(found, next)) ?? found ?? yearOf(line, kind);
  if (range) return isSentence(line, range) ? null : { kind, range, at, isUnread: false };
  const like = BULLET.test(line.text) ? null : likeRange(line.text);
  if (!like || isSentence(line, like)) return null;
  return { kind, range: { ...like, from: null, to: null }, at, isUnread: true };
};

/** A lone date at the end of a line, or at its beginning, with a title and an employer: "Acme, Developer, 2001". */
const yearOf = ({ text }: Line, kind: Entry["kind"]): DateRange | null => {
  const [range] = readRanges(text, { singles: true });
  if (!range || kind !== "job" || BULLET.test(text) || text.length > LONGEST_HEAD) return null;
  const [before, after] = [text.slice(0, range.start), text.slice(range.end)];
  const isAtEdge = /^[\s([]*$/.test(before) || /^[\s)\].,]*$/.test(after);
  if (!isAtEdge || likeRange(text)) return null;
  const parts = partsOf(`${before}\t${after}`, { kind, isSure: true });
  const { employer, title } = namesOf(parts, kind);
  return employer !== null && title !== null && isTitle(title) ? range : null;
};

/** A date in the middle of what somebody tells begins nothing. */
const isSentence = ({ text }: Line, { start, end }: Pick<DateRange, "start" | "end">): boolean =>
  (BULLET.test(text) && text.length > 80) || text.length - (end - start) > LONGEST_HEAD;

const HEAD_LINES = 3;

/** The first lines of an entry, as far as they belong to its head. */
const headText = (lines: readonly Line[], from: number): string => {
  const first = lines.slice(from, from + HEAD_LINES).map(({ text }) => text);
  const end = first.findIndex((text, at) => at > 0 && (BULLET.test(text) || text === ""));
  return first.slice(0, end === -1 ? HEAD_LINES : end).join("\n");
};
