/** The ratings of a form, from the lowest to the highest. */

/** Ratings from the lowest to the highest. */
export type Scale = readonly string[];

/** Why a scale has no known direction. */
export type ScaleFault = "too_few" | "contrary" | "unclear";

const NUMBER = /^\s*[([]?\s*(\d{1,3})(?!\d)(?![.,]\d)/u;

const numberOf = (label: string): number => Number(NUMBER.exec(label)?.[1] ?? Number.NaN);

/** A rating without its number. */
const wordsOf = (label: string): string =>
  label
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(NUMBER, " ")
    .replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, "")
    .trim();

const DONE =
  "(?:observed|assessed|evaluated|applicable|covered|asked|tested|discussed|seen|judged|rated|scored|graded|reviewed|known|sure|certain)";
/** Options with which nobody rates: nothing was seen, asked or known. */
const NO_RATING = new RegExp(
  String.raw`^(?:(?:was |were |is )?not (?:yet |really |directly )?${DONE}\b.*|(?:could|can|did|do|was|were|is|have|has)(?: not|n't) (?:ask|assess|observe|cover|test|evaluate|discuss|judge|rate|score|say|tell|see|get to|have time|come up|able to (?:judge|assess|rate|say|evaluate|tell)|${DONE})\b.*|(?:cannot|can't|unable to|not able to|not possible to|impossible to) (?:judge|assess|rate|say|tell|evaluate|score|determine|observe|know)\b.*|n\W{0,2}a\b.*|n\W{1,2}o|(?:i )?(?:do not|don't) know|inapplicable|unobserved|unassessed|unrated|unknown|unsure|undecided|skip(?:ped)?\b.*|no (?:opinion|answer|rating|score|time|comment|information|info|data|basis)\b.*|nothing (?:seen|asked|observed)\b.*|(?:please )?(?:select|choose)\b.*|keine angabe|k\W{0,2}a\.?|nicht (?:beurteilt|beobachtet|gefragt|bewertet))$`,
  "u",
);

/** Whether an option says that nothing was rated, whatever its number: it is no part of the scale. */
export const isNoRating = (label: string): boolean => {
  const words = wordsOf(label);
  return NO_RATING.test(words) || !/[\p{L}\d]/u.test(label);
};

/** May be the lowest rating, or none at all; or what is too much at its other end. */
const EITHER =
  /\b(?:none|nothing|(?:no|not enough|little) (?:evidence|signal|information|info|data|time|context)|insufficient (?:evidence|data|information|signal)|too|over(?!all)\w+|excess\w*|concerns?|risks?|gaps?|issues?|problems?|doubts?|flags?|help|hints?|guidance|support|coaching|reservations?)\b/u;
const DENIED =
  /\b(?:no|not|never|non|nor|without|reject\w*|decline\w*|disagree\w*|fail\w*)\b|n't\b/u;
const BAD =
  /\b(?:poor\w*|weak\w*|below|under|reject\w*|bad\w*|unsatisfactory|insufficient|inadequate|unacceptable|low\w*|worst|worse|terrible|lacking|lacks|limited|inferior|unqualified|rarely|bottom|needs? (?:work|improvement))\b/u;
const GOOD =
  /\b(?:yes|hire|advance|good|great|strong\w*|solid|excellent|outstanding|exceptional|superb|superior|above|exceed\w*|meets?|as we need|fit|agree\w*|satisfactory|high\w*|best|better|top|perfect|impressive|proficient|advanced|expert|qualified|pass\w*|ready|well)\b/u;
const MIDDLING =
  /\b(?:fair\w*|ok|okay|average|adequate|medium|moderate\w*|middle|acceptable|neutral|mixed|partly|partially|partial|somewhat|mostly|sometimes|nearly|almost)\b/u;
const VERY =
  /\b(?:strong(?:ly)? (?:yes|no|hire|advance|reject|agree|disagree|fit)|very|far|well (?:below|above)|significantly|definite(?:ly)?|absolutely|clearly|extremely|much|excellent|outstanding|exceptional|superb|perfect|best|worst|top|terrible|greatly|highest|lowest|expert)\b/u;

/** −2 the worst … 2 the best; undefined: its words do not say. */
const rankOf = (label: string): number | undefined => {
  const words = wordsOf(label);
  const isDenied = DENIED.test(words);
  const isBad = BAD.test(words);
  const isGood = GOOD.test(words);
  const size = VERY.test(words) ? 2 : 1;
  if (isDenied) return isBad && !/\breject/u.test(words) ? undefined : -size;
  if (isBad) return isGood && size === 1 ? undefined : -size;
  if (MIDDLING.test(words)) return 0;
  return isGood ? size : undefined;
};

/** Lever's usual ones: plain numbers from 1 to 4 or to 5. */
const USUAL: ReadonlySet<string> = new Set(["1 2 3 4", "1 2 3 4 5"]);

/** The ratings upwards, without the options that are none. Their direction is known by their words, which must not say the contrary
 * of their numbers or their order, or by the plain numbers of Lever's usual scales. */
export const readScale = (
  options: readonly string[],
): { scale: Scale; fault?: undefined } | { scale?: undefined; fault: ScaleFault } => {
  const labels = [...new Set(options.map((label) => label.trim()))].filter(
    (label) => !isNoRating(label),
  );
  if (labels.length < 2) return { fault: "too_few" };
  if (labels.some((label) => EITHER.test(wordsOf(label)))) return { fault: "unclear" };
  // “-1” and “+1” count around nothing, and not from the lowest.
  if (labels.some((label) => /^\s*[-–−+]\s*\d/u.test(label))) return { fault: "unclear" };
  const numbers = labels.map(numberOf);
  const areNumbered = numbers.every(Number.isFinite) && new Set(numbers).size === labels.length;
  return areNumbered ? byNumbers(labels) : byWords(labels);
};

/** As `readScale`; undefined where the direction is not known. */
export const upwards = (options: readonly string[]): Scale | undefined => readScale(options).scale;

const byNumbers = (labels: Scale): ReturnType<typeof readScale> => {
  const scale = labels.toSorted((one, two) => numberOf(one) - numberOf(two));
  if (scale.every((label) => wordsOf(label) === "")) {
    return USUAL.has(scale.map(numberOf).join(" ")) ? { scale } : { fault: "unclear" };
  }
  const ranks = scale.map(rankOf);
  if (!isRising(ranks)) return { fault: "contrary" };
  const [low, high] = [ranks[0], ranks.at(-1)];
  const isKnown = low !== undefined && (high === undefined ? low < 0 : low < high);
  if (isKnown) return { scale };
  return { fault: low === undefined && (high ?? 0) < 0 ? "contrary" : "unclear" };
};

const byWords = (labels: Scale): ReturnType<typeof readScale> => {
  const ranks = labels.map(rankOf);
  const [first, last] = [ranks[0], ranks.at(-1)];
  if (first === undefined || last === undefined || first === last) return { fault: "unclear" };
  if (first < last) return isRising(ranks) ? { scale: labels } : { fault: "contrary" };
  return isRising(ranks.toReversed()) ? { scale: labels.toReversed() } : { fault: "contrary" };
};

const isRising = (ranks: readonly (number | undefined)[]): boolean => {
  const known = ranks.filter((rank) => rank !== undefined);
  return known.every((rank, index) => index === 0 || (known[index - 1] ?? rank) <= rank);
};
