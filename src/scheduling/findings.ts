/** What is to be said about people before any time is looked at. */
import type { Frame } from "./frame.ts";
import { minuteCeil } from "./minutes.ts";
import { dayInWords } from "./time-words.ts";
import type { SlotFinding, SlotPerson, SlotRequest } from "./types.ts";
import { hoursOf } from "./whereabouts.ts";

/** One finding at most for each person whom a place names, by e-mail address. */
export const findingsOf = (
  request: Pick<SlotRequest, "places" | "people">,
  { bounds }: Pick<Frame, "bounds">,
): SlotFinding[] =>
  [...new Set(request.places.flatMap(({ choices }) => choices))].toSorted().flatMap((email) => {
    const person = request.people[email];
    return person ? (findingOf(email, person, bounds.earliest) ?? []) : [];
  });

const UNREADABLE = {
  not_found: "the calendar service does not know this address",
  denied: "access to it is denied",
  unavailable: "the calendar service did not answer for it",
} as const;

const findingOf = (
  email: string,
  person: SlotPerson,
  earliest: number,
): SlotFinding | undefined => {
  const { name, reading, pausedUntil } = person;
  if (person.optedOut) {
    return { kind: "opted_out", email, words: `${name} takes no interviews.` };
  }
  if (!reading.readable) {
    const words = `The calendar of ${name} cannot be read: ${UNREADABLE[reading.reason]}.`;
    return { kind: "calendar_unreadable", email, words };
  }
  if (pausedUntil && minuteCeil(pausedUntil) > earliest) {
    const day = pausedUntil.toZonedDateTimeISO(hoursOf(person).zone).toPlainDate();
    const until = dayInWords(EPOCH_DAY.until(day).days);
    return { kind: "paused", email, words: `${name} takes no interviews before ${until}.` };
  }
  return undefined;
};

const EPOCH_DAY = Temporal.PlainDate.from("1970-01-01");
