/** Whether anybody is left who may: a policy that locks everyone out is refused. Pure. */
import { ADMIN } from "../domain/administrator.ts";
import { handleOf, isCalled } from "../domain/known-person.ts";
import type { Ask, Policy, PolicyRule } from "../domain/policy.ts";
import { type Decider, whomInWords } from "./deciders.ts";
import { type Situation, agreeing, partsOf } from "./reach-of-rules.ts";

export interface Lockout {
  path: string;
  message: string;
}

/** Rules by which nobody could decide, each with the reason. The house's own key counts as an admin's. */
export const findLockouts = (policy: Policy, situation: Situation): Lockout[] => {
  const all = { ...situation, deciders: [...situation.deciders, OWN_KEY] };
  return policy.rules.flatMap((rule, index) => {
    const { answer } = rule;
    if (answer?.do !== "ask") return [];
    const faults = [
      ...faultsOfAsked(answer, all.deciders),
      ...faultsOfReach(rule, answer, all),
      ...faultsOfTwo(rule, answer, all),
      ...faultsOfHours(answer, policy),
    ];
    return faults.map(({ field, message }) => ({
      path: `rules.${index}.answer.${field}`,
      message: `Rule ${index + 1} ${message}`,
    }));
  });
};

const OWN_KEY: Decider = { name: ADMIN, role: "admin" };

interface Fault {
  field: "people" | "of" | "fourEyes" | "hours";
  message: string;
}

const faultsOfAsked = ({ of, people }: Ask, deciders: readonly Decider[]): Fault[] => {
  const isThere = (name: string): boolean => deciders.some((decider) => isCalled(decider, name));
  const faults: Fault[] = (people ?? [])
    .filter((name) => !isThere(name))
    .map((name) => ({
      field: "people",
      message: `asks ${name}, and nobody with that address can decide. Use the address of somebody who signs in, or for whom a token was made.`,
    }));
  const isRoleThere = of?.some((role) => deciders.some((decider) => decider.role === role));
  if (of && !isRoleThere && !people?.some(isThere)) {
    faults.push({
      field: "of",
      message: `asks ${whomInWords({ do: "ask", of })}, and nobody has that role: nobody could decide.`,
    });
  }
  return faults;
};

/** Whoever is asked is there, and what they are asked about is beyond their reach. */
const faultsOfReach = (rule: PolicyRule, ask: Ask, situation: Situation): Fault[] => {
  const { of, people } = ask;
  const isAskedSomewhere = situation.deciders.some(
    (one) => of?.includes(one.role) || people?.some((name) => isCalled(one, name)),
  );
  const parts = partsOf(rule, ask, situation);
  if (!isAskedSomewhere || parts.length === 0) return [];
  const locked = parts.filter(({ askedThere }) => askedThere.every(({ length }) => length === 0));
  const field = of ? "of" : "people";
  if (locked.length > 0) {
    return locked.map(({ where }) => ({
      field,
      message: `asks ${whomInWords(ask)}, and nobody of them could decide ${where}: it is beyond their reach.`,
    }));
  }
  const isHere = (name: string): boolean =>
    parts.some(({ askedThere }) =>
      askedThere.some((those) => those.some((one) => isCalled(one, name))),
    );
  return (people ?? [])
    .filter((name) => situation.deciders.some((one) => isCalled(one, name)) && !isHere(name))
    .map((name) => ({
      field: "people",
      message: `asks ${name}, and nothing that it is about is within their reach.`,
    }));
};

const faultsOfTwo = (rule: PolicyRule, ask: Ask, situation: Situation): Fault[] => {
  if (!ask.fourEyes) return [];
  const { persons, where } = agreeing(rule, ask, situation);
  if (persons.length >= 2) return [];
  const who = persons[0] ? `only ${handleOf(persons[0])}` : "nobody";
  return [{ field: "fourEyes", message: `asks for two people, and ${who} could decide${where}.` }];
};

const faultsOfHours = (
  { hours, afterwards }: Ask,
  { expireHours }: Pick<Policy, "expireHours">,
): Fault[] => {
  const faults: string[] = [];
  if (afterwards !== undefined && hours === undefined) {
    faults.push("says what comes afterwards, and not after how long.");
  }
  if (hours !== undefined && hours > expireHours) {
    faults.push(`waits ${hours} hours, and every decision ends after ${expireHours}.`);
  }
  if (afterwards === "ask_admins" && hours === expireHours) {
    faults.push(`asks admins after ${hours} hours, when every decision ends.`);
  }
  return faults.map((message) => ({ field: "hours", message }));
};
