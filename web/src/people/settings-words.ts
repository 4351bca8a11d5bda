/** What somebody has set for themselves, in a few words each. */
import type { VersionedPreferences } from "../../../src/http/api/people-schemas.ts";
import { zoneName } from "../../../src/domain/zone-names.ts";
import { dayInWords } from "../parts/time.ts";

const DAYS = [
  ["mon", "Mon"],
  ["tue", "Tue"],
  ["wed", "Wed"],
  ["thu", "Thu"],
  ["fri", "Fri"],
  ["sat", "Sat"],
  ["sun", "Sun"],
] as const;

/** Shape: what stops interviews first; empty when nothing is set. */
export const settingsInWords = (preferences: VersionedPreferences): string[] =>
  [
    preferences.takesNoInterviews && "Takes no interviews",
    preferences.pausedUntil !== null &&
      `No interviews until ${dayInWords(preferences.pausedUntil)}`,
    ...hoursInWords(preferences.hours),
    preferences.zone !== null && `In ${zoneName(preferences.zone)}`,
    preferences.holidays !== null && `Off on public holidays of ${preferences.holidays}`,
    ...preferences.stays.map(
      ({ from, until, zone, hours }) =>
        `${dayInWords(from)} to ${dayInWords(until)} in ${zoneName(zone)}${hours ? `, ${hours.start}–${hours.end}` : ""}`,
    ),
    preferences.comfort !== null && `Best ${preferences.comfort.start}–${preferences.comfort.end}`,
    preferences.lunch !== null && `Lunch ${preferences.lunch.start}–${preferences.lunch.end}`,
    limitsInWords(preferences),
    preferences.bufferMinutes !== null && freeInWords(preferences.bufferMinutes),
    ...preferences.focus.map(
      ({ days, start, end, firm }) =>
        `${firm ? "Never" : "Rather not"} ${daysInWords(days)} ${start}–${end}`,
    ),
    preferences.noDailyDigest === true && "No daily digest",
    preferences.notAsHiringManagerIn.length > 0 &&
      `As hiring manager not needed in ${preferences.notAsHiringManagerIn.join(", ")}`,
  ].filter((words) => typeof words === "string");

const freeInWords = (buffer: NonNullable<VersionedPreferences["bufferMinutes"]>): string =>
  typeof buffer === "number"
    ? `${buffer} minutes free before and after`
    : `${buffer.before} minutes free before, ${buffer.after} after`;

const limitsInWords = ({
  maxInterviewsPerDay,
  maxInterviewsPerWeek,
}: VersionedPreferences): string | false => {
  const limits = [
    maxInterviewsPerDay !== null && `${maxInterviewsPerDay} a day`,
    maxInterviewsPerWeek !== null && `${maxInterviewsPerWeek} a week`,
  ].filter((words) => typeof words === "string");
  return limits.length > 0 && `At most ${limits.join(", ")}`;
};

/** Days with the same hours together: `Mon–Fri 09:00–17:30`. */
const hoursInWords = (hours: VersionedPreferences["hours"]): string[] => {
  if (hours === null) return [];
  const byHours = new Map<string, string[]>();
  for (const [day] of DAYS) {
    const words = (hours[day] ?? []).map(({ start, end }) => `${start}–${end}`).join(", ");
    if (words !== "") byHours.set(words, [...(byHours.get(words) ?? []), day]);
  }
  return [...byHours].map(([words, days]) => `${daysInWords(days)} ${words}`);
};

/** `Mon–Fri`, `Mon, Wed`: three or more in a row are a span. */
const daysInWords = (days: readonly string[]): string => {
  const runs: string[][] = [];
  for (const [day, name] of DAYS) {
    if (!days.includes(day)) {
      runs.push([]);
      continue;
    }
    const last = runs.at(-1);
    if (last) last.push(name);
    else runs.push([name]);
  }
  return runs
    .filter((run) => run.length > 0)
    .map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(", ")))
    .join(", ");
};
