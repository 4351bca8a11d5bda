/** Comparing our books with Lever, calendars and the ledger: asking for it, and what it found. */
import {
  type Reconciliation,
  askReconciliation,
  getReconciliation,
  latestReconciliation,
} from "../../cases/reconciliations.ts";
import type { Database } from "../../db/port.ts";
import { FINDING_WORDS } from "../../domain/finding.ts";
import type { Clock } from "../../domain/time.ts";
import type { Ids } from "../../identifiers.ts";
import type { Texts } from "../../privacy/texts.ts";
import { type AnyRoute, defineRoute } from "./route.ts";
import { LatestReconciliation, ReconciliationItem } from "./schemas.ts";

export interface ReconcileRouteDeps {
  database: Database;
  texts: Texts;
  clock: Clock;
  ids: Ids;
}

/** Routes of comparing. */
export const reconcileRoutes = (deps: ReconcileRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "post",
    path: "/api/reconcile",
    summary:
      "Compare all cases with Lever, calendars and the ledger; the one under way, if there is one; rate_limited for a minute after one has ended",
    access: "decide",
    about: "everybody",
    answer: ReconciliationItem,
    handler: async ({ principal }) => {
      const by = principal?.name ?? "nobody";
      const id = await deps.database.transaction(
        async (tx) => await askReconciliation(tx, by, deps),
      );
      const begun = await getReconciliation(deps.database, id);
      if (!begun) throw new Error("a comparison that was just begun is not there");
      return viewReconciliation(begun, await namesOf(begun, deps));
    },
  }),
  defineRoute({
    method: "get",
    path: "/api/reconcile",
    summary: "The latest comparison, and what it found",
    access: "audit",
    about: "everybody",
    answer: LatestReconciliation,
    handler: async () => {
      const latest = await latestReconciliation(deps.database);
      return { latest: latest && viewReconciliation(latest, await namesOf(latest, deps)) };
    },
  }),
];

/** Names by case; none for those that were erased. */
const namesOf = async (
  { findings }: Reconciliation,
  { database, texts }: ReconcileRouteDeps,
): Promise<Map<string, string>> => {
  const rows = await database.query<{ id: string; textId: string }>(
    `select id, name_text_id as "textId" from cases where id = any($1) and name_text_id is not null`,
    [findings.flatMap(({ caseId }) => caseId ?? [])],
  );
  const names = await texts.openMany(
    database,
    rows.map(({ textId }) => textId),
  );
  return new Map(rows.map(({ id, textId }) => [id, names.get(textId) ?? ""]));
};

/** As the API shows it; the command line does so without names. */
export const viewReconciliation = (
  found: Reconciliation,
  names: ReadonlyMap<string, string> = new Map(),
): ReconciliationItem => ({
  id: found.id,
  startedBy: found.startedBy,
  startedAt: found.startedAt.toString(),
  finishedAt: found.finishedAt?.toString() ?? null,
  toCheck: found.toCheck,
  checked: found.checked,
  repaired: found.repaired,
  reported: found.reported,
  findings: found.findings.map((finding) => ({
    ...finding,
    ...FINDING_WORDS[finding.code],
    candidateName: names.get(finding.caseId ?? "") || null,
  })),
});
