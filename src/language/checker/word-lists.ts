/** The lists of words that patterns name. */
import type { WordLists } from "./vocabulary.ts";
import { BODY_PARTS, FAILING, MORE_SHAPELY, PEAKY, SHAPES } from "./words/bodies.ts";
import { AILMENTS, INHERITED, TREATMENT } from "./words/ailments.ts";
import { CRIMES, CUSTODY } from "./words/crimes.ts";
import { DEEDS, IRREGULAR, NO_DEEDS, OUTPUTS, THINGS } from "./words/deeds.ts";
import { FAITHS, FEASTS, GARB, WORSHIP } from "./words/faiths.ts";
import { FORCES, SOLDIERS } from "./words/forces.ts";
import { list } from "./words/list.ts";
import { HAUL, LENDERS, TENS, THOUSANDS } from "./words/money.ts";
import { COUNTRIES, LANGUAGES, NATIONS, PEOPLES, STATES } from "./words/nations.ts";
import { FOLK, KIDS, OWNER, PERSON, RELATIVE } from "./words/people.ts";
import { DEMONYMS, REGIONS, TRIBES } from "./words/tribes.ts";
import { CLIENT, DOMAIN } from "./words/trades.ts";
import { QUALITIES, TRAIT_ADJECTIVES, TRAIT_NOUNS } from "./words/traits.ts";
import { PARTIES, PRESS, UNIONS } from "./words/unions.ts";
import { GIVEN_NAMES } from "./words/given-names.ts";
import { AGES, BIRTHDAYS, BYGONE, DECADES, REMEMBERING } from "./words/years.ts";

/** By name. Shape: lower case; `_` between the words of a row, `*` after a beginning. */
export const WORD_LISTS: WordLists = {
  country: COUNTRIES,
  nation: NATIONS,
  peoples: PEOPLES,
  state: STATES,
  language: LANGUAGES,
  folk: FOLK,
  kin: RELATIVE,
  kids: KIDS,
  owner: OWNER,
  deeds: DEEDS,
  things: [...THINGS, ...OUTPUTS],
  outputs: OUTPUTS,
  persons: [...PERSON, ...OWNER, ...list("parents folks family mum dad i who")],
  ailment: AILMENTS,
  treatment: TREATMENT,
  inherited: INHERITED,
  adjective: TRAIT_ADJECTIVES,
  noun: TRAIT_NOUNS,
  virtue: QUALITIES,
  domain: DOMAIN,
  client: CLIENT,
  ones: list("you they he she candidate applicant someone anyone anybody somebody person"),
  they: list("he she they candidate applicant who him her them"),
  theirs: list("his her their candidate's s"),
  be: list(
    "is are was were be am been seems seemed looks looked sounds sounded comes_across_as came_across_as",
  ),
  seems: list(
    "seems seemed seem looks looked sounds sounded comes_across_as came_across_as comes_over_as came_over_as appears appeared struck_me_as strikes_me_as comes_off_as came_off_as feels felt acts acted_like",
  ),
  number: list("two three four five six seven eight nine ten"),
  yearsold: AGES,
  decades: DECADES,
  birthdays: BIRTHDAYS,
  remembering: REMEMBERING,
  bygone: BYGONE,
  bodypart: BODY_PARTS,
  failing: FAILING,
  peaky: PEAKY,
  shape: SHAPES,
  shapelier: MORE_SHAPELY,
  givenname: GIVEN_NAMES,
  count: list("two three four five six seven eight nine ten both several few couple 2 3 4 5 6 7"),
  month: list(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec spring summer autumn fall winter easter christmas",
  ),
  agenumber: list("twenty thirty forty fifty sixty seventy eighty 30 40 45 50 55 60 65 70"),
  schooling: list(
    "school college university uni degree graduate graduated high_school secondary a_levels gcses diploma studies prom",
  ),
  relative: list(
    "parent mother father mum mom dad brother sister sibling grandparent grandmother grandfather granddad grandad grandma granny aunt uncle relative cousin grandmothers family families blood_relative ancestors side son daughter",
  ),
  kid: list(
    "child children kid baby babies toddler little_one twins son daughter newborn offspring infant youngster little_boy little_girl bairn teenager nipper",
  ),
  care: list(
    "childcare child_care babysitter babysit* nanny daycare day_care nursery creche childminder school_run school_pick school_pickup au_pair dependant dependent caregiver",
  ),
  spouse: list(
    "husband wife spouse fiance fiancee boyfriend girlfriend hubby missus other_half better_half significant_other in_laws in-laws ex-wife ex-husband",
  ),
  married: list(
    "married unmarried divorced widow* engaged_to cohabit* spinster bachelor maiden_name maiden marital marriage_plan* separated_from wedding wedding_ring divorce newlywed",
  ),
  nations: list(
    "african asian indian chinese mexican arab european pakistani nigerian polish russian irish jewish hispanic latino latina black white caucasian brown mixed-race mixed_race oriental gypsy roma romani turkish iranian korean japanese vietnamese somali ukrainian romanian indigenous aboriginal immigrant migrant ethnic foreign german french british american english italian greek jamaican caribbean",
  ),
  faith: list(
    "religion religious faith church mosque synagogue temple_do pray prayer praying worship* christian muslim islamic jewish hindu sikh buddhist catholic protestant mormon evangelical atheist agnostic orthodox sabbath sunday_service bible quran koran hijab headscarf turban yarmulke kippah skullcap burka niqab ramadan lent easter_mass mass kosher_diet kosher halal_diet believer churchgoer godless religiously devout baptised baptized born-again parish_do denomination creed eid diwali yom_kippur rosary crucifix confession god jesus jehovah's jehovah synagogues bar_mitzvah fasting",
  ),
  ill: list(
    "illness disease disabled disability disabilities cancer diabetes diabetic epilepsy epileptic asthma arthritis hiv aids depression depressed anxiety bipolar autistic autism adhd dyslexi* schizophreni* ocd migraine stroke heart_attack heart_condition heart_trouble chronic wheelchair deaf blind limp crutches prosthe* hearing_aid mental_health mental_illness breakdown burnout burnt_out burned_out medication medicine pills prescription surgery operation hospitalised hospitalized therapy therapist psychiatrist counselling sick_leave sick_days sick_day sickness off_sick ill unwell injury injuries back_trouble bad_back back_problem* workers_comp* workers'_comp* compensation_claim medical_history medical_condition* medical_record* health_condition* health_problem* health_issue* state_of_health alcoholi* rehab addict* drinking_problem drug_problem vaccinated handicap* impairment disorder long_covid insulin antidepressant* infirm allergic allergies",
  ),
  genes: list(
    "dna gene genes genetic genetically hereditary inherited_disease* inherited_condition* runs_in brca huntington's huntington genome 23andme ancestry_test sickle_cell carrier_of predisposition predisposed family_medical_history family_history family_illness*",
  ),
  queer: list(
    "gay lesbian bisexual homosexual heterosexual transgender trans transsexual queer lgbt lgbtq lgbtq+ lgbti lgbtqi non-binary nonbinary transitioned closet sexuality sexual_orientation sexual_preference* sex_life gender_identity gender_reassignment pronoun same-sex same_sex butch effeminate camp deadname tranny dyke assigned_at_birth sex_at_birth bi",
  ),
  party: list(
    "republican democrat conservative liberal labour_party labour_voter tory tories socialist communist marxist maga trump trumper biden brexit brexiteer remainer leftie lefty leftist left-wing right-wing right-winger left-winger left_wing right_wing green_party greens libertarian antifa ukip reform_uk far-right far-left corbyn snp sinn_fein political_party political_views political_opinion* political_belief* political_leaning* political_affiliation* politics politically blm abortion gun_control immigration_policy activist activism",
  ),
  union: list(
    "union unions unionised unionized unionise unionize shop_steward picket* organising_drive organizing_drive union_rep union_member* trade_union* labor_union* collective_bargaining unite unison teamster* works_council",
  ),
  crime: list(
    "arrested arrest convicted conviction felony felon felonies misdemeanor misdemeanour criminal_record* criminal_history criminal_conviction* criminal_past criminal_background* police_record jail jailed prison prisoner imprisoned incarcerat* parole probation_officer on_probation probation_or_parole dui dwi duis mugshot* offence offense offender ex-offender* ex-con* ex-convict* charged_with pleaded_guilty plead_guilty guilty court_record* rap_sheet caution cautions bound_over handcuff* in_custody taken_into_custody trouble_with_the_law trouble_with_the_police run-in* run_in brush_with_the_law brushes_with_the_law behind_bars done_time did_time served_time locked_up acquitted expunged sealed_record* restraining_order asbo spent_conviction* police_station clean_record criminal_charge* criminal penalty_points stopped_by_the_police speeding_ticket* clean_criminal",
  ),
  payword: list(
    "salary salaries pay wage wages compensation ctc remuneration earnings income package paycheck paycheque payslip* pay_stub* pay_slip* base base_salary bonus comp w-2 w2 p60 p45 take-home take_home hourly_rate day_rate rate total_comp commission money",
  ),
  now: list(
    "current currently present now previous previously last former prior past today existing latest most_recent right_now at_the_moment old",
  ),
  forces: FORCES,
  soldiers: SOLDIERS,
  faiths: FAITHS,
  feasts: FEASTS,
  garb: GARB,
  worship: WORSHIP,
  crimes: CRIMES,
  custody: CUSTODY,
  tens: TENS,
  thousands: THOUSANDS,
  haul: HAUL,
  lenders: LENDERS,
  unions: UNIONS,
  parties: PARTIES,
  press: PRESS,
  demonym: DEMONYMS,
  tribe: TRIBES,
  region: REGIONS,
  debt: list(
    "debt debts indebted bankrupt* insolven* credit_score* credit_rating* credit_report* credit_history credit_check* credit_file* credit_record* bad_credit overdraft loan loans mortgage ccj ccjs county_court_judgment* county_court_judgement* garnish* foreclos* repossess* bailiff* debt_collector* collection_agency collections maxed_out credit_card* behind_on arrears iva experian equifax transunion schufa fico payday_loan* financial_difficult* financial_trouble* financial_problem* financial_situation money_trouble* money_worries money_problem* evicted eviction alimony child_support savings living_paycheck paycheck_to_paycheck owe gambling_debt* personal_finance* solvent student_loan*",
  ),
  body: list(
    "height weigh fat overweight obese obesity skinny bmi bodyweight waist chest_size bra_size dress_size clothing_size clothes_size shirt_size trouser_size shoe_size measurements slim petite chubby plump heavyset heavy-set stocky burly belly beer_belly paunch waistline diet lose_weight lost_weight good-looking attractive pretty handsome ugly beautiful physique muscular well-built scrawny lanky curvy slender thin tubby portly stout stoutly_built unattractive beauty figure build looks",
  ),
  accent: list(
    "accent accents mother_tongue native_language native_tongue native_speaker native_english native_speakers first_language second_language broken_english twang brogue dialect drawl accent-free accentless unaccented heavily_accented accented lisp",
  ),
  trait: list(
    "lazy arrogant abrasive bossy shrill smug cocky aggressive emotional weird odd strange moody difficult pushy rude nasty selfish stubborn dull boring shy timid introvert introverted extrovert extroverted extroverted quiet-type loud immature childish naive narcissist narcissistic narcissis* diva drama_queen know-it-all know_it_all control_freak flaky sloppy careless dishonest untrustworthy unlikeable unlikable likeable likable charming lovely sweet nice pleasant charismatic brilliant genius natural_leader born_leader star superstar winner loser slow thick stupid dim dumb smart clever bright sharp passive meek weak soft cold aloof distant standoffish stand-offish stuck-up stuck_up conceited vain full_of_himself full_of_herself full_of_themselves big_ego ego egotist* egomaniac* hothead* hot-headed hot-tempered temperamental volatile highly_strung high-strung high_maintenance high-maintenance needy clingy whiny whiner whinger negative pessimist* awkward creepy sleazy slimy slippery shifty sly two-faced manipulative toxic hostile defensive prickly touchy sensitive oversensitive thin-skinned insecure neurotic anxious_type nervous_type pushover doormat wallflower mousy robotic humourless humorless lifeless uninspiring unmotivated unambitious ambitionless entitled spoiled spoilt pretentious snob snobbish snooty self-absorbed self-centred self-centered self-important attention-seeking unreliable scatterbrain* airhead ditzy flighty hard-nosed ruthless headstrong opinionated argumentative combative confrontational intense overbearing domineering abrupt curt brusque sarcastic cynical bitter disloyal lacklustre lackluster mediocre unremarkable bland unimpressive trustworthy genuine decent dependable_type good_egg bad_egg oddball loner eccentric team_player go-getter hustler slacker time-waster timewaster clown joker jerk idiot moron prick bitch bully control_freak micromanager perfectionist people_pleaser pleaser feisty sassy hysterical catty gossip ice_queen unstable erratic gutless spineless fake phony phoney sweetheart darling gem delight treasure modest humble honest kind warm friendly confident overconfident over-confident cheerful bubbly energetic",
  ),
  quality: list(
    "gravitas presence executive_presence leadership backbone grit drive hunger ambition spark passion charisma confidence personality polish warmth fire_in fire_in_the_belly spine humility initiative common_sense motivation emotional_intelligence work_ethic maturity integrity killer_instinct people_skills edge oomph character stamina energy enthusiasm fight steel empathy x-factor soul substance attitude",
  ),
  deed: list(
    "showed named explained tested drew built designed solved led cited ran modelled modeled wrote demonstrated described fixed traced scored compared reversed reasoned delivered worked_out weighed proved separated interrupted reported chose handled answered could_not_explain refused forgot skipped talked_over listed measured added presented outlined sketched corrected listened calculated identified mapped refactored debugged planned negotiated charged_ahead killed arrived assigned asked_how asked_what asked_which asked_who asked_for switched diagnosed caught inherited split voted_for converted argued defended migrated priced drafted edited reviewed taught trained set_the_page put_her_faith launched rebuilt restored shipped coded proposed recommended estimated pointed_out",
  ),
  no_deed: NO_DEEDS,
  irregular: IRREGULAR,
  evidence: list(
    "showed named explained tested drew built designed solved led cited ran modelled modeled wrote demonstrated described found fixed traced spotted counted scored compared reversed reasoned delivered brought worked_out gave took kept fitted weighed knew saw proved checked read asked took separated delivered missed interrupted walked reported chose used handled told mentioned_that when because example for_example answered could_not_explain could_not_name did_not_name refused forgot skipped left_out talked_over said_that listed measured added cut presented outlined sketched corrected admitted listened calculated identified mapped refactored debugged planned negotiated",
  ),
};
