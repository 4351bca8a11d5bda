/** Where an interview is and where it goes, without a `from`: `move Ada's interview on Monday to Friday`. What stands at the interview, or is
 * somebody's, tells which interview it is, and is no time to be looked at; where `Monday to Friday` may as well be all days between, it
 * is asked. Pure. */
import type { Constraints } from "../language/constraints/constraints.ts";
import { asks } from "./asking.ts";
import { intentIn } from "./cues.ts";
import type { Reading } from "./read-request.ts";
import type { Understanding } from "./understanding.ts";
import { type SaidWhen, hasStandIn, maskedOf, withNames } from "./when.ts";

const WEEKDAY =
  "(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?(?![\\p{L}\\p{N}])";
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![\\p{L}\\p{N}])";
const DATE = `(?:\\d{4}-\\d\\d-\\d\\d|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th))(?:,? \\d{4}(?![\\d:]))?`;
const DAY = `(?:(?:next |this |coming )?${WEEKDAY}(?:,? (?:the )?${DATE})?|today|tomorrow|${DATE})`;
const CLOCK =
  "(?:\\d{1,2}(?:[:.]\\d\\d)?(?: ?[ap]\\.?m\\b\\.?)?(?: o'clock)?(?![\\p{L}\\p{N}:/])|noon|midday)";
const PART = "(?:early |late )?(?:morning|afternoon|evening)";
const POINT = `(?:${DAY}(?:,?(?: at| in the)? (?:${CLOCK}|${PART}))?|${CLOCK}(?: on ${DAY})?|${PART})`;

const SESSION =
  "(?:interviews?|onsite|screen(?:ing)?|session|call|meeting|loop|panel|appointment|slot|booking|round)";
const WORD = "(?!(?:to|until|till|from|on|at|and|or|then)\\b)[\\p{L}\\p{M}\\p{N}'.-]+";
const WHOSE = `(?:(?: (?:with|of|for) (?:the )?|,? )${WORD}(?: ${WORD}){0,2})?`;
/** Behind it stands another time: where it goes. */
const THERE = `(?=,? (?:over |back |forwards? |up )?(?:to|until|till) (?:(?:the |any |some |a |in |on |at |late |early |later |after |before |between |around |next |this |coming |sometime |week|month|end |${POINT}|(?:${WEEKDAY.replace("(?![\\p{L}\\p{N}])", "")}|morning|afternoon|evening)s?)))`;

/** `Ada's interview on Monday`, `the interview of Ada, which is at 3pm`: group 1. */
const AT_SESSION = `\\b${SESSION}${WHOSE}(,? \\(?(?:(?:that|which) is |that's )?(?:(?:booked|scheduled|planned|set) (?:for |on |at )|(?:on|at|of) )(?:the )?${POINT}\\)?,?)${THERE}`;
/** `Ada's 10am`, `Ada's Monday interview with Grace`, `the Friday interview of Ada`, `Friday's interview`. */
const OWNED = `(?:'s|s')( ${POINT})(?:'s)?(?: ${SESSION}${WHOSE})?${THERE}`;
const NAMED = `(?: the| of)?( ${POINT}(?:'s)?)(?= ${SESSION}${WHOSE}${THERE})`;

/** Verbs that take something from one time to another. */
const MOVES = /^(?:mov|shift|push|resched|re-sched|rebook|re-book|postpon|delay|bring|put|pull)/u;

const LEAVING = [AT_SESSION, OWNED, NAMED].map((source) => new RegExp(source, "diu"));

/** What stands before it. */
const NO_TIME =
  /^,? \(?(?:(?:that|which) is |that's )?(?:booked |scheduled |planned |set )?(?:for |on |at |of )?(?:the )?/iu;

/** A request to move something, without the words of where it is. */
export interface Leaving {
  reading: Reading;
  /** The day or the hour at which it is booked, by whoever asks; null: not said. */
  leaves: string | null;
}

/** What is taken out becomes spaces, so that all else stays in its place. */
export const withoutLeft = (reading: Reading): Leaving => {
  const { text, masked, mentions, posting } = reading;
  const cue = intentIn(masked);
  const isMove = cue?.intent === "reschedule" && MOVES.test(masked.slice(cue.start));
  const span = isMove
    ? LEAVING.map((pattern) => pattern.exec(text)?.indices?.[1]).find((found) => found)
    : undefined;
  if (!span) return { reading, leaves: null };
  const [start, end] = span;
  const without = `${text.slice(0, start)}${" ".repeat(end - start)}${text.slice(end)}`;
  return {
    reading: { ...reading, text: without, masked: maskedOf({ text: without, mentions }, posting) },
    leaves: text
      .slice(start, end)
      .replace(NO_TIME, "")
      .replaceAll(/[(),]|'s\b/gu, "")
      .trim(),
  };
};

const FROM_TO = /^(?:(?:on|at|of|for|from|in)\s+)?(?:the\s+)?(.+?)\s+(?:to|until|till)\s+(.+)$/iu;
/** It goes to a time that is named so, or to between two. */
const TARGET = /\b(?:to|between|until|till|for)\s+(?:the\s+)?$/iu;

/** What is read as all times between two, where it may be that from the one to the other something is moved. Shape: null where it is not said
 * so. */
export const askFromTo = (
  { constraints, text }: Pick<SaidWhen, "text"> & { constraints: Pick<Constraints, "understood"> },
  { text: said, mentions }: Pick<Reading, "text" | "mentions">,
): Understanding | null => {
  for (const { written, start } of constraints.understood) {
    const [, from, to] = FROM_TO.exec(written) ?? [];
    if (from === undefined || to === undefined || TARGET.test(text.slice(0, start))) continue;
    const at = said.toLowerCase().indexOf(written.toLowerCase());
    const words = withNames(written, { mentions });
    if (hasStandIn(written) || at < 0 || TARGET.test(said.slice(0, at))) continue;
    const put = (instead: string): string =>
      `${said.slice(0, at)}${instead}${said.slice(at + written.length)}`
        .replaceAll(/\s+/gu, " ")
        .trim();
    return asks(
      "when",
      `“${words}”: is it moved from the one to the other, or to any time between them?`,
      [
        { label: `To ${to}`, text: put(`to ${to}`) },
        { label: `Any time of ${from} to ${to}`, text: put(`to ${from} to ${to}`) },
      ],
    );
  }
  return null;
};
