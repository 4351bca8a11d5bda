/** A question why some time was not offered: of whom, and when. What has passed is said to have, and never taken for another day. Pure. */
import { askWhen } from "./ask-when.ts";
import { asks } from "./asking.ts";
import { type Settling, candidateOf } from "./resolve.ts";
import { restOfWhy, unknownName } from "./rest.ts";
import type { KnownCase, Understanding } from "./understanding.ts";
import { type SaidWhen, readWhen } from "./when.ts";

/** The case and the time that a question why is about. */
export const settleWhyNot = (settling: Settling): Understanding => {
  const { reading, asked } = settling;
  const candidate = candidateOf(settling, reading.mentions, false);
  if ("asks" in candidate) return candidate.asks;
  const isOther =
    reading.mentions.every(({ cases }) => cases.length === 0) && unknownName(reading) !== null;
  if (!candidate.found || isOther) return asks("which_candidate", OF_WHOM);
  if (GONE.test(reading.masked)) return asks("when", HAS_PASSED);
  const rest = restOfWhy(reading);
  const when = readWhen({ text: rest, mentions: [] }, { now: asked.now, zone: asked.zone, rest });
  const said = [...when.constraints.allow, ...when.constraints.deny];
  if (said.length === 0) return asks("when", WHICH_TIME);
  const isAsked = when.constraints.questions.some(({ choices }) => choices.length > 0);
  if (isAsked) return passedIn(when) ?? asWhole(askWhen(when, reading), candidate.found);
  return {
    is: "intent",
    intent: "why_not",
    slots: { caseId: candidate.found.caseId, when: rest },
    assumed: when.constraints.assumed,
  };
};

const OF_WHOM =
  "Of which candidate's interview? Ask it with the name as Lever has it, or on the page of the case.";
const WHICH_TIME = "Which day or time do you mean? Such as: why was Tuesday at 10 not offered?";

/** What was read is days and hours alone: each choice is a request by itself. */
const asWhole = (found: Understanding, { name, caseId }: KnownCase): Understanding => {
  if (found.is !== "asks") return found;
  const choices = found.choices.map(({ label, text }) => ({
    label,
    text: `Why was ${text.replace(/[\s?!.]+$/u, "")} not offered to ${name}?`,
    caseId,
  }));
  return { ...found, choices };
};

/** Days and weeks that are over, in words that the grammar of times to come has not: `last Tuesday`, `Monday of last week`, `a week ago`. */
const GONE =
  /\b(?:last|previous|past|preceding|bygone) (?:mon|tue|wed|thu|fri|sat|sun|week(?! of\b| in\b)|month|night|year|evening|morning|afternoon|few|couple|\d)|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]* (?:past|before last)\b|\bweek before\b|\bago\b|\bearlier (?:this|last) (?:week|month)\b/u;
const HAS_PASSED =
  "That has passed, so nothing is offered there any more. Of a time to come it can be told why it is not offered: say its day.";

/** A date of which the calendar shows another one only in a year. Shape: null where it is not said to have passed, or may be a day soon. */
const passedIn = ({ constraints }: SaidWhen): Understanding | null => {
  const [question] = constraints.questions;
  const [, date, year] = /([^:]*?(\d{4})) has passed\b/u.exec(question?.question ?? "") ?? [];
  const isSoon = question?.choices.some(({ words }) => year !== undefined && words.includes(year));
  if (date === undefined || isSoon) return null;
  return asks(
    "when",
    `${date.trim()} has passed, so nothing is offered there any more. ${ITS_YEAR}`,
  );
};
const ITS_YEAR = "If another date is meant, say it with its year.";
