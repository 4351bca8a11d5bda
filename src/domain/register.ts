/** Clocks of the law that begin when something becomes known: a breach of data, and what somebody asks of theirs. */

export const REGISTER_KINDS = ["breach", "request"] as const;
export type RegisterKind = (typeof REGISTER_KINDS)[number];

const BREACH_HOURS = 72;
const REQUEST_DAYS = 30;

/** When it has to be settled. A breach: 72 hours after it became known, for the authority. A request: a month after it came in, or 30
 * days, whichever is earlier. Source: GDPR Art. 33(1) and 12(3). */
export const dueOf = (
  kind: RegisterKind,
  { begunAt, zone }: { begunAt: Temporal.Instant; zone: string },
): Temporal.Instant => {
  if (kind === "breach") return begunAt.add({ hours: BREACH_HOURS });
  const begun = begunAt.toZonedDateTimeISO(zone);
  const ends = [begun.add({ months: 1 }), begun.add({ days: REQUEST_DAYS })];
  const [first = begun] = ends.toSorted(Temporal.ZonedDateTime.compare);
  return first.toInstant();
};

/** From how many hours before its end a clock is warned of. */
const WARNED_HOURS: Record<RegisterKind, number> = { breach: 72, request: 7 * 24 };

export type ClockState = "running" | "soon" | "over" | "settled" | "settled_late";

/** How a clock stands. */
export const clockStateOf = (
  {
    kind,
    dueAt,
    settledAt,
  }: { kind: RegisterKind; dueAt: Temporal.Instant; settledAt: Temporal.Instant | null },
  now: Temporal.Instant,
): ClockState => {
  const isAfter = (at: Temporal.Instant): boolean => Temporal.Instant.compare(at, dueAt) > 0;
  if (settledAt !== null) return isAfter(settledAt) ? "settled_late" : "settled";
  if (isAfter(now)) return "over";
  return isAfter(now.add({ hours: WARNED_HOURS[kind] })) ? "soon" : "running";
};
