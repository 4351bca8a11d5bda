/** What a question is about, told by words: a closed list, the first that matches counts. What must never reach a model comes first. */
import { isAboutNeeds } from "./needs.ts";
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
  "thanks",
  "greeting",
] as const;
export type Topic = (typeof TOPICS)[number] | "guide" | "posting" | "unknown";

const PATTERNS: Record<Exclude<(typeof TOPICS)[number], "needs">, RegExp> = {
  others:
    /\b(?:other|another|else'?s?|rest of the|competing|previous) (?:candidates?|applicants?|people (?:who|that) (?:applied|interview)|finalists?)|how many (?:\w+ ){0,3}(?:candidates|applicants|people (?:are|have) (?:applied|apply))|(?:candidates?|applicants?) (?:are|do) you (?:have|see)|(?:applicants?|candidates?|people) (?:have |has )?appl(?:y|ied|ying)|(?:internal|preferred|favou?rite|stronger|better) candidates?|who else (?:is|was|did|has|are) (?:\w+ ){0,2}(?:interview\w*|appl\w*|considered)|my competition/i,
  verdict:
    /\b(?:(?:my|the|any|their|his|her|interviewers?'?s?|panel'?s?) (?:\w+ ){0,2}(?:feedback|scores?|scorecards?|ratings?|evaluations?|assessments? (?:of me|say)))|(?:the|their|his|her|interviewers?'?s?|panel'?s?) (?:\w+ ){0,2}notes?\b|notes of (?:\w+ )?(?:interviewers?|panel)|what did (?:\w+ ){1,3}(?:think|say|write|note) (?:of|about)|how did (?:i|it|my \w+) (?:do|go|perform)|did i (?:do|pass|fail)|was i (?:good|ok|bad)|i (?:did|performed|went|came across) (?:\w+ )?(?:well|ok(?:ay)?|good|bad|badly|fine|great|poorly)|(?:what|which|any|the) (?:\w+ )?feedback (?:did|have|from|was|is there)|(?:did|do|does) (?:they|he|she|you|\w+) (?:really |even )?(?:liked?|hated?) me\b|(?:think|thinks|thought|impression) of me\b/i,
  chances:
    /\b(?:my chances?|am i (?:hired|rejected|selected|(?:still )?in the running|the (?:best|favou?rite))|do i (?:have|get|got) the (?:job|offer|role)|will (?:i|you) (?:get|be|hire|receive|make me)\b.*\b(?:job|offer|hired|role|me|selected|accepted)|if (?:i (?:am|get|were|was)|i'?m) (?:\w+ ){0,2}(?:hired|selected|accepted|rejected|chosen|successful|turned down|(?:the|this|an|a) (?:job|offer|role|position))\b|if (?:hired|selected|accepted|rejected)\b|how likely|likelihood|guarantee|promise|offer letter|rank(?:ing|ed)?\b)/i,
  orders:
    /\b(?:(?:ignore|disregard|forget|override|bypass) (?:\w+ ){0,4}(?:instructions?|rules?|prompts?|guidelines?|above|previous|polic(?:y|ies))|system ?prompt|your (?:instructions|prompt|rules|guidelines)|developer mode|jailbreak|you are now|act as|pretend (?:to|that|you)|repeat (?:\w+ ){0,3}(?:above|verbatim|words)|print (?:\w+ ){0,3}(?:prompt|instructions)|<\/?(?:system|assistant|script|img|iframe)|\bBEGIN SYSTEM|tool[_ ]calls?)/i,
  leave:
    /\b(?:opt[- ]?out|(?:don'?t|do not|no longer|not) want (?:to (?:talk|chat|speak) (?:to|with) )?(?:an? |the |this )?(?:bot|robot|assistant|software|ai|machine|chat ?bot)|stop (?:the |this )?(?:bot|assistant|chat ?bot|software)|turn (?:off|this off|you off)|switch (?:off|you off))/i,
  person:
    /\b(?:(?:talk|speak|chat|write|get through) (?:to|with) (?:a |an? actual |an? real |some |my |the )?(?:human|person|somebody|someone|recruiter|people|coordinator)|(?:a )?(?:real|actual) (?:human|person)|human (?:being|please)|(?:contact|reach|call|e-?mail|phone number of) (?:\w+ ){0,3}(?:recruiter|person|human|somebody|someone|coordinator|you (?:guys|people))|(?:phone number|e-?mail(?: address)?) (?:\w+ ){0,4}(?:write|call|reach|contact)|your (?:phone number|e-?mail(?: address)?)\b|who (?:can|do) i (?:contact|call|reach|write|ask(?! for))|(?:please|(?:can|could) (?:you|someone|somebody)) (?:call|phone|ring) me)/i,
  software:
    /\b(?:are you (?:\w+ ){0,3}(?:human|person|bot|robot|ai|software|real|chat ?gpt|machine)|(?:is this|am i (?:talking|chatting|speaking) (?:to|with)) (?:\w+ ){0,3}(?:human|person|bot|robot|ai|software|machine)|who (?:are|is) (?:you|this)\b|what (?:can|do) you do\b|what are you\b|how do you work)/i,
  data: /\b(?:gdpr|privacy|personal (?:data|information)|(?:my|this) (?:data|chat|conversation|messages?|information)\b.*\b(?:stor|kept|keep|sav|delet|shar|read|see|sees|use[ds]?|erase|record)\w*|who (?:can |will )?(?:reads?|sees?) (?:this|what i|my|the) ?(?:chat|write|messages?|conversation)?|(?:see|read|know|shown|share|told) (?:\w+ ){0,2}(?:what|whatever|everything|things|anything) i (?:type|write|say|ask|tell|put)|(?:is|are) (?:this|the|my) (?:chat|conversation|messages?) (?:\w+ ){0,2}(?:stored|recorded|saved|private|confidential|shared)|(?:do|does) (?:ai|software|an algorithm|a machine) (?:decide|score|rank|judge)|(?:ai|software|algorithms?|machines?|bots?|computer) (?:\w+ ){0,2}(?:decid|evaluat|scor|rank|judg|grad|select|reject|screen)\w*|who (?:\w+ ){0,2}(?:decides?|decision)\b|(?:used?|using) (?:ai|software|algorithms?|machines?) (?:to|for|in) (?:\w+ ){0,2}(?:assess|evaluat|decide|score|judge|select|screen))/i,
  late: /\b(?:(?:am|i'?m|be|being|running|come|arrive|get there) (?:\w+ ){0,3}late\b|delayed|miss(?:ed|ing)? (?:my|the|an?) (?:interview|call|train|bus|flight))/i,
  confirm:
    /\b(?:confirm(?:ing|ed|ation)?(?! (?:number|code))|i(?:'ll| will| can) (?:be there|come|attend|make it(?! (?:to|later|earlier)))|see you (?:then|there|on|tomorrow)|count me in|i am coming|i'?m in(?= ?(?:[.!,;)]|$)))/i,
  move: /\b(?:reschedul\w*|re-?schedul\w*|(?:move|change|shift|push|postpone|delay|bring forward|switch|swap) (?:\w+ ){0,5}(?:interview|time|slot|date|day|appointment|call|meeting|it\b)|postpone|(?:move|push|bring|shift) it\b|(?:do|have|make) it (?:on|at|earlier|later|another|a different)\b|another (?:time|day|date|slot)|different (?:time|day|date|slot)|(?:start|begin|come|do it|meet) (?:\w+ ){0,4}(?:later|earlier)\b|(?:prefer|rather) (?:\w+ ){0,3}(?:mornings?|afternoons?|evenings?|later|earlier|\w+day)|(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:\w+ ){0,3}(?:(?:doesn?'?t|won'?t|isn'?t|not) (?:\w+ )?(?:work|good|possible|suit|ok\w*)|is (?:bad|difficult|impossible))|(?:later|earlier) (?:time|day|date|slot)|(?:can'?t|cannot|can not|won'?t be able to|unable to) (?:\w+ ){0,2}(?:make|attend|come|do (?:it|that|this)))/i,
  cancel:
    /\b(?:cancel\w*|withdraw\w*|call (?:it |the interview )?off|no longer (?:interested|want)|not interested any|pull out|drop(?:ping)? out|(?:take|remove|taking|removing) (?:me|myself|my name) (?:out|from|off)|(?:took|taken|accepted?|accepting|signed|have) (?:\w+ ){0,2}(?:other|another|different|elsewhere) (?:\w+ )?(?:offer|job|position|role)|(?:won'?t|will not|not|don'?t want to|can'?t) (?:be )?(?:continu\w+|proceed\w*|going ahead|go ahead|tak\w+ (?:it|this) further)|(?:lost|not) (?:\w+ )?interest(?:ed)? (?:any|in (?:the|this))|changed my mind)\b/i,
  availability:
    /\b(?:(?:i am|i'?m|i could be|i would be) (?:free|available)|(?:only |also )?(?:works?|suits?|would work|would suit) (?:better |best )?for me|my availab\w*|i (?:can|could) (?:\w+ ){0,2}(?:on |only )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|i am free)/i,
  reminders:
    /\b(?:reminders?|unsubscribe|(?:stop|no more|fewer|less|don'?t send|do not send|too many) (?:\w+ ){0,4}(?:e-?mails?|mails|messages))\b/i,
  link: /\b(?:(?:video|zoom|teams|meet|meeting|call|interview|join(?:ing)?) ?(?:call )?(?:link|url|id|invite)|link (?:to|for) (?:\w+ ){0,3}(?:call|interview|meeting|video|join)|(?:where|how) (?:do|can|should) i (?:join|connect|dial|log in|click)|join the (?:call|meeting|interview|video)|zoom|teams|google meet|which (?:app|platform|software|tool) )/i,
  prepare:
    /\b(?:prepar\w+|get ready|study|practi[cs]e|review before|read (?:up|before)|homework|what (?:should|do|can) i (?:know|learn|expect)|what to expect|(?:any|some|your) (?:tips|advice)|what (?:will|do|would|are|might) (?:\w+ ){1,3}(?:ask|discuss|cover|talk about|go through)\b|what will (?:i|you|they) be asked|what (?:kind|sort|type) of questions|topics)/i,
  people:
    /\b(?:who (?:will|am i|is|are|do|'?s|should) (?:\w+ ){0,5}(?:interview\w*|meet\w*|speak\w*|talk\w*|there|panel|attend\w*|join\w*|call\w*|with)|who(?:'s|s| is) (?:all |else )?there\b|who(?:'s| is) (?:on|in) (?:the|my) (?:panel|interview|call)|(?:my|the) (?:interviewers?|panel)(?:'s)? (?:names?|roles?|titles?|are|is|consists?|made up)\b|names? of (?:the|my|everyone|everybody|those) ?(?:interviewers?|panel)?|who (?:exactly )?(?:is|are) (?:the|my) (?:interviewers?|panel\w*)|(?:on|at) the other (?:end|side)|who(?:'s|s)? (?:is |are |am i )?(?:gonna|going to) (?:be|interview|ask|talk|meet)|how many (?:interviewers|panell?ists|people interview\w*|people (?:(?:will|are|am|do|would|is|on|in) )(?:\w+ ){0,4}(?:there|panel|interview\w*|meet\w*|call|room|join\w*|talk\w*|attend\w*)))/i,
  place:
    /\b(?:where (?:is|are|will|do|does|should|'?s) (?:\w+ ){0,4}(?:interview|meet\w*|go\b|come|held|take place|it\b|located|room)|(?<!e-?mail |mailing |ip |web |other |new )address|location of|which (?:room|office|building|floor)|what (?:room|office|building|floor)|(?:is|will|be|are) (?:\w+ ){0,4}(?:in[- ]person|(?<!the )on[- ]?site|remote(?! work)|virtual|by phone|by video|online)\b|(?:come|go|travel|drive|show up|be) (?:in |over )?(?:to|at|in) (?:your|the) office|is it (?:an? )?(?:\w+ )?(?:call|phone|video|zoom|in person|face[- ]to[- ]face)\b|(?:phone|video|call|online|remote|in person|on ?site|office|face[- ]to[- ]face) or (?:\w+ ){0,3}(?:phone|video|call|online|remote|in person|on ?site|office|face[- ]to[- ]face)|format (?:of|is)|(?:is it|will it be) (?:\w+ ){0,3}(?:in person|on ?site|remote|virtual|by phone|by video|online|a (?:video|phone))|who (?:calls|will call|rings) (?:who|me|whom)|do i call)/i,
  length:
    /\b(?:how long (?:\w+ ){0,5}(?:interview|it|last|take|call|session|meeting|conversation|each)(?!.{0,80}\b(?:hear|answer|decision|response|back|from|process|get|keep|kept)\b)|how long (?:should|do|must|would|to) (?:\w+ ){0,3}(?:block|plan|keep free|reserve|schedule|set aside|stay|allow)|(?:block|keep free|set aside|reserve) (?:\w+ ){0,3}(?:calendar|time|slot|diary|agenda)|duration|how (?:many|much) (?:minutes|hours|time)|when (?:will|does) (?:it|the interview|my interview) (?:end|finish|be over)|what time (?:\w+ ){0,4}(?:end|finish|over))/i,
  when: /\b(?:when (?:is|are|'?s|will|do|does) (?:\w+ ){0,3}(?:interviews?|call|it\b|start|begin|take place|meeting|happen|next (?:one|round))|what (?:time|day|date)\b|(?:date|time|day) (?:and|of|for|is)\b|(?:which|what|whose) time ?zone|(?:my|your|our|local) time\b|my (?:time ?zone|schedule|appointment)|in my time)/i,
  thanks:
    /^\W*(?:(?:ok(?:ay)?|great|perfect|super|cool|nice|thanks|thank you|many thanks|cheers|ta|got it|very much|so much|a lot|for (?:your|the|all your) (?:help|info|information|answer|reply)|that(?:'s| is|s)? (?:\w+ )?(?:helps?|helpful|all|great|good|perfect|clear|it|answers? it)|all good|appreciate it|awesome|brilliant|lovely|understood|so|a bunch|danke|merci|gracias)\b\W*)+$/i,
  greeting:
    /^\W*(?:(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|hallo|hola|bonjour|dear|there|team|all)\b\W*)+$/i,
};

/** A message of a word or two. */
const SHORT: readonly [RegExp, Exclude<(typeof TOPICS)[number], "needs">][] = [
  [/^\W*(?:and )?(?:when|date|time|start|day|time ?zone)\W*$/i, "when"],
  [/^\W*(?:and )?(?:who|with whom|interviewers?|panel)\W*$/i, "people"],
  [/^\W*(?:and )?(?:where|place|location|format|online|on-?site|in person)\W*$/i, "place"],
  [/^\W*(?:and )?(?:link|url|dial-?in)\W*$/i, "link"],
  [/^\W*(?:and )?(?:how long|length)\W*$/i, "length"],
];

/** Every topic that the words name, in the order of the list. */
export const topicsOf = (text: string): (typeof TOPICS)[number][] => {
  const line = plainLine(text);
  return TOPICS.filter((topic) =>
    topic === "needs"
      ? isAboutNeeds(text)
      : PATTERNS[topic].test(line) || SHORT.some(([words, of]) => of === topic && words.test(line)),
  );
};
