/** What a model may word better: highlights, points to probe and how to ask. Never what is quoted, counted or chosen. */
import { z } from "zod";
import { type Brief, BriefSentence, ProbePoint } from "../../src/domain/brief.ts";
import { isNamed } from "./bench.ts";
import { neutraliser } from "./neutral.ts";
import { withLine } from "./left-out.ts";
import type { BriefMaterial } from "./material.ts";
import { courtOf } from "./citing.ts";
import { quotedPieces, type Supportable, tokensOf } from "./support.ts";
import { mayStand } from "./verify.ts";
import { NEGATIONS, VOCABULARY } from "./vocabulary.ts";

/** The sentences by their ids; `ask-1` is how to ask about `probe-1`. */
export const BriefWording = z.strictObject({
  sentences: z.array(z.strictObject({ id: z.string().max(40), text: z.string().max(400) })).max(20),
});
export type BriefWording = z.infer<typeof BriefWording>;

const askId = (id: string): string => id.replace("probe-", "ask-");

/** What there is to word in a brief. A sentence that quotes a part of the candidate's name is not shown to a model. */
export const wordingOf = (
  { highlights, probe }: Brief,
  { candidateName }: Pick<BriefMaterial, "candidateName">,
): BriefWording => {
  const neutralise = neutraliser(candidateName, "in talk");
  const all = [
    ...highlights.map(({ id, text }) => ({ id, text })),
    ...probe.flatMap(({ id, text, ask }) => [
      { id, text },
      { id: askId(id), text: ask },
    ]),
  ];
  return { sentences: all.filter(({ text }) => !isNamed(text, { neutralise })) };
};

/** Why a wording as a whole cannot be used: sentences that are missing, twice or unknown. Empty: it may be put in. */
export const faultsOf = (
  wording: BriefWording,
  brief: Brief,
  material: Pick<BriefMaterial, "candidateName">,
): string[] => {
  const wanted = wordingOf(brief, material).sentences.map(({ id }) => id);
  const given = wording.sentences.map(({ id }) => id);
  return [
    ...wanted.filter((id) => !given.includes(id)).map((id) => `${id} is missing`),
    ...given.filter((id) => !wanted.includes(id)).map(() => "a sentence is not one of the brief's"),
    ...given.filter((id, index) => given.indexOf(id) !== index).map((id) => `${id} comes twice`),
  ];
};

/** A brief with a wording in it, and the sentences whose wording was refused. */
export interface WordedBrief {
  brief: Brief;
  refused: string[];
}

/** Takes each wording that is as well supported as the draft's and says the same; keeps the drafted sentence else, and the brief
 * says so. Errors: throws when `faultsOf` has something to say. */
export const putWording = (
  brief: Brief,
  wording: BriefWording,
  material: BriefMaterial,
): WordedBrief => {
  const faults = faultsOf(wording, brief, material);
  if (faults.length > 0) throw new Error(`This wording cannot be used: ${faults.join("; ")}.`);
  const court = courtOf(material);
  const words = new Map(wording.sentences.map(({ id, text }) => [id, text.trim()]));
  const refused: string[] = [];
  const choose = ({ id, drafted, asked }: Choice): string => {
    const text = words.get(id) ?? drafted;
    if (text === drafted) return drafted;
    if (saysTheSame(text, drafted) && mayStand(asked(text), court)) return text;
    refused.push(id);
    return drafted;
  };
  const highlights = brief.highlights.map((one) => ({
    ...one,
    text: choose({ id: one.id, drafted: one.text, asked: (text) => fit({ ...one, text }) }),
  }));
  const probe = brief.probe.map((one) => ({
    ...one,
    text: choose({ id: one.id, drafted: one.text, asked: (text) => fit({ ...one, text }) }),
    ask: choose({ id: askId(one.id), drafted: one.ask, asked: (ask) => fit({ ...one, ask }) }),
  }));
  const leftOut =
    refused.length === 0
      ? brief.leftOut
      : withLine(
          brief.leftOut,
          `A model's wording of ${refused.length === 1 ? "one sentence" : `${refused.length} sentences`} did not pass the checks; code's own words stand there.`,
        );
  return { brief: { ...brief, highlights, probe, leftOut }, refused };
};

interface Choice {
  id: string;
  drafted: string;
  asked: (text: string) => Supportable;
}

/** As it would stand in a brief; without any source, and so without support, when its shape has no room for it. */
const fit = (one: BriefSentence | ProbePoint): Supportable => {
  const shape = "ask" in one ? ProbePoint : BriefSentence;
  return shape.safeParse(one).success ? one : { ...one, sources: [] };
};

/** Every quotation, number and word that is not ours stands in it in the same order, and as much is denied: our own words alone
 * may change. */
const saysTheSame = (text: string, drafted: string): boolean =>
  anchorsOf(text) === anchorsOf(drafted) &&
  quotedPieces(text).join("\n") === quotedPieces(drafted).join("\n");

const WEIGHTY = new Set(["must", "plus", "shows", "found"]);

const anchorsOf = (text: string): string =>
  tokensOf(text)
    .filter((token) => !VOCABULARY.has(token) || NEGATIONS.has(token) || WEIGHTY.has(token))
    .join(" ");
