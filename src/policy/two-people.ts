/** Rules that ask for two people: those that have fewer by now, since whoever could agree has gone, and those that a change of the policy
 * ends. Pure. */
import { handleOf, shownHandle } from "../domain/known-person.ts";
import type { Ask, Policy, PolicyRule } from "../domain/policy.ts";
import { type Decider, personsAmong } from "./deciders.ts";
import { type Situation, agreeing } from "./reach-of-rules.ts";

/** A rule of the policy in force that asks for two people and has fewer. */
export interface ShortRule {
  /** Its place, the first is 1. */
  rule: number;
  /** Who is left, and what becomes of what it asks, in words. */
  what: string;
}

/** In the order of the rules. */
export const findShortRules = (
  { rules }: Pick<Policy, "rules">,
  situation: Situation,
): ShortRule[] =>
  rules.flatMap((rule, index) => {
    const { answer } = rule;
    if (answer?.do !== "ask" || !answer.fourEyes) return [];
    const { persons, where } = agreeing(rule, answer, situation);
    if (persons.length >= 2) return [];
    const who = persons[0] ? `only ${shownHandle(handleOf(persons[0]))} is left` : "nobody is left";
    const what = `rule ${index + 1} asks for two people, and ${who} of those whom it asks${where}: ${whatBecomes(answer, persons, situation.deciders)}`;
    return [{ rule: index + 1, what }];
  });

/** Where nobody is left admins are asked; where one is, admins only if the rule says so. */
const whatBecomes = (ask: Ask, asked: readonly Decider[], deciders: readonly Decider[]): string => {
  const all = personsAmong([...asked, ...deciders.filter(({ role }) => role === "admin")]);
  if (all.length < 2) return ENDS;
  if (asked.length === 0) return "two admins have to agree instead";
  if (ask.hours === undefined || ask.afterwards !== "ask_admins") return ENDS;
  return `an admin can be the second, ${ask.hours === 1 ? "an hour" : `${ask.hours} hours`} after it is proposed`;
};

const ENDS = "what it asks ends without a decision";

/** Which rules had two people agree on something that a later policy lets go with fewer. Shape: their places in the former policy, the
 * first is 1. That nothing is done any more, or that it is asked of two others, ends nothing. Names are compared as they are written: that
 * an id and a title are the same posting is not known here. */
export const findEndedPairs = (
  before: Pick<Policy, "rules">,
  after: Pick<Policy, "rules" | "defaultMode">,
): number[] =>
  before.rules.flatMap((rule, index) => {
    if (!asksTwo(rule)) return [];
    const earlier = before.rules.slice(0, index).map(keyOf);
    return isKept(rule, after, new Set(earlier)) ? [] : [index + 1];
  });

const FIELDS = ["postings", "teams", "stages", "plans", "kinds", "audiences", "risks"] as const;
type Reach = Partial<Record<(typeof FIELDS)[number], readonly string[]>>;

const asksTwo = ({ answer }: PolicyRule): boolean =>
  answer?.do === "ask" && answer.fourEyes === true;

/** Whether a promotion has made it is no part of what it says. */
const keyOf = (rule: PolicyRule): string =>
  JSON.stringify({ ...reachOf(rule), mode: rule.mode, answer: rule.answer });

/** `earlier`: rules that stood before it before, and had taken their part from it already. */
const isKept = (
  rule: PolicyRule,
  after: Pick<Policy, "rules" | "defaultMode">,
  earlier: ReadonlySet<string>,
): boolean => {
  let left: Reach | null = reachOf(rule);
  for (const next of after.rules) {
    if (left === null) return true;
    if (!meet(left, next)) continue;
    const isStrict = asksTwo(next) || next.answer?.do === "observe" || next.mode === "silent";
    if (!isStrict && !earlier.has(keyOf(next))) return false;
    left = without(left, next);
  }
  return left === null || after.defaultMode === "silent";
};

const reachOf = (rule: PolicyRule): Reach =>
  Object.fromEntries(
    FIELDS.flatMap((field) => {
      const listed = rule[field];
      return listed === undefined ? [] : [[field, listed]];
    }),
  );

const meet = (left: Reach, next: PolicyRule): boolean =>
  FIELDS.every((field) => {
    const [mine, theirs] = [left[field], next[field] as readonly string[] | undefined];
    return mine === undefined || theirs === undefined || mine.some((one) => theirs.includes(one));
  });

/** What a rule leaves of it. Null: nothing. Where it takes less than a whole side, all counts as left: rather told than not. */
const without = (left: Reach, next: PolicyRule): Reach | null => {
  const open = FIELDS.filter((field) => {
    const [mine, theirs] = [left[field], next[field] as readonly string[] | undefined];
    return theirs !== undefined && (mine?.some((one) => !theirs.includes(one)) ?? true);
  });
  const [field, ...others] = open;
  if (field === undefined) return null;
  const mine = left[field];
  if (others.length > 0 || mine === undefined) return left;
  const theirs: readonly string[] = next[field] ?? [];
  return { ...left, [field]: mine.filter((one) => !theirs.includes(one)) };
};
