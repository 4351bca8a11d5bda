/** A synthesis as people see it: with its forms, as it was made, and how it would read after an edit. */
import { getCase } from "../../cases/cases.ts";
import { openSynthesis } from "../../cases/open-proposal.ts";
import { refuseWhileOff } from "../../cases/evaluative.ts";
import { readStanding } from "../../cases/read-standing.ts";
import { SYNTHESIS_OFF } from "../../cases/synthesis.ts";
import { lookAgainAtFeedback } from "../../cases/feedback-owed.ts";
import { listMissed } from "../../cases/missed-interviews.ts";
import { madeOf, overtakenBy } from "../../cases/synthesis-proposals.ts";
import type { ProposalRecord } from "../../cases/records.ts";
import { type EditDeps, type Editing, editedSynthesis } from "../../cases/store-edit.ts";
import { AppError } from "../../domain/errors.ts";
import type { PostSynthesis } from "../../domain/synthesis.ts";
import { rememberRound } from "../../lever/remember.ts";
import { changesSince } from "../../synthesis/compare.ts";
import { renderSynthesis } from "../../domain/synthesis-note.ts";
import { editsSince } from "../../synthesis/edits.ts";
import type { Principal } from "../auth/principal.ts";
import type { SynthesisDetail, SynthesisPreview } from "./aside-schemas.ts";
import { type AsideDeps, viewAside } from "./aside-view.ts";
import { notThere } from "./not-there.ts";
import { type OwnFormDeps, refuseWhoOwes } from "../../cases/own-form-first.ts";

/** The whole of it. Errors: `conflict` while evaluative features are switched off; `forbidden` for whoever has still to hand in
 * their own form. */
export const viewSynthesis = async (
  proposal: ProposalRecord,
  principal: Principal | null,
  deps: AsideDeps & OwnFormDeps,
): Promise<SynthesisDetail> => {
  await refuseWhileOff(deps.database, SYNTHESIS_OFF);
  const { payload, context } = await openSynthesis(deps.database, proposal, deps.texts);
  const once = { ...deps, lever: rememberRound(deps.lever) };
  await refuseWhoOwes(principal, payload, once);
  const first = await madeOf(deps.database, proposal);
  const { payload: made } = await openSynthesis(deps.database, first, deps.texts);
  return {
    ...(await viewAside(proposal, { payload, context, principal }, deps)),
    kind: payload.kind,
    payload,
    rendered: { note: renderSynthesis(payload) },
    made: { questions: made.questions, quotes: made.quotes },
    otherwise: await otherwiseOf(proposal, payload, once),
    sinceWaiting: await sinceWaiting(first, made, deps),
  };
};

/** Has the round looked at again at once where it is otherwise than one that waits says: the look takes that off the table. Shape: what is
 * otherwise; null: nothing. */
const lookAgain = async (
  proposal: ProposalRecord,
  payload: PostSynthesis,
  deps: OwnFormDeps,
): Promise<string | null> => {
  const message = await otherwiseOf(proposal, payload, deps);
  if (message === null) return null;
  const { opportunityId } = payload;
  const now = deps.clock.now();
  await lookAgainAtFeedback(deps.database, { opportunityId, now, atOnce: true });
  return message;
};

/** The same for whoever has seen on its page that it is. Errors: as `viewSynthesis`. */
export const lookAgainAtSynthesis = async (
  proposal: ProposalRecord,
  principal: Principal | null,
  deps: OwnFormDeps,
): Promise<{ otherwise: string | null }> => {
  await refuseWhileOff(deps.database, SYNTHESIS_OFF);
  const { payload } = await openSynthesis(deps.database, proposal, deps.texts);
  const once = { ...deps, lever: rememberRound(deps.lever) };
  await refuseWhoOwes(principal, payload, once);
  return { otherwise: await lookAgain(proposal, payload, once) };
};

/** Errors: `stale_proposal` when the round is otherwise by now; it is looked at again at once then. */
export const refuseOtherwise = async (
  proposal: ProposalRecord,
  deps: OwnFormDeps,
): Promise<void> => {
  const { payload } = await openSynthesis(deps.database, proposal, deps.texts);
  const message = await lookAgain(proposal, payload, deps);
  if (message === null) return;
  throw new AppError({ code: "stale_proposal", fault: "caller", message });
};

/** Of one that waits, by Lever as it is now. Null while Lever cannot say: it is asked once more before anything is left there. */
const otherwiseOf = async (
  { status }: Pick<ProposalRecord, "status">,
  payload: PostSynthesis,
  { database, lever, clock }: OwnFormDeps,
): Promise<string | null> => {
  if (status !== "waiting") return null;
  const missedOf = async (opportunityId: string) => await listMissed(database, opportunityId);
  try {
    const { words } = await readStanding(payload, { lever, clock, missedOf });
    if (words === null) return null;
    return `${words}. This version can only be rejected: the next look takes it off the table, and another one is made when it can be.`;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.fault === "upstream") return null;
    throw thrown;
  }
};

const sinceWaiting = async (
  first: ProposalRecord,
  made: PostSynthesis,
  { database, texts }: OwnFormDeps,
): Promise<string[]> => {
  const overtaken = await overtakenBy(database, first);
  if (!overtaken) return [];
  const { payload } = await openSynthesis(database, await madeOf(database, overtaken), texts);
  return changesSince(payload, made);
};

/** How it would read; changes nothing. Errors: as `viewSynthesis`; `input_invalid` with what is wrong. */
export const previewSynthesis = async (
  proposal: ProposalRecord,
  { edit, principal }: { edit: Editing["edit"]; principal: Principal | null },
  deps: AsideDeps & OwnFormDeps & EditDeps,
): Promise<SynthesisPreview> => {
  await refuseWhileOff(deps.database, SYNTHESIS_OFF);
  const { payload } = await openSynthesis(deps.database, proposal, deps.texts);
  await refuseWhoOwes(principal, payload, deps);
  const case_ = await getCase(deps.database, proposal.caseId);
  if (!case_) throw notThere("case");
  const { made, edited } = await editedSynthesis(
    deps.database,
    { proposal, case_, edit, by: principal?.name ?? "somebody" },
    deps,
  );
  return { rendered: { note: renderSynthesis(edited) }, edits: editsSince(made, edited) };
};
