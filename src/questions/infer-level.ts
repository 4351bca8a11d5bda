/** The level of a role, from what its title says, else its text; with the reason, or the word that it is unclear. */
import { type Level, LEVELS } from "./bank-schema.ts";
import type { SetFinding } from "./question-set.ts";

export interface InferredLevel {
  value: Level;
  from: "given" | "title" | "text" | "assumed";
  why: string;
  finding?: SetFinding;
}

/** Managers of a thing, not of people. */
const CRAFT_MANAGER =
  /\b(?:product|project|program|programme|account|success|marketing|community|office|case|category|brand|campaign|content|events?|partner|partnerships?|relationship|property|risk|release|delivery|engagement|change|knowledge) manager\b/g;

/** Words of a title, the ones that outweigh others first: a senior manager manages, a senior staff engineer is staff. */
const TITLE_SIGNS: readonly (readonly [Level, RegExp])[] = [
  [
    "manager",
    /\b(?:manager|head of|director|vp|vice president|chief|team lead(?:er)?|supervisor|cto|cfo|ceo)\b/,
  ],
  [
    "staff",
    /\b(?:staff(?! (?:nurse|accountant|assistant))|principal|distinguished|fellow|architect)\b/,
  ],
  ["senior", /\b(?:senior|sr|iii)\b/],
  ["mid", /\b(?:mid|mid level|intermediate|medior|ii)\b/],
  ["junior", /\b(?:junior|jr|graduate|entry level)\b/],
  ["intern", /\b(?:intern|internship|trainee|apprentice|apprenticeship|working student)\b/],
];

const TEXT_SIGNS: readonly (readonly [Level, RegExp])[] = [
  [
    "manager",
    /\b(?:direct reports|line manage\w*|(?:lead|manage) (?:a|our) team|people management)\b/,
  ],
  [
    "junior",
    /\b(?:entry level|recent graduates?|no (?:prior |previous )?experience (?:is )?(?:needed|required|necessary))\b/,
  ],
  ["intern", /\b(?:this internship|working student|as an intern|apprenticeship)\b/],
];

const YEARS =
  /\b(\d{1,2}|two|three|four|five|six|seven|eight|ten) ?\+?(?: ?(?:to|–)? ?\d{1,2} ?\+?)? years?\b/g;
const NUMBER_WORDS: Record<string, number> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  ten: 10,
};

const levelOfYears = (years: number): Level =>
  years >= 5 ? "senior" : years >= 2 ? "mid" : "junior";

/** "5+ years of experience", "at least three years in sales": not "for 20 years we have". */
const isAskedFor = (text: string, { index, 0: words }: RegExpExecArray): boolean =>
  /^[^.]{0,60}\bexperience\b/.test(text.slice(index + words.length)) ||
  /\b(?:at least|minimum(?: of)?|min\.?) $/.test(text.slice(0, index));

const yearsIn = (text: string): { years: number; words: string } | undefined =>
  [...text.matchAll(YEARS)]
    .filter((match) => isAskedFor(text, match))
    .map(([words, number = ""]) => ({ years: NUMBER_WORDS[number] ?? Number(number), words }))
    .filter(({ years }) => years <= 20)
    .toSorted((one, two) => two.years - one.years)[0];

interface Sign {
  level: Level;
  words: string;
}

const signsIn = (text: string, signs: typeof TITLE_SIGNS): Sign[] =>
  signs.flatMap(([level, pattern]) => {
    const found = pattern.exec(text);
    return found === null ? [] : [{ level, words: found[0] }];
  });

const unclear = (value: Level, why: string): InferredLevel => ({
  value,
  from: "assumed",
  why: `${why} Level ${value} was taken.`,
  finding: {
    code: "level_unclear",
    says: `${why} Level ${value} was taken.`,
    todo: "Set the level of this posting, or say it in its text.",
  },
});

/** Of two that contradict each other the lower one: who is asked too little can still show more. */
const contradiction = (where: string, [one, two]: [Sign, Sign]): InferredLevel => {
  const isOneLower = LEVELS.indexOf(one.level) < LEVELS.indexOf(two.level);
  const why = `The ${where} says "${one.words}" and "${two.words}".`;
  return unclear(isOneLower ? one.level : two.level, why);
};

/** Manager and staff outweigh what stands beside them; two of the others contradict each other. */
const fromTitle = (title: string): InferredLevel | undefined => {
  const signs = signsIn(title.replaceAll(CRAFT_MANAGER, " "), TITLE_SIGNS);
  const [first, second] = signs;
  if (first === undefined) return undefined;
  const isOutweighing = first.level === "manager" || first.level === "staff";
  if (second !== undefined && !isOutweighing) return contradiction("title", [first, second]);
  return { value: first.level, from: "title", why: `The title says "${first.words}".` };
};

const signsOfText = (text: string): Sign[] => {
  const years = yearsIn(text);
  const signs = signsIn(text, TEXT_SIGNS);
  return years === undefined
    ? signs
    : [...signs, { level: levelOfYears(years.years), words: years.words }];
};

/** Texts are plain (`plainText`). */
interface LevelRequest {
  title: string;
  text: string;
  given?: Level | undefined;
}

/** The level given, or read. Nothing found is `mid`, and a finding asks. */
export const inferLevel = ({ title, text, given }: LevelRequest): InferredLevel => {
  if (given !== undefined) return { value: given, from: "given", why: "It was given." };
  const titled = fromTitle(title);
  if (titled !== undefined) return titled;
  const signs = signsOfText(text);
  const manager = signs.find(({ level }) => level === "manager");
  const isLead = /\blead\b/.test(title);
  // Who leads people is asked how, whatever the years say.
  const [first, second] = manager === undefined ? signs : [manager];
  if (isLead && manager === undefined)
    return unclear("senior", 'The title says "lead", which may mean senior or manager.');
  if (first === undefined) return unclear("mid", "Neither title nor text says the level.");
  if (second !== undefined && second.level !== first.level)
    return contradiction("text", [first, second]);
  return { value: first.level, from: "text", why: `The text says "${first.words}".` };
};
