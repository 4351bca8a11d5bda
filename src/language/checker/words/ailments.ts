/** What people suffer from, what is done against it, and how it shows. */
import { list } from "./list.ts";

/** Illnesses and impairments by name, of body and mind. */
export const AILMENTS = list(`
  adhd hiv/aids alcoholi* alzheimer alzheimer's anaemia anemia anaemic angina anorexi* anxiety arthriti* arthritic
  asperger asperger's aspergers asthma asthmatic autism autistic bipolar blind blindness bulimi* burnout
  burnt_out burned_out cancer cerebral_palsy cholesterol chronic_fatigue coeliac celiac colitis copd crohn's crohns
  cystic_fibrosis deaf deafness dementia depression depressed depressive diabet* dialysis disabilit*
  disabled disablement disorder down's_syndrome dyscalculi* dyslexi* dyspraxi* eating_disorder eczema endometriosis epilep*
  fibromyalgia hepatitis hernia hiv huntington huntington's hypertension blood_pressure ibs
  illness illnesses impairment infirm infirmity infirmities insomnia kidney_disease leukaemia leukemia long_covid lupus lymphoma
  malaria melanoma meningitis mental_health mental_illness mental_breakdown migraine* multiple_sclerosis muscular_dystrophy
  narcoleps* nervous_breakdown neurodiver* neurodivergent obsessive-compulsive ocd osteoporosis
  palsy paralysis paraplegic parkinson parkinson's phobia phobias post-natal_depression postnatal_depression psoriasis
  psychosis ptsd rheumat* schizo* sciatica scoliosis seizure seizures sickle_cell slipped_disc spinal_injury
  stammer* stroke stutter* tb thyroid tinnitus tourette's tourettes tuberculosis tumour tumor ulcer vertigo
  heart_attack heart_condition heart_trouble heart_disease heart_problem* dicky_heart heart_murmur
  bad_back dodgy_back back_trouble back_problem* back_pain bad_knee dodgy_knee bad_knees bad_hip gammy_leg
  condition_flares panic_attack* learning_difficult* learning_disabilit* special_needs hearing_loss sight_loss
  drink_problem drinking_problem drug_problem substance_abuse addiction addict`);

/** Treatment, its traces, and time lost to it. */
export const TREATMENT = list(`
  antidepressant* anti-depressant* beta_blockers chemo chemotherapy counselling_for counsellor_about inhaler insulin
  medication meds prescription_drugs pills ritalin lithium radiotherapy rehab remission prosthe* pacemaker
  psychiatrist psychiatric therapist shrink hospitalised hospitalized in_hospital inpatient operation_on surgery
  stoma wheelchair walking_stick walking_frame crutches crutch hearing_aid* hearing-aid* guide_dog zimmer limp limps limping
  sick_leave sick_days sick_day sick_record sick_note sickies sickie sickness sickness_record sick_list off_sick off_ill
  off_poorly signed_off stress_leave fit_note doctor's_note doctor's_letter gp_letter gp_records medical_history
  medical_record* medical_questionnaire medical_condition* medical_issue* medical_problem* medical_exam* medical_certificate
  medical_clearance medical_background health_condition* health_issue* health_problem* health_questionnaire health_declaration
  health_record health_history health_concern* health_scare health_trouble* state_of_health ill-health ill_health poor_health
  good_health perfect_health excellent_health robust_health physical_health health_status
  workers'_comp workers_comp worker's_comp workman's_comp workers'_compensation workers_compensation injury_claim compensation_claim
  registered_disabled disability_card disability_benefit disability_living chronic chronically diagnosis diagnosed_with was_diagnosed been_diagnosed being_diagnosed symptoms
  incapacit* unwell poorly ill sick frail sickly drug_test drug_screen urine_test blood_test alcoholic recovering_addict smoker`);

/** Of the blood: what runs in families. */
export const INHERITED = list(`
  hereditary inherited inheritable congenital familial genetic genetically genes gene genome dna brca brca1 brca2 mutation
  predispos* carrier_status 23andme ancestry_kit* ancestry_test* dna_kit* dna_test* family_history
  family_medical family_illness* medical_history_of_your`);
