/** Where the plan lets candidates choose: the best times as one offer, each of them as it would be booked. */
import type { BookingProposal, SpecialistRun } from "../specialist.ts";
import { takenBy } from "../../src/cases/holds.ts";
import { spanOf } from "../../src/domain/itinerary.ts";
import type { BookInterview, BookedSession, BookingTexts } from "../../src/domain/proposal.ts";
import type { SchedulingContext } from "../../tools/scheduling-context.ts";
import type { BookingDraft } from "./draft.ts";
import { proposeBooking, sessionsAt } from "./propose.ts";
import { bookingSummary } from "./words.ts";

/** How long the times are held for the candidate. */
const OFFER_HOURS = 96;
/** Nobody is to choose a time that is about to begin. */
const NOTICE_HOURS = 2;

/** The one proposal of a stage: a booking, or an offer of several times. A time that was asked for by name is no choice. */
export const proposeTimes = (
  draft: BookingDraft,
  gathered: SchedulingContext,
  run: SpecialistRun,
): BookingProposal => {
  const booking = proposeBooking(draft, gathered, run);
  const isOffer = gathered.plan.offer === "candidate" && run.wishes.startsAt === null;
  if (!isOffer) return booking;
  const times = apart(
    draft.itineraries.map((itinerary) => sessionsAt(itinerary, draft, { gathered, run })),
  );
  const payload: BookInterview = {
    ...booking.payload,
    kind: "offer_times",
    texts: { ...draft.texts, ...offerTexts(booking.payload) },
    offer: {
      times: times.toSorted((a, b) => comparing(beginOf(a), beginOf(b))),
      until: untilOf(times, run.now),
      confirmation: { mailSubject: draft.texts.mailSubject, mailBody: draft.texts.mailBody },
    },
  };
  return {
    ...booking,
    payload,
    context: { ...booking.context, summary: bookingSummary(payload) },
  };
};

const comparing = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other);

const beginOf = (sessions: readonly BookedSession[]): Temporal.Instant => spanOf(sessions).startsAt;

/** Those that can all be held at once: nobody, and no room, is in two of them at the same time. The best come first. */
const apart = (times: readonly BookedSession[][]): BookedSession[][] => {
  const taken: BookedSession[][] = [];
  for (const time of times) {
    if (taken.every((other) => other.every((one) => time.every((two) => !clash(one, two))))) {
      taken.push(time);
    }
  }
  return taken;
};

const clash = (one: BookedSession, other: BookedSession): boolean =>
  comparing(Temporal.Instant.from(one.startsAt), Temporal.Instant.from(other.endsAt)) < 0 &&
  comparing(Temporal.Instant.from(other.startsAt), Temporal.Instant.from(one.endsAt)) < 0 &&
  takenBy(one).some((email) => takenBy(other).includes(email));

const untilOf = (times: readonly BookedSession[][], now: Temporal.Instant): string => {
  const held = now.add({ hours: OFFER_HOURS });
  const [last] = times.map(beginOf).toSorted((a, b) => comparing(b, a));
  const lastCall = last?.subtract({ hours: NOTICE_HOURS }) ?? held;
  return (comparing(held, lastCall) < 0 ? held : lastCall).toString();
};

/** The mail that offers; the rest of the texts is of the booking that follows. */
const offerTexts = ({
  sessions,
}: BookInterview): Pick<BookingTexts, "mailSubject" | "mailBody"> => ({
  mailSubject: "Choose a time: {{session}} with {{company}}",
  mailBody: [
    "Hello {{candidate}},",
    "",
    "thank you for your interest in the {{posting}} role at {{company}}. We would like to meet you:",
    "",
    "{{session}}",
    ...(sessions.length === 1 ? ["How long: {{duration}}"] : []),
    "",
    "These times are kept for you until {{until}}:",
    "{{times}}",
    "",
    "Please choose one of them on your own page, or tell us there when you could:",
    "{{page}}",
    "",
    "If you would rather write to a person, just reply to this mail.",
    "",
    "Kind regards",
    "{{company}}",
  ].join("\n"),
});
