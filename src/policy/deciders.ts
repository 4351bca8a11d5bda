/** Who can decide, and of whom a rule asks it. */
import type { Database, Queryable } from "../db/port.ts";
import { type Placed, type Scope, isInScope, scopeOf } from "../domain/access.ts";
import {
  type KnownPerson,
  arePersons,
  isCalled,
  keysOf,
  personsOf,
} from "../domain/known-person.ts";
import { type Ask, DeciderRole } from "../domain/policy.ts";
import { isAccountGood, isGoodNow } from "./good-now.ts";

export interface Decider extends KnownPerson {
  role: DeciderRole;
  /** How far they reach; absent: everywhere. */
  scope?: Scope;
}

interface SignIn extends KnownPerson {
  role: DeciderRole;
  teams: string[] | null;
  requisitions: string[] | null;
}

/** Whoever has a key or a session of their own that is good now, or can sign in at the identity provider. An assistant is nobody beside its owner. */
export const listDeciders = async (
  reads: Database | Queryable,
  now: Temporal.Instant,
): Promise<Decider[]> => {
  const rows = await reads.query<SignIn & Record<string, unknown>>(
    `select distinct t.name, t.role, t.email, t.lever_user_id as person, holder.issuer || ' ' || holder.subject as identity,
         t.teams, t.requisitions
       from api_tokens t left join accounts holder on holder.id = t.account_id
       where t.role = any($2) and t.scopes is null and ${isGoodNow("t", "$1")}
     union select email, role, email, null, issuer || ' ' || subject, teams, requisitions from accounts a
       where role = any($2) and ${isAccountGood("a", "$1")}
     order by name, role, email, person, identity, teams, requisitions`,
    [now.toString(), DeciderRole.options],
  );
  return rows.map(({ teams, requisitions, ...who }) => ({
    ...who,
    scope: scopeOf(who.role, { teams, requisitions }),
  }));
};

/** What is confidential in Lever is beyond every bounded reach. */
export interface Reached extends Placed {
  isConfidential: boolean;
}

/** Whether somebody comes as far as a case. */
export const reaches = (
  { scope = null }: Decider,
  { isConfidential, ...placed }: Reached,
): boolean => scope === null || (!isConfidential && isInScope(scope, placed));

/** Whether a rule asks somebody first, before anybody else may. */
export const isAskedAtAll = ({ of, people }: Ask, decider: Decider): boolean =>
  (of === undefined && people === undefined) ||
  (of?.includes(decider.role) ?? false) ||
  (people?.some((named) => isCalled(decider, named)) ?? false);

/** Those who can be one of two that agree, each once: what stands for nobody is none of them. */
export const personsAmong = (deciders: readonly Decider[]): Decider[] =>
  personsOf(deciders.filter((decider) => arePersons(keysOf(decider))));

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
