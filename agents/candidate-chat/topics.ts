/** What a question is about, told by words: a closed list, the first that matches counts. What must never reach a model comes first. */
import { withoutOtherConfirmed } from "./confirming.ts";
import { inFull } from "./in-full.ts";
import { isNeedOfOwn } from "./needs.ts";
import { PERSON_WISHED } from "./person-wished.ts";
import { plainLine } from "./plain-line.ts";

/** The topics that are known by their words. `guide` and `unknown` are what is left. */
export const TOPICS = [
  "needs",
  "others",
  "verdict",
  "chances",
  "orders",
  "leave",
  "person",
  "software",
  "data",
  "late",
  "confirm",
  "move",
  "cancel",
  "availability",
  "reminders",
  "link",
  "prepare",
  "people",
  "place",
  "length",
  "when",
  "assent",
  "nothing",
  "thanks",
  "greeting",
] as const;
export type Topic = (typeof TOPICS)[number] | "guide" | "posting" | "unknown";

const anyOf = (...patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => `(?:${source})`).join("|"), "i");

const DAY =
  "(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|satur|sat|sun)(?:day)?s?|tomorrow|(?:this|next) (?:week|month|\\w+day)|(?:the )?\\d{1,2}(?:st|nd|rd|th)";
const TIME = `(?:${DAY}|(?:an? |the )?(?:mornings?|afternoons?|evenings?|noon|lunchtime)|\\d{1,2}(?:[:.]\\d\\d)? ?(?:am|pm|h|o'?clock)?)`;
/** “They do not come” says neither that they want another time nor that they want none. */
const NOT_COMING =
  /\bi(?:'m| am| will|'ll)? (?:not|won't|no longer) (?:be )?(?:able to (?:come|attend|join)|com(?:e|ing)|attend(?:ing)?|show(?:ing)? up|turn(?:ing)? up|join(?:ing)?|going to (?:come|attend|make it|be there|show up))\b(?! (?:by|from|alone|with|late|early))/;

const PATTERNS: Record<Exclude<(typeof TOPICS)[number], "needs">, RegExp> = {
  others: anyOf(
    /\b(?:other|another|last|else'?s?|rest of the|competing|previous) (?:candidates?|applicants?|people (?:who|that) (?:applied|interview)|finalists?)|how many (?:\w+ ){0,3}(?:candidates|applicants|people (?:are|have) (?:applied|apply))|(?:candidates?|applicants?) (?:are|do) you (?:have|see)|(?:applicants?|candidates?|people) (?:have |has )?appl(?:y|ied|ying)|(?:internal|preferred|favou?rite|stronger|better) candidates?|who else (?:is|was|did|has|are) (?:\w+ ){0,2}(?:interview\w*|appl\w*|considered)|my competition/i,
    /\bhow many (?:others?|more|else|(?:people |candidates |are |do |did )?(?:people )?(?:are |did |do |will |have )?(?:you|they) (?:\w+ ){0,2}(?:interview\w*|invit\w+|see(?:ing)?\b|consider\w*|talk\w* to|speak\w* (?:to|with)|shortlist\w*))/,
    /\bwho(?:m)? else (?:\w+ ){0,2}(?:appl\w+|interview(?:ed|ing)|in the (?:running|race|process)|considered|up for)|\b(?:anyone|anybody|someone|somebody) else (?:\w+ ){0,2}(?:appl\w+|interview(?:ed|ing)|in the (?:running|race|process)|considered|up for)/,
    /\bam i (?:really )?the only (?:one|candidate|applicant|person)|\b(?:many|more|any|lots of|few|several|all|of the) (?:\w+ )?(?:applicants|candidates|applications|competitors)\b|\b(?:the|my|much|any|strong|big) (?:competition|competitors)\b/,
    /\b(?:pick|cho(?:o)?se|chosen|hire|find|found|decide|go|gone|going|went|prefer|take|took|taken|select|offer|give|gave|given)\w* (?:\w+ ){0,3}(?:someone|somebody|anyone|anybody) else\b/,
    /\bhow many people (?:\w+ )?(?:fail|pass|make it|get through|are rejected|drop out)|\b(?:the|any|those|these) others? (?:\w+ )?(?:better|worse|stronger|do\b|did|have|had|get|got|appl\w+|interview\w*)|\bcompare(?:d)? (?:\w+ ){0,3}(?:others?|other people|everyone|the rest)/,
  ),
  verdict: anyOf(
    /\b(?:(?:my|the|any|their|his|her|interviewers?'?s?|panel'?s?) (?:\w+ ){0,2}(?:feedback|scores?|scorecards?|ratings?|evaluations?|assessments? (?:of me|say)))|(?:the|their|his|her|interviewers?'?s?|panel'?s?) (?:\w+ ){0,2}notes?\b|notes of (?:\w+ )?(?:interviewers?|panel)|what did (?:\w+ ){1,3}(?:think|say|write|note) (?:of|about)|how did (?:i|it|my \w+) (?:do|go|perform)|did i (?:do|pass|fail)|was i (?:good|ok|bad)|i (?:did|performed|went|came across) (?:\w+ )?(?:well|ok(?:ay)?|good|bad|badly|fine|great|poorly)|(?:what|which|any|the) (?:\w+ )?feedback (?:did|have|from|was|is there)|(?:did|do|does) (?:they|he|she|you|\w+) (?:really |even )?(?:liked?|hated?) me\b|(?:think|thinks|thought|impression) of me\b/i,
    /\bhow (?:did|was|were|am|have) (?:i|it|that|my (?:\w+ ){1,3}) ?(?:do|doing|done|go|going|perform\w*)\b|\bhow(?:'d| did) (?:i|it|that) (?:do|go)\b|\bhow was i\b|\bhow (?:was|were) my (?:\w+ )?(?:interview|call|task|code|test|answers?|performance|screen|round|solution|panel)\b/,
    /\b(?:was|were) my (?:\w+ ){1,5}(?:good|right|wrong|ok(?:ay)?|bad|correct|enough|fine|convincing|liked)\b/,
    /\bwhat (?:did|do|does|have|has) (?:\w+ ){1,3}(?:think|thought|said?|say|says|write|wrote|written|note|noted) (?:\w+ ){0,2}(?:of|about|on) (?:me|my)\b/,
    /\bdid (?:i|it|that|my \w+) (?:\w+ )?(?:do|pass|fail|go|went|mess|screw|impress|convince|perform)\b|\bdid (?:\w+ ){0,3}(?:interviewers?|panel|they|he|she) (?:\w+ )?(?:say|write|mention|note|complain|enjoy)\b|\bwhere did i go wrong|\bwhat did i do wrong|\b(?:happy|satisfied|unhappy|impressed|disappointed) with (?:me|my)\b/,
  ),
  chances: anyOf(
    /\b(?:my chances?|am i (?:hired|rejected|selected|(?:still )?in the running|the (?:best|favou?rite))|do i (?:have|get|got) the (?:job|offer|role)|will (?:i|you) (?:get|be|hire|receive|make me)\b.*\b(?:job|offer|hired|role|me|selected|accepted)|if (?:i (?:am|get|were|was)|i'?m) (?:\w+ ){0,2}(?:hired|selected|accepted|rejected|chosen|successful|turned down|(?:the|this|an|a) (?:job|offer|role|position))\b|if (?:hired|selected|accepted|rejected)\b|how likely|likelihood|guarantee|promise|offer letter|rank(?:ing|ed)?\b)/i,
    /\bam i (?:\w+ ){0,2}(?:(?:good|qualified|experienced|senior|smart|strong|skilled|suitable|old|young) enough|(?:too|over|under) ?-?(?:old|young|junior|senior|qualified|inexperienced)|(?:a|the) (?:\w+ )?(?:fit|match)\b|(?:right|suitable|qualified|suited) for (?:this|the|it|you))/,
    /\b(?:do|did|does|would|will|have) (?:i|we) (?:\w+ ){0,2}(?:a|any|much of a|the|good|better|decent) (?:\w+ )?(?:shot|chances?|odds|hope|prospects?)\b(?! (?:to|of (?:mov|chang|reschedul)))|\b(?:stand|got|have) a (?:\w+ )?(?:shot|chance)\b(?! (?:to|of (?:mov|chang|reschedul)))|\bthe odds\b|\b(?:good|realistic|likely|decent|high|low|slim) (?:chances?|odds)\b/,
    /\b(?:are|will|would|did|do|have|were) (?:you|they) (?:\w+ ){0,3}(?:reject|refus|hir|tak|turn|pick|choos|select|accept|want|giv|mak|offer)\w* (?:me\b|my application)(?! (?:up|from|in|on|at|there|home|lunch|to|through|a (?:call|link|hint|test|task|choice)|an? (?:\w+ )?(?:link|call|example|idea)))/,
    /\b(?:did|have|will|would|do|can|am|was|'ll) i (?:\w+ ){0,2}(?:get|got|make|made|land|pass|be given|been given|be offered|being) (?:hired|rejected|accepted|selected|chosen|the (?:job|role|position|offer))\b(?! (?:description|ad|posting|spec|title))|\b(?:did|have) i (?:get|got|make|made|pass|passed) (?:it|in|through)\W*$|\bi(?:'ll| will| would) (?:\w+ )?(?:get|be given|be offered|land) (?:the|this|a|an) (?:job|role|position|offer)\b|\bi(?:'ll| will| would) (?:\w+ )?be (?:hired|rejected|selected|chosen|accepted)\b/,
    /\b(?:hire|reject|choose|pick|select) me\b(?! (?:up|from))|\b(?:have i|am i|i (?:was|am|have been)) (?:been )?(?:already )?(?:rejected|hired|selected|chosen|accepted|turned down)\b|\bis (?:it|that|this) a (?:yes|no)\b/,
  ),
  orders:
    /\b(?:(?:ignore|disregard|forget|override|bypass) (?:\w+ ){0,4}(?:instructions?|rules?|prompts?|guidelines?|above|previous|polic(?:y|ies))|system ?prompt|your (?:instructions|prompt|rules|guidelines)|developer mode|jailbreak|you are now|act as|pretend (?:to|that|you)|repeat (?:\w+ ){0,3}(?:above|verbatim|words)|print (?:\w+ ){0,3}(?:prompt|instructions)|<\/?(?:system|assistant|script|img|iframe)|\bBEGIN SYSTEM|tool[_ ]calls?)/i,
  leave:
    /\b(?:opt[- ]?out|(?:don'?t|do not|no longer|not) want (?:to (?:talk|chat|speak) (?:to|with) )?(?:an? |the |this )?(?:bot|robot|assistant|software|ai|machine|chat ?bot)|stop (?:the |this )?(?:bot|assistant|chat ?bot|software)|turn (?:off|this off|you off)|switch (?:off|you off))|^\W*(?:(?:please|just|ok(?:ay)?|now) )*(?:stop(?: (?:it|this|now|talking|writing|texting|messaging|to me|me|please))*|leave me(?: (?:alone|be|in peace))?|go away|shut up|be quiet|quit|unsubscribe me)\W*$/i,
  person: anyOf(
    PERSON_WISHED,
    /\b(?:(?:talk|speak|chat|write|get through) (?:to|with) (?:a |an? actual |an? real |some |my |the )?(?:human|person|somebody|someone|recruiter|people|coordinator)|(?:a )?(?:real|actual) (?:human|person)|human (?:being|please)|(?:contact|reach|call|e-?mail|phone number of) (?:\w+ ){0,3}(?:recruiter|person|human|somebody|someone|coordinator|you (?:guys|people))|(?:phone number|e-?mail(?: address)?) (?:\w+ ){0,4}(?:write|call|reach|contact)|your (?:phone number|e-?mail(?: address)?)\b|who (?:can|do) i (?:contact|call|reach|write|ask(?! for))|(?:can|could|may|will|would|let|have|get|want) (?:an? |some |the |my )?(?:actual |real )?(?:human|person|somebody|someone|recruiter) (?:real |human )?(?:to )?(?:please )?(?:answer|help|reply|respond|talk|speak|get back|look|contact|explain)|(?:please|(?:can|could) (?:you|someone|somebody)) (?:call|phone|ring) me)/i,
  ),
  software:
    /\b(?:are you (?:\w+ ){0,3}(?:human|person|bot|robot|ai|software|real|chat ?gpt|machine)|(?:is this|am i (?:talking|chatting|speaking) (?:to|with)) (?:\w+ ){0,3}(?:human|person|bot|robot|ai|chat ?gpt|claude|software|machine)|who (?:are|is) (?:you|this)\b|what (?:can|do) you do\b|what are you\b|how do you work)/i,
  data: anyOf(
    /\b(?:gdpr|privacy|personal (?:data|information)|(?:my|this) (?:data|chat|conversation|messages?|information)\b.*\b(?:stor|kept|keep|sav|delet|shar|read|see|sees|use[ds]?|erase|record)\w*|who (?:can |will )?(?:reads?|sees?) (?:this|it\b|what i|what you|(?:my|the|our) (?:chat|writing|messages?|conversations?|questions?))|(?:see|read|know|shown|share|told) (?:\w+ ){0,2}(?:what|whatever|everything|things|anything) i (?:type|typed|write|wrote|say|said|asked|ask|tell|told|put)|(?:is|are) (?:this|the|my) (?:chat|conversation|messages?) (?:\w+ ){0,2}(?:stored|recorded|saved|private|confidential|shared)|(?:do|does) (?:ai|software|an algorithm|a machine) (?:decide|score|rank|judge)|(?:ai|software|algorithms?|machines?|bots?|computer) (?:\w+ ){0,2}(?:decid|evaluat|scor|rank|judg|grad|select|reject|screen)\w*|who (?:\w+ ){0,4}(?:decides?|decision)\b|(?:used?|using) (?:ai|software|algorithms?|machines?) (?:to|for|in) (?:\w+ ){0,2}(?:assess|evaluat|decide|score|judge|select|screen))/i,
    /\b(?:do|does|can|will|could|would|did|is|are) (?:\w+ ){1,4}(?:read|see|seeing|reading|look(?:ing)? at|access|get|know)s? (?:\w+ ){0,2}(?:this|these|the|my|our|here|chats?|conversations?|messages?) ?(?:chats?|conversations?|messages?|questions?|transcript|here|now|too|as well)?\W*$(?<!\b(?:cv|resume|application|code|task|screen|video|link|office|building|team|name|names)\W*)/,
    /\b(?:is|are) (?:this|it|that|my (?:chat|messages?|questions?)|what i \w+)(?: \w+){0,3} (?:private|confidential|anonymous|secret|encrypted|secure)\b|\b(?:see|sees|read|reads|access to|view|told of) (?:\w+ ){0,2}(?:chats?|conversations?|messages i|transcript)\b/,
    /\b(?:ai|software|algorithms?|machines?|bots?|robots?|computers?) (?:\w+ ){0,3}(?:rat(?:e|es|ing)|grad(?:e|es|ing)|judg\w*|decid\w*|scor\w*|rank\w*|sort\w*|select\w*|reject\w*|screen\w*|mark(?:s|ing)?|assess\w*|analy[sz]\w*|filter\w*|review\w*|hir(?:e|es|ing)|choos\w*|pick\w*|check\w* my)\b|\b(?:rated|graded|scored|judged|assessed|evaluated|screened|rejected|filtered|analy[sz]ed|decided|selected|chosen|read|checked|reviewed|marked) by (?:an? |the |some )?(?:ai|software|algorithms?|machines?|computers?|bots?|robots?|programs?)\b|\b(?:show|send|forward|pass|give|tell|share) (?:on )?(?:this|it|these|my (?:chat|messages?|questions?)|what i \w+|any of this) (?:on )?(?:to|with) (?:\w+ ){0,2}(?:interviewers?|panel|anyone|anybody|others|manager|them|people|team)\b|\b(?:what i (?:write|type|say|ask|wrote|said)|this chat|these messages)(?: \w+){0,2} (?:saved|stored|kept|logged|recorded|shared|deleted|read)\b|\b(?:ats|keyword) (?:filter|scan|screen)\w*/,
  ),
  late: /\b(?:(?:am|i'?m|be|being|running|come|arrive|get there) (?:\w+ ){0,3}late\b|delayed|miss(?:ed|ing)? (?:my|the|an?) (?:interview|call|train|bus|flight))/i,
  confirm: anyOf(
    /\b(?:confirm(?:ing|ed|ation)?(?! (?:number|code))|i(?:'ll| will| can) (?:be there|come|attend|make it(?! (?:to|later|earlier)))|see you (?:all )?(?:then|there|on|tomorrow|next|\w+day|tues?|wed|thurs?|fri)|count me in|i am coming|i'?m in(?= ?(?:[.!,;)]|$)))/i,
    new RegExp(
      `^\\W*(?:(?:yes|yep|ok(?:ay)?|great|sure|perfect|hi|hello|fine)\\W+)*(?:${TIME}|that|this|it|the time|that time) (?:\\w+ )?(?:works?|is (?:\\w+ )?(?:fine|good|ok(?:ay)?|perfect|great|all right)|suits? me)(?: (?:well|fine|great|perfectly|for me|with me))*\\W*(?:thanks?\\W*)?$`,
    ),
    /\b(?:am i|are we|is it|is (?:the|my) interview) (?:\w+ )?(?:booked|confirmed|all set|set|fixed|definite)\b|\blooking forward to (?:it|meeting|seeing|talking|speaking|\w+day)\b/,
  ),
  move: anyOf(
    /\b(?:reschedul\w*|re-?schedul\w*|(?:move|change|shift|push|postpone|delay|bring forward|switch|swap) (?:\w+ ){0,5}(?:interview|time|slot|date|day|appointment|call|meeting|it\b)|postpone|(?:move|push|shift) it\b|bring it (?:forward|back|up|to)\b|(?:do|have|make) it (?:on|at|earlier|later|another|a different)\b|another (?:time|day|date|slot)|different (?:time|day|date|slot)|(?:start|begin|come|do it|meet) (?:\w+ ){0,4}(?:later|earlier)\b|(?:prefer|rather) (?:\w+ ){0,3}(?:mornings?|afternoons?|evenings?|later|earlier|\w+day)|(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:\w+ ){0,3}(?:(?:doesn?'?t|won'?t|isn'?t|not) (?:\w+ )?(?:work|good|possible|suit|ok\w*)|is (?:bad|difficult|impossible))|(?:later|earlier) (?:time|day|date|slot)|(?:can'?t|cannot|can not|won'?t be able to|unable to) (?:\w+ ){0,2}(?:make|attend|come|do (?:it|that|this)))/i,
    NOT_COMING,
    new RegExp(
      `\\b(?:can|could|may|might|shall|would|possible|chance|like|love|want|prefer|rather|able|need) (?:\\w+ ){0,3}(?:do|have|make|say|start|meet|talk|speak|begin|hold|take|schedule|book|interview) (?:(?:it|this|that|the \\w+|at|on|for|in|maybe|say) ){0,3}(?:${TIME}|another|earlier|later|sooner)(?! (?:(?:min|minute|hour|day|question|thing|person|people|time|language|week)s?\\b(?! (?:earlier|later))|of (?:the|your)))(?=\\b)(?!.{0,40}\\b(?:from home|online|by (?:video|phone)|remote\\w*|in person|virtual\\w*|code|start (?:the job|work))\\b)`,
    ),
    new RegExp(
      `\\b(?:can|could|may|might|would) i come (?:on |in on )?(?:${DAY})(?: at ${TIME})?(?: instead)?\\W*$`,
    ),
    new RegExp(
      `^\\W*(?:(?:and|or|then|maybe|perhaps|rather|please) )*to (?:${DAY}|${TIME})(?: (?:instead|then|please|maybe|at ${TIME}))*\\W*$`,
    ),
    /\b(?!.{0,80}\b(?:from home|online|video|phone|remote\w*|in person|virtual\w*)\b)(?:do|have|make|hold|move|shift) (?:the|my|this|our) (?:\w+ )?(?:interview|call|panel|meeting|talk|onsite|round|session) (?:\w+ ){0,4}(?:earlier|later|sooner|instead|on|at|another|tomorrow)\b/,
    new RegExp(
      `\\b(?:would|could|is|will|does|might|how about|what about) (?:it (?:be |work )?(?:on )?)?(?:${DAY}) (?:\\w+ ){0,3}(?:be |also |still )*(?:possible|work|ok(?:ay)?|an option|better|suit|doable|free|available)\\b|\\b(?:how|what) about ${TIME}\\b`,
    ),
    /\b(?:morning|afternoon|evening|earlier|later|other|free|available|alternative|different|new|more|open) (?:\w+ )?(?:slots?|appointments?|times?(?= (?:available|free|open|possible|\W|$))|dates?|days?(?= (?:available|free|open|possible)))\b|\b(?:something|some time|sometime|a bit|any|anything|an? (?:hour|day|week)|half an hour|(?:\d+|one|two|three|a few) (?:min\w*|hours?|days?|weeks?)) (?:earlier|later|sooner)\b(?<!\b(?:come|arrive|be there) .{0,30})/,
    new RegExp(
      `\\b(?:${DAY}|(?:the|that|this) (?:time|date|slot|day|hour)|\\d{1,2} ?(?:am|pm)) (?:\\w+ ){0,2}(?:(?:doesn't|does not|won't|isn't|not|never) (?:\\w+ )?(?:work|good|possible|suit|ok|great|ideal)\\w*|is (?:\\w+ )?(?:bad|difficult|impossible|too (?:early|late)|tricky|tough|a problem|terrible))`,
    ),
    new RegExp(
      `\\b(?:can't|cannot|can not|couldn't|not able to|won't) (?:\\w+ ){0,1}(?:do|make|be there|be available|be free|join)(?: it)?(?: (?:on|at|this|that|then|anymore|any more|after all))* ?(?:${TIME}|then|\\W*$)|\\b(?:i'm|i am) (?:not (?:\\w+ )?(?:available|free|around)\\b|double[- ]booked|(?:busy|away|travel\\w+|on (?:holiday|vacation)) (?:\\w+ ){0,2}(?:${DAY}|then|that day|at that))|\\bcame up\\b|\\bcome up at (?:work|home)\\b|\\b(?:clash|conflict|overlap)(?:s|es|ing)? with\\b|\\bfind (?:something|another|a (?:new|different|better))(?: else)?\\b|\\b(?:be|get) (?:moved|postponed|rescheduled|pushed|changed|delayed)\\b|\\b(?:can|could|may|might|should) it (?:also |maybe )?be (?:on |at |in )?(?:${TIME}|another|earlier|later)\\b|\\b(?:we|you|i) (?:\\w+ )?(?:shift|move|push|postpone|delay|bring) (?:by|to|back|forward|things)\\b|\\bchange (?:\\w+ ){0,2}(?:appointment|booking)\\b|\\btoo (?:early|late|soon) for me\\b|\\bplease (?:re)?move(?: (?:it|this))?\\W*$|\\b(?:have to|must|need to) work (?:then|that day|on (?:${DAY})|at that)`,
    ),
  ),
  cancel: anyOf(
    /\b(?:cancel\w*|withdraw\w*|call (?:it |the interview )?off|no longer (?:interested|want)|not interested any|pull(?:ing)? out|drop(?:ping)? out|(?:take|remove|taking|removing) (?:me|myself|my name) (?:out|from|off)|(?:took|taken|accepted?|accepting|signed) (?:\w+ ){0,2}(?:other|another|different|elsewhere) (?:\w+ )?(?:offer|job|position|role)|(?:won'?t|will not|not|don'?t want to|can'?t) (?:be )?(?:continu\w+|proceed\w*|going ahead|go ahead|tak\w+ (?:it|this) further)|(?:lost|not) (?:\w+ )?interest(?:ed)? (?:any|in (?:the|this))|changed my mind)\b/i,
    NOT_COMING,
    /\b(?:not|no longer|lost) (?:\w+ )?interest(?:ed)? (?:any ?more|any longer|in (?:the|this|it|your))|\b(?:not|no longer) (?:\w+ )?interested\W*$/,
    /\b(?:declin\w+|turn(?:ing)? (?:it|this|you|the (?:job|offer|interview|invitation)) down|turn(?:ing)? down (?:the|this|your)|back(?:ing)? out|step(?:ping)? back|(?:remove|close|stop|end|delete|take back|pull) (?:\w+ ){0,2}application|(?:stop|quit|leave|leaving|end) (?:the |this |your )?(?:\w+ )?process)\b/,
    /\b(?:(?:accepted|took|taken|signed) (?:\w+ ){0,3}(?:job|offer|position|contract|role|something|work)|(?:found|got|have|start(?:ing|ed)?) (?:\w+ ){0,3}(?:job|position|contract|work|something)) (?:\w+ ){0,2}(?:else\w*|elsewhere)\b|\b(?:don't|do not) want (?:the|this|your|that) (?:job|interview|role|position)\b|\b(?:not|against) (?:to )?(?:go(?:ing)? (?:on|ahead|further|forward)|continu\w+|pursu\w+|proceed\w*)\b|\b(?:no longer|not) looking (?:for (?:a |any )?(?:new )?(?:job|work|role|position)|any ?more)\b/,
  ),
  availability: anyOf(
    /\b(?:(?:i am|i'?m|i could be|i would be) (?:free|available)|(?:only |also )?(?:works?|suits?|would work|would suit) (?:better |best )?for me|my availab\w*|i (?:can|could) (?:\w+ ){0,2}(?:on |only )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|i am free)/i,
    new RegExp(
      `\\b(?:${TIME}) (?:(?:and|or|to) (?:${TIME}) )?(?:is|are|was|were|would be|will be) (?:\\w+ )?(?:best|better|easiest|easier|ideal|preferred|preferable|fine|good) (?:for|with) (?:me|us)\\b`,
    ),
  ),
  reminders:
    /\b(?:reminders?|unsubscribe|(?:stop|no more|fewer|less|don'?t send|do not send|too many) (?:\w+ ){0,4}(?:e-?mails?|mails|messages))\b/i,
  link: anyOf(
    /\b(?:(?:video|zoom|teams|meet|meeting|call|interview|join(?:ing)?) ?(?:call )?(?:link|url|id|invite)|link (?:to|for) (?:\w+ ){0,3}(?:call|interview|meeting|video|join)|(?:where|how) (?:do|can|should) i (?:join|connect|dial|log in|click)|join the (?:call|meeting|interview|video)|zoom|teams|google meet|which (?:app|platform|software|tool) )/i,
    /(?<!\b(?:portfolio|github|linkedin|website|cv|posting|guide) )\b(?:links?|dial-?in)\b(?!.{0,30}\b(?:portfolio|github|linkedin|website|posting|job|cv|profile|guide|form|project)\b)/,
    /\b(?:get|go|come|log|dial|let|sign|click) (?:me )?(?:in ?to|on ?to|in|on|to|inside) (?:the |this |my )?(?:call|meeting|video|zoom|interview room|video ?call)\b|\b(?:access|enter|open|start|connect to) (?:the |my |this )?(?:call|meeting|video|interview room|video ?call)\b/,
  ),
  prepare: anyOf(
    /\b(?:prepar\w+|get ready|study|(?<!\b(?:you|they|we|team|engineers|developers) )practi[cs]e|review before|read (?:up|before)|homework|what (?:should|do|can) i (?:know|learn|expect)|what to expect|(?:any|some|your) (?:tips|advice)|what (?:will|do|would|are|might) (?:\w+ ){1,3}(?:ask|discuss|cover|talk about|go through)\b|what will (?:i|you|they) be asked|what (?:kind|sort|type) of questions|topics)/i,
    /\btopics?\b|\bagenda\b|\bwhat(?:'s| is| are| will| would) (?:the (?:\w+ )?(?:interview|panel|call|round|talk|screen)|it|this) (?:\w+ )?(?:about|focus\w*)\b(?! you)|\b(?:what|which) (?:\w+ )?questions?\b|\bquestions (?:will|do|are|might|should|would|can) (?:\w+ )?(?:i|you|they|we|there|be|asked)\b|\b(?:tips?|brush up|revise|learn before|look at before|focus on)\b|\bread (?:\w+ ){0,2}before(?:hand)?\b|\bhow (?:should|can|do) i (?:get ready|practi[cs]e|study)\b|\bdo i (?:have|need) to (?:know|learn|read) (?:anything|something)\b/,
  ),
  people: anyOf(
    /\b(?:who interviews (?:me|us)\b|who (?:will|am i|is|are|do|'?s|should) (?:\w+ ){0,5}(?:interview\w*|meet\w*|speak\w*|talk\w*|there|panel|attend\w*|join\w*|call\w*|with)|who(?:'s|s| is) (?:all |else )?there\b|who(?:'s| is) (?:on|in) (?:the|my) (?:panel|interview|call)|(?:my|the) (?:interviewers?|panel)(?:'s)? (?:names?|roles?|titles?|are|is|consists?|made up)\b|names? of (?:the|my|everyone|everybody|those) ?(?:interviewers?|panel)?|who(?:'s|'re)? ?(?:exactly )?(?:is|are)? ?(?:the|my) (?:interviewers?|panel\w*)|(?:on|at) the other (?:end|side)|who(?:'s|s)? (?:is |are |am i )?(?:gonna|going to) (?:be|interview|ask|talk|meet)|how many (?:interviewers|panell?ists|people interview\w*|people (?:(?:will|are|am|do|would|is|on|in) )(?:\w+ ){0,4}(?:there|panel|interview\w*|meet\w*|call|room|join\w*|talk\w*|attend\w*)))/i,
    /\bwho(?:m)?(?:'s|'re|'ll be|'ll| is| are| am i| will)? (?:\w+ ){0,3}(?:host\w*|lead\w*|run\w*|asking|on the (?:call|other)|in the (?:call|interview|room|meeting)|conduct\w*|coming)\b|\bwho(?:'s| will| is going to)? asks? (?:me |the )?questions\b|\bhow many of (?:you|them)\b|\bwith (?:whom|who)\b|\bwho(?:m)? (?:do|will|would) i (?:get|have|face|see)\b/,
  ),
  place:
    /\bhow (?:do|can|should|would|will) (?:i|we) (?:get|come|travel) there\b|\b(?:where (?:is|are|will|do|does|should|'?s) (?:\w+ ){0,4}(?:interview|meet\w*|go\b|come|held|take place|it\b|located|room)|(?<!e-?mail |mailing |ip |web |other |new )address|location of|which (?:room|office|building|floor)|what (?:room|office|building|floor)|(?:is|will|be|are) (?:\w+ ){0,4}(?:in[- ]person|(?<!the )on[- ]?site|remote(?! work)|virtual|by phone|by video|online)\b|(?:come|go|travel|drive|show up|be) (?:in |over )?(?:to|at|in) (?:your|the) office|(?:is|will|are|would) (?:this|it|that|these|we|the (?:interview|call|panel|meeting))(?: one)? (?:\w+ ){0,2}(?:(?:phone|video) ?(?:call|interview|chat)?|face[- ]to[- ]face|in person|zoom call)\b|is it (?:an? )?(?:\w+ )?(?:call|phone|video|zoom|in person|face[- ]to[- ]face)\b|(?:phone|video|call|online|remote|in person|on ?site|office|face[- ]to[- ]face) or (?:\w+ ){0,3}(?:phone|video|call|online|remote|in person|on ?site|office|face[- ]to[- ]face)|format (?:of|is)|(?:is it|will it be) (?:\w+ ){0,3}(?:in person|on ?site|remote|virtual|by phone|by video|online|a (?:video|phone))|who (?:calls|will call|rings) (?:who|me|whom)|do i call)/i,
  length: anyOf(
    /\b(?:how long (?:\w+ ){0,5}(?:interview|it|last|take|call|session|meeting|conversation|each)(?! (?:question|task|answer|exercise|problem))(?!.{0,80}\b(?:hear|answer|decision|response|back|from|process|get|keep|kept)\b)|how long (?:should|do|must|would|to) (?:\w+ ){0,3}(?:block|plan|keep free|reserve|schedule|set aside|stay|allow)|(?:block|keep free|set aside|reserve) (?:\w+ ){0,3}(?:calendar|time|slot|diary|agenda)|duration|how (?:many|much) (?:minutes|hours|time)(?!.{0,40}\b(?:week|work|job|month|team|cod(?:e|ing)|notice|office|remote\w*|(?:per|each|every|a) (?:question|task|answer|exercise|problem))\b)|when (?:will|does) (?:it|the interview|my interview) (?:end|finish|be over)|what time (?:\w+ ){0,4}(?:end|finish|over))/i,
    /\bwhen (?:are|will|do|am|is) (?:we|i|you|it|everything|the (?:interview|call)) (?:be )?(?:done|finished|finish|over|through|out|end|ended)\b|\b(?:be )?(?:done|finished|over|free) (?:by|before|until) (?:\d|noon|lunch)|\bis (?:it|the (?:interview|call|panel)) (?:\w+ ){0,2}(?:an|one|half|\d+)(?: \w+)? ?(?:hours?|minutes|mins?)\b|\b\d+ ?min(?:ute)?s? (?:\w+ )?(?:enough|long)\b|\b(?:longer|shorter|more|less) than (?:an|one|half|\d+)(?: \w+)? ?(?:hours?|minutes|mins?)\b|\bhow (?:much|long) (?!data|information)(?:\w+ ){0,3}(?:time|should|do) .{0,20}\b(?:keep|block|take off|take out|plan)\b|\b(?:take|need|last|stay) (?:the )?(?:whole|all|half an?|full|entire) (?:day|morning|afternoon|hour)\b/,
  ),
  when: anyOf(
    /\b(?:when (?:is|are|'?s|will|do|does) (?:\w+ ){0,3}(?:interviews?|call|start|begin|take place|meeting|happen|next (?:one|round))|when(?: is|'?s| will| does) (?:it|that|this)\b|how many (?:interviews|conversations|sessions|talks|calls) (?:do|will|are|have) (?:i|we|there|booked|planned)\b(?!.*\b(?:left|more|total|overall|process|after|until|still)\b)|(?:has|have|was|were|is) (?:my|the|our|it) ?(?:\w+ )?(?:interviews?|call|panel|appointment)? ?(?:been )?(?:\w+ )?(?:cancell?ed|moved|rescheduled|postponed|changed)|what (?:time|day|date)\b|(?:date|time|day) (?:and|is|(?:of|for) (?:the|my|our|this|it|tuesday))\b|(?:which|what|whose) time ?zone|(?:my|your|our|local) time\b|my (?:time ?zone|schedule|appointment)|in my time)/i,
    /\bwhen(?:'s| is| are) (?:\w+ ){0,3}(?:interviews?|call|panel|meeting|talk|appointment|round|chat)\b|\bwhich (?:day|date|time) (?:is|was|did|do we|are we)\b|\bremind me (?:again )?(?:of|when|what) (?:\w+ ){0,2}(?:time|date|day|it|interview)\b|\bwhat(?:'s| is) (?:the|my) (?:time|date|day|slot|appointment|schedule)\b|\b(?:at )?what hour\b|\btime difference\b|\bis (?:it|(?:my|the) (?:interview|call|panel)) still (?:on|happening|planned|scheduled|going ahead|valid|booked)\b|\bis (?:it|(?:my|the) (?:interview|call|panel)) (?:(?:in|at|before|after|around|over|during|the|early|late) ){0,3}(?:morning|afternoon|evening|noon|midday|lunch(?:time)?|night)\b/,
    new RegExp(
      `\\b(?:is|was|it's|still|be) (?:(?:it|the (?:interview|call)|my (?:interview|call)|still|really|on|at|for|this) )+(?:${DAY}|today)(?=\\W*(?:$|at\\b|right|\\?))`,
    ),
  ),
  assent:
    /^(?!\W*(?:ok(?:ay)?\W*)+$)\W*(?:(?:ok(?:ay)?|yes|yeah|yep|yup|sure|please|then|and|just|right|exactly|correct|go ahead|do (?:it|that|so)|please do|let'?s do (?:it|that)|that one|agreed|go for it)\b\W*)+$/i,
  nothing:
    /^\W*(?:(?:ok(?:ay)?|no|nope|nah|then|well|oh|sorry|never ?mind|forget (?:it|that|about it)|nothing(?: else| more)?|thank you|(?:it'?s|that'?s|it is) (?:fine|nothing|all|ok(?:ay)?)|don'?t (?:bother|worry)|doesn'?t matter|not now|my mistake|ignore (?:that|me)|already (?:found|got) it|thanks?)\b\W*)+$/i,
  thanks:
    /^\W*(?:(?:ok(?:ay)?|great|perfect|super|cool|nice|thanks|thank you|many thanks|cheers|ta|got it|very much|so much|a lot|for (?:your|the|all your) (?:help|info|information|answer|reply)|that(?:'s| is|s)? (?:\w+ )?(?:helps?|helpful|all|great|good|perfect|clear|it|answers? it)|all good|appreciate it|awesome|brilliant|lovely|understood|so|a bunch|(?:good)?bye|cya|see (?:you|ya)(?: (?:soon|then|later))?|have a (?:nice|good|great|lovely) (?:day|evening|weekend|one)|lol|haha+|(?:alright|all right|noted|no worries|no problem|will do|good to know|i see|sounds good|wonderful|excellent|much appreciated)|danke|merci|gracias)\b\W*)+$/i,
  greeting:
    /^\W*(?:(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|hallo|hola|bonjour|dear|there|team|all|how are you(?: (?:doing|today))?|how's (?:it going|things|everything|life)|what's up|nice to meet you|sorry(?: (?:for|about) (?:the|my) (?:late|slow|delayed) (?:reply|answer|response|message))?|(?:morning|evening|afternoon))\b\W*)+$/i,
};

/** A message of a word or two. */
const SHORT: readonly [RegExp, Exclude<(typeof TOPICS)[number], "needs">][] = [
  [
    /^\W*(?:(?:and|the interview) )?(?:when|date|time|start|day|time ?zone)(?: the interview)?\W*$/i,
    "when",
  ],
  [
    /^\W*(?:(?:and|the interview) )?(?:who|with whom|interviewers?|panel)(?: the interview)?\W*$/i,
    "people",
  ],
  [
    /^\W*(?:(?:and|the interview) )?(?:where|place|location|format|online|on-?site|in person)(?: the interview)?\W*$/i,
    "place",
  ],
  [/^\W*(?:(?:and|the interview) )?(?:link|url|dial-?in)(?: the interview)?\W*$/i, "link"],
  [/^\W*(?:(?:and|the interview) )?(?:how long|length)(?: the interview)?\W*$/i, "length"],
];

/** Whether there is feedback after a refusal is no question of one's chances. */
const FEEDBACK_IF =
  /\bfeedback\b.{0,20}\b(?:if|when|in case)\b|\bif\b.{0,40}\b(?:get|receive|have|give) (?:\w+ )?feedback\b/i;

/** Every topic that the words name, in the order of the list. */
export const topicsOf = (text: string): (typeof TOPICS)[number][] => {
  const line = inFull(plainLine(text));
  return TOPICS.filter((topic) =>
    topic === "chances" && FEEDBACK_IF.test(line)
      ? false
      : topic === "needs"
        ? isNeedOfOwn(line)
        : PATTERNS[topic].test(topic === "confirm" ? withoutOtherConfirmed(line) : line) ||
          SHORT.some(([words, of]) => of === topic && words.test(line)),
  );
};

/** Whether it has the words of a confirmation, whatever it confirms. */
export const saysConfirm = (line: string): boolean => PATTERNS.confirm.test(line);
