/** Whether words ask to have something done, or only tell or ask about it. Nothing is proposed but what is asked for: the verb as a
 * command, or behind words that ask for it. All that is not known as such a beginning is none. */
import type { Intent } from "./understanding.ts";

/** Words that change nothing of what is asked. */
const SOFT =
  /^(?:please|pls|plz|kindly|hi|hey|hello|hallo|dear|convene|ok|okay|so|now|then|also|just|thanks|thank|actually|again|sorry|quickly)$/u;

const ASK = [
  "(?:can|could|would|will) (?:you|u|we|someone|somebody)",
  "(?:would|will) you be able to",
  "are you able to",
  "(?:can|could|may|might) i (?:ask|get|have|request)(?: you)?(?: to)?",
  "(?:i'd|we'd|i would|we would) (?:like|love|prefer)(?: you)? to",
  "(?:i|we) (?:need|want|have|wish)(?: you)? to",
  "you (?:need|have) to",
  "needs? to",
  "let's|lets|let us",
  "would it be possible(?: for you)? to",
  "is it possible(?: for you)? to",
  "it would be (?:great|good|nice|kind) (?:to|if you could)",
  "(?:would|do) you mind",
  "(?:is there )?any chance (?:that )?(?:you|we) (?:can|could)",
  "try to",
  "feel free to",
].join("|");

const THINGS =
  "(?: (?:me|us|you|her|him|them|his|their|the|a|an|some|any|new|other|more|once|for|to|of|with|in|out|on|@|@'s|#|#'s|interview|interviews|onsite|screen|call|candidate|feedback))*";
const FIND =
  "(?:find|get|look for|search for|give|send|resend|offer|pick|arrange|prepare|make|ask for|request|propose|suggest|try|schedule|book)";
const NEED =
  "(?:(?:i|we|@|she|he|they|it|there) (?:need|needs|require|requires)|(?:i|we) want|(?:i'd|we'd|i would|we would) like|needs?)";

const whole = (source: string): RegExp => new RegExp(`^(?:${source})$`, "u");

const BEFORE_VERB = whole(`|${ASK}`);
const BEFORE_THING = whole(`|(?:(?:${ASK}) )?${FIND}${THINGS}|${NEED}${THINGS}|${ASK}`);
const BEFORE_OTHER = whole(`|(?:(?:${ASK}) )?${FIND}${THINGS}|${NEED}${THINGS}|${ASK}|.?${THINGS}`);
const BEFORE_DONE = whole(
  `(?:(?:@|@'s|#|she|he|they|it|this|that|the|interview|of) ?)+(?:needs?|has|have) to be|(?:i|we) (?:need|want)${THINGS}|(?:i'd|we'd|i would|we would) like${THINGS}(?: to be)?`,
);
const BEFORE_DOING = whole(".*(?:would|do) you mind");

const DONE = /^(?:moved|pushed|shifted|rescheduled)/u;
const DOING = /^(?:moving|rescheduling|calling off)/u;
const OTHER =
  /^(?:another|different|new|other|later|earlier|someone|somebody|instead|replacement)/u;
const THING =
  /^(?:brief|briefs|briefing|reminder|substitute|stand-?ins?|cover for|offer|slots?|more|fix|plan|book)/u;

/** A plan or a schedule of somebody, which there is. */
const NOUN = /^(?:plan|schedule|reschedule|move|push|shift|delay)$/u;

/** Whether there is somebody who could, and not that one is looked for. */
const CAN_ANYBODY = /\b(?:can|could|would|will|may|might) (?:someone|somebody|anyone|anybody)$/u;

const UNSURE = /\b(?:maybe|perhaps|possibly)\b/u;
const SOFTLY = / ?\b(?:maybe|perhaps|possibly)\b/gu;
/** To whom it is said so, it is politeness. */
const OF_YOU = /\b(?:can|could|would|will) (?:you|u)\b/u;

/** Whether it is only thought about: `maybe move Ada to Friday`. */
export const isUnsure = (masked: string): boolean => UNSURE.test(masked) && !OF_YOU.test(masked);

/** It is told how it stands, or stood. */
const TOLD = /\b(?:was|were|is|are|has|have|had|did|been|done|happened|worked|failed|went|came)\b/u;

const QUESTION =
  /^(?:is|are|am|was|were|has|have|had|did|does|do|should|shall|may|might|must|can|could|will|would|isn't|aren't|wasn't|weren't|hasn't|haven't|didn't|doesn't|what|what's|when|where|which|why|how|who|whose|whom)\b/u;
const OF_STATE =
  /^(?:is|are|was|were|has|have|had|did|isn't|aren't|wasn't|weren't|hasn't|didn't)\b/u;
const ASKS = new RegExp(`^(?:${ASK})\\b`, "u");

const plain = (text: string): string =>
  text
    .replaceAll(/[^\p{L}\p{N}@#' -]/gu, " ")
    .split(/\s+/u)
    .filter((word) => word !== "" && !SOFT.test(word))
    .join(" ");

/** Whether a part of a request asks for what its cue names. `said`: all of it. */
export const isAskedFor = (
  said: string,
  part: string,
  cue: { intent: Intent; start: number; end: number },
): boolean => {
  const all = plain(said).replaceAll(SOFTLY, "");
  if (isUnsure(said)) return false;
  if (QUESTION.test(all) && !ASKS.test(all)) return false;
  const lead = plain(part.slice(0, cue.start)).replaceAll(SOFTLY, "").trim();
  const isCommand = lead === "" && !/\b(?:please|pls|plz)\b/u.test(said);
  if (isCommand && /\?\s*$/u.test(said)) return false;
  const tail = part.slice(cue.end);
  if (cue.intent !== "remind_feedback" && TOLD.test(tail)) return false;
  const verb = part.slice(cue.start, cue.end);
  if (NOUN.test(verb) && /^\s+(?:for|of) @/u.test(tail)) return false;
  if (cue.intent === "replace" && CAN_ANYBODY.test(lead)) return false;
  return beforeOf(verb).test(lead);
};

const beforeOf = (cue: string): RegExp => {
  if (DONE.test(cue)) return BEFORE_DONE;
  if (DOING.test(cue)) return BEFORE_DOING;
  if (OTHER.test(cue)) return BEFORE_OTHER;
  return THING.test(cue) ? BEFORE_THING : BEFORE_VERB;
};

/** Whether it asks how something stands: has it been done, is it so. */
export const asksHowItStands = (masked: string): boolean => OF_STATE.test(plain(masked));
