/** The way in: a request in plain words, understood by keywords and grammar alone. Pure. A text can only become one of a closed set of
 * intents about somebody whom code has found in the directory; where anything is unclear it becomes a question. What only reads is
 * answered although a word beside it is odd; what would have something proposed needs every word understood. */
import { CAN } from "./answer.ts";
import { corrected, intentIn, isDenied, refusalIn } from "./cues.ts";
import { withDirections } from "./directions.ts";
import { asksHowItStands, isAskedFor } from "./mood.ts";
import { askWhetherWanted } from "./whether-wanted.ts";
import { type Mention, type PostingMention, findMentions, findPosting } from "./names.ts";
import { asks } from "./asking.ts";
import type { Settling } from "./resolve.ts";
import { isMoveToRound, otherRound } from "./rounds.ts";
import { askOfOthers } from "./scope.ts";
import { settle } from "./settle.ts";
import {
  type Asked,
  type Directory,
  type Intent,
  PROPOSING,
  type Understanding,
} from "./understanding.ts";
import { type Masked, maskedOf } from "./when.ts";
import { isLong, withoutQuoted, wordsOf } from "./words.ts";

/** A request with what was found in it. */
export interface Reading extends Masked {
  masked: string;
  posting: PostingMention | null;
  /** Words of the stages at which those whom it names are: `onsite`, `screen`. */
  stage: ReadonlySet<string>;
  /** Whether nobody can tell where something that it quotes begins and ends. */
  isOddlyQuoted: boolean;
}

/** Finds who and what is named, and puts slips of the hand right. */
export const lookAt = (written: string, directory: Directory): Reading => {
  const { text: before, isOdd: isOddlyQuoted } = withoutQuoted(written);
  const named = findMentions(before, directory);
  const put = corrected(before, named);
  const found = put === before ? named : findMentions(put, directory);
  const { text, mentions } = withDirections({ text: put, mentions: found });
  const posting = findPosting(text, directory, mentions);
  const stages = mentions.flatMap(({ cases }) => cases.map(({ stageName }) => stageName));
  const stage = new Set(stages.flatMap((name) => wordsOf(name).map(({ folded }) => folded)));
  const masked = maskedOf({ text, mentions }, posting);
  return { text, mentions, posting, stage, masked, isOddlyQuoted };
};

/** What the request asks for, or what has to be asked first. Shape: `asks` with `no_keyword` where no cue was found: a model may have
 * another look at it. */
export const readRequest = (asked: Asked, directory: Directory): Understanding => {
  if (isLong(asked.text)) return TOO_LONG;
  const reading = lookAt(asked.text, directory);
  const refusal = refusalIn(reading.masked);
  if (refusal) return { is: "cannot", refusal };
  const intents = intentsIn(reading.masked);
  const [intent, ...others] = intents;
  if (intent === undefined) return noKeyword(reading);
  if (others.length > 0) return oneAtATime(intents, reading);
  const settling = { asked, directory, reading };
  return PROPOSING.has(intent) ? toPropose(intent, settling) : settle(intent, settling);
};

/** What would have something proposed: asked for, of the round that is meant. */
const toPropose = (intent: Intent, settling: Settling): Understanding => {
  const { reading, directory } = settling;
  const { masked, mentions } = reading;
  if (isDenied(masked)) return DENIED;
  if (reading.isOddlyQuoted) return ODDLY_QUOTED;
  if (!isRequested(masked)) {
    const isOfCandidate = mentions.some(({ cases }) => cases.length > 0);
    if (isOfCandidate && asksHowItStands(masked)) return settle("status", settling);
    return askWhetherWanted(intent, settling);
  }
  if (intent === "reschedule" && isMoveToRound(masked, directory.stages)) {
    return { is: "cannot", refusal: "decision" };
  }
  const found = settle(intent, settling);
  const isWhomAsked = found.is === "asks" && WHOM.has(found.asked);
  const others = isWhomAsked ? null : askOfOthers(intent, reading);
  if (others) return others;
  return found.is === "intent" ? ofItsRound(found, settling) : found;
};

/** Whom it is about is asked already. */
const WHOM: ReadonlySet<string> = new Set(["which_candidate", "which_person", "one_at_a_time"]);

/** Whether every part that names something to be done asks for it. */
const isRequested = (masked: string): boolean =>
  masked.split(BREAKS).every((part) => {
    const cue = intentIn(part);
    return !cue || !PROPOSING.has(cue.intent) || isAskedFor(masked, part, cue);
  });

const ofItsRound = (
  found: Extract<Understanding, { is: "intent" }>,
  { reading, directory }: Settling,
): Understanding => {
  const { cases, stages } = directory;
  const known = cases.find(({ caseId }) => caseId === found.slots.caseId);
  const own = known?.stageName ?? "";
  const isOfPeople = found.intent === "brief_again" || found.intent === "replace";
  const said = isOfPeople ? reading.masked.replaceAll(THE_PANEL, OF_PANEL) : reading.masked;
  const other = otherRound(said, { stages, own });
  if (other === null) return found;
  return asks(
    "did_you_mean",
    known
      ? `“${other}” is not the round that this is about: that is ${own}. Say it without the round, or name that one.`
      : `Of whose “${other}”? Say it with the candidate's name, or without the round.`,
  );
};

/** All who interview, not a round. */
const THE_PANEL = /(?<!\btechnical )\bpanel\b/gu;
const OF_PANEL = "people";

const TOO_LONG: Understanding = {
  is: "asks",
  asked: "not_understood",
  question: "That is longer than a request can be. Say in one sentence what you want.",
  choices: [],
};

const ODDLY_QUOTED: Understanding = {
  is: "asks",
  asked: "not_understood",
  question:
    "That has a sign of quotation to which there is no other, so I cannot tell what is quoted. Say it without.",
  choices: [],
};

const DENIED: Understanding = {
  is: "asks",
  asked: "not_understood",
  question:
    "That has a no, a condition or somebody's wish in it. Say what is to be done now; what is not to be done needs no request.",
  choices: [],
};

/** Where one part of a request ends and another may begin. */
const BREAKS =
  /[.;!?,:]+(?=\s|$)|\band then\b|\band also\b|\band\b|\bthen\b|\bplus\b|\balso\b|\bas well as\b|&/u;

/** All that it asks for, in its order. */
export const intentsIn = (masked: string): Intent[] => {
  const whole = intentIn(masked);
  // A question why, or who owes what, goes over all of its parts.
  if (whole && (whole.intent === "why_not" || whole.intent === "owes_feedback")) {
    const others = intentsOfParts(masked.slice(0, whole.start));
    return [...new Set([...others, whole.intent, ...intentsAfter(masked.slice(whole.end))])];
  }
  return intentsOfParts(masked);
};

const intentsOfParts = (masked: string): Intent[] => [
  ...new Set(masked.split(BREAKS).flatMap((part) => intentIn(part)?.intent ?? [])),
];

/** Behind a first intent, what follows in the same breath belongs to it. */
const intentsAfter = (rest: string): Intent[] => {
  const [, ...parts] = rest.split(BREAKS);
  return parts.flatMap((part) => {
    const found = intentIn(part);
    return found && PROPOSING.has(found.intent) && found.start <= 8 ? [found.intent] : [];
  });
};

/** What the intents are called where one is to be chosen. */
export const LABELS: Record<Intent, string> = {
  today: "What waits for me",
  status: "How it stands",
  owes_feedback: "Who owes feedback",
  why_not: "Why a time was not offered",
  pause: "Pause",
  reschedule: "Another time",
  schedule: "Look for times",
  cancel: "Cancel",
  replace: "Find a replacement",
  brief_again: "Brief again",
  remind_feedback: "Remind of feedback",
};

const oneAtATime = (intents: readonly Intent[], reading: Reading): Understanding => ({
  is: "asks",
  asked: "one_at_a_time",
  question: `That is more than one thing: ${intents.map((each) => LABELS[each].toLowerCase()).join(", ")}. One at a time: which comes first?`,
  choices: partsWith(reading),
});

/** Each part that asks for something, as a request by itself; only where each names whom it is about. */
const partsWith = ({ text, mentions }: Masked) => {
  const parts = splitAt(text, mentions);
  const isWhole = parts.every((part) => part.hasName && part.intent !== null);
  if (!isWhole || parts.length < 2) return [];
  return parts.slice(0, 6).map(({ words }) => ({ label: words, text: words }));
};

const splitAt = (text: string, mentions: readonly Mention[]) => {
  const breaks = [...text.matchAll(new RegExp(BREAKS, "gu"))];
  const starts = [0, ...breaks.map(({ index, 0: { length } }) => index + length)];
  const ends = [...breaks.map(({ index }) => index), text.length];
  return starts.flatMap((start, index) => {
    const end = ends[index] ?? text.length;
    const words = text.slice(start, end).trim();
    if (words === "") return [];
    const own = mentions.filter((each) => each.start >= start && each.end <= end);
    const shifted = own.map((each) => ({
      ...each,
      start: each.start - start,
      end: each.end - start,
    }));
    const masked = maskedOf({ text: text.slice(start, end), mentions: shifted }, null);
    return [{ words, hasName: own.length > 0, intent: intentIn(masked) }];
  });
};

const noKeyword = ({ mentions, text, isOddlyQuoted }: Reading): Understanding => {
  const [mention, ...others] = mentions;
  const name = others.length === 0 ? mention?.cases[0]?.name : undefined;
  const isBare =
    mention !== undefined && wordsOf(text).length <= wordsOf(mention.written).length + 1;
  return {
    is: "asks",
    // A model sees nothing that may be quoted.
    asked: isOddlyQuoted ? "not_understood" : "no_keyword",
    question: `I did not understand that. ${CAN}`,
    choices:
      name !== undefined && isBare && mention?.cases.length === 1
        ? [
            { label: "How it stands", text: `Status of ${name}` },
            { label: "Another time", text: `Reschedule ${name}` },
          ]
        : [],
  };
};
