/** A brief in code's own words: whole without any model, and the same for the same material. */
import { Brief, type BriefSentence } from "../../src/domain/brief.ts";
import { linkedInProfile } from "../../src/domain/linkedin.ts";
import { coveredOf, hasOwnScale, questionsOf } from "./ask-in-session.ts";
import { backgroundOf } from "./background.ts";
import { type Bench, benchOf } from "./bench.ts";
import { asSentences, highlightsOf } from "./highlights.ts";
import { lacksOf, type LeftOut, refusalsOf, saidOf } from "./left-out.ts";
import type { BriefMaterial } from "./material.ts";
import { pointsOf } from "./probe.ts";
import { askedFor } from "./requirements.ts";
import { sellingOf } from "./selling.ts";
import { verifyBrief } from "./verify.ts";

/** A draft, what a coordinator should know of it, and why each highlight stands where it does. */
export interface DraftedBrief {
  brief: Brief;
  warnings: string[];
  order: { id: string; why: string }[];
}

const MOST_OTHERS = 20;

/** Drafts a brief. It comes whatever is missing, and says what is. */
export const draftBrief = (material: BriefMaterial): DraftedBrief => {
  const bench = benchOf(material);
  const asked = askedFor(bench);
  const told = highlightsOf(asked, bench);
  const highlights = asSentences("highlight", told);
  const points = pointsOf(asked, bench);
  const probe = asSentences("probe", points).map((one, index) => ({
    ...one,
    ask: points[index]?.ask ?? "",
  }));
  const background: BriefSentence[] = backgroundOf(bench);
  const selling = sellingOf(bench);
  const { questions, flagged, more } = questionsOf(bench);
  const linkedIn = material.linkedIn === null ? null : linkedInProfile(material.linkedIn);
  const leftOut = [
    ...lacksOf(bench),
    ...refusalsOf(bench),
    ...beside({
      bench,
      flagged,
      more,
      isLinkRefused: material.linkedIn !== linkedIn && linkedIn === null,
    }),
  ];
  const brief = verifyBrief(
    {
      version: 1,
      covers: coveredOf(material.covers, { part: material.questions, screen: bench.screen }),
      others: material.others.slice(0, MOST_OTHERS),
      documents: [],
      highlights,
      background,
      probe,
      questions,
      selling,
      leftOut: saidOf(leftOut),
      linkedIn,
      form: material.form,
    },
    material,
  );
  const order = told.map(({ why }, index) => ({ id: `highlight-${index + 1}`, why }));
  const kept = new Set(brief.highlights.map(({ id }) => id));
  return {
    brief: Brief.parse(brief),
    warnings: saidOf(leftOut.filter(({ isWarning }) => isWarning)),
    order: order.filter(({ id }) => kept.has(id)),
  };
};

const beside = ({
  bench,
  flagged,
  more,
  isLinkRefused,
}: {
  bench: Bench;
  flagged: number;
  more: number;
  isLinkRefused: boolean;
}): LeftOut[] => {
  const { material } = bench;
  const lines: [boolean, string, boolean][] = [
    [flagged > 0, `Questions left out because of what they ask: ${flagged}.`, true],
    [more > 0, `The question set has ${more} more for this interview.`, false],
    [
      hasOwnScale(material),
      "The feedback form has no scale that can be read: answers are told as weak, good and strong.",
      false,
    ],
    [
      isLinkRefused,
      "A link that is said to be the candidate's profile is no profile at LinkedIn, and was left out.",
      true,
    ],
    [
      material.others.length > MOST_OTHERS,
      `Only the first ${MOST_OTHERS} other interviews are named.`,
      false,
    ],
  ];
  return lines.flatMap(([isSo, says, isWarning]) => (isSo ? [{ says, isWarning }] : []));
};
