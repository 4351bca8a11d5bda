/** New York City's rule on tools that help to decide: what is on record, and from when each feature may run for which posting. */
import { z } from "zod";
import {
  AEDT_FEATURES,
  type AedtRecord,
  NOTICE_BUSINESS_DAYS,
  standingOfAedt,
} from "../../domain/aedt.ts";
import { AppError, unfitField } from "../../domain/errors.ts";
import { PostingId } from "../../domain/ids.ts";
import { Jurisdiction, jurisdictionsOf } from "../../domain/jurisdiction.ts";
import { isoInstant } from "../../domain/time.ts";
import type { Clock } from "../../domain/time.ts";
import type { Database } from "../../db/port.ts";
import type { Ids } from "../../identifiers.ts";
import { unlessForbidden } from "../../lever/access.ts";
import type { LeverReader } from "../../lever/port.ts";
import { listAedtRecords, recordAedt, withdrawAedt } from "../../policy/aedt-records.ts";
import { businessDaysAfter, newYorkDate } from "../../policy/business-days.ts";
import { type AnyRoute, defineRoute } from "./route.ts";

export interface AedtRouteDeps {
  database: Database;
  clock: Clock;
  ids: Ids;
  lever: Pick<LeverReader, "listPostings" | "getPosting">;
}

const Feature = z.enum(AEDT_FEATURES);

const note = z
  .string()
  .regex(/\S/, "must not be blank")
  .max(1_000)
  .describe("Where it is kept: a link, or a few words; no names of candidates");
const matching = {
  postingId: z
    .string()
    .max(200)
    .nullable()
    .default(null)
    .describe("Of this posting alone; null: of all"),
  feature: Feature.nullable().default(null).describe("Of this feature alone; null: of both"),
  dated: z.iso.date().describe("When it was given, finished or decided, in New York"),
  note,
};

export const AedtRecordRequest = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("notice"), ...matching }),
  z.strictObject({ kind: z.literal("audit"), ...matching }),
  z.strictObject({
    kind: z.literal("class"),
    isClassed: z.boolean().describe("Whether it counts as such a tool there"),
    ...matching,
  }),
]);
export type AedtRecordRequest = z.input<typeof AedtRecordRequest>;

const RecordItem = z.object({
  id: z.string(),
  kind: z.enum(["notice", "audit", "class"]),
  postingId: z.string().nullable(),
  feature: Feature.nullable(),
  isClassed: z.boolean().nullable(),
  dated: z.string(),
  firstDay: z
    .string()
    .nullable()
    .describe("Of a notice: the tenth business day after it, in New York"),
  note: z.string(),
  recordedBy: z.string(),
  recordedAt: isoInstant,
});

const FeatureStanding = z.object({
  feature: Feature,
  isClassed: z.boolean(),
  mayRun: z.boolean(),
  missing: z.array(z.string()),
  firstDay: z.string().nullable(),
});

const AedtView = z.object({
  today: z.string().describe("In New York"),
  ifNotedToday: z.string().describe("From when a feature may run whose notice is given today"),
  records: z.array(RecordItem),
  postings: z
    .array(
      z.object({
        postingId: z.string(),
        title: z.string(),
        location: z.string().nullable(),
        jurisdictions: z
          .array(Jurisdiction)
          .nullable()
          .describe("Null: not known, so all may hold"),
        features: z.array(FeatureStanding),
      }),
    )
    .describe("Open postings for which a feature counts as such a tool, by title"),
});
export type AedtView = z.infer<typeof AedtView>;

/** Routes of it. */
export const aedtRoutes = (deps: AedtRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/aedt",
    summary:
      "New York City's rule on tools that help to decide: what is on record, and what holds which feature back for which posting",
    access: "settings",
    about: "everybody",
    answer: AedtView,
    handler: async () => await view(deps),
  }),
  defineRoute({
    method: "post",
    path: "/api/aedt/records",
    summary: "Record a notice to candidates, a bias audit, or whether a feature is such a tool",
    access: "admin",
    about: "everybody",
    body: AedtRecordRequest,
    answer: AedtView,
    handler: async ({ body, principal }) => {
      const by = principal?.name ?? "nobody";
      const isClassed = body.kind === "class" ? body.isClassed : null;
      if (body.postingId !== null) await refuseUnknown(body.postingId, deps.lever);
      await recordAedt({ ...body, isClassed, by }, deps);
      return await view(deps);
    },
  }),
  defineRoute({
    method: "post",
    path: "/api/aedt/records/{id}/withdraw",
    summary: "Withdraw a record: what it let run is held back from now on",
    access: "admin",
    about: "everybody",
    params: z.object({ id: z.string() }),
    answer: AedtView,
    handler: async ({ params: { id }, principal }) => {
      await withdrawAedt({ id, by: principal?.name ?? "nobody" }, deps);
      return await view(deps);
    },
  }),
];

/** A record of a posting that Lever does not know would hold for nobody, and look as if it did. */
const refuseUnknown = async (
  postingId: string,
  lever: Pick<LeverReader, "getPosting">,
): Promise<void> => {
  try {
    await lever.getPosting(PostingId.parse(postingId));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "lever_not_found") throw error;
    throw unfitField("postingId", "Lever knows no such posting: choose one of those listed.");
  }
};

const view = async ({ database, clock, lever }: AedtRouteDeps): Promise<AedtView> => {
  const today = newYorkDate(clock.now());
  const [records, open, ifNotedToday] = await Promise.all([
    listAedtRecords(database),
    unlessForbidden(async () => await lever.listPostings()),
    businessDaysAfter(today, NOTICE_BUSINESS_DAYS),
  ]);
  const postings = open
    .toSorted((one, other) => one.title.localeCompare(other.title))
    .flatMap((posting) => {
      const jurisdictions = jurisdictionsOf(posting);
      const place = { postingId: posting.id, jurisdictions, today };
      const features = AEDT_FEATURES.map((feature) => ({
        feature,
        ...standingOfAedt(records, { feature, ...place }),
      }));
      if (features.every(({ isClassed }) => !isClassed)) return [];
      const { title, location } = posting;
      return [{ postingId: posting.id, title, location, jurisdictions, features }];
    });
  const dates = { today: today.toString(), ifNotedToday: ifNotedToday.toString() };
  return { ...dates, records: records.map(viewRecord), postings };
};

const viewRecord = (record: AedtRecord): z.infer<typeof RecordItem> => ({
  ...record,
  recordedAt: record.recordedAt.toString(),
});
