/** The places of a session that is mended: who is asked for each, and which rooms seat all who come. */
import { type HeldSession, takenBy } from "../../src/cases/holds.ts";
import type { BookedSession } from "../../src/domain/proposal.ts";
import type { LoopSession } from "../../src/scheduling/loop-types.ts";
import type { SchedulingContext } from "../../tools/scheduling-context.ts";
import { roomsOf } from "../../tools/with-rooms.ts";
import type { LeverSays } from "./booked-panel.ts";

type Places = LoopSession["places"];

/** By place: the panel, then the room. Whoever sits in has no place. */
export const seatsIn = ({ panel, room }: Pick<HeldSession, "panel" | "room">): string[] =>
  takenBy({ panel, room });

/** Whether a place is a room's. */
export const isRoomPlace = ({ label }: Places[number]): boolean => label === "room";

/** The plan's places by who was booked for them, and of those whom it has no place for (somebody has added them in Lever, or
 * they need not be there any more) their own. */
export const placesOf = ({ places }: LoopSession, { panel }: BookedSession): Places => {
  const left = places.filter((place) => !isRoomPlace(place));
  const alike = panel.map(({ role }) => {
    const at = left.findIndex(({ label }) => label === role);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  });
  return [
    // A pool that has another name by now is the same place.
    ...panel.map(
      ({ email, role, key }, index) =>
        alike[index] ?? left.shift() ?? { label: role, key, choices: [email] },
    ),
    ...places.filter(isRoomPlace),
  ];
};

/** A session where and with whom Lever has it, whoever the plan asks for. */
export const asInLever = (
  session: LoopSession,
  { startsAt, people }: LeverSays,
  old: BookedSession,
): LoopSession => {
  const places = placesOf(session, old);
  const ofPeople = places.filter((place) => !isRoomPlace(place));
  return {
    ...session,
    places: [
      ...people.map(({ email }, index) => ({
        label: ofPeople[index]?.label ?? "named",
        key: ofPeople[index]?.key ?? false,
        choices: [email],
      })),
      ...places.filter(isRoomPlace),
    ],
    pinned: { start: Temporal.Instant.from(startsAt) },
  };
};

/** The session in rooms that seat all who come by now, however many the plan asks for, and the candidate. The room in which it
 * is booked needs no more than before. Shape: no choice of a room when none does. */
export const inRoomsThatSeat = (
  session: LoopSession,
  { old, gathered }: { old: BookedSession; gathered: SchedulingContext },
): LoopSession => {
  const comingTo = (places: number): number => places + (old.trainees ?? []).length;
  const coming = comingTo(session.places.filter((place) => !isRoomPlace(place)).length);
  const capacityOf = new Map(roomsOf(gathered).map(({ email, capacity }) => [email, capacity]));
  const isBigEnough = (email: string): boolean =>
    (capacityOf.get(email) ?? 0) > coming ||
    (email === old.room?.email && coming <= comingTo(old.panel.length));
  return {
    ...session,
    places: session.places.map((place) =>
      isRoomPlace(place) ? { ...place, choices: place.choices.filter(isBigEnough) } : place,
    ),
  };
};

/** Who sits in the places of a session as it is booked: without the room where it has no place for one any more. */
export const seatsFor = (places: Places, { panel, room }: BookedSession): string[] =>
  seatsIn(places.some(isRoomPlace) ? { panel, room } : { panel });

/** Who sat in each of these places before, so that the room stays where it can. Lever's hand may have given a session more
 * places, or fewer: what was in them is no measure then, and whoever is there by hand is no change. */
export const seatsBefore = (places: Places, old: BookedSession): string[] => {
  const before = seatsFor(places, old);
  if (places.length === before.length) return before;
  return places.map((place) => (isRoomPlace(place) ? old.room?.email : place.choices[0]) ?? "");
};
