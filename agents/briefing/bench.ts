/** What every part of a draft works with, and the heap of what it leaves out. */
import type { BriefSource } from "../../src/domain/brief.ts";
import { isEnglish, type Library, libraryOf } from "./library.ts";
import type { BriefMaterial } from "./material.ts";
import { type Neutralise, neutraliser } from "./neutral.ts";
import { namesOf } from "./names.ts";
import { createScreen, type Manuscript, type Refusal, type Screen } from "./screen.ts";
import { ordersIn } from "./orders.ts";
import { type Stretch, touches } from "./sentences.ts";

/** For one brief. */
export interface Bench {
  material: BriefMaterial;
  library: Library;
  /** Of resumes and postings. */
  neutralise: Neutralise;
  /** Of notes and feedback, which name people by a part of their name. */
  neutraliseTalk: Neutralise;
  screen: Screen;
  /** What was refused of a document, to be told without a word of it. */
  refused: { document: string; start: number; why: Refusal }[];
  /** Parts of each document that speak to software. */
  orders: ReadonlyMap<string, Stretch[]>;
}

/** A bench with nothing refused yet. */
export const benchOf = (material: BriefMaterial): Bench => {
  const library = libraryOf(material);
  const neutralise = neutraliser(material.candidateName);
  const neutraliseTalk = neutraliser(material.candidateName, "in talk");
  const orders = ordersOf(library, [material.posting.id, material.plan.id]);
  const screen = screenFor(material);
  return { material, library, neutralise, neutraliseTalk, screen, refused: [], orders };
};

/** The screen of what is said in a brief of this material. */
export const screenFor = (material: BriefMaterial): Screen =>
  createScreen(material.candidateName, namesOf(material));

/** Parts of each document that speak to software. `ours`: those that the company wrote for people. */
export const ordersOf = (library: Library, ours: readonly string[]): Map<string, Stretch[]> =>
  new Map(
    [...library.values()].map(({ id, text }) => [
      id,
      ordersIn(text, ours.includes(id) ? "company" : "anybody"),
    ]),
  );

/** Of a text's length without who it is about: a longer name must cost nobody a sentence. */
export const lengthOf = (text: string, { neutralise }: Pick<Bench, "neutralise">): number =>
  neutralise(text).length;

/** Whether a text names the candidate. What a model may see of a brief never does. */
export const isNamed = (text: string, { neutralise }: Pick<Bench, "neutralise">): boolean =>
  neutralise(text).split("the candidate").length >
  neutraliser("")(text).split("the candidate").length;

/** Whether a place of a document is away from all that speaks to software. */
export const isQuiet = (
  { document, start, end }: Stretch & { document: string },
  { orders }: Pick<Bench, "orders">,
): boolean => (orders.get(document) ?? []).every((one) => !touches(one, { start, end }));

/** Whether words of a document may be shown; what is refused is remembered. */
export const mayShow = (
  { document, start, end, what }: Stretch & { document: string; what: Manuscript },
  bench: Bench,
): boolean => {
  const text = bench.library.get(document)?.text.slice(start, end) ?? "";
  const why = isQuiet({ document, start, end }, bench)
    ? bench.screen(text, what)
    : "speaks to software";
  if (why !== null) bench.refused.push({ document, start, why });
  return text !== "" && why === null;
};

/** Whether sentences of this document may be quoted: our rules read English. */
export const isReadable = (document: string, { library }: Pick<Bench, "library">): boolean => {
  const one = library.get(document);
  return one !== undefined && isEnglish(one);
};

const MOST_QUOTED = 400;

/** The words at a place as a source; null when they are not there, or are more than a source holds. */
export const sourceAt = (
  { document, start, end }: Stretch & { document: string },
  { library }: Pick<Bench, "library">,
): BriefSource | null => {
  const quote = library.get(document)?.text.slice(start, end) ?? "";
  if (quote.trim() === "" || quote.length !== end - start || quote.length > MOST_QUOTED)
    return null;
  return { document, span: { start, end }, quote };
};

/** A document as a whole as a source. */
export const wholeOf = (document: string): BriefSource => ({ document, span: null, quote: "" });
