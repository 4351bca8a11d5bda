/** Family and care. */
import { type RuleGroup, rulesOf } from "./group.ts";

const family = rulesOf("family", "child_care|care worker|provider|centre|center");

/** The rules. */
export const FAMILY_RULES: readonly RuleGroup[] = [
  family(
    "ask",
    `you have|got .. @kid
    do|have|got any|you .. @kid .. ?
    @care !app|software|provider|sector|role|cover_policy
    your family|home|household|domestic situation|life|commitment|commitments|circumstances|obligations|responsibilities|duties|setup|plans|arrangements
    family|caring|childcare|domestic|home|parental|care situation|commitment|commitments|circumstances|obligation|responsibility|duty|ties
    live|living with you|your|alone|anyone
    your family .. need|care|ill|elderly|depend*
    who .. you live|living|share .. with|home
    who|anyone|anybody lives|live with you|at_home
    who .. home with|to_look_after|waiting
    who .. look_after|looks_after|mind|minds|watch|watches|take_care|takes_care|collect|collects|pick|picks .. @kid|school|them|kids|parents|mother|father
    look|looking after .. @kid|parents|mother|father|relative|at_home|relatives|mum|dad
    care|caring|cares|cared for .. @kid|parents|mother|father|relative|mum|dad|elderly|anyone|anybody|relatives
    your parent|parents|mother|father|mum|mom|dad|elderly|ageing|aging .. ill|care|old|need|live|elderly|help
    your elderly|ageing|aging
    who|anyone|anybody|someone|family|children|parents|relatives .. depend|depends|rely|relies on you|your
    depend|depends|rely|relies on your income|earnings|salary|care
    dependent|dependants|dependents on you|your
    how many .. depend|dependants|dependents|mouths
    mouths to feed
    single|working|stay-at-home|stay_at_home|sole|full-time|full_time mother|father|parent|mum|mom|dad
    are you a mother|father|parent|mum|mom|dad|grandparent|carer|caregiver
    a|being|new mum|mom|parent|mother|father .. you
    be|being away from .. family|kids|home_so
    what does|would|do|will your family
    any|your|have family .. here|nearby|local|area|to_support
    when .. kids|child|children|school .. sick|ill|holidays|holiday
    child|kid|son|daughter is|was|falls|gets sick|ill
    school holidays|run|play|age_children|gates
    how many .. kids|children|household|siblings
    are|will .. kids|children .. ?
    with .. kids|children|baby|toddler|little_ones|twins .. you
    stay|stayed|staying|take|taking|took time|years? off|home .. @kid|family
    family emergency|emergencies
    caring responsibilities
    empty nest*
    home .. by .. for .. family|dinner|kids`,
    {
      evenOfWork: true,
      unless: `child|parent|children row|component|node|process|table|key|class|element
      re - renders
      family - run|owned
      families who
      child|children patient|patients|ward|psychology|protection|welfare|nurse
      weight|dose|allergy of a child
      how would you .. dose|teach|calm|treat|explain|support|handle|tell|assess|safeguard
      how do you .. teach|calm|treat|explain|engage|assess|settle|safeguard|handle|tell|deal`,
    },
  ),
  family(
    "judge",
    `single|working|stay-at-home|new|young|busy|full-time|devoted mother|father|parent|mum|mom|dad
    @theirs .. kids|children|child|baby|toddler|twins|son|daughter|childcare|newborn|little_ones
    @they has|have|had|with|got .. kids|children|child|baby|toddler|twins|son|daughter|dependants|childcare|newborn|little_ones
    small|young|three|two|four|five|little|many|school-age kids|children|child !'s
    kids|children|baby|toddler|twins at home
    kids|children|baby .. so|means|distract*|reliab*|worr*|availab*
    mother|father|mum|mom|dad of # 
    mother|father|mum|mom|dad of two|three|four|five|twins|small|young|a
    @they is|was a mother|father|parent|mum|mom|dad|carer|grandmother
    family|caring|childcare|domestic|home|parental commitments|commitment|duties|responsibilities|obligations|situation|ties|comes_first|first
    @theirs family|home_life|sick|elderly|ageing|ailing .. @ill|parents|mother|father|will|would|might|could|situation|comes|life|needs|mum|dad
    cares|caring|looks_after|looking_after|nursing .. mother|father|parents|mum|dad|relative|child|kids|wife|husband
    babysit*|nanny|nursery_run|school_run|nursery
    childcare
    year|years|time|months|break|gap|career_break|off|out .. kids|children|child|family|baby|son|daughter|twins
    family man|woman|guy|type`,
    {
      unless:
        "family case|case_tracker|court|doctor|law\n foster|child protection|care\n told|explained|showed .. parents\n child|children row|component|node|process|ward|psych*",
    },
  ),
  family(
    "demand",
    `no kids|children|dependants|dependents|childcare|family_ties|family_commitments|family
    without|free_of|free_from kids|children|dependants|dependents|family|childcare|family_commitments|domestic
    mums|moms|mothers|dads|parents|fathers|housewives returning|preferred|wanted|welcome_back|need|only|especially|ideal|looking
    ideal|perfect|suits|suit|great|would_suit .. mums|moms|mum|mom|mother|mothers|parents|housewife|housewives|student_parent
    family planning|commitments|ties|obligations|responsibilities
    childless|childfree|child-free|child_free
    applicants|candidates|people|anyone|someone|somebody|women|men .. kids|children|childcare|dependants|dependents !'s
    single parents|mothers|mums
    childcare .. must|sorted|arranged|place|arrangements`,
    {
      unless:
        "we offer|provide|subsidise !you|him|her|them\n childcare voucher*|allowance|subsidy|provider|places\n teach*|nursery|nurse|social|youth .. children\n work*|care|caring|working with|for children\n regardless|irrespective|welcome",
    },
  ),
  family(
    "ask",
    `do|are you live|living .. with|alone|parents
live alone
how|are things .. at home
at home .. kids|children|baby|family|you_have
who .. at_home
someone|anyone|anybody .. rely|relies|depends|needs|looking_after .. you .. home|care|family
home .. responsibilities|duties|commitments
work - life .. family|kids|children
pick up|pick_up_from|drop off|drop_off .. school|kids|children
bedtime|homework|school_age|school-age|babysitting
grandchildren|grandkids
your mum|mom|dad|mother|father|parents .. live|care|ill|well|alone`,
    {
      evenOfWork: true,
      unless: `work from home`,
    },
  ),
  family(
    "judge",
    `distracted|distraction|busy .. home|family|kids
home life|situation
grandchildren|grandkids
mum|mother|mom|dad|father who|and|returning
as a mother|father|mum|mom|dad|parent
kids|children .. sick|ill|school|small|young|home`,
    { evenOfWork: true, unless: `told|explained|showed .. parents` },
  ),
];
