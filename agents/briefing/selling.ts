/** Talking points for the role: sentences of the posting itself, as they stand there. Code chooses; nothing is made up. */
import { readRequirements } from "../../src/documents/read-requirements.ts";
import type { BriefSentence } from "../../src/domain/brief.ts";
import { type Bench, isReadable, lengthOf, mayShow, sourceAt } from "./bench.ts";
import { asSentences } from "./highlights.ts";
import {
  asQuoted,
  countWords,
  type Sentence,
  sentencesIn,
  standsAlone,
  touches,
} from "./sentences.ts";

const MOST = 4;
const LONGEST = 260;

/** What may draw somebody: one sentence of each first, in this order. */
const TOPICS: readonly RegExp[] = [
  /\b(?:you(?:'ll|’ll| will)|you (?:own|build|lead|shape|design|run)|we (?:build|make|ship|run|help)|our (?:product|customers|platform|mission)|millions|impact)\b/i,
  /\b(?:team|teams|colleagues|engineers|pair|together|collaborat\w*|manager)\b/i,
  /\b(?:learn\w*|grow\w*|mentor\w*|training|conference\w*|career|promotion|courses?|coaching|budget)\b/i,
  /\b(?:holiday|holidays|vacation|leave|pension|remote\w*|flexible|hybrid|hours|insurance|equity|shares|bonus|allowance|days off|four-day|part[- ]time|home office)\b/i,
];

/** What a posting says beside the role. */
const ASIDE =
  /\b(?:appl(?:y|ying|ication|ications|icants?)|equal opportunit\w*|regardless of|without regard|discriminat\w*|privacy|cover letter|cv|resume|recruiter|agenc(?:y|ies)|background check|click|visit|e-?mail)\b/i;

/** What refuses, or takes back, draws nobody. */
const REFUSING =
  /\b(?:not|no|never|nothing|none|nobody|without|cannot|unable|neither|nor|hardly|rarely|only|except|unless|unfortunately|instead of|unpaid|limited|less than|subject to|must|mandatory|required|overtime|sorry|lack\w*|hard)\b|n['’]t\b/i;

/** Who is wanted is asked for, and sells nothing. */
const WANTED =
  /\b(?:we|who|company|team)(?:['’]re| are| is|['’]ve| have)? (?:currently |now |always |also |actively )*(?:look(?:s|ing)?|search(?:es|ing)?|seek(?:s|ing)?|hir(?:e|es|ing)|recruit(?:s|ing)?|need(?:s|ing)?|want(?:s|ing)?|expect(?:s|ing)?|(?:have|has) an? (?:vacancy|opening|opportunity))\b|^(?:looking|searching|seeking|hiring|wanted|join|come|are you|about|this is an?|the (?:ideal|right|successful))\b|\b(?:you (?:are|have|bring|know|speak|hold)|candidates?|is (?:open|vacant|to be filled))\b/i;

/** What other people are like is no offer, and often no kind word. */
const OF_PEOPLE =
  /\b(?:old|older|young|younger|youthful|elderly|rich|poor|wealthy|men|women|boys|girls|ladies|guys|gentlemen|mothers|fathers|christians?|muslims?|jews?|white|black|foreign(?:ers)?|natives?|smart(?:est)?|beautiful|sexy|fun|cool|crazy|like a family|one big family|work hard|drink\w*|beers?|party|parties|ninjas?|rock ?stars?)\b/i;

/** How a sentence tells of work, team, product, growth or benefits: what is done or given, and not what somebody is. */
const OFFERING: readonly RegExp[] = [
  /\b(?:you|we|they|team|teams|colleagues?|engineers?|people|manager|company|product|platform|mission|everybody|everyone|each|nobody|customers?|users?|group|office|offices|\w+ers)\b[^.;]{0,60}?\s(?:will |can |may |would |often |all |also |never )*(?!(?:is|are|was|were)\b)(?:own|build|lead|shape|design|run|make|ship|help|move|serve|reach|process|use|write|learn|grow|work|pair|meet|talk|decide|choose|plan|share|review|teach|mentor|train|coach|support|get|have|has|give|offer|pay|spend|take|start|begin|join|see|improve|keep|carry|open|sell|advise|care|answer|travel|visit|bring|belong|publish|maintain|operate|deliver|develop|test|measure|study|manage|organi[sz]e|set|create|care|cover|send|print|teach|find|plan|mend|fix|follow|rotate|hold|release|handle|listen|read|go)(?:s|es|d|ed|ing)?\b/i,
  /\b(?:holidays?|vacation|leave|pension|remote\w*|flexible|hybrid|hours|insurance|equity|shares|bonus|allowance|days off|four-day|part[- ]time|home office|budget|training|courses?|conferences?|mentor\w*|coaching|career|promotion|from home)\b/i,
  /\b(?:yours to|your own|for you|is spent|are spent|per cent of|% of|learn\w*|grow\w*)\b/i,
];

/** At most four: of each topic one, then what else draws. */
export const sellingOf = (bench: Bench): BriefSentence[] => {
  const { posting } = bench.material;
  if (!isReadable(posting.id, bench)) return [];
  const asked = readRequirements(posting.text);
  const all = sentencesIn(posting.text);
  const drawing = all
    .filter((one) => isDrawing(one, bench) && standsAlone(one, all, posting.text))
    .filter((one) => !asked.some((place) => touches(one, place)))
    .filter(({ start, end }) =>
      mayShow({ document: posting.id, start, end, what: "posting" }, bench),
    );
  const firsts = TOPICS.reduce<Sentence[]>((taken, topic) => {
    const first = drawing.find((one) => topic.test(one.text) && !taken.includes(one));
    return first ? [...taken, first] : taken;
  }, []);
  const chosen = [...firsts, ...drawing.filter((one) => !firsts.includes(one))].slice(0, MOST);
  const told = chosen.flatMap(({ text, start, end }) => {
    const source = sourceAt({ document: posting.id, start, end }, bench);
    return source ? [{ text: asQuoted(text), sources: [source], computed: [] }] : [];
  });
  return asSentences("selling", told);
};

const isDrawing = ({ text }: Sentence, bench: Bench): boolean =>
  countWords(text) >= 4 &&
  lengthOf(text, bench) <= LONGEST &&
  text.length <= LONGEST &&
  !/[?:]$/.test(text) &&
  TOPICS.some((topic) => topic.test(text)) &&
  OFFERING.some((form) => form.test(text)) &&
  !WANTED.test(text) &&
  !OF_PEOPLE.test(text) &&
  !REFUSING.test(text) &&
  !ASIDE.test(text);
