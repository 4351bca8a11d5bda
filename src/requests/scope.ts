/** Whether what is to be proposed is about one candidate, the one whom it was taken for, and their interviews as a whole. Words that may mean
 * others, several, or something else than interviews are asked about: they are never left out. */
import type { Reading } from "./read-request.ts";
import { asks } from "./asking.ts";
import type { Intent, Understanding } from "./understanding.ts";
import { wordsOf } from "./words.ts";

const TIMES =
  "(?:(?:of|the|these|those|other|new|more|good|free|open|possible|available|suitable|single|working|business) )*(?:times?|timeslots?|slots?|dates?|days?|weeks?|weekdays?|months?|mornings?|afternoons?|evenings?|nights?|hours?|minutes?|mins?|points?|moments?|options?|long|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|today|tomorrow|\\d[\\d:.]*)(?!\\w)";
const INTERVIEWS =
  "(?:interviews|calls|meetings|sessions|screens|screenings|onsites|loops|rounds|bookings|appointments|slots|candidates|people|persons|ones)";
const DAY =
  "(?:today|tomorrow|tonight|yesterday|day|week|month|morning|afternoon|evening|(?:mon|tues|wednes|thurs|fri|satur|sun)day)";
const ONE = "(?:one|two|three|four|five|six|seven|eight|nine|ten|\\d+|a few|a couple)";

/** Some others than whoever is meant, or more than one. */
const OTHERS = new RegExp(
  [
    `\\b(?:others?|another)\\b(?! ${TIMES})`,
    "\\b(?:rest|remaining)\\b",
    "\\b(?:first|second|third|next|previous|last|former|latter|same|right|wrong) (?:ones?|candidates?|persons?|people|two)\\b",
    "\\bones? (?:before|after|on|at|from|for|in|of|that|who|which)\\b",
    `\\b(?:both|any|every|each|several|most|some|few|many|these|those)\\b(?! (?:of )?${TIMES})`,
    `\\ball\\b(?! (?:of )?${TIMES})(?! (?:of )?(?:the )?(?:interviews |calls |sessions )?(?:(?:of|for|with) )?@)`,
    "\\beverything\\b(?! (?:of|for|with) @)",
    "\\b(?:everyone|everybody|anyone|anybody|someone|somebody|whoever|whomever|whom?|whose|nobody|candidates|people|persons)\\b",
    `\\b${ONE} (?:of(?! ${TIMES})|(?:other |more )?${INTERVIEWS})(?!\\w)`,
    "\\b(?:my|mine|myself|ourselves)\\b",
    `\\b${DAY}'s (?:\\w+ )?(?:interviews|calls|meetings|screens|onsites|loops)\\b`,
    "\\b(?:with|and|or|instead of|by|cancel|move|reschedule|schedule|replace|brief|rebrief|remind|nudge) (?:me|us)\\b",
  ].join("|"),
  "u",
);

/** Of nobody in particular, where nobody is named. */
const NOBODYS = new RegExp(
  `\\b(?:our|ours|your|yours)\\b|\\bteam(?:'s)?\\b|\\b(?:cancel|call off|move|push|shift|reschedule|postpone|delay) (?:an?|any|interviews|calls|meetings|screens|onsites|loops)(?!\\w)(?! (?:bit|little|day|week|hour|half|few|couple))|\\b${DAY}'s (?:\\w+ )?(?:interview|call|meeting|screen|onsite|loop)\\b`,
  "u",
);

/** Whom a brief never goes to. */
const NO_READER =
  /\bbrief\w* (?:again )?(?:(?:the|this|that|our|her|his|their) )*(?:candidates?\b|(?:her|him)(?! (?:panel|team|interview\w*|onsite|screen|loop|call|brief)))/u;
const TO_WHOM =
  "Whom? A brief goes to those who interview. Write their name; or, for all of a candidate's interviewers: brief again for (candidate).";

/** A replacement is somebody whom nobody names yet. */
const STAND_IN =
  /\b(?:another|other) interviewer\b|\b(?:someone|somebody|anyone|anybody)(?: else)?\b|\bwho(?= (?:can|could|may))/gu;

/** A job that is to be filled, and whoever interviews: neither is cancelled or moved. */
const A_JOB =
  /(?<!# )(?<!\b(?:for|of|in) (?:this|that|the|her|his|their) )\b(?:jobs?|postings?|roles?|positions?|requisitions?|reqs?)\b(?! (?:of )?#)/u;
const OF_A_JOB =
  "A role is neither cancelled nor moved here: interviews are, one candidate's at a time. Of which candidate?";
const AN_INTERVIEWER = /\binterviewers?\b/u;
const ONE_WITH = /\b(?:interview|call|session|one|screen|screening|onsite|meeting|loop)s? with @/u;
/** What is asked where only an interviewer is named. */
export const OF_AN_INTERVIEWER =
  "Whose interview? What is booked is cancelled and moved by its candidate, not by who interviews. Write the candidate's name, or what is meant without the interviewer.";

const OF_INTERVIEWS: ReadonlySet<Intent> = new Set(["cancel", "reschedule", "schedule"]);

const othersIn = (intent: Intent, masked: string): string | null => {
  const said = intent === "replace" ? masked.replaceAll(STAND_IN, "") : masked;
  return OTHERS.exec(said)?.[0] ?? null;
};

/** What has to be asked before anything is proposed. Shape: null where it is about one candidate alone. */
export const askOfOthers = (
  intent: Intent,
  { masked, mentions }: Pick<Reading, "masked" | "mentions">,
): Understanding | null => {
  if (intent === "brief_again" && NO_READER.test(masked)) return asks("which_person", TO_WHOM);
  const isNamed = mentions.some(({ cases }) => cases.length > 0);
  const isOfInterviews = OF_INTERVIEWS.has(intent);
  const others =
    othersIn(intent, masked) ?? (isOfInterviews && !isNamed ? NOBODYS.exec(masked)?.[0] : null);
  if (others) return asks("which_candidate", ofWhom(others));
  if (!isOfInterviews) return null;
  if (A_JOB.test(masked)) return asks("which_candidate", OF_A_JOB);
  const isOfOne = intent === "reschedule" && !isNamed && ONE_WITH.test(masked);
  return isOfOne || AN_INTERVIEWER.test(masked) ? asks("not_understood", OF_AN_INTERVIEWER) : null;
};

const ofWhom = (words: string): string =>
  `“${words.trim()}” may mean another candidate, or more than one. One at a time: say it with the candidate's name.`;

/** All that a cancellation can have beside its name. */
const OF_CANCELLING = new Set(
  `please pls plz kindly can could would will you u we i need needs to want wants like d let lets let's us the a an this that it its her hers him his
their them they she he interview interviews onsite on-site screen screening phone call loop session slot meeting meetings appointment booking
candidate of for with about hi hey hello hallo dear convene thanks thank thx ty cheers ok okay just now asap quickly right away up and be is are booked
scheduled whole all everything video technical final panel mind time so then also actually sorry round at`.split(
    /\s+/u,
  ),
);

/** What belongs to the words before it. */
const BELONGS =
  /\b(?<=\b(?:this|that) )one\b|\b(?<=\bfor )(?:me|us)\b|\b(?<=\bfor (?:this|that|the) (?:# )?)(?:role|job|position)\b/gu;

/** Words beside it that may mean something. Shape: empty when there are none. `said`: without its cue and names. */
export const oddInCancel = (said: string, isNamed: boolean): string =>
  wordsOf(said.replaceAll(BELONGS, " "))
    .map(({ folded }) => folded)
    .filter((word) => !OF_CANCELLING.has(word) && !(isNamed && OURS.has(word)))
    .join(" ");

/** Of the one who is named: ours as well. */
const OURS = new Set(["our", "team", "role", "job", "position"]);
