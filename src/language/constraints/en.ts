/** English. Every phrase that the grammar knows, and what it means; `zones.ts` knows the places. */
import { englishEngagements } from "./en-engagements.ts";
import { englishDayparts, englishDays, englishNumbers } from "./en-times.ts";
import type { Language } from "./language.ts";
import { englishDates } from "./map-chrono.ts";
import { each, type Phrases } from "./phrases.ts";

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
  ...each("at the latest | or sooner | or earlier", { kind: "latest" }),
  ...each("between", { kind: "between" }),
  ...each("to", { kind: "to" }),
  ...each("at | @", { kind: "at" }),
  ...each("around | about | roughly | approximately | circa | ish", { kind: "around" }),
  ...each("on", { kind: "on" }),
  ...each("of", { kind: "of" }),
  ...each("the", { kind: "the" }),
  ...each("in | during | over", { kind: "in" }),
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
  ...each("forward", { kind: "direction", direction: "earlier" }),
  ...each("earlier | sooner | ahead", { kind: "direction", direction: "earlier" }),
  ...each("the sooner the better | the earlier the better", { kind: "soonest" }),
  ...each("as soon as possible | asap | soonest | as early as possible | a.s.a.p.", {
    kind: "soonest",
  }),
];

const judgements: Phrases = [
  ...each("works | work", { kind: "good", isWork: true }),
  ...each("is out of office | is out of the office | are out of office | is on pto", {
    kind: "away",
  }),
  ...each("no | not | neither | never | avoid | avoiding | isn't | aren't | nothing", {
    kind: "not",
  }),
  ...each("don't | dont | do not | won't | will not | wouldn't | would not | didn't want to", {
    kind: "not",
  }),
  ...each("no need to | not necessary to | no reason to | do not wish to | don't wish to", {
    kind: "not",
  }),
  ...each("i don't think | i do not think | i doubt | never any", { kind: "not" }),
  ...each("can't | cannot | can not | cant | couldn't | could not | unable to | not able to", {
    kind: "cannot",
  }),
  ...each("can't do | cannot do | can't make | cannot make | won't be able to | don't want", {
    kind: "cannot",
  }),
  ...each(
    "don't have time | do not have time | don't have any time | have no time | no time | no availability",
    {
      kind: "cannot",
    },
  ),
  ...each(
    "don't want to | rather not | prefer not to | prefer not | can't make it | cannot make it",
    {
      kind: "cannot",
    },
  ),
  ...each(
    "not sure | unsure | not certain | don't know | not only | not just | might | lunch break | only if",
    {
      kind: "doubt",
    },
  ),
  ...each("you can't | you cannot | you're not | you are not | you aren't | you won't | unless", {
    kind: "doubt",
  }),
  ...each("can't we | couldn't we | can we not | could we not | could you not | can you not", {
    kind: "doubt",
  }),
  ...each("why not | interview is | call is | session is | meeting is | onsite is | screen is", {
    kind: "doubt",
  }),
  ...each("won't be available | won't be free | will not be available | am not available", {
    kind: "cannot",
  }),
  ...each("not available | unavailable | not free | am not free", { kind: "cannot" }),
  ...each("isn't available | isn't free | aren't available | aren't free | not around", {
    kind: "cannot",
  }),
  ...each("away | out of office | out of the office | ooo | on vacation | on holiday | on leave", {
    kind: "away",
  }),
  ...each(
    "in meetings | in a meeting | i have meetings | fully booked | booked solid | booked up",
    {
      kind: "away",
    },
  ),
  ...each("teaching", { kind: "away" }),
  ...each("on pto | busy | travelling | traveling | booked | out | off | tied up", {
    kind: "away",
  }),
  ...each("taken | already taken | blocked | blocked out | blocked off", { kind: "away" }),
  ...each("can | could | can do | could do | free | available | can make | could make | able to", {
    kind: "can",
  }),
  ...each("could you | can you | can we | could we | can i | could i | how about | what about", {
    kind: "can",
    isOwn: true,
  }),
  ...each("flexible | open | wide open | i have time | i've got time", { kind: "can" }),
  ...each(
    "happy with | prefer | prefers | would prefer | i'd prefer | ideally | preferably | rather",
    {
      kind: "can",
    },
  ),
  ...each("is fine | are fine | is good | are good | is ok | are ok", {
    kind: "good",
  }),
  ...each("works for me | work for me | suits me | suits | suit me | is possible | would work", {
    kind: "good",
  }),
  ...each("is great | are great | would be good | would be great | would be fine | is best", {
    kind: "good",
  }),
  ...each("is okay | are okay | are possible | is perfect | does | is better | are better", {
    kind: "good",
  }),
  ...each("are best | is best for me | are best for me | should work | would suit me | is open", {
    kind: "good",
  }),
  ...each("all work | all works | works great | works well | works fine | works great for me", {
    kind: "good",
  }),
  ...each(
    "is great for me | is good for me | is fine for me | is perfect for me | would be perfect",
    {
      kind: "good",
    },
  ),
  ...each("doesn't work | don't work | does not work | do not work | won't work | is bad", {
    kind: "bad",
  }),
  ...each("are bad | is out | are out | is not possible | isn't possible | are not possible", {
    kind: "bad",
  }),
  ...each("is difficult | are difficult | is impossible | are impossible | is no good", {
    kind: "bad",
  }),
  ...each(
    "is tricky | is hard | is full | is packed | is a no-go | is off the table | wouldn't work",
    {
      kind: "bad",
    },
  ),
  ...each("is fully booked | is booked | is not an option | isn't an option | is not ideal", {
    kind: "bad",
  }),
  ...each("isn't ideal | is not possible for me | won't work for me | isn't good", { kind: "bad" }),
  ...each("doesn't work for me | don't work for me | doesn't suit | doesn't | is not good", {
    kind: "bad",
  }),
  ...each("except | except for | excluding | apart from | other than | besides | save for", {
    kind: "except",
  }),
  ...each("just not | but not | only not | anything but | anytime but", { kind: "except" }),
  ...each("everything but | all but | anything except | everything except | other than on", {
    kind: "except",
  }),
  ...each("but | however | though", { kind: "but" }),
  ...each("only | just | strictly | exclusively | nothing but | nothing except", { kind: "only" }),
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
  ...each("the candidate | candidate | the interviewer | the panel members", { kind: "role" }),
  ...each("my time zone | my timezone | my time | local time | my local time", { kind: "my_time" }),
  ...each("time | timezone | time zone | standard time | daylight time", { kind: "time_word" }),
];

const wishes: Phrases = [
  ...each("move | reschedule | re-schedule | postpone | push | shift", {
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
  ...each(
    "second round | round | meeting | meetings | slot | appointment | conversation | intro call",
    {
      kind: "session",
    },
  ),
  ...each("hiring manager interview | hiring manager call | take-home review | pairing session", {
    kind: "session",
  }),
  ...each("sick | ill | unwell | not well | not feeling well | stuck in traffic | caught up", {
    kind: "reason",
  }),
];

const SELF =
  "i | i'm | i am | i'd | i'll | i've | we | we're | we are | we'd | we'll | we've | myself";

const GREETINGS =
  "hi | hello | hey | dear | best | regards | kind regards | best regards | warm regards | cheers | thanks | thank you | thx | many thanks | good morning | good afternoon | good evening | all the best";

const FILLERS = `have | you | me | us | my | our | as a team
 your | it | it's | are | be | will | would | should | must | do | does it | let's | let us | for me | for us
 any chance of | doing | a bit | a little | please | pls | mail | email | message | sorry | ok | hi there | hi all | hi team | hi everyone | hello all
 okay | yes | yeah | yep | sure | well | so | only if it is | only if it's | if it is | if it's | if possible | then | as | that's | there | there's | here | also | too | really | very
 possible | possibly | maybe | perhaps | want | need | needs | like | love | would like | i'd like | would love | make | makes | make it
 get | take | give | want to | need to | have to | think | guess | afraid | unfortunately | just wondering | wondering
 but rather | because | since i | due to | may i | may we | quite | fully | in general | generally | sometime | some time | pretty | still | anything | use | start | bring | on my side | on my end
 would you | will you | is it possible to | is there any way to | again | anyway | somehow | feel | feeling
 in that case | for example | e.g. | date | dates | times | day's | o | oh | great | fine | good | perfect | better | ideal
 thanks for reaching out | thank you for reaching out | thanks for the invitation | thank you for the invitation | thanks for the invite
 thanks for your mail | thanks for your email | thanks for getting back to me | thank you for your email | thank you for your message
 looking forward to it | looking forward to meeting you | looking forward to speaking with you | looking forward to hearing from you | looking forward
 let me know | let me know if that works | let me know what works | let me know what works for you | let me know if that works for you
 something came up | hope you're well | hope you are well | i hope you are well | i hope you're well | no problem | no worries | for you
 see you then | talk soon | speak soon | have a great day | have a nice day
 ( | ) | [ | ] | " | “ | ” | ' | ‘ | ’ | … | * | :) | :-) | 👍 | 🙏 | 🙂 | 😊`;

/** English as it is written about interviews. */
export const english: Language = {
  phrases: [
    ...each(FILLERS.replaceAll("\n", " |"), { kind: "filler" }),
    ...each("instead", { kind: "filler", isInstead: true }),
    ...each("is | has", { kind: "filler", isOfOther: true }),
    ...englishDays,
    ...englishDayparts,
    ...englishNumbers,
    ...relations,
    ...judgements,
    ...englishEngagements,
    ...people,
    ...wishes,
    ...each(". | ; | !", { kind: "stop" }),
    ...each("?", { kind: "stop", isQuestion: true }),
    ...each(SELF, { kind: "self" }),
    ...each(GREETINGS, { kind: "greeting" }),
    ...each(",", { kind: "comma" }),
    ...each("-", { kind: "dash" }),
    ...each(":", { kind: "colon" }),
    ...each("/", { kind: "slash" }),
    ...each("and | & | + | plus | as well as", { kind: "and" }),
    ...each("or | alternatively | otherwise | or else | and/or", { kind: "or" }),
    ...each("nor", { kind: "or", nor: true }),
  ],
  possessives: ["'s", "s'"],
  namesAreCapital: true,
  dates: englishDates,
};
