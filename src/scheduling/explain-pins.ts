/** What is fixed or named so that it cannot be, whatever the calendars say: found before any search, and said of those sessions
 * and people alone. */
import { type LoopFrame, pinnedPlaces, type SessionFrame } from "./loop-frame.ts";
import { minuteFloor } from "./minutes.ts";
import { clockInWords, countInWords, dayInWords, listInWords, spanInWords } from "./time-words.ts";
import type { SlotBlocker, SlotPerson, SlotPlace } from "./types.ts";
import { dayOf, localMinute } from "./zone-clock.ts";

/** Somebody who is the only choice of two places of one session. `named`: before the session's name, `of Coding`. */
export const namedTwice = (
  places: readonly SlotPlace[],
  people: Readonly<Record<string, SlotPerson>>,
  named = "",
): SlotBlocker[] => {
  const labels = new Map<string, string[]>();
  for (const { label, choices } of places) {
    const [email, ...others] = new Set(choices);
    if (email === undefined || others.length > 0) continue;
    labels.set(email, [...(labels.get(email) ?? []), label]);
  }
  return [...labels].flatMap(([email, taken]): SlotBlocker[] => {
    if (taken.length < 2) return [];
    const name = people[email]?.name ?? email;
    const words = `${name} is the only choice for ${countInWords(taken.length, "place")}${named} (${listInWords(taken)}), and nobody can sit twice.`;
    return [{ what: "too_few_people", email, words }];
  });
};

/** The same of each session of a loop. */
export const namedTwiceIn = (
  { sessions }: LoopFrame,
  people: Readonly<Record<string, SlotPerson>>,
): SlotBlocker[] =>
  sessions.flatMap(({ asked }) => namedTwice(pinnedPlaces(asked), people, ` of ${asked.name}`));

interface Pinned {
  session: SessionFrame;
  index: number;
  start: number;
  end: number;
}

/** Sessions that are fixed to times which cannot be had together. */
export const pinnedWrongly = (frame: LoopFrame): SlotBlocker[] => {
  const pinned = frame.sessions
    .flatMap((session, index): Pinned[] => {
      const at = session.asked.pinned?.start;
      if (!at) return [];
      const start = minuteFloor(at);
      return [{ session, index, start, end: start + session.asked.durationMinutes }];
    })
    .toSorted((a, b) => a.start - b.start);
  const pairs = pinned.flatMap((one, index) =>
    pinned.slice(index + 1).flatMap((other) => betweenPinned(one, other, frame)),
  );
  return [...pairs, ...tooManyDays(pinned, frame)];
};

/** `one` begins first, or with the other. */
const betweenPinned = (one: Pinned, other: Pinned, { rules, clock }: LoopFrame): SlotBlocker[] => {
  const when = ({ start, end }: Pinned): string => {
    const day = dayInWords(dayOf(localMinute(clock, start)));
    const from = clockInWords(start, clock).slice(0, "00:00".length);
    return `to ${day} from ${from} to ${clockInWords(end, clock)}`;
  };
  const [second, first] = [one.session.asked.name, other.session.asked.name];
  const both = `${second} is fixed ${when(one)}, ${first} ${when(other)}`;
  const blocker = (what: SlotBlocker["what"], why: string): SlotBlocker[] => [
    { what, words: `${both}, ${why}.` },
  ];
  if (other.start < one.end)
    return blocker("pinned", "and the candidate cannot be in both at once");
  const isOutOfOrder = ((one.session.after >> other.index) & 1) === 1;
  if (isOutOfOrder) return blocker("order", `but ${second} comes after ${first}`);
  const isOneDay = dayOf(localMinute(clock, one.start)) === dayOf(localMinute(clock, other.start));
  const gap = other.start - one.end;
  if (isOneDay && gap < rules.leastGapMinutes) {
    const least = spanInWords(rules.leastGapMinutes);
    return blocker("least_gap", `but at least ${least} have to lie between two sessions`);
  }
  return [];
};

const tooManyDays = (pinned: readonly Pinned[], { rules, clock }: LoopFrame): SlotBlocker[] => {
  const days = [...new Set(pinned.map(({ start }) => dayOf(localMinute(clock, start))))];
  if (days.length <= rules.mostDays) return [];
  const names = listInWords(pinned.map(({ session }) => session.asked.name));
  const words = `${names} are fixed to ${countInWords(days.length, "day")} (${listInWords(days.map(dayInWords))}), but all sessions have to be held on ${countInWords(rules.mostDays, "day")} at most.`;
  return [{ what: "days", words }];
};
