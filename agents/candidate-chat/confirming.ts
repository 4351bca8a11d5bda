/** What is a confirmation of coming, and what only sounds like one: “confirm that my salary will be …” asks, “I will come if you pay my
 * flight” has a condition. Of English. */

const INTERVIEW =
  "(?:interviews?|appointment|slot|time|date|day|booking|meeting|call|panel|invit\\w+|attendance|participation|presence|coming)";
const COMING =
  "i(?:'ll| will| can|'m| am)(?: be)? (?:able to )?(?:there|com(?:e|ing)|attend(?:ing)?|join(?:ing)?|make it|participat\\w+)";
/** What stands behind “confirm” where nothing else is confirmed. */
const OF_COMING = new RegExp(
  `^(?: (?:to you|you|already|now|again|here|hereby))?(?:\\W*$|[.,;!?:)]| (?:that |that i |to )?${COMING}\\b| (?:my|the|this|our|that) (?:\\w+ )?${INTERVIEW}(?! (?:is|are|was|will|has|have|takes?|starts?|of|for my|link|details)\\b)| (?:it|this|that)(?:\\W*$| (?:for|on|at|here|now|by|and)\\b)| (?:for|on|at|by|here|somewhere|anywhere|again|yet|now|already|and|or|with|in|via|through|too|as well|if|unless|only|once|when|before|after|so|please|thanks?|mon|tue|wed|thu|fri|sat|sun|tomorrow|coming|attendance|before(?:hand)?)(?:\\w*)\\b)`,
  "i",
);
const CONFIRM = /\bconfirm(?:ing|ed|ation|s)?\b/gi;

/** Something else that is confirmed or not: “is my hotel confirmed?” */
const OTHER_CONFIRMED =
  /\b(?:hotel|flight|train|ticket|travel|trip|visa|salary|offer|contract|refund|receipts?|order|room|taxi|parking)\b.{0,25}\bconfirm(?:ed|ation)\b/i;

/** Whether a line with “confirm” in it confirms, or asks of the confirmation of, the interview. */
const confirmsOther = (line: string): boolean => {
  const found = [...line.matchAll(CONFIRM)];
  return (
    found.length > 0 &&
    (OTHER_CONFIRMED.test(line) ||
      found.every(({ 0: word, index }) => !OF_COMING.test(line.slice(index + word.length))))
  );
};

const CONDITION =
  "(?:if|unless|only|provided|providing|but|however|except|depending|assuming|supposing|on (?:the )?condition|as long as|so long as|in case|subject to|once|as soon as|when(?:ever)? (?:i|you|my|the|it)|until|as far as)";
/** A wish or a guess confirms nothing. */
const PERHAPS =
  "(?:maybe|perhaps|probably|possibly|hopefully|likely|presumably|i (?:think|hope|guess|suppose|believe|try)|i'?ll try|hoping|try to|later|confirm (?:soon|tomorrow)|not sure|unsure)";
const CONDITIONAL = new RegExp(`\\b(?:${CONDITION}|${PERHAPS})\\b`, "i");
/** A sentence that takes back or narrows the one before it. */
const NARROWS =
  /^\W*(?:but|only|unless|provided|providing|except|however|as long as|on (?:the )?condition|though|(?:if|in case|assuming)\b[^,?]*$)/i;

const COMPANION =
  /\bi(?:'ll| will| can| am|'m) (?:be )?(?:com(?:e|ing)|attend(?:ing)?|be there|there|join(?:ing)?)\b.{0,30}\bwith (?:my|an?|the|some|another|two|our) \w/i;

const SENTENCES = /(?<=[.!?;])\s+/;

const isUnconditional = (sentence: string, next = ""): boolean =>
  !CONDITIONAL.test(sentence) && !COMPANION.test(sentence) && !NARROWS.test(next);

/** A line without what it confirms of anything but coming. */
export const withoutOtherConfirmed = (line: string): string =>
  confirmsOther(line) ? line.replaceAll(CONFIRM, " ") : line;

/** “Can you confirm the address?”: what is asked is the address. Shape: undefined where it asks for no such thing. */
export const askedToConfirm = (line: string): { line: string; isClaim: boolean } | undefined => {
  const what = ASKS_TO.exec(line)?.groups?.["what"];
  if (what === undefined || (!confirmsOther(line) && !ASKS_TIME.test(line))) return undefined;
  if (NOUN.test(what)) return { line: `what is ${what}`, isClaim: false };
  const isClaim = !/^(?:who|when|where|what|which|how|if|whether)\b/i.test(what);
  const said = what
    .replace(/^(?:that|if|whether)\s+/i, "")
    .replace(
      /^(whom?|when|where|what|how long) (\w+|the interview) (is|will|do|can|should)\b/i,
      "$1 $3 $2",
    );
  return { line: said, isClaim };
};

/** Of the company: when it is, and not that they come. */
const ASKS_TIME = /\b(?:can|could|would|will) you\b.{0,20}\bconfirm the (?:time|date|day)\b/i;
const ASKS_TO =
  /^\W*(?:(?:hi|hello|please|kindly|and|also|so|i (?:would like|want|need) you to|(?:can|could|would|will) (?:you|somebody|someone|anybody|anyone)|just)\W+)*confirm(?: (?:to|for|with) me)?(?: once more| again)?\W+(?<what>.+)$/i;
/** Without a verb of its own. */
const NOUN = /^(?:the|my|your|our) (?:[\w-]+ ){0,3}[\w-]+\W*$/i;

/** Whether what a message confirms it confirms without a condition, and of nothing else; `saysSo` tells what has the words of it. */
export const isPlainlyConfirmed = (
  message: string,
  saysSo: (sentence: string) => boolean,
): boolean => {
  const sentences = message.split(SENTENCES);
  return sentences.every(
    (sentence, at) =>
      !saysSo(sentence) ||
      (!confirmsOther(sentence) && isUnconditional(sentence, sentences[at + 1])),
  );
};
