/** The scheduling specialist: all sessions of one opportunity's stage, from the plan to a booking proposed. What it gathers comes
 * through tools, the times from the slot engine, the words from a draft that a model may polish. */
import type { Specialist } from "../specialist.ts";
import { spanOf } from "../../src/domain/itinerary.ts";
import { BookingTexts } from "../../src/domain/proposal.ts";
import {
  type SchedulingContext,
  gatherSchedulingContext,
  refreshHeldTime,
} from "../../tools/scheduling-context.ts";
import { type BookingDraft, draftBooking } from "./draft.ts";
import { type Mending, draftMend, gatherMending, proposeMend } from "./mend.ts";
import { SCHEDULING_PROMPT } from "./prompt.ts";
import { proposeTimes } from "./offer.ts";
import { verifyTexts } from "./verify.ts";

/** Shape: JSON. `mending`: when something is booked already. */
export type Gathered = SchedulingContext & { mending?: Mending };

/** The definition. */
export const scheduling: Specialist<Gathered, BookingDraft, BookingTexts> = {
  name: "scheduling",
  class: "logistics",
  gather: async (run, tools) => {
    const { booked, wishes, case_ } = run;
    const asked = { opportunityId: case_.opportunityId, ...wishes };
    if (!booked) return await gatherSchedulingContext(asked, tools);
    const { planId, sessions } = booked.payload;
    const [context, mending] = await Promise.all([
      gatherSchedulingContext({ ...asked, planId, through: spanOf(sessions).endsAt }, tools),
      gatherMending(booked, tools),
    ]);
    return { ...context, mending };
  },
  refresh: async (gathered, tools) => ({
    ...gathered,
    ...(await refreshHeldTime(gathered, tools)),
  }),
  draft: (gathered, run) =>
    gathered.mending ? draftMend(gathered, gathered.mending, run) : draftBooking(gathered, run),
  wording: {
    schema: BookingTexts,
    name: "booking_texts",
    prompt: SCHEDULING_PROMPT,
    of: (draft) => draft.texts,
    put: (draft, texts) => ({ ...draft, texts }),
  },
  verify: (texts, draft) =>
    verifyTexts(texts, draft.texts, draft.itineraries[0]?.sessions.length ?? 1),
  propose: (draft, gathered, run) => [
    gathered.mending
      ? proposeMend(draft, { gathered, mending: gathered.mending }, run)
      : proposeTimes(draft, gathered, run),
  ],
};
