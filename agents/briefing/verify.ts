/** The last look at a brief: what has no support, or may not be said, goes, and the brief says so. */
import type { Brief, BriefSentence } from "../../src/domain/brief.ts";
import { withLine } from "./left-out.ts";
import { documentsOf } from "./library.ts";
import type { BriefMaterial } from "./material.ts";
import { neutraliser } from "./neutral.ts";
import { createScreen, type Screen } from "./screen.ts";
import { type Ground, groundOf, isSupportedBy, type Supportable } from "./support.ts";

/** The brief without what does not stand: `leftOut` says how much went. */
export const verifyBrief = (brief: Brief, material: BriefMaterial): Brief => {
  const ground = groundOf(material);
  const screen = createScreen(neutraliser(material.candidateName));
  const stands = (one: BriefSentence): boolean => mayStand(one, { ground, screen });
  const kept = {
    highlights: brief.highlights.filter(stands),
    background: brief.background.filter(stands),
    probe: brief.probe.filter(stands),
    selling: brief.selling.filter(stands),
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
    documents: documentsOf(ground.library, ids),
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

/** Whether a sentence is supported and may be said. */
export const mayStand = (
  sentence: Supportable,
  { ground, screen }: { ground: Ground; screen: Screen },
): boolean =>
  isSupportedBy(sentence, ground) &&
  screen(sentence.text, "ours") === null &&
  (sentence.ask === undefined || screen(sentence.ask, "ask") === null);
