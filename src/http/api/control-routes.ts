/** Policy, kill switch and where the whole stands. */
import { z } from "zod";
import { countOpenQuestions } from "../../cases/candidate-questions.ts";
import type { Database } from "../../db/port.ts";
import { Policy } from "../../domain/policy.ts";
import type { Clock } from "../../domain/time.ts";
import type { Ids } from "../../identifiers.ts";
import { changePolicy, isPaused, readPolicy, setPaused } from "../../policy/store.ts";
import { mayAccess } from "../../domain/access.ts";
import { scopeValues, withinReach } from "../../cases/reach.ts";
import type { Principal } from "../auth/principal.ts";
import { type AnyRoute, defineRoute } from "./route.ts";
import { Status } from "./schemas.ts";

export interface ControlRouteDeps {
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
