/** Background: whole sentences of notes and feedback, as they stand there: those of a known form alone, chosen by what the role
 * asks for. */
import type { BriefSentence, BriefSource } from "../../src/domain/brief.ts";
import { type Bench, benchOf, isQuiet, isReadable, sourceAt } from "./bench.ts";
import { asSentences } from "./highlights.ts";
import type { BriefMaterial, FeedbackText } from "./material.ts";
import { isVerdictOrGuess } from "./screen.ts";
import {
  asQuoted,
  countWords,
  readsAsEnglish,
  type Sentence,
  sentencesIn,
  standsAlone,
} from "./sentences.ts";
import { stemsOf } from "./stems.ts";
import { isKnownForm, type RoleWords, roleWordsOf } from "./telling.ts";

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
  about: BriefMaterial,
): BriefSentence[] => {
  const bench = benchOf({ ...about, feedback: [...feedback], notes: [] });
  return asSentences(
    "feedback",
    choose(
      feedback.map(({ id }) => id),
      bench,
    ),
  );
};

const choose = (ids: readonly string[], bench: Bench): Telling[] => {
  const role = roleWordsOf(bench.material);
  const all = [...new Set(ids)].flatMap((id) =>
    (isReadable(id, bench) ? tellingOf(id, bench, role) : [])
      .toSorted((one, other) => other.score - one.score || one.place - other.place)
      .slice(0, MOST_OF_ONE),
  );
  const order = new Map(all.map((one, index) => [one, index]));
  return all
    .toSorted((one, other) => other.score - one.score)
    .slice(0, MOST)
    .toSorted((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
};

const tellingOf = (id: string, bench: Bench, role: RoleWords): Telling[] => {
  const document = bench.library.get(id);
  if (!document) return [];
  const all = sentencesIn(document.text);
  return all.flatMap((sentence, place) => {
    if (!isReadableSentence(sentence, bench) || !isShowable(id, sentence, bench)) return [];
    const neutral = bench.neutraliseTalk(sentence.text);
    if (!isKnownForm(neutral, role) || !isAnswer(id, sentence, bench.material)) return [];
    if (!standsAlone(sentence, all, document.text)) return [];
    if (!isAboutCandidate(place, all, bench)) return [];
    const source = sourceAt({ document: id, start: sentence.start, end: sentence.end }, bench);
    const text = `${document.title}: ${asQuoted(sentence.text)}`;
    if (!source || text.length > 400) return [];
    const score = [...new Set(stemsOf(neutral))].filter((word) => role.has(word)).length;
    return [{ text, sources: [source], computed: [], score, place }];
  });
};

/** A whole sentence of a size to read, in English, no question, no verdict and no guess. */
const isReadableSentence = ({ text }: Sentence, bench: Bench): boolean => {
  const neutral = bench.neutraliseTalk(text);
  return (
    countWords(neutral) >= 6 &&
    neutral.length <= LONGEST &&
    !/\?["'”’)]*$/.test(text) &&
    readsAsEnglish(neutral.replaceAll("the candidate", "")) &&
    !isVerdictOrGuess(neutral)
  );
};

/** A label of a form is nobody's sentence: what stands where it was answered counts alone. */
const isAnswer = (id: string, sentence: Sentence, { feedback }: BriefMaterial): boolean => {
  const answers = feedback.find((form) => form.id === id)?.answers;
  return (
    answers === undefined ||
    answers.some(({ start, end }) => start <= sentence.start && sentence.end <= end)
  );
};

/** "She" is somebody else where what stands before tells of another person; a question is a label of a form. */
const isAboutCandidate = (place: number, all: readonly Sentence[], bench: Bench): boolean => {
  for (let at = place; at >= 0; at -= 1) {
    const text = all[at]?.text ?? "";
    const neutral = bench.neutraliseTalk(text);
    if (at < place && text.endsWith("?")) return true;
    if (/^(?:the candidate(?!['’]s)|we gave the candidate)\b/i.test(neutral)) return true;
    const isOfUs = at === place && /^we\b/i.test(neutral);
    if (isOfUs) return true;
    if (!/^they\b/i.test(neutral)) return false;
  }
  return true;
};

const isShowable = (document: string, { text, start, end }: Sentence, bench: Bench): boolean => {
  const why = isQuiet({ document, start, end }, bench)
    ? bench.screen(text, "person")
    : "speaks to software";
  if (why !== null) bench.refused.push({ document, start, why });
  return why === null;
};
