/** A synthesis as people see it: with its forms, what was changed of it since it was made, and how it would read after an edit. */
import { getCase } from "../../cases/cases.ts";
import { openSynthesis } from "../../cases/open-proposal.ts";
import { refuseWhileOff } from "../../cases/evaluative.ts";
import { SYNTHESIS_OFF } from "../../cases/synthesis.ts";
import { madeOf } from "../../cases/synthesis-proposals.ts";
import type { ProposalRecord } from "../../cases/records.ts";
import { type EditDeps, type Editing, editedSynthesis } from "../../cases/store-edit.ts";
import { renderSynthesis } from "../../domain/synthesis-note.ts";
import { editsSince } from "../../synthesis/edits.ts";
import type { Principal } from "../auth/principal.ts";
import type { SynthesisDetail, SynthesisPreview } from "./aside-schemas.ts";
import { type AsideDeps, viewAside } from "./aside-view.ts";
import { notThere } from "./not-there.ts";
import { type OwnFormDeps, refuseWhoOwes } from "./own-form-first.ts";

/** The whole of it. Errors: `conflict` while evaluative features are switched off; `forbidden` for whoever has still to hand in
 * their own form. */
export const viewSynthesis = async (
  proposal: ProposalRecord,
  principal: Principal | null,
  deps: AsideDeps & OwnFormDeps,
): Promise<SynthesisDetail> => {
  await refuseWhileOff(deps.database, SYNTHESIS_OFF);
  const { payload, context } = await openSynthesis(deps.database, proposal, deps.texts);
  await refuseWhoOwes(principal, payload, deps);
  const first = await madeOf(deps.database, proposal);
  const { payload: made } = await openSynthesis(deps.database, first, deps.texts);
  return {
    ...(await viewAside(proposal, { payload, context }, deps)),
    kind: payload.kind,
    payload,
    rendered: { note: renderSynthesis(payload) },
    made: { questions: made.questions, quotes: made.quotes },
    edits: editsSince(made, payload),
  };
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
