/** How far those reach whom a rule asks, held against what the rule is about: the cases that there are, and the teams that it names. */
import type { Database, Queryable, Row } from "../db/port.ts";
import type { Ask, PolicyRule } from "../domain/policy.ts";
import { type PolicyScope, isAboutPlace } from "./decide.ts";
import { type Decider, isAskedAtAll, personsAmong, reaches } from "./deciders.ts";

/** Where cases are. */
export interface CasePlace extends PolicyScope {
  requisitions: readonly string[];
}

/** Where there are or were cases, each once; of what is confidential in Lever nothing, which nobody reaches whose reach ends. */
export const listCasePlaces = async (reads: Database | Queryable): Promise<CasePlace[]> =>
  await reads.query<CasePlace & Row>(
    `select distinct posting_id as "postingId", posting_title as "postingTitle", team, stage_id as "stageId", stage_name as "stageName",
       requisitions from cases where not is_confidential`,
  );

/** Something that a rule is about. */
export interface Part {
  /** In words, after "could decide". */
  where: string;
  /** Who of those that the rule asks first reaches it, for each place of it: never none. */
  askedThere: Decider[][];
}

/** Who decides, and where. */
export interface Situation {
  deciders: readonly Decider[];
  places: readonly CasePlace[];
}

/** What a rule is about: each team that it names, or all of it. Shape: none where nothing is known of it, so that reach says nothing. */
export const partsOf = (rule: PolicyRule, ask: Ask, { deciders, places }: Situation): Part[] => {
  const asked = deciders.filter((decider) => isAskedAtAll(ask, decider));
  const there = places.filter((place) => isAboutPlace(rule, place));
  const at = ({ team, requisitions }: CasePlace): Decider[] =>
    asked.filter((decider) => reaches(decider, { team, requisitions, isConfidential: false }));
  if (rule.teams === undefined) {
    return there.length === 0
      ? []
      : [{ where: "where there are cases that it is about", askedThere: there.map(at) }];
  }
  return rule.teams.map((team) => {
    const ofTeam = there.filter((place) => place.team === team);
    const askedThere = ofTeam.length === 0 ? [asked.filter(mayReach(team))] : ofTeam.map(at);
    return { where: `for the team ${team}`, askedThere };
  });
};

/** Of a team that no case is known of, somebody who reaches a requisition may reach one. */
const mayReach =
  (team: string) =>
  ({ scope = null }: Decider): boolean =>
    scope === null || scope.teams.includes(team) || scope.requisitions.length > 0;

/** Those who can agree on what a rule asks, each once, where they are fewest; `where`: in words, empty where it is the same everywhere. */
export const agreeing = (
  rule: PolicyRule,
  ask: Ask,
  situation: Situation,
): { persons: Decider[]; where: string } => {
  const { deciders } = situation;
  const all = personsAmong(deciders.filter((decider) => isAskedAtAll(ask, decider)));
  let fewest = { persons: all, where: "" };
  for (const { where, askedThere } of partsOf(rule, ask, situation)) {
    const [most = []] = askedThere
      .map(personsAmong)
      .toSorted((one, other) => other.length - one.length);
    if (most.length < fewest.persons.length) fewest = { persons: most, where: ` ${where}` };
  }
  return fewest;
};
