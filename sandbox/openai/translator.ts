/** How the company's model translates: by its phrases, both ways, or with a lie in it. */
import { z } from "zod";
import { INVENTED_TIMES, PHRASES, PHRASE_LANGUAGES, PROMISES } from "./phrases.ts";

/** Each way to lie, in words. */
export const LIES = {
  promise: "adds a promise",
  turned: "turns what must not, need not or may be",
  comparison: "makes at least of at most, and until of from",
  dropped: "leaves out a placeholder",
  doubled: "says a placeholder twice",
  time: "tells a time that nobody named, in words",
  link: "adds a link",
  wrong_language: "translates into another language",
  repeated: "gives back what it was given",
  glued: "puts a sentence to its neighbour",
  one_less: "leaves out the last sentence",
  nonsense_back: "translates well, and back into nonsense",
  both_ways: "adds a promise, and leaves it out on the way back",
} as const;
export type Lie = keyof typeof LIES;

const isLie = (name: string): name is Lie => Object.hasOwn(LIES, name);
export const LIE_NAMES = Object.keys(LIES).filter(isLie);

/** What it is given, and gives back. */
const ToTranslate = z.object({
  into: z.string(),
  sentences: z.array(z.object({ id: z.string(), text: z.string() })),
});
export type ToTranslate = z.infer<typeof ToTranslate>;

/** What was asked for; null: it was no translation. */
export const readToTranslate = (shown: unknown): ToTranslate | null =>
  ToTranslate.safeParse(shown).data ?? null;

/** Into that language. What it does not know it gives back as it is. */
export const translateAs = (asked: ToTranslate, lie: Lie | null): ToTranslate => {
  const at = PHRASE_LANGUAGES.findIndex((language) => language === asked.into);
  const isBack = asked.into === "English";
  const sentences = asked.sentences.map(({ id, text }, place) => {
    const honest = phraseIn(text, at);
    if (lie === null) return { id, text: honest };
    if (isBack) return { id, text: liedBack(honest, lie) };
    const next = asked.sentences[place + 1]?.text ?? asked.sentences[0]?.text ?? "";
    return { id, text: lied({ honest, text, next: phraseIn(next, at), at }, lie) };
  });
  const isLess = lie === "one_less" && !isBack;
  return { into: asked.into, sentences: isLess ? sentences.slice(0, -1) : sentences };
};

const KNOWN = [...PHRASES, PROMISES];

/** A phrase, or several one after another, in one of its languages. */
const phraseIn = (text: string, at: number): string => {
  const whole = KNOWN.find((phrase) => phrase.includes(text))?.[at];
  if (whole !== undefined) return whole;
  return text
    .split(/(?<=[.!?])\s+(?=[\p{Lu}[])/u)
    .map((part) => KNOWN.find((phrase) => phrase.includes(part))?.[at] ?? part)
    .join(" ");
};

const liedBack = (honest: string, lie: Lie): string => {
  if (lie === "nonsense_back") return "The moon is made of green cheese, and so am I!";
  return lie === "both_ways" ? honest.replace(PROMISES[0] ?? "", "").trim() : honest;
};

const TURNS: readonly (readonly [RegExp, string])[] = [
  [/ nicht\b| keinen\b| n’|(?<= )no /i, " "],
  [/\bdürfen\b|\bkönnen\b/g, "müssen"],
  [/\bpouvez\b/g, "devez"],
  [/\bpuede\b/g, "debe"],
];
const COMPARED: readonly (readonly [RegExp, string])[] = [
  [/\bmindestens\b/, "höchstens"],
  [/au moins/, "au plus"],
  [/al menos/, "como máximo"],
  [/\bbis\b/i, "ab"],
  [/jusqu’à/i, "dès"],
  [/\bhasta\b/i, "desde"],
];

interface Honest {
  honest: string;
  text: string;
  next: string;
  at: number;
}

const lied = ({ honest, text, next, at }: Honest, lie: Lie): string => {
  switch (lie) {
    case "promise":
    case "both_ways":
      return `${honest} ${PROMISES[at] ?? PROMISES[0]}`;
    case "turned":
      return TURNS.reduce((words, [from, to]) => words.replace(from, to), honest);
    case "comparison":
      return COMPARED.reduce((words, [from, to]) => words.replace(from, to), honest);
    case "dropped":
      return honest.replace(/ ?\[\[\d+\]\]/, "");
    case "doubled":
      return honest.replace(/\[\[\d+\]\]/, "$& $&");
    case "time":
      return honest.replace(/[.]?$/, ` ${INVENTED_TIMES[at] ?? INVENTED_TIMES[0]}$&`);
    case "link":
      return `${honest} https://evil.example/join`;
    case "wrong_language":
      return phraseIn(text, PHRASE_LANGUAGES.indexOf(at === 4 ? "German" : "Dutch"));
    case "repeated":
      return text;
    case "glued":
      return `${honest} ${next}`;
    case "one_less":
    case "nonsense_back":
      return honest;
  }
};
