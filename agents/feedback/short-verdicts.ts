/** Verdicts of a few words, as people leave them below a round: "Definitely continue.", "Bar raiser: yes.", "+1", and in German, French and
 * Spanish. A word that has another meaning at work ("den Timeout einstellen") counts where it is all that is said, or is said of them. */
import { THEM } from "./takings.ts";

const START = "(?:^|[.!;]\\s)\\s*";
/** "No, the room was another one" is no verdict: nothing else stands in its sentence. */
const END = "\\s*(?:[.!;]|$)";
const STOP = "\\s*(?:[.!?;,]|$)";
const FROM = "(?<![\\p{L}\\p{N}])";
const TO = "(?![\\p{L}\\p{N}])";
const any = (words: string): string => `(?:${words.split(", ").join("|")})`;

/** Who may say it, or what it is the word of. */
const SAYS = any(
  "bar raiser, hiring manager, manager, recruiter, interviewer, panel, team, everybody, everyone, all, me, us, vote, verdict, decision, (?:my|our) answer, overall",
);
const WORD =
  "(?:yes|no|yep|nope|pass|no[- ]?go|continue|proceed|stop|keep|for|against|accept(?:ed)?|approve[ds]?|declined?|ja|nein|oui|non|sí|si)";
const HOW =
  "(?:\\p{L}+ly|please|just|so|then|clear|strong|big|let['’]?s|(?:we|i) (?:should|would|must))";

const ENGLISH: readonly string[] = [
  `${START}(?:${HOW},? ){0,2}(?:continue|proceed|progress|advance|carry on|stop|discontinue|move on|next (?:round|stage)|final round)(?: here| now)?(?: with ${THEM}| ${THEM}| the process)?${END}`,
  `\\b(?:continue|proceed|carry on|go on|move on) with ${THEM}${STOP}`,
  `\\b(?:stop|end|continue) (?:the|this) (?:process|candidacy|application)\\b`,
  `(?:${START}|\\b(?:please|should|would|let['’]?s|let us|must|i['’]d|we['’]d) )(?:just )?send ${THEM} (?:home|away|packing)${STOP}`,
  `\\b(?:regret|hate|rue|sorry|sad|mistake|pity|shame|mourn|miss)(?: to| about| if we| it if we)? (?:losing|lose|lost|missing(?: out on)?|missed(?: out on)?|turning down|passing(?: up)? on|see|seeing|letting|not (?:taking|having|getting|keeping)) ${THEM}(?: go| leave| down)?${STOP}`,
  `\\b(?:the |my |our )?${SAYS} ?[:=–—-] ?(?:an? )?(?:${HOW} )?${WORD}${END}`,
  `\\b${SAYS} (?:says?|said|votes?|voted|goes|went) (?:for )?(?:an? )?(?:${HOW} )?(?:yes|no|yep|nope)${STOP}`,
  `${START}(?:an? )?(?:\\p{L}+ )?[+−–-] ?[12](?: (?:from|for|on|to) (?:me|us|my side|our side|${THEM}|this one))?${END}`,
  `[👍👎🚫🟢🔴🟡💯]|${START}[✅❌✔✖]️?${END}|\\bthumb(?:s|[- ](?:up|down))\\b`,
];

const GERMAN_HOW = any(
  "bitte, unbedingt, sofort, definitiv, absolut, klar, klare, klares, eindeutig, eindeutige, eindeutiges, leider, nicht, kein, keine, eher, lieber, ganz, auf jeden fall, auf keinen fall, ein, eine, von mir, für mich, von uns, the candidate, sie, ihn",
);
const GERMAN: readonly string[] = [
  `${START}(?:${GERMAN_HOW}[,:]? ){0,4}${any("einstellen, einstellung, eingestellt, ablehnen, ablehnung, abgelehnt, absage, absagen, zusage, zusagen, angebot, nehmen, behalten, weitermachen, weiter, weiterlassen, ja, nein, nächste runde, zweite runde, daumen hoch, daumen runter, dafür, dagegen, passt, passt nicht, geeignet, ungeeignet, raus")}(?: (?:von mir|von uns|für mich|für sie|für ihn|bitte|machen|the candidate))?${END}`,
  `${FROM}(?:sollten?|würden?|möchten?|will|wollen|müssen|können|dürfen) (?:(?:wir|ich|man) )?(?:sie|ihn|the candidate) (?:\\p{L}+ ){0,3}(?:einstellen|nehmen|ablehnen|behalten|weiterlassen|einladen|haben)${STOP}`,
  `${FROM}(?:ich bin|wir sind) (?:\\p{L}+ )?(?:dafür|dagegen)${STOP}`,
  `${FROM}(?:ihr|ihm|the candidate) (?:\\p{L}+ ){0,3}(?:absagen|zusagen|ein angebot machen)${TO}`,
];

const FRENCH: readonly string[] = [
  `${FROM}(?:r[ée])?embauch(?:er|e|ez|ons|é|ée|erais?|erions|able)${TO}`,
  `${FROM}(?:à|ne pas|pas|faut|faut pas|non) (?:la |le )?(?:recruter|retenir|prendre|garder|rejeter|refuser|écarter|éliminer|retenue?|recrutée?)${END}`,
  `${START}(?:${any("un, une, grand, gros, clair, avis, très, c'est, c’est, pour moi, candidature, the candidate, désolé, non")}[,:]? ){0,3}${any("oui, non, refus, refusé, refusée, retenu, retenue, non retenu, non retenue, rejeté, rejetée, favorable, défavorable, feu vert, pouce levé, recruter, recrutée?, écarter, à suivre, on continue, on arrête, je prends, on prend, je garde, on garde, je signe, on signe, contre")}(?: (?:pour (?:moi|nous)|the candidate|de ma part))?${END}`,
  `${FROM}(?:on|je|nous) (?:ne )?(?:la|le|l['’]) ?(?:prend|prends|prenons|garde|gardons|veut|veux|voulons|recrute|recrutons|engage|engageons|retient|retiens|refuse|rejette)(?: pas)?${STOP}`,
  `${FROM}(?:je suis|on est|nous sommes) (?:\\p{L}+ )?(?:pour|contre)${STOP}`,
];

const SPANISH: readonly string[] = [
  `${FROM}contrat(?:ar|arla|arlo|aría|aríamos|emos|arem(?:os)|adla|adlo|émosla|émoslo|ada|ado)${TO}`,
  `${START}(?:${any("un, una, claro, rotundo, definitivamente, por favor, yo, la, lo, no, muy, voto, para mí, the candidate, mejor")}[,:]? ){0,3}${any("sí, si, no, rechazar, rechazarla, rechazarlo, rechazada, rechazado, rechazo, descartar, descartarla, descartarlo, descartada, descartado, aprobada, aprobado, apta, apto, adelante, seguir, seguir adelante, continuar, pasa, no pasa, luz verde, pulgar arriba, pulgar abajo, a favor, en contra, favorable, desfavorable")}(?: (?:por mi parte|para mí|the candidate|rotundo|claro|con ella|con él))?${END}`,
  `${FROM}(?:la|lo) (?:contrato|ficharía|fichamos|quiero|queremos|rechazaría|rechazamos|descartaría|descartamos|cogería|cogemos)(?: (?:en|para) (?:el|mi|nuestro) equipo)?${STOP}`,
];

/** As patterns, in any case. */
export const SHORT: readonly string[] = [...ENGLISH, ...GERMAN, ...FRENCH, ...SPANISH];
