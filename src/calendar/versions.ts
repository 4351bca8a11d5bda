/** Whether what was read of a calendar still holds, for all processes: each calendar has a version that grows when a message
 * tells of a change, or when somebody looked and found one. */
import type { Database, Queryable, Row } from "../db/port.ts";

export interface CalendarState {
  version: number;
  /** Changes are told until then, by a channel that is open; null: nobody tells. */
  toldUntil: Temporal.Instant | null;
}

/** How often it is noted anew that somebody's time is asked for. */
const NOTE_EVERY = Temporal.Duration.from({ hours: 1 });
/** Whoever was asked about in this time is worth a channel. */
const ASKED_LATELY = Temporal.Duration.from({ hours: 24 });
/** So many channels for finding times at most, of those who were asked about last. */
const MOST_WATCHED = 200;
/** Far longer than anybody keeps a reading: a version that begins anew is taken for no old one. */
const FORGOTTEN_AFTER = Temporal.Duration.from({ hours: 24 * 30 });

/** The states of calendars, by address in small letters; notes that they are asked about. To be read before the calendars
 * are: what changes meanwhile has another version. */
export const readStates = async (
  database: Database,
  emails: readonly string[],
  now: Temporal.Instant,
): Promise<Map<string, CalendarState>> => {
  const mailboxes = [...new Set(emails.map((email) => email.toLowerCase()))].toSorted();
  const rows = await database.query<Found & Row>(STATES, [mailboxes, now.toString()]);
  const old = now.subtract(NOTE_EVERY);
  const toNote = rows.filter(
    ({ askedAt }) => askedAt === null || Temporal.Instant.compare(askedAt, old) < 0,
  );
  if (toNote.length > 0) {
    await noteAsked(
      database,
      toNote.map(({ mailbox }) => mailbox),
      now,
    );
  }
  return new Map(
    rows.map(({ mailbox, version, toldUntil }) => [mailbox, { version: version ?? 0, toldUntil }]),
  );
};

interface Found {
  mailbox: string;
  version: number | null;
  askedAt: Temporal.Instant | null;
  toldUntil: Temporal.Instant | null;
}

const STATES = `
  select a.mailbox, v.version, v.asked_at as "askedAt", (
      select max(w.channel_expires_at) from calendar_watches w
      where lower(w.mailbox) = a.mailbox and w.channel_opened_at is not null and w.channel_expires_at > $2
    ) as "toldUntil"
  from unnest($1::text[]) a (mailbox) left join calendar_versions v on v.mailbox = a.mailbox`;

/** In one order, so that two who do it do not wait for each other. */
const noteAsked = async (
  database: Database,
  mailboxes: string[],
  now: Temporal.Instant,
): Promise<void> => {
  await database.query(
    `insert into calendar_versions (mailbox, asked_at) select m, $2 from unnest($1::text[]) m order by m
     on conflict (mailbox) do update set asked_at = excluded.asked_at`,
    [mailboxes, now.toString()],
  );
};

/** From now on no reading of these calendars holds that was begun before. */
export const dropReadings = async (
  reads: Database | Queryable,
  emails: readonly string[],
): Promise<void> => {
  await reads.query(
    `update calendar_versions set version = version + 1 where mailbox in (
       select mailbox from calendar_versions where mailbox = any($1) order by mailbox for update)`,
    [emails.map((email) => email.toLowerCase())],
  );
};

/** Calendars worth a channel, since times are found in them: those asked about lately, the last ones first, and not all. */
export const listAsked = async (database: Database, now: Temporal.Instant): Promise<string[]> => {
  const rows = await database.query<{ mailbox: string }>(
    "select mailbox from calendar_versions where asked_at > $1 order by asked_at desc, mailbox limit $2",
    [now.subtract(ASKED_LATELY).toString(), MOST_WATCHED],
  );
  return rows.map(({ mailbox }) => mailbox);
};

/** Forgets calendars that nobody has asked about for a month. */
export const forgetUnasked = async (database: Database, now: Temporal.Instant): Promise<void> => {
  await database.query("delete from calendar_versions where asked_at < $1", [
    now.subtract(FORGOTTEN_AFTER).toString(),
  ]);
};
