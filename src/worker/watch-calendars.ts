/** Hears of changes to the calendars that hold interviews or debriefs to come: by channels that are renewed in time, and, since messages
 * get lost, by looking every few minutes whether one came or not. Calendars in which times are found have a channel too: a
 * message drops what is kept of them. Any number of processes may do it at once. */
import type { Logger } from "pino";
import type { CalendarWatcher } from "../calendar/port.ts";
import { dropReadings, listAsked } from "../calendar/versions.ts";
import { DEBRIEF_TIME, listDebriefOrganizers } from "../cases/booked-debrief.ts";
import { listOrganizers } from "../cases/bookings.ts";
import type { Database, Row, Tx } from "../db/port.ts";
import { digestOf } from "../digest.ts";
import { OpportunityId } from "../domain/ids.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";
import { type Channel, closeChannel, needsChannel, renewChannel } from "./keep-channel.ts";

export interface WatchDeps extends AcceptDeps {
  database: Database;
  log: Logger;
  /** Null when no calendar is connected. */
  watcher: CalendarWatcher | null;
  /** Where messages are to be sent; null when we cannot be reached from there: then looking alone must do. */
  channelAddress: string | null;
}

const LOOK_EVERY = Temporal.Duration.from({ minutes: 5 });
const LOOK_EVERY_WITHOUT_CHANNEL = Temporal.Duration.from({ minutes: 1 });
/** Before a channel that could not be opened is tried again, for somebody in whose calendar times are only found. */
const TRY_AGAIN_AFTER = Temporal.Duration.from({ minutes: 15 });
/** So that those that hold interviews do not wait long for their turn. */
const MOST_FOR_FINDING_A_ROUND = 10;
/** How long one process has a mailbox to itself. */
const CLAIM_SECONDS = 60;

interface Watch extends Channel {
  syncToken: string | null;
  /** How many messages have told of changes, and how many of those were before the last look. */
  notices: number;
  heeded: number;
  syncedAt: Temporal.Instant | null;
}

/** One round. A mailbox that fails is tried again in the next; the others go on. */
export const watchCalendars = async (deps: WatchDeps): Promise<void> => {
  const { watcher } = deps;
  if (!watcher) return;
  const wanted = await listWanted(deps);
  await deps.database.query(
    `insert into calendar_watches (mailbox) select m from unnest($1::text[]) m order by m
     on conflict (mailbox) do nothing`,
    [[...wanted.keys()]],
  );
  let left = MOST_FOR_FINDING_A_ROUND;
  for (const watch of await listWatches(deps.database)) {
    const purpose = wanted.get(watch.mailbox);
    if (purpose && duties(watch, purpose, deps).length === 0) continue;
    if (purpose === "finding" && --left < 0) continue;
    if (!(await claim(watch.mailbox, deps.database))) continue;
    try {
      if (purpose) await attend(watch, { purpose, watcher }, deps);
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

/** bookings: it holds interviews to come, whose changes are read. finding: times are found in it, and a message that it has
 * changed is all that is wanted. */
type Purpose = "bookings" | "finding";

const listWanted = async ({
  database,
  clock,
  channelAddress,
}: WatchDeps): Promise<Map<string, Purpose>> => {
  const now = clock.now();
  const organizers = [
    ...(await listOrganizers(database, now)),
    ...(await listDebriefOrganizers(database, now)),
  ];
  const asked = channelAddress === null ? [] : await listAsked(database, now);
  const known = new Set(organizers.map((email) => email.toLowerCase()));
  return new Map([
    ...asked.filter((email) => !known.has(email)).map((email) => [email, "finding"] as const),
    ...organizers.map((email) => [email, "bookings"] as const),
  ]);
};

const listWatches = async (database: Database): Promise<Watch[]> =>
  await database.query<Watch & Row>(
    `select mailbox, sync_token as "syncToken", channel_id as "channelId", resource_id as "resourceId",
       channel_address as address, channel_opened_at as "openedAt", channel_expires_at as "expiresAt",
       tried_at as "triedAt",
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

/** What is to be done for it now. */
const duties = (watch: Watch, purpose: Purpose, deps: WatchDeps): ("channel" | "look")[] => {
  const mayTry = purpose === "bookings" || !triedLately(watch, deps);
  return [
    ...(mayTry && needsChannel(watch, deps) ? (["channel"] as const) : []),
    ...(purpose === "bookings" && needsLook(watch, deps) ? (["look"] as const) : []),
  ];
};

/** Somebody whose mailbox may not be opened may still be read by free/busy: that is no reason to ask in every round. */
const triedLately = ({ triedAt }: Watch, { clock }: WatchDeps): boolean =>
  triedAt !== null && Temporal.Instant.compare(clock.now(), triedAt.add(TRY_AGAIN_AFTER)) < 0;

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

const attend = async (
  watch: Watch,
  { purpose, watcher }: { purpose: Purpose; watcher: CalendarWatcher },
  deps: WatchDeps,
): Promise<void> => {
  const todo = duties(watch, purpose, deps);
  if (todo.includes("channel")) {
    try {
      await renewChannel(watch, watcher, deps);
    } catch (error) {
      // Looking does not need a channel.
      deps.log.warn({ err: error }, "a calendar channel could not be opened");
    }
  }
  if (todo.includes("look")) await look(watch, watcher, deps);
  if (todo.includes("channel") || watch.syncedAt === null) {
    const notice = JSON.stringify({ topic: "status" });
    await deps.database.query("select pg_notify('convene', $1)", [notice]);
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
    for (const { effectId, etag } of changes.events) {
      await tellOpportunity(tx, { effectId, etag, toldBy: changes.syncToken }, deps);
    }
    if (changes.standing) {
      const known = [...changes.standing, ...changes.events.map(({ effectId }) => effectId)];
      for (const { effectId, etag } of await listUnseen(tx, {
        mailbox: watch.mailbox,
        known,
        now: startedAt,
      })) {
        // Told once of each event that we made, however often it is not there.
        await tellOpportunity(tx, { effectId, etag: "gone", toldBy: `gone ${etag}` }, deps);
      }
    }
    // Of a change that no message told, what is kept to find times knows nothing.
    if (changes.isChanged) await dropReadings(tx, [watch.mailbox]);
    await tx.query(
      `update calendar_watches set sync_token = $2, synced_at = $3, heeded = greatest(heeded, $4)
       where mailbox = $1`,
      [watch.mailbox, changes.syncToken, startedAt.toString(), watch.notices],
    );
  });
};

/** Events to come that do not stand and were not told of: deleted before they were first looked at. */
const listUnseen = async (
  tx: Tx,
  { mailbox, known, now }: { mailbox: string; known: string[]; now: Temporal.Instant },
): Promise<{ effectId: string; etag: string }[]> =>
  await tx.query<{ effectId: string; etag: string }>(
    `select e.id as "effectId", e.external_ref ->> 'etag' as etag from effects e
     where e.kind in ('calendar_event', 'debrief_event') and e.status = 'done'
       and e.external_ref ->> 'organizer' = $1 and e.id <> all($2)
       and case e.kind when 'debrief_event' then (select d.ends_at > $3 from ${DEBRIEF_TIME} d)
         else exists (select 1 from reservations r where r.proposal_id = e.proposal_id
           and r.released_at is null and upper(r.during) > $3) end`,
    [mailbox, known, now.toString()],
  );

/** Nothing, when the event is still as our own effect left it, or when we took it back. */
const tellOpportunity = async (
  tx: Tx,
  { effectId, etag, toldBy }: { effectId: string; etag: string; toldBy: string },
  deps: WatchDeps,
): Promise<void> => {
  const [row] = await tx.query<{ opportunity_id: string }>(
    `select c.opportunity_id from effects e join proposals p on p.id = e.proposal_id
     join cases c on c.id = p.case_id where e.id = $1 and e.status <> 'undone' and c.closed_at is null
       and e.external_ref ->> 'etag' is distinct from $2`,
    [effectId, etag],
  );
  if (!row) return;
  // It is gone, or at another time, in the calendars of its guests and of its room as well.
  await dropReadings(tx, await listHeld(tx, row.opportunity_id));
  await acceptEvent(
    tx,
    {
      source: "calendar",
      kind: "calendar_changed",
      deliveryKey: `calendar:${digestOf(`${toldBy} ${effectId}`)}`,
      opportunityId: OpportunityId.parse(row.opportunity_id),
      data: { effectId },
    },
    deps,
  );
};

/** Whose time is held for an opportunity, rooms among them. */
const listHeld = async (tx: Tx, opportunityId: string): Promise<string[]> => {
  const rows = await tx.query<{ person: string }>(
    `select distinct r.person from reservations r join proposals p on p.id = r.proposal_id
       join cases c on c.id = p.case_id where c.opportunity_id = $1 and r.released_at is null`,
    [opportunityId],
  );
  return rows.map(({ person }) => person);
};

/** A channel whose time is over needs no closing: a mailbox that cannot be reached any more is not asked for ever. */
const endWatch = async (
  watch: Watch,
  watcher: CalendarWatcher,
  { database, clock }: WatchDeps,
): Promise<void> => {
  const isOver =
    watch.expiresAt !== null && Temporal.Instant.compare(watch.expiresAt, clock.now()) <= 0;
  if (!isOver) await closeChannel(watch, watcher);
  await dropReadings(database, [watch.mailbox]);
  await database.query("delete from calendar_watches where mailbox = $1", [watch.mailbox]);
};
