/** What people have set for themselves, by Lever user, in versions; each change with its entry in the ledger. */
import { z } from "zod";
import type { Database, Queryable } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import type { UserId } from "../domain/ids.ts";
import { NO_PREFERENCES, Preferences, changedPreferences } from "../domain/preferences.ts";
import type { Clock } from "../domain/time.ts";
import { appendLedger } from "../ledger/append.ts";

/** Version 0: the person has set nothing. */
export interface VersionedPreferences {
  version: number;
  preferences: Preferences;
}

type Reads = Database | Queryable;

/** What is kept may be of an earlier program, which knew less, or of a later one, which knew more. */
const Kept = z.object(Preferences.shape);
const opened = (kept: object): Preferences => Kept.parse({ ...NO_PREFERENCES, ...kept });

/** What these people have set. Shape: by Lever user id; who has set nothing is missing. */
export const readPreferences = async (
  reads: Reads,
  userIds: readonly string[],
): Promise<Map<string, VersionedPreferences>> => {
  const rows = await reads.query<{ userId: string; version: number; preferences: object }>(
    `select distinct on (user_id) user_id as "userId", version, preferences from preferences
     where user_id = any($1) order by user_id, version desc`,
    [userIds],
  );
  return new Map(
    rows.map(({ userId, version, preferences }) => [
      userId,
      { version, preferences: opened(preferences) },
    ]),
  );
};

/** The same for tools, which may only read. */
export const createPreferencesReader = (reads: Reads) => ({
  of: async (userIds: readonly string[]): Promise<ReadonlyMap<string, Preferences>> => {
    const found = await readPreferences(reads, userIds);
    return new Map([...found].map(([userId, { preferences }]) => [userId, preferences]));
  },
});

/** What one person has set. */
export const readPreferencesOf = async (
  reads: Reads,
  userId: string,
): Promise<VersionedPreferences> =>
  (await readPreferences(reads, [userId])).get(userId) ?? {
    version: 0,
    preferences: NO_PREFERENCES,
  };

/** Ids of all who have set something. */
export const listPreferring = async (reads: Reads): Promise<string[]> => {
  const rows = await reads.query<{ userId: string }>(
    `select distinct user_id as "userId" from preferences order by 1`,
  );
  return rows.map(({ userId }) => userId);
};

export interface PreferencesChange {
  userId: UserId;
  preferences: Preferences;
  /** The version that was changed: another in force by now is a conflict. */
  basedOn: number;
  /** A person by name, for the ledger. */
  by: string;
  correlationId: string;
}

/** Versions kept of each person. The ledger keeps of all that there was a change, and of which kind. */
const KEPT_VERSIONS = 50;

/** Puts a new version in force, unless it is the same. Errors: `conflict` when somebody else changed it first. */
export const changePreferences = async (
  database: Database,
  clock: Clock,
  change: PreferencesChange,
): Promise<VersionedPreferences> =>
  await database.transaction(async (tx) => {
    const { userId, preferences } = change;
    await tx.query("select pg_advisory_xact_lock(hashtextextended('preferences ' || $1, 0))", [
      userId,
    ]);
    const present = await readPreferencesOf(tx, userId);
    if (present.version !== change.basedOn) throw changedMeanwhile(present.version);
    const changed = changedPreferences(present.preferences, preferences);
    if (changed.length === 0) return present;
    const version = present.version + 1;
    const at = clock.now();
    await tx.query(
      `insert into preferences (user_id, version, preferences, created_by, created_at)
       values ($1, $2, $3, $4, $5)`,
      [userId, version, JSON.stringify(preferences), change.by, at.toString()],
    );
    await tx.query("delete from preferences where user_id = $1 and version <= $2", [
      userId,
      version - KEPT_VERSIONS,
    ]);
    await appendLedger(tx, {
      type: "preferences.changed",
      actor: change.by,
      correlationId: change.correlationId,
      data: { userId, version, changed },
      at,
    });
    return { version, preferences };
  });

const changedMeanwhile = (version: number): AppError =>
  new AppError({
    code: "conflict",
    fault: "caller",
    message: `These settings have changed since: version ${version} is in force. Look at it and try again.`,
    data: { version },
  });
