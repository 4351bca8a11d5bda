/** Roles that a request names, by the titles of postings: a candidate of another one is not whom it means. */
import { asks, labelOf } from "./asking.ts";
import { PLAIN_WORDS, isOfTime } from "./plain-words.ts";
import type { PostingMention } from "./names.ts";
import type { Reading } from "./read-request.ts";
import type { Settling } from "./resolve.ts";
import type { Choice, KnownCase, KnownPosting, Understanding } from "./understanding.ts";
import { fold, wordsOf } from "./words.ts";

type Said = Pick<Reading, "text" | "posting">;

/** Whether a role is named at all. A title has words that name rounds, places and times as well: what the own stage is called, `Berlin time`
 * and words of everyday speech are none. */
export const isPostingSaid = ({ text, posting }: Said, stageName: string): boolean => {
  if (!posting) return false;
  if (/^\s+(?:time|clock)\b/iu.test(text.slice(posting.end))) return false;
  const own = new Set(wordsOf(stageName).map(({ folded }) => folded));
  return wordsOf(text.slice(posting.start, posting.end)).some(
    ({ folded }) => !own.has(folded) && !PLAIN_WORDS.has(folded) && !isOfTime(folded),
  );
};

/** Whether a case is of the role that is named, or none is. */
export const isOfPosting = ({ postingId, stageName }: KnownCase, said: Said): boolean =>
  !isPostingSaid(said, stageName) ||
  (said.posting?.postings.some((each) => each.postingId === postingId) ?? false);

/** What is said where somebody is named with a role that is not theirs. */
export const notOfRole = (name: string): string =>
  `${name} is a candidate for another role than that one. Leave the role out, or name its candidate.`;

const WHICH_OF_IT = "Which candidate of that role? One at a time, by name.";
const NOBODY_OF_IT = "No candidate of that role has interviews that are open here.";

const BEFORE = /(?:\b(?:the|our|this|that|an?)\s+)?$/iu;
const BEHIND =
  /^(?:\s+(?:engineer|developer|manager|role|position|job|posting|candidate|one|applicant)\b)*/iu;
const THEIRS =
  /^\s+(?:interviews?|onsite|screen|screening|call|loop|panel|session|team|booking)\b/iu;

/** Whom of a role it is. */
export const askOfPosting = ({ reading, directory }: Settling): Understanding => {
  const { text, posting } = reading;
  const cases = directory.cases.filter((known) => isOfPosting(known, reading));
  const start =
    (posting?.start ?? 0) - (BEFORE.exec(text.slice(0, posting?.start))?.[0].length ?? 0);
  const end = (posting?.end ?? 0) + (BEHIND.exec(text.slice(posting?.end))?.[0].length ?? 0);
  const behind = text.slice(end);
  const choices = cases.map((known): Choice => ({
    label: labelOf(known),
    text: `${text.slice(0, start)}${known.name}${THEIRS.test(behind) ? "'s" : ""}${behind}`,
    caseId: known.caseId,
  }));
  return asks("which_candidate", choices.length === 0 ? NOBODY_OF_IT : WHICH_OF_IT, choices);
};

/** Roles by their titles: of those that had a candidate here, if there are any. Two of one title are one. */
export const rolesOf = ({ postings }: PostingMention): KnownPosting[] => {
  const used = postings.filter(({ hasCases }) => hasCases);
  const byTitle = (used.length > 0 ? used : postings).map(
    (each) => [fold(each.title), each] as const,
  );
  return [...new Map(byTitle).values()];
};
