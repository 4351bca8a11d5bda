/** The rules of all topics. */
import { AGE_FAMILIES } from "./families-age.ts";
import { BELIEF_FAMILIES } from "./families-belief.ts";
import { BODY_FAMILIES } from "./families-body.ts";
import { CHARACTER_FAMILIES } from "./families-character.ts";
import { CODED_FAMILIES } from "./families-coded.ts";
import { CREED_FAMILIES } from "./families-creed.ts";
import { DESCENT_FAMILIES } from "./families-descent.ts";
import { FRAME_FAMILIES } from "./families-frame.ts";
import { HOME_FAMILIES } from "./families-home.ts";
import { NATION_FAMILIES } from "./families-nation.ts";
import { HOUSEHOLD_FAMILIES } from "./families-household.ts";
import { LOVE_FAMILIES } from "./families-love.ts";
import { PAST_FAMILIES } from "./families-past.ts";
import { PLAIN_FAMILIES } from "./families-plain.ts";
import { RECORD_FAMILIES } from "./families-record.ts";
import { STANDING_FAMILIES } from "./families-standing.ts";
import { TIE_FAMILIES } from "./families-ties.ts";
import { VERDICT_FAMILIES } from "./families-verdicts.ts";
import { YEARS_FAMILIES } from "./families-years.ts";
import type { RuleGroup } from "./group.ts";
import { ABILITY_CODED_RULES } from "./rules-ability-coded.ts";
import { AGE_CODED_RULES } from "./rules-age-coded.ts";
import { AGE_RULES } from "./rules-age.ts";
import { ARREST_CONVICTION_RULES } from "./rules-arrest-conviction.ts";
import { CITIZENSHIP_RULES } from "./rules-citizenship.ts";
import { CREDIT_RULES } from "./rules-credit.ts";
import { CULTURE_FIT_RULES } from "./rules-culture-fit.ts";
import { DISABILITY_HEALTH_RULES } from "./rules-disability-health.ts";
import { FAMILY_RULES } from "./rules-family.ts";
import { GENDER_CODED_RULES } from "./rules-gender-coded.ts";
import { GENETIC_RULES } from "./rules-genetic.ts";
import { HEIGHT_WEIGHT_RULES } from "./rules-height-weight.ts";
import { LANGUAGE_ACCENT_RULES } from "./rules-language-accent.ts";
import { MARITAL_STATUS_RULES } from "./rules-marital-status.ts";
import { MILITARY_DISCHARGE_RULES } from "./rules-military-discharge.ts";
import { ORIENTATION_RULES } from "./rules-orientation.ts";
import { ORIGIN_RULES } from "./rules-origin.ts";
import { PAY_HISTORY_RULES } from "./rules-pay-history.ts";
import { PERSONALITY_VERDICT_RULES } from "./rules-personality-verdict.ts";
import { POLITICS_UNION_RULES } from "./rules-politics-union.ts";
import { PREGNANCY_RULES } from "./rules-pregnancy.ts";
import { RELIGION_RULES } from "./rules-religion.ts";

/** In the order in which the topics are told. */
export const RULES: readonly RuleGroup[] = [
  ...AGE_RULES,
  ...FAMILY_RULES,
  ...PREGNANCY_RULES,
  ...MARITAL_STATUS_RULES,
  ...ORIGIN_RULES,
  ...CITIZENSHIP_RULES,
  ...RELIGION_RULES,
  ...LANGUAGE_ACCENT_RULES,
  ...POLITICS_UNION_RULES,
  ...ARREST_CONVICTION_RULES,
  ...PAY_HISTORY_RULES,
  ...MILITARY_DISCHARGE_RULES,
  ...CREDIT_RULES,
  ...DISABILITY_HEALTH_RULES,
  ...GENETIC_RULES,
  ...ORIENTATION_RULES,
  ...HEIGHT_WEIGHT_RULES,
  ...GENDER_CODED_RULES,
  ...AGE_CODED_RULES,
  ...ABILITY_CODED_RULES,
  ...CULTURE_FIT_RULES,
  ...PERSONALITY_VERDICT_RULES,
  ...AGE_FAMILIES,
  ...YEARS_FAMILIES,
  ...HOME_FAMILIES,
  ...HOUSEHOLD_FAMILIES,
  ...DESCENT_FAMILIES,
  ...BELIEF_FAMILIES,
  ...BODY_FAMILIES,
  ...FRAME_FAMILIES,
  ...LOVE_FAMILIES,
  ...PAST_FAMILIES,
  ...TIE_FAMILIES,
  ...NATION_FAMILIES,
  ...CREED_FAMILIES,
  ...RECORD_FAMILIES,
  ...STANDING_FAMILIES,
  ...CODED_FAMILIES,
  ...VERDICT_FAMILIES,
  ...CHARACTER_FAMILIES,
  ...PLAIN_FAMILIES,
];
