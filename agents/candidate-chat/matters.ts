/** What may be asked of a subject that a passage about it need not tell: what it costs, when it opens, how high it is, whom one may bring
 * along. Where a question names such a matter and the passage does not, the passage is no answer. A closed list, of English: what no line
 * of it names keeps no passage back. */

import { sameIdea } from "../../src/guides/same-idea.ts";
import { wordsOf } from "../../src/guides/words.ts";

/** `told`: a passage tells of the matter by one of these; without it: by the very word that is asked. */
interface Matter {
  asked: RegExp;
  told?: RegExp;
  /** What is known of the interview itself is no answer to it either. */
  isOfFacts?: true;
}

const COMPANION =
  "mother|mom|mum|father|dad|parents?|husband|wife|spouse|partner|boyfriend|girlfriend|friends?|brother|sister|son|daughter|kids?|child(?:ren)?|baby|toddler|family|colleagues?|nanny|lawyer";
const ALONG = "bring|take|with|have|come|comes|coming|wait|waits|join|joins|along|sit|stay|watch";

/** Numbers, without those of an order. */
const NUMBER =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|half|each|every|no|none|once|twice|daily|weekly|days?)\b/i;
const AMOUNT =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred)\b/i;

const MATTERS: readonly Matter[] = [
  // How much, when, how large.
  {
    asked:
      /\b(?:expensive|cheap(?:er)?|costs?|price[sd]?|pric(?:ey|ing)|fees?|(?:is|are|be|get|getting) (?:\w+ ){0,4}paid|how much (?:is|are|for) (?:an?|the|one)|pay(?:ing)? (?:me )?for)\b/i,
    told: /[€$£]|\b(?:free|pay|pays|paid|costs?|prices?|fees?|on us|euros?|reimburs\w+|covered?|salary)\b/i,
    isOfFacts: true,
  },
  {
    asked:
      /\b(?:pay|paid|compensat\w+|money|fee) (?:\w+ ){0,2}for (?:(?:the|my|this|an?|your|that|coming to|doing|attending) ?(?:the |an? )?){0,2}(?:interviews?|time|tasks?|exercises?|tests?|calls?|panel|attend\w*|trial)\b/i,
    told: /\b(?:pay|paid|compensat\w+) (?:\w+ ){0,2}for (?:the|your|an?|each|every)? ?(?:interviews?|time|tasks?|exercises?|trial)\b/i,
  },
  // Of one step among several: what is told of the others is not told of it.
  {
    asked:
      /\b(?:final|last) (?:round|interview|step|stage)\b.{0,40}\b(?:video|remote(?:ly)?|online|virtual(?:ly)?|zoom|home|in person|on[- ]?site|office)\b/i,
    told: /\b(?:final|last) (?:round|interview|step|stage)\b[^\n.]{0,80}\b(?:video|remote(?:ly)?|online|virtual(?:ly)?|in person|on[- ]?site|office)\b/i,
  },
  {
    asked:
      /\b(?:clos(?:es|ed|ing)|close(?! (?:to|by|from|enough))|opening (?:hours|times?)|opens? (?:at|on|until|till|late|all)|(?:when|what time|until when|how late|till when) .{0,40}\b(?:open|close|run)s?\b|at night|24\/7|round the clock|runs? (?:until|till|late|all|at))\b/i,
    told: /\b(?:opens?|closes?|closed|opening hours|around the clock)\b/i,
  },
  {
    asked: /\b(?:how (?:tall|high|wide|heavy|deep|narrow|low|steep)|height|width|clearance)\b/i,
    told: /\b(?:met(?:re|er)s?|cm|wide|height|width|\d ?m)\b/i,
  },
  { asked: /\bhow (?:big|large|small)\b/i, told: AMOUNT },
  {
    asked: /\bhow many (?:\w+ )?questions\b/i,
    told: /\b(?:\d+|two|three|four|five|six|eight|ten) (?:\w+ )?questions\b/i,
    isOfFacts: true,
  },
  {
    asked:
      /\b(?:what|which) (?:\w+ )?questions (?:will|do|are|would|might) (?:they|you|we|i|there|be)\b/i,
    told: /\bquestions? (?:about|on|of|are)\b|\b(?:you are|we) ask(?:ed)?\b/i,
    isOfFacts: true,
  },
  {
    asked: /\b(?:dial-?in|phone number|pin code|meeting id|passcode)\b/i,
    told: /\b(?:dial|phone|pin|passcode)\b|\+\d/i,
    isOfFacts: true,
  },
  { asked: /\bhow (?:many|much|often|frequently)\b/i, told: NUMBER },
  {
    asked:
      /\b(?:recommend\w*|suggest(?:ion)?s?|(?:which|what|good|best|nearest|closest) (?:\w+ )?hotels?)\b/i,
    told: /\b(?:recommend\w*|suggest\w*|near(?:est|by)?)\b/i,
  },
  {
    asked: /\bhow (?:often|frequent\w*) .{0,20}\b(?:bus(?:es)?|trams?|metros?|trains?)\b/i,
    told: /\bevery\b/i,
  },
  {
    asked:
      /\bhow (?:long (?:is|are|does|will)|many) (?:\w+ )?(?:tasks?|exercises?|challenges?|tests?)\b/i,
    told: AMOUNT,
  },
  { asked: /\b(?:weekends?|sundays?|saturdays?|public holidays?)\b/i },
  { asked: /\b(?:wine|beer|alcohol\w*|champagne)\b/i, told: /\b(?:wine|beer|alcohol\w*)\b/i },
  { asked: /\b(?:safe|safety|dangerous|crowded|noisy|busy|clean|reliable|punctual)\b/i },
  // Who comes along.
  {
    asked: new RegExp(
      `\\b(?:${ALONG})\\b.{0,25}\\b(?:${COMPANION})\\b|\\b(?:${COMPANION})\\b.{0,25}\\b(?:${ALONG})\\b`,
      "i",
    ),
    told: new RegExp(`\\b(?:${COMPANION}|somebody with you|someone with you)\\b`, "i"),
    isOfFacts: true,
  },
  {
    asked: /\b(?:dogs?|cats?|pets?|puppy|parrot|rabbit|hamster)\b/i,
    told: /\b(?:dogs?|cats?|pets?|animals?)\b/i,
    isOfFacts: true,
  },
  // What a place has.
  { asked: /\bhotels?\b/i, told: /\b(?:hotels?|overnight)\b/i },
  { asked: /\bbreakfast\b/i },
  { asked: /\b(?:dinner|supper)\b/i },
  {
    asked:
      /\b(?:(?<!of )charg(?:e|es|ing|ers?)(?! (?:me|for|of|extra))|electric|evs?|sockets?|power outlets?)\b/i,
    told: /\b(?:charg\w*|electric|sockets?|outlets?)\b/i,
  },
  // What charges a laptop charges no car.
  {
    asked:
      /\b(?:electric|evs?|e-?cars?|teslas?|charg\w+ .{0,20}\b(?:car|garage|car park|parking)|(?:car|garage|car park|parking)\b.{0,20} (?<!\bof )charg\w+)\b/i,
    told: /\b(?:electric|evs?|e-?cars?|charging (?:points?|stations?))\b/i,
  },
  {
    asked: /\b(?:toilets?|bathrooms?|restrooms?)\b/i,
    told: /\b(?:toilets?|bathrooms?|restrooms?)\b/i,
  },
  { asked: /\b(?:taxis?|cabs?)\b/i, told: /\b(?:taxis?|cabs?)\b/i },
  { asked: /\b(?:birthdays?|christmas|easter|new year)\b/i },
  {
    asked:
      /\b(?:mirrors?|gym|fitness|showers?|pool|sauna|lockers?|wardrobe|cloakroom|coats?|luggage|suitcases?|bags?|smok\w+|vap\w+|cash|atm|pharmacy|supermarket|restaurants?|kitchen|fridge|microwave|air[- ]?con\w*|heating|windows?|printers?|balcony|terrace|piano|helmets?|guards?|cctv)\b/i,
  },
  // Ways to come that are not those of everybody.
  {
    asked:
      /\b(?:motor ?bikes?|motor ?cycles?|mopeds?|vans?|trucks?|lorr(?:y|ies)|campers?|trailers?|helicopter|horses?|boats?|ferry|ferries|cable car|uber|bolt)\b/i,
  },
  // What a job or its pay is about.
  {
    asked: /\b(?:visas?|sponsor\w*|work permits?)\b/i,
    told: /\b(?:visas?|sponsor\w*|permits?)\b/i,
  },
  { asked: /\b(?:degrees?|universit\w+|diplomas?|phd|bachelor\w*|certificat\w+)\b/i },
  {
    asked: /\b(?:trial (?:day|week|period)|day of (?:the )?trial|probation\w*)\b/i,
    told: /\b(?:trial|probation\w*)\b/i,
  },
  {
    asked: /\bpair(?:ing|ed)?[- ]?program\w*|\bmob[- ]?program\w*|\bcode reviews?\b/i,
    told: /\b(?:pair\w*|mob\w*|code reviews?|together)\b/i,
  },
  {
    asked:
      /\b(?:employees?|colleagues|staff|your (?:\w+ )?(?:engineers|developers)|(?:people|engineers|developers) (?:who |that )?work)\b/i,
    told: /\b(?:employees?|colleagues|staff|engineers|developers|people)\b/i,
  },
  { asked: /\b(?:re-?appl\w+|appl(?:y|ying) (?:again|later|anew|once more))\b/i },
  { asked: /\b(?:weather|rain(?:s|ing|y)?|snow\w*)\b/i },
];

/** Whether a line asks for a matter of which what is said tells nothing. Where it asks several things in one breath, each is asked by
 * itself: only what stands with the subject counts, which is where `asked` matches. */
export const asksBeyond = (line: string, said: string, asked?: RegExp): boolean => {
  const halves = line.split(/,|\b(?:and|or|but|plus)\b/i);
  const own = asked ? halves.filter((half) => asked.test(half)) : [];
  return (own.length > 0 && own.length < halves.length ? own : [line]).some(
    (part) =>
      MATTERS.some((matter) => isUntold(matter, part, said)) || isOtherwise(part, said, asked),
  );
};

/** “Is the garage guarded?”: what is asked whether a thing is. */
const WHETHER_IT_IS =
  /^\W*(?:(?:and|so|but) )?(?:is|are) (?:the|your) (?:\p{L}+ ){1,2}(?<how>\p{L}+)\W*$/iu;
/** So much is told by any passage about it. */
const OF_ANY = new Set(
  "there free ok okay fine allowed possible available provided required mandatory needed necessary important included covered paid long big difficult hard easy strict accessible interview interviews task call panel office building team".split(
    " ",
  ),
);

/** Whether it asks if a thing is so, by a word that neither its subject nor what is said has. */
const isOtherwise = (line: string, said: string, asked?: RegExp): boolean => {
  const how = WHETHER_IT_IS.exec(line)?.groups?.["how"]?.toLowerCase();
  if (how === undefined || asked === undefined || OF_ANY.has(how) || asked.test(how)) return false;
  const held = new Set(wordsOf(said).map(({ term }) => term));
  return !wordsOf(how).every(
    ({ term }) => held.has(term) || sameIdea(term).some((other) => held.has(other)),
  );
};

const isUntold = ({ asked, told }: Matter, line: string, said: string): boolean => {
  const word = asked.exec(line)?.[0];
  if (word === undefined) return false;
  return told ? !told.test(said) : !said.toLowerCase().includes(stemOf(word));
};

/** Whether what is known of the interview is no answer to a line, as it asks for something else. */
export const asksBeyondFacts = (line: string, said: string): boolean =>
  MATTERS.some((matter) => matter.isOfFacts === true && isUntold(matter, line, said));

/** “showers” is told by “shower”. */
const stemOf = (word: string): string => word.toLowerCase().replace(/(?:ies|y|s)$/, "");

/** Whether it names a matter at all, whatever is said of it. */
export const namesMatter = (line: string): boolean => MATTERS.some(({ asked }) => asked.test(line));
