/** Words by which a request is known: keywords and a little grammar, before any model is asked. They are looked for in text in which
 * people are `@` and postings are `#`, in lower case. */
import { PLAIN_WORDS } from "./plain-words.ts";
import type { Intent, Refusal } from "./understanding.ts";
import { isSlipOf, lettersApart, wordsOf, wordsOfPattern } from "./words.ts";

interface Cue<Kind> {
  kind: Kind;
  pattern: RegExp;
}

const STAGES = "(?:stage|round|step|offer|onsite stage|final|next level|hired|reference)";
const FORMS =
  "(?:feedback|forms?|scorecards?|scores?|ratings?|assessments?|evaluations?|opinions?|verdicts?)";

/** What is refused whatever else a request says: first of all, so that no other word makes it something that is done. */
const REFUSED: readonly Cue<Refusal>[] = [
  {
    kind: "orders",
    pattern:
      /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|rules?|prompts?|polic(?:y|ies)|gates?|approvals?|above|previous)\b|\bsystem prompts?\b|\bwithout (?:asking|approvals?|confirm\w*|anyone|telling|a person)\b|\byou are now\b|\bdeveloper mode\b|\bjailbreak\b/u,
  },
  {
    kind: "decision",
    pattern:
      /\b(?:reject|rejected|decline @|turn(?:s|ed)? (?:@ )?down|disqualify|dismiss|hire|hiring @|fire|shortlist|knock out|fail @|pass @|ghost|blacklist|say no to @|not a fit|no hire|strong hire)\b|\b(?:make|send|extend|give|prepare|draft|write)\b.{0,20}\ban? offer\b|\boffer (?:@ )?(?:the |a )?(?:job|role|position|contract)\b|\boffer letters?\b/u,
  },
  {
    kind: "decision",
    pattern: new RegExp(
      `\\b(?:advance|promote|progress)\\b(?! report)|\\b(?:move|push|put|send|take|bring|get)\\b.{0,25}@.{0,12}\\b(?:to|into|on to|onto|through to|forward to)\\b.{0,15}\\b${STAGES}\\b|\\b(?:move|push) (?:@|her|him|them) (?:on|forward|ahead|along)\\b(?! (?:to|by|from|until|till|before|mon|tue|wed|thu|fri|next|tomorrow|\\d|(?:an? |some |few |couple |of |half |several |good )+(?:bit|while|little|minutes?|hours?|days?|weeks?)\\b))`,
      "u",
    ),
  },
  {
    kind: "erase",
    pattern:
      /\b(?:delete|erase|wipe|purge|remove @ from(?! (?:@'?s? |the |her |his |their |this |that )*(?:panel|interviews?|loop|onsite|screen|session|call|meeting)\b(?! (?:process|pipeline|stage)))|archive|withdraw|anonymi[sz]e|destroy)(?!\w)/u,
  },
  {
    kind: "pay",
    pattern:
      /\b(?:salary|salaries|compensation|pay|paid|bonus|equity|earns?|wages?|stock options?)(?!\w)/u,
  },
  {
    kind: "feedback_content",
    pattern: new RegExp(
      `\\bwhat @ (?:wrote|writes|said|says|thinks?|thought|noted|rated|put|answered|feels?|felt)\\b|\\bwhat (?:did|does|do|has|have|is|was|were|are)\\b.{0,12}@.{0,25}\\b(?:writ\\w*|wrote|say|said|think|thought|feel|felt|note[ds]?|${FORMS}|like|rate[ds]?|put|answer\\w*)\\b|\\bhow (?:did|has|was|were|good|strong|bad)\\b.{0,30}(?:@|\\bcandidate)|\\b(?:show|tell|give|read|share|summari[sz]e|send|forward|copy|paste|quote)\\b.{0,40}\\b${FORMS}\\b(?! (?:is |are )?(?:owed|missing|outstanding|overdue|late))|\\b(?:who|which)\\b.{0,25}\\b(?:better|best|worst|stronger|strongest|weakest|favou?rite|top)\\b|\\brank\\b|\\bcompare\\b|\\bshould we hire\\b|\\b(?:is|was) @ (?:any )?(?:good|bad|strong|weak|smart|a good|qualified|worth)\\b|\\b(?:score|rating|${FORMS}) (?:of|by|from) @|@'?s? (?:score|rating|scorecard|verdict|opinion|evaluation)s?\\b|\\bdid @ (?:like|pass|fail|do well|recommend)\\b|\\bchances\\b`,
      "u",
    ),
  },
  {
    kind: "personal",
    pattern:
      /\b(?:phone numbers?|telephone|home address|e-?mail address(?:es)?|birthday|birth date|how old|age of|age is|married|pregnant|religion|nationality|disab\w+|photo|linkedin|resume|cv)(?!\w)/u,
  },
  {
    kind: "approve",
    pattern:
      /\b(?:approve|accept (?:the|all|it|this)|sign off|green ?light|confirm (?:the )?(?:proposals?|all|it|booking)|let it through|auto-?approve)(?!\w)/u,
  },
  {
    kind: "settings",
    pattern:
      /\b(?:change|edit|update|set|switch|turn|enable|disable|create|add|give|grant|revoke)\b.{0,40}\b(?:polic(?:y|ies)|mode|plans?|settings?|rules?|tokens?|api keys?|passwords?|roles?|permissions?|access|admin|webhooks?|templates?|on evaluative|evaluative)\b|\bmanaged mode\b/u,
  },
  {
    kind: "write_to",
    pattern:
      /\b(?:e-?mail|mail|text|message|dm|ring|phone|call) (?:to )?@(?!'s| off\b)|\b(?:write|send|reply|answer)\b.{0,25}(?:to )?@.{0,20}\b(?:mail|email|message|saying|that|text|note)\b|\b(?:write|send) (?:an? |the )?(?:e-?mail|mail|message|text|note|sms)\b|\b(?:tell|inform|let) @ (?:that|know|about|we|she|he|they|to)\b|\btell @ (?!about)|\bask @|\b(?:reply|write) (?:back )?to\b/u,
  },
];

const OWED =
  "(?:owes?|owed|owing|missing|outstanding|overdue|late|due|behind|pending|open|lacking|remaining|incomplete|(?:still )?(?:has|have|hasn't|haven't|hasnt|havent|did not|didn't|not)(?: yet| still)? (?:submitted|submit|handed|hand|filled|fill|given|give|sent|send|done|written|completed|turned))";
/** What is owed of an interview. */
export const FEEDBACK = "(?:feedback|forms?|scorecards?)";

/** In this order: the first that is found in a part of the request is what it asks for. */
const CUES: readonly Cue<Intent>[] = [
  {
    kind: "why_not",
    pattern:
      /\bwhy\b.{0,60}\b(?:not|no|never|none|nothing|wasn't|isn't|aren't|weren't|didn't|can't|cannot|couldn't|won't|doesn't|wasnt|isnt|didnt|cant|impossible|rule[ds]? out|left out|skipped)\b|\bwhat(?:'s| is| was)? (?:wrong|the problem|the matter|in the way)\b.{0,6}\b(?:with|of|on|about)\b|\bwhat (?:blocks|blocked|speaks against|prevents?|rules? out)\b|\bhow come\b.{0,50}\b(?:not|no|isn't|wasn't|never)(?!\w)/u,
  },
  {
    kind: "owes_feedback",
    pattern: new RegExp(
      `\\b(?:who|whose|which|what|anyone|anybody|list|show|is there|are there|any|how many|does @|do @|has @|is @|did @|all|does anyone)(?!\\w).{0,50}\\b${OWED}\\b.{0,40}\\b${FEEDBACK}\\b|\\b(?:who|whose|which|what|list|show|any|is there|are there|how many|where is|where's|all)\\b.{0,40}\\b${FEEDBACK}\\b.{0,50}\\b${OWED}\\b|^\\W*(?:still )?${OWED} ${FEEDBACK}\\b|\\b${FEEDBACK} (?:(?:is|are|that is|that are|still) )*(?:owed|missing|outstanding|overdue)\\b|\\b(?:who|anyone|anybody)\\b.{0,40}\\b(?:hasn't|haven't|not|hasnt|havent|has to|have to|needs to|didn't)\\b.{0,30}\\b${FEEDBACK}\\b|\\b(?:do|have|am|did|what do) i\\b.{0,30}\\b${OWED}\\b.{0,40}\\b${FEEDBACK}\\b|\\bdo i (?:still )?owe(?: (?:anything|something|any|anyone|anybody))?\\W*$|\\b(?:has|did) @ (?:already |yet |also )?(?:given?|submit(?:ted)?|hand(?:ed)? in|fill(?:ed)? (?:in|out)|written?|write|left|leave|sent|send|completed?|done|do|turn(?:ed)? in) (?:(?:her|his|their|the|any|all|some) )*${FEEDBACK}\\b|\\bwhat feedback\\b.{0,20}\\b(?:waiting|missing|need)\\b|\\b(?:what |who )?(?:does|do) @ (?:still )?owe(?: (?:anything|something|any|us|me))?\\W*$`,
      "u",
    ),
  },
  {
    kind: "remind_feedback",
    pattern: /\b(?:remind|nudge|chase|ping|poke|prod|chase up|follow up with|reminder)(?!\w)/u,
  },
  { kind: "brief_again", pattern: /\b(?:brief|rebrief|re-brief|briefs|briefing)(?!\w)/u },
  {
    kind: "replace",
    pattern:
      /\b(?:replace|replacement|substitute|stand-?ins?|someone else|somebody else|other interviewer|another interviewer|swap out|swap @|take @ off|remove @ from|fill in|cover for|covers for|cover @|instead of @)(?!\w)/u,
  },
  {
    kind: "pause",
    pattern:
      /\b(?:pause|unpause|un-pause|(?<=^\W*(?:(?:please|pls|now|ok|okay|can you|could you|let's) )*)resume|halt|freeze|suspend|kill ?switch|stop (?:everything|convene|all|sending|automation|the automation)|hold everything|emergency stop)(?!\w)/u,
  },
  {
    kind: "reschedule",
    pattern:
      /\b(?:reschedule|resched|re-schedule|postpone|push|pushed|move|moved|moving|shift|shifted|rescheduled|rescheduling|rebook|re-book|delay|bring forward|put off|put back|bring .{1,40}? forward|(?:another|different|new|other|later|earlier) (?:time|day|date|slot)(?: (?:for|with|instead))?)(?!\w)/u,
  },
  {
    kind: "cancel",
    pattern: /\b(?:cancel|call off|call .{1,30}? off|scrap|drop the|take back|calling off)(?!\w)/u,
  },
  {
    kind: "status",
    pattern:
      /\b(?:status|where (?:is|are|does|do|did)|where's|how far|state of|update on|updates? (?:for|about)|progress|when (?:is|are|does|do|will|was)|when's|is(?:n't)? (?:@|it|she|he|that|this) (?:(?:not|still|already|really) )?(?:booked|scheduled|confirmed|set|coming|interviewing|on|cancell?ed)|has @ (?:been|confirmed|answered|replied|chosen|picked|responded|cancell?ed|called off)|did @ (?:confirm|answer|reply|choose|pick|respond|get back)|what(?:'?s| is| are)? (?:happening|going on|up|next|the state|the story|new|planned|booked) (?:with|for|on)|how(?:'s| is| are| does) (?:@|it|things)|tell me about @|who(?: (?:interviews|is interviewing|will interview)|'s interviewing)|who (?:meets|sees|talks to)|who is on (?=@|#|the panel)|any news (?:on|of|about|from)|(?:is there |is |do we have |have we got |there's )?(?:anything|something)(?: (?:new|on|up|planned|booked|scheduled|left|open|due|waiting|today|tomorrow|this week|to do))* (?:for|with|about) (?:@|(?!(?:me|us|my|our|today|tomorrow|this|next|the|an?|approval|review|decision|sign|mon|tue|wed|thu|fri|sat|sun)\w*)[\p{L}'-]+)|does @ have (?:anything|something)|what(?:'?s| is)? (?:on|there|left|due|open|waiting) (?:(?:today|tomorrow|this week) )?(?:for|with) @)(?!\w)/u,
  },
  {
    kind: "today",
    pattern:
      /\b(?:what(?:'s| is| are)? (?:up|waits|waiting|due|on|new|open|pending|next|there|left|urgent|important|stuck|blocked)|what (?:waits|needs|do i|should i|must i|requires|wants|has to|can i do)|my day|my tasks?|to ?-?do(?: list)?|agenda|inbox|anything (?:.{0,12}\bto (?:sign off|approve|decide)|waiting|new|urgent|for me|open|i)|catch me up|my plate|need(?:s)? (?:my|me)|waiting (?:for|on) me|waits for me|what happened|today's|good morning|what did i miss|overview|digest|any (?:decisions|proposals|approvals))(?!\w)/u,
  },
  {
    kind: "schedule",
    pattern:
      /\b(?:schedule|book|set up|arrange|offer(?= .{0,40}\b(?:times?|slots?|dates?|again|interviews?|next|tomorrow|mon|tue|wed|thu|fri))|propose|plan|organi[sz]e|fix|find (?:me )?(?:an? |some |another |new |other )?(?:times?|slots?|dates?)|get @ (?:booked|scheduled|in)|line up|(?:new|other|more) (?:times|slots|dates))(?!\w)/u,
  },
];

/** Words of the cues, for slips of the hand. */
const VOCABULARY =
  "reschedule schedule scheduled cancel postpone replace replacement substitute feedback scorecard scorecards remind reminder nudge brief briefing status owes outstanding overdue missing interview interviews reject rejected approve approved advance archive delete propose arrange pause another different someone somebody interviewer submitted handed waiting offered afternoon afternoons morning mornings evening tomorrow monday tuesday wednesday thursday friday saturday sunday week january february march april june july august september october november december instead availability salary compensation".split(
    " ",
  );
const KNOWN = new Set(VOCABULARY);

/** All words by which something is known here; with some that are only parts of words. */
export const wordsOfCues = (): string[] => [
  ...VOCABULARY,
  ...SHORT.keys(),
  ...[...REFUSED, ...CUES].flatMap(({ pattern }) => wordsOfPattern(pattern)),
];

/** What hands in a hurry write. */
const SHORT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    nxt: "next",
    wk: "week",
    wek: "week",
    weeek: "week",
    tmrw: "tomorrow",
    tmr: "tomorrow",
    tmw: "tomorrow",
    aft: "afternoon",
    intv: "interview",
    ows: "owes",
    wednsday: "wednesday",
    weds: "wednesday",
    iv: "interview",
    resched: "reschedule",
    fb: "feedback",
    wen: "when",
    wat: "what",
    hwo: "who",
    teh: "the",
  }),
);

/** The text with slips in words of ours put right. `keep`: places that are not touched. */
export const corrected = (
  text: string,
  keep: readonly { start: number; end: number }[],
): string => {
  let out = "";
  let at = 0;
  for (const { start, end, folded } of wordsOf(text)) {
    const isKept = keep.some((each) => each.start < end && start < each.end);
    const short = isKept ? undefined : SHORT.get(folded);
    if (short !== undefined) {
      out += text.slice(at, start) + short;
      at = end;
      continue;
    }
    if (isKept || KNOWN.has(folded) || PLAIN_WORDS.has(folded) || !/^\p{L}+$/u.test(folded))
      continue;
    const meant = nearestOf(folded);
    if (meant === null) continue;
    out += text.slice(at, start) + meant;
    at = end;
  }
  return out + text.slice(at);
};

/** The one word that is meant. Shape: null when it is none of them, or nobody can tell which. */
const nearestOf = (folded: string): string | null => {
  const near = VOCABULARY.filter((word) => isSlipOf(folded, word)).map((word) => ({
    word,
    apart: lettersApart(folded, word, 2),
  }));
  const least = Math.min(...near.map(({ apart }) => apart));
  const [nearest, ...others] = near.filter(({ apart }) => apart === least);
  return nearest && others.length === 0 ? nearest.word : null;
};

/** To end a pause, and nobody's résumé. */
const GOES_ON =
  /^\W*(?:(?:please|pls|now|ok|okay|can you|could you|let's) )*resume(?: (?:everything|all|sending|work|convene|it|now|again|please|(?:the )?automation))*\W*$/u;

/** What there is to decide on is only asked. */
const WHAT_TO_DECIDE =
  /^(?!\W*(?:\w+ ){0,3}(?:sign off|approve|accept|confirm) ).*\b(?:anything|something|what|which|how many|any)\b.{0,40}\b(?:to|i|we|must|should) (?:sign off|approve|accept|confirm)(?!\w)/u;

/** Why it is refused. Shape: null when it is not. */
export const refusalIn = (masked: string): Refusal | null => {
  const refused = REFUSED.find(({ pattern }) => pattern.test(masked))?.kind ?? null;
  if (refused === "personal" && GOES_ON.test(masked)) return null;
  if (refused === "approve" && WHAT_TO_DECIDE.test(masked)) return null;
  // To be shown which forms are missing is not to be shown forms.
  const isOfOwed = refused === "feedback_content" && intentIn(masked)?.intent === "owes_feedback";
  return isOfOwed ? null : refused;
};

/** What a part of a request asks for, and the piece that says so. Shape: null when nothing. */
export const intentIn = (part: string): { intent: Intent; start: number; end: number } | null => {
  for (const { kind, pattern } of CUES) {
    const found = pattern.exec(part);
    if (found) return { intent: kind, start: found.index, end: found.index + found[0].length };
  }
  return null;
};

/** Words that say that something is not to be done, or only under a condition. */
export const isDenied = (masked: string): boolean =>
  /\b(?:don't|dont|do not|never|must not|mustn't|shouldn't|should not|no need to|not to|won't|stop (?:the )?(?:re)?schedul\w*|rather than|unless|if|(?<=@ )(?:wants|wanted|asks|asked|might|may|would like|thinks)|in case|when(?:ever)? @|once @|as soon as @|until @|before @|after @|depending)(?!\w)/u.test(
    masked,
  );
