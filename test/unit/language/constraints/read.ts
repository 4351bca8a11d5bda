/** Reading texts in tests: a fixed present, and constraints in short lines so that a table can hold them. */
import {
  constraintsSchema,
  type Constraints,
  type Question,
  type Rule,
} from "../../../../src/language/constraints/constraints.ts";
import { readConstraints } from "../../../../src/language/constraints/read-constraints.ts";

/** Thursday morning. */
export const NOW = Temporal.Instant.from("2026-11-26T09:00:00Z");
export const ZONE = "Europe/Lisbon";
export const NAMES = [
  "Ada Lovelace",
  "Grace Hopper",
  "Linus Pauling",
  "Inês Sousa",
  "Ada Yonath",
  "Jean-Luc Godard",
];

/** The constraints of a text, checked against their schema. */
export const read = (text: string, names?: readonly string[]): Constraints =>
  constraintsSchema
    .strict()
    .parse(readConstraints({ text, now: NOW, zone: ZONE, ...(names ? { names } : {}) }));

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

const dates = ({ from, until }: Rule): string[] => {
  if (from === undefined && until === undefined) return [];
  return from === until ? [from ?? ""] : [`${from ?? ""}..${until ?? ""}`];
};

/** `Mon,Tue 2026-11-30..2026-12-06 09:00-12:00`, from the fields alone. */
export const ruleLine = (rule: Rule): string =>
  [
    ...(rule.who === undefined ? [] : [`${rule.who}:`]),
    ...(rule.weekdays ? [rule.weekdays.map((day) => DAYS[day - 1]).join(",")] : []),
    ...dates(rule),
    ...(rule.times ? [`${rule.times.from}-${rule.times.until}`] : []),
    ...(rule.startsAt === undefined ? [] : [`@${rule.startsAt}`]),
    ...(rule.between ? [`[${rule.between.start ?? ""}~${rule.between.end ?? ""}]`] : []),
    ...(rule.zone === ZONE ? [] : [rule.zone]),
  ].join(" ");

const named = (sign: string, people: Constraints["people"]["wanted"]): string[] =>
  people.map(({ written, known }) => `${sign} ${written}${known === undefined ? "" : `=${known}`}`);

const shiftLine = ({ shift }: Constraints): string[] => {
  if (!shift) return [];
  const { amount, unit, direction, within } = shift;
  const said = [amount, unit, direction, within === undefined ? undefined : `within ${within}`];
  return [`shift ${said.filter((each) => each !== undefined).join(" ")}`];
};

const questionLine = ({ start, end, choices }: Question, text: string): string =>
  [
    "?",
    text.slice(start, end),
    ...choices.flatMap(({ words, instead }) => ["=>", instead ?? words]),
  ].join(" ");

/** Everything that a reader would act on, in lines: `+` can be, `-` cannot be, `?` asked, `!` not understood. */
export const lines = (text: string, names?: readonly string[]): string[] => {
  const constraints = read(text, names);
  const { about, people, limits } = constraints;
  return [
    constraints.intent,
    ...(about.session === undefined ? [] : [`session ${about.session}`]),
    ...(about.reason === undefined ? [] : [`reason ${about.reason}`]),
    ...named("of", about.people),
    ...constraints.allow.map((rule) => `+ ${ruleLine(rule)}`),
    ...constraints.deny.map((rule) => `- ${ruleLine(rule)}`),
    ...named("with", people.wanted),
    ...named("without", people.notWanted),
    ...shiftLine(constraints),
    ...(limits.durationMinutes === undefined ? [] : [`long ${limits.durationMinutes}`]),
    ...(limits.soonest ? ["soonest"] : []),
    ...constraints.questions.map((question) => questionLine(question, text)),
    ...constraints.leftOver.map(({ written }) => `! ${written}`),
  ];
};
