/** The words that a sentence of a brief may have beside those of its sources: our own, and what joins words. Closed, and without
 * any number, name or judgement. */

const JOINING =
  "a an the and or of in on at as to for from with by between into than that this these those it its is are was were be been has have had do does did their them they there here also both each one other two same while when where which who what how";
const NEGATING = "no not nor never without nothing none neither";
const OURS =
  "role posting asks ask asked asking as must have plus resume resumes candidate job jobs part shows show shown says say said names name named found tells tell told began ended time times dates date today agree fit title schooling languages about your you work working worked recent closest kind done experience describe divided right different things say walk through us which";

const wordsOf = (list: string): string[] => list.split(" ");

/** All of them, in lower case. */
export const VOCABULARY: ReadonlySet<string> = new Set([JOINING, NEGATING, OURS].flatMap(wordsOf));

/** Those that turn what is said into its contrary. */
export const NEGATIONS: ReadonlySet<string> = new Set(wordsOf(NEGATING));
