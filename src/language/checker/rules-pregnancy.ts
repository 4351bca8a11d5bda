/** Pregnancy and leave for children. */
import { type RuleGroup, rulesOf } from "./group.ts";

const pregnancy = rulesOf("pregnancy");

/** The rules. */
export const PREGNANCY_RULES: readonly RuleGroup[] = [
  pregnancy(
    "any",
    `pregnant
    pregnancies
    expecting a child|baby|twins|mother
    expecting ?  $
    you expecting ? $
    child - bearing
    childbearing|child-bearing
    of child bearing
    bear|bearing children
    biological clock
    trying|try for|to|to_have|to_conceive .. baby|child|family|conceive
    due date .. baby|leave
    baby is|are due
    when is|are .. baby due
    on the way .. baby
    baby on the way
    baby|babies|child .. on_the_way|next_year|soon|any_time_soon
    maternity|paternity|parental leave|absence
    parental|maternity|paternity - leave !calculator
    mat|pat leave
    fertility|ivf !clinic|clinics|app|nurse
    contracepti*|miscarr*|breastfe*|birth_control|the_pill|morning_sickness
    baby|pregnancy bump
    bump showing
    family planning
    starting|start|planning|want a|your|his|her|their family
    going|go off|away to have|and_have|having .. baby|children|kids
    have|having|had .. more|another|any_more|first|second children|kids|baby|child .. ?
    have|having children|kids|babies|a_baby in|within|next|soon|one_day|some_day|later|at_some_point
    have|having a|her|his|your baby|son|daughter|child
    after .. first|second|last|your|her|his baby|child|birth
    need|take|time_off .. have|having .. baby|child
    plan|plans|anything|reason .. take|keep you .. away .. work .. year|while|months|next
    plans .. away|off|absent .. work
    newly|recently|just married|wed .. so|babies|kids|leave
    postnatal|antenatal_appointments|surrogate*
    women|woman .. age .. leave|babies|children`,
    {
      evenOfWork: true,
      unless: `cover maternity|paternity|parental|mat
      maternity|paternity|parental cover|unit|ward|leave_policy|pay|benefits|clinic
      maternity|paternity|parental - leave calculator
      we|company offer|offers|give|pay
      weeks|months of? .. parental|maternity|paternity
      enhanced|paid|generous|equal .. parental|maternity|paternity
      pregnant women|patients|people|users|mothers
      pregnancy|fertility|ivf test|app|clinic|ward|unit
      how do|would you .. tell|explain|advise|counsel|treat|assess|care|monitor|manage
      adopt* .. test|tests|tool|practice|framework|approach|standard|system`,
    },
  ),
  pregnancy(
    "any",
    `little|new additions|addition|arrival
patter of tiny
happy news|event
motherhood|fatherhood|parenthood
becoming|become a? mother|mum|mom|father|dad|parent|parents
done having
complete .. family
big|large|bigger family
come|coming back after .. baby|birth
off having|to_have
leave .. absence .. next|year|coming
disappear|vanish|gone|off on|for leave|a_year|maternity
long|extended leave|absence|break planned|next|coming|ahead|on_the_cards
certain|that age .. babies|married|baby|leave|children
she|he will .. off .. leave|maternity|baby
baby|babies
ivf|fertility|egg_freezing|trying_for|in_the_family_way|knocked_up|with_child
children in the|your future
family .. in the next|coming
see yourself .. mother|father|parent|children|kids`,
    {
      evenOfWork: true,
      unless: `baby products|clothes|food|unit|ward|monitor|bank|steps|boomer|boomers
neonatal|midwi*|paediatric*|nursery
ivf|fertility clinic|app|lab|unit
cover for|while|whilst|until|during|the|her|his
calculator
weeks|months of
we offer|provide
build|design|work .. ivf|fertility|baby|pregnan*
booking flow
for|to|with pregnant|new_mothers|babies
boomer`,
    },
  ),
];
