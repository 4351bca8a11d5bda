/** Whether an English sentence surely tells nothing of a body, a mind or a belief. */
import { ENGLISH_PHRASES, NOT_OF_INABILITY, ORDINARY_ENGLISH } from "./ordinary-english.ts";
import { foldedWords, wordsIn } from "./ordinary.ts";

const isOrdinary = wordsIn(ORDINARY_ENGLISH);
const isOfAbility = wordsIn(NOT_OF_INABILITY);

/** How much of it is in words of English. Shape: 0 to 1. */
export const shareOfEnglish = (sentence: string): number => {
  const words = foldedWords(sentence);
  return words.length === 0 ? 1 : words.filter(isOrdinary).length / words.length;
};

/** Asked around a question that says nothing of whoever asks. */
const FRAMES =
  /\b(?:i(?:'m| am| was|'d| would| just| also|'ve| have)?(?: just| also| still| really)?(?: been)? (?:wonder(?:ing|ed)?|curious|asking|interested to know|like to know|love to know|want(?:ed)? to (?:know|ask)|need to know|forgot to ask)(?: about| if| whether)?|i(?:'ve| have)? (?:got )?(?:an?|one|another) (?:\w+ )?question(?: about| on| for you)?|(?:can|could|may) i (?:just |also )?(?:ask|know)(?: you)?(?: about| if| whether)?|(?:can|could|would|will) you (?:please )?(?:tell|let|show|remind|explain to) me(?: know)?(?: please)?(?: about| if| whether)?|(?:please |just )?(?:tell|let|show|remind) me(?: know)?(?: about| if| whether)?)\b/gi;

const OF_ONESELF =
  /\b(?:i|i'm|i've|i'll|i'd|im|ive|me|my|mine|myself|we|us|our|ours|ourselves)\b|^\W*(?:(?:hi|hello|hey|well|so|and|but|also|sorry|please)\W+)*(?:am|have(?! (?:you|they|there|the))|had|got|can'?t(?! (?:you|we|it))|cannot|could not|couldn't|need|needs|using|use|uses|having|being|suffer\w*|living|diagnosed|with(?:out)?|as an?|feeling|feel|due to|because)\b/i;

const ASKS =
  /\?\W*$|^\W*(?:(?:hi|hello|hey|and|so|but|or|also|ok|okay|thanks|please|then|well|btw)\W+)*(?:what|when|where|who|whom|which|whose|why|how|is|are|was|were|do|does|did|can|could|will|would|shall|should|may|might|has|have|any)\b/i;

const INABILITY =
  /\b(?:can'?t|can not|cannot|couldn'?t|could not|unable|not (?:\w+ )?able|not allowed|hard(?:er)?|difficult\w*|struggl\w*|trouble\w*|problems?|issues?|hardly|barely|never|don'?t|do not|no longer|won'?t|will not|not|only|slow\w*|avoid\w*)\b/i;

/** A name behind a word that has a name behind it. */
const NAMES =
  /\b(in|from|at|near|to|via|meet|met|meeting|ask|dear|hi|hello|hey|thanks|thank you|regards|cheers|visit|[Mm]r|[Mm]s|[Mm]rs|name is|name's|called)[ ,]+((?:\p{Lu}\p{Ll}+)(?:[ -]\p{Lu}\p{Ll}+){0,2})(?![\p{L}\p{N}])/gu;

/** In a few words that ask nothing each of them counts; in many, this share of unknown ones. */
const FEW = 6;
const MANY_UNKNOWN = 0.3;

/** Who says who they are, by more names than one. */
const OWN_NAME = /\b(I am|I'm|[Tt]his is) \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+(?![\p{L}\p{N}])/gu;

/** Where a question begins beside something else. */
const NEXT_QUESTION =
  /[,;:]?\s+(?:(?:and|but|or|so|also|then)\s+)?(?=(?:is|are|was|does|will|can|could) (?:it|there|that|this|the|you|your|they|anyone|anybody|someone|somebody)\b|(?:do|did) (?:you|they)\b|(?:what|when|where|who|which|how) (?!(?:i|we|my|to)\b))/i;

/** What is said of oneself is plain in ordinary words alone. What is asked of others always is; what lists know was looked for before. */
export const isPlainEnglish = (sentence: string): boolean => {
  const named = sentence.replaceAll(OWN_NAME, "$1 ").replaceAll(NAMES, "$1 ");
  const isHard = INABILITY.test(named);
  const isAsked = named.endsWith("?");
  return named
    .split(NEXT_QUESTION)
    .filter((clause) => /\p{L}/u.test(clause))
    .every((clause) => isPlainClause(clause, { isHard, isAsked }));
};

const isPlainClause = (
  clause: string,
  { isHard, isAsked }: { isHard: boolean; isAsked: boolean },
): boolean => {
  const rest = clause.replaceAll(FRAMES, " ");
  const isOfOneself = OF_ONESELF.test(rest);
  if (!isOfOneself && (rest !== clause || isAsked || ASKS.test(clause))) return true;
  const said = ENGLISH_PHRASES.reduce((line, phrase) => line.replaceAll(phrase, " "), plain(rest));
  const words = foldedWords(said);
  const unknown = words.filter((word) => !isOrdinary(word) || (isHard && isOfAbility(word)));
  if (isOfOneself) return unknown.length === 0;
  return (
    unknown.length === 0 || (words.length > FEW && unknown.length / words.length < MANY_UNKNOWN)
  );
};

const plain = (line: string): string =>
  line
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s']+/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
