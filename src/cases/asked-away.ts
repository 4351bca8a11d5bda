/** Of whom a decision is asked while their calendar says that they are away until it is due: then the next whom the rule names are asked at once. */
import type { Database, Queryable } from "../db/port.ts";
import type { Ask } from "../domain/policy.ts";
import { isCalled } from "../domain/known-person.ts";
import { type Decider, isAskedAtAll } from "../policy/deciders.ts";
import { type Delegation, isInForce } from "./delegations.ts";
import type { ProposalRecord } from "./records.ts";

/** Of proposals, by their ids: the names of those who are away. Of whom nothing is known, none is. */
export type Absences = ReadonlyMap<string, ReadonlySet<string>>;

/** As it was found last, of all these in one statement. */
export const readAbsences = async (
  reads: Database | Queryable,
  proposalIds: readonly string[],
): Promise<Absences> => {
  const found = new Map<string, Set<string>>();
  if (proposalIds.length === 0) return found;
  const rows = await reads.query<{ proposalId: string; person: string }>(
    `select proposal_id as "proposalId", person from asked_absences where proposal_id = any($1) and is_away
     order by person`,
    [proposalIds],
  );
  for (const { proposalId, person } of rows) {
    found.set(proposalId, (found.get(proposalId) ?? new Set()).add(person));
  }
  return found;
};

/** When an answer is due from those whom the rule asks first. */
export const dueOf = (
  { hours, afterwards }: Ask,
  { createdAt, expiresAt }: Pick<ProposalRecord, "createdAt" | "expiresAt">,
): Temporal.Instant =>
  hours !== undefined && afterwards === "ask_admins" ? createdAt.add({ hours }) : expiresAt;

/** Who can decide, in whose place, and who is away. */
export interface Present {
  absences: Absences;
  deciders: readonly Decider[];
  delegations: readonly Delegation[];
  now: Temporal.Instant;
}

type Made = Pick<ProposalRecord, "id">;

/** Those whom the rule asks first, and who are away, each name once. */
export const whoIsAway = (
  ask: Ask,
  { id }: Made,
  { absences, deciders }: Pick<Present, "absences" | "deciders">,
): Decider[] => {
  const away = absences.get(id);
  if (!away) return [];
  const all = deciders.filter((one) => away.has(one.name) && isAskedAtAll(ask, one));
  return all.filter(({ name }, at) => all.findIndex((one) => one.name === name) === at);
};

/** Whether the next are asked already: all whom the rule asks first are away, and nobody who is there decides in their place. */
export const areNextAsked = (ask: Ask, made: Made, present: Present): boolean => {
  const away = new Set(whoIsAway(ask, made, present).map(({ name }) => name));
  if (away.size === 0 || ask.afterwards !== "ask_admins") return false;
  const { absences, deciders, delegations, now } = present;
  const isThere = (named: string): boolean =>
    !deciders.some((one) => isCalled(one, named) && absences.get(made.id)?.has(one.name) === true);
  const isHeld = (decider: Decider): boolean =>
    !away.has(decider.name) ||
    delegations.some(
      (one) => isCalled(decider, one.person) && isInForce(one, now) && isThere(one.delegate),
    );
  return !deciders.some((one) => isAskedAtAll(ask, one) && isHeld(one));
};
