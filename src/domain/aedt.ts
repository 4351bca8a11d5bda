/** New York City's rule on automated employment decision tools (Local Law 144): a feature that is one stays off until candidates have
 * had a notice for ten business days, and an audit of the last twelve months is on file. Source: NYC Admin. Code § 20-870, -871. */
import { type Jurisdiction, mayHold } from "./jurisdiction.ts";

export const AEDT_FEATURES = ["synthesis", "stage_rule"] as const;
export type AedtFeature = (typeof AEDT_FEATURES)[number];

export const NOTICE_BUSINESS_DAYS = 10;
const AUDIT_MONTHS = 12;

/** Which feature a proposal is of; what else is proposed says nothing about how good somebody is. */
export const aedtFeatureOf = (kind: string): AedtFeature | null => FEATURE_OF[kind] ?? null;

const FEATURE_OF: Readonly<Record<string, AedtFeature>> = {
  post_synthesis: "synthesis",
  move_stage: "stage_rule",
};

/** One that stands: nobody has withdrawn it. Dates as ISO. */
export interface AedtRecord {
  id: string;
  kind: "notice" | "audit" | "class";
  /** Null: of all postings. */
  postingId: string | null;
  /** Null: of all of them. */
  feature: AedtFeature | null;
  /** Of a class alone. */
  isClassed: boolean | null;
  dated: string;
  /** Of a notice alone. */
  firstDay: string | null;
  note: string;
  recordedBy: string;
  recordedAt: Temporal.Instant;
}

export interface AedtQuestion {
  feature: AedtFeature;
  postingId: string | null;
  jurisdictions: readonly Jurisdiction[] | null;
  /** In New York. */
  today: Temporal.PlainDate;
}

export interface AedtStanding {
  /** Whether it counts as such a tool there. */
  isClassed: boolean;
  mayRun: boolean;
  /** In sentences. */
  missing: string[];
  /** When the notice on file has been out for long enough. */
  firstDay: string | null;
}

/** How a feature stands for a posting. Where nobody has said otherwise it counts as such a tool for whatever may be in the City. */
export const standingOfAedt = (
  records: readonly AedtRecord[],
  { feature, postingId, jurisdictions, today }: AedtQuestion,
): AedtStanding => {
  const about = records.filter(
    (one) =>
      (one.feature === null || one.feature === feature) &&
      (one.postingId === null || one.postingId === postingId),
  );
  const isClassed = classOf(about) ?? mayHold(jurisdictions, "us-nyc");
  if (!isClassed) return { isClassed, mayRun: true, missing: [], firstDay: null };
  const firstDay = about.flatMap((one) => one.firstDay ?? []).toSorted()[0] ?? null;
  const missing = [...lacksNotice(firstDay, today), ...lacksAudit(about, today)];
  return { isClassed, mayRun: missing.length === 0, missing, firstDay };
};

/** What was said last of this posting, else of all. */
const classOf = (about: readonly AedtRecord[]): boolean | null => {
  const classes = about
    .filter(({ kind }) => kind === "class")
    .toSorted((one, other) => Temporal.Instant.compare(other.recordedAt, one.recordedAt));
  const said = classes.find(({ postingId }) => postingId !== null) ?? classes[0];
  return said?.isClassed ?? null;
};

const lacksNotice = (firstDay: string | null, today: Temporal.PlainDate): string[] => {
  if (firstDay === null) return ["No notice to candidates is on record."];
  if (Temporal.PlainDate.compare(today, firstDay) >= 0) return [];
  return [
    `The notice to candidates has not been out for ${NOTICE_BUSINESS_DAYS} business days: it may run from ${firstDay}.`,
  ];
};

const lacksAudit = (about: readonly AedtRecord[], today: Temporal.PlainDate): string[] => {
  const audits = about.filter(({ kind }) => kind === "audit").map(({ dated }) => dated);
  const last = audits.toSorted().at(-1);
  if (last === undefined) return ["No bias audit is on record."];
  const until = Temporal.PlainDate.from(last).add({ months: AUDIT_MONTHS });
  if (Temporal.PlainDate.compare(today, until) < 0) return [];
  return [
    `The last bias audit on record, of ${last}, is ${AUDIT_MONTHS} months old or older: it held until ${until.toString()}.`,
  ];
};

const FEATURE_WORDS: Record<AedtFeature, string> = {
  synthesis: "The synthesis of feedback",
  stage_rule: "The rule by which candidates are moved on",
};

/** Why it may not run, in words; null: it may. */
export const whyAedtHolds = (feature: AedtFeature, standing: AedtStanding): string | null =>
  standing.mayRun
    ? null
    : `${FEATURE_WORDS[feature]} is held back for this posting by New York City's rule on tools that help to decide. ${standing.missing.join(" ")} An admin records both under Settings.`;
