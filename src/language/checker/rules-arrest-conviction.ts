/** Arrests and convictions. */
import { type RuleGroup, rulesOf } from "./group.ts";

const crime = rulesOf("arrest_conviction");

/** The rules. */
export const ARREST_CONVICTION_RULES: readonly RuleGroup[] = [
  crime(
    "ask",
    `@crime !with_us|contract
    convictions|conviction !of_yours|that
    anything .. police|court|courts|criminal|google
    police .. you|trouble|called|stopped|involved
    trouble|problem|problems|run-ins|dealings|contact|brush .. police|law|courts
    night|nights|time in .. cell|cells|jail|prison|custody|inside
    ever .. in|to|before court|magistrate|judge|prison|jail !case
    find .. looked_you_up|looked_up|court|background|dbs|record
    background check .. show|find|turn_up|reveal|bring_up|worry
    turn|come up|back .. background|dbs|record|police
    clean record|sheet|background|history|slate
    record .. clean|criminal|police|court
    got|have a record ?
    spent or|and unspent
    shoplift*|steal|stolen|stole|thief|fraud .. you
    you .. steal|stolen|stole|shoplifted|accused|charged !for|twice|customers
    accused|suspected|charged .. of|with crime|offence|offense|theft|fraud|assault|anything
    drink|drunk -? driving|driver
    been fined|cautioned|booked|sentenced|bailed|indicted|prosecuted|summonsed
    points .. licence|license
    wrong|other side of the law
    side of the law
    sex offender*`,
    {
      unless: `how would|do you .. handle|record|write|investigate|interview|defend|report|treat|support|deal
      what would|do you .. record|write|report|do
      how did you release
      as the law|regulator|role requires|asks .. children
      conviction rate
      strong conviction
      conviction of yours
      arrest and|or conviction records , as
      argued|spoke|argues|speaks .. with conviction`,
      evenOfWork: true,
    },
  ),
  crime(
    "judge",
    `@crime !lawyer|software|law
    mugshot|mug_shot
    charged with|over|for !three|leading|building|the_task
    record .. police|criminal|court|worr*
    @they has|have|had a|some .. record|past !of|in
    has|have|had|with a record $|,|and|from|for
    been|was|were|is in prison|jail|custody|trouble_with_the|arrested|inside|court_for|sentenced
    in prison|jail
    police .. @they|trouble
    background|dbs|google|googled .. turned_up|shows|found|came_up|record
    drink|drunk -? driving|driver
    shoplift*|theft|assault|fraud .. charge|conviction|record|years_ago|as_a|past
    ex - con|offender|convict|prisoner
    done|did|served time|months|years_in
    dodgy|shady|criminal|colourful|checkered|chequered past|history|record`,
    {
      unless: `a guilty person
      guilty|criminal|legal lawyer|law|code|defence|defense|procedure
      penalty points
      offence|arrest record software|app|system|log
      caution signs
      @evidence .. caution
      custody software|record|records_system|transfer
      convict* .. data|by_the_data`,
    },
  ),
  crime(
    "demand",
    `no|never|without|not|free_of|cannot_have|must_not_have|any|anyone_with .. felons|felon|felony|felonies|arrests|arrest|conviction|convictions|convicted|offenders|ex-offenders|ex-cons|criminals|criminal|record|dui|duis|jail|prison
    clean|spotless|unblemished criminal|record|police|background|sheet
    criminal|police record|history|convictions|past|background_must|certificate|clearance
    crime -? free
    ever .. arrested|convicted|charged|pleaded|cautioned|jailed
    offenders|felons|ex-offenders|convicts|ex-cons|criminals need|not|cannot|will
    convicted of|felons|criminals
    arrested or|and
    disclose|declare|list|state|tell|tick .. convictions|conviction|arrests|arrest|criminal|offence|offences|offenses|offense|charges|record|spent
    trouble with the police|law
    pleaded|plead|pled guilty`,
    {
      unless: `we consider|welcome|encourage|hire
      fair chance
      will not|never ask|exclude|bar|rule
      ban the box
      record|records software|system|management
      lawyer|solicitor|probation_officer|prison_service
      after an? conditional? offer`,
    },
  ),
  crime(
    "any",
    `anything|something .. past .. know|worry|hide|embarrass|surface|catch
skeletons
your|his|her|their|a past .. haunt|come_back|catch_up|embarrass
google|look_up|search your|his|her name
googled
broke|broken|break|breaking the law
anything illegal|unlawful|criminal
before|in_front_of a|the judge|magistrate|court|jury
banned from driving
lost|lose|losing your|his|her licence|license
squeaky -? clean
stolen|stole|steal .. employer|till|shop|work
police .. record|check|involved|contact|been|called|knocked|interview
known to the police
jail|prison|cell|custody|bars|inside .. time|night|been|years|spent
criminal past|background|record|history|convictions|charges|proceedings|offence
lawsuit|prosecution|prosecuted|indictment
ex - con|convict|offender|prisoner
been|got|were|was into? trouble .. law|police|authorities
arrested|convicted|jailed|imprisoned|cautioned|charged_with_a`,
    {
      evenOfWork: true,
      unless: `as the law asks
lawyer|solicitor|software|custody_record
fair chance
we consider|hire|welcome
how would|do you .. handle|record|explain|treat
break .. build
prosecution service|lawyer
defend* .. arrested|charged
police forces|force|station|officers`,
    },
  ),
];
