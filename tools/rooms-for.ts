import type { InterviewPlan, RoomRule, SessionRule } from "../src/domain/plan.ts";
import { planFault } from "./plan-fault.ts";

/** Rooms that seat a panel of so many and the candidate. Errors: `plan_invalid` when none does. */
export const roomsFor = (
  { name: session, places }: SessionRule,
  plan: InterviewPlan,
  panelSize: number,
): { rooms?: RoomRule[] } => {
  const wanted = places.find(({ room }) => room !== undefined)?.room;
  if (wanted === undefined) return {};
  const rooms = (plan.rooms ?? [])
    .filter(({ name }) => wanted === true || wanted.includes(name))
    .filter(({ capacity }) => capacity > panelSize)
    .toSorted((a, b) => a.capacity - b.capacity);
  if (rooms.length > 0) return { rooms };
  throw planFault(plan, `no room of it seats the ${panelSize + 1} of ${session}`);
};
