/** The words that a reworded question may have beside those of the drafted one and of the posting: what joins words, and what asks.
 * Closed, and without any number, name or judgement. */

const JOINING =
  "a an the and or but of in on at as to for from with by between into about over under through during before after than that this these those it its if when where while which who whom whose what how why so then there here also both each any some other another same one while because since until";
const AUXILIARY =
  "is are was were be been being has have had do does did done would could should can may might will must";
const PERSONS = "you your yours yourself they them their theirs somebody someone people others";
const ASKING =
  "tell describe explain show walk talk say give take think look find tried try make made work worked working use used ask asked please example examples time times situation case way part role job something anything things thing kind most last recent first next today again done happened happen went go come came know knew learn learned change changed decide decided choose chose handle handled start started end up out us me";
const NEGATING = "no not nor never without nothing none neither cannot";

const wordsOf = (list: string): string[] => list.split(" ");

/** All of them, in lower case. */
export const VOCABULARY: ReadonlySet<string> = new Set(
  [JOINING, AUXILIARY, PERSONS, ASKING, NEGATING].flatMap(wordsOf),
);

/** Those that turn what is asked into its contrary. */
export const NEGATIONS: ReadonlySet<string> = new Set(wordsOf(NEGATING));
