/** Who changed what of a proposal before it was decided. Whoever may not read a proposal does not read what was changed of it. */
import { z } from "zod";
import { getCase } from "../../cases/cases.ts";
import { type EditOf, editAfter, editsBefore } from "../../cases/edits-of.ts";
import { refuseWhileOff } from "../../cases/evaluative.ts";
import { type OwnFormDeps, refuseWhoOwes } from "../../cases/own-form-first.ts";
import { SYNTHESIS_OFF } from "../../cases/synthesis.ts";
import { FieldChange } from "../../domain/field-change.ts";
import { isoInstant } from "../../domain/time.ts";
import { rememberRound } from "../../lever/remember.ts";
import { findShown } from "./find-shown.ts";
import { DecisionItem } from "./outcome-schemas.ts";
import { type AnyRoute, defineRoute } from "./route.ts";

const EditItem = z.object({
  from: z.string().describe("Id of the proposal that was edited"),
  to: z.string().describe("Id of the one that was made of it"),
  ...DecisionItem.pick({ by: true, via: true, onBehalfOf: true }).shape,
  at: isoInstant,
  state: z
    .enum(["readable", "erased", "damaged"])
    .describe("erased: the key of its candidate is destroyed. damaged: it is not what was stored"),
  changes: z.array(FieldChange),
});
export type EditItem = z.infer<typeof EditItem>;

export const EditList = z.object({
  items: z
    .array(EditItem)
    .describe("Those that led to it, the first one first; then the one that replaced it"),
});
export type EditList = z.infer<typeof EditList>;

/** The route. */
export const editRoutes = (deps: OwnFormDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/proposals/{id}/edits",
    summary: "Who changed what of a proposal before it was decided, field by field",
    access: "read",
    about: { thing: "proposal", in: "id" },
    params: z.object({ id: z.string() }),
    answer: EditList,
    handler: async ({ params: { id }, principal }) => {
      const proposal = await findShown(id, deps, principal);
      if (proposal.kind === "post_synthesis") {
        await refuseWhileOff(deps.database, SYNTHESIS_OFF);
        const case_ = await getCase(deps.database, proposal.caseId);
        const once = { ...deps, lever: rememberRound(deps.lever) };
        if (case_) await refuseWhoOwes(principal, case_, once);
      }
      const before = await editsBefore(deps.database, proposal, deps.texts);
      const after = await editAfter(deps.database, proposal, deps.texts);
      return { items: [...before, ...(after ? [after] : [])].map(viewEdit) };
    },
  }),
];

const viewEdit = ({ from, to, decision, state, changes }: EditOf): EditItem => ({
  from: from.id,
  to: to.id,
  by: decision.decidedBy,
  via: decision.via,
  onBehalfOf: decision.onBehalfOf,
  at: decision.at.toString(),
  state,
  changes,
});
