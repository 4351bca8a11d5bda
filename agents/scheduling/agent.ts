/** The scheduling specialist: all sessions of one opportunity's stage, from the plan to a booking proposed. What it gathers comes
 * through tools, the times from the slot engine, the words from a draft that a model may polish. */
import type { Specialist } from "../specialist.ts";
import { BookingTexts } from "../../src/domain/proposal.ts";
import {
  type SchedulingContext,
  gatherSchedulingContext,
  refreshHeldTime,
} from "../../tools/scheduling-context.ts";
import { type BookingDraft, draftBooking } from "./draft.ts";
import { SCHEDULING_PROMPT } from "./prompt.ts";
import { proposeTimes } from "./offer.ts";
import { verifyTexts } from "./verify.ts";

/** The definition. */
export const scheduling: Specialist<SchedulingContext, BookingDraft, BookingTexts> = {
  name: "scheduling",
  class: "logistics",
  gather: async (run, tools) =>
    await gatherSchedulingContext({ opportunityId: run.case_.opportunityId, ...run.wishes }, tools),
  refresh: refreshHeldTime,
  draft: draftBooking,
  wording: {
    schema: BookingTexts,
    name: "booking_texts",
    prompt: SCHEDULING_PROMPT,
    of: (draft) => draft.texts,
    put: (draft, texts) => ({ ...draft, texts }),
  },
  verify: (texts, draft) =>
    verifyTexts(texts, draft.texts, draft.itineraries[0]?.sessions.length ?? 1),
  propose: (draft, gathered, run) => [proposeTimes(draft, gathered, run)],
};
