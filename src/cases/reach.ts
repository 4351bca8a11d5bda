/** Whether what an id names is within somebody's reach: by the team and requisitions of its case, and of a posting by Lever. */
import type { Database, Row } from "../db/port.ts";
import { type Placed, type Scope, type Thing, isInScope } from "../domain/access.ts";
import { AppError } from "../domain/errors.ts";
import { OpportunityId, PostingId } from "../domain/ids.ts";
import type { LeverReader } from "../lever/port.ts";

export interface ReachDeps {
  database: Database;
  lever: Pick<LeverReader, "getOpportunity" | "getPosting">;
}

/** Shape: false for what is not there, too. */
export type Reach = (scope: Scope, thing: Thing, id: string) => Promise<boolean>;

/** SQL: cases `c` of the thing `$1`. */
const CASES_OF: Record<Exclude<Thing, "posting">, string> = {
  case: "c.id = $1",
  opportunity: "c.opportunity_id = $1",
  proposal: "c.id in (select case_id from proposals where id = $1)",
  run: "c.id in (select case_id from runs where id = $1)",
  effect:
    "c.id in (select p.case_id from proposals p join effects e on e.proposal_id = p.id where e.id = $1)",
  event: "c.opportunity_id in (select opportunity_id from inbox where id = $1)",
  answer: "c.id in (select case_id from candidate_answers where id = $1)",
  question: "c.id in (select case_id from candidate_questions where id = $1)",
};

/** SQL, of cases `c`: those within the reach that two parameters give, by their numbers. See `scopeValues`. */
export const withinReach = (teams: number, requisitions: number): string =>
  `($${teams}::text[] is null or (not c.is_confidential
    and (c.team = any($${teams}) or c.requisitions && $${requisitions}::text[])))`;

/** Its parameters. */
export const scopeValues = (scope: Scope | undefined): [string[] | null, string[]] =>
  scope ? [[...scope.teams], [...scope.requisitions]] : [null, []];

/** Looks in our own books first. */
export const createReach =
  (deps: ReachDeps): Reach =>
  async (scope, thing, id) => {
    if (scope === null) return true;
    if (thing === "posting") return isPostingInScope(scope, await readPosting(id, deps));
    const placed = await deps.database.query<Placed & Row>(
      `select c.team, c.requisitions from cases c
       where not c.is_confidential and ${CASES_OF[thing]}`,
      [id],
    );
    if (placed.length > 0 || thing !== "opportunity") {
      return placed.some((one) => isInScope(scope, one));
    }
    return await isUnknownInScope(scope, id, deps);
  };

/** Of an opportunity that has no case yet. */
const isUnknownInScope = async (scope: Scope, id: string, deps: ReachDeps): Promise<boolean> => {
  const found = await unlessAbsent(
    async () => await deps.lever.getOpportunity(OpportunityId.parse(id)),
  );
  if (!found?.postingId || found.confidential) return false;
  return isPostingInScope(scope, await readPosting(found.postingId, deps));
};

type FoundPosting = Awaited<ReturnType<typeof readPosting>>;

/** Whether a posting of Lever is within reach. What is for few there is beyond every bounded one. */
export const isPostingInScope = (scope: Scope, posting: FoundPosting): boolean =>
  scope === null ||
  (posting !== null &&
    !posting.confidential &&
    isInScope(scope, { team: posting.team, requisitions: posting.requisitionCodes }));

const readPosting = async (id: string, { lever }: ReachDeps) =>
  await unlessAbsent(async () => await lever.getPosting(PostingId.parse(id)));

const unlessAbsent = async <Found>(read: () => Promise<Found | null>): Promise<Found | null> => {
  try {
    return await read();
  } catch (thrown) {
    if (thrown instanceof AppError && ["not_found", "lever_not_found"].includes(thrown.code))
      return null;
    throw thrown;
  }
};
