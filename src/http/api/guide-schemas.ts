/** Shapes of the API's candidate guides. */
import { z } from "zod";
import { ChatSource } from "../../domain/chat.ts";
import { PostingId } from "../../domain/ids.ts";
import { MOST_CHARACTERS } from "../../domain/read-markdown.ts";
import { isoInstant } from "../../domain/time.ts";
import { MOST_IN_TITLE } from "../../guides/saved.ts";

/** A guide's id, in an address. */
export const guideId = z
  .string()
  .max(100)
  .regex(/^[a-z0-9_-]+$/, "must be lower-case letters, digits, hyphens and underscores");

const Scope = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("company") }),
    z.strictObject({
      kind: z.literal("posting"),
      postingId: PostingId.describe("Lever's id of the posting"),
    }),
  ])
  .describe("For every candidate, or for those of one posting");

const ShownScope = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("company") }),
  z.object({
    kind: z.literal("posting"),
    postingId: z.string(),
    postingTitle: z.string().nullable().describe("Null where it is not among the open ones"),
  }),
]);
export type ShownScope = z.infer<typeof ShownScope>;

const GuideState = z.enum(["on", "off"]).describe("on: what it says is found; off: nothing is");

export const GuideItem = z.object({
  id: z.string(),
  scope: ShownScope,
  title: z.string(),
  state: GuideState,
  version: z.int().describe("The last version"),
  savedBy: z.string(),
  savedAt: isoInstant,
});
export type GuideItem = z.infer<typeof GuideItem>;

export const GuideList = z.object({ items: z.array(GuideItem) });
export type GuideList = z.infer<typeof GuideList>;

export const GuideVersionItem = z.object({
  version: z.int(),
  state: GuideState,
  title: z.string(),
  text: z.string(),
  restoredFrom: z.int().nullable(),
  savedBy: z.string(),
  savedAt: isoInstant,
});
export type GuideVersionItem = z.infer<typeof GuideVersionItem>;

export const GuideDetail = GuideItem.extend({
  text: z.string().describe("Markdown"),
  versions: z.array(GuideVersionItem).describe("Newest first; the last twenty"),
});
export type GuideDetail = z.infer<typeof GuideDetail>;

const title = z
  .string()
  .trim()
  .min(1)
  .max(MOST_IN_TITLE)
  .regex(/^[^\p{Cc}\p{Cf}\u2028\u2029]*$/u, "must be one line of characters that can be seen");

/** What is too long is a fault of the guide, told with its length. */
const text = z
  .string()
  .max(2 * MOST_CHARACTERS)
  .describe("Markdown: no HTML, no pictures, links to https, http, mailto or tel");

export const CreateGuide = z.strictObject({
  scope: Scope,
  title,
  text: text.optional().describe("Empty when absent"),
});
export type GuideToCreate = z.input<typeof CreateGuide>;

/** As large as the database keeps one. */
const version = z.int().min(1).max(2_147_483_647);

export const SaveGuide = z.strictObject({
  title: title.optional(),
  text: text.optional(),
  state: GuideState.optional(),
  basedOn: version.describe("The version that was changed"),
  restoredFrom: version.optional().describe("The version whose text this is"),
});
export type GuideToSave = z.input<typeof SaveGuide>;

const question = z.string().trim().min(1).max(500);

export const SearchQuery = z.object({
  q: question.describe("As a candidate would ask it"),
  postingId: PostingId.optional().describe("Absent: what is for everybody alone"),
});

/** A guide as it would be if what is written were saved. */
export const TryGuide = z.strictObject({
  q: question,
  postingId: PostingId.nullable(),
  draft: z
    .strictObject({
      guideId: guideId.nullable().describe("Null: a new one"),
      scope: z.enum(["company", "posting"]),
      title,
      text,
    })
    .optional()
    .describe("Takes the place of the guide as it is saved"),
});
export type GuideToTry = z.input<typeof TryGuide>;

export const FoundPassages = z.object({
  items: z.array(
    z.object({
      guideId: z.string(),
      version: z.int(),
      scope: z.enum(["company", "posting"]),
      title: z.string().describe("The headings that it stands under"),
      text: z.string(),
      score: z.number(),
      matched: z.array(z.string()).describe("Words of the question that it was found by"),
    }),
  ),
});
export type FoundPassages = z.infer<typeof FoundPassages>;

/** What a candidate would read. */
export const TriedQuestion = z.object({
  text: z.string().describe("The assistant's answer by rule; of a case in general words"),
  isHandedOver: z.boolean().describe("Nothing is known of it: a person is asked"),
  sources: z.array(ChatSource),
});
export type TriedQuestion = z.infer<typeof TriedQuestion>;
