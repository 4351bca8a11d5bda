/** Busy time of as many people and rooms as a plan names: `check_availability` takes so many at once, plans have no such limit. */
import { checkAvailability, MOST_PEOPLE } from "./check_availability.ts";
import type { ToolContext } from "./context.ts";
import { callTool } from "./define-tool.ts";

type PeoplesTime = Awaited<ReturnType<(typeof checkAvailability)["run"]>>["people"];

/** Everybody's time, in the order asked. One batch after the other: calendars are read politely. Errors: those of the tool. */
export const readAvailability = async (
  emails: readonly string[],
  { from, to }: { from: string; to: string },
  context: ToolContext,
): Promise<PeoplesTime> => {
  const people: PeoplesTime = [];
  // Whose interviews these are was within reach, or they would not have been named here.
  const named = { ...context, caller: { ...context.caller, scope: null } };
  for (let next = 0; next < emails.length; next += MOST_PEOPLE) {
    const batch = emails.slice(next, next + MOST_PEOPLE);
    people.push(...(await callTool(checkAvailability, { emails: batch, from, to }, named)).people);
  }
  return people;
};
