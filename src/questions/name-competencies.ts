/** What a plan calls competencies, as those of the bank. */
import { editDistance } from "../domain/edit-distance.ts";
import type { Bank, Competency } from "./bank-schema.ts";
import type { SessionToFill } from "./compose-request.ts";
import { mentionsIn, plainText } from "./mentions.ts";
import type { SetFinding } from "./question-set.ts";

const NEAREST = 3;

const wordsOf = (name: string): string =>
  plainText(name)
    .replaceAll(/[_\s]+/g, " ")
    .trim();

/** By id, by name, or by one of its words that is the whole of what the plan says. */
const competencyNamed = (name: string, bank: Bank): Competency | undefined => {
  const words = wordsOf(name);
  const isCalled = ({ id, name: own }: Competency) => [wordsOf(id), wordsOf(own)].includes(words);
  return (
    bank.competencies.find(isCalled) ??
    bank.competencies.find(({ words: own }) => mentionsIn(words, own)[0] === words)
  );
};

const distance = (words: string, { id, name }: Competency): number =>
  Math.min(editDistance(words, wordsOf(id)), editDistance(words, wordsOf(name)));

/** The competencies whose names are most like it, the nearest first. */
export const nearestTo = (name: string, bank: Bank): Competency[] => {
  const words = wordsOf(name);
  return bank.competencies
    .toSorted((one, two) => distance(words, one) - distance(words, two))
    .slice(0, NEAREST);
};

const unknown = (
  name: string,
  { session, bank }: { session: SessionToFill; bank: Bank },
): SetFinding => {
  const nearest = nearestTo(name, bank);
  return {
    code: "competency_unknown",
    sessionId: session.id,
    competencies: nearest.map(({ id }) => id),
    says: `The plan names "${name}" for "${session.name}", and the question bank has no such competency.`,
    todo: `Nearest are ${nearest.map((one) => `"${one.name}"`).join(", ")}.`,
  };
};

const namedTwice = (
  competency: Competency,
  { first, session }: { first: SessionToFill; session: SessionToFill },
): SetFinding => ({
  code: "competency_named_twice",
  sessionId: session.id,
  competencies: [competency.id],
  says: `The plan names "${competency.name}" for "${first.name}" and for "${session.name}"; it is asked in "${first.name}" alone.`,
  todo: "Name it once, so that nobody is asked the same twice.",
});

/** What the plan names, each with its session, in the order of the plan. A name that comes again keeps its first session. */
export const namedCompetencies = (
  sessions: readonly SessionToFill[],
  bank: Bank,
): { named: Map<Competency, SessionToFill>; findings: SetFinding[] } => {
  const named = new Map<Competency, SessionToFill>();
  const findings: SetFinding[] = [];
  for (const session of sessions) {
    for (const name of session.competencies ?? []) {
      const competency = competencyNamed(name, bank);
      const first = competency && named.get(competency);
      if (competency === undefined) findings.push(unknown(name, { session, bank }));
      else if (first === undefined) named.set(competency, session);
      else if (first !== session) findings.push(namedTwice(competency, { first, session }));
    }
  }
  return { named, findings };
};
