/** Finds what no webhook told: Lever gives a delivery up after five tries. Every few minutes its lists of changes are read
 * from where they were last read, and what the inbox has not heard is put into it. Any number of processes may do it. */
import type { Logger } from "pino";
import { CAUGHT_UP, type Heard, readHeard } from "../cases/caught-up.ts";
import type { Database, Row, Tx } from "../db/port.ts";
import { digestOf } from "../digest.ts";
import { AppError, isForbidden } from "../domain/errors.ts";
import { type AcceptDeps, type NewEvent, acceptEvents } from "../intake/accept.ts";
import { wordsOfForbidden } from "../lever/access.ts";
import type { LeverReader, OpportunityChange, UnreadRecord } from "../lever/port.ts";

export interface CatchUpDeps extends AcceptDeps {
  database: Database;
  log: Logger;
  lever: Pick<LeverReader, "listChanged" | "listDeleted">;
}

/** Each is read by itself: a key that may not read one of them still has the others. */
const LISTS = ["updated", "advanced", "archived", "deleted"] as const;
type ListName = (typeof LISTS)[number];

const LOOK_EVERY = Temporal.Duration.from({ minutes: 3 });
/** Lever's clock and ours may differ, and a list may be behind: so much is read again each time. */
const OVERLAP = Temporal.Duration.from({ minutes: 10 });
/** The longest time that Lever lists deletions of at once. */
const MOST_AT_ONCE = Temporal.Duration.from({ hours: 29 * 24 });
/** How long one process has a list to itself: longer than a long list takes, so that no two read it at once. */
const CLAIM_SECONDS = 600;
/** After a fault: a Lever that refuses is not asked again before that. */
const REST_SECONDS = 60;

interface Watermark {
  list: ListName;
  begunAt: Temporal.Instant;
  readUntil: Temporal.Instant;
}

/** One round. A list that cannot be read is read from the same place a minute later; the others go on. */
export const catchUp = async (deps: CatchUpDeps): Promise<void> => {
  const now = deps.clock.now();
  const watermarks = await deps.database.query<Watermark & Row>(
    `select list, begun_at as "begunAt", read_until as "readUntil" from lever_watermarks order by list`,
  );
  if (watermarks.length < LISTS.length) {
    await deps.database.query(
      `insert into lever_watermarks (list, begun_at, read_until)
       select list, $2, $2 from unnest($1::text[]) as list on conflict (list) do nothing`,
      [[...LISTS], now.toString()],
    );
  }
  for (const watermark of watermarks) {
    if (isBefore(now, watermark.readUntil.add(LOOK_EVERY))) continue;
    if (!(await claim(watermark, deps.database))) continue;
    try {
      await readList(watermark, deps);
    } catch (error) {
      await rest(watermark, error, deps.database);
      deps.log.warn(
        { err: error, list: watermark.list },
        isForbidden(error)
          ? wordsOfForbidden(watermark.list)
          : "a list of Lever's changes could not be read; tried again in a minute",
      );
    }
  }
};

const claim = async ({ list, readUntil }: Watermark, database: Database): Promise<boolean> => {
  const rows = await database.query(
    `update lever_watermarks set claimed_until = now() + make_interval(secs => $3)
     where list = $1 and read_until = $2 and (claimed_until is null or claimed_until < now())
     returning 1`,
    [list, readUntil.toString(), CLAIM_SECONDS],
  );
  return rows.length === 1;
};

/** A list that was forbidden stays so until it could be read: a fault that passes says nothing of it. A credential that is
 * not good at all does: then nothing may be read, and that is not to be overlooked. */
const rest = async ({ list }: Watermark, error: unknown, database: Database): Promise<void> => {
  const isDenied = isForbidden(error);
  const isRefused = !isDenied && error instanceof AppError && error.code === "lever_denied";
  await database.query(
    `update lever_watermarks set claimed_until = now() + make_interval(secs => $2),
       denied_at = case when $3 then coalesce(denied_at, now()) when not $4 then denied_at end
     where list = $1`,
    [list, REST_SECONDS, isDenied, isRefused],
  );
};

/** Reads to the end; then the events and the place up to which was read are one transaction. */
const readList = async (watermark: Watermark, deps: CatchUpDeps): Promise<void> => {
  const startedAt = deps.clock.now();
  const since = latest(watermark.begunAt, watermark.readUntil.subtract(OVERLAP));
  const { events, unread } =
    watermark.list === "deleted"
      ? await readDeleted(since, startedAt, deps)
      : await readChanged(watermark.list, since, deps);
  const isNew = await deps.database.transaction(async (tx) => {
    await acceptEvents(tx, await events(tx), deps);
    const told = await acceptEvents(tx, unread.map(eventOfUnread), deps);
    await tx.query(
      `update lever_watermarks set read_until = greatest(read_until, $2), claimed_until = null,
         denied_at = null
       where list = $1`,
      [watermark.list, startedAt.toString()],
    );
    await tx.query("select pg_notify('convene', $1)", [JSON.stringify({ topic: "status" })]);
    return told.map(({ duplicate }) => !duplicate);
  });
  for (const [index, { id, fields }] of unread.entries()) {
    if (!isNew[index]) continue;
    deps.log.warn(
      { list: watermark.list, opportunityId: id, fields },
      "a record in a list of Lever's changes could not be read; the others were",
    );
  }
};

interface Reading {
  events: (tx: Tx) => Promise<NewEvent[]>;
  unread: UnreadRecord[];
}

/** Once for a record as it is, in whichever lists it stands. It may tell nothing that is ours: a person has it run. */
const eventOfUnread = ({ id, fields, digest }: UnreadRecord): NewEvent => ({
  source: "clock",
  kind: CAUGHT_UP,
  deliveryKey: `caught_up:${digestOf(`${id} unread ${digest}`)}`,
  opportunityId: id,
  data: { unread: fields },
  failedBecause: {
    code: "lever_bad_answer",
    message: `Lever's record of a change cannot be used: wrong or missing: ${fields.join(", ")}.`,
  },
});

const readChanged = async (
  list: Exclude<ListName, "deleted">,
  since: Temporal.Instant,
  { lever }: CatchUpDeps,
): Promise<Reading> => {
  const { records: changes, unread } = await lever.listChanged(list, since);
  const events = async (tx: Tx): Promise<NewEvent[]> => {
    const ids = changes.map(({ id }) => id);
    const heard = ids.length === 0 ? new Map<string, Heard>() : await readHeard(tx, ids);
    return changes.flatMap((change) => newsOf(change, since, heard.get(change.id)));
  };
  return { events, unread };
};

const readDeleted = async (
  since: Temporal.Instant,
  until: Temporal.Instant,
  { lever }: CatchUpDeps,
): Promise<Reading> => {
  const deleted: { id: OpportunityChange["id"] }[] = [];
  const unread: UnreadRecord[] = [];
  for (let from = since; isBefore(from, until); from = from.add(MOST_AT_ONCE)) {
    const end = earliest(from.add(MOST_AT_ONCE), until);
    const listed = await lever.listDeleted(from, end);
    deleted.push(...listed.records);
    unread.push(...listed.unread);
  }
  const events = async (tx: Tx): Promise<NewEvent[]> => {
    const known = await tx.query<{ id: string }>(
      `select opportunity_id as id from streams s where opportunity_id = any($1) and not exists (
         select 1 from inbox i where i.opportunity_id = s.opportunity_id and i.kind = 'candidateDeleted')`,
      [deleted.map(({ id }) => id)],
    );
    const ofUs = new Set(known.map(({ id }) => id));
    return deleted
      .filter(({ id }) => ofUs.has(id))
      .map(({ id }) => ({
        source: "clock",
        kind: CAUGHT_UP,
        deliveryKey: `caught_up:${digestOf(`${id} deleted`)}`,
        opportunityId: id,
        data: { deleted: true },
      }));
  };
  return { events, unread };
};

/** The event for what is new to us in a change, if anything is. One too many does nothing: a run reads the facts afresh. */
const newsOf = (
  change: OpportunityChange,
  since: Temporal.Instant,
  heard: Heard | undefined,
): NewEvent[] => {
  const { id, stageId, archivedAt, updatedAt, enteredStageAt } = change;
  const news = [
    ...(isNewStage(change, since, heard)
      ? [`stage ${stageId} ${instantText(enteredStageAt)}`]
      : []),
    ...(isNewArchive(change, since, heard) ? [`archived ${instantText(archivedAt)}`] : []),
    ...(archivedAt === null && heard?.archived === true
      ? [`active ${instantText(updatedAt)}`]
      : []),
  ];
  if (news.length > 0) {
    return [eventFor(change, CAUGHT_UP, news.join(", "))];
  }
  // Another address, say: it matters only to what waits for a person.
  const isNewer =
    heard?.hasWaiting === true &&
    updatedAt !== null &&
    !isBefore(updatedAt, since) &&
    (heard.heardAt === null || isBefore(heard.heardAt, updatedAt));
  return isNewer && id
    ? [eventFor(change, "contactUpdated", `updated ${updatedAt.toString()}`)]
    : [];
};

const eventFor = (change: OpportunityChange, kind: string, news: string): NewEvent => {
  const moments = [change.enteredStageAt, change.archivedAt, change.updatedAt];
  const known = moments.filter((moment) => moment !== null);
  return {
    source: "clock",
    kind,
    deliveryKey: `caught_up:${digestOf(`${change.id} ${news}`)}`,
    opportunityId: change.id,
    data: {
      ...(kind === CAUGHT_UP && {
        ...(change.stageId !== null && { toStageId: change.stageId }),
        archived: change.archivedAt !== null,
        changedAt: known.toSorted(Temporal.Instant.compare).at(-1)?.toString(),
      }),
    },
  };
};

const isNewStage = (
  { stageId, enteredStageAt, archivedAt }: OpportunityChange,
  since: Temporal.Instant,
  heard: Heard | undefined,
): boolean => {
  if (stageId === null || enteredStageAt === null || archivedAt !== null) return false;
  if (isBefore(enteredStageAt, since)) return false;
  if (!heard?.stageHeardAt) return true;
  const isSame = heard.toStageId === null || heard.toStageId === stageId;
  return !isSame || isBefore(heard.stageHeardAt, enteredStageAt.subtract(OVERLAP));
};

const isNewArchive = (
  { archivedAt }: OpportunityChange,
  since: Temporal.Instant,
  heard: Heard | undefined,
): boolean => {
  if (archivedAt === null || isBefore(archivedAt, since)) return false;
  if (heard?.archived !== null && heard?.archived !== undefined) return !heard.archived;
  return !heard?.archiveHeardAt || isBefore(heard.archiveHeardAt, archivedAt.subtract(OVERLAP));
};

const isBefore = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  Temporal.Instant.compare(one, other) < 0;
const latest = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  isBefore(one, other) ? other : one;
const earliest = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  isBefore(one, other) ? one : other;
const instantText = (instant: Temporal.Instant | null): string => instant?.toString() ?? "";
