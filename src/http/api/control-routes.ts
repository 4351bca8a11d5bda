/** Policy, kill switch, ledger and where the whole stands. */
import { z } from "zod";
import { countOpenQuestions } from "../../cases/candidate-questions.ts";
import type { Database } from "../../db/port.ts";
import { Policy } from "../../domain/policy.ts";
import type { Clock } from "../../domain/time.ts";
import type { Ids } from "../../identifiers.ts";
import { type AuditDeps, auditLedger } from "../../ledger/audit.ts";
import { exportLedger } from "../../ledger/export.ts";
import { listLedger } from "../../ledger/list.ts";
import { changePolicy, isPaused, readPolicy, setPaused } from "../../policy/store.ts";
import { mayAccess } from "../../domain/access.ts";
import { scopeValues, withinReach } from "../../cases/reach.ts";
import type { Principal } from "../auth/principal.ts";
import { type AnyRoute, defineRoute } from "./route.ts";
import { LedgerVerification } from "./ledger-schemas.ts";
import { LedgerItem, Status, page } from "./schemas.ts";

const PAGE = 100;
const EXPORTED = 5_000;

export interface ControlRouteDeps extends AuditDeps {
  database: Database;
  clock: Clock;
  ids: Ids;
  version: string;
  sandboxUrl: string | null;
  companyName: string;
  companyZone: string;
  /** Puts every opportunity that has something waiting back to work. */
  drainAll(): Promise<void>;
}

const VersionedPolicy = Policy.extend({ version: z.int().min(0) });

/** Routes of control. */
export const controlRoutes = (deps: ControlRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/status",
    summary: "Where the whole stands",
    access: "own",
    about: "asker",
    answer: Status,
    handler: async ({ principal }) => await readStatus(principal, deps),
  }),
  defineRoute({
    method: "get",
    path: "/api/policy",
    summary: "The policy in force",
    access: "settings",
    about: "nobody",
    answer: VersionedPolicy,
    handler: async () => {
      const { version, policy } = await readPolicy(deps.database);
      return { ...policy, version };
    },
  }),
  defineRoute({
    method: "put",
    path: "/api/policy",
    summary: "Put a new policy in force; `version` is the one that was changed",
    access: "admin",
    about: "everybody",
    body: VersionedPolicy,
    answer: VersionedPolicy,
    handler: async ({ body: { version, ...policy }, principal }) => {
      const changed = await changePolicy(deps.database, deps.clock, {
        policy,
        basedOn: version,
        by: nameOf(principal),
        correlationId: deps.ids.next("co"),
      });
      return { ...changed.policy, version: changed.version };
    },
  }),
  pauseRoute(deps, true),
  pauseRoute(deps, false),
  ...ledgerRoutes(deps),
];

const nameOf = (principal: Principal | null): string => principal?.name ?? "nobody";

const pauseRoute = (deps: ControlRouteDeps, paused: boolean): AnyRoute =>
  defineRoute({
    method: "post",
    path: paused ? "/api/pause" : "/api/resume",
    summary: paused ? "Pause all effects everywhere" : "Let effects go on",
    access: "decide",
    about: "everybody",
    answer: Status,
    handler: async ({ principal }) => {
      await deps.database.transaction(
        async (tx) =>
          await setPaused(tx, deps.clock, {
            paused,
            by: nameOf(principal),
            correlationId: deps.ids.next("co"),
          }),
      );
      if (!paused) await deps.drainAll();
      return await readStatus(principal, deps);
    },
  });

/** Counts of what somebody may look at, by that alone. */
const readStatus = async (principal: Principal | null, deps: ControlRouteDeps): Promise<Status> => {
  const scope = principal?.scope ?? null;
  const mayRead = principal !== null && mayAccess(principal, "read");
  const [counts] = await deps.database.query<{ waiting: number; failed: number }>(
    `select (select count(*)::int from proposals where status = 'waiting' and ($3 or case_id in
         (select c.id from cases c where ${withinReach(1, 2)}))) as waiting,
       (select count(*)::int from inbox where status = 'failed') as failed`,
    [...scopeValues(scope), scope === null],
  );
  const { policy } = await readPolicy(deps.database);
  return {
    version: deps.version,
    sandbox: deps.sandboxUrl !== null,
    sandboxUrl: deps.sandboxUrl,
    now: deps.clock.now().toString(),
    paused: await isPaused(deps.database),
    mode: policy.defaultMode,
    waiting: mayRead ? (counts?.waiting ?? 0) : 0,
    failed: mayRead && scope === null ? (counts?.failed ?? 0) : 0,
    questions: mayRead ? await countOpenQuestions(deps.database, scope) : 0,
    companyName: deps.companyName,
    companyZone: deps.companyZone,
  };
};

const seq = z.string().regex(/^\d{1,15}$/);

const endOf = (day: string, zone: string): Temporal.Instant =>
  Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).toInstant();

const ledgerRoutes = (deps: ControlRouteDeps): AnyRoute[] => [
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
    summary: "Whether the chain is whole",
    access: "audit",
    about: "everybody",
    answer: LedgerVerification,
    handler: async () => await auditLedger(deps),
  }),
  defineRoute({
    method: "get",
    path: "/api/ledger/export",
    summary:
      "The ledger as JSON lines, oldest first; the header x-next-after is what to ask for next, absent at the end",
    access: "audit",
    about: "everybody",
    query: z.object({
      after: seq.optional().describe("Entries after this seq"),
    }),
    answer: z.string(),
    contentType: "application/x-ndjson",
    handler: async ({ query, response }) => {
      const after = Number(query.after ?? 0);
      const { text, next } = await exportLedger(deps.database, { after, limit: EXPORTED });
      if (next !== null) response.setHeader("x-next-after", String(next));
      return text;
    },
  }),
];
