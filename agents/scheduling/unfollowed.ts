/** Why a booking cannot be as somebody has made it in Lever: whoever decides sees only that it is to be put back, and may know
 * what to do about it. */
import type { LoopRequest, LoopResult } from "../../src/scheduling/loop-types.ts";
import { slotInWords } from "../../src/domain/time.ts";
import type { LeverSays } from "./booked-panel.ts";
import type { ToMend } from "./way-requests.ts";
import { isRoomPlace } from "./way-places.ts";

interface Asked {
  inLever: LoopRequest;
  /** Undefined when the engine took no such request. */
  result: LoopResult | undefined;
}

/** Shape: in words; empty when it can be. */
export const whyNotFollowed = (
  { gathered, outside: { lever = [], change } }: ToMend,
  { inLever, result }: Asked,
): string[] => {
  if (result?.kind === "itineraries") return [];
  const why = lever.flatMap((says) => [
    ...withoutRoom(says, inLever),
    ...unreadable(says, gathered.availability),
  ]);
  const blockers = result?.blockers.slice(0, MOST_SAID).map(({ words }) => words) ?? [];
  const said = why.length > 0 ? why : blockers;
  const asMade = lever.map(({ sessionId, startsAt, endsAt }) => {
    const before = change.before.find((session) => session.sessionId === sessionId);
    const zone = before?.panel[0]?.zone ?? gathered.candidate.zone;
    const when = slotInWords(
      { startsAt: Temporal.Instant.from(startsAt), endsAt: Temporal.Instant.from(endsAt) },
      zone,
    );
    return `${before?.name ?? sessionId}, ${when}`;
  });
  return [
    `What was changed in Lever cannot be followed (${asMade.join("; ")}). ${said.length > 0 ? said.join(" ") : OTHERWISE}`,
  ];
};

const MOST_SAID = 3;
const OTHERWISE = "Such a time cannot be booked.";

const withoutRoom = ({ sessionId, people }: LeverSays, { sessions }: LoopRequest): string[] => {
  const places = sessions.find(({ id }) => id === sessionId)?.places ?? [];
  const isRoomless = places.some((place) => isRoomPlace(place) && place.choices.length === 0);
  return isRoomless
    ? [`No room of the plan seats the ${people.length} people of the panel and the candidate.`]
    : [];
};

const unreadable = (
  { people }: LeverSays,
  availability: ToMend["gathered"]["availability"],
): string[] =>
  people.flatMap(({ email, name }) =>
    availability.some((person) => person.email === email && person.readable)
      ? []
      : [`The calendar of ${name} could not be read, so nobody knows whether they can.`],
  );
