/** Debts, credit and property. */
import { type RuleGroup, rulesOf } from "./group.ts";

const credit = rulesOf("credit");

/** The rules. */
export const CREDIT_RULES: readonly RuleGroup[] = [
  credit(
    "ask",
    `@debt !-_free_text|technical|app|product|book|team
    you|your .. debt|debts|loan|loans|mortgage|overdraft|savings|bankrupt*|insolven*|arrears|finances
    your|personal|own|private finances|financial|money|bank|creditworth*
    finances|financial situation|position|circumstances|history|health|trouble|difficulties|standing|problems|background
    placed|off|situated|secure|stable financially
    financially
    get|make by|ends_meet if|?|without|until|on
    fallen|fall|falling|been|are|behind behind|on .. mortgage|rent|bills|payments|loan|payment|card|cards|alimony|support
    miss|missed .. payment|payments|rent|instalment
    you|your own|rent|owning|renting|buy .. house|home|flat|car|place|apartment|property|vehicle
    own or|/ rent
    rent or own
    homeowner|home_owner
    car .. paid|yours|loan|own|lease|finance
    own .. car|house|home|flat|apartment
    pay|paying|paid off|back .. loan|loans|student|house|mortgage|card|debts
    bank account .. status|overdrawn|frozen
    collector|collectors|bailiff|bailiffs|creditors|repossess* 
    wages|salary .. garnish*|attach*
    credit check|report|score|history|rating|file|card_debt
    run|pull|check|checked .. credit
    live|living paycheck|hand_to_mouth
    afford|afford_to .. live|rent|wait|get_by
    gamble|gambling|betting
    county court judgment*|judgement*
    you .. inheritance|trust_fund
    lend|lent|borrow|borrowed .. you|money`,
    {
      unless: `how would|do|did you .. pay_down|explain|design|advise|collect|calculate|check|assess|model|treat|handle|help|price|build|decide|set|ring
      what would|do you .. check|do|look
      technical|tech debt
      applications|ranks .. loan|loans
      credits towards
      customer|customers|client|clients|borrower|borrowers 's?
      use of a vehicle|car
      licence|license and|or
      access to a
      when is a debt
      financially literate
      own words|project|code`,
      evenOfWork: true,
    },
  ),
  credit(
    "judge",
    `bankrupt|bankruptcy|insolvent|insolvency|ccj|ccjs|repossess*|foreclos*|bailiff|bailiffs|garnish* !-|court|law|practitioner|filing|tool
    in|his|her|their|has|have|had|of|heavy|personal|deep|big .. debt|debts !collection|ratio|technical|service
    credit score|rating|report|history|file|check|card_debt|record
    @theirs credit|finances|debts|mortgage|loans|experian|equifax|schufa|bank_balance|overdraft|house|car
    experian|equifax|transunion|schufa
    money|financial|debt trouble|troubles|problems|worries|difficulties|issues|mess
    owes|owed|owing|behind_on|arrears|is_broke|was_broke|flat_broke|skint|hard_up|defaulted|evicted|overdrawn
    default|defaulted|missed|behind|fell_behind .. loan|mortgage|rent|payments|card
    rents|rent|rented|still_rents .. so|flat|room|not_own|instead
    drives|drove .. old|banger|cheap|flashy|porsche
    gambl*`,
    {
      unless: `loan servicing|book|by_hand|calculator|model
      bankruptcy - court
      debt ratio|service|collection team|tool
      technical|tech debt
      @evidence .. credit|loan|debt model|scorecard|policy|risk|ratio
      credit risk|model|policy|scorecard|limit|limits|notes
      gave|gives|took|takes|deserves|full credit`,
    },
  ),
  credit(
    "demand",
    `no|never|without|not|must|clean|good|sound|clear|excellent|poor|bad|satisfactory|pass|passes|undergo .. bankrupt*|insolven*|credit_history|credit_score|credit_check|credit_record|credit_rating|credit_report|credit_file|ccj|ccjs|debts|debt|county_court_judgments|financial_history|financial_record|credit
    credit check|checks|report|reports|score|scores|history|rating|record
    bankrupt|bankrupts|insolvent|undischarged
    outstanding debts|debt|loans|judgments
    debt -? free
    financially stable|secure|sound|independent
    financial standing|background|circumstances
    own|owning|owns .. home|house|property
    homeowner|homeowners|home_owners
    tell|state|confirm|disclose|whether|list .. loans|debts|debt|loan|mortgage|bankrupt*|overdraft|outstanding|credit
    must|should|need .. own .. car|home|house
    personal|private debts|finances|loans`,
    {
      unless: `practitioner|analyst|controller|underwriter|adviser|advisor
      credit checks|check|reports|scores|risk on|for|of|our customers|software|platform|product|team|bureau
      credits towards
      debt collection|advice|recovery|ring|customers
      credit controller|risk|limit|union|notes
      you will|would .. debts|debt|loans
      required by the? fca|finra|regulator|sec|law
      technical debt
      student - loan`,
    },
  ),
  credit(
    "any",
    `how is|'s your credit
your credit
skint|hard_up|cash-strapped|bailiffs|repossessed|bankrupt|insolvent
make ends meet
money troubles|worries|problems|trouble
in|out_of the red|debt
pay|paying your bills|rent|debts
your|his|her bank|finances|debts|mortgage|overdraft|landlord
lives|living|live beyond|paycheck
financial|financially .. you|your|his|her|their|trouble|secure|stable|responsible|position|mess`,
    {
      evenOfWork: true,
      unless: `financial services|adviser|analyst|report|reports|model|controller|planning|data
broke|broken the|down|on|build|when
technical debt
customer|customers|client|clients|users
how would|do you .. explain|advise|collect
your bank of
@deed .. broke|bankrupt*|insolvent`,
    },
  ),
];
