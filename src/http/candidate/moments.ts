/** A time of the candidate's own case, as it is written to them, and by the customs of another language: the same moment in the same zone, worded
 * by code alone. */
import type { KnownMoment } from "../../../agents/candidate-chat/knowledge.ts";
import { type Reader, type Span, spanWords } from "./times.ts";

/** As it stands in the facts of the case. Shape of `inLanguage`: null where the words do not surely say the same. */
export const momentOf = (span: Span, reader: Reader): KnownMoment => ({
  words: spanWords(span, reader),
  inLanguage: (language) => {
    // Our calendar, our digits and the hours from 0 to 23, whatever is the custom: nothing of these may be taken for another time.
    const locale = `${language}-u-ca-gregory-hc-h23-nu-latn`;
    const words = spanWords(span, { ...reader, locale });
    return saysSpan(words, span, { ...reader, locale }) ? words : null;
  },
});

/** Whether the words, read by themselves, have the weekday, day, month, year and clock of that time, and no other number. */
const saysSpan = (words: string, { startsAt, endsAt }: Span, { zone, locale }: Reader): boolean => {
  const start = startsAt.toZonedDateTimeISO(zone);
  const end = endsAt.toZonedDateTimeISO(zone);
  const named = (options: Intl.DateTimeFormatOptions): readonly string[] =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
      .formatToParts(startsAt)
      .flatMap(({ type, value }) => (type === "month" || type === "weekday" ? [value] : []));
  const months = [...named({ day: "numeric", month: "long" }), ...named({ month: "long" })];
  const isNamed = months.some((month) => !/\d/.test(month) && words.includes(month));
  const clocks = [start, ...(startsAt.equals(endsAt) ? [] : [end])];
  const expected = [
    start.day,
    start.year,
    ...(isNamed ? [] : [start.month]),
    ...clocks.flatMap(({ hour, minute }) => [hour, minute]),
  ];
  const found = (words.match(/\d+/g) ?? []).map(Number);
  const sorted = (numbers: readonly number[]) => numbers.toSorted((one, other) => one - other);
  const isOnDay = named({ weekday: "long" }).every((day) => words.includes(day));
  return isOnDay && sorted(found).join() === sorted(expected).join();
};
