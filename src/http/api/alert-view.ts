/** What became of the word to a recruiter that nothing fits: by what was done outside, and not by what was meant to be. */
import { type SearchRecord, alertKeyOf } from "../../cases/searches.ts";
import type { Database, Queryable, Row } from "../../db/port.ts";
import type { ProposalStatus } from "../../domain/proposal.ts";
import type { EffectStatus } from "../../effects/effects.ts";
import type { SearchItem } from "./search-schemas.ts";

type AlertItem = SearchItem["alert"];

/** The event, its run, what it proposed and the one effect of that. Shape: null what there is not (yet). */
interface AlertTrace extends Row {
  error: { message: string } | null;
  isOver: boolean;
  handledAt: Temporal.Instant | null;
  note: string | null;
  proposal: ProposalStatus | null;
  effect: EffectStatus | null;
  effectError: { message: string } | null;
  finishedAt: Temporal.Instant | null;
}

/** The alert of a search. */
export const viewAlert = async (
  search: SearchRecord,
  reads: Database | Queryable,
): Promise<AlertItem> => {
  const { alertAt, alertedAt } = search;
  if (alertedAt === null) return { outcome: "due", at: alertAt.toString(), why: null };
  const [trace] = await reads.query<AlertTrace>(
    `select i.error, i.status <> 'waiting' as "isOver", i.handled_at as "handledAt", r.outcome as note, p.status as proposal,
       e.status as effect, e.error as "effectError", e.finished_at as "finishedAt"
     from inbox i left join runs r on r.event_id = i.id left join proposals p on p.run_id = r.id
       left join effects e on e.proposal_id = p.id
     where i.delivery_key = $1 order by p.created_at desc, e.step limit 1`,
    [alertKeyOf(search)],
  );
  const { outcome, why } = trace ? cameTo(trace) : WAITS;
  const at = trace?.finishedAt ?? trace?.handledAt;
  const isOver = outcome !== "waits" && at;
  return { outcome, at: (isOver ? at : alertedAt).toString(), why };
};

type CameTo = Pick<AlertItem, "outcome" | "why">;

const WAITS: CameTo = { outcome: "waits", why: null };

const cameTo = (trace: AlertTrace): CameTo => {
  const { proposal, effect, error, isOver, note } = trace;
  if (effect === "done") return { outcome: "told", why: null };
  if (effect === "parked") return { outcome: "unknown", why: null };
  if (effect === "failed" || effect === "skipped" || effect === "undone") {
    return { outcome: "failed", why: trace.effectError?.message ?? null };
  }
  switch (proposal) {
    case "observed":
      return { outcome: "silent", why: null };
    case "waiting":
      return { outcome: "waits", why: "It waits for a person's decision." };
    case "approved":
    case "performing":
    case "done":
      return { outcome: "waits", why: error?.message ?? null };
    case null:
      return isOver
        ? { outcome: "failed", why: error?.message ?? note }
        : { outcome: "waits", why: error?.message ?? null };
    case "rejected":
    case "expired":
    case "superseded":
    case "failed":
      return { outcome: "failed", why: note };
  }
};
