/** The scheduling specialist: all sessions of one opportunity's stage, from the plan to a booking proposed. What it gathers comes
 * through tools, the times from the slot engine, the words from a draft that a model may polish. */
import type { Specialist, SpecialistRun } from "../specialist.ts";
import { spanOf } from "../../src/domain/itinerary.ts";
import { BookingTexts } from "../../src/domain/proposal.ts";
import { relaxContext } from "../../tools/relaxed.ts";
import {
  type SchedulingContext,
  gatherSchedulingContext,
  refreshHeldTime,
} from "../../tools/scheduling-context.ts";
import { asAsked, withoutAsked } from "./asked.ts";
import { asBooked, planDiffers } from "./as-booked.ts";
import { withBookedPeople } from "./booked-people.ts";
import { withoutTraining } from "../../tools/training-seats.ts";
import type { BookingDraft } from "./draft.ts";
import { draftTimes } from "./draft-thread.ts";
import { hear } from "./heard.ts";
import { type Mending, gatherMending, proposeMend } from "./mend.ts";
import { SCHEDULING_PROMPT } from "./prompt.ts";
import { withLanguageChecked } from "./language.ts";
import { proposeTimes } from "./offer.ts";
import { verifyTexts } from "./verify.ts";
import { withZoomHosts } from "./zoom-hosts.ts";

/** As the draft's times were found. */
const withRuleGiven = (gathered: Gathered, { relaxed }: BookingDraft): Gathered =>
  (relaxed && relaxContext(gathered, relaxed)) ?? gathered;

const withAvoided = (
  context: SchedulingContext,
  { avoided }: Pick<SpecialistRun, "avoided">,
): SchedulingContext => ({
  ...context,
  candidate: { ...context.candidate, avoided: [...avoided] },
});

/** Shape: JSON. `mending`: when something is booked already. */
export type Gathered = SchedulingContext & { mending?: Mending };

/** The definition. */
export const scheduling: Specialist<Gathered, BookingDraft, BookingTexts> = {
  name: "scheduling",
  class: "logistics",
  gather: async (run, tools) => {
    const { booked, wishes, case_ } = run;
    const { opportunityId, stageId } = case_;
    const asked = { opportunityId, stageId, ...wishes };
    const byPerson = wishes.asked ?? null;
    const namedBy = byPerson?.times?.isNamed ? byPerson.times.windows : [];
    if (!booked) {
      const read = await gatherSchedulingContext({ ...asked, named: namedBy }, tools);
      const context = asAsked(withAvoided(read, run), byPerson);
      return await withZoomHosts(context, tools, run);
    }
    const { planId, sessions } = booked.payload;
    const heard = hear(run, booked.payload);
    const wished = heard?.how === "understood" && byPerson?.times == null ? heard.wished : null;
    const through = spanOf(sessions).endsAt;
    const named = wished?.isNamed ? wished.windows : namedBy;
    const [read, mending] = await Promise.all([
      gatherSchedulingContext(
        { ...asked, stageName: case_.stageName, planId, through, named },
        tools,
      ),
      gatherMending(booked, tools).then((found) => withoutAsked(found, byPerson)),
    ]);
    const context = asAsked(
      wished ? { ...read, candidate: { ...read.candidate, wished } } : read,
      byPerson,
    );
    const differs = planDiffers(context, sessions);
    const all = await withBookedPeople(
      asBooked(withAvoided(context, run), sessions),
      mending.outside,
      tools,
    );
    const known = await withZoomHosts(all, tools, run);
    // Whoever sits in goes with what was booked: a change looks for nobody new.
    return {
      ...known,
      sessions: withoutTraining(known.sessions),
      mending: {
        ...mending,
        ...(heard && { heard }),
        ...(differs.length > 0 && { differs }),
      },
    };
  },
  refresh: async (gathered, tools) => ({
    ...gathered,
    ...(await refreshHeldTime(gathered, tools)),
  }),
  draft: async (gathered, run, signal) => await draftTimes({ gathered, run }, signal),
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
    withLanguageChecked(
      gathered.mending
        ? proposeMend(
            draft,
            { gathered: withRuleGiven(gathered, draft), mending: gathered.mending },
            run,
          )
        : proposeTimes(draft, withRuleGiven(gathered, draft), run),
    ),
  ],
};
