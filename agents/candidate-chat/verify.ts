/** What a model's answer comes to, by construction: facts of the case and what holds for everybody in code's own words, and of guides and
 * posting the sentences that it quotes, as they stand there. No character of a model's own is shown. */
import { otherThanEnglish } from "../../src/documents/guess-language.ts";
import { type Known, wordsOf } from "./knowledge.ts";
import { sentencesOf } from "./sentences.ts";

/** One sentence, with the names of what it rests on. */
export interface Cited {
  text: string;
  sources: readonly string[];
}

/** What sentences are held against. */
export interface ChatGround {
  /** What the model has read in this turn, by name. */
  read: ReadonlyMap<string, Known>;
  question: string;
}

const MOST_SENTENCES = 10;
const LONGEST_SENTENCE = 500;

/** What is wrong with it, in words for a model that may try once more; empty: it may be shown. */
export const faultsOf = (sentences: readonly Cited[], ground: ChatGround): string[] => {
  if (sentences.length === 0) return ["There is no sentence."];
  if (sentences.length > MOST_SENTENCES) return [`At most ${MOST_SENTENCES} sentences.`];
  return sentences.flatMap((sentence, index) => {
    const fault = faultOf(sentence, ground);
    return fault === null ? [] : [`Sentence ${index + 1}: ${fault}`];
  });
};

const faultOf = ({ text, sources }: Cited, ground: ChatGround): string | null => {
  const known = sources.flatMap((id) => ground.read.get(id) ?? []);
  if (known.length === 0 || known.length < sources.length) {
    return "it cites nothing, or what was not read.";
  }
  if (inOwnWords(sources, ground).length > 0) return null;
  if (text.trim() === "" || text.length > LONGEST_SENTENCE) return "it is empty or too long.";
  return quotedBy(text, known) === null
    ? "it is not word for word one whole sentence of what it cites. Quote that sentence as it stands."
    : null;
};

/** Of what a sentence names, what is shown as it stands in place of any word of a model's: facts and policies, and all of it where the
 * question is in another language, since no translation can be held to its source. */
export const inOwnWords = (sources: readonly string[], { read, question }: ChatGround): Known[] => {
  const known = sources.flatMap((id) => read.get(id) ?? []);
  const facts = known.filter(({ kind }) => kind === "case" || kind === "policy");
  return facts.length === 0 && otherThanEnglish(question) !== null ? known : facts;
};

/** The answer as it is shown. Expects one without faults. */
export const shownOf = (
  sentences: readonly Cited[],
  ground: ChatGround,
): { text: string; known: Known[] } => {
  const seen = new Set<string>();
  const parts = sentences.map(({ text, sources }) => {
    const own = inOwnWords(sources, ground);
    const known = own.length > 0 ? own : sources.flatMap((id) => ground.read.get(id) ?? []);
    const words = own.flatMap((each) => (seen.has(each.id) ? [] : [wordsOf(each)]));
    for (const { id } of own) seen.add(id);
    return { known, words: own.length > 0 ? words : [quotedBy(text, known) ?? ""] };
  });
  const language = otherThanEnglish(ground.question);
  const lead = language === null ? [] : [LEADS[language] ?? LEAD];
  const texts = [...lead, ...parts.flatMap(({ words }) => words)];
  const isLong = language !== null || texts.some((text) => text.includes("\n"));
  const known = new Map(
    parts.flatMap((part) => part.known.map((each) => [each.id, each] as const)),
  );
  return { text: texts.join(isLong ? "\n\n" : " "), known: [...known.values()] };
};

/** To whoever writes in another language. */
const LEAD =
  "I show this in the words in which it is known here, so that nothing of it is changed:";
const LEADS: Readonly<Record<string, string>> = {
  German: "Das ist dazu bekannt, im Wortlaut, damit nichts daran verändert wird:",
  French: "Voici ce qui est connu à ce sujet, mot pour mot, afin que rien n’en soit changé :",
  Spanish: "Esto es lo que se sabe al respecto, con sus propias palabras, para que nada cambie:",
  Italian: "Ecco che cosa è noto al riguardo, parola per parola, perché nulla sia cambiato:",
  Portuguese: "Isto é o que se sabe a esse respeito, palavra por palavra, para que nada mude:",
  Dutch: "Dit is daarover bekend, woord voor woord, zodat er niets aan verandert:",
  Polish: "Oto, co o tym wiadomo, słowo w słowo, aby nic nie zostało zmienione:",
};

/** Words of English that may be put in or left out: they join others, and change nothing of what these say. */
const JOINING = new Set(
  "a an the is are it there this that and also please of in on at for".split(" "),
);

/** Words, numbers as they are written, and every sign of money or sums. */
const TOKENS = /\p{N}+(?:[.,:]\p{N}+)*|[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*|[\p{S}%#\\/]/gu;

const wordsIn = (text: string): string[] =>
  text.normalize("NFC").toLowerCase().replaceAll("’", "'").match(TOKENS) ?? [];

/** The one whole sentence of what is cited that it quotes: each of its words in the same order, none put in, none left out, but those
 * that join. */
const quotedBy = (text: string, known: readonly Known[]): string | null => {
  const found = known.flatMap(({ excerpt }) => {
    const isEnglish = otherThanEnglish(excerpt) === null;
    const kept = (sentence: string): string =>
      wordsIn(sentence)
        .filter((word) => !isEnglish || !JOINING.has(word))
        .join(" ");
    const own = kept(text);
    return own === "" ? [] : sentencesOf(excerpt).filter((sentence) => kept(sentence) === own);
  });
  return found[0] ?? null;
};
