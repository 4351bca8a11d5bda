/** How a whole text leans: words that research found to draw men or women into applying, counted against each other.
 * Source: Gaucher, Friesen & Kay, "Evidence That Gendered Wording in Job Advertisements Exists and Sustains Gender Inequality",
 * Journal of Personality and Social Psychology 101 (2011), appendix A: the stems are theirs. */
import type { Hit } from "./findings.ts";
import { type Sentence, sentencesOf } from "./tokens.ts";
import type { Kind } from "./types.ts";

const stems = (text: string): readonly string[] => text.trim().split(/\s+/);

const MASCULINE =
  stems(`active adventurous aggress ambitio analy assert athlet autonom boast challeng compet confident courag
  decide decisi decision determin dominan domina force greedy headstrong hierarch hostil impulsiv independen individual intellect
  lead logic masculine objective opinion outspoken persist principle reckless stubborn superior self-confiden self-sufficien
  self-relian`);
const FEMININE =
  stems(`affectionate child cheer commit communal compassion connect considerate cooperat depend emotiona empath
  feminine flatterable gentle honest interpersonal interdependen kind kinship loyal modesty nag nurtur pleasant polite quiet
  respon sensitiv submissive support sympath tender together trust understand warm whin yield`);

/** Which way a text leans. Shape: the words as they stand in the text, in order; `lean` by more than two of difference. */
export interface Balance {
  masculine: string[];
  feminine: string[];
  lean: "masculine" | "feminine" | "neutral";
}

/** A text that is any longer has a few of them by chance. */
const MOST_BY_CHANCE = 4;

interface Coded {
  word: string;
  start: number;
  end: number;
}

/** "kind of" and "a child" say nothing of the person: only whole stems count, and a compound is one word. */
const codedIn = (sentences: readonly Sentence[], of: readonly string[], text: string): Coded[] => {
  const simple = of.filter((stem) => !stem.includes("-"));
  const compound = of.filter((stem) => stem.includes("-")).map((stem) => stem.split("-")[1] ?? "");
  return sentences.flatMap(({ tokens }) =>
    tokens.flatMap((token, at) => {
      const own = simple.some((stem) => token.word.startsWith(stem));
      const joined =
        token.word === "self" && compound.some((stem) => tokens[at + 2]?.word.startsWith(stem));
      const { start } = token;
      const end = joined ? (tokens[at + 2]?.end ?? token.end) : token.end;
      return own || joined ? [{ word: text.slice(start, end), start, end }] : [];
    }),
  );
};

/** Whether the first of these words is on the list of the research. */
export const isCodedByResearch = (said: string): boolean => {
  const [first] = sentencesOf(said);
  if (!first) return false;
  const own = { ...first, tokens: first.tokens.slice(0, 3) };
  const found = codedIn([own], [...MASCULINE, ...FEMININE], said);
  return found.some(({ start }) => start === first.start);
};

const count = (text: string): { masculine: Coded[]; feminine: Coded[] } => {
  const sentences = sentencesOf(text);
  return {
    masculine: codedIn(sentences, MASCULINE, text),
    feminine: codedIn(sentences, FEMININE, text),
  };
};

const leanOf = (masculine: number, feminine: number): Balance["lean"] => {
  if (Math.abs(masculine - feminine) <= MOST_BY_CHANCE) return "neutral";
  return masculine > feminine ? "masculine" : "feminine";
};

/** The balance of a text. */
export const balanceOf = (text: string): Balance => {
  const { masculine, feminine } = count(text);
  return {
    masculine: masculine.map(({ word }) => word),
    feminine: feminine.map(({ word }) => word),
    lean: leanOf(masculine.length, feminine.length),
  };
};

/** Advice at the first word of the heavier side, when a job text leans; nothing otherwise. */
export const balanceHit = (text: string, kind: Kind | undefined): Hit[] => {
  if (kind !== undefined && kind !== "job_text") return [];
  const { masculine, feminine } = count(text);
  const lean = leanOf(masculine.length, feminine.length);
  const first = { masculine: masculine[0], feminine: feminine[0], neutral: undefined }[lean];
  if (!first) return [];
  const { start, end } = first;
  return [{ category: "gender_coded", severity: "advice", start, end, frame: "demand" }];
};
