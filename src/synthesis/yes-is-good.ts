/** Whether "yes" is the better answer to a question about a competency: only where its whole wording is known as one of those. */
import type { Competency } from "./form.ts";

/** Words with which a question, a rating or a row is of what went wrong, so that more of it is worse. */
const FAULT =
  /\b(?:not|never|no|none|cannot|nor|neither|without|concern\w*|doubt\w*|risk\w*|gaps?|lack\w*|issues?|problems?|problematic|missing|missed|weak\w*|flags?|struggl\w*|block(?:s|ed|ers?|ing)?|fail(?:s|ed|ing|ure|ures)?|shortcoming\w*|deficien\w*|deficits?|difficult\w*|troubl\w*|hesita\w*|reservation\w*|worr(?:y|ies|ied|ying|isome)|mistakes?|errors?|faults?|flaws?|bugs?|obstacles?|barriers?|poor\w*|bad\w*|worse|worst|wrong|negative\w*|against|reject\w*|veto|coaching|help(?:ed)? needed|hints? (?:needed|given)|needs? (?:help|hints?|guidance|support|training|supervision|improvement)|(?:need|amount|level|extent|degree) (?:for|of) (?:help|hints?|guidance|support|training|supervision|improvement))\b|n['’]t\b/iu;

const NOUN = "(?:problem|risk|issue|conflict|error|bug|incident|failure|fault)s?";
/** "Problem solving", "risk assessment", "handling of errors": what somebody can do about a fault. */
const WORK_ON_FAULTS = new RegExp(
  String.raw`\b${NOUN}[\s-]+\p{L}*(?:ing|ment|ness|ysis|tion|ance)\b|\b(?:solv|handl|manag|resolv|fix|find|mitigat|anticipat|analy[sz])(?:e|es|ing)(?: of| with)?(?: (?:hard|complex|difficult))? ${NOUN}\b`,
  "giu",
);

/** Whether more of what a label asks for may be worse. The names of competencies are no faults. */
export const asksForFaults = (label: string, all: readonly Competency[]): boolean =>
  FAULT.test(withoutNames(label, all).replaceAll(WORK_ON_FAULTS, " "));

const HERE = " § ";

/** The label in plain lower case, with a mark for each competency that it names. */
const withoutNames = (label: string, all: readonly Competency[]): string => {
  const words = (text: string): string =>
    text.normalize("NFC").toLowerCase().replaceAll("’", "'").replaceAll(/\s+/gu, " ").trim();
  const names = all
    .flatMap(({ id, name }) => [words(name), words(id), words(id).replaceAll("_", " ")])
    .filter((name) => name !== "")
    .toSorted((one, other) => other.length - one.length);
  let left = words(label);
  for (const name of names) {
    const found = new RegExp(
      String.raw`(?<![\p{L}\p{N}])${RegExp.escape(name)}(?![\p{L}\p{N}])`,
      "gu",
    );
    left = left.replaceAll(found, HERE);
  }
  return left.replaceAll(/\s+/gu, " ").trim();
};

const WHO = "(?:(?:the|this|our) (?:candidate|applicant|interviewee)|she|he|they)";
const WHOSE = "(?:(?:the|this|our|her|his|their|(?:the )?candidate's|(?:the )?applicant's) )?";
const HOW = "(?:(?:clearly|confidently|consistently|sufficiently|convincingly|independently) )?";
const LEVEL =
  "(?:the|our|your) (?:(?:hiring|expected|required) )?(?:bar|level|expectations?|requirements?|standards?)(?: (?:that )?we (?:need|expect|ask for|look for))?";
const GOOD =
  "(?:strong|good|solid|great|excellent|sufficient|adequate|convincing|sound|clear|deep|effective)";
const DO = "(?:demonstrate|show|explain|solve|have|understand|apply|know|handle|bring)";
const OBJECT = `(?:(?:a|an|the|her|his|their) )?(?:${GOOD} )?(?:(?:knowledge|understanding|grasp|command) of (?:the )?|skills? in )?`;
const WORK = "(?: (?:skills?|abilit(?:y|ies)|exercises?|tasks?|questions?|work|knowledge))?";
const WHERE = `(?: (?:well|clearly|confidently|independently))?(?: (?:as we need(?: it)?|(?:at|to) ${LEVEL}|(?:for|in) (?:this|the|our) (?:role|position|team|level|job|interview)))?`;

/** § is the competency. Nothing may stand in them that is not said here. */
const YES_IS_GOOD = [
  `(?:did|does|do|can|could|will) ${WHO} ${HOW}${DO} ${OBJECT}§${WORK}${WHERE}`,
  `(?:did|does|do|can|could|will) ${WHO} ${HOW}meet ${LEVEL} (?:in|for|of|on) ${WHOSE}§${WORK}${WHERE}`,
  `(?:did|does|do) ${WHOSE}§${WORK} meet ${LEVEL}`,
  `(?:is|was|are|were) ${WHO} (?:able to ${DO} ${OBJECT}|(?:ready|comfortable|confident|fluent|proficient|skilled|competent|strong|good|solid|convincing) (?:in|at|with|for|on) ${WHOSE})§${WORK}${WHERE}`,
  `(?:is|was|are|were) ${WHOSE}§${WORK} (?:${GOOD}|good enough|as we need(?: it)?|(?:at|up to) ${LEVEL})${WHERE}`,
  `would you (?:(?:gladly|happily) |(?:like|want|be (?:happy|glad|comfortable)) to )?(?:hire|work with|recommend|trust) (?:her|him|them|the candidate|this candidate|the applicant)(?: again)? (?:for|on|in|with) ${WHOSE}§${WORK}${WHERE}`,
  `§${WORK} (?:${GOOD}|as we need(?: it)?|(?:at|up to) ${LEVEL})`,
].map((wording) => new RegExp(`^${wording}\\s*[?.]?$`, "u"));

/** Whether it is one of those. Anything else about it is unknown, and so it is not. */
export const isYesGood = (question: string, all: readonly Competency[]): boolean => {
  const words = withoutNames(question, all);
  return !asksForFaults(question, all) && YES_IS_GOOD.some((wording) => wording.test(words));
};
