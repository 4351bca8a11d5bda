/** Genes and the illnesses of relatives. */
import { type RuleGroup, rulesOf } from "./group.ts";

const genes = rulesOf("genetic");

/** The rules. */
export const GENETIC_RULES: readonly RuleGroup[] = [
  genes(
    "ask",
    `@relative .. ill|illness|illnesses|disease|diseases|cancer|diabetes|alzheimer's|alzheimer|dementia|heart|stroke|epilepsy|huntington*|sick|die|died|suffer|suffered|condition|conditions|health|depression|parkinson*|cholesterol|blood_pressure|alcoholi*|mental|blind|deaf|genes|genetic
    ill|illness|illnesses|disease|diseases|cancer|diabetes|alzheimer's|dementia|heart_disease|stroke|epilepsy|sickness|condition|conditions|health_problems|depression|parkinson*|sickle_cell|disorder|disorders .. @relative|relatives|run_in|runs_in|hereditary|inherited|family|inherit
    run|runs|ran in .. family|families
    mother's|father's|mom's|dad's|mum's side
    @relative 's? side
    genetic|dna|gene|genome test|tests|testing|screening|screen|counsellor|counselor|counselling|information|profile|condition|conditions|disorder|disorders|predisposition|risk|defect|defects|marker|markers|results|services
    your dna|genes|genome|genetics|genetic
    carry|carries|have|carrier|positive|tested .. gene|genes|brca|mutation|sickle_cell|huntington*|trait
    tested for .. gene|genetic|hereditary|brca|huntington*|inherit*
    hereditary|inherited|congenital|familial .. you|illness*|disease*|condition*|disorder*|health|?
    family medical|health|history_of|illness|illnesses
    family 's? medical|health
    23andme|ancestry_test|dna_kit|home_dna
    how|what did|age|of .. your @relative die|pass
    cause of death .. @relative
    how old .. your @relative .. die|died|pass|when
    your|either|both|of_your @relative .. die|died|get|got|have|suffer|live|alive|pass
    predispos*|susceptib*`,
    {
      evenOfWork: true,
      unless: `how would|do|does you|the .. explain|tell|counsel|test|analyse|analyze|store|sequence|interpret|assay
      class .. inherit
      inherit* from , if
      patient 's
      your class|component|service
      a|the patient|client|customer
      weight of a child`,
    },
  ),
  genes(
    "judge",
    `@theirs .. @relative .. ill|illness|illnesses|disease|cancer|diabetes|alzheimer's|dementia|blind|deaf|heart|stroke|epilepsy|huntington*|died|parkinson*|mental|condition
    in the|his|her|their family|genes|blood
    runs|run|ran in .. family
    @relative .. both|all .. died|blind|had|got|cancer|young|ill
    @relative has|had|have|died|both|got .. cancer|huntington*|alzheimer*|dementia|blind|of|disease|parkinson*|ms|diabetes|young|epilepsy
    genetic|hereditary|inherited|familial|dna|gene !algorithm|algorithms|counsellor_role|programming
    family history of
    family history
    carries|carrier|tested_positive .. gene|brca|trait|mutation|sickle
    brca|huntington*`,
    {
      unless: `@evidence|knew .. family history|pedigree|variant|genetic|gene|dna
      genetic algorithm*
      inherited code|codebase|system|project|team|the|a
      referral
      hereditary risk to
      in the family business`,
    },
  ),
  genes(
    "demand",
    `genetic|dna|gene|genome test|tests|testing|screening|screen|sample|samples|information|profile|report|analysis_of_you|results|condition|conditions|disorders|predisposition
    @relative .. illness|illnesses|disease|diseases|cancer|epilepsy|huntington*|hereditary|conditions|condition|disorder|disorders|diabetes|suffered|history_of|medical
    illness|illnesses|disease|diseases|medical|conditions|condition|health|cancer .. your|immediate|close|in_the|of @relative|family|relatives
    family medical|health history
    family history
    hereditary|inherited|congenital illness*|disease*|condition*|disorder*
    no|without|free_from .. hereditary|genetic|inherited|family_history
    saliva|cheek swab|sample|swabs
    23andme`,
    {
      unless: `scientist|geneticist|laboratory|lab|nurse|researcher|engineer|analyst
      you will|would|look_after|analyse|sequence|build|run
      family - run
      our|the platform|product|service|company|lab`,
    },
  ),
];
