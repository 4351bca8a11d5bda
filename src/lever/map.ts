/** Lever's wire to our words and units, in one place: epoch milliseconds to instants, ids or expanded objects to ids,
 * foreign text to quoted text. Lenient: unknown fields pass, known ones may be missing or null, numbers may come as text.
 * Source: Lever API v1, opportunities, postings, users, panels, notes; recorded answers. */
import { z } from "zod";
import { ContactId, OpportunityId, PostingId, StageId, UserId } from "../domain/ids.ts";
import { type Quoted, quote } from "../domain/quoted.ts";
import { isZone } from "../domain/time.ts";
import type {
  FeedbackForm,
  FeedbackTemplate,
  LeverUser,
  Opportunity,
  OpportunityChange,
  Panel,
  PanelInterview,
  Posting,
  Stage,
} from "./port.ts";

const epochMs = z.union([z.number(), z.string().regex(/^-?\d{1,16}$/)]).transform(Number);
/** The last moment that a time can name. */
const LAST_MS = 8_640_000_000_000_000;
/** Lever's milliseconds as an instant. */
export const instant = epochMs
  .refine((ms) => Math.abs(ms) <= LAST_MS)
  .transform((ms) => Temporal.Instant.fromEpochMilliseconds(Math.trunc(ms)));
/** A text; empty when there is none. */
export const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");
/** A text; null when there is none. */
export const optionalText = z
  .string()
  .nullish()
  .transform((value) => (value === undefined || value === "" ? null : value));
/** An id, or the object that `expand` puts in its place. */
export const ref = z
  .union([z.string().min(1), z.object({ id: z.string().min(1) }).transform(({ id }) => id)])
  .nullish()
  .transform((value) => value ?? null);
const texts = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? []);
/** A list; empty when there is none. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((value) => value ?? []);

/** A branded id; null stays null. */
export const idOf = <Id extends z.ZodType>(schema: Id, value: string | null): z.output<Id> | null =>
  value === null ? null : schema.parse(value);

const webUrl = (address: string | null): string | null =>
  address !== null && /^https?:\/\//.test(address) && URL.canParse(address) ? address : null;

const Archived = z.object({ archivedAt: instant.nullish() });

const Application = z.object({
  id: z.string().min(1),
  posting: ref,
  archived: Archived.nullish(),
  timezone: optionalText,
});
type Application = z.output<typeof Application>;

const Consent = z.object({
  allowed: z.boolean().nullish(),
  expiresAt: instant.nullish(),
});

const stageChanges = listOf(
  z.object({ toStageId: ref, updatedAt: instant.nullish(), userId: optionalText }),
);

const OpportunityWire = z.object({
  id: OpportunityId,
  contact: ref,
  name: text,
  headline: text,
  emails: texts,
  links: texts,
  stage: ref,
  stageChanges,
  owner: ref,
  followers: listOf(ref),
  applications: listOf(z.union([z.string().min(1), Application])),
  archived: z.union([Archived, z.boolean()]).nullish(),
  archivedAt: instant.nullish(),
  archiveReason: optionalText,
  confidentiality: optionalText,
  isAnonymized: z.boolean().nullish(),
  dataProtection: z.object({ contact: Consent.nullish() }).nullish(),
  urls: z.object({ show: optionalText }).nullish(),
});
type OpportunityWire = z.output<typeof OpportunityWire>;

export interface MapOptions {
  /** For consents that end. */
  now: Temporal.Instant;
  /** Lever's web application, for links that Lever does not give; null: no link. */
  webUrl: string | null;
}

/** An opportunity with its applications expanded. Errors: a `ZodError` when an id that must be there is not. */
export const mapOpportunity = (wire: unknown, { now, webUrl: base }: MapOptions): Opportunity => {
  const raw = OpportunityWire.parse(wire);
  const expanded = raw.applications.filter((one) => typeof one !== "string");
  const application = chooseApplication(expanded);
  const zone = application?.timezone ?? null;
  return {
    id: raw.id,
    contactId: ContactId.parse(raw.contact),
    name: quoted(raw.name, `opportunity/${raw.id}#name`),
    headline: quoted(raw.headline, `opportunity/${raw.id}#headline`),
    emails: raw.emails.map((email) => email.trim()).filter((email) => email !== ""),
    stageId: StageId.parse(raw.stage),
    stageChanges: raw.stageChanges.map(({ toStageId, updatedAt, userId }) => ({
      toStageId: idOf(StageId, toStageId),
      at: updatedAt ?? null,
      by: idOf(UserId, userId),
    })),
    postingId: idOf(PostingId, application?.posting ?? null),
    applicationIds: raw.applications.map((one) => (typeof one === "string" ? one : one.id)),
    ownerId: idOf(UserId, raw.owner),
    followerIds: raw.followers.flatMap((id) => idOf(UserId, id) ?? []),
    archivedAt: archivedAt(raw),
    contactAllowed: isContactAllowed(raw, now),
    confidential: raw.confidentiality === "confidential",
    isAnonymized: raw.isAnonymized === true,
    applicationZone: zone !== null && isZone(zone) ? zone : null,
    links: raw.links,
    url:
      webUrl(raw.urls?.show ?? null) ??
      (base === null ? null : `${base}/candidates/${encodeURIComponent(raw.id)}`),
  };
};

/** What somebody wrote, with the record and field where it stands. */
export const quoted = (value: string, reference: string): Quoted =>
  quote(value, { system: "lever", ref: reference });

/** The application that is being pursued: not archived before archived, with a posting before without. */
const chooseApplication = (applications: readonly Application[]): Application | undefined =>
  applications.find((one) => one.posting !== null && !one.archived) ??
  applications.find((one) => one.posting !== null) ??
  applications[0];

/** Lever gives an object, and in older answers flat fields; archived without a time counts as archived long ago. */
const archivedAt = (
  raw: Pick<OpportunityWire, "archived" | "archivedAt" | "archiveReason">,
): Temporal.Instant | null => {
  const isArchived = Boolean(raw.archived) || Boolean(raw.archivedAt) || raw.archiveReason !== null;
  if (!isArchived) return null;
  const nested = typeof raw.archived === "object" ? raw.archived?.archivedAt : undefined;
  return nested ?? raw.archivedAt ?? Temporal.Instant.fromEpochMilliseconds(0);
};

const isContactAllowed = (raw: OpportunityWire, now: Temporal.Instant): boolean => {
  const consent = raw.dataProtection?.contact;
  if (consent === undefined || consent === null) return true;
  const { allowed, expiresAt } = consent;
  const isOver = expiresAt != null && Temporal.Instant.compare(expiresAt, now) <= 0;
  return allowed !== false && !isOver;
};

const ChangeWire = z.object({
  id: OpportunityId,
  stage: ref,
  stageChanges,
  lastAdvancedAt: instant.nullish(),
  createdAt: instant.nullish(),
  updatedAt: instant.nullish(),
  archived: z.union([Archived, z.boolean()]).nullish(),
  archivedAt: instant.nullish(),
  archiveReason: optionalText,
});

/** What a list of changes says of an opportunity. */
export const mapOpportunityChange = (wire: unknown): OpportunityChange => {
  const raw = ChangeWire.parse(wire);
  const last = raw.stageChanges.findLast(({ toStageId }) => toStageId === raw.stage);
  return {
    id: raw.id,
    stageId: idOf(StageId, raw.stage),
    enteredStageAt: last?.updatedAt ?? raw.lastAdvancedAt ?? raw.createdAt ?? null,
    archivedAt: archivedAt(raw),
    updatedAt: raw.updatedAt ?? null,
  };
};

const DeletedWire = z.object({ id: OpportunityId, deletedAt: instant });

/** An opportunity that is no more. */
export const mapDeleted = (wire: unknown): z.output<typeof DeletedWire> => DeletedWire.parse(wire);

const StageWire = z.object({ id: StageId, text });

/** A stage. */
export const mapStage = (wire: unknown): Stage => StageWire.parse(wire);

const PostingWire = z.object({
  id: PostingId,
  text,
  user: ref,
  owner: ref,
  hiringManager: ref,
  country: optionalText,
  workplaceType: optionalText,
  confidentiality: optionalText,
  reqCode: optionalText,
  requisitionCodes: texts,
  categories: z
    .object({
      team: optionalText,
      department: optionalText,
      location: optionalText,
      allLocations: listOf(text),
    })
    .nullish(),
  content: z
    .object({
      description: text,
      descriptionHtml: text,
      lists: listOf(z.object({ text, content: text })),
      closing: text,
    })
    .nullish(),
  urls: z.object({ show: optionalText }).nullish(),
});

/** A posting; its description is plain text: body, lists and closing. The owner is its creator when none is set. */
export const mapPosting = (wire: unknown): Posting => {
  const raw = PostingWire.parse(wire);
  const others = [
    ...(raw.categories?.allLocations ?? []),
    // Which Lever keeps beside the locations: whoever takes the job may be anywhere.
    ...(raw.workplaceType === "remote" ? ["Remote"] : []),
  ].filter((place) => place !== "" && place !== raw.categories?.location);
  return {
    id: raw.id,
    title: raw.text,
    team: raw.categories?.team ?? null,
    department: raw.categories?.department ?? null,
    location: raw.categories?.location ?? null,
    ...(others.length > 0 && { otherLocations: others }),
    country: raw.country,
    ownerId: idOf(UserId, raw.owner ?? raw.user),
    hiringManagerId: idOf(UserId, raw.hiringManager),
    confidential: raw.confidentiality === "confidential",
    description: quoted(describe(raw.content), `posting/${raw.id}#content`),
    requisitionCodes: [...new Set([...raw.requisitionCodes, raw.reqCode ?? ""])].filter(
      (code) => code !== "",
    ),
    url: webUrl(raw.urls?.show ?? null),
  };
};

const describe = (content: z.output<typeof PostingWire>["content"]): string => {
  if (!content) return "";
  const lists = content.lists.map((list) => `${list.text}\n${plainText(list.content)}`);
  const body =
    content.description === "" ? plainText(content.descriptionHtml) : content.description;
  return [body, ...lists, content.closing]
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join("\n\n");
};

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
  nbsp: " ",
};

/** Lists come as HTML items; what is left is read by people and models as text, never shown as HTML. */
const plainText = (html: string): string =>
  html
    .replace(/<li[^>]*>/gi, "\n- ")
    .replace(/<(br|\/p|\/div|\/h\d)[^>]*>/gi, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (all, name: string) => ENTITIES[name] ?? all)
    .replace(/\n{2,}/g, "\n")
    .trim();

const UserWire = z.object({
  id: UserId,
  name: text,
  email: text,
  username: text,
  createdAt: instant.nullish(),
  deactivatedAt: instant.nullish(),
});

/** A user of Lever. */
export const mapUser = (wire: unknown): LeverUser => {
  const { createdAt, deactivatedAt, ...user } = UserWire.parse(wire);
  return { ...user, createdAt: createdAt ?? null, deactivated: deactivatedAt != null };
};

const TemplateWire = z.object({ id: z.string().min(1), text });

const RatedWire = TemplateWire.extend({
  fields: listOf(z.object({ type: text, text, scores: listOf(z.object({ text })) })),
});

/** A feedback template. */
export const mapFeedbackTemplate = (wire: unknown): FeedbackTemplate => {
  const { fields, ...template } = RatedWire.parse(wire);
  const ratings = fields.flatMap(({ type, text: name, scores }) => {
    if (type === "scorecard") return scores.map((row) => row.text);
    return type === "score-system" || type === "score" ? [name] : [];
  });
  return { ...template, ratings: ratings.filter((name) => name !== "") };
};

const FormWire = TemplateWire.extend({
  fields: listOf(z.object({ type: text, text, options: listOf(z.object({ text })) })),
});

/** A feedback template with its fields. */
export const mapFeedbackForm = (wire: unknown): FeedbackForm => FormWire.parse(wire);

const InterviewWire = z.object({
  id: z.string().min(1),
  subject: text,
  date: instant,
  duration: z.union([z.number(), z.string().regex(/^\d{1,5}$/)]).transform(Number),
  location: text,
  note: text,
  feedbackTemplate: ref,
  feedbackReminder: optionalText,
  canceledAt: instant.nullish(),
  interviewers: listOf(z.object({ id: UserId, feedbackTemplate: ref })),
});

const PanelWire = z.object({
  id: z.string().min(1),
  externallyManaged: z.boolean().nullish(),
  externalUrl: optionalText,
  canceledAt: instant.nullish(),
  createdAt: instant.nullish(),
  stage: ref,
  note: text,
  feedbackReminder: optionalText,
  interviews: listOf(InterviewWire),
});

/** A panel with its interviews, in Lever's order. */
export const mapPanel = (wire: unknown): Panel => {
  const raw = PanelWire.parse(wire);
  return {
    id: raw.id,
    stageId: idOf(StageId, raw.stage),
    createdAt: raw.createdAt ?? null,
    externallyManaged: raw.externallyManaged === true,
    externalUrl: raw.externalUrl,
    canceledAt: raw.canceledAt ?? null,
    note: quoted(raw.note, `panel/${raw.id}#note`),
    interviews: raw.interviews.map((interview) => mapInterview(interview, raw.feedbackReminder)),
  };
};

const mapInterview = (
  raw: z.output<typeof InterviewWire>,
  reminderOfPanel: string | null,
): PanelInterview => ({
  id: raw.id,
  subject: raw.subject,
  startsAt: raw.date,
  durationMinutes: raw.duration,
  location: raw.location,
  note: quoted(raw.note, `interview/${raw.id}#note`),
  feedbackTemplateId: raw.feedbackTemplate,
  leverReminds: (raw.feedbackReminder ?? reminderOfPanel) !== "none",
  canceledAt: raw.canceledAt ?? null,
  interviewers: raw.interviewers.map((one) => ({
    userId: one.id,
    feedbackTemplateId: one.feedbackTemplate,
  })),
});

const NoteReceipt = z
  .object({ noteId: z.string().min(1).optional(), id: z.string().min(1).optional() })
  .transform(({ noteId, id }) => noteId ?? id ?? "")
  .pipe(z.string().min(1));

/** The id of a note just made: Lever answers with the id alone, or with the whole note. */
export const mapNoteReceipt = (wire: unknown): string => NoteReceipt.parse(wire);
