/** Disability and health. */
import { type RuleGroup, rulesOf } from "./group.ts";

const health = rulesOf("disability_health");

/** The rules. */
export const DISABILITY_HEALTH_RULES: readonly RuleGroup[] = [
  health(
    "ask",
    `you|your .. @ill !services|research|nurse
    @ill .. you|your
    your|physical|mental|general|any|have health|medical|condition !check|insurance|app|data
    health in general|problem|problems|issues|issue|condition|conditions|questionnaire|history|declaration|form|status|concerns|record
    health : $
    disabled|disability|disabilities .. ? $
    disability : $
    medical exam*|test|questionnaire|history|condition|conditions|record|records|certificate|problem|problems|check|check-up|form|issues|treatment|information|appointment*|declaration
    pass a|the medical|drug_test|physical
    drug|blood|urine|hair test
    do|are|have|were|did you .. @ill
    condition that|which|you .. gets|worse|affects|limits|flares|have
    how many|often .. days|day|time .. sick|ill|off|absent|miss|missed
    days|time|weeks|months off .. sick|ill|last|year|health
    sick|sickness|ill|health -? days|day|leave|absence|absences|absent|record|note|related
    gap .. ill|sick|health|hospital
    were|was you|it|that .. ill|sick|unwell|health_related|hospital|a_health
    tire|tired|exhausted easily|quickly
    get|gets tired|stressed|headaches|migraines|dizzy|anxious|panic*|ill|sick
    stress .. get_to|cope|doctor|break|mentally|too_much|before
    cope|coping .. mentally|condition|illness|disability|stress_given|with_your
    see|seen|seeing|saw|visit a|your? doctor|psychiatrist|therapist|psychologist|counsellor|shrink|specialist|consultant_about
    ever .. hospital|therapy|surgery|operated|breakdown|injured|hurt|rehab|claimed
    been|injured hurt|injured on_the_job|at_work|?
    claim|claimed|filed|file .. injury|compensation|workers|disability|accident
    what|how .. happened .. your|to_your .. arm|leg|hand|face|eye|eyes|back|foot|hearing|voice
    what is|'s wrong with !this|the|that|it|a|an|our|these|those|how
    what is|'s your_condition
    what .. wrong with you|your
    why .. wheelchair|limp|cane|stick|crutch|hearing_aid|brace
    you .. smoke|smoker|drink_alcohol|drink_much|take_drugs|use_drugs
    how .. much|often .. drink|smoke
    doctor's|doctor|gp|medical|fit letter|note|certificate|report|reference
    vaccinated|vaccination|vaccine|covid_jab
    good|poor|excellent|perfect|full health|mental_health|physical_condition
    do you take|on|use .. pills|medicine|medication|insulin|tablets|anything_for
    take|taking any|regular|prescription .. medication|medicine|pills|drugs|tablets
    wear .. glasses|hearing_aid|brace|prosthesis
    neurodiver*|on_the_spectrum|spectrum ?
    need adjustments|accommodation because|why|what_for
    surgery|surgeries
    what .. disability|illness|condition|impairment`,
    {
      unless: `with or without .. adjustment|adjustments|accommodation|accommodations
      adjustment|adjustments|accommodation|accommodations you|for|like|need|would|that
      need|like|require|want any|an adjustment|adjustments|accommodation|accommodations
      how would|do you .. explain|treat|care|handle|support|design|test|manage|advise|help|run|monitor|diagnose|assess|build|dose|teach|nurse|discharge|describe|make
      what would|do you .. do|say|check
      sick build
      system|server|cluster|service .. stress
      health check|checks on|endpoint|of_the|for_a
      health|sick insurance|pay
      healthcare|health_and_safety
      injury log
      stress test|tests|testing
      depression glass
      air quality`,
      evenOfWork: true,
    },
  ),
  health(
    "judge",
    `@they|mentioned|says|said|told_me|admitted|a_bit|is|was|has|had|have|with|from|looks|looked|seems|seemed|comes .. autistic|disabled|cancer|depressed|depression|bipolar|adhd|anxiety|wheelchair|blind|deaf|epilep*|diabetes|diabetic|ill|sick|unwell|limp|ms|hiv|burnout|burnt_out|burned_out|breakdown|chronic|surgery|medication|therapy|disability|stutter|stammer|ocd|dyslexi*|dementia|alcoholic|on_the_spectrum|rehab|asthma|arthritis|migraines|a_bad_back|frail|in_hospital|hospitalised|hospitalized
    autistic|aspergers|asperger's|on_the_spectrum|spectrum|bipolar|schizo*|adhd|ocd
    sick|sickness|health leave|days|day|record|absence|absences|issues|issue|problem|problems|condition|reasons|worries|concerns|risk|grounds|status|scare
    @theirs .. health|disability|illness|condition|medication|wheelchair|hearing|eyesight|limp|stammer|stutter|depression|anxiety|cancer|back_problem|bad_back|mental_health|stoma|injury|surgery|recovery|therapy
    wheelchair|crutches|hearing_aid|limp|limps|stammer|stammers|stutter|stutters
    disability|disabled|illness|ill .. mid|again|client*|team|cover|cost|costs|risk|project|worr*|so|reliab*|travel
    fall|falls|falling|get|gets ill|sick
    medical history|condition|issue|issues|problem|problems|leave
    mental|nervous health|breakdown|illness|issues|problems|problem
    mentally fragile|unstable|ill|weak|unwell
    cancer|chemo*|dialysis|stroke|heart_attack|heart_condition !patients|research|charity|drug|trial
    drinks too|a_lot|heavily
    smells|smelled|smelt|reeks .. drink|alcohol|smoke|booze
    smoker|drinker|alcoholic|addict
    frail|sickly|unhealthy|infirm
    too many .. sick|absences|days_off
    take|takes|taking|took .. time_off|days_off|off .. sick|ill|health|treatment|hospital`,
    {
      unless: `screen reader
      injury log
      @evidence .. patients|patient|users|cancer_drug|trial|accessib*|residents|sick_build
      for|with|of|to blind|deaf|disabled users|customers|people|students
      health record|records|service|check|checks|app|data|care
      sick build
      stress test*`,
    },
  ),
  health(
    "demand",
    `no|without|free_from|not .. disability|disabilities|disabled|illness|illnesses|medical_conditions|health_problems|health_issues|sick_leave|epilepsy|history_of|mental_health|chronic|allergies|back_problems
    good|excellent|perfect|full|robust|sound physical_and? health|mental_health|physical_health|medical
    perfect|excellent|good health|physical|mental
    physically|mentally|medically fit|healthy|sound|and_mentally
    healthy people|person|candidates|applicants|individuals|body|man|woman|only
    pre - employment medical|health
    medical exam*|test|questionnaire|history|certificate|check|check-up|form|report|clearance|screening
    pass .. medical|health_check|physical|drug_test
    health questionnaire|declaration|form|certificate|history|check_before|information|status
    doctor's|doctor|gp|medical|physician's letter|note|certificate|report|clearance
    sickness|sick|absence record|history|days|leave_record|absences
    disabled|disability|wheelchair|epileptic*|diabetic* .. not|cannot|unable|unsuitable|need_not|apply
    not suitable|suited|for .. disabled|disability|wheelchair|medical|disabilities|conditions
    non - smoker|smokers|drinkers
    non-smoker*|nonsmoker*
    smokers need|not
    state|tell|disclose|list|declare|mention|describe|know|confirm|give|whether .. disability|disabilities|illness|illnesses|medical|medication|health_condition|health_conditions|health_problems|surgery|surgeries|medicines|sick_days|conditions_you|health
    surgery|operation you|recently
    any surgery
    vaccinated|vaccination`,
    {
      unless: `adjustment|adjustments|accommodation|accommodations
      regardless|irrespective|whatever
      race|age|religion , .. disability
      disability confident
      health care|insurance|nurse|service|club|app|records|and_safety
      medical insurance|device|devices|records|school|writer|secretary
      software|product|services|care for people|patients|adults|children
      we welcome|encourage
      support|supporting|help|helping|care|caring .. disabled|disability|disabilities|illness`,
    },
  ),
];
