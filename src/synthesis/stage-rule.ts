/** Whether the forms of a round fulfil a plan's rule for its stage: pure. Whatever is in doubt does not. */
import { type LabelCheck, checkLabel, createLabelCheck } from "../language/checker/check-label.ts";
import { RATINGS, type StageRule } from "../domain/plan.ts";
import type { RuledScore } from "../domain/stage-move.ts";
import { type PanelForm, presentForms } from "./form.ts";
import { type Score, type WhyUnread, scoresIn } from "./scores.ts";

/** What was handed in of a round, and what was not. */
export interface RuledRound {
  forms: readonly PanelForm[];
  /** Whose form is still to be handed in. */
  missing: readonly { name: string; session: string }[];
  /** Whether its last interview has ended. */
  hasEnded: boolean;
}

/** What a rule comes to. */
export interface Judgement {
  holds: boolean;
  /** Why it does not hold; while forms are missing nothing of what the others say. Empty: it holds. */
  reasons: string[];
  /** Each rating that the rule names, the lowest first; empty while it does not hold. */
  scores: RuledScore[];
}

/** The judgement. */
export const judgeStageRule = (rule: StageRule, round: RuledRound): Judgement => {
  const open = [...unlawful(rule), ...reasonsToWait(round)];
  if (open.length > 0) return { holds: false, reasons: open, scores: [] };
  const { present } = presentForms(round.forms);
  const check = createLabelCheck();
  const read = present.map((form) => ({ form, named: namedScores(form, check) }));
  const judged = rule.scores.map((wanted) => judgeScore(wanted, read));
  const reasons = judged.flatMap((one) => one.reasons);
  if (reasons.length > 0) return { holds: false, reasons, scores: [] };
  return { holds: true, reasons: [], scores: judged.map(({ score }) => score) };
};

/** Of a plan that was saved before such names were refused. */
const unlawful = ({ scores }: StageRule): string[] =>
  scores.flatMap(({ field }) =>
    checkLabel(field) === null
      ? []
      : [`The rule asks for “${field}”, which nobody is judged by: have it changed in the plan.`],
  );

const reasonsToWait = ({ forms, missing, hasEnded }: RuledRound): string[] => {
  const names = missing.map(({ name }) => name);
  const reasons = missing.map(
    ({ name, session }) => `${whose(name, { session, names })} is still to be handed in.`,
  );
  if (!hasEnded) reasons.push("An interview of this round is still to come, or has not ended.");
  if (reasons.length === 0 && forms.length === 0) reasons.push("Nobody has handed in a form.");
  return reasons;
};

type Rated = Omit<Score, "topic">;

interface ReadForm {
  form: PanelForm;
  named: Map<string, (Rated | WhyUnread)[]>;
}

/** All ratings of a form by their names; of one that cannot be read, why. */
const namedScores = (form: PanelForm, check: LabelCheck): ReadForm["named"] => {
  const named: ReadForm["named"] = new Map();
  const add = (name: string, score: Rated | WhyUnread): void => {
    const key = keyOf(name);
    named.set(key, [...(named.get(key) ?? []), score]);
  };
  const { scores, overall, unread } = scoresIn(form, [], check);
  for (const { topic, ...score } of scores) add(topic.name, score);
  if (overall?.on) add(overall.question, overall.on);
  for (const { label, why } of unread) add(label, why);
  return named;
};

const keyOf = (name: string): string => name.normalize("NFC").trim().toLowerCase();

type Wanted = StageRule["scores"][number];

const judgeScore = (
  { field, atLeast, of = RATINGS }: Wanted,
  read: readonly ReadForm[],
): { reasons: string[]; score: RuledScore } => {
  const reasons: string[] = [];
  const names = read.map(({ form }) => form.by.name);
  const given: RuledScore["given"] = [];
  const scales = new Set<string>();
  for (const { form, named } of read) {
    const found = named.get(keyOf(field)) ?? [];
    const [score] = found;
    const fault = faultOf(found, of);
    const itself = whose(form.by.name, { session: form.session, names });
    if (fault !== null) reasons.push(`${itself} ${fault} “${field}”.`);
    else if (score !== undefined && typeof score !== "string") {
      given.push({ form: form.id, given: score.given, place: score.place });
      scales.add(score.scale.map(keyOf).join("\n"));
      if (score.place < atLeast) {
        reasons.push(
          `${itself} gives “${field}” ${score.place} of ${of}; the rule asks for ${atLeast} at least.`,
        );
      }
    }
  }
  if (scales.size > 1) {
    reasons.push(`The forms rate “${field}” on scales that are worded differently.`);
  }
  given.sort((one, other) => one.place - other.place || (one.form < other.form ? -1 : 1));
  return { reasons, score: { field, atLeast, of, given } };
};

const UNCLEAR = "has a scale whose better end cannot be told for";
const UNREAD: Record<WhyUnread, string> = {
  not_rated: "gives no rating for",
  off_scale: "has an answer that is not on its scale for",
  contrary: "has a scale whose words say the contrary of its numbers or its order for",
  too_few: UNCLEAR,
  unclear: UNCLEAR,
  asks_for_faults: UNCLEAR,
  yes_unclear: UNCLEAR,
};

const faultOf = (found: readonly (Rated | WhyUnread)[], of: number): string | null => {
  const [score] = found;
  if (score === undefined) return "gives no rating for";
  if (found.length > 1) return "gives more than one rating for";
  if (typeof score === "string") return UNREAD[score];
  if (score.of !== of) return `has a scale of ${score.of} instead of ${of} for`;
  return isNumberedOtherwise(score) ? "has a scale that does not count from 1 upwards for" : null;
};

/** “0 - Poor” is the first of its scale, and nobody's 1. */
const isNumberedOtherwise = ({ scale }: Rated): boolean =>
  scale.some((label, index) => {
    const number = /^\D{0,3}(\d{1,3})/.exec(label)?.[1];
    return number !== undefined && Number(number) !== index + 1;
  });

/** Which interview it is for is said of those alone who have several. */
const whose = (
  name: string,
  { session, names }: { session: string | null; names: readonly string[] },
): string => {
  const isOne = names.filter((other) => other === name).length < 2;
  return `The form of ${name}${isOne || !session ? "" : ` for ${session}`}`;
};
