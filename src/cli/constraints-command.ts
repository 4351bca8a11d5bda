/** `convene constraints`: what plain words about time and people were understood as. */
import { AppError } from "../domain/errors.ts";
import { cleanText } from "../domain/quoted.ts";
import { isoInstant, isZone } from "../domain/time.ts";
import type { Constraints, Person } from "../language/constraints/constraints.ts";
import { readConstraints } from "../language/constraints/read-constraints.ts";
import { shiftWords } from "../language/constraints/wishes.ts";

/** What was written on the command line, all of it unchecked. */
export interface ConstraintsOptions {
  now?: string;
  zone?: string;
  names?: string;
  json?: boolean;
}

const refuse = (message: string): AppError =>
  new AppError({ code: "input_invalid", fault: "caller", message });

const requestOf = (text: string | undefined, { now, zone, names }: ConstraintsOptions) => {
  if (text === undefined || text.trim() === "")
    throw refuse("TEXT: must be there and say something.");
  if (now === undefined)
    throw refuse("--now: is needed: the present, such as 2026-11-26T09:00:00Z.");
  if (!isoInstant.safeParse(now).success) {
    throw refuse("--now: must be a time such as 2026-11-26T09:00:00Z.");
  }
  if (zone === undefined)
    throw refuse("--zone: is needed: the writer's zone, such as Europe/Lisbon.");
  if (!isZone(zone)) throw refuse("--zone: must be an IANA time zone such as Europe/Lisbon.");
  const listed = names === undefined ? undefined : names.split(",").map((name) => name.trim());
  if (listed?.some((name) => name === ""))
    throw refuse("--names: must be names with commas between.");
  return {
    text,
    now: Temporal.Instant.from(now),
    zone,
    ...(listed === undefined ? {} : { names: listed }),
  };
};

const peopleWords = (people: readonly Person[]): string =>
  people
    .map(({ written, known }) =>
      known === undefined || known === written ? written : `${written} (${known})`,
    )
    .join(", ");

const list = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`)];

const one = (title: string, words: string | undefined): string[] =>
  words === undefined || words === "" ? [] : [`${title}: ${words}`];

const ruleLines = (rules: Constraints["allow"]): string[] =>
  rules.map(({ words, who }) => (who === undefined ? words : `${who}: ${words}`));

const limitWords = ({ durationMinutes, soonest }: Constraints["limits"]): string =>
  [
    durationMinutes === undefined ? "" : `${durationMinutes} minutes`,
    soonest ? "as soon as possible" : "",
  ]
    .filter((words) => words !== "")
    .join(", ");

/** The constraints in lines for a person. */
export const constraintLines = (constraints: Constraints): string[] => {
  const { intent, about, allow, deny, people, shift, limits, assumed, questions } = constraints;
  const asked = questions.flatMap(({ question, choices }) => [
    question,
    ...choices.map(({ words }) => `  - ${words}`),
  ]);
  return [
    `Wish: ${intent}`,
    ...one("Session", about.session),
    ...one("Whose", peopleWords(about.people)),
    ...one("Reason", about.reason),
    ...list("Can be", ruleLines(allow)),
    ...list("Cannot be", ruleLines(deny)),
    ...one("With", peopleWords(people.wanted)),
    ...one("Without", peopleWords(people.notWanted)),
    ...one("Against what is booked", shift && shiftWords(shift)),
    ...one("Limits", limitWords(limits)),
    ...list(
      "Understood",
      constraints.understood.map(({ written, as }) => `“${written}”: ${as}`),
    ),
    ...list("Assumed", assumed),
    ...list(
      "Not understood",
      constraints.leftOver.map(({ written }) => `“${written}”`),
    ),
    ...(constraints.sure ? ["Sure: nothing has to be asked."] : list("Would ask", asked)),
  ];
};

/** Prints what was understood. Arguments that are none: one line on standard error and exit code 2. */
export const runConstraints = (text: string | undefined, options: ConstraintsOptions): void => {
  try {
    const constraints = readConstraints(requestOf(text, options));
    // What somebody wrote goes to a terminal: nothing in it may steer that.
    const lines = constraintLines(constraints).map((line) => cleanText(line.replace(/\s/g, " ")));
    console.log(options.json === true ? JSON.stringify(constraints) : lines.join("\n"));
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    console.error(thrown.message);
    process.exitCode = 2;
  }
};
