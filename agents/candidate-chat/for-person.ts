/** What sounds like something that is known, and is not: a person alone knows it. Of English. */

/** Why, or by whom, something was done to an interview; who will be there beside those whom it names; what has arrived; where one stands. */
const FOR_PERSON: readonly RegExp[] = [
  /\b(?:who|why|whose)\b.{0,40}\b(?:cancel|mov|reschedul|chang|postpon|delay|shift|push)\w*ed\b/i,
  /\bwhy (?:did|do|have|has|are|is) (?:you|they|somebody|someone|anybody|anyone)\b.{0,20}\b(?:cancel|mov|reschedul|chang|postpon|delay|shift|push)/i,
  /\bwhy (?:is|was) (?:it|the (?:interview|call)) (?:so|that|on|at)\b|\bwho (?:wrote|made|designed|built|chose|picked)\b|\bwhen (?:will|do|would|can) .{0,20}\b(?:offer|contract)\b/i,
  /\b(?:will|is|are|does|do) (?:the |my |your |a |\w+'s )?(?:recruiter|(?:hiring |team )?manager|hr|boss|ceo|head|others?)\b.{0,40}\b(?:there|in person|on[- ]?site|join\w*|attend\w*|on the call|come)\b/i,
  /\b(?:did|have|has) (?:you|they|anyone|somebody|someone) (?:\w+ )?(?:g[eo]t|receiv\w+|seen?|read) (?:\w+ )?(?:availab\w*|e-?mails?|mails?|messages?|documents?|request|answer)\b/i,
  /\b(?:did|have|has) my (?:availab\w*|e-?mails?|mails?|messages?|documents?|request|answer)\b.{0,20}\b(?:arriv|reach|c[ao]me|been|go)/i,
  /\bmy (?:passport|id|id card|licen[cs]e|laptop|computer|phone|tablet|car|bike|bag|wallet|keys?) (?:\w+ ){0,2}(?:died|expired?|expires|stolen|lost|broke|missing|gone)\b|\b(?:lost|forgot|broke|smashed) my (?:passport|id\b|licen[cs]e|laptop|computer|phone|tablet|bag|wallet|keys?)\b/i,
  // A link in hands that it was not made for.
  /\b(?:got|get|received|found|have|was sent|been sent) (?:this|the|a|your|somebody's|someone's) (?:\w+ )?link\b.{0,30}\b(?:mistake|accident|error|from (?:a|an|my|another) |not (?:mine|for me))|\b(?:some(?:one|body)|any(?:one|body)|who|others?)(?: else)? (?:\w+ )?(?:uses?|used|using|has|had|have|got|opens?|opened|sees?|saw)\b.{0,20}\blink\b/i,
  /\bmy link\b.{0,15}\b(?:stolen|leaked|hacked|shared|forwarded|public)\b|\bi(?:'ve| have)? (?:\w+ )?(?:forwarded|shared|sent|gave|given|posted|leaked) (?:(?!you\b)\w+ )?(?:my|this|the) link\b|\blink\b.{0,20}\b(?:is not|isn't|wasn't|was not) (?:mine|for me|meant for me)\b/i,
  /\b(?:what|which) (?:stage|step|round) (?:am i|are we|is this|i am)\b|\bhow far (?:am i|along)\b/i,
];

const NOT_THE_INTERVIEW =
  "(?:trains?|flights?|plane|bus(?:es)?|trams?|metro|ferry|hotels?|airbnb|rooms?|taxis?|cabs?|uber|rental|tickets?|reservations?|trips?|holidays?|vacation|subscription|contract|phone|insurance|doctor|dentist|babysitter|nanny)";

/** Something else than the interview that is cancelled or moved: a train, a hotel, one's home. */
const OTHER_CHANGED: readonly RegExp[] = [
  new RegExp(
    `\\b${NOT_THE_INTERVIEW}\\b[^.,;?!]{0,25}\\b(?:cancell?(?:ed|s|ing)?|call(?:ed)? off|chang(?:ed|es)|mov(?:ed|es)|postponed|rescheduled)\\b`,
    "i",
  ),
  new RegExp(
    `\\b(?:cancel\\w*|call(?:ed)? off|mov(?:e|ed|ing)|chang(?:e|ed|ing)|postpone\\w*|reschedul\\w*) (?:(?:my|the|our|your|a|that|this) )?(?:\\w+ )?${NOT_THE_INTERVIEW}\\b`,
    "i",
  ),
  /\b(?:do|does) (?:you|they|the company|your (?:company|team)|people) (?:\w+ )?(?:cancel|reschedule|postpone)\b(?! (?:it|my|the|this)\b)/i,
  /\bon-call off\b/i,
  /\b(?:i|we|i'm|i am|to) (?:\w+ )?(?:mov(?:e|ed|ing)|relocat\w+) (?:house|home|flats?|in\b|away|abroad|countr\w+|cit(?:y|ies)|to (?!(?:the|an?|\d|noon|mon|tue|wed|thu|fri|sat|sun|tomorrow|next|another|later|earlier)))/i,
  /\bchang(?:e|ed|ing) (?:my |our )?(?:jobs?|careers?|names?|address|phone|number|e-?mail|employers?|fields?)\b/i,
];

/** Whether it speaks of changing something else than the interview, whatever it says beside it. */
export const changesOther = (line: string): boolean =>
  OTHER_CHANGED.some((pattern) => pattern.test(line));

/** Whether it speaks of that alone, and of the interview by none of its names. */
export const isOfOtherChange = (line: string): boolean => changesOther(line) && !OWN.test(line);

const OWN =
  /\b(?:interviews?|appointment|slot|meeting|panel|call(?! off)|another (?:time|day|date)|reschedule|postpone|late(?:r)?|earlier|move it|cancel it|make it)\b(?<!\bon-call)/i;

/** What is asked of whom they meet that is no fact of the interview: where they are from, what they studied, since when they are there. */
const OF_THEMSELVES: readonly RegExp[] = [
  /\bwhere (?:is|are|was|were|'s) (?:\S+ ){1,4}(?:from|based|located|living|born|sitting|working)\b/i,
  /\bwhere (?:does|do|did|has) (?:\S+ ){1,3}(?:live|work|come from|study|studied|worked|grow)\b/i,
  /\b(?:when|how|why|what|where|whom?) did (?!i\b|we\b|you\b)(?:\S+ ){1,3}(?!\bsay\b)\w+/i,
  /\bhow (?:long|many years) (?:has|have|did|is|are|was|does) (?!i\b|we\b|the interview)(?:\S+ ){1,3}(?:been|worked?|work(?:ing)?|there|known?|stayed?)\b/i,
  /\bhow old\b|\b(?:stud(?:y|ied)|hobb(?:y|ies)|married|children|graduat\w+|born)\b/i,
];

/** Whether it asks of a person, by name, what only they or their company know. */
export const asksOfThemselves = (line: string): boolean =>
  OF_THEMSELVES.some((pattern) => pattern.test(line));

/** Times that are of the company, the job or the way, and not of the interview. */
const OTHER_TIME: readonly RegExp[] = [
  /\b(?:when|what time|(?:what|which) day) (?:do|does|did|will|would|can|could) (?:people|everyone|everybody|employees|you(?: guys| all)?|the (?:team|company|office|reception|shop|canteen|building|day)|your (?:\w+ )?(?:team|office|people|day|engineers))\b.{0,30}\b(?:start|begin|end|finish|open|close|leave|come|arrive|eat|work)\b/i,
  new RegExp(
    `\\b(?:when|what time) (?:do|does|did|will|would|is|are) (?:the|my|a|your|next) (?:\\w+ ){0,2}${NOT_THE_INTERVIEW}\\b`,
    "i",
  ),
  /\bwhen (?:do|would|will|could|can|should|am) i (?:\w+ )?(?:start|begin|starting)(?: (?:the|this|my|at the|in the|a) (?:new )?(?:job|work|role|position)| work(?:ing)?| (?:with|for|at) you)?\W*$/i,
];

/** Whether it asks when something else is: the time of the interview is no answer. */
export const asksOtherTime = (line: string): boolean =>
  OTHER_TIME.some((pattern) => pattern.test(line));

/** Whether it is left to a person, whatever else it has in common with what is known. */
export const isForPerson = (line: string): boolean =>
  FOR_PERSON.some((pattern) => pattern.test(line));

/** Another step of the way than the interview that is booked. */
const STEP =
  /\b(?:(?:the|my|your|an?) )?(?:(?<round>(?:final|last|first|second|third|next) (?:round|stage|step))|(?<order>final|last|second|third) (?:interview|one|call|conversation|session)|(?<place>on-?site)(?: (?:interview|round|day))?|phone screen)\b/i;
const ASKS_OF_STEP = /\b(?:when|who(?:m)?|where|(?:which|what) (?:day|time|date)|how long)\b/i;

/** Whether it asks when, where or with whom another step is: of that nothing is known. */
export const namesStep = (line: string): boolean =>
  (ASKS_OF_STEP.test(line) && STEP.test(line)) || FORMAT_OF_LAST.test(line);

const FORMAT_OF_LAST =
  /\b(?:is|are|will)\b.{0,20}\b(?:final|last) (?:round|interview|stage|step)\b.{0,30}\b(?:online|video|in person|remote(?:ly)?|virtual(?:ly)?|zoom|on[- ]?site)\b/i;

/** Whether a step that it names is all that is done on site. */
export const asksOfSite = (line: string): boolean =>
  ASKS_OF_STEP.test(line) && STEP.exec(line)?.groups?.["place"] !== undefined;

export const withoutStep = (line: string): string => line.replace(STEP, "the interview");

/** A link that leads nowhere: to show it once more is no help. */
export const LINK_FAILS =
  /\b(?:link|url|invit\w+)\b.{0,30}(?:n't|not|never) (?:\w+ )?(?:work|open|load|function|connect)\w*|\b(?:broken|wrong|invalid|expired|dead) (?:\w+ )?(?:link|url)\b|\b(?:link|url) (?:\w+ ){0,3}(?:broken|wrong|invalid|expired|dead|fails|errors?|blank|404|nothing|nowhere)\b/i;

/** Whether something was done to the interview: how it stands tells it, and not how it is done. */
export const ASKS_WHETHER =
  /\b(?:has|have|was|were|is|did)\b.{0,30}\b(?:cancell?ed|moved|rescheduled|postponed|changed)\b/i;

/** Where they are to go, said of the interview. */
export const ASKS_WAY = /\bhow (?:do|can|should|would|will) (?:i|we) (?:get|come|travel) there\b/i;
