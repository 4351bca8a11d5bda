/** Whether a person's own words may stand in a synthesis: it says what the forms say, and neither what is to become of somebody nor
 * what somebody is. Said to the person in full sentences. */
import { isVisible } from "../../src/domain/quoted.ts";
import { hasForeignMatter, hasMarkup } from "../briefing/foreign-matter.ts";
import { createScreen } from "../briefing/screen.ts";
import { faultOfSentence, keepsFacts, numbersIn } from "./verify.ts";

/** What is to be done with somebody. */
const OUTCOME =
  /\b(?:(?:make|get|extend|give|deserves?|worth|merits?) (?:\p{L}+ ){0,2}?(?:an |the )?offer|an? offer to (?:the candidate|him|her|them)|turn(?:ed|ing)? (?:\p{L}+ )?down|move (?:\p{L}+ )?(?:forward|ahead|on to)|moving (?:forward|ahead|on to)|go(?:ing)? ahead|proceed|(?:should|shall|must|to|we|not) advance|no[- ]go|thumbs|say (?:yes|no)|not (?:the )?right (?:person|one|candidate)|right (?:person|one|candidate)|good enough|not enough for|what it takes|shortlist\w*|drop (?:the candidate|him|her|them)|take (?:the candidate|him|her|them) on|want (?:the candidate|him|her|them|this person) on|decline|dismiss|fails? the|passes? the)\b/iu;

/** A figure of a scale, in figures or in words. */
const NUMBER = "(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten)";
const SCORE = new RegExp(
  `\\b${NUMBER}(?:[.,]\\d+)?\\s*(?:out of|of|/)\\s*${NUMBER}\\b|\\d\\s*%|\\b(?:gives?|gave|scored?|rated?)\\s+(?:an? )?${NUMBER}\\b|\\b(?:full|top|high(?:est)?|low(?:est)?|perfect|maximum|max|best|worst|bottom|mixed|average|excellent|flying) (?:marks?|scores?|ratings?|grades?)\\b|\\b(?:full|maximum|top) points\\b|\\b(?:straight|all) (?:as|a['’]s|ones|twos|threes|fours|fives|tens)\\b|\\b${NUMBER}[- ]stars?\\b`,
  "i",
);

/** What a reader is to make of what stands beside it. */
const OF_THE_NOTE =
  "(?:forms?|feedback|scores?|figures?|numbers?|ratings?|quotes?|quotations?|synthesis|note|concerns?|strengths?|recommendations?|above|below|panel)";
const TELLS_READERS = new RegExp(
  `\\b(?:ignore|disregard|pay no attention to) (?:\\p{L}+ ){0,4}${OF_THE_NOTE}\\b|(?:^|[.!?;:,]\\s*|\\b(?:please|should|must|can|may|better|just) )(?:(?:not|never) (?:read|trust|rely on|weigh|use|count|look at|believe)|do(?: not|n['’]t) (?:read|trust|rely on|weigh|use|count|look at|believe)|discount|forget|skip|overlook|dismiss|set aside|throw out|never mind|leave out|strike|delete|discard) (?:\\p{L}+ ){0,4}${OF_THE_NOTE}\\b`,
  "iu",
);

const WHY: Record<string, string> = {
  "a verdict": "It says what is to become of the candidate. Each form gives that for itself.",
  "a ranking": "It compares the candidate with others, or ranks them.",
  "talk of what somebody is":
    "The language check finds something in it: say what was seen or heard, not what somebody is.",
};

interface Asked {
  /** What it was made from; null: a new one. */
  drafted: string | null;
  candidateName: string;
}

/** Why a question cannot be asked so; null: it can. */
export const faultOfEditedQuestion = (
  text: string,
  { drafted, candidateName }: Asked,
): string | null => {
  if (text === drafted) return null;
  if (!text.trim().endsWith("?")) return "A question ends with a question mark.";
  const fault = faultOfLine(text, candidateName);
  if (fault !== null) return fault;
  const refusal = createScreen(candidateName)(text, "ask");
  if (refusal !== null) return `It cannot be asked: it ${refusal}.`;
  if (numbersIn(text) === "") return SCORE.test(text) ? FIGURES : null;
  const isSame =
    drafted !== null &&
    numbersIn(text) === numbersIn(drafted) &&
    keepsFacts(text, drafted) &&
    !SCORE.test(withoutFigures(text));
  return isSame ? null : FIGURES;
};

/** Why a remark cannot stand; null: it can. */
export const faultOfRemark = (text: string, candidateName: string): string | null => {
  const fault = faultOfLine(text, candidateName);
  if (fault !== null) return fault;
  if (SCORE.test(text)) return FIGURES;
  const refusal = createScreen(candidateName)(text, "agenda");
  return refusal === null ? null : `It cannot stand in the note: it ${refusal}.`;
};

const FIGURES =
  "Figures are the forms’ own: keep the words with figures as they were made, up to the colon, or write without figures.";

/** Figures in digits are held against the draft; what is left is held against words for figures. */
const withoutFigures = (text: string): string => text.replaceAll(/\d+/g, "");

const faultOfLine = (text: string, candidateName: string): string | null => {
  if (/[\n\r\t]/.test(text) || !isVisible(text) || text.trim() === "") {
    return "It has to be one line of visible words.";
  }
  if (hasForeignMatter(text) || hasMarkup(text)) {
    return "It holds a link, an address, a telephone number or markup.";
  }
  if (TELLS_READERS.test(text)) return "It tells its readers what to make of the forms.";
  const said = faultOfSentence(text, candidateName) ?? (OUTCOME.test(text) ? "a verdict" : null);
  return said === null ? null : (WHY[said] ?? said);
};
