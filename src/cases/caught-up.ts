/** What the inbox has heard of an opportunity's stage and archive: from webhooks, automation tools, or our own looking. */
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import type { InboxEvent } from "./inbox-event.ts";

type Reads = Database | Queryable;

/** The kind of an event that we put into the inbox ourselves for what nobody told us. */
export const CAUGHT_UP = "caught_up";

/** Kinds that tell of a stage, and those that tell whether it is archived. */
const TELL_STAGE = ["candidateStageChange", "stage_change", "applicationCreated", CAUGHT_UP];
const TELL_ARCHIVE = ["candidateArchiveChange", "candidateHired", CAUGHT_UP];

/** The latest that the inbox has of one opportunity. */
export interface Heard {
  /** Of the latest event about a stage; null when it names none. */
  toStageId: string | null;
  stageHeardAt: Temporal.Instant | null;
  /** Of the latest event about the archive; null when it does not say. */
  archived: boolean | null;
  archiveHeardAt: Temporal.Instant | null;
  heardAt: Temporal.Instant | null;
  /** Whether a proposal waits for a person. */
  hasWaiting: boolean;
}

/** A record that nobody could read told nothing. */
const READ = "not data ? 'unread'";

/** What the inbox has of each. Shape: nothing for an opportunity of which we never heard. */
export const readHeard = async (tx: Tx, ids: readonly string[]): Promise<Map<string, Heard>> => {
  const rows = await tx.query<Heard & { id: string } & Row>(
    `select s.opportunity_id as id, stage.to_stage as "toStageId", stage.received_at as "stageHeardAt",
       archive.archived, archive.received_at as "archiveHeardAt", latest.received_at as "heardAt",
       exists (select 1 from proposals p join cases c on c.id = p.case_id
         where c.opportunity_id = s.opportunity_id and p.status = 'waiting') as "hasWaiting"
     from streams s
     left join lateral (select data ->> 'toStageId' as to_stage, received_at from inbox
       where opportunity_id = s.opportunity_id and kind = any($2) and ${READ} order by seq desc limit 1) stage on true
     left join lateral (select received_at,
         case kind when 'candidateHired' then true else (data ->> 'archived')::boolean end as archived
       from inbox where opportunity_id = s.opportunity_id and kind = any($3) and ${READ}
       order by seq desc limit 1) archive on true
     left join lateral (select received_at from inbox
       where opportunity_id = s.opportunity_id and ${READ} order by seq desc limit 1) latest on true
     where s.opportunity_id = any($1)`,
    [ids, TELL_STAGE, TELL_ARCHIVE],
  );
  return new Map(rows.map((row) => [row.id, row]));
};

/** Lever stamps a change and the webhook about it one after the other. */
const STAMPS_APART = "2 minutes";

/** Whether a webhook tells late what we had found in Lever by ourselves already, and acted on. */
export const isCaughtUp = async (reads: Reads, event: InboxEvent): Promise<boolean> => {
  const { toStageId, archived, triggeredAt } = event.data;
  const tells =
    (event.kind === "candidateStageChange" && typeof toStageId === "string") ||
    (event.kind === "candidateArchiveChange" && typeof archived === "boolean");
  if (!tells || typeof triggeredAt !== "string") return false;
  const aboutStage = event.kind === "candidateStageChange";
  const [found] = await reads.query<{ isSame: boolean | null }>(
    `select kind = $3 and status = 'handled'
         and (data ->> 'changedAt')::timestamptz + $5::interval >= $6::timestamptz
         and (data ->> $7) = $8 as "isSame"
     from inbox where opportunity_id = $1 and kind = any($2) and seq < $4 order by seq desc limit 1`,
    [
      event.opportunityId,
      aboutStage ? TELL_STAGE : TELL_ARCHIVE,
      CAUGHT_UP,
      event.seq,
      STAMPS_APART,
      triggeredAt,
      aboutStage ? "toStageId" : "archived",
      String(aboutStage ? toStageId : archived),
    ],
  );
  return found?.isSame === true;
};
