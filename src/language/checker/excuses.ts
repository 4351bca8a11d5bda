/** Lawful neighbours of any topic that is a person's own: what is said of the work, of those it is done for, of what is offered to
 * everybody, and what nobody need tell. */
import type { RuleGroup } from "./group.ts";
import type { Match } from "./pattern.ts";
import type { Sign } from "./signs.ts";
import {
  isInNameOfThing,
  isObjectOfDeed,
  isOfDuty,
  isOfNamedThing,
  isOfOutput,
  isOfThing,
  isPastDenial,
  isSubjectOfSkill,
} from "./subjects.ts";
import type { Sentence } from "./tokens.ts";
import type { Category, Frame } from "./types.ts";
import { WORD_LISTS } from "./word-lists.ts";

/** What an excuse is asked of: something found in a sentence that does what its signs say. */
export interface ExcuseQuestion {
  category: Category;
  sentence: Sentence;
  match: Match;
  signs: ReadonlySet<Sign>;
  frames: ReadonlySet<Frame>;
  how: RuleGroup["excused"];
}

const isIn = (list: string): ((word: string) => boolean) => {
  const words = new Set(WORD_LISTS[list]);
  return (word) => words.has(word);
};

const isOwner = isIn("owner");
const isDomain = isIn("domain");
const isClient = isIn("client");
const isJoint = (word: string): boolean => word === "-" || word === "'" || word === "'s";

const isPerson = isIn("persons");
/** A person stands no further off than this from what is theirs. */
const NEAR = 7;
const CLOSE = 3;
/** A line of a job text that is no longer says whom it wants: "Native English speaker." */
const DEMAND = 4;

/** Whether a person is spoken of near what was found. */
export const isNearPerson = ({ tokens }: Sentence, { from, to }: Match): boolean =>
  tokens
    .slice(Math.max(0, from - NEAR), to + NEAR)
    .some(({ word, stem }) => isPerson(word) || isPerson(stem));

/** Whether it is called somebody's. */
export const isOwned = ({ tokens }: Sentence, { from, to }: Match): boolean =>
  tokens.slice(Math.max(0, from - CLOSE), to).some(({ word }) => isOwner(word));

/** After these begins what is spoken of: "your rate on the last contract" is no trade of contracts. */
const OPEN = new Set(
  "last current previous present the a an our your his her their this that in on at of for".split(
    " ",
  ),
);

/** "fertility clinic", "debt-service ratio", "disabled users": the word beside says that it is a trade or a customer. */
const isOfDomain = ({ tokens }: Sentence, { from, to }: Match): boolean => {
  const after = tokens.slice(to, to + CLOSE).map(({ word }) => word);
  const next = after.filter((word) => !isJoint(word));
  const [first = "", second = ""] = next;
  const beside = !OPEN.has(tokens[to - 1]?.word ?? "");
  const before = tokens.slice(Math.max(0, from - 2), from).map(({ word }) => word);
  return (
    (beside && isDomain(first)) ||
    ((first === "and" || first === "or") && !OPEN.has(second) && isDomain(after[2] ?? second)) ||
    before.some(isClient)
  );
};

/** What somebody did, for whom, or what is arranged for them; "clients wouldn't like it" is why people judge, and no neighbour. */
const isOfDeeds = (signs: ReadonlySet<Sign>): boolean => {
  if (signs.has("deed")) return true;
  if (signs.has("verdict")) return false;
  const ofWork = signs.has("doing") || (signs.has("served") && !signs.has("choice"));
  return ofWork || signs.has("offer") || signs.has("arranged");
};

/** What is offered, asked of the work, or tells of it without choosing anybody. */
const isOfWork = ({ sentence, match, signs, frames, how }: ExcuseQuestion): boolean => {
  const asks = signs.has("request");
  if (signs.has("offer") || (signs.has("arranged") && !asks)) return true;
  if (isOwned(sentence, match)) return false;
  if (!asks && frames.has("demand") && isOfDuty(sentence, match)) return true;
  if (signs.has("task") && !isBeforeQuestion(sentence, match)) return true;
  // "The client will only take …" is whom they want, and no work for them.
  const chooses = signs.has("choice") && signs.has("verdict");
  if (signs.has("served") && !asks && !chooses) return true;
  if (how === "mostly" || sentence.tokens.length <= DEMAND) return false;
  return frames.has("demand") && !frames.has("ask") && !signs.has("choice") && !asks;
};

/** Nobody need tell, or everybody is welcome; "I may not ask, but" asks all the same. */
const isWaived = (signs: ReadonlySet<Sign>): boolean =>
  (signs.has("waived") && !signs.has("sly")) || signs.has("welcome");

const ASKS_HOW = new Set(["how", "what", "when", "which"]);
const IS_ASKED = new Set([...ASKS_HOW, "where", "why", "tell", "talk", "walk", "describe"]);
const YOU = new Set(["you", "your", "yourself"]);

/** "You are a shy one; how would you sell?": what is said of the reader stands before the question of work, which excuses it not. */
const isBeforeQuestion = ({ tokens }: Sentence, { from }: Match): boolean => {
  const asked = tokens.findIndex(({ word }) => IS_ASKED.has(word));
  return from < asked && tokens.slice(0, asked).some(({ word }) => YOU.has(word));
};

/** "How would you …": how work is done, and nothing of the person. */
const isHowTo = ({ tokens }: Sentence, signs: ReadonlySet<Sign>): boolean =>
  signs.has("task") &&
  ASKS_HOW.has(tokens[0]?.word ?? "") &&
  tokens.slice(1, 4).some(({ word }) => word === "you");

/** What somebody made, or what they know: it names the work, and nobody. */
const isOfSubject = (sentence: Sentence, match: Match): boolean =>
  isInNameOfThing(sentence, match) || isSubjectOfSkill(sentence, match);

/** Whether what was found is a lawful neighbour. */
export const isExcused = (question: ExcuseQuestion): boolean => {
  const { category, sentence, match, signs, frames, how } = question;
  if (how === "barely") {
    return (
      isWaived(signs) || isHowTo(sentence, signs) || (signs.has("served") && !signs.has("choice"))
    );
  }
  const isJudgement = frames.has("judge") && frames.size === 1;
  if (how !== "lightly" && isJudgement && isOfOutput(sentence)) return true;
  // "The plan was insane" is as unkind as "He was insane".
  if (category !== "ability_coded" && isOfThing(sentence, match)) return true;
  if (isPastDenial(sentence, match)) return true;
  if (isJudgement && isOfSubject(sentence, match)) return true;
  if (how === "lightly") {
    if (isOfDomain(sentence, match)) return true;
    if (isJudgement)
      return (
        isObjectOfDeed(sentence, match) ||
        (category === "personality_verdict" && isOfNamedThing(sentence, match))
      );
    return frames.has("ask") && signs.has("task") && !isBeforeQuestion(sentence, match);
  }
  // "I couldn't put that face …" weighs somebody and waives nothing.
  if (isWaived(signs) && !(isJudgement && signs.has("verdict") && !signs.has("welcome")))
    return true;
  if (isOfDomain(sentence, match)) return true;
  if (frames.has("judge") && isOfDeeds(signs)) return true;
  return !isJudgement && isOfWork(question);
};
