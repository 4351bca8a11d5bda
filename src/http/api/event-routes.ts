/** Events: what came in, and what became of it. What failed for good can be run again. */
import { z } from "zod";
import { STAGE_RULES } from "../../cases/stage-rule.ts";
import { cutPage, pageStart } from "../../db/page.ts";
import type { Database, Queryable, Row } from "../../db/port.ts";
import { AppError } from "../../domain/errors.ts";
import { OpportunityId } from "../../domain/ids.ts";
import type { Clock } from "../../domain/time.ts";
import type { JobSender } from "../../intake/accept.ts";
import { appendLedger } from "../../ledger/append.ts";
import { notThere } from "./not-there.ts";
import { type AnyRoute, defineRoute } from "./route.ts";
import { EventItem, page } from "./schemas.ts";

const PAGE = 50;

interface EventRecord {
  id: string;
  source: "lever" | "automation" | "calendar" | "clock" | "person" | "candidate";
  kind: string;
  status: "waiting" | "handled" | "ignored" | "failed";
  opportunityId: string | null;
  caseId: string | null;
  seq: number | null;
  attempts: number;
  note: string | null;
  error: { code: string; message: string } | null;
  correlationId: string;
  receivedAt: Temporal.Instant;
  handledAt: Temporal.Instant | null;
}

export interface EventQuery {
  status?: EventRecord["status"] | undefined;
  opportunityId?: string;
  id?: string;
  after?: string | undefined;
  limit: number;
}

/** Events, newest first. */
export const listEvents = async (
  reads: Database | Queryable,
  query: EventQuery,
): Promise<EventRecord[]> => {
  const [afterAt, afterId] = pageStart(query.after);
  return await reads.query<EventRecord & Row>(
    `select id, source, kind, status, opportunity_id as "opportunityId", seq, attempts, note, error,
       correlation_id as "correlationId", received_at as "receivedAt", handled_at as "handledAt",
       (select c.id from cases c where c.opportunity_id = inbox.opportunity_id
        order by c.created_at desc, c.id desc limit 1) as "caseId"
     from inbox where ($1::text is null or status = $1) and ($2::text is null or opportunity_id = $2)
       and ($3::text is null or id = $3)
       and ($4::timestamptz is null or (received_at, id) < ($4::timestamptz, $5::text))
     order by received_at desc, id desc limit $6`,
    [
      query.status ?? null,
      query.opportunityId ?? null,
      query.id ?? null,
      afterAt,
      afterId,
      query.limit,
    ],
  );
};

/** An event as the API shows it. How one ended that had the rule of a stage judged is told with its run, to whoever may see it. */
export const viewEvent = (event: EventRecord): EventItem => ({
  ...event,
  note: STAGE_RULES.has(event.kind) ? null : event.note,
  receivedAt: event.receivedAt.toString(),
  handledAt: event.handledAt?.toString() ?? null,
});

export interface EventRouteDeps {
  database: Database;
  queue: JobSender;
  clock: Clock;
}

/** Routes of events. */
export const eventRoutes = (deps: EventRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/events",
    summary: "Events, newest first",
    access: "audit",
    about: "everybody",
    query: z.object({
      status: EventItem.shape.status.optional(),
      after: z.string().max(200).optional(),
    }),
    answer: page(EventItem),
    handler: async ({ query }) => {
      const events = await listEvents(deps.database, { ...query, limit: PAGE + 1 });
      const { rows, ...next } = cutPage(events, PAGE, (event) => event.receivedAt);
      return { items: rows.map(viewEvent), ...next };
    },
  }),
  defineRoute({
    method: "post",
    path: "/api/events/{id}/retry",
    summary: "Run a failed event again",
    access: "decide",
    about: { thing: "event", in: "id" },
    params: z.object({ id: z.string() }),
    answer: EventItem,
    handler: async ({ params, principal }) => {
      await retryEvent(params.id, principal?.name ?? "", deps);
      const [event] = await listEvents(deps.database, { id: params.id, limit: 1 });
      if (!event) throw notThere("event");
      return viewEvent(event);
    },
  }),
];

/** Puts a failed event back in its place of the order. Errors: `not_found`, `conflict` when it has not failed. */
const retryEvent = async (id: string, by: string, deps: EventRouteDeps): Promise<void> => {
  await deps.database.transaction(async (tx) => {
    const [event] = await listEvents(tx, { id, limit: 1 });
    if (!event) throw notThere("event");
    const reset = await tx.query(
      `update inbox set status = 'waiting', attempts = 0, error = null, handled_at = null
       where id = $1 and status = 'failed' returning 1`,
      [id],
    );
    if (reset.length === 0 || event.opportunityId === null) {
      throw new AppError({
        code: "conflict",
        fault: "caller",
        message: `Only a failed event can be run again; this one is ${event.status}.`,
      });
    }
    // The run of an event given up goes on from where it stopped.
    await tx.query(
      "update runs set status = 'running', finished_at = null where event_id = $1 and status = 'failed'",
      [id],
    );
    await deps.queue.sendAll(tx, "drain", [
      { opportunityId: OpportunityId.parse(event.opportunityId) },
    ]);
    await appendLedger(tx, {
      type: "event.retried",
      actor: by,
      correlationId: event.correlationId,
      data: { eventId: id },
      at: deps.clock.now(),
    });
  });
};
