/** Verdicts that somebody gives on themselves in a resume: what the reader is to find out is told to them. No evidence of anything. */

const BEST =
  "(?:best|strongest|greatest|finest|smartest|brightest|top|number one|no\\. ?1|#1|leading|perfect|ideal|most (?:talented|gifted|qualified|brilliant|capable|skilled|experienced|valuable|impressive|productive))";
const WHO =
  "(?:hires?|candidates?|applicants?|engineers?|developers?|programmers?|managers?|designers?|analysts?|consultants?|sellers?|sales ?(?:person|people|man|woman)|people|persons?|employees?|colleagues?|professionals?|experts?|specialists?|minds?|talents?|leaders?|coders?|architects?|scientists?|recruits?|choice|fit|match)";

const PRAISE: readonly RegExp[] = [
  new RegExp(
    `(?:^|[;:,(–—-]\\s*|\\b(?:i am|i['’]m|is|was|being|as|me|called|considered|by far|easily|simply|one of)\\s+)(?:(?:by far|easily|simply|one of|the|your|a|an)\\s+)*${BEST}\\s+(?:[\\p{L}\\p{N}.+#/-]+\\s+){0,3}?${WHO}\\b(?!\\s+(?:awards?|prize|of the (?:year|month|quarter)))`,
    "iu",
  ),
  new RegExp(
    `\\b${BEST}\\s+(?:[\\p{L}\\p{N}.+#/-]+\\s+){0,3}?${WHO}\\b[^.;]{0,40}\\b(?:ever|alive|on earth|on the market|in (?:the )?(?:world|country|city|field|europe|germany|industry)|(?:you|they|we|anyone|anybody) (?:will|could|can|have|had|has|know|knows|knew|ever))\\b`,
    "iu",
  ),
  /\b(?:you|they|nobody|no one)(?:['’]ll| will| won['’]t| can(?:not|['’]t)?| would)? (?:(?:not|never) )?(?:find|get|see|meet|hire) (?:an?y?(?:one|body)?|somebody|someone|nobody|no one) (?:\p{L}+ )?(?:better|like me|stronger|as good)\b/iu,
  /\b(?:second to none|world[- ]class (?:engineer|developer|manager|talent|expert)|(?:i am|i['’]m) (?:a |the )?(?:genius|rock ?star|ninja|guru|unbeatable|unmatched|irreplaceable|perfect|overqualified|exceptional\w*|brilliant)|better than (?:any|all|every)(?:one|body)?(?: other)?(?: engineers?| developers?| candidates?)?|perfect (?:for|fit for) (?:this|the|your) (?:role|job|position|team)|exactly (?:what|who) you (?:need|want|look)|born to (?:do|lead|code|sell)|i deserve)\b/iu,
  /\b(?:said|say|says|agreed?|told (?:me|us)|call(?:ed|s)? me|think|thinks|thought|confirm(?:ed|s)?)\b[^.;]{0,40}\b(?:strongest|best|greatest|finest|most \p{L}+)\b/iu,
];

/** Whether a sentence of a resume is one. */
export const isPraise = (sentence: string): boolean => PRAISE.some((one) => one.test(sentence));
