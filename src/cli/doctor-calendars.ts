/** What `convene doctor` asks of calendars: each connected service by itself, so that one does not hide behind the other. */
import type { CalendarReading } from "../domain/calendar.ts";
import { AppError } from "../domain/errors.ts";
import type { Deps } from "../deps.ts";
import { addressesOf } from "./doctor-lever.ts";

/** As many of the plans' people as say whether a service answers. */
const MOST_PEOPLE = 20;

type Services = Deps["services"]["calendar"]["services"];

/** One check a service, each in words. Shape: none when the plans name nobody, or no calendar is connected. */
export const calendarChecksOf = async (
  deps: Pick<Deps, "plans" | "clock" | "services">,
): Promise<(() => Promise<string>)[]> => {
  const plans = await deps.plans.all();
  const emails = [...new Set(plans.flatMap(addressesOf))].slice(0, MOST_PEOPLE);
  if (emails.length === 0) return [];
  const { services } = deps.services.calendar;
  return services.map((one) => async () => await lookAt(one, emails, deps));
};

/** Reads an hour of everybody. Errors: when nobody can be read there, with the reasons. */
const lookAt = async (
  { name, reader }: Services[number],
  emails: string[],
  { clock }: Pick<Deps, "clock">,
): Promise<string> => {
  const now = clock.now();
  const readings = await reader.readBusy(emails, now, now.add({ hours: 1 }));
  const readable = readings.filter((one) => one.readable).length;
  const count = `${readable} of ${emails.length} people of the plans can be read`;
  if (readable > 0) return `${name}: ${count}${othersInWords(readings)}`;
  throw new AppError({
    code: "calendar_denied",
    fault: "upstream",
    message: `${name}: ${count}${othersInWords(readings)}. See docs/google-setup.md and docs/microsoft-setup.md.`,
  });
};

const REASONS = {
  not_found: "not there",
  denied: "denied",
  unavailable: "not answered",
} as const;

/** `; 3 not there, 1 denied`. */
const othersInWords = (readings: CalendarReading[]): string => {
  const words = Object.entries(REASONS).flatMap(([reason, says]) => {
    const count = readings.filter((one) => !one.readable && one.reason === reason).length;
    return count === 0 ? [] : `${count} ${says}`;
  });
  return words.length === 0 ? "" : `; ${words.join(", ")}`;
};
