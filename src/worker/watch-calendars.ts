/** Hears of changes to the calendars that hold interviews to come: by channels that are renewed in time, and, since messages
 * get lost, by looking every few minutes whether one came or not. Any number of processes may do it at once. */
import { randomBytes, randomUUID } from "node:crypto";
import type { Logger } from "pino";
import type { CalendarWatcher } from "../calendar/port.ts";
import { listOrganizers } from "../cases/bookings.ts";
import type { Database, Row, Tx } from "../db/port.ts";
import { digestOf } from "../digest.ts";
import { OpportunityId } from "../domain/ids.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";

export interface WatchDeps extends AcceptDeps {
  database: Database;
  log: Logger;
  /** Null when no calendar is connected. */
  watcher: CalendarWatcher | null;
  /** Where messages are to be sent; null when we cannot be reached from there: then looking alone must do. */
  channelAddress: string | null;
}

/** A week, as long as Google gives by default. */
const CHANNEL_LIFE_SECONDS = 7 * 86_400;
const LOOK_EVERY = Temporal.Duration.from({ minutes: 5 });
const LOOK_EVERY_WITHOUT_CHANNEL = Temporal.Duration.from({ minutes: 1 });
/** How long one process has a mailbox to itself. */
const CLAIM_SECONDS = 60;

interface Watch {
  mailbox: string;
  syncToken: string | null;
  channelId: string | null;
  resourceId: string | null;
  openedAt: Temporal.Instant | null;
  expiresAt: Temporal.Instant | null;
  /** How many messages have told of changes, and how many of those were before the last look. */
  notices: number;
  heeded: number;
  syncedAt: Temporal.Instant | null;
}

/** One round. A mailbox that fails is tried again in the next; the others go on. */
export const watchCalendars = async (deps: WatchDeps): Promise<void> => {
  const { watcher } = deps;
  if (!watcher) return;
  const wanted = await listOrganizers(deps.database, deps.clock.now());
  for (const mailbox of wanted) {
    await deps.database.query(
      "insert into calendar_watches (mailbox) values ($1) on conflict (mailbox) do nothing",
      [mailbox],
    );
  }
  for (const watch of await listWatches(deps.database)) {
    const isWanted = wanted.includes(watch.mailbox);
    if (isWanted && !needsChannel(watch, deps) && !needsLook(watch, deps)) continue;
    if (!(await claim(watch.mailbox, deps.database))) continue;
    try {
      if (isWanted) await attend(watch, watcher, deps);
      else await endWatch(watch, watcher, deps);
    } catch (error) {
      deps.log.warn(
        { err: error },
        "a calendar could not be watched; tried again in the next round",
      );
    } finally {
      await deps.database.query(
        "update calendar_watches set claimed_until = null where mailbox = $1",
        [watch.mailbox],
      );
    }
  }
};

const listWatches = async (database: Database): Promise<Watch[]> =>
  await database.query<Watch & Row>(
    `select mailbox, sync_token as "syncToken", channel_id as "channelId", resource_id as "resourceId",
       channel_opened_at as "openedAt", channel_expires_at as "expiresAt",
       notices, heeded, synced_at as "syncedAt"
     from calendar_watches order by mailbox`,
  );

const claim = async (mailbox: string, database: Database): Promise<boolean> => {
  const rows = await database.query(
    `update calendar_watches set claimed_until = now() + make_interval(secs => $2)
     where mailbox = $1 and (claimed_until is null or claimed_until < now()) returning 1`,
    [mailbox, CLAIM_SECONDS],
  );
  return rows.length === 1;
};

/** Renewed when half of its life is over: a renewal that fails has the other half to be tried again. */
const needsChannel = (
  { openedAt, expiresAt }: Watch,
  { channelAddress, clock }: WatchDeps,
): boolean => {
  if (channelAddress === null) return false;
  if (!openedAt || !expiresAt) return true;
  const half = openedAt.add({
    milliseconds: Math.floor(openedAt.until(expiresAt).total("milliseconds") / 2),
  });
  return Temporal.Instant.compare(clock.now(), half) >= 0;
};

const needsLook = (
  { syncedAt, notices, heeded, expiresAt }: Watch,
  { channelAddress, clock }: WatchDeps,
): boolean => {
  if (!syncedAt) return true;
  if (notices > heeded) return true;
  const now = clock.now();
  const isTold =
    channelAddress !== null && expiresAt !== null && Temporal.Instant.compare(expiresAt, now) > 0;
  const due = syncedAt.add(isTold ? LOOK_EVERY : LOOK_EVERY_WITHOUT_CHANNEL);
  return Temporal.Instant.compare(now, due) >= 0;
};

const attend = async (watch: Watch, watcher: CalendarWatcher, deps: WatchDeps): Promise<void> => {
  const isNew = needsChannel(watch, deps);
  if (isNew) {
    try {
      await renewChannel(watch, watcher, deps);
    } catch (error) {
      // Looking does not need a channel.
      deps.log.warn({ err: error }, "a calendar channel could not be opened");
    }
  }
  if (needsLook(watch, deps)) await look(watch, watcher, deps);
  if (isNew) {
    const notice = JSON.stringify({ topic: "status" });
    await deps.database.query("select pg_notify('convene', $1)", [notice]);
  }
};

const renewChannel = async (
  watch: Watch,
  watcher: CalendarWatcher,
  { database, clock, channelAddress }: WatchDeps,
): Promise<void> => {
  const id = randomUUID();
  const token = randomBytes(24).toString("hex");
  const openedAt = clock.now();
  // A message that is quicker than this answer is of a channel that we do not know yet; looking finds what it meant.
  const opened = await watcher.openChannel(watch.mailbox, {
    id,
    token,
    address: channelAddress ?? "",
    lifeSeconds: CHANNEL_LIFE_SECONDS,
  });
  await database.query(
    `update calendar_watches set channel_id = $2, channel_token_hash = $3, resource_id = $4,
       channel_opened_at = $5, channel_expires_at = $6 where mailbox = $1`,
    [
      watch.mailbox,
      id,
      digestOf(token),
      opened.resourceId,
      openedAt.toString(),
      opened.expiresAt.toString(),
    ],
  );
  await closeOld(watch, watcher);
};

const closeOld = async (
  { mailbox, channelId, resourceId }: Watch,
  watcher: CalendarWatcher,
): Promise<void> => {
  if (channelId !== null && resourceId !== null) {
    await watcher.closeChannel(mailbox, { id: channelId, resourceId });
  }
};

/** Reads what has changed, and puts each change into its opportunity's inbox together with how far was read. */
const look = async (watch: Watch, watcher: CalendarWatcher, deps: WatchDeps): Promise<void> => {
  // From before the reading: what is told meanwhile is read in the next round.
  const startedAt = deps.clock.now();
  const first = await watcher.readChanges(watch.mailbox, watch.syncToken);
  const changes = first === "expired" ? await watcher.readChanges(watch.mailbox, null) : first;
  if (changes === "expired") throw new Error("a full reading cannot have expired");
  await deps.database.transaction(async (tx) => {
    for (const event of changes.events) {
      await tellOpportunity(tx, { ...event, syncToken: changes.syncToken }, deps);
    }
    await tx.query(
      `update calendar_watches set sync_token = $2, synced_at = $3, heeded = greatest(heeded, $4)
       where mailbox = $1`,
      [watch.mailbox, changes.syncToken, startedAt.toString(), watch.notices],
    );
  });
};

/** Nothing, when the event is still as our own effect left it, or when we took it back. */
const tellOpportunity = async (
  tx: Tx,
  { effectId, etag, syncToken }: { effectId: string; etag: string; syncToken: string },
  deps: WatchDeps,
): Promise<void> => {
  const [row] = await tx.query<{ opportunity_id: string }>(
    `select c.opportunity_id from effects e join proposals p on p.id = e.proposal_id
     join cases c on c.id = p.case_id where e.id = $1 and e.status <> 'undone' and c.closed_at is null
       and e.external_ref ->> 'etag' is distinct from $2`,
    [effectId, etag],
  );
  if (!row) return;
  await acceptEvent(
    tx,
    {
      source: "calendar",
      kind: "calendar_changed",
      deliveryKey: `calendar:${digestOf(`${syncToken} ${effectId}`)}`,
      opportunityId: OpportunityId.parse(row.opportunity_id),
      data: { effectId },
    },
    deps,
  );
};

/** A channel whose time is over needs no closing: a mailbox that cannot be reached any more is not asked for ever. */
const endWatch = async (
  watch: Watch,
  watcher: CalendarWatcher,
  { database, clock }: WatchDeps,
): Promise<void> => {
  const isOver =
    watch.expiresAt !== null && Temporal.Instant.compare(watch.expiresAt, clock.now()) <= 0;
  if (!isOver) await closeOld(watch, watcher);
  await database.query("delete from calendar_watches where mailbox = $1", [watch.mailbox]);
};
