/** One thing that candidates ask about before an interview, and words that several of them are asked in. Of English. */

/** `asked` and `told` are kept apart: “where can I leave my car?” is asked, and “Parking” stands in the guide. */
export interface Subject {
  asked: RegExp;
  /** Not this, though it sounds like it. */
  unless?: RegExp;
  /** A passage has one of these words: `_` between words, `*` for any end; `#` is all of a heading. */
  told: string;
  /** The posting tells it before any guide does. */
  isOfJob?: true;
  /** It is of the interview itself: what is known of the case is told beside it. */
  isOfCase?: true;
}

/** What lines and machines do when they fail. */
export const BROKEN =
  "fail|fails|drops?|dropped|crash\\w*|breaks?|broken|cuts?|dies?|freez\\w+|(?:goes|go|went) down|lagg?\\w*|choppy|not work\\w*|\\w*n't (?:work|open|load|connect|start)\\w*|stops?";
/** The same, and what else is said of a line. */
export const SPOILT = `${BROKEN}|lose|lost|losing|flaky|unstable|unreliable|slow|bad|poor|weak|problems?|trouble|issues?`;
/** What a call needs. */
export const LINE =
  "wi-?fi|internet|connection|network|camera|webcam|mic|microphone|sound|audio|electricity|signal|broadband";
/** What breaks in a call. */
export const CALL = "line|call|zoom|teams|meet|video|laptop|computer|power|browser|link";
/** Who pays. */
export const PAID =
  "pay|pays|paid|cover|covers|covered|money back|reimburs\\w+|refund\\w*|claim|expens\\w+|costs?|book";
/** What a way costs money for. */
export const TRAVEL =
  "travel\\w*|trip|journey|flights?|fly|hotels?|trains?|tickets?|fares?|taxi|cab|uber|petrol|km|kilomet\\w+|miles?|mileage|overnight|airbnb";

/** One of these words and one of those, in any order, not far from each other. */
export const near = (one: string, other: string): RegExp =>
  new RegExp(
    `\\b(?:(?:${one})\\b.{0,60}\\b(?:${other})|(?:${other})\\b.{0,60}\\b(?:${one}))\\b`,
    "i",
  );
