/** Reads sentences and compares with what their writers mean. A meaning is written in pieces with `;` between: the wish when it is more
 * than to say when, `+` can be and `-` cannot be with days, hours and zone as `meaning.ts` reads them, `of` whose session, `with`,
 * `without`, `shift`, `long` in minutes, `soonest`. `ask`: it has several readings, so nobody may be sure. */
import type {
  Constraints,
  Person,
  Rule,
} from "../../../../../src/language/constraints/constraints.ts";
import { windowsOf } from "../../../../../src/language/constraints/windows.ts";
import { lines, read, ZONE } from "../read.ts";
import { ruleOfLine } from "./meaning.ts";

/** Who is known where the sentences are read. */
export const CORPUS_NAMES = [
  "Ines Duarte",
  "Jonas Weber",
  "Priya Nair",
  "Kenji Sato",
  "Grace Hopper",
  "Will Turner",
  "May Chen",
];

/** `right`: understood, nothing to ask. `misread`: something else is understood, and nothing asked. */
export type Verdict = "right" | "asked" | "misread";

const HORIZON = {
  start: Temporal.Instant.from("2026-11-26T00:00:00Z"),
  end: Temporal.Instant.from("2027-01-20T00:00:00Z"),
};

/** The times that are left by the rules, for the writer and for each person whose time is spoken of. */
const timesOf = (constraints: Pick<Constraints, "allow" | "deny">): string[] => {
  const rules = [...constraints.allow, ...constraints.deny];
  const whos = [...new Set([undefined, ...rules.map(({ who }) => who)])];
  return whos.flatMap((who) => {
    const { shift: _shift, ...plain } = { ...read(""), ...constraints };
    const windows = windowsOf({
      constraints: plain,
      horizon: HORIZON,
      durationMinutes: 60,
      ...(who === undefined ? {} : { who }),
    });
    return windows.map(({ start, end }) => `${who ?? ""} ${start.toString()}~${end.toString()}`);
  });
};

const writtenOf = (people: readonly Person[]): string[] => people.map(({ written }) => written);

const saidBesides = (text: string, constraints: Constraints): string[] => [
  ...(constraints.intent === "availability" ? [] : [constraints.intent]),
  ...writtenOf(constraints.about.people).map((each) => `of ${each}`),
  ...writtenOf(constraints.people.wanted).map((each) => `with ${each}`),
  ...writtenOf(constraints.people.notWanted).map((each) => `without ${each}`),
  ...lines(text, CORPUS_NAMES).filter((line) => /^(?:shift |long |soonest)/.test(line)),
];

const piecesOf = (meaning: string): string[] => meaning.split("; ").filter((piece) => piece !== "");

const rulesOf = (pieces: readonly string[], sign: string): Rule[] =>
  pieces.flatMap((piece) =>
    piece.startsWith(`${sign} `) ? [ruleOfLine(piece.slice(2), ZONE)] : [],
  );

/** Whether the constraints are what the meaning says, day by day and minute by minute. */
export const isMeant = (text: string, constraints: Constraints, meaning: string): boolean => {
  const pieces = piecesOf(meaning);
  const besides = pieces.filter((piece) => !/^[+-] /.test(piece));
  const said = saidBesides(text, constraints);
  if (JSON.stringify(said.toSorted()) !== JSON.stringify(besides.toSorted())) return false;
  const times = { allow: rulesOf(pieces, "+"), deny: rulesOf(pieces, "-") };
  return JSON.stringify(timesOf(constraints)) === JSON.stringify(timesOf(times));
};

/** What becomes of a sentence that means so much. */
export const verdictOf = (text: string, meaning: string): Verdict => {
  const constraints = read(text, CORPUS_NAMES);
  if (!constraints.sure) return "asked";
  return meaning !== "ask" && isMeant(text, constraints, meaning) ? "right" : "misread";
};
