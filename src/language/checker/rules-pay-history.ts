/** What somebody earned. */
import { type RuleGroup, rulesOf } from "./group.ts";

const pay = rulesOf("pay_history");

/** The rules. */
export const PAY_HISTORY_RULES: readonly RuleGroup[] = [
  pay(
    "ask",
    `what|how_much do|did|does|are|were|is|was .. you|your .. earn|take_home|paid|pay|paying|making|earning|get_paid|get|salary|pay|clear|bring_home|pocket !decisions|decision|sure|of|apply|choice|call
    how much !time|data|experience|traffic|of_your|memory|notice .. you .. earn|make|making|paid|earning|on|pay|getting|salary|take_home|bring_home
    how much do|did|does|are|were|was|is|have you .. earn|pay|paid|make|on
    what are|were you on ?|now|there|at|before|when
    what|how_much do|did they|he|she .. pay_you|pay
    what|how_much .. you .. earn|earned|earning|paid_you|take_home|taking_home !points
    what .. paid_you|paying_you|pay_you
    @now .. salary|salaries|pay|wage|wages|ctc|compensation|remuneration|earnings|package|paycheck|bonus|comp|day_rate|hourly_rate|base|rate|pay_packet|payslip !expectation|expectations|calculator|system|ranges
    salary|pay|wage|wages|earnings|compensation|remuneration history|histories|record|progression|so_far|slip|slips|stub|stubs|in_your_last|at_your|in_your_current|prior
    payslip|payslips|payslip*|p60|p45|w-2|w2|pay_stub|pay_stubs|paystub|paystubs|tax_return|tax_returns
    last|previous|current|present|old|former|prior employer|company|job|boss|position|role|place|firm .. pay|paid|paying|earn|earned|salary
    were|are|was you paid|earning|making|on_at|on_more|on_less|on_over
    you|were|was paid !search|media|ads|leave|for_by|by_the_hour
    start|started on .. leave|left|finish
    have to beat|match|top
    to beat
    beat .. current|your|what
    step|jump|rise|increase|raise|cut|drop up|down? .. from|on|over .. pay|salary|present|current|now
    pay|salary rise|cut|increase|bump|jump .. would|this|be|you|last
    last|latest|previous|recent raise|pay_rise|bonus|increment|pay_review|salary_review
    how does .. compare|compares .. current|present|now|earn|salary|package|pay
    compare|compares .. your current|present|last|previous
    more|less than .. you .. earn|make|now|get|on|currently
    already|currently|now|presently earn|earning|paid
    which|what salary|pay band|bracket|range|grade|tax_bracket are|were|is|do you|your
    bonus did|do|have you
    stock|equity|options|vesting .. leave|leaving|walk|current|employer|walking
    salary|pay|ctc|wage , .. $
    salary|pay|ctc|wage|compensation : $
    current ctc|cctc
    cctc|ctc
    proof of .. salary|earnings|pay|income
    offered|asked .. paid|earned|salary .. last|previous|former
    rate you charge|charged|get_now`,
    {
      evenOfWork: true,
      unless: `expect|expecting|expectation|expectations|hope .. salary|pay|compensation|earn|rate
      salary|pay|compensation|rate|package|remuneration expectation|expectations
      you|would .. like|hope|want|looking|expect to earn|be_paid|make
      our current pay|salary
      how would|do you .. calculate|explain|find|design|run|set|fix|negotiate
      pay package ?
      earned value
      if you wish|like|want
      must not|never ask
      we|to|do not|never ask .. earn|salary|pay
      what do you earn points
      pay attention|off|down
      will|would you be paid
      make|made .. decision|decisions|sure|mistake|change|difference`,
    },
  ),
  pay(
    "judge",
    `@they|currently|already .. earns|earn|makes|earning|earned|paid|making|made .. #|only|k|thousand|less|more|than|under|below|far|much|currently|now|little|peanuts|currently|well|a_lot
    @they|was|were|is only|currently|barely? on # 
    on # k|, at|now|currently
    @theirs current|last|present|previous|old|former salary|pay|package|wage|compensation|base|comp|bonus|ctc
    @now|prior .. salary|pay|wage|package|compensation|base|ctc|earnings|rate !range|review_process
    salary|pay|wage history|now|there|at_his|at_her|currently|today|stub|slip|cut
    payslip|payslips|p60|p45|pay_stub|paystub
    underpaid|overpaid|under-paid|over-paid|low-paid
    makes|earns|made|earned .. less|more|half|twice|double .. than
    paid .. peanuts|less|more|too_little|so_little|currently|by_his|by_her|there|now
    cheap|cheaply|bargain|lowball|low-ball .. because|since|now|current|earn*|get|him|her
    big|huge|massive|nice|decent raise|rise|jump|pay_rise|step_up .. for|from|already
    happy|glad|grateful with .. less|because .. earns|makes|on`,
    {
      unless: `earned value
      asked for
      expects|wants|expectation|expectations
      @evidence .. salary|pay system|data|model
      made|makes less|more .. mistakes|errors|sense|use|progress`,
    },
  ),
  pay(
    "demand",
    `@now !pay_scale|range .. salary|salaries|wage|wages|ctc|compensation_details|remuneration|earnings|paycheck|package|pay_slip|payslip|payslips|pay|comp
    your|applicant's|candidate's last|current|present|previous pay|base|package|salary
    salary|pay|wage|wages|earnings|compensation|remuneration history|histories|progression|records
    payslip|payslips|p60|p45|w-2|w2|pay_stub|pay_stubs|paystub|paystubs|pay_slips
    cctc|ctc
    what you|candidates|applicants .. earn|earned|paid|make|are_on|were_on
    you were|are paid
    how much you .. earn|make|paid|get
    match|based_on|depending_on|beat|top .. current|previous|last|present .. salary|pay|package|wage
    proof of .. salary|earnings|pay|income
    last|previous|current|former employer .. pay|paid|salary
    last drawn`,
    {
      unless: `expect*
      never|not ask
      rather than|instead_of
      our current|present
      current pay scale|award|agreement|range
      payslip|payroll software|system|app|run
      do not|never|no_need_to .. send|tell|give|disclose|share`,
    },
  ),
  pay(
    "ask",
    `currently|now on # 
on #|about_# k ?
what|how_much are|were|is they|he|your_employer .. paying|giving|offering_you
what do|did|does they|your_boss|your_company .. pay|give .. you|there|over_there|now
well paid .. now|there|currently|at_present|?
are you well|currently|properly|fairly paid
figure on|in .. payslip|contract|pay
what you .. on|make|earn|get|getting|take_home|were_on|are_on .. now|today|currently|there|before|moment|last
what you 're on|making|earning|getting_paid
where are|were|is you|your .. salary|pay|wise|package|financially_now
salary|pay|money -? wise
how far .. from what
difference|gap between .. now|current|earn
last year's|christmas bonus
bonus .. last|year|you_got|did_you_get
on what salary|pay|package|terms .. now|there|leave|left
how much .. job|role|there|post .. pay|paid|paying .. you
your number now|today|currently
do|did they pay you
your current|present|existing|last|previous terms|deal|number|figure|rate|level_of_pay|grade|employer_pay
much of a|an raise|increase|rise
match what you
get|got|getting paid .. now|there|currently|moment|today`,
    {
      evenOfWork: true,
      unless: `expect*
would|will you be paid
like|hope|want to? earn
notice period|expiry
terms and`,
    },
  ),
  pay(
    "judge",
    `currently|now|presently on #|about|around
on # k
used to .. earn*|salary|less|wage
@they would|will .. double|triple .. salary|pay|wage
already well|overpaid|expensive|cheap
salary|pay|wage .. now|currently|there|current|last|previous|earned|earns
what @they|she|he earns|makes|is_on|was_on|gets|got_paid|earned`,
    {
      evenOfWork: true,
      unless: `expect*
asked for`,
    },
  ),
];
