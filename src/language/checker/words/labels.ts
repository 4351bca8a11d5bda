/** What a form calls a matter that nobody is judged by. */
import { list } from "./list.ts";

/** Whole names, as they stand without what is said around them ("the candidate's …", "… level"). */
export const LABELLED = {
  age: list(`age ages young old birthday birth_date birth_year date_of_birth dob year_of_birth youth years_to_retirement
    retirement closeness_to_retirement age_fit`),
  age_coded: list(`young_dynamic dynamic youthfulness digital_native`),
  family:
    list(`family families children child kids parents parenthood parenting mother father motherhood fatherhood
    dependants dependents family_life home_life private_life personal_life childcare child_care care_duties caregiving
    family_plans family_planning family_commitments family_obligations household siblings`),
  pregnancy: list(
    `pregnancy pregnant maternity paternity maternity_leave parental_leave fertility breastfeeding`,
  ),
  marital_status:
    list(`marriage married marital civil_status partner spouse husband wife wedding divorce maiden_name
    mr_mrs mrs`),
  origin:
    list(`race ethnicity ethnic_origin ethnic_background origin origins national_origin descent ancestry
    heritage skin skin_colour skin_color colour_of_skin nationality_of_parents birthplace place_of_birth birth_place
    caste tribe where_from cultural_background culture_of_origin migration migration_background immigrant foreigner
    neighbourhood neighborhood postcode zip_code home_address social_class social_background`),
  citizenship: list(
    `nationality citizenship passport visa immigration residence_permit green_card country_of_birth`,
  ),
  religion: list(
    `religion faith belief beliefs creed church denomination religiosity spirituality prayer headscarf`,
  ),
  disability_health:
    list(`health healthiness wellness disability disabilities handicap illness illnesses sickness
    sick_days absence_through_illness medical_history medical_condition physical_condition physical_fitness
    physical_health fitness mental_health mental_condition mental_stability psyche stamina_and_health wheelchair
    hearing eyesight stutter stammer medication allergies diet smoker smoking alcohol drinking drugs addiction
    neurodiversity autism adhd depression burnout`),
  genetic: list(`genes genetics genetic_history family_history family_medical_history`),
  orientation:
    list(`gender sex male female sexuality orientation sexual_orientation gender_identity pronouns masculinity
    femininity trans transgender manliness womanliness`),
  politics_union:
    list(`politics political political_views political_opinions union unions union_membership
    trade_union works_council activism`),
  arrest_conviction: list(
    `arrests convictions criminal_record criminal_history police_record arrest_record prison`,
  ),
  pay_history:
    list(`salary_history pay_history current_salary current_pay previous_salary previous_pay last_salary
    former_salary earnings past_earnings wage_history`),
  military_discharge: list(
    `military military_service military_status veteran veteran_status national_service army`,
  ),
  credit: list(
    `credit_score credit_history credit_rating debts debt financial_situation bankruptcy`,
  ),
  height_weight:
    list(`physical_appearance height weight figure bmi appearance looks attractiveness beauty face hair clothes clothing
    dress dress_sense grooming hygiene tattoos piercings posture outfit style_of_dress photo outward_appearance
    first_impression_of_looks handsomeness`),
  language_accent:
    list(`accent dialect native_speaker native_language mother_tongue first_language pronunciation
    native_english foreign_accent`),
  culture_fit:
    list(`culture_fit cultural_fit culture_add cultural_add culture_match cultural_match fit_with_culture
    fit_to_culture cultural_alignment culture_alignment company_fit fit_with_us team_fit social_fit personal_fit
    personality_fit chemistry vibe vibes gut_feeling gut_feel gut instinct beer_test airport_test sympathy one_of_us
    likeness familiarity fit_with_team fit_team`),
  personality_verdict:
    list(`likeable likable introvert extrovert charisma charm personality personality_type character temper temperament likeability
    likability niceness sympathetic gravitas presence executive_presence aura attitude energy energy_level passion
    enthusiasm spark sparkle poise maturity ego sense_of_humour sense_of_humor humour humor
    warmth introversion extroversion extraversion wow_factor x-factor star_quality`),
};

/** Whose it would be called: it says nothing of what is meant. */
export const AROUND =
  list(`the a an of in on for our this that their her his its your my candidate candidate's
  candidates applicant applicant's person person's rate rating score assess evaluate judge describe note state consider
  please overall general personal perceived apparent estimated approximate approx impression impressions situation
  status level levels group range bracket background details issues problems concerns comments notes remarks matters
  question questions good`);

/** With these a name is one of the work: "Code health", "Cache age", "Union types". */
export const OF_WORK = new Set(
  list(`code codebase system systems service services software data database cache queue index token tokens session
    record records row rows key keys log logs build builds pipeline pipelines cluster node nodes server servers host
    network protocol protocols api apis endpoint endpoints type types typing schema model models modelling modeling
    taxonomy domain domains product products project projects programme program market markets customer customers
    client clients user users stakeholder stakeholders vendor vendors supplier suppliers  organisation
    organisations organisational organization organizations organizational business  policy policies
    process processes tool tools tooling test tests testing release releases deployment deployments sprint backlog
    architecture platform platforms infrastructure repository library framework algorithm algorithms font fonts tree
    trees graph component components element elements  insurance app apps application applications
    knowledge expertise law laws sector industry industries trading device devices copy encoding expiry
    eviction  css html java javascript typescript python rust kotlin sql go cors thread threads
    memory  portfolio feature features team teams work workplace safety regulation regulations compliance
    documentation metrics metric monitoring  design accounting accounts account reporting load balancing
    detection checks probes coding programming engineering development debugging pair pairs analysis analytics research writing initialisation initialization`),
);
