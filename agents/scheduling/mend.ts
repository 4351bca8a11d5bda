/** A change of what is booked: after somebody declined or moved an event, or because the candidate asked for it. */
import type { SpecialistProposal, SpecialistRun } from "../specialist.ts";
import { changesFrom, isForCandidate } from "../../src/domain/change.ts";
import { AppError } from "../../src/domain/errors.ts";
import type { BookInterview, ScoredItinerary } from "../../src/domain/proposal.ts";
import { type Booked, type Outside, lookOutside } from "./booked.ts";
import type { ToolContext } from "../../tools/context.ts";
import type { SchedulingContext } from "../../tools/scheduling-context.ts";
import { draftChangeTexts } from "./change-texts.ts";
import type { BookingDraft } from "./draft.ts";
import { contextOf, membersOf } from "./propose.ts";
import { findWays, sessionsOfWay } from "./ways.ts";
import { bookingSummary } from "./words.ts";

/** What was gathered to change a booking. Shape: JSON. */
export interface Mending {
  booked: Booked;
  outside: Outside;
}

/** A booking and how it stands outside. Errors: those of Lever and the calendar. */
export const gatherMending = async (booked: Booked, tools: ToolContext): Promise<Mending> => ({
  booked,
  outside: await lookOutside(booked, tools),
});

/** Errors: `no_slot` with what happened, and why nothing mends it; `plan_invalid`. */
export const draftMend = (
  gathered: SchedulingContext,
  { booked, outside }: Mending,
  { isMoveWanted }: Pick<SpecialistRun, "isMoveWanted">,
): BookingDraft => {
  const { ways, why, findings } = findWays({ gathered, outside, isMoveWanted });
  if (ways.length > 0) {
    return { itineraries: ways, findings, texts: draftChangeTexts(booked.payload) };
  }
  throw new AppError({
    code: "no_slot",
    fault: "caller",
    message: ["No change of the booking fits everybody.", ...new Set(why)].join(" "),
  });
};

/** Whoever takes the reins earlier than this, it is a person. */
const PERSON_WITHIN_HOURS = 48;

/** The one proposal: the least disturbance, with the other ways beside it. */
export const proposeMend = (
  draft: BookingDraft,
  { gathered, mending }: { gathered: SchedulingContext; mending: Mending },
  run: SpecialistRun,
): SpecialistProposal => {
  const [way, ...others] = draft.itineraries;
  if (!way) throw new Error("a draft without a way");
  const { payload: booked } = mending.booked;
  const people = membersOf(gathered, draft.itineraries.map(newcomers(booked)));
  const { offer: _, ...payload } = {
    ...booked,
    kind: "change_booking" as const,
    candidate: { ...booked.candidate, email: gathered.candidate.email },
    sessions: sessionsOfWay(way, booked, people),
    texts: { ...draft.texts, ...mending.outside.change.invitation },
    change: { ...mending.outside.change, because: becauseOf(mending, run) },
  } satisfies BookInterview;
  const context = contextOf(draft, gathered, run);
  return {
    key: "change",
    audience: isForCandidate(payload) ? "candidate" : "internal",
    risk: riskOf(payload, { gathered, mending, run }),
    warnings: context.evidence.filter(({ kind }) => kind === "warning").length,
    payload,
    context: {
      ...context,
      people,
      itinerary: way,
      alternatives: others,
      summary: bookingSummary(payload),
      reason: payload.change.because,
    },
  };
};

const becauseOf = ({ outside }: Mending, { isMoveWanted }: SpecialistRun): string =>
  [
    ...outside.deviations.map(({ words }) => words),
    ...(isMoveWanted ? ["The candidate asks for another time."] : []),
  ].join(" ");

/** Those of a way who are not in the booking already: they were read when it was made. */
const newcomers =
  ({ sessions }: BookInterview) =>
  (way: ScoredItinerary): ScoredItinerary => ({
    ...way,
    sessions: way.sessions.map((placed) => {
      const old = sessions.find(({ sessionId }) => sessionId === placed.sessionId);
      const isNew = ({ email }: { email: string }) =>
        old?.panel.every((member) => member.email !== email) !== false;
      return { ...placed, panel: placed.panel.filter(isNew) };
    }),
  });

interface Judged {
  gathered: SchedulingContext;
  mending: Mending;
  run: SpecialistRun;
}

/** High, so that a person decides: shortly before the interview, and about what somebody moved by hand, who may mean it. */
const riskOf = (
  payload: BookInterview,
  { gathered, mending, run }: Judged,
): SpecialistProposal["risk"] => {
  const hours = gathered.plan.rules?.changesNeedPersonWithinHours ?? PERSON_WITHIN_HOURS;
  const isSoon = Temporal.Instant.compare(changesFrom(payload), run.now.add({ hours })) < 0;
  const isByHand = mending.outside.deviations.some(({ code }) => code !== "declined");
  return isSoon || isByHand ? "high" : "medium";
};
