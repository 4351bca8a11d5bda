/** The wish for a person, and whether anything else is said beside it. Of English. */
import { wordsOf } from "../../src/guides/words.ts";

const WHO =
  "(?:(?:an?|some|the|my|your|actual|real|living|proper) ){0,3}(?:human(?: being)?|person|somebody|someone|recruiter|coordinator)(?: real| human)?";
const TO_ME =
  "(?:call|ring|phone|contact|tell|answer|help|reply|respond|talk|speak|get back|explain|write|e-?mail|show|check)";

/** As it is worded. */
export const PERSON_WISHED = new RegExp(
  [
    `\\b(?:want|need|prefer|(?:would|'d) (?:like|love|prefer)|get me|give me|connect me (?:to|with)|put me through to|pass me (?:on )?to|transfer me to) (?:to )?(?:(?:talk|speak|chat|write|be connected) (?:to|with) )?${WHO}\\b`,
    `\\b(?:talk|speak|chat|get through|write) (?:to|with) ${WHO}\\b`,
    `\\b(?:can|could|may|let|have) ${WHO} (?:please )?(?:to )?${TO_ME}\\b`,
    String.raw`\b(?:please|(?:can|could|would) (?:you|someone|somebody)) (?:call|phone|ring) me\b(?! by\b)|^\W*(?:call|phone|ring) me\b`,
    String.raw`\bhuman(?: being)?,? please\b|^\W*(?:please,? )?(?:an? )?(?:real |actual )?(?:human|person)\b(?=\W*(?:and|please|,|\.|$))`,
  ].join("|"),
  "i",
);

const FILLER =
  /^(?:real|human|person|talk|speak|instead|rather|directly|now|today|soon|quick|quickly|actually|possible|possibly|kindly|hello|bot|robot|software|machine|assistant|ai|ask|question|questions|first|help|back|way|somebody|someone|prefer|love|would)$/;

/** By words that alone say nothing of what is asked: “where is it?” */
const ASKS = /\b(?:when|where|who|which|why|what)\b|\bhow (?!(?:can|do|could|may|to)\b)/i;

/** Whether a message wishes for a person, and says something more. */
export const wishesPersonWithMore = (line: string): boolean => {
  if (!PERSON_WISHED.test(line)) return false;
  const rest = line.replaceAll(new RegExp(PERSON_WISHED.source, "gi"), " ");
  return ASKS.test(rest) || wordsOf(rest).some(({ written }) => !FILLER.test(written));
};
