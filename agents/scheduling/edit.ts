/** A person's change to a proposed booking: another of the offered slots, other words. The facts follow by themselves,
 * because texts hold tokens. */
import type { ProposalContext } from "../../src/cases/proposals.ts";
import { TEXT_FIELDS, textFaults } from "../../src/domain/booking-texts.ts";
import { AppError } from "../../src/domain/errors.ts";
import { spanOf } from "../../src/domain/itinerary.ts";
import type { BookInterview, BookingEdit, ScoredItinerary } from "../../src/domain/proposal.ts";
import { seatsOf } from "./seats.ts";
import { sessionsOfWay } from "./ways.ts";
import { bookingReason, bookingSummary } from "./words.ts";

export interface Edited {
  payload: BookInterview;
  context: ProposalContext;
}

/** The booking after the edit. Errors: `no_slot` when the start is not one that was offered, `input_invalid` with each
 * fault of the texts. */
export const applyBookingEdit = (
  payload: BookInterview,
  context: ProposalContext,
  edit: BookingEdit,
): Edited => {
  const texts = { ...payload.texts };
  for (const field of TEXT_FIELDS) texts[field] = edit.texts?.[field] ?? texts[field];
  const faults = textFaults(texts, payload.sessions.length, payload.kind);
  if (faults.length > 0) {
    throw new AppError({
      code: "input_invalid",
      fault: "caller",
      message: "The texts cannot be used as they are.",
      data: {
        faults: faults.map((f) => ({ path: `payload.texts.${f.path}`, message: f.message })),
      },
    });
  }
  if (payload.offer && edit.startsAt !== undefined) throw allAreOffered();
  const itinerary = chosen(context, edit);
  const moved = itinerary !== context.itinerary;
  const changed: BookInterview = {
    ...payload,
    texts,
    ...(moved && {
      sessions: payload.change
        ? sessionsOfWay(itinerary, { sessions: payload.change.before }, context.people)
        : sessionsAt(itinerary, payload, context),
    }),
  };
  const others = [context.itinerary, ...context.alternatives].filter(
    (other) => other !== itinerary,
  );
  return {
    payload: changed,
    context: {
      ...context,
      itinerary,
      // Ways of a change keep the order of what they disturb.
      alternatives: payload.change ? others : others.toSorted((a, b) => b.score - a.score),
      summary: bookingSummary(changed),
      reason: reasonOf(changed, { itinerary, moved }),
    },
  };
};

const reasonOf = (
  { change }: BookInterview,
  { itinerary, moved }: { itinerary: ScoredItinerary; moved: boolean },
): string => {
  if (change) return change.because;
  return moved ? "Chosen by a person from the offered times." : bookingReason(itinerary);
};

/** What is proposed, unless the edit names another: a way by its place, or a time. */
const chosen = (context: ProposalContext, { way, startsAt }: BookingEdit): ScoredItinerary => {
  if (way !== undefined) return context.alternatives[way] ?? noSuchTime();
  return startsAt === undefined ? context.itinerary : offered(context, startsAt);
};

const allAreOffered = (): AppError =>
  new AppError({
    code: "input_invalid",
    fault: "caller",
    message:
      "The candidate chooses among all of these times. To choose one yourself, ask for an interview at that time.",
  });

const offered = (context: ProposalContext, startsAt: string): ScoredItinerary => {
  const wanted = Temporal.Instant.from(startsAt);
  const itinerary = [context.itinerary, ...context.alternatives].find(({ sessions }) =>
    spanOf(sessions).startsAt.equals(wanted),
  );
  return itinerary ?? noSuchTime();
};

const noSuchTime = (): never => {
  throw new AppError({
    code: "no_slot",
    fault: "caller",
    message:
      "That start is not among the offered times. Choose one of them, or ask for a new proposal.",
  });
};

/** The sessions of a booking at other times, with the people who come with them. */
const sessionsAt = (
  itinerary: ScoredItinerary,
  payload: BookInterview,
  context: ProposalContext,
): BookInterview["sessions"] =>
  itinerary.sessions.map(({ sessionId, startsAt, endsAt, panel: seats, room }) => {
    const session = payload.sessions.find((each) => each.sessionId === sessionId);
    if (!session) throw new Error("an offered time names a session that is not booked");
    const { videoLink: before, isVideoFree, room: _, ...rest } = session;
    const video = isVideoFree ? undefined : session.video;
    // A person's own link is theirs alone; the plan's is everybody's.
    const link = context.people.some((person) => person.link === before) ? undefined : before;
    const same = {
      feedbackTemplateId: session.feedbackTemplateId,
      asked: {
        video: session.format === "video" ? video : ("none" as const),
        link,
        roomAt: room?.calendar,
      },
    };
    const seated = seatsOf(seats, context.people, same);
    return { ...rest, startsAt, endsAt, ...(room && { room }), ...seated };
  });
