/** What the model believes before there is own history, as data: modest weights with their reasons. They are our judgement.
 * Where a direction is known it is named; that is of missed medical appointments, and no weight is taken from there.
 * Source: Dantas, Fleck, Cyrino Oliveira, Hamacher (2018), No-shows in appointment scheduling: a systematic literature review,
 * Health Policy 122(4), 412–421: a long lead time and appointments missed before are what 105 studies name most. */
import { COLUMNS, type Column, type Measure } from "./columns.ts";
import type { FeatureName } from "./features.ts";

/** Of one column: by how much one more of it raises the log odds, and what is usual of it. */
interface Belief extends Measure {
  weight: number;
  why: string;
}

/** `baseRisk`: of an interview that is usual in everything. */
export interface Prior {
  name: string;
  baseRisk: number;
  beliefs: readonly (Column & Belief)[];
}

/** Of a level that this share of interviews has. */
const level = (share: number, weight: number, why: string): Belief => ({
  weight,
  centre: share,
  scale: Math.sqrt(share * (1 - share)),
  why,
});

const amount = (usual: Measure, weight: number, why: string): Belief => ({ ...usual, weight, why });

const JUDGED = "our judgement";
const NOTHING_KNOWN = "what is not known says nothing by itself";
const BETWEEN = "not knowing lies between yes and no";
const LATER = "who has come further has put more into it; our judgement";

const BELIEFS: Record<FeatureName, Record<string, Belief>> = {
  leadDays: {
    amount: amount(
      { centre: Math.log1p(5), scale: 0.7 },
      0.3,
      "the longer ahead, the more comes between; the review names it first",
    ),
    unknown: level(0.05, 0, NOTHING_KNOWN),
  },
  hour: {
    early: level(0.05, 0.15, `before nine is easily overslept; ${JUDGED}`),
    afternoon: level(0.45, 0, "no different from the morning"),
    evening: level(0.1, 0.1, `after a day's work; ${JUDGED}`),
    unknown: level(0.05, 0, NOTHING_KNOWN),
  },
  weekday: {
    monday: level(0.17, 0.1, `after a weekend; ${JUDGED}`),
    friday: level(0.17, 0.1, `before a weekend; ${JUDGED}`),
    weekend: level(0.02, 0.1, `at a weekend; ${JUDGED}`),
    unknown: level(0.05, 0, NOTHING_KNOWN),
  },
  confirmed: {
    no: level(0.35, 0.9, `who has not said that they come is less bound; ${JUDGED}`),
    unknown: level(0.1, 0.4, BETWEEN),
  },
  pageOpened: {
    no: level(0.2, 0.4, `the times may not have been read; ${JUDGED}`),
    unknown: level(0.4, 0.1, BETWEEN),
  },
  chatUsed: {
    yes: level(0.1, -0.2, `who asks means to come; ${JUDGED}`),
    unknown: level(0.4, 0, NOTHING_KNOWN),
  },
  reschedules: {
    amount: amount(
      { centre: 0.2, scale: 0.5 },
      0.25,
      `a time that was moved fits less well; ${JUDGED}`,
    ),
    unknown: level(0.05, 0, NOTHING_KNOWN),
  },
  stageKind: {
    "hiring-manager": level(0.2, -0.1, LATER),
    technical: level(0.2, -0.1, LATER),
    panel: level(0.1, -0.2, LATER),
    onsite: level(0.1, -0.3, LATER),
    final: level(0.05, -0.4, LATER),
    interview: level(0.1, -0.1, LATER),
    unknown: level(0.05, -0.1, "as an interview of no special kind"),
  },
  format: {
    phone: level(0.3, 0.1, `a call is easily missed; ${JUDGED}`),
    onsite: level(0.1, -0.1, `a journey is planned; ${JUDGED}`),
    unknown: level(0.05, 0, NOTHING_KNOWN),
  },
  attendedBefore: {
    amount: amount(
      { centre: 0.7, scale: 0.6 },
      -0.3,
      `who came before mostly comes again; ${JUDGED}`,
    ),
    unknown: level(0.1, 0, NOTHING_KNOWN),
  },
  missedBefore: {
    amount: amount({ centre: 0.05, scale: 0.25 }, 0.7, "the review names it beside the lead time"),
    unknown: level(0.1, 0, NOTHING_KNOWN),
  },
};

const beliefOf = ({ feature, level: name }: Column): Belief => {
  const belief = BELIEFS[feature][name];
  if (belief === undefined) throw new Error(`the prior says nothing of ${feature} ${name}`);
  return belief;
};

/** The prior of this release. */
export const PRIOR: Prior = {
  name: "2026-11",
  baseRisk: 0.06,
  beliefs: COLUMNS.map((column) => ({ ...column, ...beliefOf(column) })),
};
