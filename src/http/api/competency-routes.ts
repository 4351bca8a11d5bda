/** What the question bank can ask about, for whoever writes a plan. */
import { z } from "zod";
import { questionBank } from "../../questions/read-bank.ts";
import { type AnyRoute, defineRoute } from "./route.ts";

const CompetencyList = z.object({
  items: z.array(
    z.object({
      id: z.string().describe("As a plan names it"),
      name: z.string(),
      means: z.string(),
    }),
  ),
});
export type CompetencyList = z.infer<typeof CompetencyList>;

/** The route of competencies. */
export const competencyRoutes = (): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/competencies",
    summary: "Competencies of the question bank, by id",
    access: "settings",
    about: "nobody",
    answer: CompetencyList,
    handler: async () => {
      const { competencies } = questionBank();
      return { items: competencies.map(({ id, name, means }) => ({ id, name, means })) };
    },
  }),
];
