/** Lever's tokens are renewed by one process at a time: a refresh token counts once, and whoever comes second is refused for
 * good. The turn is a row by the database's clock, which its holder makes last again while it lives: no connection is held
 * while Lever is asked, and after a process that died the others go on within seconds. */
import { randomUUID } from "node:crypto";
import { clearInterval, setInterval } from "node:timers";
import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "./db/port.ts";
import { AppError } from "./domain/errors.ts";
import type { LeverTokenStore } from "./lever/oauth.ts";

/** Its name in the settings: `value` says whose turn it is and since when what a turn came to may not be kept, `updated_at`
 * until when the turn lasts. */
export const LEVER_RENEWAL = "lever_renewal";

const TURN_MS = 5_000;
const LOOK_EVERY_MS = 100;
/** Longer than a renewal may take that Lever answers late. */
const PATIENCE_MS = 30_000;
/** Somebody who holds a token and could not keep it has done so by then, or is gone. */
const ABANDONED_MINUTES = 10;

interface RenewalTurnOptions {
  /** How long a turn lasts unless its holder makes it last again. Default 5,000. */
  turnMs?: number;
}

/** Runs work in turn with every process of the database. Errors: lever_unavailable (retryable) when the turn did not come;
 * those of the work and of the database. */
export const createRenewalTurn = (
  database: Database,
  { turnMs = TURN_MS }: RenewalTurnOptions = {},
): LeverTokenStore["inTurn"] => {
  const until = [LEVER_RENEWAL, turnMs / 1_000] as const;
  return async (work) => {
    const holder = randomUUID();
    const wasAbandoned = await takeTurn(async () => await claim(database, [...until, holder]));
    const beat = setInterval(() => {
      // One that fails, or comes too late, is made good by the next, or the turn is over.
      prolong(database, [...until, holder]).catch(() => undefined);
    }, turnMs / 5);
    let isKept = true;
    try {
      return await work({
        wasAbandoned,
        abandon: () => {
          isKept = false;
        },
      });
    } finally {
      clearInterval(beat);
      // What the work came to stands; the turn ends by itself.
      await (isKept ? giveBack : endUnkept)(database, holder).catch(() => undefined);
    }
  };
};

type Claim = readonly [name: string, seconds: number, holder: string];

const takeTurn = async (tryToTake: () => Promise<boolean | null>): Promise<boolean> => {
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += LOOK_EVERY_MS) {
    const wasAbandoned = await tryToTake();
    if (wasAbandoned !== null) return wasAbandoned;
    await wait(LOOK_EVERY_MS);
  }
  throw new AppError({
    code: "lever_unavailable",
    fault: "upstream",
    retryable: true,
    message: "Another process renews Lever's access token and has not come to an end.",
  });
};

/** Shape: null while it is another's turn; otherwise whether one before never gave its own back, not long ago. */
const claim = async (database: Database, claimed: Claim): Promise<boolean | null> => {
  const [row] = await database.query<{ wasAbandoned: boolean }>(
    `insert into settings (name, value, updated_at)
     values ($1, jsonb_build_object('holder', $3::text), now() + make_interval(secs => $2))
     on conflict (name) do update set updated_at = excluded.updated_at,
       value = excluded.value || jsonb_build_object('since', coalesce(settings.value ->> 'since', settings.updated_at::text))
     where settings.updated_at < now()
     returning coalesce((value ->> 'since')::timestamptz > now() - make_interval(mins => $4), false) as "wasAbandoned"`,
    [...claimed, ABANDONED_MINUTES],
  );
  return row?.wasAbandoned ?? null;
};

const prolong = async (database: Database, claimed: Claim): Promise<void> => {
  await database.query(
    `update settings set updated_at = now() + make_interval(secs => $2)
     where name = $1 and value ->> 'holder' = $3`,
    claimed,
  );
};

const giveBack = async (database: Database, holder: string): Promise<void> => {
  await database.query("delete from settings where name = $1 and value ->> 'holder' = $2", [
    LEVER_RENEWAL,
    holder,
  ]);
};

/** Whoever comes next finds a turn that nobody gave back. */
const endUnkept = async (database: Database, holder: string): Promise<void> => {
  await database.query(
    "update settings set updated_at = now() where name = $1 and value ->> 'holder' = $2",
    [LEVER_RENEWAL, holder],
  );
};
