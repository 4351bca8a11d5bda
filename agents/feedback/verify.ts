/** Whether another wording of a debrief's question may stand: it asks the same with the same figures and names, and says nothing
 * of what is to become of the candidate, of how they compare, or of what kind of person they are. */
import { checkLanguage } from "../../src/language/checker/check-language.ts";
import { faultOfWording } from "../questions/verify.ts";
import { createVerdicts } from "./verdicts.ts";

const RANKING =
  /\b(?:better|worse|best|worst|strongest|weakest|stronger|weaker|top|bottom|ahead of|behind|compared (?:to|with)|other candidates?|above average|below average|outstanding|first choice|runner-?up)\b/i;

/** Why a sentence may not be said of a candidate by us or by a model; null: it may. */
export const faultOfSentence = (text: string, candidateName = ""): string | null => {
  const saysVerdict = createVerdicts(candidateName);
  if (saysVerdict(text.replaceAll(/\brecommendations\b/gi, ""))) return "a verdict";
  if (RANKING.test(text)) return "a ranking";
  const found = checkLanguage(text, { kind: "feedback", isDoubtKept: true }).some(
    ({ severity, category }) => severity !== "advice" && category !== "unfilled",
  );
  return found ? "talk of what somebody is" : null;
};

/** Why a wording cannot be taken; null: it may stand. */
export const faultOfQuestion = (
  text: string,
  { drafted, candidateName }: { drafted: string; candidateName: string },
): string | null => {
  if (text === drafted) return null;
  if (numbersIn(text) !== numbersIn(drafted)) return "other figures";
  if (namesIn(text) !== namesIn(drafted)) return "other names";
  if (!keepsFacts(text, drafted)) return "the figures told otherwise";
  return (
    faultOfSentence(text, candidateName) ??
    faultOfWording(
      { text, followUps: [] },
      { text: drafted, followUps: [] },
      { posting: { title: "", text: "" }, candidateName },
    )
  );
};

/** Figures in digits, in their order. */
export const numbersIn = (text: string): string => (text.match(/\d+/g) ?? []).join(" ");

/** Whether who gives what stands as it was drafted: what is asked of it may be worded otherwise. */
export const keepsFacts = (text: string, drafted: string): boolean => {
  if (numbersIn(drafted) === "") return true;
  const end = drafted.lastIndexOf(": ");
  return text.startsWith(end === -1 ? drafted : drafted.slice(0, end + 2));
};

/** Words with a capital that begin no sentence, in their order: who gives what is told by it. */
const namesIn = (text: string): string =>
  [...text.matchAll(/(?<=[\p{L}\p{N},;(] ?)(?<![.?!:] )\p{Lu}[\p{L}\p{N}'’-]*/gu)]
    .map(([name]) => name)
    .join(" ");
