/** Who may sit in to learn: the training seats of a plan as Lever users. A seat that nobody can take is left out, and said so. */
import type { InterviewPlan, TrainingRule } from "../src/domain/plan.ts";
import type { TrainingSeat } from "../src/scheduling/types.ts";
import type { ToolContext } from "./context.ts";
import type { ContextSession } from "./scheduling-context.ts";
import { type Seats, personOf, usersByEmail } from "./seats-for.ts";

/** By session, in the plan's order. */
export interface TrainingSeats extends Pick<Seats, "people" | "leftOut"> {
  training: TrainingSeat[][];
}

/** Of a panel that was asked for by name. */
export const NO_TRAINING: TrainingSeats = { training: [], people: [], leftOut: [] };

/** Shape: as many lists as the plan has sessions. */
export const readTraining = async (
  { sessions, pools = {} }: InterviewPlan,
  context: ToolContext,
): Promise<TrainingSeats> => {
  const people: Seats["people"] = [];
  const leftOut: Seats["leftOut"] = [];
  const training: TrainingSeat[][] = [];
  const seatOf = async ({ kind, person, pool = "" }: TrainingRule): Promise<TrainingSeat[]> => {
    const emails = person === undefined ? [...new Set(pools[pool])] : [person];
    const { users, missing } = await usersByEmail(emails, context);
    people.push(...users.map(personOf));
    leftOut.push(...missing);
    const label = person === undefined ? `pool ${pool}` : "named";
    return users.length === 0 ? [] : [{ label, kind, choices: users.map(({ email }) => email) }];
  };
  for (const { training: rules = [] } of sessions) {
    const seats: TrainingSeat[] = [];
    for (const rule of rules) seats.push(...(await seatOf(rule)));
    training.push(seats);
  }
  return { training, people, leftOut };
};

/** Panels with those who may sit in. Shape: everybody once. */
export const withTrainees = (
  seats: Seats,
  { training, people, leftOut }: TrainingSeats,
): Seats & Pick<TrainingSeats, "training"> => ({
  places: seats.places,
  training,
  people: eachOnce([...seats.people, ...people]),
  leftOut: eachOnce([...seats.leftOut, ...leftOut]),
});

const eachOnce = <One extends { email: string }>(all: readonly One[]): One[] => [
  ...new Map(all.map((one) => [one.email, one])).values(),
];

/** Sessions without seats for those who learn. */
export const withoutTraining = (sessions: readonly ContextSession[]): ContextSession[] =>
  sessions.map((session) => {
    const { training: _, ...rest } = session;
    return rest;
  });
