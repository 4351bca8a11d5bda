/** The address of a person's own page. It opens that one page, without signing in, until it ends, or is ended. */
import type { Database, Queryable } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import type { UserId } from "../domain/ids.ts";
import type { Clock } from "../domain/time.ts";
import type { Ids } from "../identifiers.ts";
import { appendLedger } from "../ledger/append.ts";
import type { Links } from "../links/links.ts";

/** How long a personal link is good for. */
const PERSONAL_LINK_DAYS = 90;

interface PersonalLinkDeps {
  database: Database;
  links: Links;
  clock: Clock;
  ids: Ids;
  publicUrl: string;
}

/** A link to the page of a Lever user. The ledger keeps who had it made, and not the link. */
export const makePersonalLink = async (
  userId: UserId,
  by: string,
  { database, links, clock, ids, publicUrl }: PersonalLinkDeps,
): Promise<{ url: string; until: Temporal.Instant }> => {
  const at = clock.now();
  const until = await database.transaction(async (tx) => {
    const ended = await readEnded(tx, userId);
    const wanted = lastMoment(at);
    // Links are told apart by their end: this one ends after all that were ended.
    const chosen =
      ended && Temporal.Instant.compare(wanted, ended) <= 0 ? ended.add({ seconds: 1 }) : wanted;
    await appendLedger(tx, {
      type: "link.made",
      actor: by,
      correlationId: ids.next("co"),
      data: { purpose: "interviewer", userId, until: chosen.toString() },
      at,
    });
    return chosen;
  });
  const token = await links.make("interviewer", userId, until);
  return { url: `${publicUrl}/me/${token}`, until };
};

/** Ends every link of a person that was made so far. */
export const endPersonalLinks = async (
  userId: UserId,
  by: string,
  { database, clock, ids }: Pick<PersonalLinkDeps, "database" | "clock" | "ids">,
): Promise<void> => {
  const at = clock.now();
  await database.transaction(async (tx) => {
    await tx.query(
      `insert into ended_links (user_id, good_until) values ($1, $2)
       on conflict (user_id) do update set
         good_until = greatest(excluded.good_until, ended_links.good_until + interval '1 second')`,
      [userId, lastMoment(at).toString()],
    );
    await appendLedger(tx, {
      type: "link.ended",
      actor: by,
      correlationId: ids.next("co"),
      data: { purpose: "interviewer", userId },
      at,
    });
  });
};

/** Errors: `link_expired` for a link that was ended before its time. */
export const refuseEnded = async (
  reads: Database | Queryable,
  { subject, until }: { subject: string; until: Temporal.Instant },
): Promise<void> => {
  const ended = await readEnded(reads, subject);
  if (!ended || Temporal.Instant.compare(until, ended) > 0) return;
  throw new AppError({
    code: "link_expired",
    fault: "caller",
    message: "This link was ended by a recruiter. Ask for a new one.",
  });
};

/** Links end in whole seconds. */
const lastMoment = (madeAt: Temporal.Instant): Temporal.Instant =>
  madeAt
    .add({ hours: PERSONAL_LINK_DAYS * 24 })
    .round({ smallestUnit: "second", roundingMode: "floor" });

const readEnded = async (
  reads: Database | Queryable,
  userId: string,
): Promise<Temporal.Instant | null> => {
  const [row] = await reads.query<{ until: Temporal.Instant }>(
    "select good_until as until from ended_links where user_id = $1",
    [userId],
  );
  return row?.until ?? null;
};
