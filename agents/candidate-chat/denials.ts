/** What somebody says that they do not do, or do not want, and what they want in its place: “I do not want to cancel, only move”. Of
 * English. */
import { topicsOf } from "./topics.ts";

/** What is confirmed, moved or cancelled: the interview. */
export type Act = "confirm" | "move" | "cancel";
const ACTS: readonly Act[] = ["confirm", "move", "cancel"];

/** As it is denied: what was not done, or is not to be done. */
const DENIED: Record<Act, string> = {
  confirm: "confirm\\w*|be there|attend\\w*",
  move: "(?:re)?schedul\\w*|mov(?:e|ed|ing)|chang(?:e|ed|ing)|postpon\\w*|delay\\w*|shift\\w*",
  cancel: "cancel\\w*|withdraw\\w*|pull(?:ing)? out|drop(?:ping)? out",
};
/** As it is wanted where something else is denied: there a single word says it. */
const WANTED: Record<Act, RegExp> = {
  confirm: /\b(?:confirm(?:ing)?|be there|attend(?:ing)?)\b/i,
  move: /\b(?:re-?schedul(?:e|ing)|mov(?:e|ing)|postpon(?:e|ing)|delay(?:ing)?|shift(?:ing)?|(?:another|different|new|other) (?:time|day|date|slot))\b/i,
  cancel: /\b(?:cancel(?:l?ing)?|withdraw(?:ing)?|pull(?:ing)? out|drop(?:ping)? out)\b/i,
};

const ANY = Object.values(DENIED).join("|");
const NOT =
  "(?:\\b(?<!\\bwhy )(?:not|never|nobody|no one|cannot)|n't)(?! (?:you|we|i|they|it|mind)\\b)";
const RATHER =
  "\\b(?:instead of|rather than|without|never mind|forget about|no (?:need|reason|wish|intention|plans?) (?:to|for|of))";
const BETWEEN = "(?: (?!(?:if|because|so|but|that|as|just|only)\\b)[\\w']+){0,4}? ";
const ALSO = `(?:(?: (?:it|this|the interview))?,? (?:or|nor) (?:to )?(?:${ANY})\\b)*`;
const DOING = "(?:moving|rescheduling|postponing|cancell?ing|withdrawing|confirming)";
const DENIALS = new RegExp(
  [
    `(?:${NOT}|${RATHER})${BETWEEN}(?:${ANY})\\b${ALSO}`,
    `(?<=\\b(?:rather|better|sooner|prefer)\\b.{0,60})\\bthan (?:to )?(?:${ANY})\\b`,
    `(?<=\\bprefer\\b.{0,60})\\b(?:to|over) ${DOING}`,
    `\\b${DOING}(?: (?:it|this|the interview))? (?:is|was|would be)(?:n't| not)\\b`,
  ].join("|"),
  "gi",
);

const UNSURE =
  /\b(?:not (?:\w+ )?sure|unsure|don't know|do not know|might not|may not)\b.{0,25}\b(?:make it|be there|come|attend|join|confirm)\b/gi;

/** What a line says of acts where it denies one. */
export interface Denial {
  denied: readonly Act[];
  /** What it asks for all the same; empty: nothing, or what it denies as well. */
  wanted: readonly Act[];
}

/** What is denied in a line, and what is wanted in its place. Shape: both empty where nothing is denied. */
export const denialIn = (line: string): Denial => {
  const spans = line.match(DENIALS) ?? [];
  const isUnsure = line.search(UNSURE) !== -1;
  const denied = ACTS.filter(
    (act) =>
      (act === "confirm" && isUnsure) ||
      spans.some((span) => new RegExp(`\\b(?:${DENIED[act]})\\b`, "i").test(span)),
  );
  if (denied.length === 0) return { denied, wanted: [] };
  const rest = withoutDenied(line);
  const said = ACTS.filter((act) => WANTED[act].test(rest));
  if (said.some((act) => denied.includes(act))) return { denied, wanted: [] };
  const topics: readonly string[] = topicsOf(rest);
  const wanted = ACTS.filter((act) => said.includes(act) || topics.includes(act));
  return { denied, wanted: wanted.filter((act) => !denied.includes(act)) };
};

/** A line without what it denies. */
export const withoutDenied = (line: string): string =>
  line.replaceAll(DENIALS, " ").replaceAll(UNSURE, " ");
