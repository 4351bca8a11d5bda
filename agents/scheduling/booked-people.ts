/** People of a booking whom the plan does not name: they were asked for, or somebody has put them into the panel in Lever. And
 * rooms that it names no more. */
import { applyZones } from "../../tools/apply-preferences.ts";
import type { ToolContext } from "../../tools/context.ts";
import { readAvailability } from "../../tools/read-availability.ts";
import {
  type ContextPerson,
  type SchedulingContext,
  refreshHeldTime,
} from "../../tools/scheduling-context.ts";
import { roomsOf } from "../../tools/with-rooms.ts";
import type { Outside } from "./booked.ts";

/** The context with everybody of the booking in it. Errors: those of the calendar. */
export const withBookedPeople = async (
  context: SchedulingContext,
  { change, lever = [] }: Outside,
  tools: ToolContext,
): Promise<SchedulingContext> => {
  const all: ContextPerson[] = [
    ...change.before.flatMap(({ panel }) => panel),
    ...lever.flatMap(({ people }) => people),
  ].map(({ userId, name, email }) => ({ userId, name, email }));
  const missing = [...new Map(all.map((person) => [person.email, person])).values()].filter(
    ({ email }) => !context.people.some((person) => person.email === email),
  );
  const unread = roomsOf(context)
    .map(({ email }) => email)
    .filter((email) => !context.availability.some((read) => read.email === email));
  if (missing.length === 0 && unread.length === 0) return context;
  const people = await readAvailability(
    [...missing.map(({ email }) => email), ...unread],
    context.horizon,
    tools,
  );
  const set = await tools.preferences.of(missing.map(({ userId }) => userId));
  const preferences = Object.fromEntries(
    missing.flatMap(({ userId, email }) => {
      const own = set.get(userId);
      return own ? [[email, own] as const] : [];
    }),
  );
  return await refreshHeldTime(
    {
      ...context,
      people: [...context.people, ...missing],
      preferences: { ...context.preferences, ...preferences },
      availability: [...context.availability, ...applyZones(people, preferences)],
    },
    tools,
  );
};
