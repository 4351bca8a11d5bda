/** The last look at a brief: what has no support, or may not be said, goes, and the brief says so. */
import type { Brief, BriefSentence } from "../../src/domain/brief.ts";
import { withLine } from "./left-out.ts";
import { documentsOf } from "./library.ts";
import type { BriefMaterial } from "./material.ts";
import { type Court, courtOf, mayCite } from "./citing.ts";
import { isSupportedBy, type Supportable } from "./support.ts";

/** The brief without what does not stand, and without quotes that may not be shown: `leftOut` says how many sentences went. */
export const verifyBrief = (brief: Brief, material: BriefMaterial): Brief => {
  const court = courtOf(material);
  const standing = <One extends BriefSentence>(all: readonly One[]): One[] =>
    all
      .map((one) => ({ ...one, sources: one.sources.filter((source) => mayCite(source, court)) }))
      .filter((one) => mayStand(one, court));
  const kept = {
    highlights: standing(brief.highlights),
    background: standing(brief.background),
    probe: standing(brief.probe),
    selling: standing(brief.selling),
  };
  const before = sentencesOf(brief).length;
  const gone = before - sentencesOf(kept).length;
  const cited = new Set(
    sentencesOf(kept).flatMap(({ sources }) => sources.map((one) => one.document)),
  );
  const resumes = material.resume.documents.map(({ source }) => source);
  const ids = new Set([...cited, ...resumes, material.posting.id]);
  return {
    ...brief,
    ...kept,
    documents: documentsOf(court.library, ids),
    leftOut:
      gone === 0
        ? brief.leftOut
        : withLine(
            brief.leftOut,
            `${gone === 1 ? "One sentence" : `${gone} sentences`} did not pass the last check of this brief and went.`,
          ),
  };
};

/** All sentences of content. */
export const sentencesOf = ({
  highlights,
  background,
  probe,
  selling,
}: Pick<Brief, "highlights" | "background" | "probe" | "selling">): BriefSentence[] => [
  ...highlights,
  ...background,
  ...probe,
  ...selling,
];

/** Whether a sentence is supported and may be said, with all that it cites. */
export const mayStand = (sentence: Supportable, court: Court): boolean =>
  isSupportedBy(sentence, court) &&
  sentence.sources.every((source) => mayCite(source, court)) &&
  court.screen(sentence.text, "ours") === null &&
  (sentence.ask === undefined || court.screen(sentence.ask, "ask") === null);
