/** What of the guides and the posting is about a question, and not only has words of it. */
import type { ChatKnowledge, Known } from "./knowledge.ts";
import { asksBeyond } from "./matters.ts";

/** Below this share of the question's words a passage is about something else. */
const ENOUGH_SHARE = 0.6;
/** So many of the question's words in a text are no chance. */
const MANY_WORDS = 3;

/** The same words are searched for once in one answer. */
export const searchedOnce = (knowledge: ChatKnowledge): ChatKnowledge => {
  const found = new Map<string, ReturnType<ChatKnowledge["search"]>>();
  const search: ChatKnowledge["search"] = (question) => {
    const known = found.get(question) ?? knowledge.search(question);
    found.set(question, known);
    return known;
  };
  return { ...knowledge, search };
};

/** Passages that are about the question: a heading names it, or most of its own words stand there together. */
export const enoughOf = (question: string, knowledge: ChatKnowledge) =>
  knowledge
    .search(withoutCompany(question, knowledge))
    .filter(
      ({ kind, share, verbatim, isNamed, asked }) =>
        asked > 0 &&
        share >= ENOUGH_SHARE &&
        (isNamed || verbatim >= MANY_WORDS || (kind === "posting" && verbatim === asked)),
    )
    .filter(
      ({ kind, title, excerpt, asked }) =>
        !asksBeyond(question, `${title} ${excerpt}`) &&
        !(asked === 1 && ASKS_OF_IT.test(question)) &&
        !(kind === "posting" && IN_INTERVIEW.test(question)),
    );

/** Its own name is in every text of the company's. */
export const withoutCompany = (
  question: string,
  { named: [company = ""] }: ChatKnowledge,
): string => (company === "" ? question : question.replaceAll(company, " "));

/** What was written as the answer to this very question, however little of it that holds. */
export const writtenFor = (
  { part, line }: { part: string; line: string },
  { search }: ChatKnowledge,
): Known | undefined => [...new Set([part, line])].flatMap(search).find(({ isAsked }) => isAsked);

/** By one word alone it is not told what “it” is. */
const ASKS_OF_IT = /^\W*(?:and |so |but )?(?:is|does|will|would|can|was) (?:it|that|this)\b/i;
/** What is asked of the time of an interview the posting does not tell. */
const IN_INTERVIEW =
  /\b(?:before|during|after|at|for|in) (?:the|my|an?) (?:interview|trial|call|panel|test|task)\b/i;
