/** Words of everyday speech: no slip of a name, and a name only where they are written as one. */
export const PLAIN_WORDS: ReadonlySet<string> = new Set(
  `a about actually add after afternoon afternoons again ahead all also always am an and another any anybody anyone anything are around
as asap ask at available away back backup be because been before being between book booked booking both brief briefing briefs but by
call can can't cancel cancelled candidate candidates cant case chase check could cover date day days delay did do does doesn't done don't
dont due earlier early else end evening evenings every everybody everyone everything feedback few final find first fit follow for form
forms forward free friday fridays from get give go going good got had half happening has have he hello help her here hers hey hi him his
hold hour hours how i if in instead interview interviewer interviewers interviews into is isn't it its it's job just keep kind last late
later leave let lets like list ll long look loop make many mark may maybe me meet meeting meetings middle midday minutes missing mon monday
mondays month more morning mornings most move must my need needs never new next no none noon not note notes nothing now nudge of off offer
offered offers ok okay on once one onsite only open option or other others our out outstanding over overdue own owe owed owes panel part
pause pending people person phone pick place plan please pls plus position possible postpone process propose proposed push put re really
rebook remind reminder replace replacement reschedule resume rest right role room round said same sat saturday say schedule scheduled
screen send sent session set shall she shift should show side since slot slots so some somebody someone something soon sort stand start
status still stop sub submit submitted substitute sun sunday sunlight swap take talk team tell than thank thanks that that's the their them
then there these they thing things this those thu thur thurs thursday thursdays time times to today together told tomorrow tonight too tue
tues tuesday tuesdays turn two until up update us use video wait waiting waits want wants was wasn't we wed wednesday wednesdays week weeks
well went were what whats what's when where which while who whom whose why will with within without work works would write wrong wrote yes
yesterday yet you your jan feb mar apr jun jul aug sep sept oct nov dec january february march april june july august september october
november december hope chance page miles sky summer autumn dawn major price cash cook short young art joy
rescheduled reschedules rescheduling scheduling postponed moved moves moving shifted delayed cancels canceled replaced replaces reminded reminds briefed
arranged`
    .split(/\s+/u)
    .filter((word) => word !== ""),
);

/** Those that people are called, too. */
const ALSO_NAMES = new Set(
  "an april art august autumn case cash chance chase cook dawn day do early hope jan joy jun june long major mar march mark may miles more my page price short sky so summer well will young".split(
    " ",
  ),
);

/** What never stands for somebody by itself, and makes no name longer: words of time and of requests. */
export const isNoName = (folded: string): boolean =>
  PLAIN_WORDS.has(folded) && !ALSO_NAMES.has(folded);

/** Words that hold others together: in no name whatever. */
const BETWEEN = new Set(
  "and at about after again as before between but by for from if in into is it its me not of off on or our out that the their them then there this to until up us was we what when where who whom whose why with within without you your".split(
    " ",
  ),
);
export const isBetween = (folded: string): boolean => BETWEEN.has(folded);

/** Days, months and parts of them. */
const OF_TIME =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mornings?|noon|midday|afternoons?|evenings?|tonight|today|tomorrow|weeks?|months?|days?|hours?|minutes?|next|early|earlier|later?|dawn|summer|autumn)$/u;
export const isOfTime = (folded: string): boolean => OF_TIME.test(folded);
