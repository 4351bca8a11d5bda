/** Which quotes say the same: told by their words alone, and rather not than wrongly. What two people call by the same things counts for
 * both; that they wrote about the same competency does not. */

/** Words of a form on one side. */
interface Said {
  kind: string;
  /** Name of what it is about. */
  topic: string | null;
  text: string;
}

/** Words that tell nothing of what was seen: of grammar, of judging, of telling, and of any interview. */
const EMPTY = new Set(
  `a an and are as at be been before but by can could did do does done during each first for from had has have he her him his how i
  in into is it its just like many more most much of off on once one or our out over own said same second she so some still such than that
  the their them then there these they this those through to too two under until up us very was we were what when where which while who why
  will with within without would you your about after again all also always any both even every few only other per same since
  amazing bad clear clearly clean cleanly convincing correct correctly deep deeply excellent fine good great impressive independently limited
  nice poor poorly precise precisely quick quickly really right shallow slow slowly solid strong strongly structured thorough thoroughly
  thoughtful thoughtfully unclear vague vaguely weak weakly well wrong wrongly careful carefully hesitant hesitated confused stuck struggled
  struggle struggles missed missing lacked lacking needed need needs failed overlooked
  able answer answered answers applicant ask asked asks candidate came come comes describe described describes detail details end example
  examples exercise exercises explain explained explaining explains explanation find finds found gave give gives go goes got handle handled
  handles interview interviews know knows knew made make makes name named names point points problem problems question questions saw see
  seen show showed shown shows solve solved solves step steps take takes task tasks tell tells thing things think thought time times told
  took understand understanding understands understood use used uses using walk walked way work worked works write writes wrote`.split(
    /\s+/,
  ),
);

const ENDINGS = /(?:ings?|edly|ed|ies|es|ers?|ions?|ments?|ly|s)$/;

/** Short enough that `retries` and `retry` meet. */
const stemOf = (word: string): string => {
  const stem = word.replace(ENDINGS, "");
  return (stem.length >= 3 ? stem : word).replace(/(?:y|i|e)$/, "").replace(/(\p{L})\1$/u, "$1");
};

const wordsIn = (text: string): string[] =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/['’]s\b/gu, "")
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** What a sentence is of, beside its competency and the candidate. */
const thingsIn = ({ text, topic }: Said, candidateName: string): ReadonlySet<string> => {
  const known = new Set(wordsIn(`${topic ?? ""} ${candidateName}`).map(stemOf));
  const stems = wordsIn(text)
    .filter((word) => word.length > 2 && !EMPTY.has(word))
    .map(stemOf);
  return new Set(stems.filter((stem) => !known.has(stem)));
};

/** One thing in common is a coincidence, unless both are of little else. */
const FEWEST_SHARED = 2;
const FEW = 2;

const isSame = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => {
  const [less, more] = one.size <= other.size ? [one, other] : [other, one];
  const shared = less.intersection(more).size;
  if (shared === 0) return false;
  if (less.size === 1) return more.size <= FEW;
  return shared >= FEWEST_SHARED && shared * 2 >= less.size;
};

interface Claim {
  said: Said;
  things: ReadonlySet<string>[];
}

/** The claim of each, as a number from 0: those with the same number say the same, each of them the same as each other. What stands on
 * no side may say the contrary with the same words: there only what is word for word the same is one claim. */
export const claimsOf = (all: readonly Said[], candidateName: string): number[] => {
  const claims: Claim[] = [];
  const byThing = new Map<string, Set<number>>();
  const bySentence = new Map<string, number[]>();
  return all.map((said) => {
    const things = thingsIn(said, candidateName);
    const key = `${said.kind} ${wordsIn(said.text).join(" ")}`;
    const repeated = bySentence.get(key) ?? [];
    const near = new Set([...things].flatMap((thing) => [...(byThing.get(thing) ?? [])]));
    const found =
      repeated.find((at) => isRepeated(claims[at], said, things)) ??
      [...near].toSorted((one, other) => one - other).find((at) => isOf(claims[at], said, things));
    const claim = found ?? claims.push({ said, things: [] }) - 1;
    if (!repeated.includes(claim)) bySentence.set(key, [...repeated, claim]);
    claims[claim]?.things.push(things);
    for (const thing of things) byThing.set(thing, (byThing.get(thing) ?? new Set()).add(claim));
    return claim;
  });
};

const isOfOne = (claim: Claim, topic: string | null): boolean =>
  (claim.said.topic ?? topic) === (topic ?? claim.said.topic);

/** Of a sentence that names nothing, such as "It was very clear.", only a competency tells what it is of. */
const isRepeated = (
  claim: Claim | undefined,
  { topic }: Said,
  things: ReadonlySet<string>,
): boolean =>
  claim !== undefined &&
  (things.size > 0 ? isOfOne(claim, topic) : topic !== null && topic === claim.said.topic);

const isOf = (
  claim: Claim | undefined,
  { kind, topic }: Said,
  things: ReadonlySet<string>,
): boolean =>
  claim !== undefined &&
  kind !== "observation" &&
  claim.said.kind === kind &&
  isOfOne(claim, topic) &&
  claim.things.every((other) => isSame(things, other));
