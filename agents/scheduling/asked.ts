/** What a person asks for in plain words, of times and people, put into what is gathered and held against what is found. */
import { AppError } from "../../src/domain/errors.ts";
import type { Asked, SchedulingContext } from "../../tools/scheduling-context.ts";
import type { SpecialistRun } from "../specialist.ts";
import type { Mending } from "./mend.ts";
import type { FoundWays } from "./ways.ts";

/** With the times that are asked for as the candidate's, and whoever is wanted alone in the places that they can take. Errors:
 * `input_invalid` when the plan has no place for them. */
export const asAsked = (context: SchedulingContext, asked: Asked | null): SchedulingContext => {
  if (!asked) return context;
  const { times, withUserId } = asked;
  const candidate = times
    ? { ...context.candidate, wished: { ...times, isExact: times.isNamed, by: "team" as const } }
    : context.candidate;
  const email = withUserId === null ? null : emailOf(withUserId, context);
  const sessions = context.sessions.map((session) => ({
    ...session,
    places: session.places.map((place) =>
      email !== null && place.choices.includes(email) ? { ...place, choices: [email] } : place,
    ),
  }));
  return { ...context, candidate, sessions };
};

const emailOf = (userId: string, { people, sessions }: SchedulingContext): string => {
  const email = people.find((person) => person.userId === userId)?.email;
  const isInPlan = sessions.some(({ places }) =>
    places.some(({ choices }) => email !== undefined && choices.includes(email)),
  );
  if (email !== undefined && isInPlan) return email;
  throw new AppError({
    code: "input_invalid",
    fault: "caller",
    message:
      "Whoever was asked for is in no place of this stage's interview plan, so nothing was looked for with them.",
  });
};

/** As though whoever is to be replaced had declined, in the sessions that are meant and still to come; and they are in none of their
 * places at any other time either. */
export const withoutAsked = (mending: Mending, asked: Asked | null): Mending => {
  const userId = asked?.withoutUserId ?? null;
  if (!asked || userId === null) return mending;
  const { outside } = mending;
  const isMeant = (sessionId: string): boolean =>
    asked.sessionIds === null || asked.sessionIds.includes(sessionId);
  const seats = outside.change.before.flatMap(({ sessionId, panel }) =>
    panel
      .filter((member) => member.userId === userId && isMeant(sessionId))
      .map(({ name, email }) => ({ sessionId, name, email })),
  );
  const events = outside.change.events.map((event) => {
    const seat = seats.find(({ sessionId }) => sessionId === event.sessionId);
    const isNew = seat !== undefined && !event.declined.includes(seat.email);
    return isNew ? { ...event, declined: [...event.declined, seat.email] } : event;
  });
  const deviations = seats.map(({ sessionId, name }) => ({
    code: "declined" as const,
    sessionId,
    words: `A person of the team asks for somebody else in the place of ${name}.`,
  }));
  return {
    ...mending,
    outside: {
      ...outside,
      change: { ...outside.change, events },
      deviations: [...outside.deviations, ...deviations],
      replaced: seats,
    },
  };
};

/** Of the ways only those in which whoever is wanted sits. */
export const withAskedOnly = (
  found: FoundWays,
  { people }: Pick<SchedulingContext, "people">,
  { wishes }: Pick<SpecialistRun, "wishes">,
): FoundWays => {
  const wanted = wishes.asked?.withUserId ?? null;
  if (wanted === null) return found;
  const email = people.find(({ userId }) => userId === wanted)?.email;
  const isWith = ({ sessions }: FoundWays["ways"][number]): boolean =>
    sessions.some(({ panel }) => panel.some((seat) => seat.email === email));
  return { ...found, ways: found.ways.filter(isWith) };
};
