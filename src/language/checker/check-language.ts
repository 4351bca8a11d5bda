/** The checker: what a text of hiring asks or judges by that it should not, and what to say instead. */
import { findBlanks } from "./blanks.ts";
import { findByEquality } from "./equality.ts";
import { type Hit, toFindings } from "./findings.ts";
import { stanceOf } from "./frames.ts";
import { balanceHit } from "./gender-balance.ts";
import { withSecondOpinion } from "./second-opinion.ts";
import { findTopics } from "./topics.ts";
import { sentencesOf } from "./tokens.ts";
import type { Finding, Kind } from "./types.ts";

/** What is known about the text. */
export interface CheckOptions {
  /** What kind of text it is; told by how each sentence is put when absent. */
  kind?: Kind;
  /** Whose law counts, by the ids of `JURISDICTIONS`; all of them when absent. */
  jurisdictions?: readonly string[];
  /** What the rules found stands, also where the second opinion would let it go: for words that are left out or put otherwise when in
   * doubt, with nobody there to be bothered by it. */
  isDoubtKept?: boolean;
}

/** All that is found in a text. Shape: sorted by `start`; findings of one category do not overlap; none for a clean text. It is
 * no legal advice: it knows words and shapes of sentences, not the case. */
export const checkLanguage = (text: string, options: CheckOptions = {}): Finding[] => {
  const { kind } = options;
  const sentences = sentencesOf(text);
  const hits: Hit[] = sentences.flatMap((sentence, index) =>
    findTopics({ sentence, stance: stanceOf(sentence, kind), next: sentences[index + 1] }),
  );
  const told = [...findByEquality(text, kind), ...balanceHit(text, kind), ...findBlanks(text)];
  const weighed = withSecondOpinion({ text, sentences, kind, hits, told });
  const kept = options.isDoubtKept
    ? [...hits, ...weighed.filter((hit) => !hits.includes(hit))]
    : weighed;
  return toFindings(text, [...kept, ...told], options);
};
