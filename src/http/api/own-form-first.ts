/** Nobody sees what others think of a candidate before they have handed in their own form. Here for people who are signed in: a
 * sign-in is known as one of the panel by its name, which is somebody's name or address in Lever, however it is written. */
import { listMissed } from "../../cases/missed-interviews.ts";
import { openSynthesis, isUnreadable } from "../../cases/open-proposal.ts";
import type { ProposalRecord } from "../../cases/records.ts";
import { STAGE_RULE_OFF } from "../../cases/stage-rule.ts";
import { SYNTHESIS_OFF } from "../../cases/synthesis.ts";
import type { Database } from "../../db/port.ts";
import { AppError, isForbidden } from "../../domain/errors.ts";
import type { OpportunityId, UserId } from "../../domain/ids.ts";
import { isSameName } from "../../domain/same-name.ts";
import type { Clock } from "../../domain/time.ts";
import { roundAt } from "../../feedback/round.ts";
import type { LeverReader, LeverUser } from "../../lever/port.ts";
import { isEvaluativeOn } from "../../policy/decide.ts";
import { readPolicy } from "../../policy/store.ts";
import type { Texts } from "../../privacy/texts.ts";
import { ADMIN, type Principal } from "../auth/principal.ts";

export interface OwnFormDeps {
  database: Database;
  texts: Texts;
  clock: Clock;
  lever: Pick<LeverReader, "listUsers" | "listPanels" | "listFeedback">;
}

/** What somebody is told instead. */
export const OWN_FORM_FIRST =
  "Your own feedback form of this round is still to be handed in: what the others say is shown to you after that.";

/** What somebody is told while nobody can say whether they are one of the panel. */
export const LEVER_UNREAD =
  "Lever's users cannot be read now, so it cannot be said whether a feedback form of yours is still to be handed in: what the others say is shown again once they can.";

/** Why: Lever is away, or the credential may not read its users. */
const leverUnread = (thrown: AppError): AppError =>
  new AppError({
    code: "lever_unavailable",
    fault: "upstream",
    message: isForbidden(thrown)
      ? `${LEVER_UNREAD} The credential lacks the permission "Users: read".`
      : `${LEVER_UNREAD} Try again in a minute.`,
    retryable: true,
    cause: thrown,
  });

const ownFormFirst = (): AppError =>
  new AppError({ code: "forbidden", fault: "caller", message: OWN_FORM_FIRST });

/** Refuses whoever has a form of a round still to hand in, by Lever as it is now, also where it is not waited for: of an interview that
 * was missed, or by somebody deactivated. Errors: `forbidden`; those of Lever, also while
 * its users cannot be read. */
export const refuseWhoOwes = async (
  principal: Principal | null,
  { opportunityId, stageId }: { opportunityId: OpportunityId; stageId: string },
  { database, lever, clock }: OwnFormDeps,
): Promise<void> => {
  if (!principal) return;
  const found = await findOwn(principal, lever);
  if (found instanceof AppError) throw leverUnread(found);
  const { users } = found;
  const own = new Set(found.own);
  if (own.size === 0) return;
  const [panels, forms] = await Promise.all([
    lever.listPanels(opportunityId),
    lever.listFeedback(opportunityId),
  ]);
  const missed = await listMissed(database, opportunityId);
  const { silent } = roundAt({ panels, forms, users, missed, now: clock.now() }, stageId);
  if (silent.some((userId) => own.has(userId))) throw ownFormFirst();
};

/** Whether somebody has a form of a round still to hand in by Lever as it is now, or may have: it cannot be read. */
export const mayOweNow = async (
  principal: Principal | null,
  round: { opportunityId: OpportunityId; stageId: string },
  deps: OwnFormDeps,
): Promise<boolean> => {
  try {
    await refuseWhoOwes(principal, round, deps);
    return false;
  } catch (thrown) {
    if (thrown instanceof AppError && isRefusal(thrown)) return true;
    throw thrown;
  }
};

const isRefusal = ({ code, fault }: AppError): boolean =>
  code === "forbidden" || fault === "upstream";

/** Of listed proposals those that are hidden from whoever asks, with why, by what Convene itself holds: nobody waits for Lever to see
 * a list, and no entry of one has words of a form. All are while evaluative features are switched off, or it cannot be said who asks. */
export const hiddenFrom = async (
  principal: Principal | null,
  proposals: readonly ProposalRecord[],
  deps: OwnFormDeps,
): Promise<ReadonlyMap<string, string>> => {
  const saying = proposals.filter(({ kind }) => kind === "post_synthesis" || kind === "move_stage");
  if (saying.length === 0) return new Map();
  if (!isEvaluativeOn((await readPolicy(deps.database)).policy)) {
    return new Map(
      saying.map(({ id, kind }) => [id, kind === "move_stage" ? STAGE_RULE_OFF : SYNTHESIS_OFF]),
    );
  }
  if (!principal) return new Map();
  const found = await findOwn(principal, deps.lever);
  if (found instanceof AppError) return new Map(saying.map(({ id }) => [id, LEVER_UNREAD]));
  const hidden = await Promise.all(
    saying.map(async (proposal): Promise<[string, string][]> => {
      const mirrored = await mirroredOf(proposal.caseId, found.own, deps.database);
      if (mirrored.includes("owed")) return [[proposal.id, OWN_FORM_FIRST]];
      if (mirrored.includes("handed_in") || proposal.kind === "move_stage") return [];
      return (await isMissing(principal, proposal, deps)) ? [[proposal.id, OWN_FORM_FIRST]] : [];
    }),
  );
  return new Map(hidden.flat());
};

/** Whether somebody owes a form of the candidacy of a case, by what Convene itself holds, or may owe one: it cannot be said who they
 * are. */
export const owesFormOf = async (
  principal: Principal | null,
  caseId: string,
  { database, lever }: OwnFormDeps,
): Promise<boolean> => {
  if (principal === null) return false;
  const found = await findOwn(principal, lever);
  if (found instanceof AppError) return true;
  return (await mirroredOf(caseId, found.own, database)).includes("owed");
};

interface Found {
  users: readonly LeverUser[];
  /** Theirs; none: they are no user of Lever. */
  own: UserId[];
}

/** Who somebody is in Lever. Shape: the error of Lever while its users cannot be read and were not read lately. The administrator of
 * the environment is nobody there, and needs no Lever to be so. */
const findOwn = async (
  principal: Principal,
  lever: Pick<LeverReader, "listUsers">,
): Promise<Found | AppError> => {
  try {
    const users = await lever.listUsers();
    return {
      users,
      own: users.filter((user) => isSame(principal, user)).map(({ id }) => id),
    };
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.fault !== "upstream") throw thrown;
    return principal.name === ADMIN ? { users: [], own: [] } : thrown;
  }
};

/** Of each form of theirs. One that is not in and not waited for shows them no more than one that is owed, but where another one made up for
 * it: as the last look at Lever found it (`src/feedback/owed.ts`). */
const mirroredOf = async (
  caseId: string,
  own: readonly UserId[],
  database: Database,
): Promise<string[]> => {
  if (own.length === 0) return [];
  const rows = await database.query<{ status: string }>(
    `select case when f.excuse <> 'made_up' then 'owed' else f.status end as status
     from feedback_owed f join cases c on c.opportunity_id = f.opportunity_id
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

const isSame = (principal: Principal, other: { name: string; email: string }): boolean =>
  [other.name, other.email].some((known) => isSameName(known, principal.name));
