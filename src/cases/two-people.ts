/** What administrators have to know of rules that ask for two people: which have fewer by now, and which a change of the policy has ended. */
import type { Database, Queryable, Row } from "../db/port.ts";
import type { Policy } from "../domain/policy.ts";
import { listCasePlaces } from "../policy/reach-of-rules.ts";
import { type ShortRule, findShortRules } from "../policy/two-people.ts";
import { readAskingNow } from "./asked-of.ts";
import type { People } from "./named-people.ts";

type Reads = Database | Queryable;

interface Asked {
  now: Temporal.Instant;
  people: People;
  /** Another than that in force. */
  policy?: Policy;
}

/** Rules of the policy in force, or of another one, for whom is there now. */
export const readShortRules = async (
  reads: Reads,
  { policy, ...reading }: Asked,
): Promise<ShortRule[]> => {
  const asking = await readAskingNow(reads, [], reading);
  const { deciders } = asking;
  const places = await listCasePlaces(reads);
  return findShortRules(policy ?? asking.policy, { deciders, places });
};

/** A change of the policy by which two people agree on something no more. */
export interface EndedPair {
  /** Of the policy that came with it. */
  version: number;
  /** Places in the policy before it, the first is 1. */
  rules: number[];
  by: string;
  at: Temporal.Instant;
}

const SHOWN = 10;

/** The last ones, by the ledger, newest first. */
export const listEndedPairs = async (reads: Reads): Promise<EndedPair[]> =>
  await reads.query<EndedPair & Row>(
    `select (data ->> 'version')::int as version, data -> 'rules' as rules, actor as by, at
     from ledger where type = 'policy.two_people_ended' order by seq desc limit ${SHOWN}`,
  );

/** Which rules a change has ended that for, in words. */
export const endedInWords = ({ version, rules }: Pick<EndedPair, "version" | "rules">): string => {
  const which = rules.length === 1 ? `rule ${rules[0]} of` : `rules ${rules.join(", ")} of`;
  return `since version ${version} of the policy fewer than two people agree on what ${which} version ${version - 1} asked two about`;
};
