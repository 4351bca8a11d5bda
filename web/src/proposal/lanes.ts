import type { ProposalDetail } from "../../../src/http/api/schemas.ts";

/** The colour of a person in the week and beside the name, by their place among all whose calendars were read. */
export const laneOf = (email: string, people: ProposalDetail["calendar"]["people"]): number =>
  Math.max(
    0,
    people.findIndex((person) => person.email === email),
  );
