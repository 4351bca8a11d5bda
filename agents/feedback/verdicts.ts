/** Sentences that decide about somebody without a word of hiring: "let us bring her on board", "clear yes". What somebody did with such
 * words, and of whom, is told apart: whoever brings a team on board with a plan is not taken on. */
import { unnamer } from "../briefing/neutral.ts";
import { isVerdict } from "../briefing/screen.ts";
import { SHORT } from "./short-verdicts.ts";
import { OF_NOTHING, TAKES, THEM, THEY, US } from "./takings.ts";

const HOW =
  "(?:clear(?:ly)?|strong|firm|definite(?:ly)?|easy|obvious|hard|solid|weak|soft|resounding|unanimous|absolute(?:ly)?|emphatic|big|lean(?:ing)?)";

const DECIDES: readonly RegExp[] = [
  `\\b(?:bring|take|have|want|welcome|get)(?:ing)? ${THEM} (?:on ?board|aboard)\\b`,
  `\\b(?:we|i|let(?:['’]s| us)) (?:\\p{L}+ ){0,4}onboard ${THEM}\\b`,
  `\\b(?:want|have|see|love|like|picture|imagine|need) ${THEM} (?:on|in|as part of) (?:my|our|the|this) (?:\\p{L}+ )?team\\b`,
  `\\b(?:we|i)(?:['’]d)? (?:\\p{L}+ ){0,4}${THEM} (?:to )?join(?:ing)?\\b`,
  `\\b(?:let|have) ${THEM} join (?:us|our|the team|the company)\\b`,
  `\\b${THEY} (?:should|must|shall|can|may) (?:\\p{L}+ )?join (?:us|our|the team|the company)\\b`,
  `\\b${HOW} (?:yes|no|pass)\\b${OF_NOTHING}`,
  `\\b(?:i(?:['’]m| am)|count me(?: as)?|we(?:['’]re| are)|(?:(?:my|our) (?:vote|answer|verdict|decision|view)|it|this|that)(?:['’]s| is| stays| remains)) (?:an? )?(?:yes|no)(?=\\s*(?:[.!?;]|$))`,
  `\\b(?:i|we)(?:['’]d| would)? (?:say|vote|lean|go) (?:with )?(?:an? )?(?:yes|no)(?=\\s*(?:[.!?;]|$))`,
  `^\\s*(?:an? |it(?:['’]s| is) (?:an? )?)?(?:yes|no)(?: please)?\\s*[.!]*\\s*$`,
  `\\b(?:good|great|strong|perfect|right|poor|bad|weak|excellent|ideal|not an?|no|valuable) (?:\\p{L}+ )?(?:fit|match|addition|asset|choice) (?:for|to|on) ${US}\\b(?!['’]s)`,
  `\\b(?:offer|give|get|hand) ${THEM} (?:the|a|this) (?:job|role|position|contract|chance|green light)\\b`,
  `\\b(?:sign|snap|grab|employ|secure|keep|reject|skip|drop) ${THEM}(?: up)?(?=\\s*(?:[.!?;,]|$))`,
  `\\blet(?:['’]s| us) (?:not )?(?:\\p{L}+ ){0,2}(?:take|sign|grab|drop|skip|keep|get|employ|bring|invite|advance) ${THEM}\\b`,
  `\\blet ${THEM} go(?=\\s*(?:[.!?;,]|$))`,
  `\\b(?:advance|progress|promote|move|bring|take|put|send|invite|pass) ${THEM} (?:on |through |back |forward |along )?(?:to|for|into|in) (?:the |our )?(?:next|final|last|onsite|offer)\\b`,
  `\\b(?:deserves?|earned|earns|ready for|should (?:get|have|see|go to|be in)) (?:the |a |another |our )?(?:next|final|last) (?:round|stage|interview)\\b`,
  `\\b(?:meets?|below|above|clears?|raises?|under|over|misses|reaches) (?:our|the|my) (?:hiring )?bar\\b`,
  `\\bmakes? the cut\\b`,
  `\\b(?:no[- ]brainer|keep(?:ing)? looking|look(?:ing)? elsewhere|part ways)\\b`,
  `\\b(?:in favou?r of|against|for) (?:${THEM}|taking ${THEM}|an offer)(?=\\s*(?:[.!?;]|$| on\\b))`,
  `\\bi(?:['’]m| am) (?:sold|convinced|not (?:sold|convinced))(?=\\s*(?:[.!?;]|$| (?:of|by) ${THEM}))`,
  ...TAKES,
  ...SHORT,
].map((pattern) => new RegExp(pattern, "iu"));

/** Behind "in" a name is one of a thing, but for whoever is brought in. */
const BROUGHT_IN = /\b(?:bring|lock) in\b/giu;

/** Whether a sentence says what is to become of somebody. */
export type SaysVerdict = (text: string) => boolean;

/** For one candidate: whoever is called so is meant, and names of others stand. */
export const createVerdicts = (candidateName: string): SaysVerdict => {
  const unnamed = unnamer(candidateName, "in talk");
  return (text) => {
    const read = unnamed(text.replaceAll(BROUGHT_IN, "take"));
    return isVerdict(text) || DECIDES.some((pattern) => pattern.test(read));
  };
};
