/** What a resume names that its writer has not done: known in theory, read about, done by others, done to them, or come to nothing. */

const OTHERS =
  "(?:(?:my|our|an?|the|one|two|some|several|all|most) )*(?:(?:another|(?:the |an? )?other|(?:an? )?neighbou?ring|(?:an? )?partner|(?:an? )?external|former) )?(?:colleagues?|co-?workers?|friends?|boss|contractors?|freelancers?|agenc(?:y|ies)|vendors?|suppliers?|consultanc(?:y|ies)|predecessors?|outsiders?|others|somebody else|someone else|(?<=(?:another|other|ing|partner|external) )(?:teams?|departments?|compan(?:y|ies)|groups?|people|offices?))(?: of (?:mine|ours))?";
const MADE =
  "(?:done|written|built|made|run|handled|managed|led|maintained|developed|delivered|designed|created|implemented|introduced|operated|owned|set up|rolled out|migrated|moved|provided|outsourced)";

/** Held against the part of a sentence that says one thing. */
const IN_CLAUSE: readonly RegExp[] = [
  /\b(?:theory only|only (?:in|a) theory|only on paper|on paper only|in theory(?! and )|theoretical(?:ly)?(?: knowledge| only| background)?)\b/iu,
  /\bread(?:ing)? (?:up )?(?:(?:on|the|some|many|several|a|all|most|of) )*(?:[\p{L}\p{N}.+#-]+ ){0,2}?(?:docs?|documentation|articles?|books?|manuals?|papers?|posts?|blogs?|guides?|specs?|newsletters?)\b/iu,
  new RegExp(
    `^\\W*${OTHERS} (?:who |that )?(?:wrote|built|made|ran|did|led|set|took|gave|held|kept|has|have|had|does|do|is|are|was|were|\\p{L}+ed)\\b`,
    "iu",
  ),
  /\bless than an? (?:day|week|month)\b/iu,
];
const BEFORE: readonly RegExp[] = [
  /\b(?:familiar with|know\w*|understand\w*|grasp\w*|explain\w*|have|got|has) (?:of )?(?:an?|the|some)? ?(?:basic |rough |general )?(?:ideas?|concepts?|notions?|theory|principles?|existence) of\b|\b(?:aware of|heard of|knows? about|idea of)\b/iu,
  /^\W*(?:i )?(?:was|were|been|being|got) (?:\p{L}+ )?(?:mentored|taught|trained|coached|instructed|introduced|shown|supervised|managed|led|advised|guided)\b/iu,
  /\b(?:sat|worked|was|were|been|seated|located) (?:right |directly )?(?:beside|next to|near|close to)\b/iu,
];
const AFTER: readonly RegExp[] = [
  // "Was mentored by other engineers".
  /^\s+by (?:an?|the|my|our|other|others|senior|more|experienced|two|three|several)\b/iu,
  /^[\s:(,–—-]*(?:0|zero)(?:[.,]0)? (?:years?|months?|yrs?|projects?|experience)\b/iu,
  new RegExp(
    `^[^.;]{0,40}?\\b(?:is|was|were|are|been|being) (?:\\p{L}+ )?${MADE} by ${OTHERS}\\b`,
    "iu",
  ),
  /\b(?:on (?:my|the) (?:to-?do |bucket |wish |reading )?list|wish ?list)\b/iu,
  /\b(?:that|which|but) (?:was |were |has |had )?(?:then |later |finally )?(?:been )?(?:never|not|rejected|cancel\w*|dropped|abandoned|declined|failed to|came to nothing|did not)\b/iu,
];
/** Of a line that is evidence as a whole. */
const OF_LINE =
  /^\W*(?:i )?(?:was |were |been |being |got )?(?:\p{L}+ly )?(?:mentored|taught|trained|coached|instructed|introduced|supervised|managed|led|advised|guided|reviewed|assessed|interviewed) by\b/iu;

/** Parts of a sentence that say one thing: around what is named in it, and all of it. */
export interface Clause {
  before: string;
  clause: string;
  after: string;
}

/** Whether what is named there was not done by who wrote it. */
export const isNotOwnDoing = ({ before, clause, after }: Clause): boolean =>
  IN_CLAUSE.some((one) => one.test(clause)) ||
  BEFORE.some((one) => one.test(before)) ||
  AFTER.some((one) => one.test(after)) ||
  OF_LINE.test(before === "" && after === "" ? clause : "");
