/** The ledger: to look at, to verify, and to take away. */
import { z } from "zod";
import type { Database } from "../../db/port.ts";
import { type AuditDeps, auditLedger } from "../../ledger/audit.ts";
import { exportCheckpoints, exportLedger } from "../../ledger/export.ts";
import { listLedger } from "../../ledger/list.ts";
import { exportPolicies } from "../../policy/versions.ts";
import { LedgerVerification } from "./ledger-schemas.ts";
import { type AnyRoute, defineRoute } from "./route.ts";
import { LedgerItem, page } from "./schemas.ts";

const PAGE = 100;
const EXPORTED = 5_000;

export interface LedgerRouteDeps extends AuditDeps {
  database: Database;
  companyZone: string;
}

const seq = z.string().regex(/^\d{1,15}$/);

const endOf = (day: string, zone: string): Temporal.Instant =>
  Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).toInstant();

/** Routes of the ledger. */
export const ledgerRoutes = (deps: LedgerRouteDeps): AnyRoute[] => [
  ...takenAwayRoutes(deps),
  defineRoute({
    method: "get",
    path: "/api/ledger",
    summary: "Who did what and why, newest first",
    access: "audit",
    about: "everybody",
    query: z.object({
      caseId: z.string().max(200).optional(),
      type: z.string().max(100).optional().describe("Such as `proposal.made`"),
      actor: z.string().max(200).optional().describe("As the entry has it, to the letter"),
      day: z.iso.date().optional().describe("The last day, in the company's zone"),
      after: seq.optional().describe("Entries before this seq"),
    }),
    answer: page(LedgerItem),
    handler: async ({ query: { after, day, ...of } }) => {
      const entries = await listLedger(deps.database, {
        limit: PAGE + 1,
        order: "newest first",
        ...of,
        ...(day && { before: endOf(day, deps.companyZone) }),
        ...(after && { after: Number(after) }),
      });
      const last = entries.length > PAGE ? entries[PAGE - 1] : undefined;
      return {
        items: entries.slice(0, PAGE).map((entry) => ({ ...entry, at: entry.at.toString() })),
        ...(last && { next: String(last.seq) }),
      };
    },
  }),
  defineRoute({
    method: "get",
    path: "/api/ledger/verify",
    summary: "Whether the ledger is whole, and the one of which something was kept",
    access: "audit",
    about: "everybody",
    query: z.object({
      since: z
        .string()
        .regex(/^[0-9a-fA-F]{64}$/, "must be 64 hexadecimal digits")
        .optional()
        .describe("A hash that was kept elsewhere: a head, or that of an entry or checkpoint"),
    }),
    answer: LedgerVerification,
    handler: async ({ query: { since } }) =>
      await auditLedger(deps, {
        checkpoints: [],
        hashes: since === undefined ? [] : [since.toLowerCase()],
      }),
  }),
];

/** What somebody takes away, to keep it elsewhere: lines of JSON, oldest first. */
const takenAwayRoutes = ({ database }: LedgerRouteDeps): AnyRoute[] =>
  [
    {
      path: "/api/ledger/checkpoints",
      what: "The signed places of the ledger",
      after: "Places after this n",
      pageOf: exportCheckpoints,
    },
    {
      path: "/api/ledger/export",
      what: "The ledger",
      after: "Entries after this seq",
      pageOf: exportLedger,
    },
    {
      path: "/api/policy/export",
      what: "All versions of the policy",
      after: "Versions after this one",
      pageOf: exportPolicies,
    },
  ].map(({ path, what, after, pageOf }) =>
    defineRoute({
      method: "get",
      path,
      summary: `${what} as JSON lines, oldest first; the header x-next-after is what to ask for next, absent at the end`,
      access: "audit",
      about: "everybody",
      query: z.object({ after: seq.optional().describe(after) }),
      answer: z.string(),
      contentType: "application/x-ndjson",
      handler: async ({ query, response }) => {
        const { text, next } = await pageOf(database, {
          after: Number(query.after ?? 0),
          limit: EXPORTED,
        });
        if (next !== null) response.setHeader("x-next-after", String(next));
        return text;
      },
    }),
  );
