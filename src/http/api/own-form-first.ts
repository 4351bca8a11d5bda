/** Nobody sees what others think of a candidate before they have handed in their own form. Here for people who are signed in: a
 * sign-in is known as one of the panel by its name, which is somebody's name or address in Lever. */
import { openSynthesis, isUnreadable } from "../../cases/open-proposal.ts";
import type { ProposalRecord } from "../../cases/records.ts";
import type { Database } from "../../db/port.ts";
import { AppError } from "../../domain/errors.ts";
import type { OpportunityId, UserId } from "../../domain/ids.ts";
import type { Clock } from "../../domain/time.ts";
import { roundAt } from "../../feedback/round.ts";
import { unlessForbidden } from "../../lever/access.ts";
import type { LeverReader } from "../../lever/port.ts";
import type { Texts } from "../../privacy/texts.ts";
import type { Principal } from "../auth/principal.ts";

export interface OwnFormDeps {
  database: Database;
  texts: Texts;
  clock: Clock;
  lever: Pick<LeverReader, "listUsers" | "listPanels" | "listFeedback">;
}

/** What somebody is told instead. */
export const OWN_FORM_FIRST =
  "Your own feedback form of this round is still to be handed in: what the others say is shown to you after that.";

const ownFormFirst = (): AppError =>
  new AppError({ code: "forbidden", fault: "caller", message: OWN_FORM_FIRST });

/** Refuses whoever has a form of a round still to hand in, by Lever as it is now. Errors: `forbidden`; those of Lever. */
export const refuseWhoOwes = async (
  principal: Principal | null,
  { opportunityId, stageId }: { opportunityId: OpportunityId; stageId: string },
  { lever, clock }: OwnFormDeps,
): Promise<void> => {
  if (!principal) return;
  const users = await unlessForbidden(async () => await lever.listUsers());
  const own = new Set(users.filter((user) => isSame(principal, user)).map(({ id }) => id));
  if (own.size === 0) return;
  const [panels, forms] = await Promise.all([
    lever.listPanels(opportunityId),
    lever.listFeedback(opportunityId),
  ]);
  const { seats } = roundAt({ panels, forms, users, now: clock.now() }, stageId);
  if (seats.some(({ userId, isOwed }) => isOwed && own.has(userId))) throw ownFormFirst();
};

/** Of listed proposals those that are hidden from whoever asks, by what Convene itself holds: nobody waits for Lever to see a list,
 * and no entry of one has words of a form. */
export const hiddenFrom = async (
  principal: Principal | null,
  proposals: readonly ProposalRecord[],
  deps: OwnFormDeps,
): Promise<ReadonlySet<string>> => {
  const saying = proposals.filter(({ kind }) => kind === "post_synthesis" || kind === "move_stage");
  if (!principal || saying.length === 0) return new Set();
  const own = await ownIds(principal, deps.lever);
  const hidden = await Promise.all(
    saying.map(async (proposal) => {
      const mirrored = await mirroredOf(proposal.caseId, own, deps.database);
      if (mirrored.includes("owed")) return [proposal.id];
      if (mirrored.includes("handed_in") || proposal.kind === "move_stage") return [];
      return (await isMissing(principal, proposal, deps)) ? [proposal.id] : [];
    }),
  );
  return new Set(hidden.flat());
};

/** Whether somebody owes a form of the candidacy of a case, by what Convene itself holds. */
export const owesFormOf = async (
  principal: Principal | null,
  caseId: string,
  { database, lever }: OwnFormDeps,
): Promise<boolean> =>
  principal !== null &&
  (await mirroredOf(caseId, await ownIds(principal, lever), database)).includes("owed");

/** None while Lever cannot be asked and its users were not read lately: then names alone tell. */
const ownIds = async (
  principal: Principal,
  lever: Pick<LeverReader, "listUsers">,
): Promise<UserId[]> => {
  try {
    const users = await unlessForbidden(async () => await lever.listUsers());
    return users.filter((user) => isSame(principal, user)).map(({ id }) => id);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.fault === "upstream") return [];
    throw thrown;
  }
};

const mirroredOf = async (
  caseId: string,
  own: readonly UserId[],
  database: Database,
): Promise<string[]> => {
  if (own.length === 0) return [];
  const rows = await database.query<{ status: string }>(
    `select f.status from feedback_owed f join cases c on c.opportunity_id = f.opportunity_id
     where c.id = $1 and f.user_id = any($2) and (f.case_id is null or f.case_id = c.id)`,
    [caseId, own],
  );
  return rows.map(({ status }) => status);
};

/** Whether they had still to hand in when it was made: also who has yet to interview. */
const isMissing = async (
  principal: Principal,
  proposal: ProposalRecord,
  { database, texts }: OwnFormDeps,
): Promise<boolean> => {
  try {
    const { payload } = await openSynthesis(database, proposal, texts);
    return payload.missing.some((one) => isSame(principal, one));
  } catch (thrown) {
    if (isUnreadable(thrown)) return false;
    throw thrown;
  }
};

const isSame = ({ name }: Principal, other: { name: string; email: string }): boolean =>
  [other.name, other.email].some(
    (known) => known !== "" && known.toLowerCase() === name.trim().toLowerCase(),
  );
