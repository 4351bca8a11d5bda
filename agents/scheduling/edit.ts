/** A person's change to a proposed booking: another of the offered slots, other words. The facts follow by themselves,
 * because texts hold tokens. */
import type { ProposalContext } from "../../src/cases/open-proposal.ts";
import { TEXT_FIELDS, textFaults } from "../../src/domain/booking-texts.ts";
import { yetToCome } from "../../src/domain/change.ts";
import { AppError } from "../../src/domain/errors.ts";
import { spanOf } from "../../src/domain/itinerary.ts";
import type {
  BookInterview,
  BookingChange,
  BookingEdit,
  ScoredItinerary,
} from "../../src/domain/proposal.ts";
import { draftCancelTexts } from "./change-texts.ts";
import { evidenceChecked } from "./language.ts";
import { seatsOf, traineesOf } from "./seats.ts";
import { type Changing, asPlaced, sessionsOfWay } from "./ways.ts";
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
  if (edit.cancel) return cancelled(payload, context);
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
        ? sessionsOfWay(itinerary, withBefore(payload.change), context.people)
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
      evidence: evidenceChecked(changed, context.evidence),
      itinerary,
      // Ways of a change keep the order of what they disturb.
      alternatives: payload.change ? others : others.toSorted((a, b) => b.score - a.score),
      summary: bookingSummary(changed),
      reason: reasonOf(changed, { itinerary, moved }),
    },
  };
};

const withBefore = (change: BookingChange): Changing => ({ sessions: change.before, change });

/** Instead of being changed. Errors: `input_invalid` for what is not booked yet. */
const cancelled = (payload: BookInterview, context: ProposalContext): Edited => {
  const { change } = payload;
  if (!change || payload.kind !== "change_booking") {
    throw new AppError({
      code: "input_invalid",
      fault: "caller",
      message: "Only what is booked can be cancelled. To book nothing, reject the proposal.",
    });
  }
  const sessions = yetToCome(change);
  const changed: BookInterview = {
    ...payload,
    kind: "cancel_booking",
    sessions,
    texts: draftCancelTexts({ ...payload, sessions }, { isWanted: false }),
  };
  const summary = bookingSummary(changed);
  const itinerary = { ...context.itinerary, sessions: sessions.map(asPlaced) };
  return { payload: changed, context: { ...context, itinerary, alternatives: [], summary } };
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
  itinerary.sessions.map((placed) => {
    const { sessionId, startsAt, endsAt, panel: seats, room } = placed;
    const session = payload.sessions.find((each) => each.sessionId === sessionId);
    if (!session) throw new Error("an offered time names a session that is not booked");
    const { videoLink: before, isVideoFree, room: former, trainees: _, ...rest } = session;
    const video = isVideoFree ? undefined : session.video;
    // A person's own link is theirs alone, and a room's its own; the plan's is everybody's.
    const isOwn = [...context.people, former].some((one) => one?.link === before);
    const link = isOwn ? undefined : before;
    const same = {
      feedbackTemplateId: session.feedbackTemplateId,
      startsAt,
      asked: {
        video: session.format === "video" ? video : ("none" as const),
        link,
        room,
      },
    };
    const seated = seatsOf(seats, context.people, same);
    const trainees = traineesOf(placed, context.people);
    return { ...rest, startsAt, endsAt, ...(room && { room }), ...seated, ...trainees };
  });
