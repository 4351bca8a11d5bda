/** The steps of a debrief: the panel's time in our books, then one event of theirs. The candidate has no part in it, and Lever is
 * written nothing. */
import type { CalendarEvent, CalendarReader } from "../../calendar/port.ts";
import { hasAnotherDebrief } from "../../cases/booked-debrief.ts";
import { takeTime } from "../../cases/holds.ts";
import { fencedTransaction } from "../../cases/lease.ts";
import type { Database } from "../../db/port.ts";
import {
  type BookDebrief,
  DEBRIEF_SESSION,
  debriefSession,
  renderDebrief,
  zoneOf,
} from "../../domain/debrief.ts";
import { timeOf } from "../../domain/itinerary.ts";
import type { MissedInterview } from "../../feedback/seats.ts";
import type { Clock } from "../../domain/time.ts";
import { debriefPanel } from "../../feedback/debrief.ts";
import type { LeverReader } from "../../lever/port.ts";
import { inOneLine } from "../in-one-line.ts";
import type { EffectKind } from "../kind.ts";
import { refuseUnlessStands, stale } from "./note-stands.ts";
import { type OwnEventDeps, createOwnEvent, guestList } from "./own-event.ts";
import { refuseIfPassed, refuseIfTaken, takenTime } from "./reserve.ts";

interface DebriefDeps extends OwnEventDeps {
  database: Database;
  clock: Clock;
  lever: { fresh: LeverReader };
  missedOf(opportunityId: string): Promise<MissedInterview[]>;
}

/** Errors of the first: `slot_lost`, `stale_proposal`, and those of Lever and the calendar. */
export const createDebriefSteps = (deps: DebriefDeps) => {
  const reserve = createReserve({ ...deps, reader: deps.calendar.reader });
  const put = createEvent(deps);
  return (payload: BookDebrief): EffectKind[] => [reserve(payload), put(payload)];
};

const createReserve =
  (deps: DebriefDeps & { reader: CalendarReader }) =>
  (payload: BookDebrief): EffectKind => {
    const sessions = [debriefSession(payload)];
    const seats = payload.people.length;
    return {
      kind: "debrief_time",
      session: DEBRIEF_SESSION,
      audience: "internal",
      label: `Hold the time of ${seats} people`,
      send: async ({ effectId, proposalId, lease }) => {
        refuseIfPassed({ sessions }, deps.clock);
        await refuseUnlessOver(payload, deps);
        await refuseIfTaken({ sessions }, deps.reader);
        if (await hasAnotherDebrief(deps.database, { caseId: payload.caseId, proposalId })) {
          throw stale("A debrief of this round is booked already, so another one was not.");
        }
        const taking = { effectId, proposalId, sessions, isWithoutCandidate: true as const };
        await fencedTransaction(deps.database, lease, async (tx) => await takeTime(tx, taking));
        return { people: String(seats) };
      },
      ...takenTime(seats, deps),
    };
  };

/** The candidate is no guest, as at any event of ours. */
const createEvent = (deps: DebriefDeps) => {
  const ownEvent = createOwnEvent(deps);
  return (payload: BookDebrief): EffectKind => {
    const { organizer, people, video } = payload;
    const ways = ownEvent({
      organizer,
      write: () => ({
        ...renderDebrief(payload),
        ...timeOf(payload),
        zone: zoneOf(payload),
        guests: people.map(({ email, name }) => ({ email, name })),
        video: video === "none" ? "none" : "meet",
      }),
      isAsMade: (event) => isAsMade(event, payload),
      // People meet without one too.
      needsRoom: false,
      refOf: ({ id, etag, url, videoUrl }) => ({
        eventId: id,
        organizer,
        etag,
        ...(url && { url }),
        ...(video !== "none" && videoUrl && { videoUrl }),
      }),
    });
    return {
      kind: "debrief_event",
      session: DEBRIEF_SESSION,
      audience: "internal",
      label: `Put the debrief on the calendar${LINKS[video]} and invite ${people.length}`,
      ...ways,
      send: async (context) => {
        // A process may have ended between the two steps.
        refuseIfPassed({ sessions: [debriefSession(payload)] }, deps.clock);
        await refuseUnlessOver(payload, deps);
        return await ways.send(context);
      },
    };
  };
};

const LINKS: Record<BookDebrief["video"], string> = {
  meet: " with a Meet link",
  teams: " with a Teams link",
  none: "",
};

const isAsMade = (event: CalendarEvent, payload: BookDebrief): boolean => {
  const { title, description } = renderDebrief(payload);
  const { startsAt, endsAt } = timeOf(payload);
  return (
    event.startsAt.equals(startsAt) &&
    event.endsAt.equals(endsAt) &&
    inOneLine(event.title) === inOneLine(title) &&
    inOneLine(event.description) === inOneLine(description) &&
    guestList(event.guests, payload.organizer) === guestList(payload.people, payload.organizer)
  );
};

/** Errors: `stale_proposal` for a candidacy that has ended, is for few or at another stage, for a round that goes on, and for somebody
 * who is not to be there any more; those of Lever. */
const refuseUnlessOver = async (
  payload: BookDebrief,
  { lever: { fresh }, clock, missedOf }: DebriefDeps,
): Promise<void> => {
  const { opportunityId, stageId, people, deadlineHours } = payload;
  await refuseUnlessStands(payload, fresh, "the debrief was not booked");
  const opportunity = await fresh.getOpportunity(opportunityId);
  if (opportunity.stageId !== stageId) {
    throw stale("The candidate is at another stage in Lever now, so the debrief was not booked.");
  }
  const [panels, forms, users] = await Promise.all([
    fresh.listPanels(opportunityId),
    fresh.listFeedback(opportunityId),
    fresh.listUsers(),
  ]);
  const missed = await missedOf(opportunityId);
  const beside = people.flatMap(({ userId, why }) =>
    why === "handed_in" ? [] : [{ userId, why }],
  );
  const deadline = Temporal.Duration.from({ hours: deadlineHours });
  const panel = debriefPanel(
    { panels, forms, users, missed, now: clock.now() },
    { stageId, deadline, beside },
  );
  if (!panel) {
    throw stale("The round of interviews is not over any more, so the debrief was not booked.");
  }
  const present = new Set(panel.people.map(({ userId }) => userId));
  const gone = people.find(({ userId }) => !present.has(userId));
  if (gone || present.size > people.length) {
    throw stale("The panel is another one by now, so the debrief was not booked: ask for it anew.");
  }
};
