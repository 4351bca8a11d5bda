/** How a company's own history is to be read: which column is what, which words mean what, how dates are written. */
import { z } from "zod";
import { createIssueWords } from "../domain/issue-words.ts";
import { readYaml, type TextFault } from "../domain/read-yaml.ts";
import { isZone, zoneId } from "../domain/time.ts";
import { PATTERN_HELP, readerOf } from "./date-pattern.ts";
import { FORMATS, NEEDS_CONSENT, STAGE_KINDS } from "./features.ts";
import { protectedTraitIn } from "./protected-traits.ts";

const header = z.string().min(1).max(200);
const words = z.array(z.string().max(200)).min(1).max(200);

const Columns = z.strictObject({
  interview: header.optional().describe("An id: tells rows that are the same interview"),
  startsAt: header.describe("When it was to start"),
  outcome: header.describe("What came of it"),
  bookedAt: header.optional().describe("When it was booked"),
  candidateZone: header.optional().describe("The candidate's IANA zone"),
  consent: header.optional().describe("Whether the candidate agreed to pageOpened and chatUsed"),
  confirmed: header.optional(),
  pageOpened: header.optional(),
  chatUsed: header.optional(),
  reschedules: header.optional(),
  stage: header.optional(),
  format: header.optional(),
  attendedBefore: header.optional(),
  missedBefore: header.optional(),
});

/** What a column may be. */
export type ColumnRole = keyof z.infer<typeof Columns>;

/** Each column that a map names, by what it is. */
export const namedColumns = ({ columns }: HistoryMap): [role: ColumnRole, name: string][] =>
  Columns.keyof().options.flatMap((role): [ColumnRole, string][] => {
    const name = columns[role];
    return name === undefined ? [] : [[role, name]];
  });

/** The columns that hold yes or no. */
export const YES_NO = ["consent", "confirmed", "pageOpened", "chatUsed"] as const;

const wordsOf = <Name extends string>(names: readonly Name[]) =>
  z.partialRecord(z.enum(names), words);

export const HistoryMap = z.strictObject({
  zone: z
    .string()
    .refine(
      (zone) => zone === "candidate" || isZone(zone),
      "must be an IANA time zone such as Europe/Lisbon, or candidate",
    )
    .describe("Of times without an offset; candidate: each in its row's candidateZone"),
  candidateZone: zoneId.optional().describe("Of all candidates, where no column tells it"),
  delimiter: z.enum([",", ";", "|", "tab"]).optional().describe("Told by the header when absent"),
  encoding: z.enum(["utf-8", "windows-1252"]).optional(),
  dates: z
    .array(z.string().refine((pattern) => readerOf(pattern) !== null, PATTERN_HELP))
    .min(1)
    .max(20),
  columns: Columns,
  words: z.strictObject({
    outcome: z.strictObject({
      attended: words,
      missed: words,
      notCounted: words.optional().describe("Called off or moved in time: neither came nor missed"),
    }),
    yes: words.optional(),
    no: words.optional(),
    unknown: words.optional().describe("Not known, in any column; an empty cell is so anyway"),
    stage: wordsOf(STAGE_KINDS).optional(),
    format: wordsOf(FORMATS).optional(),
  }),
});
export type HistoryMap = z.infer<typeof HistoryMap>;

const inWords = createIssueWords({ whole: "a map", schema: HistoryMap });

/** The map of a text, or every fault of it with its line. */
export const parseHistoryMap = (text: string): { map: HistoryMap } | { faults: TextFault[] } => {
  const read = readYaml(text, { schema: HistoryMap, whole: "the map", inWords: issueInWords });
  if ("faults" in read) return read;
  const faults = looseFaults(read.value).map(({ path, message }) => ({
    line: read.lineOf(path),
    message: `${path.join(" › ")}: ${message}`,
  }));
  return faults.length > 0 ? { faults } : { map: read.value };
};

/** Of a key that is a protected trait it is said so, and not that it is misspelt. */
const issueInWords = (issue: z.core.$ZodIssue): string => {
  if (issue.code !== "unrecognized_keys") return inWords(issue);
  const traits = issue.keys.flatMap(refusalOf);
  if (traits.length > 0) return traits.join(" ");
  const kinds = MEANINGS[String(issue.path.at(-1))];
  return kinds === undefined ? inWords(issue) : `its keys must be of ${kinds.join(", ")}`;
};

/** Lists of words that mean one of a closed list. */
const MEANINGS: Record<string, readonly string[]> = { stage: STAGE_KINDS, format: FORMATS };

const refusalOf = (name: string): string[] => {
  const trait = protectedTraitIn(name);
  return trait === null
    ? []
    : [`"${name}" speaks of ${trait}, which no risk may look at. Leave it out.`];
};

interface Loose {
  path: string[];
  message: string;
}

/** What the schema cannot say. */
const looseFaults = (map: HistoryMap): Loose[] => [
  ...namedColumns(map).flatMap(([role, name]) =>
    refusalOf(name).map((message) => ({ path: ["columns", role], message })),
  ),
  ...columnsTwice(map),
  ...wordsTwice(map),
  ...missingWords(map),
  ...consentFaults(map),
  ...(map.zone === "candidate" && map.columns.candidateZone === undefined
    ? [{ path: ["zone"], message: "is candidate, so columns needs a candidateZone" }]
    : []),
];

const columnsTwice = (map: HistoryMap): Loose[] => {
  const seen = new Map<string, string>();
  return namedColumns(map).flatMap(([role, name]) => {
    const other = seen.get(name);
    seen.set(name, role);
    return other === undefined
      ? []
      : [{ path: ["columns", role], message: `"${name}" is ${other} already` }];
  });
};

const consentFaults = ({ columns }: HistoryMap): Loose[] =>
  columns.consent !== undefined
    ? []
    : NEEDS_CONSENT.filter((role) => role in columns).map((role) => ({
        path: ["columns", role],
        message:
          "counts with the candidate's consent alone: name the column that tells it as consent, or leave this one out",
      }));

const missingWords = ({ columns, words: said }: HistoryMap): Loose[] => {
  const needs = (role: ColumnRole, list: "yes" | "no" | "stage" | "format"): Loose[] =>
    role in columns && said[list] === undefined
      ? [{ path: ["words"], message: `${list} is missing: columns names ${role}` }]
      : [];
  return [
    ...YES_NO.flatMap((role) => [...needs(role, "yes"), ...needs(role, "no")]).slice(0, 2),
    ...needs("stage", "stage"),
    ...needs("format", "format"),
  ];
};

/** One word must not mean two things. */
const wordsTwice = ({ words: said }: HistoryMap): Loose[] => {
  const unknown = said.unknown ?? [];
  const groups: [name: string, lists: Record<string, readonly string[] | undefined>][] = [
    ["outcome", { ...said.outcome, unknown }],
    ["yes and no", { yes: said.yes, no: said.no, unknown }],
    ["stage", { ...said.stage, unknown }],
    ["format", { ...said.format, unknown }],
  ];
  return groups.flatMap(([name, lists]) => {
    const seen = new Map<string, string>();
    return Object.entries(lists).flatMap(([list, entries = []]) =>
      entries.flatMap((entry) => {
        const other = seen.get(foldWord(entry));
        seen.set(foldWord(entry), list);
        if (other === undefined || other === list) return [];
        const path = name === "yes and no" ? ["words", list] : ["words", name, list];
        return [{ path, message: `"${entry}" means ${other} already` }];
      }),
    );
  });
};

/** Case, spaces around and between do not count. */
export const foldWord = (word: string): string =>
  word.normalize("NFKC").trim().replace(/\s+/gu, " ").toLowerCase();
