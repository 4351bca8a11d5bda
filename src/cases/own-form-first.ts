/** Nobody sees what others think of a candidate before they have handed in their own form. Here for people who are signed in, and their
 * assistants: a sign-in is known as one of the panel by its name, which is somebody's name or address in Lever, however it is written. */
import type { Database } from "../db/port.ts";
import { ADMIN } from "../domain/administrator.ts";
import type { SendBrief } from "../domain/brief.ts";
import { AppError, isForbidden } from "../domain/errors.ts";
import type { OpportunityId, UserId } from "../domain/ids.ts";
import { isSameName } from "../domain/same-name.ts";
import type { Clock } from "../domain/time.ts";
import { quotedForms, withoutForms } from "../feedback/quoted-forms.ts";
import { readingsById } from "../feedback/reading.ts";
import { roundAt } from "../feedback/round.ts";
import type { LeverReader, LeverUser } from "../lever/port.ts";
import { isEvaluativeOn } from "../policy/decide.ts";
import { readPolicy } from "../policy/store.ts";
import type { Texts } from "../privacy/texts.ts";
import { getCase } from "./cases.ts";
import { NO_SHOW_OFF, WORD_OF_RISK } from "./no-show-told.ts";
import { isUnreadable, openSynthesis } from "./open-proposal.ts";
import type { ProposalRecord } from "./records.ts";
import { readRoundFacts } from "./round-facts.ts";
import { STAGE_RULE_OFF } from "./stage-rule.ts";
import { SYNTHESIS_OFF } from "./synthesis.ts";

/** Who asks, by the name that they signed in with, and by their address where it is known; null: nobody in particular. */
export type Asker = { name: string; email?: string | null } | null;

/** All of one stage of an opportunity, of whichever case. */
export interface RoundOf {
  opportunityId: OpportunityId;
  stageId: string;
}

export interface OwnFormDeps {
  database: Database;
  texts: Texts;
  clock: Clock;
  lever: Pick<LeverReader, "listUsers" | "listPanels" | "listFeedback">;
}

type LiveDeps = Omit<OwnFormDeps, "texts">;

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
  asker: Asker,
  { opportunityId, stageId }: RoundOf,
  deps: LiveDeps,
): Promise<void> => {
  if (!asker) return;
  const found = await findOwn(asker, deps.lever);
  if (found instanceof AppError) throw leverUnread(found);
  const own = new Set(found.own);
  if (own.size === 0) return;
  const { silent } = roundAt(await readRoundFacts(opportunityId, deps), stageId);
  if (silent.some((userId) => own.has(userId))) throw ownFormFirst();
};

/** A brief without what it quotes of forms of rounds that whoever asks has still to hand in a form of, by Lever as it is now: whichever
 * stage and case these are of. Of none of them while Lever cannot say. */
export const briefShownTo = async (
  asker: Asker,
  payload: SendBrief,
  deps: LiveDeps,
): Promise<SendBrief> => {
  if (!asker || quotedForms(payload).length === 0) return payload;
  const found = await findOwn(asker, deps.lever);
  const nothing = () => withoutForms(payload, () => false);
  if (found instanceof AppError) return nothing();
  if (found.own.length === 0) return payload;
  try {
    const facts = await readRoundFacts(payload.opportunityId, deps);
    const readings = found.own.map((userId) => readingsById(facts, userId));
    return withoutForms(payload, (formId) => readings.every((of) => of(formId) !== "own_missing"));
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.fault === "upstream") return nothing();
    throw thrown;
  }
};

/** Why somebody is not told what is said of a round by Lever as it is now: they have a form of it still to hand in, or may have, for
 * it cannot be read. Null: they are told. */
export const whyKeptNow = async (
  asker: Asker,
  round: RoundOf,
  deps: LiveDeps,
): Promise<string | null> => {
  try {
    await refuseWhoOwes(asker, round, deps);
    return null;
  } catch (thrown) {
    if (!(thrown instanceof AppError) || !isRefusal(thrown)) throw thrown;
    return thrown.fault === "upstream" ? LEVER_UNREAD : OWN_FORM_FIRST;
  }
};

const isRefusal = ({ code, fault }: AppError): boolean =>
  code === "forbidden" || fault === "upstream";

/** Of listed proposals those that are hidden from whoever asks, with why, by what Convene itself holds: nobody waits for Lever to see
 * a list, and no entry of one has words of a form. All are while evaluative features are switched off, or it cannot be said who asks. */
export const hiddenFrom = async (
  asker: Asker,
  proposals: readonly ProposalRecord[],
  deps: OwnFormDeps,
): Promise<ReadonlyMap<string, string>> => {
  const evaluative = proposals.flatMap(({ id, kind }) => {
    const off = OFF[kind];
    return off === undefined ? [] : [[id, off] as const];
  });
  if (evaluative.length === 0) return new Map();
  if (!isEvaluativeOn((await readPolicy(deps.database)).policy)) return new Map(evaluative);
  const saying = proposals.filter(isSaying);
  if (!asker || saying.length === 0) return new Map();
  const found = await findOwn(asker, deps.lever);
  if (found instanceof AppError) return new Map(saying.map(({ id }) => [id, LEVER_UNREAD]));
  const hidden = await Promise.all(
    saying.map(async (proposal): Promise<[string, string][]> => {
      const round = await roundOfCase(proposal.caseId, deps.database);
      const mirrored = round ? await mirroredOf(round, found.own, deps.database) : [];
      if (mirrored.includes("owed")) return [[proposal.id, OWN_FORM_FIRST]];
      if (mirrored.includes("handed_in") || proposal.kind === "move_stage") return [];
      return (await isMissing(asker, proposal, deps)) ? [[proposal.id, OWN_FORM_FIRST]] : [];
    }),
  );
  return new Map(hidden.flat());
};

const OFF: Partial<Record<ProposalRecord["kind"], string>> = {
  post_synthesis: SYNTHESIS_OFF,
  move_stage: STAGE_RULE_OFF,
  [WORD_OF_RISK]: NO_SHOW_OFF,
};

/** The same of proposals of one case, which are shown with all that it has: also from whoever has yet to interview there, by Lever as it
 * is now. */
export const hiddenInCase = async (
  asker: Asker,
  { case_, proposals }: { case_: RoundOf; proposals: readonly ProposalRecord[] },
  deps: OwnFormDeps,
): Promise<ReadonlyMap<string, string>> => {
  const hidden = await hiddenFrom(asker, proposals, deps);
  const told = proposals.filter((each) => isSaying(each) && !hidden.has(each.id));
  const why = told.length === 0 ? null : await whyKeptNow(asker, case_, deps);
  return why === null ? hidden : new Map([...hidden, ...told.map(({ id }) => [id, why] as const)]);
};

const isSaying = ({ kind }: ProposalRecord): boolean =>
  kind === "post_synthesis" || kind === "move_stage";

const roundOfCase = async (caseId: string, database: Database): Promise<RoundOf | null> => {
  const case_ = await getCase(database, caseId);
  return case_ && { opportunityId: case_.opportunityId, stageId: case_.stageId };
};

/** Whether somebody owes a form of a round, by what Convene itself holds, or may owe one: it cannot be said who they are. Whoever has
 * yet to interview owes none by that: see `whyKeptNow`. */
export const owesFormOf = async (
  asker: Asker,
  round: RoundOf,
  { database, lever }: Pick<OwnFormDeps, "database" | "lever">,
): Promise<boolean> => {
  if (asker === null) return false;
  const found = await findOwn(asker, lever);
  if (found instanceof AppError) return true;
  return (await mirroredOf(round, found.own, database)).includes("owed");
};

interface Found {
  users: readonly LeverUser[];
  /** Theirs; none: they are no user of Lever. */
  own: UserId[];
}

/** Who somebody is in Lever. Shape: the error of Lever while its users cannot be read and were not read lately. The administrator of
 * the environment is nobody there, and needs no Lever to be so. */
const findOwn = async (
  asker: NonNullable<Asker>,
  lever: Pick<LeverReader, "listUsers">,
): Promise<Found | AppError> => {
  try {
    const users = await lever.listUsers();
    return {
      users,
      own: users.filter((user) => isSame(asker, user)).map(({ id }) => id),
    };
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.fault !== "upstream") throw thrown;
    return asker.name === ADMIN ? { users: [], own: [] } : thrown;
  }
};

/** Of each form of theirs of the round, of whichever case: one of which Lever does not say the stage may be of it. One that is not in and
 * not waited for shows them no more than one that is owed, but where another one made up for it: as the last look at Lever found it
 * (`src/feedback/owed.ts`). */
const mirroredOf = async (
  { opportunityId, stageId }: RoundOf,
  own: readonly UserId[],
  database: Database,
): Promise<string[]> => {
  if (own.length === 0) return [];
  const rows = await database.query<{ status: string }>(
    `select case when f.excuse <> 'made_up' then 'owed' else f.status end as status
     from feedback_owed f left join cases c on c.id = f.case_id
     where f.opportunity_id = $1 and f.user_id = any($3) and (c.id is null or c.stage_id = $2)`,
    [opportunityId, stageId, own],
  );
  return rows.map(({ status }) => status);
};

/** Whether they had still to hand in when it was made: also who has yet to interview. */
const isMissing = async (
  asker: NonNullable<Asker>,
  proposal: ProposalRecord,
  { database, texts }: OwnFormDeps,
): Promise<boolean> => {
  try {
    const { payload } = await openSynthesis(database, proposal, texts);
    return payload.missing.some((one) => isSame(asker, one));
  } catch (thrown) {
    if (isUnreadable(thrown)) return false;
    throw thrown;
  }
};

const isSame = (asker: NonNullable<Asker>, other: { name: string; email: string }): boolean =>
  [asker.name, ...(asker.email ? [asker.email] : [])].some((asked) =>
    [other.name, other.email].some((known) => isSameName(known, asked)),
  );
