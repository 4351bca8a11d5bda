/** What in a document speaks to software that reads it. Found by rules; nothing is ever done about it but to say so. */
import { finding } from "./findings.ts";
import type { Finding } from "./shape.ts";
import type { Place } from "./spans.ts";

const MACHINE =
  "(?:AI|A\\.I\\.|LLM|GPT|ChatGPT|Claude|Gemini|Copilot|language model|chat ?bot|bot|assistant|agent|model|screening (?:system|software|tool)|ATS|KI|IA|sprachmodell)";
const EARLIER =
  "(?:previous|prior|earlier|above|preceding|foregoing|existing|all|any|your|system|vorherigen?|bisherigen?|obigen?|pr[ée]c[ée]dentes?|ci-dessus|anteriores|precedenti|voorgaande|eerdere|poprzednie|wcze[śs]niejsze)";
const ORDERS =
  "(?:instructions?|prompts?|directions?|directives?|rules?|guidelines?|messages?|context|criteria|anweisungen|instruktionen|consignes|instrucciones|instru[çc][õo]es|istruzioni|instructies|instrukcje|polecenia)";
const PERSON =
  "(?:this|the|me as the|my) (?:candidate|applicant|resume|cv|profile|application|person)";
const BEST =
  "(?:best|top|ideal|perfect|strongest|most qualified|highly qualified|exceptionally (?:well )?qualified|outstanding)";

/** Each is written with single spaces; any white space fits. */
const RULES: readonly string[] = [
  `(?:ignore|disregard|forget|override|bypass|discard|ignoriere[n]?|vergiss|ignore[zr]?|oublie[zr]?|ignora|ignorar|olvida|esquece|esque[çc]a|dimentica|negeer|vergeet|zignoruj|pomi[ńn]) (?:[\\p{L}'’-]+ ){0,4}?${EARLIER} (?:[\\p{L}'’-]+ ){0,3}?${ORDERS}`,
  `(?:ignore|ignora|ignorar|ignorez|ignoriere|zignoruj) (?:[\\p{L}'’-]+ ){0,3}?${ORDERS}`,
  `(?:ignore|disregard|forget) (?:everything|all|anything) (?:above|before|you|previously|that)`,
  `(?:new|updated|real|actual|hidden) (?:system )?(?:instructions?|prompt|directive)s? ?:`,
  `(?:^|\\n) *(?:system|assistant|developer)(?: (?:message|prompt|note|instruction|override))? ?[:>\\]]`,
  `\\[/?(?:INST|SYS|SYSTEM)\\]|<\\|[a-z_]{2,20}\\|>|<</?SYS>>|</?(?:system|assistant|instructions?|im_start|tool_call|function_call)>`,
  `#{2,} ?(?:system|instruction|assistant|new task|prompt)`,
  `(?:begin|end|start) (?:of )?(?:system|admin(?:istrator)?|developer) (?:prompt|message|mode|override)`,
  `(?:note|message|attention|dear|hello|hey|to|for|instructions? (?:to|for)) (?:to |the |any |all |whichever )*${MACHINE}s? ?(?:reading|reviewing|screening|processing|parsing|evaluating|[:,])`,
  `(?:if|when) you(?:'re|’re| are) (?:an? |the )?${MACHINE}\\b`,
  `(?:as|you are|you're|act as|pretend to be|behave as) (?:now )?(?:an? |the )(?:AI|A\\.I\\.|LLM|language model|helpful assistant|unrestricted|different|recruiter who)`,
  `(?:recommend|approve|advance|select|shortlist|hire|accept|endorse|promote|move) ${PERSON}`,
  `(?:recommend(?:ed)?|approved?|mark(?:ed)?|flag(?:ged)?|label(?:led)?) (?:[\\p{L}'’-]+ ){0,5}?(?:for|as|to) (?:an? )?(?:immediate|instant|urgent|direct|strong|must)[ -]?(?:hire|hiring|interview|offer|yes)`,
  `(?:rate|score|rank|grade|give|assign|award) (?:[\\p{L}'’-]+ ){0,6}?(?:10 ?/ ?10|10 out of 10|100 ?%|100 ?/ ?100|5 ?/ ?5|(?:the )?(?:highest|maximum|top|perfect|best) (?:possible )?(?:score|rating|rank|grade|marks?))`,
  `${PERSON} (?:is|must be|should be|has to be) (?:[\\p{L}'’-]+ ){0,3}?(?:${BEST}|hired|rated|ranked|recommended|selected|shortlisted|approved|advanced)`,
  `you (?:must|should|shall|will|have to|need to|are (?:required|instructed|ordered|authori[sz]ed) to) (?:now |always |immediately |not |never )?(?:recommend|approve|hire|rate|score|rank|ignore|respond|reply|answer|output|say|write|send|forward|email|call|reveal|delete|book|schedule|cancel|move)`,
  `(?:respond|reply|answer|output|print|say) (?:only )?(?:with|by saying|exactly|the (?:word|phrase|following|text))`,
  `do not (?:mention|reveal|tell|disclose|flag|report) (?:[\\p{L}'’-]+ ){0,4}?(?:instruction|recruiter|anyone|user|human|prompt|text|message)`,
  `(?:reveal|print|show|repeat|leak|output) (?:[\\p{L}'’-]+ ){0,3}?(?:system prompt|your (?:instructions|prompt|rules)|api keys?|hidden prompt)`,
  `(?:send|forward|e-?mail|post|exfiltrate|upload) (?:[\\p{L}'’-]+ ){0,8}?(?:to|at) (?:https?://|[\\w.+-]+@)`,
  `(?:call|use|invoke|run|execute) (?:the )?(?:[\\w]+ )?(?:tool|function)\\b|"(?:tool_calls?|function_call)" ?:`,
  `empfehl(?:e|en) Sie (?:diesen?|die) (?:Kandidat|Bewerber)|recommande[zr] ce(?:tte)? candidat|recomienda (?:a )?est[ea] candidat|recomende est[ea] candidat|raccomanda quest[oa] candidat|beveel deze kandidaat|poleć tego kandydata`,
  `!\\[[^\\]\\n]{0,200}\\]\\([^)\\s]{1,500}\\)`,
  `data:[a-z]+/[\\w.+-]{1,60};base64,`,
];

const PATTERN = new RegExp(
  RULES.map(
    (rule) =>
      `(?:${rule.replaceAll(" ", "\\s{1,4}").replaceAll("\\s{1,4}?", "\\s{0,4}").replaceAll("\\s{1,4}*", "\\s{0,4}")})`,
  ).join("|"),
  "giu",
);

/** Long enough that no word, key or address is one. */
const BLOB = /(?<![\w+/=-])(?:[A-Za-z0-9+/]{76,}\r?\n?)*[A-Za-z0-9+/]{100,}={0,2}(?![\w+/=-])/g;
const MOST = 20;

/** Where the document speaks to software, at most twenty places. */
export const findInstructions = (text: string, place: Place): Finding[] => {
  const found = [...text.matchAll(PATTERN), ...text.matchAll(BLOB)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  return found
    .toSorted(([one], [other]) => one - other)
    .filter(([start], index) => start >= (found[index - 1]?.[1] ?? 0) || index === 0)
    .slice(0, MOST)
    .map(([start, end]) => finding("instructions_in_document", { span: place(start, end) }));
};
