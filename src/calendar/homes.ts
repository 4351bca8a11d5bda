/** Where each person's calendar lives, in a company that has both Microsoft 365 and Google: looked up, and kept for a while.
 * Microsoft is asked first. Google counts only where Microsoft says that it has no such mailbox: one that is denied or does
 * not answer may be where somebody lives, and a calendar that was left behind would show that person as free. */
import type { CalendarReading } from "../domain/calendar.ts";
import { AppError } from "../domain/errors.ts";
import type { Clock } from "../domain/time.ts";
import type { CalendarReader } from "./port.ts";

export type Home = "microsoft" | "google";

export interface Homes {
  /** Where it is known to be; undefined when it is not known, or was looked up long ago. */
  known(email: string): Home | undefined;
  /** A calendar was read there. */
  remember(email: string, home: Home): void;
  /** Where it is, looked up when that is not known. Errors: `calendar_not_found` when it is at neither; `calendar_denied`;
   * `calendar_unavailable` (retryable). */
  find(email: string): Promise<Home>;
}

interface HomesDeps {
  readers: Record<Home, CalendarReader>;
  clock: Clock;
}

/** Somebody who moves is found at the new place after this long. */
const KEEP = Temporal.Duration.from({ hours: 1 });

/** Homes of which nobody is known yet. */
export const createHomes = ({ readers, clock }: HomesDeps): Homes => {
  const kept = new Map<string, { home: Home; until: Temporal.Instant }>();
  const known: Homes["known"] = (email) => {
    const entry = kept.get(email.toLowerCase());
    if (!entry || Temporal.Instant.compare(clock.now(), entry.until) >= 0) return undefined;
    return entry.home;
  };
  const remember: Homes["remember"] = (email, home) => {
    kept.set(email.toLowerCase(), { home, until: clock.now().add(KEEP) });
  };
  const look = async (email: string, home: Home): Promise<CalendarReading | undefined> => {
    const now = clock.now();
    const [reading] = await readers[home].readBusy([email], now, now.add({ minutes: 1 }));
    if (reading?.readable) remember(email, home);
    return reading;
  };
  return {
    known,
    remember,
    async find(email) {
      const already = known(email);
      if (already) return already;
      const first = await look(email, "microsoft");
      if (first?.readable) return "microsoft";
      const last = isElsewhere(first) ? await look(email, "google") : first;
      if (last?.readable) return "google";
      throw homeless(last);
    },
  };
};

/** Whether a service certainly has no such calendar. */
export const isElsewhere = (reading: CalendarReading | undefined): boolean =>
  reading?.readable === false && reading.reason === "not_found";

const homeless = (reading: CalendarReading | undefined): AppError => {
  const reason = reading?.readable === false ? reading.reason : "unavailable";
  const words = {
    not_found: "neither Microsoft 365 nor Google has it",
    denied: "it may not be read",
    unavailable: "it cannot be read now",
  }[reason];
  return new AppError({
    code: `calendar_${reason}`,
    fault: "upstream",
    retryable: reason === "unavailable",
    message: `Nobody can tell where a calendar lives: ${words}.`,
  });
};
