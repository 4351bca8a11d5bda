/** What is held on a candidate, for admins who answer a request of access. */
import { z } from "zod";
import { type OwnFormDeps, refuseWhoOwes } from "../../cases/own-form-first.ts";
import {
  type SubjectAccess,
  type SubjectAccessDeps,
  exportSubject,
  listRoundsOfSubject,
} from "../../cases/subject-access.ts";
import { renderSubject } from "../../cases/subject-access-page.ts";
import { rememberRound } from "../../lever/remember.ts";
import type { Principal } from "../auth/principal.ts";
import { type AnyRoute, defineRoute } from "./route.ts";

type SubjectRouteDeps = SubjectAccessDeps & Pick<OwnFormDeps, "lever">;

/** Routes of the export. */
export const subjectRoutes = (deps: SubjectRouteDeps): AnyRoute[] => [
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
      const made = await exportFor(principal, params.id, deps);
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
      const made = await exportFor(principal, params.id, deps);
      response.attachment(`${made.candidate}.md`);
      return renderSubject(made);
    },
  }),
];

/** It holds what others have written in their forms. Errors: `forbidden` for an admin who owes one of any round of the candidate's. */
const exportFor = async (
  principal: Principal | null,
  caseId: string,
  deps: SubjectRouteDeps,
): Promise<SubjectAccess> => {
  const once = { ...deps, lever: rememberRound(deps.lever) };
  for (const round of await listRoundsOfSubject(deps.database, caseId)) {
    await refuseWhoOwes(principal, round, once);
  }
  return await exportSubject({ caseId, by: principal?.name ?? "nobody" }, deps);
};
