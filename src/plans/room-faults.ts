/** What the schema cannot say of rooms: that they are there, that one is large enough, and that a session takes one alone. */
import type { InterviewPlan, SessionRule } from "../domain/plan.ts";

interface RoomFault {
  path: PropertyKey[];
  message: string;
}

/** Each fault with its place in the plan. */
export const roomFaults = ({ rooms = [], sessions }: InterviewPlan): RoomFault[] => [
  ...rooms.flatMap(({ email, name }, r): RoomFault[] => {
    const isSecond = rooms.findIndex((room) => room.email === email || room.name === name) < r;
    const path = ["rooms", r];
    return isSecond ? [{ path, message: "two rooms have this name or address" }] : [];
  }),
  ...sessions.flatMap((session, s) =>
    faultsOf(session, rooms).map(({ path, message }) => ({
      path: ["sessions", s, "places", ...path],
      message,
    })),
  ),
];

const faultsOf = (
  { places, training = [] }: SessionRule,
  rooms: NonNullable<InterviewPlan["rooms"]>,
): RoomFault[] => {
  const panel = seatsIn(places);
  const needed = panel + training.length + 1;
  const faults: RoomFault[] = [];
  let asked = 0;
  places.forEach(({ room }, p) => {
    if (room === undefined) return;
    asked += 1;
    const path = [p, "room"];
    const names = room === true ? rooms.map(({ name }) => name) : room;
    const unknown = names.filter((name) => !rooms.some((one) => one.name === name));
    const fits = rooms.some(({ name, capacity }) => names.includes(name) && capacity >= needed);
    if (asked > 1) faults.push({ path, message: "a session takes one room" });
    else if (rooms.length === 0) faults.push({ path, message: "this plan has no rooms" });
    else if (unknown.length > 0) {
      const list = unknown.map((name) => `"${name}"`).join(", ");
      faults.push({ path, message: `there is no room ${list} in this plan` });
    } else if (!fits) faults.push({ path, message: `no such room seats ${needed}` });
  });
  if (asked > 0 && panel === 0)
    faults.push({ path: [], message: "a room alone interviews nobody" });
  return faults;
};

/** People in a panel, by its places. */
export const seatsIn = (places: SessionRule["places"]): number =>
  places.reduce((sum, { room, count }) => sum + (room === undefined ? (count ?? 1) : 0), 0);
