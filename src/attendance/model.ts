/** A model as it is kept: coefficients, calibration and its card, as JSON with a version. */
import { z } from "zod";
import { AppError } from "../domain/errors.ts";
import { isoInstant } from "../domain/time.ts";
import { COLUMNS } from "./columns.ts";
import { AttendanceFacts } from "./features.ts";

const Feature = AttendanceFacts.keyof();
const share = z.number().min(0).max(1);

const ShareSeen = z.strictObject({
  count: z.int().min(0),
  of: z.int().min(1),
  share,
  low: share,
  high: share,
});

/** How good the model was on what came after what it had learnt from. */
export const ForwardReport = z.strictObject({
  folds: z
    .array(
      z.strictObject({
        from: isoInstant.describe("First start that was predicted"),
        to: isoInstant.describe("Last start that was predicted"),
        learntFrom: z.int().min(0).describe("Interviews before"),
        predicted: z.int().min(1),
        missed: z.int().min(0),
      }),
    )
    .describe("In order of time; each learnt from all that lies before it"),
  predicted: z.int().min(0),
  missed: z.int().min(0),
  auc: share.nullable().describe("0.5 is chance, 1 perfect; null when all came or none did"),
  brier: share.nullable().describe("Mean squared error; 0 is perfect"),
  plainBrier: share.nullable().describe("The same, had the share missed until then been told"),
  logLoss: z.number().min(0).nullable().describe("Nats"),
  calibration: z.array(z.strictObject({ told: share, seen: ShareSeen })),
});
export type ForwardReport = z.infer<typeof ForwardReport>;

const Coefficient = z.strictObject({
  feature: Feature,
  level: z.string(),
  centre: z.number().describe("Standardised: (value − centre) ÷ scale"),
  scale: z.number().positive(),
  weight: z.number().describe("Of the standardised value, in log odds"),
});

/** What a model is for, what it has learnt from, and how good it was. */
export const ModelCard = z.strictObject({
  purpose: z.string(),
  class: z.literal("evaluative"),
  notFor: z.string(),
  neverUses: z.string(),
  features: z.array(
    z.strictObject({ feature: Feature, what: z.string(), needsConsent: z.boolean() }),
  ),
  horizonHours: z
    .int()
    .min(1)
    .describe(
      "Facts are those known so many hours before the start, or at the booking if that was later; what comes after is not learnt from",
    ),
  learntFrom: z.strictObject({
    interviews: z.int().min(0),
    missed: z.int().min(0),
    from: isoInstant.nullable(),
    to: isoInstant.nullable(),
    digest: z.string().describe("SHA-256 of the rows"),
  }),
  prior: z.string().describe("Name of the prior"),
  priorWeight: share.describe(
    "How much is still the prior, in what the rows differ in; 1 without rows",
  ),
  l2: z.number().positive(),
  forward: ForwardReport,
});
export type ModelCard = z.infer<typeof ModelCard>;

/** What is kept. `version` is the digest of all else but the card's figures. */
export const AttendanceModel = z.strictObject({
  kind: z.literal("convene.attendance"),
  schema: z.literal(2),
  version: z.string().regex(/^[0-9a-f]{64}$/),
  intercept: z.number(),
  coefficients: z.array(Coefficient),
  calibration: z.strictObject({
    slope: z.number().min(0).describe("On the log odds"),
    intercept: z.number(),
  }),
  card: ModelCard,
});
export type AttendanceModel = z.infer<typeof AttendanceModel>;

const refuse = (message: string, cause?: unknown): AppError =>
  new AppError({ code: "input_invalid", fault: "caller", message, cause });

/** A model from its JSON. Errors: `input_invalid`, with what is wrong and what to do. */
export const parseModel = (json: string): AttendanceModel => {
  const parsed = AttendanceModel.safeParse(valueOf(json));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue?.path.map(String).join(".") || "the whole";
    throw refuse(
      `The attendance model cannot be read: ${where}: ${issue?.message ?? ""}. Train it again.`,
    );
  }
  const model = parsed.data;
  const has = model.coefficients.map(({ feature, level }) => `${feature} ${level}`);
  const wanted = COLUMNS.map(({ feature, level }) => `${feature} ${level}`);
  if (has.join() !== wanted.join()) {
    throw refuse(
      "The attendance model is of a release with other features. Train it again with this one.",
    );
  }
  return model;
};

const valueOf = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch (thrown) {
    throw refuse("The attendance model is not JSON. Train it again.", thrown);
  }
};
