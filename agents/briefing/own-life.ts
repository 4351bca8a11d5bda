/** Whether a line of a resume tells of its writer's own life, and not of their work. The same words are both: a cancer registry is
 * work, recovering from cancer is nobody's business. What the words are the subject of decides, by how the line is put. */

const RELATIVE =
  "(?:mother|mum|mom|mommy|mummy|father|dad|daddy|parents?|sons?|daughters?|kids?|child|children|bab(?:y|ies)|toddlers?|newborns?|infants?|twins|brothers?|sisters?|siblings?|husband|wife|spouse|partner|fianc[eé]e?|boyfriend|girlfriend|famil(?:y|ies)|grand(?:mother|father|parents?|children|child|son|daughter|ma|pa)|aunt|uncle|cousin|niece|nephew|in-laws|stepson|stepdaughter|carer|caregiver|homemaker|housewife|househusband|breadwinner)";
const PERSON =
  "(?:woman|man|girl|boy|lady|refugee|asylum seeker|(?:im)?migrant|foreigner|expat|exile|survivor|patient|amputee|alcoholic|addict|pensioner|retiree|senior|veteran|widow(?:er)?|divorcee|orphan|citizen|(?:ex-?)?convict|(?:ex-?)?offender|(?:ex-?)?prisoner|inmate|felon|muslim|christian|jew|hindu|buddhist|sikh|catholic|protestant|mormon|atheist|evangelical|believer|lesbian|homosexual|bisexual|transsexual|wheelchair user|socialist|communist|unionist|trade unionist|shop steward|teenager|adolescent)";
const AILMENT =
  "(?:cancer|leuka?emia|lymphoma|tumou?rs?|melanoma|chemo(?:therapy)?|radiotherapy|dialysis|remission|transplant|heart attack|stroke|epilep(?:sy|tic)|seizures?|diabet(?:es|ic)|asthma(?:tic)?|arthritis|migraines?|crohn['’]?s|colitis|lupus|multiple sclerosis|parkinson['’]?s|dementia|alzheimer['’]?s|hiv(?:[ -]positive)?|(?<!(?:hearing|visual|teaching|first) )aids|hepatitis|long covid|depress(?:ion|ed)|burn-?out|burn out|anxiety(?: disorder)?|panic attacks|bipolar(?: disorder)?|schizophreni[ac]|psychosis|ptsd|ocd|adhd|add|autis(?:m|tic)|asperger['’]?s|dyslexi[ac]|dyspraxia|tourette['’]?s|anorexia|bulimia|eating disorder|addiction|alcoholism|rehab|psychotherapy|deaf(?:ness)?|blindness|hearing loss|paralys(?:is|ed)|paraplegi[ac]|amputation|chronic (?:pain|illness|fatigue|disease)|endometriosis|infertility|ivf|miscarriage|nervous breakdown|suicid(?:e|al))";
const TREATMENT =
  "(?:surger(?:y|ies)|operations? on my|therapy|treatment|illness|sickness|disease|hospital(?:i[sz]ation)?|sick(?: leave|bed)?|health (?:problems?|issues?|reasons|crisis|break)|disabilit(?:y|ies)|accident|convalescence|recovery)";
const EVENT =
  "(?:pregnan(?:cy|t)|maternity|paternity|parental leave|childbirth|birth|divorce|separation from|wedding|marriage|honeymoon|bereavement|mourning|funeral|custody|family leave|adoption leave|menopause|puberty|gender transition|transition(?:ing)? to (?:male|female)|coming out|bankruptcy|insolvency|personal debts?|deportation|asylum|naturali[sz]ation|prison|jail|military service|conscription|parole|probation order|sabbatical for)";
const FAITH_PLACE =
  "(?:church|mosque|synagogue|temple|parish|congregation|faith|religion|bible (?:group|study)|prayer group|god|imam|rabbi|priest)";
const DEMONYM =
  "(?:syrian|turkish|iranian|iraqi|afghan|indian|pakistani|chinese|japanese|korean|vietnamese|nigerian|kenyan|ethiopian|eritrean|somali|egyptian|moroccan|israeli|palestinian|lebanese|russian|ukrainian|polish|romanian|bulgarian|greek|italian|spanish|portuguese|french|german|austrian|swiss|dutch|belgian|british|english|irish|scottish|american|canadian|mexican|brazilian|argentin(?:ian|e)|colombian|cuban|african|asian|arab|kurdish|roma|black|white|latin[oax]|hispanic)";
const FAITH =
  "(?:jewish|muslim|christian|catholic|protestant|hindu|buddhist|sikh|mormon|orthodox|evangelical|atheist|baptist|quaker|shia|sunni)";
const ORIENTATION =
  "(?:gay|lesbian|bi(?:sexual)?|homosexual|heterosexual|straight|queer|trans(?:gender|sexual)?|non-?binary|asexual|intersex|lgbtq?\\+?)";
const STATE =
  "(?:single|married|engaged|widowed|divorced|separated|pregnant|retired|disabled|deaf|blind|autistic|dyslexic|diabetic|epileptic|neurodivergent|hiv[ -]positive|sober|vegan|overweight|obese)";
const PARTY =
  "(?:(?:green|labou?r|conservative|republican|democratic|liberal|socialist|communist|left|pirate|people['’]s|workers['’]?|(?:social|christian|liberal) democrat(?:ic|s)?) party|greens|tories|social democrats|liberal democrats|cdu|csu|spd|fdp|afd|snp|ukip)";
const UNION =
  "(?:(?:trade |labou?r |workers['’]? |teachers['’]? |students['’]? )?unions?|ig metall|ver\\.?di|unison|uaw|teamsters|afl-cio|works council|strike committee)";
/** What a word before it is a part of. */
const WORK =
  "(?:registr(?:y|ies)|apps?|platforms?|services?|websites?|portals?|systems?|software|data(?:bases?|sets?)?|research|stud(?:y|ies)|screening|clinics?|hospitals?|wards?|care|insurance|law|education|records?|tracking|tracker|departments?|program(?:me)?s?|projects?|charit(?:y|ies)|foundations?|products?|industry|markets?|customers?|patients?|clients?|teams?|trust|centres?|centers?|campaigns?|fundrais\\w+|magazines?|books?|toys?|clothing|wear|models?|trials?|detection|prediction|diagnos(?:is|tics?)|prevention|awareness|statistics|dashboards?|tools?|calculators?|devices?|monitors?|monitoring|sensors?|drugs?|medicines?|medication|vaccines?|treatments?|sessions?|units?|compan(?:y|ies)|class(?:es)?|process(?:es)?|nodes?|themes?|components?|elements?|teachers?|nurses?|doctors?|officers?|workers?|protection|welfare|psychologists?|therapists?|schools?|shelters?|homes?|forms?|housing|support|organi[sz]ations?|agenc(?:y|ies)|offices?|administration|libraries|library|archives?|museums?|history|studies|literature|cuisine|embassy|government|bank|subsidiary|offices|localisation|localization|translations?|version|members?|membership|elections?|hotlines?|forums?|communit(?:y|ies)|events?|benefits?|payments?|payroll|contracts?|negotiations?|agreements?|rights?|simulations?|simulator|algorithms?|classifiers?|imaging|scans?|surveys?|reports?|policy|policies|guidelines|kits?|tests?|testing|analytics|games?|planning|planner|photos?|photography|management|manager|consultan\\w+|advice|counsell?ing|recovery|directives?|accounts?|sign-on|page|threads?|table|key|entity|record|theory|workflow|pathway|journey|biology|genomics|cells?|tissue|network|helpline)";

/** Somebody whom work is done for. */
const FOR_OTHERS =
  "(?:patients?|people|persons?|users?|clients?|customers?|children|adults|students|pupils|families|parents|women|men|employees|residents|athletes|veterans|those|mothers|trial|trials|clinical|nurses|doctors|surgeons|clinic|hospitals?|ward)";

const some = (words: number): string => String.raw`(?:[\p{L}'’-]+\s+){0,${words}}?`;
/** Not followed by what makes it a part of some work. */
const NOT_OF_WORK = `(?![\\p{L}-])(?!['’]s?\\s+${WORK})(?!s?['’]?\\s+(?:[\\p{L}-]+\\s+)?${WORK}\\b)`;

const rule = (pattern: string): RegExp => new RegExp(pattern, "iu");

/** Who is told of is the writer, whatever the line is about. */
const OF_WRITER: readonly RegExp[] = [
  rule(
    `\\b(?:my|our)\\s+${some(3)}(?:${RELATIVE}|${AILMENT}|${TREATMENT}|${EVENT}|${FAITH_PLACE}|age|health|accent|origins?|roots|heritage|homeland|home country|nationality|passport|visa|debts?|salary|conviction|criminal record|body|weight|retirement|orientation|identity)(?![\\p{L}-])(?!\\s+(?:website|company|process|theme|component)\\b)`,
  ),
  rule(
    `\\b(?:as|being|became|becoming|i am|i['’]m|remain(?:ed)?)\\s+(?:an?|the(?: only| first)?)\\s+(?:[\\p{L}-]+\\s+){0,3}?(?:${RELATIVE}|${PERSON})${NOT_OF_WORK}(?!\\s+in\\s+the\\s+(?:middle|loop))`,
  ),
  rule(
    `(?:^|[,;(:–—-]\\s*|\\band\\s+)(?:(?:now|currently|an?|the|only|first|proud|openly|devout|practi[sc]ing|lifelong|former|ex|recovered|recovering|registered|happily|newly|single|working|new|young|stay-at-home)[\\s-]+){0,3}(?:${RELATIVE}|${PERSON})(?:\\s+(?:of|to)\\s+(?:an?|one|two|three|four|five|six|several|young|small|twins|\\d)\\b|\\s*(?:$|[,;)]))`,
  ),
  rule(
    `(?:^|[,;(:–—-]\\s+|\\(|\\band\\s+)(?:(?:now|currently|an?|the|only|proud(?:ly)?|openly|devout|practi[sc]ing|lifelong|former|ex|recovered|recovering|registered|happily|newly|legally|partly|severely|born)[\\s-]+){0,3}(?:${FAITH}|${ORIENTATION}|${STATE}|${AILMENT})(?:\\s+(?:by (?:birth|faith)|since|myself|woman|man|person|parent|citizen|with|from|for|and proud))?(?:\\s+\\p{L}+)?\\s*(?:$|[,;)–—])`,
  ),
  rule(
    `\\b${DEMONYM}\\s+(?:by birth|citizens?(?:hip)?|nationals?|nationality|passport|immigrant|refugee|expat|origins?|descent|heritage|roots|ancestry|born|woman|man|girl|boy|mother|father|parents|family)${NOT_OF_WORK}`,
  ),
  rule(
    `\\b(?:originally from|native of|grew up in|brought up in|(?:was|born and|been) raised (?:in|by)|(?:fled|emigrated|immigrated|escaped|deported) (?:from|to)|(?:came|arrived) (?:here|to \\p{L}+) as|(?:hold(?:er|ing|s)? (?:of )?|have |with )an? (?:\\p{L}+ )?(?:passport|green card|residence permit|work permit|blue card|work visa))`,
  ),
  rule(
    `\\b(?:the )?only (?:\\p{L}+ ){0,2}?(?:woman|man|female|male|girl|black|white|asian|muslim|foreigner|immigrant|mother|parent)\\b`,
  ),
  rule(
    `\\b(?:members?|active|chair\\w*|treasurer|secretary|activists?|councillor|delegate|organi[sz]er|supporter|volunteer(?:ed|ing)?|campaign(?:ed|er|ing)|canvass\\w*|stood|candidate|elected|joined|represent(?:ative|ing|ed))\\b(?:\\s+\\p{L}+){0,4}?\\s+(?:${PARTY}|${UNION}|${FAITH_PLACE})(?![\\p{L}-])(?!\\s+${WORK})`,
  ),
  rule(`\\bon the (?:autis\\p{L}+ |adhd )?spectrum\\b`),
  rule(
    `\\b(?:shop steward|union (?:rep\\w*|organi[sz]er|steward|official|activist|member)|trade unionist|(?:went|been|was|while|out) on strike|strike leader|party (?:member|activist|card))\\b`,
  ),
  rule(
    `\\b(?:(?:serv(?:ed|ing)|spent|did|doing)\\s+${some(4)}(?:in|of)\\s+(?:prison|jail|custody)|(?:released|release|out|home) (?:from|of) (?:prison|jail|custody|rehab)|(?:ex|former)[ -](?:con(?:vict)?|offender|prisoner|inmate|addict|alcoholic)|(?:while|when|still) (?:i was )?in (?:prison|jail|custody|rehab|hospital|therapy)|behind bars|incarcerat\\w+|was (?:arrested|convicted|sentenced|bankrupt|imprisoned|jailed)|(?:going|went|being|became) bankrupt|in debt|paid off my|deep debts?|house arrest|on parole|food stamps|welfare recipient|on benefits|homeless(?!\\s+(?:shelters?|people|services?|charit))(?=\\s*(?:$|[,;)])))\\b`,
  ),
  rule(
    `\\b(?:salary|salaries|wages?|pay|compensation|ctc|earn(?:ed|ing)?)\\b\\s*(?:of|:|is|was|at|expectation\\w*)?\\s*(?:[€$£]|eur|usd|gbp)?\\s*\\d{2,3}(?:[.,]\\d{3}|k\\b)|\\b(?:last|previous|expected|desired) (?:salary|pay|wage|compensation)\\b`,
  ),
];

/** Ages. */
const OF_AGE: readonly RegExp[] = [
  /\bnow (?:aged )?[1-9]\d\b(?!\s*[%\p{L}])/iu,
  /\b(?:i am|i['’]m|aged?|at(?: the)? age(?: of)?|just turned) [1-9]\d\b(?!\s*(?:%|percent))|\bturn(?:ed|ing) [1-9]\d(?=\s*(?:$|[,.;)]|(?:as|while|in|this|last|and)\b))/iu,
  /\b(?:since|when|before|until|after|while) i was (?:\d|an? (?:child|kid|boy|girl|teen\w*|student|young)|young|little|small|in my)/iu,
  /\bi was \d{1,2}\b/iu,
  /\b[1-9]\d years (?:ago|young|old|of age)\b|\b[1-9]\d[- ]year[- ]old\b|\b[1-9]\d ?y\/?o\b/iu,
  /\bin (?:my|their|her|his) (?:early |late |mid[- ]?)?(?:teens|twenties|thirties|forties|fifties|sixties|seventies|[2-7]0s)\b/iu,
  /\b(?:since|from|in) (?:my |early |earliest )(?:childhood|youth|teens|teenage years)\b/iu,
  /\b(?:close to|near|nearing|approaching|before|after|past|shortly before) (?:my )?(?:retirement|pension)\b/iu,
  /^\D*\p{L}, [3-7]\d\s*(?:$|,\s*\p{L})/iu,
  /\b(?:baby boomer|boomer|gen(?:eration)? [xyz]|millennial|mature worker|senior citizen|young at heart|still young|too old|at my age)\b/iu,
];

const DURING =
  "(?:while|whilst|despite|in spite of|after|during|before|between|through|throughout|following|until|since|amid|because of|due to|owing to|thanks to|(?:back|returned|return|returning) (?:from|after)|recover\\w* (?:from|after)|battl\\w+|beating|beat|fighting|fought|overc[ao]m\\w+|surviv\\w+|suffer\\w*(?: from)?|living with|lived with|diagnosed with|coping with|struggl\\w+ with|caring for|off for|off with|break for|leave for|leave with|(?:years?|months?) of|years? off|in|with|on|from|have|having|had|i am|i['’]m)";

/** What happened to somebody while they worked. */
const WHILE = rule(`\\b${DURING}\\s+(?:[\\p{L}'’\\d-]+\\s+){0,4}?${EVENT}${NOT_OF_WORK}`);
const WHILE_TREATED = rule(
  `\\b(?:while|whilst|despite|after|during|before|between|through|throughout|following|since|because of|due to|owing to|(?:back|returned|return|returning) (?:from|after)|recover\\w* (?:from|after)|off for|break for|awaiting|undergoing|waiting for)\\s+(?:an?|my|long|serious|severe|two|three|several|major|heart|back|knee|brain|rounds?|of|in|illness|chronic|undergoing|the|own|a|months?|weeks?|bad|car|grave)?\\s*(?:an?|my|long|serious|severe|major|heart|back|knee|brain|of|in|chronic|own|bad|car|hip)?\\s*(?:\\p{L}+ )?${TREATMENT}${NOT_OF_WORK}`,
);
const IN_BED =
  /\bfrom (?:a|my|the|his|her|their) (?:hospital|sick|care|nursing)[ -]?(?:bed|home|ward|room)\b/iu;
/** Named at all, where nothing says that it is work. */
const AT_ALL = rule(`\\b${AILMENT}${NOT_OF_WORK}`);
const SUBJECT = rule(
  `\\b(?:for|of|about|on|against|to|detect\\w*|predict\\w*|diagnos\\w*|treat\\w*|prevent\\w*|research\\w*|stud(?:y|ied|ies)|curing|fight|identif\\w*|classif\\w*|screen\\w*|model\\w*|manag\\w*|reduc\\w*|lower\\w*|avoid\\w*)\\s+(?:[\\p{L}'’-]+\\s+){0,4}?${AILMENT}(?![\\p{L}-])`,
);
/** Others' life, told as theirs. */
const OF_OTHERS = rule(
  `\\b${FOR_OTHERS}\\s+(?:(?:who (?:live|lived|suffer|are|were)\\s+)?(?:living with|with|suffering from|affected by|recovering from|through|during|after|before|in|on)\\s+)(?:[\\p{L}'’-]+\\s+){0,2}?(?:${AILMENT}|${TREATMENT}|${EVENT})|\\b(?:${AILMENT}|${TREATMENT}|postoperative)(?:\\s+[\\p{L}'’-]+){0,2}?\\s+(?:patients?|trials?)\\b`,
);

/** With these an ailment is somebody's own, whatever else it may be about. */
const LIVED = rule(
  `\\b(?:while|whilst|despite|in spite of|after|during|between|through|throughout|following|since|recover\\w*|battl\\w+|beating|fighting|fought|overc[ao]m\\w+|surviv\\w+|suffer\\w*|living with|lived with|diagnosed|coping with|struggl\\w+|off for|break for|years? of)\\b[^.;]*?\\b${AILMENT}`,
);

/** Whether it tells of that. `text`: without who it is about. */
export const tellsOfOwnLife = (text: string): boolean => {
  if ([...OF_WRITER, ...OF_AGE, IN_BED].some((one) => one.test(text))) return true;
  if (OF_OTHERS.test(text)) return false;
  if (WHILE_TREATED.test(text) || WHILE.test(text)) return true;
  return AT_ALL.test(text) && (!SUBJECT.test(text) || LIVED.test(text));
};

const INSTITUTION =
  "(?:hospitals?|clinics?|schools?|universit(?:y|ies)|publishers?|charit(?:y|ies)|calendars?|museums?|archives?|banks?|foundations?|websites?)";
const PART_OF_WORK = new RegExp(
  `(?<![\\p{L}-])(?:(?:${EVENT}|${AILMENT}|${TREATMENT}|citizens?|retirement|immigration|gender)(?:['’]s?)?\\s+(?:\\p{L}+\\s+)?${WORK}|(?:${FAITH}|religious)\\s+${INSTITUTION}|(?:${PARTY}|${UNION})\\s+${WORK}|(?<=\\b${WORK}\\s+(?:for|of)\\s+)${UNION})(?![\\p{L}-])|(?<![\\p{L}-])(?:mother|father) of (?=(?:the|all)\\b)|(?<=^\\s*)married (?=\\p{L}+ (?:and|with|to) \\p{L}+ (?:in|into|for|under)\\b)`,
  "giu",
);

/** The line with plain words where private ones are a part of some work: what judges words alone reads it so. */
export const asWork = (text: string): string => text.replaceAll(PART_OF_WORK, "platform ");
