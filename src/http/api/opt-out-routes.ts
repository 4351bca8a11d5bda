/** Who wants people instead of software. */
import { z } from "zod";
import { getCase } from "../../cases/cases.ts";
import {
  type OptOutDeps,
  type OptOutRecord,
  endOptOut,
  isByCandidate,
  listOptOuts,
  optOut,
} from "../../cases/opt-outs.ts";
import { unfitField } from "../../domain/errors.ts";
import { OptOutWho } from "../../domain/opt-out.ts";
import { isoInstant } from "../../domain/time.ts";
import type { LeverReader } from "../../lever/port.ts";
import { deciderOf } from "../auth/principal.ts";
import { notThere } from "./not-there.ts";
import { type AnyRoute, defineRoute } from "./route.ts";

export interface OptOutRouteDeps extends OptOutDeps {
  lever: Pick<LeverReader, "listUsers">;
}

const OptOutItem = z.object({
  id: z.string(),
  who: OptOutWho,
  name: z.string(),
  saidBy: z.string(),
  isByCandidate: z
    .boolean()
    .describe("They pressed it on their own page: it is ended only with their word"),
  at: isoInstant,
});
const OptOutList = z.object({ items: z.array(OptOutItem) });
export type OptOutList = z.infer<typeof OptOutList>;

export const OptOutRequest = z.strictObject({
  who: OptOutWho,
  caseId: z.string().max(200).optional().describe("Of a candidate: a case of theirs"),
  userId: z.string().max(200).optional().describe("Of anybody else: the user in Lever"),
});
export type OptOutRequest = z.infer<typeof OptOutRequest>;

const OptOutEnd = z.strictObject({
  candidateAgrees: z
    .boolean()
    .optional()
    .describe(
      "They have told you that they want software again, after they pressed that they do not",
    ),
});

/** Routes of opting out. */
export const optOutRoutes = (deps: OptOutRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/opt-outs",
    summary: "Who wants people instead of software, newest first",
    access: "read",
    about: "everybody",
    answer: OptOutList,
    handler: async () => await view(deps),
  }),
  defineRoute({
    method: "post",
    path: "/api/opt-outs",
    summary: "Leave a candidate, a hiring manager's postings or an interviewer to people",
    access: "decide",
    about: "everybody",
    body: OptOutRequest,
    answer: OptOutList,
    handler: async ({ body, principal }) => {
      const { by } = deciderOf(principal);
      await optOut({ who: body.who, subject: await subjectOf(body, deps), by }, deps);
      return await view(deps);
    },
  }),
  defineRoute({
    method: "post",
    path: "/api/opt-outs/{id}/end",
    summary:
      "End it: software may help again. What a candidate pressed themselves needs their word",
    access: "decide",
    about: "everybody",
    params: z.object({ id: z.string() }),
    body: OptOutEnd.optional(),
    answer: OptOutList,
    handler: async ({ params: { id }, body, principal }) => {
      const candidateAgrees = body?.candidateAgrees === true;
      await endOptOut({ id, by: deciderOf(principal).by, candidateAgrees }, deps);
      return await view(deps);
    },
  }),
];

const subjectOf = async (
  { who, caseId, userId }: OptOutRequest,
  { database, lever }: OptOutRouteDeps,
): Promise<string> => {
  if (who === "candidate") {
    const case_ = await getCase(database, caseId ?? "");
    if (!case_) throw notThere("case");
    return case_.candidate;
  }
  const user = (await lever.listUsers()).find(({ id }) => id === userId);
  if (user) return user.id;
  throw unfitField("userId", "Nobody in Lever has this id.");
};

const view = async (deps: OptOutRouteDeps): Promise<OptOutList> => {
  const all = await listOptOuts(deps.database);
  const users = all.some(({ who }) => who !== "candidate") ? await deps.lever.listUsers() : [];
  const items = await Promise.all(
    all.map(async ({ id, who, subject, saidBy, at }) => ({
      id,
      who,
      name:
        who === "candidate"
          ? await candidateName(subject, deps)
          : (users.find((user) => user.id === subject)?.name ?? "(no longer in Lever)"),
      saidBy,
      isByCandidate: isByCandidate({ who, saidBy }),
      at: at.toString(),
    })),
  );
  return { items };
};

const candidateName = async (
  subject: OptOutRecord["subject"],
  { database, texts }: OptOutRouteDeps,
): Promise<string> => {
  const [row] = await database.query<{ id: string }>(
    `select name_text_id as id from cases where candidate = $1 and name_text_id is not null
     order by updated_at desc limit 1`,
    [subject],
  );
  return (row && (await texts.open(database, row.id))) ?? "(erased)";
};
