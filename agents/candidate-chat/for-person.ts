/** What sounds like something that is known, and is not: a person alone knows it. Of English. */

/** Why, or by whom, something was done to an interview; who will be there beside those whom it names; what has arrived; where one stands. */
const FOR_PERSON: readonly RegExp[] = [
  /\b(?:who|why|whose)\b.{0,40}\b(?:cancel|mov|reschedul|chang|postpon|delay|shift|push)\w*ed\b/i,
  /\bwhy (?:did|do|have|has|are|is) (?:you|they|somebody|someone|anybody|anyone)\b.{0,20}\b(?:cancel|mov|reschedul|chang|postpon|delay|shift|push)/i,
  /\bwhy (?:is|was) (?:it|the (?:interview|call)) (?:so|that|on|at)\b|\bwho (?:wrote|made|designed|built|chose|picked)\b|\bwhen (?:will|do|would|can) .{0,20}\b(?:offer|contract)\b/i,
  /\b(?:will|is|are|does|do) (?:the |my |your |a |\w+'s )?(?:recruiter|(?:hiring |team )?manager|hr|boss|ceo|head|others?)\b.{0,40}\b(?:there|in person|on[- ]?site|join\w*|attend\w*|on the call|come)\b/i,
  /\b(?:did|have|has) (?:you|they|anyone|somebody|someone) (?:\w+ )?(?:g[eo]t|receiv\w+|seen?|read) (?:\w+ )?(?:availab\w*|e-?mails?|mails?|messages?|documents?|request|answer)\b/i,
  /\b(?:did|have|has) my (?:availab\w*|e-?mails?|mails?|messages?|documents?|request|answer)\b.{0,20}\b(?:arriv|reach|c[ao]me|been|go)/i,
  /\b(?:what|which) (?:stage|step|round) (?:am i|are we|is this|i am)\b|\bhow far (?:am i|along)\b/i,
];

/** Whether it is left to a person, whatever else it has in common with what is known. */
export const isForPerson = (line: string): boolean =>
  FOR_PERSON.some((pattern) => pattern.test(line));

/** Another step of the way than the interview that is booked. */
const STEP =
  /\b(?:(?:the|my|your|an?) )?(?:(?<round>(?:final|last|first|second|third|next) (?:round|stage|step))|(?<order>final|last|second|third) (?:interview|one|call|conversation|session)|(?<place>on-?site)(?: (?:interview|round|day))?|phone screen)\b/i;
const ASKS_OF_STEP = /\b(?:when|who(?:m)?|where|(?:which|what) (?:day|time|date)|how long)\b/i;

/** Whether it asks when, where or with whom another step is: of that nothing is known. */
export const namesStep = (line: string): boolean => ASKS_OF_STEP.test(line) && STEP.test(line);

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
