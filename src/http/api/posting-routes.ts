/** Open postings and their job texts, for whoever has a text of theirs checked. */
import { z } from "zod";
import { PostingId } from "../../domain/ids.ts";
import { unlessForbidden } from "../../lever/access.ts";
import type { LeverReader, Posting } from "../../lever/port.ts";
import type { PlanReader } from "../../plans/reader.ts";
import { isPlanFor } from "../../question-sets/plan-for-posting.ts";
import { isPostingInScope } from "../../cases/reach.ts";
import { notThere } from "./not-there.ts";
import { type AnyRoute, defineRoute } from "./route.ts";

const PostingItem = z.object({
  id: z.string(),
  title: z.string(),
  team: z.string().nullable(),
  location: z.string().nullable(),
  planIds: z.array(z.string()).describe("Plans whose questions it has"),
});
export const PostingList = z.object({ items: z.array(PostingItem) });
export type PostingList = z.infer<typeof PostingList>;

const JobText = z.object({
  postingId: z.string(),
  title: z.string(),
  text: z.string().describe("As Lever has it, without marks; empty: it has none"),
});
export type JobText = z.infer<typeof JobText>;

export interface PostingRouteDeps {
  plans: Pick<PlanReader, "all">;
  tools: { lever: Pick<LeverReader, "listPostings"> };
}

/** Routes of postings. */
export const postingRoutes = (deps: PostingRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/postings",
    summary: "Open postings, by title, with the plans that are for them",
    access: "settings",
    about: "listed",
    answer: PostingList,
    handler: async ({ principal }) => {
      const [open, plans] = await Promise.all([listOpen(deps), deps.plans.all()]);
      const postings = open.filter((one) => isPostingInScope(principal?.scope ?? null, one));
      return {
        items: postings
          .toSorted((one, two) => one.title.localeCompare(two.title))
          .map((posting) => ({
            id: posting.id,
            title: posting.title,
            team: posting.team,
            location: posting.location,
            planIds: plans.filter((plan) => isPlanFor(plan, posting)).map(({ id }) => id),
          })),
      };
    },
  }),
  defineRoute({
    method: "get",
    path: "/api/postings/{postingId}/text",
    summary: "The job text of an open posting",
    access: "settings",
    about: { thing: "posting", in: "postingId" },
    params: z.object({ postingId: PostingId.describe("Lever's id of the posting") }),
    answer: JobText,
    handler: async ({ params: { postingId } }) => {
      const posting = (await listOpen(deps)).find(({ id }) => id === postingId);
      if (!posting) throw notThere("open posting");
      return { postingId, title: posting.title, text: posting.description.quoted };
    },
  }),
];

/** Confidential ones are in no list. */
const listOpen = async ({ tools }: PostingRouteDeps): Promise<Posting[]> =>
  await unlessForbidden(async () => await tools.lever.listPostings());
