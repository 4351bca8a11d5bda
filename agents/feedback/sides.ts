/** On which side words of a form stand: as a label or a score of their writer says it, and else on none. */
import type { SynthesisQuote } from "../../src/domain/synthesis.ts";
import type { FormPart } from "../../src/synthesis/form.ts";

type Kind = SynthesisQuote["kind"];

/** What a form asks for strengths by, and what for doubts: a label that is nothing else. One that names a skill ("Risk awareness") is
 * neither. */
const FOR_STRENGTHS =
  /^(?:the |any |key |main |top |their |biggest )*(?:pros?|strengths?|strong points?|positives?|highlights?|what (?:went|was|did they do) (?:well|good))\b[\s:?.]*$/i;
const FOR_CONCERNS =
  /^(?:the |any |key |main |top |their |biggest )*(?:cons?|concerns?|weaknesses|weak points?|doubts?|negatives?|worries|red flags?|areas? (?:of|for) (?:improvement|growth|development|concern)|what (?:did not go|went less|went) (?:well|badly))\b[\s:?.]*$/i;

/** Words in which people judge what they saw. They tell that a sentence is worth reading, and never on which side it is: "I would have
 * liked a clear answer" has the words of praise. */
const PRAISES =
  /\b(?:clear(?:ly)?|well|strong|solid|excellent|good|great|quick(?:ly)?|thorough(?:ly)?|thoughtful(?:ly)?|careful(?:ly)?|correct(?:ly)?|structured|precise(?:ly)?|handled|solved|explained|found|improved|impressive|deep)\b/i;
const BLAMES =
  /\b(?:unclear|vague(?:ly)?|shallow|struggl\w+|missed|missing|fail\w*|wrong|incorrect|slow(?:ly)?|weak|lack\w*|needed|stuck|confus\w+|hesita\w+|overlooked|limited|poor(?:ly)?|copied)\b/i;

/** Words of what went badly, whatever they stand below. Of "slow" and "missing" that is so where a sentence begins with them, or says
 * that it was so: "Noticed the slow query" says nothing bad. */
const BAD =
  "(?:weak|poor|slow|unclear|vague|shallow|wrong|confused|lost|stuck|bad|sloppy|messy|incorrect|superficial|incomplete|limited|hesitant)";
const HOW = "(?:(?:an?|the|very|rather|quite|pretty|too|so|really|somewhat|completely|a bit) )*";
const FAILED = new RegExp(
  `\\b(?:bombed|botched|bungled|fumbled|flunked|flopped|flailed|floundered|tanked|blew (?!\\w+ away)|choked|froze|struggled|gave up|ran out of (?:time|ideas|steam)|got (?:lost|stuck)|forgot|guessed|rambled|unable|unprepared|poorly|hopeless(?:ly)?|useless|terribl[ey]|awful(?:ly)?|horribl[ey]|dreadful(?:ly)?|disappoint\\w*|a (?:total |complete |real )?(?:disaster|mess)|failed (?:to|at|on|in|with|the)|(?:was|were|seemed|looked|got|felt|is|are) ${HOW}${BAD})\\b|^\\W*${HOW}(?:${BAD}|lack(?:s|ed|ing)?|missed|misses|missing|failed|fails)\\b`,
  "i",
);

/** That something went well, and nothing else. */
const DONE_WELL =
  /\b(?:well|clearly|brilliantly|nicely|beautifully|impressively|thoroughly|flawlessly|perfectly)\s*[.!]*$|^\W*(?:(?:an?|very|really) )*(?:excellent|great|brilliant|impressive|superb|flawless|nailed|aced)\b/i;

/** What a sentence with it means is turned, and no rule of words tells whither. */
const TURNED =
  /\b(?:no|not|never|none|nothing|without|nor|hardly|rarely|barely|but|although|though|however|despite|only|would|could|should|far from|instead|at first)\b|n['’]t\b/i;
const NO_DOUBT =
  /\b(?:no|without|any|nor) (?:\p{L}+ )?(?:concerns?|doubts?|risks?|gaps?|issues?|problems?|worries)\b/iu;

/** Whether it says that there is no doubt. */
export const deniesDoubt = (text: string): boolean => NO_DOUBT.test(text);

/** The label says it, else the score that its writer gave the row: Lever's four, by halves. What nobody has put on a side is an
 * observation: which it is for, its readers judge. Null where there is nothing to read. */
export const kindOf = (text: string, { label, score }: FormPart): Kind | null => {
  if (deniesDoubt(text)) return null;
  const asked = askedBy(label);
  const side = asked === null ? scoredAs(text, score) : asAsked(text, asked);
  if (side !== null && !TURNED.test(text)) return side;
  const isToBeRead = asked !== null || score !== null || PRAISES.test(text) || speaksAgainst(text);
  return isToBeRead ? "observation" : null;
};

const askedBy = (label: string): Kind | null => {
  if (FOR_STRENGTHS.test(label)) return "strength";
  return FOR_CONCERNS.test(label) ? "concern" : null;
};

/** What plainly says the contrary of its label is out of place below it: "Bombed the SQL part." below "Pros". It is then on no side. */
const asAsked = (text: string, asked: Kind): Kind | null => {
  if (asked === "strength") return FAILED.test(text) ? null : asked;
  return DONE_WELL.test(text) && !speaksAgainst(text) ? null : asked;
};

/** Whoever gives much may write of what was missing as well: words that could speak against the score are on no side. */
const scoredAs = (text: string, score: number | null): Kind | null => {
  if (score === null) return null;
  if (score >= 3) return speaksAgainst(text) ? null : "strength";
  return PRAISES.test(text) && !speaksAgainst(text) ? null : "concern";
};

const speaksAgainst = (text: string): boolean => BLAMES.test(text) || FAILED.test(text);
