/** The policy as it was: every version, with who made it, when, and what it changed. */
import { z } from "zod";
import type { Database } from "../../db/port.ts";
import { isoInstant } from "../../domain/time.ts";
import { type PolicyVersion, getPolicyVersion, listPolicyVersions } from "../../policy/versions.ts";
import { notThere } from "./not-there.ts";
import { type AnyRoute, defineRoute } from "./route.ts";
import { page } from "./schemas.ts";

const PolicyVersionItem = z.object({
  version: z.int().describe("0: as the program comes with it"),
  by: z.string().nullable().describe("A name, or `convene`; null: it came with the program"),
  at: isoInstant.nullable(),
  policy: z.record(z.string(), z.unknown()).describe("As it is kept"),
  digest: z.string().describe("SHA-256 of it, as its entry `policy.changed` in the ledger says it"),
  differences: z
    .array(
      z.object({
        what: z.string(),
        before: z.string().nullable().describe("Null: there was none"),
        after: z.string().nullable().describe("Null: there is none any more"),
      }),
    )
    .describe("What it changed of the version before, in words"),
});
export type PolicyVersionItem = z.infer<typeof PolicyVersionItem>;

const PAGE = 20;

const number = z.string().regex(/^\d{1,9}$/);

/** Routes of the policy's versions. Whoever reads the one in force reads the former ones. */
export const policyVersionRoutes = ({ database }: { database: Database }): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/policy/versions",
    summary: "Versions of the policy with what each changed, newest first",
    access: "settings",
    about: "nobody",
    query: z.object({ after: number.optional().describe("Versions before this one") }),
    answer: page(PolicyVersionItem),
    handler: async ({ query: { after } }) => {
      const items = await listPolicyVersions(database, {
        before: after === undefined ? null : Number(after),
        limit: PAGE,
      });
      const last = items.at(-1);
      return {
        items: items.map(view),
        ...(last && last.version > 0 && { next: String(last.version) }),
      };
    },
  }),
  defineRoute({
    method: "get",
    path: "/api/policy/versions/{version}",
    summary: "One version of the policy with what it changed",
    access: "settings",
    about: "nobody",
    params: z.object({ version: number }),
    answer: PolicyVersionItem,
    handler: async ({ params: { version } }) => {
      const found = await getPolicyVersion(database, Number(version));
      if (!found) throw notThere("version of the policy");
      return view(found);
    },
  }),
];

const view = ({ at, policy, ...rest }: PolicyVersion) => ({
  ...rest,
  policy: { ...policy },
  at: at?.toString() ?? null,
});
