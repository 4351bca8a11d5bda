/** Lever's records as its API documentation and recorded answers have them. Strict: a field that Lever does not have is a
 * fault of the company's. Sources: Lever API v1; https://hire.lever.co/developer/documentation. */
import { z } from "zod";

const id = z.string().min(1);
const ms = z.int().min(1_000_000_000_000);
const zone = z.string().refine((name) => {
  try {
    return Temporal.Now.zonedDateTimeISO(name).timeZoneId.includes("/");
  } catch {
    return false;
  }
});
const reminder = z.enum(["once", "daily", "frequently", "none"]);
const origin = z.enum(["agency", "applied", "internal", "referred", "sourced", "university"]);
const confidentiality = z.enum(["confidential", "non-confidential"]);
const phones = z.array(z.strictObject({ type: z.string().nullable(), value: z.string() }));
const archived = z.strictObject({ reason: id, archivedAt: ms }).nullable();
const consent = z.strictObject({ allowed: z.boolean(), expiresAt: ms.nullable().optional() });

export const User = z.strictObject({
  id,
  name: z.string().min(1),
  username: z.string().min(1),
  email: z.email(),
  createdAt: ms,
  deactivatedAt: ms.nullable(),
  accessRole: z.enum(["super admin", "admin", "team member", "limited team member", "interviewer"]),
  photo: z.string().nullable(),
  externalDirectoryId: z.string().nullable(),
  linkedContactIds: z.array(id).nullable(),
  jobTitle: z.string().nullable(),
  managerId: id.nullable(),
});

export const Contact = z.strictObject({
  id,
  name: z.string(),
  headline: z.string(),
  isAnonymized: z.boolean(),
  location: z.strictObject({ name: z.string() }),
  emails: z.array(z.email()),
  phones,
});

export const Stage = z.strictObject({ id, text: z.string().min(1) });

export const ArchiveReason = z.strictObject({
  id,
  text: z.string().min(1),
  status: z.enum(["active", "inactive"]),
  type: z.enum(["hired", "non-hired"]),
});

export const Opportunity = z.strictObject({
  id,
  name: z.string(),
  headline: z.string(),
  contact: id,
  stage: id,
  stageChanges: z.array(
    z.strictObject({
      toStageId: id,
      toStageIndex: z.int().min(0),
      updatedAt: ms,
      userId: id.optional(),
    }),
  ),
  confidentiality,
  location: z.string(),
  phones,
  emails: z.array(z.email()),
  links: z.array(z.url()),
  archived,
  tags: z.array(z.string()),
  sources: z.array(z.string()),
  origin,
  sourcedBy: id.nullable(),
  owner: id.nullable(),
  followers: z.array(id),
  applications: z.array(id).max(1),
  createdAt: ms,
  updatedAt: ms.nullable(),
  lastInteractionAt: ms,
  lastAdvancedAt: ms,
  snoozedUntil: ms.nullable(),
  urls: z.strictObject({ list: z.url(), show: z.url() }),
  dataProtection: z.strictObject({ store: consent, contact: consent }).nullable(),
  isAnonymized: z.boolean(),
  opportunityLocation: z.string().nullable(),
});

export const Posting = z.strictObject({
  id,
  text: z.string().min(1),
  state: z.enum(["published", "internal", "closed", "draft", "pending", "rejected"]),
  distributionChannels: z.array(z.enum(["internal", "public"])),
  confidentiality,
  user: id,
  owner: id.nullable(),
  hiringManager: id.nullable(),
  categories: z.strictObject({
    team: z.string(),
    department: z.string(),
    location: z.string(),
    allLocations: z.array(z.string()),
    commitment: z.string(),
    level: z.string().nullable(),
  }),
  tags: z.array(z.string()),
  content: z.strictObject({
    description: z.string(),
    descriptionHtml: z.string(),
    lists: z.array(z.strictObject({ text: z.string(), content: z.string() })),
    closing: z.string(),
    closingHtml: z.string(),
  }),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  workplaceType: z.enum(["onsite", "remote", "hybrid", "unspecified"]),
  followers: z.array(id),
  reqCode: z.string().nullable(),
  requisitionCodes: z.array(z.string()),
  urls: z.strictObject({ list: z.url(), show: z.url(), apply: z.url() }),
  createdAt: ms,
  updatedAt: ms,
});

export const Requisition = z.strictObject({
  id,
  requisitionCode: z.string().min(1),
  name: z.string().min(1),
  status: z.enum(["open", "onHold", "closed", "draft"]),
  headcountTotal: z.union([z.int(), z.literal("unlimited")]),
  headcountHired: z.int(),
  headcountInfinite: z.boolean(),
  backfill: z.boolean(),
  confidentiality,
  creator: id,
  owner: id.nullable(),
  hiringManager: id.nullable(),
  compensationBand: z
    .strictObject({
      currency: z.string(),
      interval: z.string(),
      min: z.number(),
      max: z.number(),
    })
    .nullable(),
  employmentStatus: z
    .enum(["full-time", "part-time", "intern", "contractor", "temp-worker"])
    .nullable(),
  location: z.string().nullable(),
  team: z.string().nullable(),
  department: z.string().nullable(),
  internalNotes: z.string().nullable(),
  postings: z.array(id),
  offerIds: z.array(id),
  approval: z.null(),
  customFields: z.record(z.string(), z.unknown()),
  createdAt: ms,
  updatedAt: ms,
  closedAt: ms.nullable(),
});

export const Application = z.strictObject({
  id,
  opportunityId: id,
  candidateId: id,
  type: z.enum(["referral", "user", "posting"]),
  posting: id.nullable(),
  postingOwner: id.nullable(),
  postingHiringManager: id.nullable(),
  user: id.nullable(),
  name: z.string().nullable(),
  email: z.email().nullable(),
  phone: z.strictObject({ type: z.string(), value: z.string() }).nullable(),
  company: z.string().nullable(),
  links: z.array(z.url()).nullable(),
  comments: z.string().nullable(),
  customQuestions: z.array(z.unknown()).nullable(),
  archived,
  requisitionForHire: z.null(),
  createdAt: ms,
  timezone: zone.nullable(),
});

const LiteInterview = z.strictObject({
  id,
  subject: z.string().nullable(),
  note: z.string().nullable(),
  location: z.string().nullable(),
  date: ms,
  duration: z.number().min(1),
  feedbackReminder: reminder,
  feedbackTemplate: id.nullable(),
  interviewers: z
    .array(
      z.strictObject({
        id,
        name: z.string(),
        email: z.email(),
        feedbackTemplate: id.nullable(),
        responseStatus: z.string(),
      }),
    )
    .min(1),
});

export const Panel = z.strictObject({
  id,
  applications: z.array(id),
  canceledAt: ms.nullable(),
  createdAt: ms,
  start: ms,
  end: ms,
  timezone: zone,
  feedbackReminder: reminder,
  user: id,
  stage: id,
  note: z.string().nullable(),
  externallyManaged: z.boolean(),
  externalUrl: z.string().nullable(),
  interviews: z.array(LiteInterview).min(1),
});

export const Interview = z.strictObject({
  ...LiteInterview.shape,
  panel: id,
  opportunityId: id,
  interviewers: z
    .array(
      z.strictObject({
        id,
        name: z.string(),
        email: z.email(),
        feedbackTemplate: id.nullable(),
      }),
    )
    .min(1),
  timezone: zone,
  createdAt: ms,
  feedbackForms: z.array(id),
  user: id,
  stage: id,
  canceledAt: ms.nullable(),
  postings: z.array(id),
  gcalEventUrl: z.string().nullable(),
});

const field = { id, text: z.string(), description: z.string(), required: z.boolean() };
const ScoreSystem = z.strictObject({
  ...field,
  type: z.literal("score-system"),
  prompt: z.string(),
  options: z.array(z.strictObject({ text: z.string(), optionId: id.optional() })).min(2),
});
const TextArea = z.strictObject({ ...field, type: z.literal("textarea") });
const Scorecard = z.strictObject({
  ...field,
  type: z.literal("scorecard"),
  scores: z.array(z.strictObject({ text: z.string(), description: z.string() })).min(1),
});
const filled = { value: z.string().nullable() };
const scored = {
  value: z
    .array(
      z.strictObject({ score: z.int().min(1).max(4).nullable(), comment: z.string().nullable() }),
    )
    .nullable(),
};

export const FeedbackTemplate = z.strictObject({
  id,
  text: z.string().min(1),
  group: z.strictObject({ id, name: z.string() }).nullable(),
  instructions: z.string(),
  createdAt: ms.nullable(),
  updatedAt: ms.nullable(),
  stage: z.strictObject({ id, text: z.string() }).nullable(),
  fields: z
    .array(z.discriminatedUnion("type", [ScoreSystem, TextArea, Scorecard]))
    .refine((fields) => fields.filter(({ type }) => type === "score-system").length === 1),
});

export const Feedback = z.strictObject({
  id,
  type: z.enum(["interview", "assignment", "share"]),
  text: z.string(),
  instructions: z.string(),
  baseTemplateId: id,
  fields: z.array(
    z.discriminatedUnion("type", [
      ScoreSystem.extend(filled),
      TextArea.extend(filled),
      Scorecard.extend(scored),
    ]),
  ),
  user: id,
  panel: id.nullable(),
  interview: id.nullable(),
  createdAt: ms,
  updatedAt: ms.nullable(),
  completedAt: ms.nullable(),
  deletedAt: ms.nullable(),
});

export const Note = z.strictObject({
  id,
  text: z.literal("Note"),
  fields: z
    .array(
      z.strictObject({
        type: z.literal("note"),
        text: z.literal("Comment"),
        value: z.string(),
        user: id.optional(),
        createdAt: ms,
      }),
    )
    .min(1),
  user: id.nullable(),
  secret: z.boolean(),
  createdAt: ms,
  completedAt: ms.nullable(),
  deletedAt: ms.nullable(),
});

const month = z.strictObject({ year: z.int().nullable(), month: z.int().nullable() });

export const Resume = z.strictObject({
  id,
  createdAt: ms,
  file: z.strictObject({
    name: z.string(),
    ext: z.enum(["pdf", "docx", "txt"]),
    downloadUrl: z.url(),
    uploadedAt: ms,
    status: z.enum(["processing", "processed", "unsupported", "error"]).nullable(),
    size: z.int().min(1),
  }),
  parsedData: z
    .strictObject({
      positions: z.array(
        z.strictObject({
          org: z.string().nullable(),
          title: z.string().nullable(),
          summary: z.string().nullable(),
          location: z.string().nullable(),
          start: month,
          end: month.optional(),
        }),
      ),
      schools: z.array(z.unknown()),
    })
    .optional(),
});

export const Webhook = z.strictObject({
  id,
  url: z.url(),
  event: z.string(),
  createdAt: ms,
  updatedAt: ms,
  configuration: z.strictObject({
    conditions: z.strictObject({ origins: z.array(origin) }).optional(),
    signatureToken: z.string().optional(),
  }),
});

/** One page of a list. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    data: z.array(item),
    hasNext: z.boolean(),
    next: z.string().min(1).optional(),
  });

/** A single record. */
export const one = <Item extends z.ZodType>(item: Item) => z.strictObject({ data: item });

/** What every refusal says. */
export const Refusal = z.strictObject({ code: z.string().min(1), message: z.string().min(1) });
