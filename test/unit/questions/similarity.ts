/** How alike two texts are by their words. */

/** Words that every question has; what is left says what it is about. */
const OF_ANY_QUESTION = new Set(
  `a about also an and any are as at be but by can did do does each else for from had has have how i if in into is it its
  last let me might more most must no not of on one or other others own same say should so some somebody something still
  such take tell than that the their them then there they this time to two up us use was way were what when where which
  who whom why will with work would you your describe give made make piece`.split(/\s+/),
);

/** The words of a text that say what it is about. */
export const contentWords = (text: string): Set<string> =>
  new Set(
    (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter(
      (word) => !OF_ANY_QUESTION.has(word),
    ),
  );

/** Token-set similarity (Jaccard): 1 for the same words, 0 for none in common. */
export const similarity = (one: Set<string>, two: Set<string>): number => {
  const shared = one.intersection(two).size;
  return shared === 0 ? 0 : shared / one.union(two).size;
};
