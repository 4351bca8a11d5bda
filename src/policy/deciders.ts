/** Who can decide, and whether anybody is left who may: a policy that locks everyone out is refused. */
import type { Database, Queryable } from "../db/port.ts";
import { ADMIN } from "../domain/administrator.ts";
import {
  type KnownPerson,
  arePersons,
  handleOf,
  isCalled,
  keysOf,
  personsOf,
} from "../domain/known-person.ts";
import { type Ask, DeciderRole, type Policy } from "../domain/policy.ts";
import { isAccountGood, isGoodNow } from "./good-now.ts";

export interface Decider extends KnownPerson {
  role: DeciderRole;
}

/** Whoever has a key or a session of their own that is good now, or can sign in at the identity provider. An assistant is nobody beside its owner. */
export const listDeciders = async (
  reads: Database | Queryable,
  now: Temporal.Instant,
): Promise<Decider[]> =>
  await reads.query<Decider & Record<string, unknown>>(
    `select distinct t.name, t.role, t.email, t.lever_user_id as person, holder.issuer || ' ' || holder.subject as identity
       from api_tokens t left join accounts holder on holder.id = t.account_id
       where t.role = any($2) and t.scopes is null and ${isGoodNow("t", "$1")}
     union select email, role, email, null, issuer || ' ' || subject from accounts a
       where role = any($2) and ${isAccountGood("a", "$1")}
     order by name, role, email, person, identity`,
    [now.toString(), DeciderRole.options],
  );

/** Whether a rule asks somebody first, before anybody else may. */
export const isAskedAtAll = ({ of, people }: Ask, decider: Decider): boolean =>
  (of === undefined && people === undefined) ||
  (of?.includes(decider.role) ?? false) ||
  (people?.some((named) => isCalled(decider, named)) ?? false);

/** Those who can be one of two that agree, each once: what stands for nobody is none of them. */
export const personsAmong = (deciders: readonly Decider[]): Decider[] =>
  personsOf(deciders.filter((decider) => arePersons(keysOf(decider))));

/** The same of those that a rule asks first. */
export const personsAskedBy = (ask: Ask, deciders: readonly Decider[]): Decider[] =>
  personsAmong(deciders.filter((decider) => isAskedAtAll(ask, decider)));

/** `since`: when it was asked. `isNext`: whoever comes afterwards is asked already, since nobody whom the rule asks first is there. */
export interface AskedWhen {
  since: Temporal.Instant;
  now: Temporal.Instant;
  isNext: boolean;
}

/** Whether somebody is one of those that are asked. */
export const isAsked = (ask: Ask, decider: Decider, when: AskedWhen): boolean =>
  isAskedAtAll(ask, decider) || (decider.role === "admin" && areAdminsAsked(ask, when));

/** Whether the rule says that admins are asked as well after some hours, and these are over, or nobody is there until then. */
export const areAdminsAsked = (
  { hours, afterwards }: Ask,
  { since, now, isNext }: AskedWhen,
): boolean =>
  hours !== undefined &&
  afterwards === "ask_admins" &&
  (isNext || Temporal.Instant.compare(since.add({ hours }), now) <= 0);

/** Whom a question waits for, in words. */
export const whomInWords = ({ of, people }: Ask): string => {
  const all = [...(people ?? []), ...(of ?? []).map((role) => ROLE_WORDS[role])];
  return all.length === 0 ? "somebody who may decide" : all.join(" or ");
};

const ROLE_WORDS: Record<DeciderRole, string> = { admin: "an admin", recruiter: "a recruiter" };

export interface Lockout {
  path: string;
  message: string;
}

/** Rules by which nobody could decide, each with the reason. The name of the house's own key counts as an admin's. */
export const findLockouts = (policy: Policy, deciders: readonly Decider[]): Lockout[] =>
  policy.rules.flatMap(({ answer }, index) => {
    if (answer?.do !== "ask") return [];
    const path = `rules.${index}.answer`;
    return faultsOfAsk(answer, { deciders, expireHours: policy.expireHours }).map((fault) => ({
      path: fault.field === "" ? path : `${path}.${fault.field}`,
      message: `Rule ${index + 1} ${fault.message}`,
    }));
  });

interface FaultOfAsk {
  field: string;
  message: string;
}

const faultsOfAsk = (
  ask: Ask,
  { deciders, expireHours }: { deciders: readonly Decider[]; expireHours: number },
): FaultOfAsk[] => {
  const { of, people, hours, afterwards, fourEyes } = ask;
  const faults: FaultOfAsk[] = [];
  const isThere = (name: string): boolean =>
    name === ADMIN || deciders.some((decider) => isCalled(decider, name));
  for (const name of people ?? []) {
    if (isThere(name)) continue;
    faults.push({
      field: "people",
      message: `asks ${name}, and nobody with that address can decide. Use the address of somebody who signs in, or for whom a token was made.`,
    });
  }
  const isRoleThere = of?.some((role) => deciders.some((decider) => decider.role === role));
  if (of && !isRoleThere && !people?.some(isThere)) {
    faults.push({
      field: "of",
      message: `asks ${whomInWords({ do: "ask", of })}, and nobody has that role: nobody could decide.`,
    });
  }
  if (fourEyes) {
    const asked = personsAskedBy(ask, deciders);
    if (asked.length < 2) {
      faults.push({
        field: "fourEyes",
        message: `asks for two people, and ${asked.length === 0 ? "nobody" : `only ${asked.map(handleOf).join("")}`} could decide.`,
      });
    }
  }
  if (afterwards !== undefined && hours === undefined) {
    faults.push({ field: "hours", message: "says what comes afterwards, and not after how long." });
  }
  if (hours !== undefined && hours > expireHours) {
    faults.push({
      field: "hours",
      message: `waits ${hours} hours, and every decision ends after ${expireHours}.`,
    });
  }
  if (afterwards === "ask_admins" && hours === expireHours) {
    faults.push({
      field: "hours",
      message: `asks admins after ${hours} hours, when every decision ends.`,
    });
  }
  return faults;
};
