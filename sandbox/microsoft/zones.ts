/** Time zones as Exchange names them: Windows names, or IANA names where somebody set those. */
import { refusals } from "./errors.ts";

/** Of the world's zones. */
const WINDOWS_NAMES: Record<string, string> = {
  "Europe/Lisbon": "GMT Standard Time",
  "Europe/Berlin": "W. Europe Standard Time",
  "America/New_York": "Eastern Standard Time",
  "America/Los_Angeles": "Pacific Standard Time",
  "Asia/Kolkata": "India Standard Time",
  "Asia/Tokyo": "Tokyo Standard Time",
};
const IANA_NAMES = new Map(
  Object.entries(WINDOWS_NAMES).map(([iana, windows]) => [windows.toLowerCase(), iana]),
);

/** The name that Outlook would have given the zone. */
export const windowsNameOf = (iana: string): string => WINDOWS_NAMES[iana] ?? iana;

/** The IANA zone that a name of either kind means. Errors: 400 `TimeZoneNotSupportedException`. */
export const zoneOf = (name: string): string => {
  const iana = IANA_NAMES.get(name.toLowerCase()) ?? name;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(iana);
    return iana;
  } catch {
    throw refusals.zone();
  }
};
