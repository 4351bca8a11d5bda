/** Who or what is spoken of where something was found: a thing that is called so, or what somebody does something with. */
import type { Match } from "./pattern.ts";
import type { Sentence } from "./tokens.ts";
import { WORD_LISTS } from "./word-lists.ts";

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const IS = setOf("is are was were be been being looks look seems seem sounds");
/** Between the verb and what is said by it. */
const DEGREE = setOf("not so too very quite more most rather really much still already a bit");
/** Between a subject and its verb. */
const HELPS = setOf(
  "to out turn turns turned prove proves seem seems need needs has have had would will may might can could should must do does did not never how then also",
);
const SOMEBODY = setOf(
  "he she his her him hers himself herself you your yourself i me my we us candidate applicant",
);
const JOINS = setOf("and but or then else also so , ; : -");
const MANNERS = setOf("way manner tone voice attitude smile air");
const ARTICLES = setOf("the a an our this that");
const OF = setOf("on of in at for from with to by");
const DENIES = setOf("not no never without");
const THINGS: ReadonlySet<string> = new Set(WORD_LISTS["things"]);
const DEEDS: ReadonlySet<string> = new Set(WORD_LISTS["deeds"]);

const IRREGULAR: ReadonlySet<string> = new Set(WORD_LISTS["irregular"]);
/** Past tenses that say what somebody is, lives or seems, not what they did at work. */
const NO_DEEDS: ReadonlySet<string> = new Set(WORD_LISTS["no_deed"]);

/** Whether a past tense tells of work. */
export const isPastDeed = (word: string): boolean =>
  IRREGULAR.has(word) || (word.endsWith("ed") && word.length > 4 && !NO_DEEDS.has(word));

const wordsOf = ({ tokens }: Sentence): string[] => tokens.map(({ word }) => word);

/** The last place before `from` whose word is none of those passed over. */
const before = (words: readonly string[], from: number, over: ReadonlySet<string>): number => {
  let at = from - 1;
  while (at >= 0 && over.has(words[at] ?? "")) at -= 1;
  return at;
};

/** Where the verb stands by which it is said: at its own beginning, or before it. */
const verbOf = (words: readonly string[], { from }: Match): number =>
  IS.has(words[from] ?? "") ? from : before(words, from, DEGREE);

/** "Some of this, not all: Uses a hash": what a label denies ends with it. */
export const isPastDenial = ({ tokens }: Sentence, { from, to }: Match): boolean =>
  DENIES.has(tokens[from]?.word ?? "") && tokens.slice(from, to).some(({ word }) => word === ":");

/** "The change looks small", "what is dull": it is said of a thing. A question for a thing ("What is your …?") begins with it. */
export const isOfThing = (sentence: Sentence, match: Match): boolean => {
  const words = wordsOf(sentence);
  if (words.slice(match.from, match.from + 2).some((word) => SOMEBODY.has(word))) return false;
  let verb = verbOf(words, match);
  // "looks small and is large": both are said of one subject.
  while (verb > 1 && IS.has(words[verb] ?? "") && JOINS.has(words[verb - 1] ?? "")) {
    verb = before(words, verb - 1, new Set([...DEGREE, words[verb - 2] ?? ""]));
  }
  if (!IS.has(words[verb] ?? "")) return false;
  const subject = before(words, verb, new Set([...HELPS, ...IS]));
  // "Everyone on the team is …" is said of everyone.
  const owner = before(words, subject, ARTICLES);
  return subject > 0 && THINGS.has(words[subject] ?? "") && !OF.has(words[owner] ?? "");
};

const OUTPUTS: ReadonlySet<string> = new Set(WORD_LISTS["outputs"]);
const OF_WHOM = setOf("his her their the a an this that both");
const OTHERS = setOf(
  "i we us clients customers client candidate person people would might could will should must so but not never n't too",
);

/** "Her seminar on the rights of prisoners was well prepared": all of it is said of what somebody made, and of nobody. */
export const isOfOutput = (sentence: Sentence): boolean => {
  const [first = "", ...words] = wordsOf(sentence);
  if (!OF_WHOM.has(first) && !OUTPUTS.has(first)) return false;
  const made = words.slice(0, 6).findIndex((word) => OUTPUTS.has(word));
  if (made < 0 || words.slice(0, made).some((word) => IS.has(word))) return false;
  return !words.some((word) => SOMEBODY.has(word) || OTHERS.has(word));
};

/** "Uses a slow hash", "Adds machines": feedback without a subject tells what somebody does, and with what. "In an arrogant way" is how,
 * and he or she in between is who is judged. */
export const isObjectOfDeed = (sentence: Sentence, { from, to }: Match): boolean => {
  const words = wordsOf(sentence);
  for (let head = from - 1; head >= 0; head -= 1) {
    const word = words[head] ?? "";
    if (SOMEBODY.has(word)) return false;
    const begins = head === 0 || JOINS.has(words[head - 1] ?? "");
    if (begins && (isDeed(words, head) || (head === 0 && isPastDeed(word))))
      return !words.slice(to - 1, to + 2).some((each) => MANNERS.has(each));
    if (word === "," || word === ";" || word === ":") return false;
  }
  return false;
};

const isDeed = (words: readonly string[], at: number): boolean => {
  const [one = "", two = "", three = ""] = words.slice(at, at + 3);
  return DEEDS.has(one) || DEEDS.has(`${one}_${two}`) || DEEDS.has(`${one}_${two}_${three}`);
};

const PEOPLE: ReadonlySet<string> = new Set([
  ...(WORD_LISTS["persons"] ?? []),
  ...(WORD_LISTS["folk"] ?? []),
  ...(WORD_LISTS["client"] ?? []),
]);
/** What is somebody's own, or is how they are: "The attitude was poor" is said of a person. */
const PERSONAL = setOf(
  "attitude manner tone voice vibe vibes smile personality ego handshake energy demeanour demeanor style approach face look looks mood presence temper humour humor conversation chat delivery body hair accent eyes eye skin impression rest reason rapport chemistry",
);
const isPerson = (word: string): boolean => PEOPLE.has(word) || PERSONAL.has(word);
const FIRST_OF_THING = setOf("the this that these those its");

/** "The concrete mix was stiff": a verdict on a thing that is called by its name. */
export const isOfNamedThing = (sentence: Sentence, match: Match): boolean => {
  const words = wordsOf(sentence);
  if (!FIRST_OF_THING.has(words[0] ?? "")) return false;
  const verb = words.findIndex((word) => IS.has(word));
  if (verb < 2 || verb > 5 || verb > match.to) return false;
  return !words.slice(1, verb).some((word) => isPerson(word) || SOMEBODY.has(word));
};

/** "The ultrasound phantom was scanned", "Her film on queer farmers was well cut": a thing, what it is of, and what was done with it. */
export const isInNameOfThing = (sentence: Sentence, { to }: Match): boolean => {
  const words = wordsOf(sentence);
  if (!OF_WHOM.has(words[0] ?? "")) return false;
  const verb = words.findIndex((word) => IS.has(word));
  if (verb <= to || verb > 9) return false;
  if (words.slice(1).some((word) => SOMEBODY.has(word) || OTHERS.has(word))) return false;
  return !isPerson(words[1] ?? "") && !isPerson(words[verb - 1] ?? "") && isPassive(words, verb);
};

const DONE = setOf(
  "well right clear clean safe sound correct wrong late full complete cut set made drawn written kept held found left",
);
const isPassive = (words: readonly string[], verb: number): boolean =>
  words.slice(verb + 1, verb + 3).some((word) => DONE.has(word) || isPastDeed(word));

const SKILLS = setOf(
  "good clear weak thin strong solid sound light vague patchy sure shaky accurate careful great fine excellent fair full honest short rich poor",
);
const ABOUT = setOf("on about of");
const BREAKS = setOf(", ; : . - but and though however");

/** "Clear on alien species law", "Good account of a carrier screen": how well somebody knows something of the work. */
export const isSubjectOfSkill = ({ tokens }: Sentence, { from }: Match): boolean => {
  const words = tokens.map(({ word }) => word);
  if (!SKILLS.has(words[0] ?? "") || words[2] === "paper") return false;
  const about = words.slice(1, 3).findIndex((word) => ABOUT.has(word)) + 1;
  if (about === 0 || from <= about) return false;
  return !words.slice(1, from).some((word) => BREAKS.has(word) || SOMEBODY.has(word));
};

const DUTIES = setOf(
  "support draft write lead run manage build maintain develop retire coach teach train organise organize design deliver advise research process assist edit produce review test prepare market code migrate analyse analyze investigate supervise oversee coordinate monitor catalogue curate translate interpret load cook bake paint repair install help",
);
const WILL = setOf("will 'll would 'd shall");
const WANTS = setOf("; , ! : must should if who whose preferably ideally us by to");
const CHOOSES = setOf("only no not must mandatory essential required preferred ?");

/** "Draft guidance on gender reassignment", "You'll help newcomers with …": what whoever is hired would do. */
export const isOfDuty = ({ tokens }: Sentence, { from }: Match): boolean => {
  const words = tokens.map(({ word }) => word);
  const told = words.findIndex((word, at) => word === "you" && WILL.has(words[at + 1] ?? ""));
  const verb = DUTIES.has(words[0] ?? "")
    ? 0
    : words.findIndex(
        (word, at) => told >= 0 && at > told + 1 && at < told + 4 && DUTIES.has(word),
      );
  if (verb < 0 || from < verb) return false;
  if (words.some((word) => CHOOSES.has(word))) return false;
  return !words.slice(verb + 1, Math.max(from, verb + 2)).some((word) => WANTS.has(word));
};
