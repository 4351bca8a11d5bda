/** Whether the work goes on: the age of what waits, of what is under way, and of what nobody has found out yet. Readiness
 * and alerts read it. */
import type { Database } from "../db/port.ts";
import type { Clock } from "../domain/time.ts";
import { type LeverList, wordsOfForbidden } from "../lever/access.ts";
import { isPaused } from "../policy/store.ts";

/** Ages in seconds; null where there is nothing of the kind. */
export interface Ages {
  /** The event that nobody has worked on for the longest, though it waits: since it came, or since it was last tried. */
  inbox: number | null;
  /** The event that is being handled the longest now. */
  leases: number | null;
  /** The oldest effect whose outcome is not known yet. */
  effects: number | null;
  /** Since the first calendar channel ended that should be open; negative: until it ends. */
  channels: number | null;
  /** Since a list of Lever's changes was last read, of the one that is longest ago. Those that Lever forbids us do not
   * count, unless it forbids all of them: then nothing of the account may be read. */
  catchUp: number | null;
  /** Since our books were last held against the world to the end. */
  reconciliation: number | null;
}

/** What readiness reads. Above these a person has to look. Units: seconds. */
const LIMITS: Record<"inbox" | "leases" | "effects" | "channels" | "catchUp", number> = {
  inbox: 120,
  leases: 600,
  effects: 900,
  channels: 0,
  catchUp: 900,
};

/** Reads the ages. Those of what was tried are by the database's clock, the others by ours. */
export const readAges = async (database: Database, clock: Clock): Promise<Ages> => {
  const [row] = await database.query<Ages & Record<string, unknown>>(
    `select
       (select max(case when i.attempts = 0 then extract(epoch from $1::timestamptz - i.received_at)
          else extract(epoch from now() - i.begun_at) end)::float8
        from inbox i left join streams s using (opportunity_id)
        where i.status = 'waiting' and (s.lease_until is null or s.lease_until < now())) as inbox,
       (select extract(epoch from now() - min(i.begun_at))::float8
        from inbox i join streams s using (opportunity_id)
        where i.status = 'waiting' and i.begun > 0 and s.lease_until >= now()) as leases,
       (select extract(epoch from $1::timestamptz - min(started_at))::float8
        from effects where status in ('sending', 'unknown')) as effects,
       (select extract(epoch from $1::timestamptz - min(channel_expires_at))::float8
        from calendar_watches) as channels,
       (select extract(epoch from $1::timestamptz
          - coalesce(min(read_until) filter (where denied_at is null), min(read_until)))::float8
        from lever_watermarks) as "catchUp",
       (select extract(epoch from $1::timestamptz - max(finished_at))::float8
        from reconciliations) as reconciliation`,
    [clock.now().toString()],
  );
  return (
    row ?? {
      inbox: null,
      leases: null,
      effects: null,
      channels: null,
      catchUp: null,
      reconciliation: null,
    }
  );
};

/** By name, whether all is well. While everything is paused, waiting is what was asked for; reading
 * goes on. */
export const watchWork = async (
  database: Database,
  clock: Clock,
): Promise<Record<keyof typeof LIMITS, boolean>> => {
  const ages = await readAges(database, clock);
  const paused = await isPaused(database);
  const isWell = (name: keyof typeof LIMITS): boolean => (ages[name] ?? -1) <= LIMITS[name];
  return {
    inbox: paused || isWell("inbox"),
    leases: isWell("leases"),
    effects: paused || isWell("effects"),
    channels: isWell("channels"),
    catchUp: isWell("catchUp"),
  };
};

/** What the work goes on without, and a person could mend: in words, for readiness to tell beside its answer. */
export const readWarnings = async (database: Database): Promise<string[]> => {
  const rows = await database.query<{ list: LeverList }>(
    "select list from lever_watermarks where denied_at is not null order by list",
  );
  return rows.map(({ list }) => wordsOfForbidden(list));
};
