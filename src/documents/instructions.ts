/** What in a document speaks to software that reads it. Found by rules; nothing is ever done about it but to say so. */
import { finding } from "./findings.ts";
import { foldText, plainLetter } from "./folded-text.ts";
import type { Finding } from "./shape.ts";
import type { Place } from "./spans.ts";

const MACHINE =
  "(?:AI|A\\.I\\.|LLM|GPT|ChatGPT|Claude|Gemini|Copilot|language model|chat ?bot|bot|assistant|agent|model|screening (?:system|software|tool)|summari[sz]ers?|ATS|KI|IA|sprachmodell)";
const EARLIER =
  "(?:previous|prior|earlier|above|preceding|foregoing|existing|all|any|your|system|vorherigen?|bisherigen?|obigen?|pr[ée]c[ée]dentes?|ci-dessus|anteriores|precedenti|voorgaande|eerdere|poprzednie|wcze[śs]niejsze)";
const ORDERS =
  "(?:instructions?|prompts?|directions?|directives?|rules?|guidelines?|messages?|context|criteria|anweisungen|instruktionen|consignes|instrucciones|instru[çc][õo]es|istruzioni|instructies|instrukcje|polecenia)";
const PERSON =
  "(?:this|the|me as the|my) (?:candidate|applicant|resume|cv|profile|application|person)";
const BEST =
  "(?:best|top|ideal|perfect|strongest|most qualified|highly qualified|exceptionally (?:well )?qualified|outstanding)";

/** Each is written with single spaces; white space, hyphens, underscores and stars fit. Every repetition has an end: a rule
 * looks at each place of a text for no longer than at any other. */
const RULES: readonly string[] = [
  `(?:ignore|disregard|forget|override|bypass|discard|ignoriere[n]?|vergiss|ignore[zr]?|oublie[zr]?|ignora|ignorar|olvida|esquece|esque[çc]a|dimentica|negeer|vergeet|zignoruj|pomi[ńn]) (?:[\\p{L}'’]{1,30} ){0,4}?${EARLIER} (?:[\\p{L}'’]{1,30} ){0,3}?${ORDERS}`,
  `(?:ignore|ignora|ignorar|ignorez|ignoriere|zignoruj) (?:[\\p{L}'’]{1,30} ){0,3}?${ORDERS}`,
  `(?:ignore|disregard|forget) (?:everything|all|anything|what(?:ever)?) (?:(?:that |you )?(?:came|comes|stands|was|is|were|have been|has been)(?: said| written| told)? )?(?:above|before|you|previously|that|earlier)`,
  `(?:treat|regard|consider) (?:[\\p{L}'’]{1,30} ){0,2}?(?:foregoing|above|previous|prior|preceding|earlier) (?:[\\p{L}'’]{1,30} ){0,3}?(?:void|null|invalid|cancell?ed|obsolete)`,
  `(?:new|updated|real|actual|hidden) (?:system )?(?:instructions?|prompt|directive)s? ?:`,
  `(?:^|\\n)\\s{0,4}(?:system|assistant|developer)(?: (?:message|prompt|note|instruction|override))? ?[:>\\]]`,
  `\\[/?(?:INST|SYS|SYSTEM)\\]|<\\|[a-z_]{2,20}\\|>|<</?SYS>>|</?(?:system|assistant|instructions?|im_start|tool_call|function_call)>`,
  `(?<!#)#{2,8} ?(?:system|instruction|assistant|new task|prompt)`,
  `(?:begin|end|start) (?:of )?(?:system|admin(?:istrator)?|developer) (?:prompt|message|mode|override)`,
  `(?:note|message|attention|dear|hello|hey|to|for|instructions? (?:to|for)) (?:to |the |any |all |whichever ){0,4}${MACHINE}s? ?(?:reading|reviewing|screening|processing|parsing|evaluating|[:,])`,
  `(?:if|when) you(?:'re|’re| are) (?:an? |the )?${MACHINE}\\b`,
  `(?:as|you are|you're|act as|pretend to be|behave as) (?:now )?(?:an? |the )(?:AI|A\\.I\\.|LLM|language model|helpful assistant|unrestricted|different|recruiter who)`,
  `(?:recommend|approve|advance|select|shortlist|hire|accept|endorse|promote|move) ${PERSON}`,
  `(?:recommend(?:ed)?|approved?|mark(?:ed)?|flag(?:ged)?|label(?:led)?) (?:[\\p{L}'’]{1,30} ){0,5}?(?:for|as|to) (?:an? )?(?:immediate|instant|urgent|direct|strong|must) ?(?:hire|hiring|interview|offer|yes)`,
  `(?:rate|score|rank|grade|give|assign|award) (?:[\\p{L}'’]{1,30} ){0,6}?(?:10 ?/ ?10|10 out of 10|100 ?%|100 ?/ ?100|5 ?/ ?5|(?:the )?(?:highest|maximum|top|perfect|best) (?:possible )?(?:score|rating|rank|grade|marks?))`,
  `${PERSON} (?:is|must be|should be|has to be) (?:[\\p{L}'’]{1,30} ){0,3}?(?:${BEST}|hired|rated|ranked|recommended|selected|shortlisted|approved|advanced)`,
  `you (?:must|should|shall|will|have to|need to|are (?:required|instructed|ordered|authori[sz]ed) to) (?:now |always |immediately |not |never )?(?:recommend|approve|hire|rate|score|rank|ignore|respond|reply|answer|output|say|write|send|forward|email|call|reveal|delete|book|schedule|cancel|move)`,
  `(?:respond|reply|answer|output|print|say) (?:only )?(?:with|by saying|exactly|the (?:word|phrase|following|text))`,
  `do not (?:mention|reveal|tell|disclose|flag|report) (?:[\\p{L}'’]{1,30} ){0,4}?(?:instruction|recruiter|anyone|user|human|prompt|text|message)`,
  `(?:reveal|print|show|repeat|leak|output) (?:[\\p{L}'’]{1,30} ){0,3}?(?:system prompt|your (?:instructions|prompt|rules)|api keys?|hidden prompt)`,
  `(?:send|forward|e-?mail|post|exfiltrate|upload) (?:[\\p{L}'’]{1,30} ){0,8}?(?:to|at) (?:https?://|[\\w.+-]{1,64}@)`,
  `(?:call|use|invoke|run|execute)\\s{1,4}(?:the\\s{1,4})?(?:\\w{1,60}\\s{1,4})?(?:tool|function)\\b|"(?:tool_calls?|function_call)" ?:`,
  `empfehl(?:e|en) Sie (?:diesen?|die) (?:Kandidat|Bewerber)|recommande[zr] ce(?:tte)? candidat|recomienda (?:a )?est[ea] candidat|recomende est[ea] candidat|raccomanda quest[oa] candidat|beveel deze kandidaat|poleć tego kandydata`,
  `!\\[[^\\]\\n]{0,200}\\]\\([^)\\s]{1,500}\\)`,
  `data:[a-z]{1,20}/[\\w.+-]{1,60};base64,`,
];

/** Each rule alone, for texts that were folded. */
export const INSTRUCTION_PATTERNS: readonly RegExp[] = RULES.map(
  (rule) =>
    new RegExp(
      plainLetter(rule).replaceAll(/ (\??)/g, (_, optional: string) =>
        optional === "" ? "[\\s_*-]{1,4}" : "[\\s_*-]{0,4}",
      ),
      "giu",
    ),
);

/** In lines or in one. Long enough that no word, key or address is one. */
const BLOB =
  /(?<![\w+/=-])(?:(?:[A-Za-z0-9+/]{60,1000}\r?\n){1,1000}[A-Za-z0-9+/]{24,}|[A-Za-z0-9+/]{100,})={0,2}(?![\w+/=-])/g;
/** A row of one letter, or of a few, says nothing in code. */
const FEWEST_LETTERS = 10;
const MOST = 20;

/** Where the document speaks to software, at most twenty places. */
export const findInstructions = (text: string, place: Place): Finding[] => {
  const folded = foldText(text);
  const orders = INSTRUCTION_PATTERNS.flatMap((pattern) =>
    [...folded.text.matchAll(pattern)].map(({ 0: found, index }) => ({
      start: folded.at(index),
      end: folded.at(index + found.length - 1) + 1,
    })),
  );
  const blobs = [...text.matchAll(BLOB)]
    .filter(([blob]) => new Set(blob).size >= FEWEST_LETTERS)
    .map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
  let end = 0;
  return [...orders, ...blobs]
    .toSorted((one, other) => one.start - other.start || other.end - one.end)
    .filter((found) => {
      if (found.start < end) return false;
      ({ end } = found);
      return true;
    })
    .slice(0, MOST)
    .map((found) => finding("instructions_in_document", { span: place(found.start, found.end) }));
};
