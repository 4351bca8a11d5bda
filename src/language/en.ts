/** English. Every phrase that the grammar knows, and what it means; `zones.ts` knows the places. */
import { weekdayAt } from "./day-words.ts";
import type { Language, Meaning } from "./language.ts";
import { englishDates } from "./map-chrono.ts";

type Phrases = readonly (readonly [string, Meaning])[];

/** One meaning for many phrases, written in one line each: `a | b c | d`. */
const each = (phrases: string, meaning: Meaning): Phrases =>
  phrases.split("|").map((phrase) => [phrase.trim(), meaning] as const);

const numbered = (words: string, meaning: (at: number) => Meaning): Phrases =>
  words.split(",").flatMap((phrases, at) => each(phrases, meaning(at)));

const WEEKDAYS =
  "monday|mon,tuesday|tue|tues,wednesday|wed|weds,thursday|thu|thur|thurs,friday|fri,saturday|sat,sunday|sun";
const EVERY_WEEKDAY = "mondays,tuesdays,wednesdays,thursdays,fridays,saturdays,sundays";
const MONTHS =
  "january|jan,february|feb,,april|apr,,june|jun,july|jul,august|aug,september|sep|sept,october|oct,november|nov,december|dec";

const days: Phrases = [
  ...numbered(WEEKDAYS, (at) => ({
    kind: "weekdays",
    days: [weekdayAt(at)],
    every: false,
  })),
  ...numbered(EVERY_WEEKDAY, (at) => ({
    kind: "weekdays",
    days: [weekdayAt(at)],
    every: true,
  })),
  ...each("weekdays | weekday | week days | working days | business days | workdays", {
    kind: "weekdays",
    days: [1, 2, 3, 4, 5],
    every: true,
  }),
  ...each("weekends", { kind: "weekdays", days: [6, 7], every: true }),
  ...each("weekend", { kind: "weekend" }),
  ...numbered(MONTHS, (at) => ({ kind: "month", month: at + 1 })).filter(([phrase]) => phrase),
  ...each("march | mar", { kind: "month", month: 3, also: true }),
  ...each("may", { kind: "month", month: 5, also: true }),
  ...each("today", { kind: "day", days: 0 }),
  ...each("tomorrow | tmrw | tomorow", { kind: "day", days: 1 }),
  ...each("the day after tomorrow | day after tomorrow", { kind: "day", days: 2 }),
  ...each("yesterday", { kind: "day", days: -1 }),
];

const HOUR = 60;
const dayparts: Phrases = [
  ...each("morning", {
    kind: "daypart",
    name: "morning",
    ofClock: true,
    range: [6 * HOUR, 12 * HOUR],
    wide: [0, 12 * HOUR],
  }),
  ...each("mornings", {
    kind: "daypart",
    name: "mornings",
    range: [6 * HOUR, 12 * HOUR],
    wide: [0, 12 * HOUR],
    each: true,
  }),
  ...each("afternoon", {
    kind: "daypart",
    name: "afternoon",
    range: [12 * HOUR, 18 * HOUR],
    ofClock: true,
  }),
  ...each("afternoons", {
    kind: "daypart",
    name: "afternoons",
    range: [12 * HOUR, 18 * HOUR],
    each: true,
  }),
  ...each("evening | night | tonight", {
    kind: "daypart",
    name: "evening",
    ofClock: true,
    range: [18 * HOUR, 22 * HOUR],
    wide: [18 * HOUR, 24 * HOUR],
  }),
  ...each("evenings | nights", {
    kind: "daypart",
    name: "evenings",
    range: [18 * HOUR, 22 * HOUR],
    wide: [18 * HOUR, 24 * HOUR],
    each: true,
  }),
  ...each("lunch | lunchtime | lunch time | lunch break", {
    kind: "daypart",
    name: "lunch",
    range: [12 * HOUR, 13 * HOUR],
  }),
  ...each("business hours | office hours | working hours | work hours", {
    kind: "daypart",
    name: "working hours",
    range: [9 * HOUR, 17 * HOUR],
  }),
  ...each("noon | midday | mid-day", { kind: "clock", name: "noon", minute: 12 * HOUR }),
  ...each("midnight", { kind: "clock", name: "midnight", minute: 24 * HOUR }),
  ...each("eod | cob | end of day | end of the day | close of business | end of business", {
    kind: "clock",
    name: "the end of the business day",
    minute: 17 * HOUR,
  }),
  ...each("start of day | start of business | start of the day", {
    kind: "clock",
    name: "the start of the business day",
    minute: 9 * HOUR,
  }),
];

const numbers: Phrases = [
  ...numbered("a | an | one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve", (at) => ({
    kind: "count",
    value: at + 1,
  })),
  ...each("a couple of | couple of | a couple", { kind: "count", value: 2 }),
  ...each("fifteen", { kind: "count", value: 15 }),
  ...each("twenty", { kind: "count", value: 20 }),
  ...each("thirty", { kind: "count", value: 30 }),
  ...each("forty-five | forty five", { kind: "count", value: 45 }),
  ...each("sixty", { kind: "count", value: 60 }),
  ...each("ninety", { kind: "count", value: 90 }),
  ...numbered("first,second,third,fourth,fifth", (at) => ({ kind: "nth", value: at + 1 })),
  ...each("last", { kind: "nth", value: -1 }),
  ...each("st | nd | rd | th", { kind: "ordinal" }),
  ...each("am | a.m. | a.m", { kind: "meridiem", pm: false }),
  ...each("pm | p.m. | p.m", { kind: "meridiem", pm: true }),
  ...each("o'clock | oclock | sharp", { kind: "oclock" }),
  ...each("h | hs | uhr", { kind: "hours_mark" }),
  ...each("half past", { kind: "past", minutes: 30 }),
  ...each("quarter past | a quarter past", { kind: "past", minutes: 15 }),
  ...each("quarter to | a quarter to", { kind: "past", minutes: -15 }),
  ...each("half an | half a | half", { kind: "half" }),
  ...each("minute | minutes | min | mins | minuter", { kind: "unit", unit: "minute" }),
  ...each("hour | hours | hr | hrs", { kind: "unit", unit: "hour" }),
  ...each("day | days", { kind: "unit", unit: "day" }),
  ...each("business day | working day", { kind: "unit", unit: "business_day" }),
  ...each("week | weeks", { kind: "unit", unit: "week" }),
  ...each("month | months", { kind: "unit", unit: "month" }),
];

const relations: Phrases = [
  ...each("from | starting | starting from | as of | since | beginning | not until | earliest", {
    kind: "bound",
    bound: "from",
  }),
  ...each("on or after | at or after", { kind: "bound", bound: "from" }),
  ...each("on or before", { kind: "bound", bound: "through" }),
  ...each("after | later than | past", { kind: "bound", bound: "after" }),
  ...each("until | till | til | up to | through to | latest", {
    kind: "bound",
    bound: "until",
  }),
  ...each("by", { kind: "bound", bound: "by" }),
  ...each("through | thru | up to and including", { kind: "bound", bound: "through" }),
  ...each("before | earlier than | sooner than | ahead of | prior to", {
    kind: "bound",
    bound: "before",
  }),
  ...each("onwards | onward | on wards | and later | or later | at the earliest", {
    kind: "onward",
  }),
  ...each("between", { kind: "between" }),
  ...each("to", { kind: "to" }),
  ...each("at | @", { kind: "at" }),
  ...each("around | about | roughly | approximately | circa | ish", { kind: "around" }),
  ...each("on", { kind: "on" }),
  ...each("of", { kind: "of" }),
  ...each("the", { kind: "the" }),
  ...each("in | during", { kind: "in" }),
  ...each("for", { kind: "for" }),
  ...each("this | the current", { kind: "this" }),
  ...each("next | the next", { kind: "next" }),
  ...each("coming | the coming | following | the following", { kind: "next", coming: true }),
  ...each("the week of | week of | the week commencing | week commencing | the week beginning", {
    kind: "week_of",
  }),
  ...each("week beginning | w/c | the week starting | week starting", { kind: "week_of" }),
  ...each("within | within the next | in the next", { kind: "within" }),
  ...each("early | early in | early on | the beginning of | beginning of", {
    kind: "part",
    part: "early",
  }),
  ...each("mid | mid- | middle of | the middle of", { kind: "part", part: "middle" }),
  ...each("late", { kind: "part", part: "late" }),
  ...each("the end of | end of | at the end of", { kind: "part", part: "end" }),
  ...each("the start of | start of", { kind: "part", part: "start" }),
  ...each("same | the same | that same", { kind: "same" }),
  ...each("that", { kind: "same", loose: true }),
  ...each("later | further out", { kind: "direction", direction: "later" }),
  ...each("back", { kind: "direction", direction: "later", onlyMoved: true }),
  ...each("earlier | sooner | ahead", { kind: "direction", direction: "earlier" }),
  ...each("as soon as possible | asap | soonest | as early as possible | a.s.a.p.", {
    kind: "soonest",
  }),
];

const judgements: Phrases = [
  ...each("no | not | neither | never | avoid | avoiding | isn't | nothing", { kind: "not" }),
  ...each("can't | cannot | can not | cant | couldn't | could not | unable to | not able to", {
    kind: "cannot",
  }),
  ...each("can't do | cannot do | can't make | cannot make | won't be able to | don't want", {
    kind: "cannot",
  }),
  ...each("won't be available | won't be free | will not be available | am not available", {
    kind: "cannot",
  }),
  ...each("not available | unavailable | not free | am not free | won't work for", {
    kind: "cannot",
  }),
  ...each("away | out of office | out of the office | ooo | on vacation | on holiday | on leave", {
    kind: "away",
  }),
  ...each("i have a meeting | i have an appointment | i have a call | i have an interview", {
    kind: "away",
  }),
  ...each("i have another meeting | i have another interview | i have another call", {
    kind: "away",
  }),
  ...each("on pto | busy | travelling | traveling | booked | out | off | tied up", {
    kind: "away",
  }),
  ...each("can | could | can do | could do | free | available | can make | could make | able to", {
    kind: "can",
  }),
  ...each("could you | can you | can we | could we | can i | could i | how about | what about", {
    kind: "can",
  }),
  ...each(
    "happy with | prefer | prefers | would prefer | i'd prefer | ideally | preferably | rather",
    {
      kind: "can",
    },
  ),
  ...each("works | work | is fine | are fine | is good | are good | is ok | are ok | is okay", {
    kind: "good",
  }),
  ...each("works for me | work for me | suits me | suits | suit me | is possible | would work", {
    kind: "good",
  }),
  ...each("is great | are great | would be good | would be great | would be fine | is best", {
    kind: "good",
  }),
  ...each("is free | are free | are okay | are possible | is perfect | does", { kind: "good" }),
  ...each("doesn't work | don't work | does not work | do not work | won't work | is bad", {
    kind: "bad",
  }),
  ...each("are bad | is out | are out | is not possible | isn't possible | are not possible", {
    kind: "bad",
  }),
  ...each("is difficult | are difficult | is impossible | are impossible | is no good", {
    kind: "bad",
  }),
  ...each("doesn't work for me | don't work for me | doesn't suit | doesn't | is not good", {
    kind: "bad",
  }),
  ...each("except | except for | excluding | apart from | other than | besides | save for", {
    kind: "except",
  }),
  ...each("just not | but not | only not | anything but | anytime but", { kind: "except" }),
  ...each("but | however | though", { kind: "but" }),
  ...each("only | just | strictly | exclusively", { kind: "only" }),
  ...each(
    "24/7 | any time | anytime | any times | whenever | all day | at any time | the whole day",
    {
      kind: "any_time",
    },
  ),
  ...each("any | every | each | all", { kind: "every" }),
];

const people: Phrases = [
  ...each("with", { kind: "with" }),
  ...each("without | w/o", { kind: "without" }),
  ...each("instead of | rather than | in place of", { kind: "instead" }),
  ...each("both | either | the two | the them both | the sessions", { kind: "both" }),
  ...each("she | he | they | her | him | them | his | their | she's | he's | they're", {
    kind: "pronoun",
  }),
  ...each("the hiring manager | hiring manager | the recruiter | recruiter | someone else", {
    kind: "role",
  }),
  ...each("somebody else | anybody else | another interviewer | a different interviewer", {
    kind: "role",
  }),
  ...each("my time zone | my timezone | my time | local time | my local time", { kind: "my_time" }),
  ...each("time | timezone | time zone | standard time | daylight time", { kind: "time_word" }),
];

const wishes: Phrases = [
  ...each("move | reschedule | re-schedule | postpone | push | push back | shift", {
    kind: "intent",
    intent: "move",
  }),
  ...each("bring forward | bring it forward | pull in | pull it in | move up | move it up", {
    kind: "intent",
    intent: "move",
    direction: "earlier",
  }),
  ...each("delay | rebook | change the time of | rearrange | put off", {
    kind: "intent",
    intent: "move",
  }),
  ...each("schedule | book | set up | arrange | plan | find a time for | find a slot for", {
    kind: "intent",
    intent: "schedule",
  }),
  ...each("find time for | put in | organise | organize", {
    kind: "intent",
    intent: "schedule",
  }),
  ...each("cancel | call off | withdraw | calling off | cancelling | canceling", {
    kind: "intent",
    intent: "cancel",
  }),
  ...each("swap | switch", { kind: "intent", intent: "swap" }),
  ...each("replace | substitute", { kind: "intent", intent: "replace" }),
  ...each("availability | my availability | my availabilities", {
    kind: "intent",
    intent: "availability",
  }),
  ...each("onsite | on-site | on site | phone screen | phone call | screen | interview", {
    kind: "session",
  }),
  ...each("interviews | technical interview | coding interview | final round | final interview", {
    kind: "session",
  }),
  ...each("panel | technical panel | loop | session | sessions | call | chat | video call", {
    kind: "session",
  }),
  ...each("debrief | system design | system design interview | culture interview | first round", {
    kind: "session",
  }),
  ...each("second round | round | meeting | slot | appointment | conversation | intro call", {
    kind: "session",
  }),
  ...each("hiring manager interview | hiring manager call | take-home review | pairing session", {
    kind: "session",
  }),
  ...each("sick | ill | unwell | not well | not feeling well | stuck in traffic | caught up", {
    kind: "reason",
  }),
];

const FILLERS = `i | i'm | i am | i'd | i'll | i've | i have | have | has | had | we | we're | you | me | us | my | our
 your | it | it's | is | are | be | been | was | were | will | would | should | must | do | does it | did | let's | let us
 any chance of | doing | a bit | a little | please | pls | thanks | thank you | thx | cheers | mail | email | message | hi | hello | hey | dear | best | regards | kind regards | sorry | ok
 okay | yes | yeah | yep | sure | well | so | only if it is | only if it's | if it is | if it's | if possible | then | as | that's | there | there's | here | also | too | really | very
 possible | possibly | maybe | perhaps | want | need | needs | like | love | would like | i'd like | would love | make | makes
 get | take | give | want to | need to | have to | think | guess | afraid | unfortunately | just wondering | wondering
 but rather | because | since i | due to | may i | may we
 would you | will you | is it possible to | is there any way to | when | which | what | instead | again | anyway | somehow | feel | feeling
 in that case | for example | e.g. | date | dates | times | day's | o | oh | great | fine | good | perfect
 ( | ) | [ | ] | " | “ | ” | ' | ‘ | ’ | … | * | :) | :-) | 👍 | 🙏 | 🙂 | 😊`;

/** English as it is written about interviews. */
export const english: Language = {
  phrases: [
    ...each(FILLERS.replaceAll("\n", " |"), { kind: "filler" }),
    ...days,
    ...dayparts,
    ...numbers,
    ...relations,
    ...judgements,
    ...people,
    ...wishes,
    ...each(". | ; | ! | ?", { kind: "stop" }),
    ...each(",", { kind: "comma" }),
    ...each("-", { kind: "dash" }),
    ...each(":", { kind: "colon" }),
    ...each("/", { kind: "slash" }),
    ...each("and | & | + | plus | as well as", { kind: "and" }),
    ...each("or | nor | alternatively | otherwise | or else | and/or", { kind: "or" }),
  ],
  possessives: ["'s", "s'"],
  namesAreCapital: true,
  dates: englishDates,
};
