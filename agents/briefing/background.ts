/** Background: whole sentences of notes and feedback, as they stand there, chosen by what the role asks for. */
import type { BriefSentence, BriefSource } from "../../src/domain/brief.ts";
import { type Bench, isQuiet, isReadable, lengthOf, ordersOf, sourceAt } from "./bench.ts";
import { asSentences } from "./highlights.ts";
import { libraryOfTexts } from "./library.ts";
import type { BriefMaterial, FeedbackText } from "./material.ts";
import { neutraliser } from "./neutral.ts";
import { createScreen, isVerdictOrGuess } from "./screen.ts";
import { asQuoted, countWords, readsAsEnglish, type Sentence, sentencesIn } from "./sentences.ts";
import { stemsOf } from "./stems.ts";

const MOST = 6;
const MOST_OF_ONE = 2;
const LONGEST = 240;

interface Telling {
  text: string;
  sources: BriefSource[];
  computed: string[];
  score: number;
  place: number;
}

/** What all readers see: of feedback of rounds that are over, and of notes. At most two sentences of one document. */
export const backgroundOf = (bench: Bench): BriefSentence[] => {
  const { feedback, notes } = bench.material;
  return asSentences(
    "background",
    choose(
      [...feedback, ...notes].map(({ id }) => id),
      bench,
    ),
  );
};

/** What one reader alone sees: of the feedback of the round that they have handed in their own of. */
export const feedbackSentences = (
  feedback: readonly FeedbackText[],
  candidateName = "",
): BriefSentence[] => {
  const neutralise = neutraliser(candidateName);
  const library = libraryOfTexts(feedback, neutralise);
  const orders = ordersOf(library, []);
  const own = { library, neutralise, screen: createScreen(neutralise), refused: [], orders };
  return asSentences(
    "feedback",
    choose(
      feedback.map(({ id }) => id),
      own,
    ),
  );
};

type Reading = Omit<Bench, "material"> & { material?: BriefMaterial };

const choose = (ids: readonly string[], bench: Reading): Telling[] => {
  const wanted = wantedWords(bench.material);
  const all = [...new Set(ids)].flatMap((id) =>
    (isReadable(id, bench) ? tellingOf(id, bench, wanted) : [])
      .toSorted((one, other) => other.score - one.score || one.place - other.place)
      .slice(0, MOST_OF_ONE),
  );
  const order = new Map(all.map((one, index) => [one, index]));
  return all
    .toSorted((one, other) => other.score - one.score)
    .slice(0, MOST)
    .toSorted((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
};

const tellingOf = (id: string, bench: Reading, wanted: ReadonlySet<string>): Telling[] => {
  const document = bench.library.get(id);
  if (!document) return [];
  return sentencesIn(document.text).flatMap((sentence, place) => {
    if (!isTelling(sentence, bench) || !isShowable(id, sentence, bench)) return [];
    const source = sourceAt({ document: id, start: sentence.start, end: sentence.end }, bench);
    const text = `${document.title}: ${asQuoted(sentence.text)}`;
    if (!source || text.length > 400) return [];
    const words = new Set(stemsOf(bench.neutralise(sentence.text)));
    const score = [...words].filter((word) => wanted.has(word)).length;
    return [{ text, sources: [source], computed: [], score, place }];
  });
};

/** A whole sentence of a size to read, in English, no question, no verdict and no guess. */
const isTelling = ({ text }: Sentence, bench: Reading): boolean => {
  const neutral = bench.neutralise(text);
  const words = countWords(neutral);
  return (
    words >= 6 &&
    lengthOf(text, bench) <= LONGEST &&
    !/\?["'”’)]*$/.test(text) &&
    readsAsEnglish(neutral.replaceAll("the candidate", "")) &&
    !isVerdictOrGuess(neutral)
  );
};

const isShowable = (document: string, { text, start, end }: Sentence, bench: Reading): boolean => {
  const why = isQuiet({ document, start, end }, bench)
    ? bench.screen(text, "person")
    : "speaks to software";
  if (why !== null) bench.refused.push({ document, start, why });
  return why === null;
};

const wantedWords = (material?: BriefMaterial): ReadonlySet<string> =>
  new Set(
    material === undefined
      ? []
      : [
          ...material.resume.requirements.map(({ requirement }) => requirement.quoted),
          ...material.covers,
        ].flatMap(stemsOf),
  );
