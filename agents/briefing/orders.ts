/** What in a text speaks to software, or tells its readers what to do. A job text tells people what they will write and answer: that is no order. */
import { findInstructions } from "../../src/documents/instructions.ts";
import { linesIn } from "../../src/documents/spans.ts";
import type { Stretch } from "./sentences.ts";

/** Whether it is written by the company about work, or by somebody about themselves or another. */
type Author = "company" | "anybody";

/** What job texts say to the people who read them. */
const DUTY =
  /^you\s+(?:must|should|shall|will|have to|need to)\s+(?:now |always |never |not )?(?:respond|reply|answer|write|say|send|forward|email|call|book|schedule|cancel|move)$/i;

/** The places, without white space before them. */
export const ordersFound = (text: string, author: Author): Stretch[] =>
  findInstructions(text, (start, end) => ({ start, end, page: null })).flatMap(({ span }) => {
    if (!span) return [];
    const said = text.slice(span.start, span.end);
    if (author === "company" && DUTY.test(said.trim())) return [];
    return [{ start: span.start + said.length - said.trimStart().length, end: span.end }];
  });

const READER =
  "(?:(?:the |all |any |every |each |our |dear )*(?:interviewers?|interview(?:ing)? (?:panel|team)s?|panel(?:l?ists?)?|(?:hiring|search|selection) (?:committee|manager|team|panel)s?|committee|recruiters?|recruiting team|reviewers?|readers?|assessors?|evaluators?|screeners?|debrief)|(?:whoever|anyone|anybody|everyone|everybody|those)(?: who)? (?:reads?|sees?|interviews?|reviews?)[^.;:]{0,40})";
const ABOUT =
  "(?:me|him|her|them|us|this|that|these|those|it|my|his|their|the|an?|all|any|every\\w*|each|what|whatever|whether|candidates?|nothing|no)";

/** Orders to people who read. Each is held against one sentence. */
const TO_READERS: readonly RegExp[] = [
  new RegExp(
    `(?:^|[:;,–—-]\\s*)(?:dear|hello|hi|hey|attention|note (?:to|for)|message (?:to|for)|to|for|fao) ${READER}(?![\\p{L}])\\s*[:,–—-]`,
    "iu",
  ),
  new RegExp(`(?:^|[:;–—-]\\s*)${READER}\\s*[:,–—-]\\s*\\p{L}`, "iu"),
  new RegExp(
    `\\b${READER} (?:please|should|must|shall|needs? to|ha(?:s|ve) to|ought to|can (?:skip|omit|ignore|go|move)|may (?:skip|omit|ignore)|(?:is|are) (?:kindly )?(?:asked|requested|required|instructed|advised|told|invited|supposed|expected) to|will (?:have to|need to|want to|agree))\\b`,
    "iu",
  ),
  /\b(?:please|kindly)\b/iu,
  new RegExp(
    `^["'“‘(]*(?:just |now |then |also |and |so )*(?:ignore|disregard|skip|omit|hire|advance|approve|rate|score|recommend|reject|vote|promote|shortlist|tell|ask|invite|call|send|forward|give|grant|pass|mark|trust|believe|consider|remember|forget|note that|do not|don['’]t|never (?:ask|mention|tell)|make sure|be sure|ensure|let) ${ABOUT}\\b`,
    "iu",
  ),
  /^["'“‘(]*(?:make sure|be sure|remember to|do not (?:ask|mention|tell|share|talk|discuss)|don['’]t (?:ask|mention|tell|share|talk|discuss))\b/iu,
  /^["'“‘(]*(?:report|state|conclude|claim|write|say|record|add|note) (?:\p{L}+ ){0,3}?that (?:all|every\w*|the|they|this|each|nobody|no)\b/iu,
  // What is to be decided about somebody.
  /\b(?:should|must|ought to|has to|have to|deserves? to|needs? to) (?:\p{L}+ ){0,2}?be (?:\p{L}+ ){0,2}?(?:hired|moved (?:on|forward|ahead)|advanced|invited|offered|rejected|promoted|shortlisted|approved|passed|rated|scored|selected|preferred|skipped|waived|marked)\b/iu,
  /\b(?:suggest|advise|urge|insist on|strongly recommend|recommend) (?:\p{L}+ ){0,2}?(?:offering|hiring|moving|advancing|inviting|skipping|rejecting|passing)\b/iu,
  /\b(?:skip|waive|omit) (?:the |all |any |this |further )*(?:\p{L}+ )?(?:interviews?|rounds?|questions?|screens?|tests?|tasks?|checks?)\b/iu,
  // What is said to be needless, settled, or to be regretted.
  /\b(?:no|without any|there is no|isn['’]t any) (?:need|reason|point|use|sense)(?: to| in)? (?:\p{L}+ )?(?:test|ask|check|verify|interview|prob|quiz|question|assess|examin|evaluat|doubt|look|call|talk|screen|dig|discuss)\p{L}*\b/iu,
  /\b(?:you|one|nobody|no one)(?: really| simply)? (?:need not|needn['’]t|(?:do not|don['’]t|does not|doesn['’]t|will not|won['’]t|no longer) (?:need|have) to|needs? to|can (?:safely )?(?:skip|omit|ignore|spare|trust|stop)|may (?:skip|omit|ignore)|should|must|ought to|had better|would be (?:wise|foolish|mad)|(?:['’]ll|will|would) (?:soon )?(?:regret|miss|be sorry|be glad|thank|want to hire|have to|need to|not find|never find|love|see that))(?!\p{L})/iu,
  /\byou['’](?:ll|d) (?:soon )?(?:regret|miss|be (?:sorry|glad|mad)|thank|want to|have to|not find|never find|love)\b/iu,
  /\b(?:go|move|proceed|jump|skip|advance|get|come|send (?:me|them)) (?:me )?(?:straight|directly|right|immediately|at once|now) (?:on )?to (?:the |an? |your )?(?:\p{L}+ )?(?:offer|contract|hire|hiring|final|onsite|next|last|decision|negotiations?)\b/iu,
  /\b(?:passing on|pass on|reject(?:ing)?|turn(?:ing)? down|miss(?:ing)? out on|hir(?:e|ing)|pick(?:ing)?|choos(?:e|ing)|tak(?:e|ing)|offer(?:ing)?|believe|trust) (?:me|this (?:candidate|applicant|person))\b/iu,
  /\b(?:interviews?|rounds?|tests?|screens?|questions?|assessments?|tasks?|checks?)\b[^.;]{0,30}\b(?:(?:has|have|had|is|are|was|were|be|been) (?:already )?(?:been )?(?:waived|not needed|unnecessary|superfluous|needless)|(?:can|may|should|need) (?:not )?be (?:waived|skipped|omitted|dropped|asked))\b/iu,
  /\b(?:take (?:my|our) word|do(?:n['’]t| not) (?:miss|let|hesitate|wait|lose|waste|bother|dare|doubt|test|quiz|probe|check|ask|pass)|make (?:me|us) an offer|give (?:me|us) (?:the|an?|this)|look no further|stop (?:looking|searching|reading)|search no more|call me (?:at once|now|today)|sign (?:me|them) (?:up|now|at once))\b/iu,
];

/** Whether a sentence tells those who read it what to do. */
export const tellsReaders = (sentence: string): boolean => {
  const said = sentence.replace(/^\s*(?:[•·▪◦●■*>–—-]|\d+[.)])\s+/, "").replaceAll(/\s+/g, " ");
  return TO_READERS.some((rule) => rule.test(said.trim()));
};

const MOST_AFTER = 2;

/** The same with what goes on after them: to the end of the paragraph, or two lines more. */
export const ordersIn = (text: string, author: Author): Stretch[] => {
  const lines = linesIn(text);
  return ordersFound(text, author).map((found) => {
    const first = lines.findIndex(({ end }) => end >= found.start);
    const last = lines.findIndex(({ end }) => end >= found.end);
    const after = lines.slice(last + 1, last + 1 + MOST_AFTER);
    const blank = after.findIndex((line) => line.text.trim() === "");
    const end = lines[last + (blank === -1 ? after.length : blank)]?.end ?? text.length;
    return { start: lines[first]?.start ?? found.start, end };
  });
};
