/** Lever's wire to our words for what is read about a candidacy: notes, resumes and submitted feedback. Source: Lever API
 * v1, notes, resumes, feedback; recorded answers. */
import { z } from "zod";
import { type OpportunityId, UserId } from "../domain/ids.ts";
import { idOf, instant, listOf, optionalText, quoted, ref, text } from "./map.ts";
import type { Note, Resume, SubmittedFeedback } from "./port.ts";

const NoteWire = z.object({
  id: z.string().min(1),
  createdAt: instant,
  deletedAt: instant.nullish(),
  value: optionalText,
  user: ref,
  secret: z.boolean().nullish(),
  fields: listOf(
    z.object({ type: optionalText, value: z.unknown(), user: ref, createdAt: instant.nullish() }),
  ),
});
type NoteWire = z.output<typeof NoteWire>;

/** A note of an opportunity; null when it was deleted. */
export const mapNote = (wire: unknown, opportunity: OpportunityId): Note | null => {
  const raw = NoteWire.parse(wire);
  if (raw.deletedAt != null) return null;
  const at = `opportunity/${opportunity}/note/${raw.id}`;
  const values = raw.fields
    .map((field) => field.value)
    .filter((value) => typeof value === "string");
  const written = values.length > 0 ? values.join("\n") : (raw.value ?? "");
  return {
    id: raw.id,
    text: quoted(written, at),
    comments: commentsOf(raw, at),
    otherFields: raw.fields.filter(({ type }) => !isComment(type)).length,
    secret: raw.secret !== false,
    userId: idOf(UserId, raw.user),
    createdAt: raw.createdAt,
  };
};

const isComment = (type: string | null): boolean => type === null || type === "note";

/** The first is by whom the note is, unless it says otherwise. */
const commentsOf = (raw: NoteWire, at: string): Note["comments"] => {
  const note = { value: raw.value, user: raw.user, createdAt: raw.createdAt };
  const said = raw.fields.filter(({ type }) => isComment(type));
  return (raw.fields.length > 0 ? said : [note]).flatMap((field, index) =>
    typeof field.value !== "string" || field.value === ""
      ? []
      : [
          {
            text: quoted(field.value, `${at}#fields/${index}`),
            userId: idOf(UserId, field.user ?? (index === 0 ? raw.user : null)),
            createdAt: field.createdAt ?? raw.createdAt,
          },
        ],
  );
};

const size = z
  .union([z.number(), z.string().regex(/^\d{1,12}$/)])
  .transform(Number)
  .nullish();

const ResumeWire = z.object({
  id: z.string().min(1),
  createdAt: instant.nullish(),
  file: z
    .object({ name: optionalText, ext: optionalText, uploadedAt: instant.nullish(), size })
    .nullish(),
  parsedData: z.unknown().optional(),
});

/** A resume: its file and Lever's own reading of it, each as far as there is one. */
export const mapResume = (wire: unknown, opportunity: OpportunityId): Resume => {
  const { id, createdAt, file, parsedData } = ResumeWire.parse(wire);
  return {
    id,
    createdAt: createdAt ?? null,
    file: file
      ? {
          name: quoted(file.name ?? "", `opportunity/${opportunity}/resume/${id}#name`),
          extension: file.ext,
          uploadedAt: file.uploadedAt ?? null,
          bytes: file.size ?? null,
        }
      : null,
    parsedData: parsedData ?? null,
  };
};

const FeedbackWire = z.object({
  id: z.string().min(1),
  type: optionalText,
  text,
  baseTemplateId: optionalText,
  user: ref,
  panel: ref,
  interview: ref,
  completedAt: instant.nullish(),
  updatedAt: instant.nullish(),
  deletedAt: instant.nullish(),
  fields: listOf(
    z.object({
      id: optionalText,
      type: optionalText,
      text,
      value: z.unknown().optional(),
      options: listOf(z.object({ text })),
      scores: listOf(z.object({ text })),
    }),
  ),
});
type FieldWire = z.output<typeof FeedbackWire>["fields"][number];

/** A form that was handed in; null for one that is not finished, or was deleted. */
export const mapFeedback = (
  wire: unknown,
  opportunity: OpportunityId,
): SubmittedFeedback | null => {
  const raw = FeedbackWire.parse(wire);
  const { completedAt } = raw;
  if (raw.deletedAt != null || completedAt == null) return null;
  const at = `opportunity/${opportunity}/feedback/${raw.id}`;
  return {
    id: raw.id,
    templateId: raw.baseTemplateId,
    title: quoted(raw.text, `${at}#text`),
    userId: idOf(UserId, raw.user),
    panelId: raw.panel,
    interviewId: raw.interview,
    completedAt,
    updatedAt: raw.updatedAt ?? null,
    answers: raw.fields.map((field, index) => ({
      kind: field.type ?? "text",
      question: quoted(field.text, `${at}#fields/${index}/text`),
      answer: quoted(answerOf(field), `${at}#fields/${index}/value`),
      options: field.options.map((one) => one.text),
      rows: rowsOf(field).map(({ label, score, comment }, row) => ({
        label,
        score,
        comment: quoted(comment, `${at}#fields/${index}/value/${row}`),
      })),
    })),
  };
};

const Scored = z.array(
  z.object({ score: z.number().nullish(), comment: z.string().nullish() }).nullable(),
);

interface Row {
  label: string;
  score: number | null;
  comment: string;
}

/** The rows of a scorecard; none of any other field, and none of one that is otherwise than Lever documents. */
const rowsOf = ({ type, value, scores }: FieldWire): Row[] => {
  const scored = type === "scorecard" ? Scored.safeParse(value).data : undefined;
  return (scored ?? []).map((one, index) => ({
    label: scores[index]?.text ?? "",
    score: one?.score ?? null,
    comment: one?.comment ?? "",
  }));
};

/** What was answered as text; empty when nothing was. */
const answerOf = (field: FieldWire): string => {
  const { value } = field;
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (!Array.isArray(value)) return "";
  const rows = rowsOf(field);
  if (rows.length === 0) return value.filter((one) => typeof one === "string").join(", ");
  return rows
    .map(({ label, score, comment }) => {
      const said = [score ?? "", comment].filter((part) => part !== "").join(", ");
      return `${label}: ${said}`;
    })
    .join("\n");
};
