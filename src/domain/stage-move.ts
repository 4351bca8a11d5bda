/** A candidate to be moved to the next stage, since the forms of a round say what its plan asks for. The figures are those of the
 * forms; whether it is done is a person's to say. */
import { z } from "zod";
import { OpportunityId, PostingId, StageId, UserId } from "./ids.ts";
import { isoInstant } from "./time.ts";

const words = (max: number) => z.string().min(1).max(max);

/** One rating that the rule names, and what each form gives. */
export const RuledScore = z.strictObject({
  field: words(200).describe("As the rule names it"),
  atLeast: z.int().min(1),
  of: z.int().min(2).describe("How many ratings the scale has"),
  given: z
    .array(
      z.strictObject({
        form: z.string(),
        given: z.string().max(300).describe("As the form has it"),
        place: z.int().min(1).describe("On its scale from 1, the lowest"),
      }),
    )
    .min(1)
    .max(200),
});
export type RuledScore = z.infer<typeof RuledScore>;

/** A form that it was judged by, as it was then. */
export const RuledForm = z.strictObject({
  id: words(200).describe("`feedback/…`"),
  name: words(200).describe("Who wrote it"),
  session: z.string().max(300).nullable().describe("Which interview; null where none is known"),
  at: isoInstant.describe("When it was last touched"),
  counts: z.boolean().describe("False: its writer has handed in a newer one for that interview"),
});
export type RuledForm = z.infer<typeof RuledForm>;

/** Payload of the proposal to move a candidate to another stage. */
export const MoveStage = z.strictObject({
  kind: z.literal("move_stage"),
  version: z.literal(1),
  opportunityId: OpportunityId,
  postingId: PostingId,
  stageId: StageId.describe("At which the rule was judged: nobody who is elsewhere is moved"),
  performAs: UserId.describe("Lever user in whose name it is done"),
  caseId: z.string(),
  postingTitle: z.string(),
  stageName: z.string(),
  planId: z.string().describe("Whose rule it is"),
  to: z.strictObject({ id: StageId, name: words(300) }),
  scores: z.array(RuledScore).min(1).max(10),
  forms: z.array(RuledForm).min(1).max(100),
});
export type MoveStage = z.infer<typeof MoveStage>;

/** Code of the problem of a case that its candidate is not moved on although it was approved. */
export const STAGE_NOT_MOVED = "stage_not_moved";

/** Why nobody may be moved from one stage to the other; null: they may. Stages are in the order in which Lever lists them: that of
 * the pipeline. */
export const nextStageFault = (
  { from, to }: { from: string; to: string },
  stages: readonly { id: string; text: string }[],
): string | null => {
  const [present, next] = [from, to].map((id) => stages.findIndex((stage) => stage.id === id));
  if (next === undefined || next < 0) return "Lever has no such stage to move to.";
  if (present === undefined || present < 0) return "Lever does not list the candidate's stage.";
  return next > present
    ? null
    : `${stages[next]?.text ?? "That stage"} does not come after the candidate's stage in Lever.`;
};

/** A stage as Lever lists it. */
export interface NamedStage {
  id: string;
  text: string;
}

/** The stage that a rule names: by its id, else by its name where one alone has it. */
export const findStage = <Stage extends NamedStage>(
  named: string,
  stages: readonly Stage[],
): Stage | null => {
  const found = stagesNamed(named, stages);
  return found.length === 1 ? (found[0] ?? null) : null;
};

const stagesNamed = <Stage extends NamedStage>(
  named: string,
  stages: readonly Stage[],
): readonly Stage[] => {
  const byId = stages.filter(({ id }) => id === named);
  if (byId.length > 0) return byId;
  const key = (text: string): string => text.normalize("NFC").trim().toLowerCase();
  return stages.filter(({ text }) => key(text) === key(named));
};

const MOST_LISTED = 40;

/** Why nobody can be moved on to a stage from one of those that a plan is for; null: they can be from each that Lever has. Of several
 * stages of one name, one that comes before is enough. */
export const earlierStage = (
  named: string,
  from: readonly string[],
  stages: readonly NamedStage[],
): string | null => {
  const to = findStage(named, stages);
  if (!to) return null;
  const earlier = stages.slice(0, stages.indexOf(to));
  const late = from.find(
    (own) => stagesNamed(own, stages).length > 0 && stagesNamed(own, earlier).length === 0,
  );
  if (late === undefined) return null;
  const [{ text } = { text: late }] = stagesNamed(late, stages);
  const later = stages.slice(stages.findLastIndex((stage) => stage.text === text) + 1);
  const listed = later.slice(0, MOST_LISTED).map((stage) => stage.text);
  const instead = listed.length === 0 ? "No stage does." : `These do: ${listed.join(", ")}.`;
  return `“${to.text}” does not come after “${text}” in Lever, and a rule only moves on. ${instead}`;
};

/** Why a rule cannot name a stage so, and which there are; null: it can. */
export const unknownStage = (named: string, stages: readonly NamedStage[]): string | null => {
  const found = stagesNamed(named, stages);
  if (found.length === 1) return null;
  if (found.length > 1) {
    return `Lever has ${found.length} stages called “${named}”: name the one that is meant by its id, ${found.map(({ id }) => id).join(" or ")}.`;
  }
  const names = stages.map(({ text }) => text);
  const more = names.length - MOST_LISTED;
  const listed = names.slice(0, MOST_LISTED).join(", ");
  return `Lever has no stage “${named}”. It has ${listed}${more > 0 ? ` and ${more} more` : ""}.`;
};
