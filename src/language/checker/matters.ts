/** Parts of a topic that some rules speak of and others do not, by the words that were found. Words that name no matter have none: then
 * no rule is named that speaks of that matter alone. */

const MATTERS = {
  union:
    /\b(?:union|unions|unioni[sz]\w*|unison|teamsters?|shop steward\w*|picket\w*|works councils?|organi[sz]ing drive|collective bargaining|organi[sz]ed labou?r|strikes?|striking|walk-?outs?|industrial action)\b/iu,
  // A report that an agency makes, not what somebody tells of their money.
  report:
    /\b(?:credit[ -](?:report|check|score|rating|file|history|record|worth)\w*|creditworth\w*|experian|equifax|transunion|schufa|fico)\b/iu,
  debts:
    /\b(?:credit|debts?|indebted|bankrupt\w*|insolven\w*|loans?|mortgage|arrears|overdraft|repossess\w*|foreclos\w*|collections?|ccjs?|schufa|fico|experian|equifax|transunion)\b/iu,
  measure:
    /\b(?:height|tall|taller|short|shorter|weigh\w*|overweight|obes\w+|fat|thin|skinny|slim|bmi|cm|kg|feet|inches|pounds)\b/iu,
  // A sex, or a trade by a sex.
  sex: /\b(?:he|she|him|his|her|hers|himself|herself|m[ae]n|wom[ae]n|males?|females?|boys?|girls?|lads?|lass(?:es)?|gals?|guys?|gents?|gentlem[ae]n|lady|ladies|mothers?|fathers?|mums?|dads?|housewi(?:fe|ves)|\w+wom[ae]n|(?:sales|fore|handy|chair|fire|police|repair|crafts|post|door|milk|work|camera|business|service|trades|watch|warehouse|delivery|spokes|grounds|lines)m[ae]n|\w*maids?|waitress(?:es)?|hostess(?:es)?|stewardess(?:es)?|manageress|barm[ae]n)\b/iu,
  // That somebody serves or served; how they left is another matter, of which most acts say nothing.
  service:
    /^(?![^]*(?:discharg|dishono))[^]*\b(?:serv\w+|reserv\w+|guard|army|navy|marines?|air force|forces|military|deploy\w*|veterans?|drill|duty)\b/iu,
  notDishonourable: /^(?![^]*dishono)/iu,
  love: /\b(?:gay|lesbian|bi|bisexual|homosexual|heterosexual|straight|sexuality|sexual|same[ -]sex|queer|love|partner|boyfriend|girlfriend|husband|wife)\b/iu,
} satisfies Record<string, RegExp>;

/** A part of a topic. */
export type Matter = keyof typeof MATTERS;

/** Whether there is such a matter. */
export const isMatter = (name: string): name is Matter => name in MATTERS;

/** Whether words name it. */
export const isOfMatter = (said: string, matter: Matter): boolean => MATTERS[matter].test(said);
