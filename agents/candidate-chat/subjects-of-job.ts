/** What candidates ask of the company and the job, and what may be of the interview as well. Of English. */
import type { Subject } from "./subject.ts";

const WORKS_THERE =
  "(?:(?:you|we|people|others|employees|engineers|developers|colleagues)|(?:the|your|this|that|our|my|all) (?:[a-z]+ )?(?:team|company|staff|people|others|employees|engineers|developers|colleagues|department|group|office))";
const AFAR =
  "(?:remote(?:ly)?|hybrid|distributed|co-?located|in[- ]office|in (?:the|an|your) office|from home|at home|office[- ]based)";

/** Where one works: asked of the job, and of those who have it. */
export const REMOTE: Subject = {
  asked: new RegExp(
    [
      String.raw`\b(?:remote (?:work\w*|days?|job|position|role|policy|first)|(?:work\w*|job|role|position|be|fully|100 ?%|partly) (?:\w+ ){0,2}(?:remote(?:ly)?)|remotely|hybrid|work(?:ing)? from \p{L}+|wfh|home ?office|(?:days|(?<!what )time|often|much) .{0,20}\b(?:in|at|to) the office|(?:be|come|go|work) (?:\w+ )?(?:in|into|to|at|from) (?:the|an|your) office (?:\w+ )?(?:every|each|all|daily|\w+ (?:days?|times))|on[- ]?site (?:job|role|position|policy)|(?:role|job|position) .{0,30}\bon[- ]?site|work (?:\w+ )?(?:in|at|from) (?:the|an|your) office|office (?:days|policy))\b`,
      String.raw`\b(?:is|are|does|do) ${WORKS_THERE} (?:\w+ ){0,2}${AFAR}\b`,
    ].join("|"),
    "iu",
  ),
  unless: /\b(?:interview\w*|call|panel|round|meeting)\b/i,
  told: "remote remotely remote_work hybrid work_from_home home_office days_in_the_office office_days",
  isOfJob: true,
};

const ANY_OF_BOTH = new RegExp(
  [
    String.raw`^\W*(?:(?:and|so|but|hi|hello|also|sorry)\W+)*(?:is|will|would|can) (?:it|this|that|everything|everyone|everybody) (?:\w+ ){0,2}(?:remote(?:ly)?|in (?:the|an|your) office|from home)\b`,
    String.raw`\b(?<!\b(?:how|when|where|why|time|day) )(?:(?:do|will|would) i (?:\w+ )?(?:have|need) to|must i|should i|am i (?:required|expected|supposed) to) (?:\w+ )?(?:(?:come|go|be|travel|show up|turn up) (?:\w+ )?(?:in|into|to|at|over to) (?:the|your|an) office|come in)(?! (?:early|late|through|by|every|each|all|daily|\w+ (?:days?|times)))\b`,
  ].join("|"),
  "i",
);
const OF_ONE =
  /\b(?:interviews?|calls?|panel|rounds?|meetings?|talk|session|job|role|position|work\w*|daily|every|days?|often|team)\b/i;

/** Whether a line asks where one has to be, for the interview or for the job: nobody can tell for which, so both are told. */
export const isOfJobOrInterview = (line: string): boolean =>
  ANY_OF_BOTH.test(line) && !OF_ONE.test(line);

export const OF_JOB: readonly Subject[] = [
  // The job.
  {
    asked:
      /\b(?:about (?:the|your) company|what (?:kind|sort|type) of company|(?:what|how) (?:does|do|is) (?:\w+ ){1,3}(?:do|make money)\W*$)/i,
    unless: /\b(?:what|how) (?:do|does) i\b/i,
    told: "about_us about_the_company our_company we_make we_build",
  },
  {
    asked:
      /\b(?:hiring manager|(?:my|future|new|line|direct|the) (?:\w+ )?(?:manager|boss|team ?lead|supervisor)|report(?:ing)? (?:to|line)|who (?:would|will|do) i work (?:for|under))\b/i,
    unless:
      /\b(?:tell|ask|told|asked) (?:\w+ )?(?:my|the) (?:\w+ )?(?:manager|boss)\b|\b(?:style|background|like)\b/i,
    told: "hiring_manager report_to reports_to your_manager line_manager team_lead",
  },
  {
    asked:
      /\b(?:(?:size|big|large|small|many|structure|based|located|about|spread) .{0,30}\bteam\b|team(?:'s)? (?:size|structure|setup|look)|(?:the|your) team (?:is|be|are)?(?: \w+){0,2} ?(?:big|large|small|based|located|distributed)|(?:how many|number of) (?:\w+ ){0,2}(?:engineers|developers|people|colleagues|members) .{0,25}\b(?:in|on) (?:the |your |this )?(?:team|platform|department)|what is the team|who is (?:on|in) the team)\b/i,
    unless: /\bteams (?:link|call|meeting)\b/i,
    told: "#team #your_team the_team our_team team_is people_in team_of",
  },
  // Of people as they are.
  {
    asked:
      /\b(?:how old (?:is|are|would|were)|(?:average|mean|your|their|his|her) age|ages\b|women|men\b|females?|males?|gender|divers\w+|nationalit\w+|which countries|married|their (?:kids|children|families|religion)|turnover|(?:people|employees|engineers) (?:stay|leave|quit)|why did .{0,30}\b(?:leave|quit|go))\b/i,
    told: "average_age women gender divers* nationalit* turnover",
  },
  {
    asked:
      /\b(?:on[- ]?call|pager ?\w*|out[- ]of[- ]hours|night ?shifts?|weekend (?:work|shifts?)|work (?:\w+ )?(?:nights|weekends))\b/i,
    told: "on_call on-call pager* out_of_hours night_shift* weekend*",
  },
  REMOTE,
  {
    asked:
      /\b(?:relocat\w*|live (?:in|outside|near|somewhere)|mov(?:e|ing) (?:house|there|to (?:\p{L}+land|lisbon|porto|london|berlin|the (?:city|country|area)|another (?:city|country)|your (?:city|country)))|moving (?:costs?|help|company))\b/iu,
    unless: /\b(?:interview|time|slot)\b/i,
    told: "relocat* moving_costs",
    isOfJob: true,
  },
  {
    asked:
      /\b(?:visas?|work permits?|sponsor\w*|right to work|blue card|immigration|residence permit)\b/i,
    told: "visa* work_permit* sponsor* right_to_work immigration",
    isOfJob: true,
  },
  {
    asked:
      /\b(?:salar(?:y|ies)|pay(?: ?(?:range|band|scale))?|compensation|comp|wages?|earn|remuneration|how much (?:money|does (?:it|this|the \w+) pay|do you pay|would i (?:get|make|earn)))\b/i,
    unless:
      /\b(?:km|kilomet\w+|miles?|mileage|trial (?:day|week)|pay(?:s|ing)? (?:for(?! (?:this|the|a) (?:\w+ )?(?:job|role|position)\b)|my|the|me back|back|attention|in)|pay (?:\w+ ){0,2}(?:relocation|moving|rent|parking|tax\w*|overtime|training)|(?:(?:do|does|will|would|can|could|did) (?:you|they|we|the company)|you'll) (?:also |even )?pay (?!(?:well|fair\w*|more|less|per|monthly|weekly|yearly|an?|the|above|below|range|scale|here|for)\b)\p{L}+|have to pay|do i pay|who pays|pay me in|13th|(?:my|last|current|previous|old|present) (?:\w+ )?salary|expectations?|negoti\w*|bonus\w*|equity|stock|sick|overtime|parental|raise\w*|increase|up to \d|more than|higher|match|at least|minimum|\d+ ?k)\b|\b(?:do|does|did|will|would|can) (?!(?:i|we|it|this|that|one|an?|you)\b|(?:the|your) (?:job|role|position|post)\b)(?:[\p{L}-]+ ){1,4}(?:earn|make|paid|get)\b|\b(?:his|her|their|someone's|everyone's|(?!(?:what|where|who|how|it|that|there|here|let|role|job|position)'s)\p{L}+'s) (?:salary|pay|wages?|compensation)\b/iu,
    told: "salary pay_range pay_band wage* compensation",
    isOfJob: true,
  },
  {
    asked:
      /\b(?:negotiab\w*|negotiat\w*|(?:go|stretch|pay) (?:up to|higher|above|more)|\d+ ?k\b|match my (?:salary|pay))/i,
    told: "negotiab* negotiat*",
    isOfJob: true,
  },
  {
    asked:
      /\b(?:bonus\w*|equity|stock(?:s| options?)?|rsus?|shares|esop|profit[- ]sharing|13th (?:month|salary|pay\w*))\b/i,
    unless: /\b(?:shares? (?:my|the|a|this)|in stock|stock (?:photos?|pictures|images?))\b/i,
    told: "bonus* equity stock stocks stock_options shares rsu*",
    isOfJob: true,
  },
  {
    asked:
      /\b(?:pto|paid time off|annual leave|paid (?:leave|holidays?|vacation)|(?:how (?:much|many)|days?(?: of)?|any|get|is the|your|amount of) (?:\w+ ){0,3}(?:holidays?|vacation|leave|days off)|(?:holiday|vacation|leave) (?:days|allowance|policy|entitlement))\b/i,
    unless:
      /\b(?:parental|maternity|paternity|sick|i am|i'?m) (?:\w+ )?(?:leave|on holiday|on vacation)\b|\bmy (?:holiday|vacation)/i,
    told: "holiday* vacation annual_leave paid_leave time_off",
    isOfJob: true,
  },
  {
    asked:
      /\b(?:tech(?:nology|nical)? ?stack|stack|technolog(?:y|ies)|frameworks?|(?:which|what) (?:\w+ ){0,2}(?:database|cloud|languages?|tools?|tech)\b.{0,20}\b(?:you|the team|they|we|your)\b|databases?|(?:job|role|position) .{0,20}\b(?:need|require|involve|use)s?\b|(?:what|which) (?:skills|qualifications|requirements|experience) .{0,30}\b(?:need|require|look|expect|have)\w*)\b/i,
    unless:
      /\b(?:stack ?overflow|full[- ]stack|stock)\b|\b(?:video|call|meeting|conferenc\w+) (?:tool|platform|app|software|system)|\b(?:zoom|webex|skype|google meet)\b|\b(?:can|may|could|should) i\b|my (?:data|name)/i,
    told: "tech_stack technology_stack our_stack what_you_bring requirements technologies typescript javascript java python golang rust ruby kotlin postgresql mysql mongodb kafka kubernetes aws azure gcp react",
    isOfJob: true,
  },
  {
    asked: /\b(?:benefits|perks|what do you offer|what (?:is|'s) on offer)\b/i,
    told: "benefits perks what_we_offer we_offer",
    isOfJob: true,
  },
];
