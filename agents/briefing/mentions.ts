/** Whether a resume that names something says that it was done: what is denied, wished for or only heard of is no experience.
 * Where that is not clear it is none either, and the resume's own words are shown instead. */
import { type Bench, isReadable } from "./bench.ts";
import type { Place } from "./facts-in-words.ts";
import { type Clause, isNotOwnDoing } from "./not-own-doing.ts";
import { tellsReaders } from "./orders.ts";
import { isPraise } from "./praise.ts";
import { sentenceAround } from "./sentences.ts";

const WITHOUT_HARM =
  /\b(?:not (?:only|just)|(?:no|without|zero)(?: any| a)? (?:downtime|outages?|interruptions?|loss(?: of data)?|data loss|errors?|incidents?|regressions?))\b/gi;
const BOUNDARY =
  /;|\.\s|\s[–—]\s|,?\s(?:but|however|although|though|whereas|while|aber|mais|pero|maar|ale|mas)\s/gi;

const DENIED =
  /\b(?:no|not|never|none|without|neither|nor|lack\w*|little|hardly|barely|cannot|instead of|rather than|except|outside of|yet to|unfamiliar|zero)\b|n['’]t\b/i;
const DENIED_AFTER =
  /^[\s:(,–—-]*(?:experience|knowledge|skills?)?[\s:(,–—-]*(?:none\b|no\b|never\b|not\b|n\/a\b|yet to|to be learn\w*|basics?\b|beginner|next\b|soon\b|in progress|planned)/i;
const WISHED =
  /\b(?:wants?|wanted|wish\w*|would (?:like|love)|hop(?:e|es|ing) to|eager|keen|interest(?:ed)? in|aim(?:s|ing)? (?:to|for)|goals?|plan(?:s|ning)? to|look(?:s|ing)? (?:to|forward|for)|curious|learn|learns|aspir\w*|excited|dream\w*|willing|ready to|open to|beginner)\b|(?<!\b(?:machine|deep|reinforcement|transfer|federated|e)[ -])\blearning\b/i;
const WISHED_AFTER = /^[\s:(,–—-]*(?:learning|wish|want\w*|interested|eager|keen|would like)\b/i;
const LESSON =
  /\b(?:workshops?|(?<!\bof )courses?|tutorials?|webinars?|seminars?|boot ?camps?|lectures?|hackathons?|crash course|introduction to)\b/i;
const ATTENDED =
  /\b(?:attend\w*|watch\w*|enrolled|participated in|took part|visited|read (?:about|a book)|heard)\b/i;
const SHORT =
  /\b(?:half|one|two|three|four|five|an?|\d{1,2})[- ](?:hours?|days?|mornings?|afternoons?|weekends?)\b/i;
const GAVE =
  /\b(?:gave|given|offer\w*|taught|teach\w*|held|ran|led|built|wrote|organi[sz]ed|created|designed|developed|delivered|maintained)\b/i;

/** The same, as far as it is told by a word, in other languages that resumes come in. */
const FOREIGN_DENIED =
  /(?<!\p{L})(?:kein\w*|niemals|nie|nicht|ohne|noch nicht|pas|aucune?|jamais|sans|sin|nunca|ning[uú]n\w*|senza|mai|nessun\w*|non|geen|nooit|niet|zonder|bez|nigdy|brak|sem|n[ãa]o)(?!\p{L})/iu;
const FOREIGN_WISHED =
  /(?<!\p{L})(?:möchte\w*|lerne\w*|lernen|interesse an|souhaite\w*|apprendre|quiero|aprender|vorrei|imparare|wil|leren|chc\p{L}+|nauczyć|quero|workshop|kurs\w*|schulung\w*|seminar\w*|curso|corso|cursus|szkoleni\p{L}+|formation)(?!\p{L})/iu;

/** Whether what is named at a place was done, as the sentence around it says. */
export const isClaimed = (place: Place, bench: Bench): boolean => {
  const text = bench.library.get(place.document)?.text ?? "";
  const around = sentenceAround(place, text);
  if (!around) return false;
  const said = bench.neutralise(around.text);
  if (tellsReaders(said) || isPraise(said)) return false;
  const at = Math.max(0, place.start - around.start);
  const whole = around.text.replaceAll(WITHOUT_HARM, (found) => " ".repeat(found.length));
  const { before, clause, after } = clauseAt(whole, { start: at, end: place.end - around.start });
  if (!isReadable(place.document, bench))
    return !FOREIGN_DENIED.test(clause) && !FOREIGN_WISHED.test(clause);
  const isLesson =
    LESSON.test(clause) && (!GAVE.test(clause) || ATTENDED.test(clause) || SHORT.test(clause));
  const isHeard = ATTENDED.test(before) || (SHORT.test(clause) && LESSON.test(clause));
  // A line that is evidence as a whole has nothing before what is named: its first words turn it.
  const leading = before === "" && after === "" ? clause.split(/\s+/, 4).join(" ") : before;
  return !(
    isNotOwnDoing({ before, clause, after }) ||
    DENIED.test(leading) ||
    DENIED_AFTER.test(after) ||
    WISHED.test(leading) ||
    WISHED_AFTER.test(after) ||
    isLesson ||
    isHeard
  );
};

/** The part of a sentence that says one thing, and what of it stands before and after a place. */
const clauseAt = (text: string, { start, end }: { start: number; end: number }): Clause => {
  const bounds = [...text.matchAll(BOUNDARY)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  const first = bounds.findLast(({ to }) => to <= start)?.to ?? 0;
  const last = bounds.find(({ from }) => from >= end)?.from ?? text.length;
  return {
    before: text.slice(first, Math.max(first, start)),
    clause: text.slice(first, last),
    after: text.slice(end, last),
  };
};
