/** What is held on a candidate, for admins who answer a request of access. */
import { z } from "zod";
import { type SubjectAccessDeps, exportSubject } from "../../cases/subject-access.ts";
import { renderSubject } from "../../cases/subject-access-page.ts";
import { type AnyRoute, defineRoute } from "./route.ts";

/** Routes of the export. */
export const subjectRoutes = (deps: SubjectAccessDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/cases/{id}/subject-access",
    summary:
      "All that is held on the case's candidate, in all their cases, with the reasons of each automated step",
    access: "admin",
    about: { thing: "case", in: "id" },
    params: z.object({ id: z.string() }),
    answer: z.looseObject({ madeAt: z.string(), candidate: z.string() }),
    handler: async ({ params, principal, response }) => {
      const by = principal?.name ?? "nobody";
      const made = await exportSubject({ caseId: params.id, by }, deps);
      response.attachment(`${made.candidate}.json`);
      return { ...made };
    },
  }),
  defineRoute({
    method: "get",
    path: "/api/cases/{id}/subject-access.md",
    summary: "The same as Markdown, for a person to read",
    access: "admin",
    about: { thing: "case", in: "id" },
    params: z.object({ id: z.string() }),
    answer: z.string(),
    contentType: "text/markdown",
    handler: async ({ params, principal, response }) => {
      const by = principal?.name ?? "nobody";
      const made = await exportSubject({ caseId: params.id, by }, deps);
      response.attachment(`${made.candidate}.md`);
      return renderSubject(made);
    },
  }),
];
