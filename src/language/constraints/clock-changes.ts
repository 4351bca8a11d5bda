/** Times that a zone's clock leaves out or shows twice on their day: they are asked, not guessed. */
import type { Choice, Rule } from "./constraints.ts";
import { fullDateWords } from "./day-words.ts";

const localTime = (date: string, time: string): Temporal.PlainDateTime =>
  time === "24:00"
    ? Temporal.PlainDate.from(date).add({ days: 1 }).toPlainDateTime()
    : Temporal.PlainDateTime.from(`${date}T${time}`);

const clockOf = (time: Temporal.ZonedDateTime): string =>
  time.toPlainTime().toString({ smallestUnit: "minute" });

/** What to ask about one local time, when its clock is changed just then. */
const changeAt = (
  date: string,
  time: string,
  zone: string,
): { why: string; choices: Choice[] } | undefined => {
  const local = localTime(date, time);
  const first = local.toZonedDateTime(zone, { disambiguation: "earlier" });
  const second = local.toZonedDateTime(zone, { disambiguation: "later" });
  if (first.epochNanoseconds === second.epochNanoseconds) return undefined;
  const day = fullDateWords(Temporal.PlainDate.from(date));
  if (!first.toPlainDateTime().equals(local)) {
    const choices = [first, second].map((each) => ({
      words: clockOf(each),
      instead: clockOf(each),
    }));
    return { why: `The clock leaves ${time} out on ${day}. Which time is meant?`, choices };
  }
  const choices = [first, second].map((each) => ({
    words: `${clockOf(each)} (UTC${each.offset})`,
  }));
  return { why: `The clock shows ${time} twice on ${day}. Which one is meant?`, choices };
};

/** What to ask about a rule of one day with hours; undefined when all its times are clear. */
export const clockChangeOf = (rule: Rule): { why: string; choices: Choice[] } | undefined => {
  const { from, until, times, startsAt, zone } = rule;
  if (from === undefined || from !== until) return undefined;
  const said = [times?.from, times?.until, startsAt].filter((time) => time !== undefined);
  const inner = said.filter((time) => time !== "00:00" && time !== "24:00");
  for (const time of inner) {
    const change = changeAt(from, time, zone);
    if (change) return change;
  }
  return undefined;
};
