/** Words of what somebody is: no interview may rest on it, and no brief says it. */

/** What somebody is and not what they do, however it is told. It costs a sentence too many, never a person anything. */
export const PRIVATE =
  /\b(?:born|birth|birthdays?|aged|years? old|year-old|retire[ds]?|retirement|married|unmarried|divorced?|widow(?:ed|er)?|husband|wife|spouse|nationality|citizens?|citizenship|immigra\w*|ethnic\w*|religio\w*|muslim|christian|jewish|hindu|catholic|pregnan\w*|maternity|paternity|parental leave|disabled|wheelchair|gay|lesbian|queer|transgender|union member\w*|veteran|graduat\w+ in|class of|native speaker|mother tongue|gender)\b/i;

/** More of it, in what people say of people. In a resume these are words of trades. */
export const PRIVATE_IN_TALK =
  /\b(?:elderly|generation|engaged to|partner is|girlfriend|boyfriend|kids?|child|children|childcare|sons?|daughters?|baby|babies|toddlers?|twins|mother|mum|mom|father|dad|parents?|parental|passport|visa|origin|race|racial|foreign|foreigner|church|mosque|synagogue|temple|prayer|ramadan|headscarf|disabilit\w*|ill|illness|sick|sickness|disease|health|cancer|depress\w*|burn ?out|anxiety|therapy|surgery|hospitali[sz]ed|pronouns?|strike|convict\w*|arrest\w*|criminal|prison|salary|salaries|pay|paid|earns?|earned|compensation|accent|overweight|attractive|good-looking|photo|gap in|career break|cough\w*|sneez\w*|limp(?:s|ed)|(?:lives?|lived|living) (?:\w+ ){0,4}(?:hours?|minutes|miles|km|far) away|(?:lives?|lived|living) in an? (?:\w+ )?(?:district|area|neighbou?rhood|suburb|flat|house|village)|(?:poor|rough|bad|rich|posh|deprived) (?:district|neighbou?rhood|suburb|part of town)|(?:her|his|their) commute)\b/i;

const SCHOOLING =
  "(?:universit\\w*|college|(?:high |grammar )?school|degree|b\\.?sc|m\\.?sc|bachelor\\w*|master's|master of|diploma|ph\\.?d|studied|graduat\\w+|abitur|a-levels?|apprenticeship)";
const YEAR = "(?:19[4-9]\\d|20[0-4]\\d)";

/** A year beside schooling tells an age. */
export const SCHOOL_YEAR = new RegExp(
  `\\b${SCHOOLING}\\b[^.]*\\b${YEAR}\\b|\\b${YEAR}\\b[^.]*\\b${SCHOOLING}\\b`,
  "i",
);

/** A moment of the world's history beside one's own tells an age. */
export const EPOCH =
  /\b(?:since|during|under)\b[^.,;]{0,12}\b\p{Lu}\p{L}+ (?:administration|presidency|years|era)\b|\b(?:since|before|during|from|through|in)\b[^.,;]{0,24}\b(?:moon landing|berlin wall|punch(?:ed)? ?cards?|(?:swinging |roaring )?(?:sixties|seventies|eighties)|disco era|dot-?com (?:boom|bubble|crash)|last (?:century|millennium))\b/u;

const WHO = "(?:she|he|they|you|the candidate)";
const WHOSE = "(?:her|his|their|your|the candidate's)";

/** What an agenda may not send an interviewer to find out. */
export const ASKED_OF_LIFE = new RegExp(
  `\\b(?:how old ${WHO}|how (?:much|well) (?:${WHO} )?(?:earns?|is paid|are paid)|${WHOSE} (?:age|family|faith|religion|health|origins?|accent|roots|private life|marriage|partner|husband|wife|kids|children|salary|pay|wage)|plans? (?:for |to have |on )?(?:children|kids|a family|a baby)|family (?:plans?|situation|planning|and faith)|at home with|childcare|salary (?:history|now|today)|(?:current|last|present|previous) (?:salary|pay|wage)|${WHO} (?:really |originally )?comes? from|where (?:${WHO}|${WHOSE} \\w+) (?:\\w+ ){0,3}from|sick (?:days|leave)|illness|faith|religion|private life)\\b`,
  "i",
);
