/** Whether rules that are said to clash do so, for several sessions: every start of each with every panel is asked which rules
 * it breaks, and what breaks none is put together. */
import type { LoopRequest } from "../../src/scheduling/loop-types.ts";
import { breaksNone, type BrokenSlot, everyBrokenSlot, type NamedRule } from "./clash-oracle.ts";
import { brokenBetween, brokenSeats, liesInOneDay, overlap, slotRequestOf } from "./loop-oracle.ts";

/** For each session all slots. */
export const slotsOfLoop = (request: LoopRequest): BrokenSlot[][] =>
  request.sessions.map((session) =>
    everyBrokenSlot(slotRequestOf(session, request)).filter(
      (slot) =>
        liesInOneDay(slot.session, request) && new Set(slot.panel).size === slot.panel.length,
    ),
  );

interface Asked {
  request: LoopRequest;
  /** `slotsOfLoop` of it. */
  slots: readonly (readonly BrokenSlot[])[];
  /** Days in the candidate's zone. */
  days: readonly string[];
  rules: readonly NamedRule[];
}

/** Whether all sessions can be held on these days when none but these rules hold. */
export const loopFitsBut = ({ request, slots, days, rules }: Asked): boolean => {
  const allowed = slots.map((each) =>
    each.filter(({ day, broken }) => days.includes(day) && breaksNone(broken, rules)),
  );
  const place = (held: readonly BrokenSlot[]): boolean => {
    if (held.length === allowed.length) return isAllowed(held, { request, days, rules });
    return (allowed[held.length] ?? []).some(
      (slot) =>
        !held.some((other) => overlap(other.session, slot.session)) && place([...held, slot]),
    );
  };
  return place([]);
};

/** What the oracle of loops calls them. */
const BETWEEN: Record<string, string> = {
  order: "order",
  days: "days",
  "sessions a day": "sessions_a_day",
  "least gap": "least_gap",
  "most gap": "most_gap",
  pause: "pause",
  lunch: "lunch",
};

const OWN: Record<string, string> = {
  buffer: "buffer",
  "day limit": "day_limit",
  "week limit": "week_limit",
};

const isAllowed = (
  held: readonly BrokenSlot[],
  { request, rules }: Omit<Asked, "slots">,
): boolean => {
  const placed = request.sessions.flatMap((asked, index) => {
    const slot = held[index];
    return slot ? [{ asked, judged: { session: slot.session } }] : [];
  });
  const isNamed = (what: string | undefined, email?: string): boolean =>
    rules.some((rule) => rule.what === what && rule.email === email);
  const between = brokenBetween(placed, request).filter((broken) => isNamed(BETWEEN[broken]));
  const seats = brokenSeats(
    placed,
    held.map(({ panel }) => panel),
    request,
  ).filter((broken) => {
    const [email = "", own] = broken.split(": ");
    return own === undefined || isNamed(OWN[own], email);
  });
  return between.length === 0 && seats.length === 0;
};
