/** Duties towards recruiters, and towards administrators of whom the company needs something: that their morning has begun comes as an
 * event, of a stream of their own. */
import { DIGEST_DUE, claimDay, lastDays } from "../cases/daily-digests.ts";
import { listAdminUsers, readCompanyRows } from "../cases/company-day.ts";
import { listRecruiters } from "../cases/day-rows.ts";
import type { Database } from "../db/port.ts";
import { streamOfDays } from "../domain/daily-digest.ts";
import { AppError } from "../domain/errors.ts";
import { readHolidayPlace } from "../domain/holiday-places.ts";
import { NO_PREFERENCES, type Preferences } from "../domain/preferences.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";
import type { LeverReader } from "../lever/port.ts";
import { readPreferences } from "../people/preferences-store.ts";
import { holidaysIn } from "../scheduling/holidays.ts";
import { composeCompany } from "../today/company.ts";
import { type Morning, morningOf, toldSince } from "../today/morning.ts";

export interface DigestsDueDeps extends AcceptDeps {
  database: Database;
  companyZone: string;
  lever: Pick<LeverReader, "listUsers">;
  /** Whether anybody is told. */
  dailyDigest: boolean;
}

/** Whoever answered for a case that has ended lately has something to be told of it. */
const LATELY = { hours: 7 * 24 };

/** Has the day told to each recruiter whose morning it is: once a day, whatever comes of it. */
export const askForDigests = async (deps: DigestsDueDeps): Promise<void> => {
  if (!deps.dailyDigest) return;
  const now = deps.clock.now();
  const recruiters = await listReaders(now, deps);
  if (recruiters.length === 0) return;
  const userIds = recruiters.map(({ userId }) => userId);
  const kept = await readPreferences(deps.database, userIds);
  const days = await lastDays(deps.database, userIds);
  for (const { userId, since: first } of recruiters) {
    const preferences = kept.get(userId)?.preferences ?? NO_PREFERENCES;
    const last = days.get(userId);
    const morning = morningOf({ now, preferences, companyZone: deps.companyZone });
    if (!morning || preferences.noDailyDigest) continue;
    // What came since stands before their eyes anyway.
    if (Temporal.Instant.compare(first, morning.began) >= 0) continue;
    // Who has crossed the date line has had that day.
    if (last !== undefined && last.day >= morning.day) continue;
    const since = toldSince(now, last?.until ?? null);
    await ((await isHoliday(morning, preferences))
      ? passOver({ userId, morning, since, now }, deps)
      : askForOne({ userId, morning, since, now }, deps));
  }
};

/** Recruiters, and administrators where there is anything that they are told of. */
const listReaders = async (
  now: Temporal.Instant,
  { database, lever, companyZone }: DigestsDueDeps,
): Promise<Awaited<ReturnType<typeof listRecruiters>>> => {
  const since = now.subtract(LATELY);
  const recruiters = await listRecruiters(database, since);
  const rows = await readCompanyRows(database, { now, since, people: lever });
  if (composeCompany(rows, { zone: companyZone }).length === 0) return recruiters;
  const admins = await unlessUpstream(
    async () => await listAdminUsers(database, { people: lever, now }),
  );
  // What they are told of has begun before this morning: a digest has what came since their last.
  const told = new Set(admins);
  return [
    ...recruiters.filter(({ userId }) => !told.has(userId)),
    ...admins.map((userId) => ({ userId, since })),
  ];
};

/** While Lever cannot be asked, recruiters are told all the same, and administrators with a later round of the same morning. */
const unlessUpstream = async (ask: () => Promise<string[]>): Promise<string[]> => {
  try {
    return await ask();
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.fault === "upstream") return [];
    throw thrown;
  }
};

const isHoliday = async ({ day }: Morning, { holidays }: Preferences): Promise<boolean> => {
  const place = holidays === null ? null : readHolidayPlace(holidays);
  if (place === null) return false;
  const date = Temporal.PlainDate.from(day);
  return (await holidaysIn(place, { from: date, until: date })).length > 0;
};

/** A day off is told of on the next one that is worked. */
const passOver = async (
  { userId, morning: { day }, since }: Asking,
  { database }: DigestsDueDeps,
): Promise<void> => {
  await database.transaction(async (tx) => {
    await claimDay(tx, { userId, day, since, until: since });
  });
};

interface Asking {
  userId: string;
  morning: Morning;
  since: Temporal.Instant;
  now: Temporal.Instant;
}

const askForOne = async (
  { userId, morning: { day, zone }, since, now }: Asking,
  deps: DigestsDueDeps,
): Promise<void> => {
  await deps.database.transaction(async (tx) => {
    // Another process was quicker.
    if (!(await claimDay(tx, { userId, day, since, until: now }))) return;
    await acceptEvent(
      tx,
      {
        source: "clock",
        kind: DIGEST_DUE,
        deliveryKey: `${DIGEST_DUE}:${userId}:${day}`,
        opportunityId: streamOfDays(userId),
        data: { userId, zone },
      },
      deps,
    );
  });
};
