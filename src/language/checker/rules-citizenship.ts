/** Citizenship beyond the right to work. */
import { type RuleGroup, rulesOf } from "./group.ts";

const citizenship = rulesOf("citizenship");

/** The rules. */
export const CITIZENSHIP_RULES: readonly RuleGroup[] = [
  citizenship(
    "any",
    `citizenship
    nationality|nationalities
    citizen|citizens !shared|of_a_cluster|of_a_shared|science|scientist|services|portal|developer|developers|journalism|engagement|advice
    nationals|national need|only|preferred|not|cannot|apply
    @nations|eu|us|uk|non-eu nationals|national|passport|passports !office|sales
    naturalised|naturalized|naturalisation|naturalization
    your|what|which|second|dual|hold|holds|no|any|copy_of passport|passports
    passport do|number|copy|details|holders|holder
    passport
    green card|cards
    immigration|residency|residence|resident|visa status|category
    immigration !lawyer|law|policy|adviser|team|service|services
    what|which|kind|type|your|his|her|is .. visa|visas !to_travel|invitation|application_process|sponsorship_team
    visa|visas .. expire|expires|run_out|runs_out|through|how|category|type|stamp
    on a visa|work_visa|student_visa
    no|without visas|visa_holders|visa|green_cards|h1b|h-1b|opt
    h1b|h-1b|f-1|asylum|refugee|undocumented|illegal_alien|alien|ilr|settled_status|pre-settled|indefinite_leave|permanent_resident|permanent_residents|permanent_residence|permanent_residency|leave_to_remain|deport*
    not|isn't|non|never @nations .. matters|so|for_a_role|clearance
    not british|american|a_brit|english|german|french|irish|from_the_eu|from_the_uk
    @nations applicants|candidates only
    are you .. british|american|canadian|a_brit|an_alien|a_national|legal_alien|stateless
    country you|do|that_you .. citizen|passport|belong_to
    which country|countries issued|are_you_a
    when|how did you .. become|get|come_by|acquire .. citizen|papers|residency|status|residence|green_card
    your papers
    settled status|in_this_country
    loyal|loyalty|allegiance to .. country|countries|another
    ilr`,
    {
      evenOfWork: true,
      unless: `authorised|authorized|right|rights|legally|eligible|permitted|allowed|permission|entitlement .. to|able work
      legally able|entitled to work
      right to work
      right - to - work
      work permit sponsor*
      we|company|can|cannot|do|will|not sponsor
      sponsor|sponsorship
      visa to travel|for_the_interview
      invitation letter
      regardless|irrespective of
      all nationalities|nationality welcome
      good citizen
      first - class
      senior|corporate citizen|citizens
      citizens ' advice
      citizen - facing
      passport renewal|application|checks|office|service|photo|control|scanner|reader|app
      immigration lawyer|law|tribunal|case|cases
      how would|do you .. explain|design|build|verify|test|help|advise
      visa inc|payments|card|cards|and_mastercard|/_mastercard
      for citizens|residents to|who
      bring|show .. passport|id .. reception|gate|door|security
      passport or|, driving|other_id|id|identity
      @deed .. passport|citizen|visa`,
    },
  ),
  citizenship(
    "any",
    `become|became|becoming a|an .. citizen|national
how long .. allowed|permitted .. stay|remain|here
allowed|entitled to stay
when .. visa|permit .. expire|expires|run_out|ends
permit .. expire|expires|run_out|type
permanent residents|resident|residence
dual|second nationality|citizenship|passport
hold|have .. passport|papers
passport|papers .. you|your
foreign|non-eu|non_eu|overseas worker|workers|nationals|citizen
@nations citizens|citizen|nationals|national|passport_holders only|preferred|wanted|required
must be .. citizen|citizens|national|nationals`,
    {
      evenOfWork: true,
      unless: `passport renewal|office|service|photo|control
authorised|authorized|right|legally|eligible to work
sponsor*
advice|portal|science
for the interview
passport .. reception|gate|door|security|photo_id|other_id`,
    },
  ),
];
