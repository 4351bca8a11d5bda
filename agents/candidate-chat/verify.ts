/** Whether an answer of a model may be shown: every sentence of it rests on what it cites, and says nothing of its own that counts. */
import { otherThanEnglish } from "../../src/documents/guess-language.ts";
import { isVisible } from "../../src/domain/quoted.ts";
import type { Known } from "./knowledge.ts";
import { datesIn } from "./dates-in-words.ts";

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
/** So much of what a sentence says has to stand in what it cites. */
const LEAST_SHARE = 0.7;
/** A translation is about as long as what it says. */
const MOST_TIMES_LONGER = 2;

/** What is wrong with it, in words for a model that may try once more; empty: it may be shown. */
export const faultsOf = (sentences: readonly Cited[], ground: ChatGround): string[] => {
  if (sentences.length === 0) return ["There is no sentence."];
  if (sentences.length > MOST_SENTENCES) return [`At most ${MOST_SENTENCES} sentences.`];
  const language = otherThanEnglish(sentences.map(({ text }) => text).join(" "));
  const translated = language === otherThanEnglish(ground.question) ? language : null;
  return sentences.flatMap((sentence, index) => {
    const fault = faultOf(sentence, { ...ground, translated });
    return fault === null ? [] : [`Sentence ${index + 1}: ${fault}`];
  });
};

const faultOf = (
  { text, sources }: Cited,
  { read, translated }: ChatGround & { translated: string | null },
): string | null => {
  if (text.trim() === "" || text.length > LONGEST_SENTENCE) return "it is empty or too long.";
  if (!isVisible(text) || MARKUP.test(text)) return "it holds markup, or what cannot be seen.";
  const known = sources.flatMap((id) => read.get(id) ?? []);
  if (known.length === 0 || known.length < sources.length) {
    return "it cites nothing, or what was not read.";
  }
  const cited = known.map(({ title, excerpt }) => `${title}\n${excerpt}`).join("\n");
  return (
    addressFault(text, cited) ??
    numberFault(text, known) ??
    promiseFault(text, cited) ??
    doneFault(text, cited) ??
    nameFault(text, cited, translated) ??
    (translated !== null
      ? lengthFault(text, cited)
      : (capitalFault(text, cited) ?? supportFault(text, known)))
  );
};

/** Nothing that any page could take for more than text, and nothing of a conversation with a model. */
const MARKUP = /[<>`{}[\]|]|\*\*|__|^\s*#|\]\(|&[a-z#0-9]+;|data:|javascript:/i;

const ADDRESS =
  /(?:https?:\/\/|www\.)\S+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+|\b[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:[a-z]{2,24})(?:\/\S*)?\b/giu;

const addressFault = (text: string, cited: string): string | null => {
  const held = new Set([...cited.matchAll(ADDRESS)].map(([found]) => trimmed(found)));
  const own = [...text.matchAll(ADDRESS)].map(([found]) => trimmed(found));
  return own.every((address) => held.has(address))
    ? null
    : "it has an address that is not in what it cites.";
};

const trimmed = (address: string): string => address.replace(/[.,;:!?)]+$/, "").toLowerCase();

/** All of a sentence's numbers, days and hours stand together in one of its sources: of two interviews none has the other's. */
const numberFault = (text: string, known: readonly Known[]): string | null => {
  const own = [...numbersIn(text), ...datesIn(text)];
  if (own.length === 0) return null;
  const holds = ({ kind, title, excerpt }: Known): boolean => {
    const cited = `${title}\n${excerpt}`;
    const held = new Set([...numbersIn(cited), ...datesIn(cited)]);
    const isSameStart =
      kind !== "case" || clockIn(text) === null || clockIn(text) === clockIn(cited);
    return isSameStart && own.every((number) => held.has(number));
  };
  return known.some(holds) ? null : "it has a number, day or time that is not in what it cites.";
};

/** The first hour that is named: where one begins. */
const clockIn = (text: string): string | null => /\d{1,2}[:.h]\d{2}/.exec(text)?.[0] ?? null;

const WORDS_OF_NUMBERS =
  /\b(?:zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand|half|quarter|dozen|double|twice)\b/gi;

/** Digits in whatever script, numbers in words, and which half of a day. */
const numbersIn = (text: string): Set<string> =>
  new Set([
    ...[...text.matchAll(/\p{Nd}+(?:[.,:]\p{Nd}+)*/gu)].map(([found]) => found),
    ...[...text.matchAll(WORDS_OF_NUMBERS)].map(([found]) => found.toLowerCase()),
    ...[...text.matchAll(/(?<=\d\s?)([ap])\.?m\b/gi)].map(
      ([, half = ""]) => `${half.toLowerCase()}m`,
    ),
  ]);

/** Of decisions, offers, others and money: nothing that a sentence may bring in by itself, in whatever language. */
const PROMISES =
  /\b(?:promis\w*|guarant\w*|assur\w*|definitely|certainly|surely|hired|hire you|offer(?:ed|s)? you|job offer|accepted|selected|successful|passed|failed|reject\w*|congratulat\w*|chances?|likely|probab\w*|score\w*|rating\w*|rated|ranked|ranking|shortlist\w*|salary|pay|paid|compensation|bonus|equity|other candidates?|applicants?|competitors?|feedback|scorecards?|impress\w*|favou?rite|prompt|instructions?|versprech\w*|garant\w*|eingestellt|zusage|abgelehnt|gehalt|glückwunsch\w*|promett\w*|garanti\w*|embauch\w*|salaire|félicitation\w*|refus[ée]\w*|prome(?:ss|t)\w*|contratad\w*|sueldo|salario|felici\w*|rechazad\w*|assunt[oa]|stipendio|salário|parabéns|aangenomen|salaris|zatrudni\w*|wynagrodzenie)(?![\p{L}\p{N}])/giu;

const promiseFault = (text: string, cited: string): string | null => {
  const held = cited.toLowerCase();
  const own = [...text.matchAll(PROMISES)].map(([found]) => found.toLowerCase());
  return own.every((word) => held.includes(word))
    ? null
    : "it promises, judges, or speaks of what candidates are not told.";
};

/** That something was done: code does things, and its own sentences say so. */
const DONE =
  /\b(?:have|has|had|was|were|been|is|are|i've|we've|you've)\s+(?:(?:now|just|already|been|also|successfully|not)\s+)*(?:confirmed|moved|cancell?ed|rescheduled|re-scheduled|booked|sent|passed|changed|forwarded|updated|arranged|scheduled|notified|told|informed|asked|noted|recorded|extended|postponed|approved|granted|waived)\b/gi;

const doneFault = (text: string, cited: string): string | null => {
  const held = cited.toLowerCase();
  const own = [...text.toLowerCase().matchAll(DONE)].map(([found]) => found);
  return own.every((words) => held.includes(words)) ? null : "it says that something was done.";
};

/** Two words with capitals in a row, or one after a title: a name of somebody or something. */
const NAMES = /(?<=\S\s)\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+\p{Lu}[\p{L}\p{M}'’.-]*)+/gu;
const TITLED = /\b(?:Frau|Herrn?|Dr\.?|Prof\.?)\s+\p{Lu}[\p{L}\p{M}'’-]+/gu;
/** Every noun has a capital there: only what follows a title is surely a name. */
const NOUNS_IN_CAPITALS = new Set(["German"]);

const nameFault = (text: string, cited: string, language: string | null): string | null => {
  const held = cited.toLowerCase();
  const pattern = NOUNS_IN_CAPITALS.has(language ?? "") ? TITLED : NAMES;
  const names = [...text.matchAll(pattern)].map(([found]) =>
    found
      .replace(/^(?:Frau|Herrn?|Dr\.?|Prof\.?)\s+/, "")
      .replace(/[.]+$/, "")
      .toLowerCase(),
  );
  return names.every((name) => held.includes(name))
    ? null
    : "it has a name that is not in what it cites.";
};

/** A word with a capital within a sentence is a name, in a language that has capitals for nothing else. */
const CAPITALS = /\p{Lu}[\p{L}\p{M}'’-]+/gu;
const AT_BEGINNING = /(?:^|[.!?])["“”'‘(\s]*$/;

const capitalFault = (text: string, cited: string): string | null => {
  const held = cited.toLowerCase();
  const own = [...text.matchAll(CAPITALS)].filter(
    ({ index }) => !AT_BEGINNING.test(text.slice(0, index)),
  );
  return own.every(
    ([found]) => EMPTY.has(found.toLowerCase()) || held.includes(found.toLowerCase()),
  )
    ? null
    : "it has a name that is not in what it cites.";
};

const lengthFault = (text: string, cited: string): string | null =>
  text.length > MOST_TIMES_LONGER * cited.length ? "it says more than what it cites." : null;

/** Words that join others and say nothing by themselves. */
const EMPTY = new Set(
  "a about all also an and any are as at be been before both but by can could do does during each for from had has have he her here him his how i if in into is it its just like may me might more my no not of on once only or other our out please she should so some such than that the their them then there these they this those through to too under up was we were what when where which while who whom why will with would you your yours yes is's it's you'll you're we'll they'll that's here's there's happen happens take takes place takes interview interviews question questions know known says say said tell told see also well sure happy help thanks thank".split(
    " ",
  ),
);

const stem = (word: string): string =>
  word.length > 4 ? word.replace(/(?:'s|ations?|ings?|ments?|ers?|ed|es|s|e)$/, "") : word;

const wordsIn = (text: string): string[] =>
  (
    text
      .normalize("NFC")
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}\p{M}\p{N}+#']+/gu) ?? []
  )
    .filter((word) => !EMPTY.has(word))
    .map(stem);

const NOT = /\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|unable)\b|n['’]t\b/i;

/** One sentence of what is cited holds what is said: put together from several it may say something else. */
const supportFault = (text: string, known: readonly Known[]): string | null => {
  const own = wordsIn(text);
  const nearest = nearestTo(
    own,
    known.map(({ excerpt }) => excerpt),
  );
  if (own.length === 0 || nearest.shared / own.length < LEAST_SHARE) {
    return "what it says is not in one sentence of what it cites.";
  }
  return NOT.test(text) === NOT.test(nearest.sentence)
    ? null
    : "it turns what it cites into its opposite.";
};

/** The sentence of what is cited that has the most of these words. */
const nearestTo = (own: readonly string[], cited: readonly string[]) =>
  cited
    .flatMap((excerpt) => excerpt.split(/(?<=[.!?;])\s+|\n(?=\s*(?:[-•]|\d+\.)\s)|\n{2,}/))
    .map((sentence) => {
      const words = new Set(wordsIn(sentence));
      return { sentence, shared: own.filter((word) => words.has(word)).length };
    })
    .toSorted((one, other) => other.shared - one.shared)[0] ?? { sentence: "", shared: 0 };
