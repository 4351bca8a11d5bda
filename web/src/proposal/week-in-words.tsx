import { zoneName } from "../../../src/domain/zone-names.ts";
import { hoursInWords } from "../parts/time.ts";
import { KINDS, type Person } from "./busy-kinds.ts";
import type { PlacedSession } from "./schedule-model.ts";

/** What the picture shows of the chosen time, for those who do not see it. */
export const WeekInWords = ({
  sessions,
  people,
  zone,
}: {
  sessions: readonly PlacedSession[];
  people: Person[];
  zone: string;
}) => (
  <ul
    className="sr-only"
    aria-label={
      sessions.length > 1 ? "Everybody’s time at these times" : "Everybody’s time at this slot"
    }
  >
    {people.map((person) => (
      <li key={person.email}>{sayPerson(person, sessions, zone)}</li>
    ))}
  </ul>
);

const sayPerson = (person: Person, sessions: readonly PlacedSession[], zone: string): string => {
  if (!person.readable) return `${person.name}: the calendar could not be read.`;
  const own = sessions.filter(({ panel }) => panel.some(({ email }) => email === person.email));
  // Of somebody who sits in none of them, all that is there at those times.
  const asked = own.length > 0 ? own : sessions;
  const within = person.blocks.filter((block) =>
    asked.some(
      ({ startsAt, endsAt }) =>
        Date.parse(block.start) < Date.parse(endsAt) &&
        Date.parse(block.end) > Date.parse(startsAt),
    ),
  );
  if (within.length === 0) return `${person.name}: nothing stands against it.`;
  const words = within.map(
    (block) =>
      `${KINDS[block.kind]} ${hoursInWords({ startsAt: block.start, endsAt: block.end }, zone)}`,
  );
  return `${person.name}: ${words.join(", ")} (${zoneName(zone)}).`;
};
