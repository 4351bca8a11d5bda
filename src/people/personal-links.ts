/** The address of a person's own page. It opens that one page, without signing in, until it ends. */
import type { Database } from "../db/port.ts";
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
  const until = at.add({ hours: PERSONAL_LINK_DAYS * 24 });
  const token = await links.make("interviewer", userId, until);
  await database.transaction(
    async (tx) =>
      await appendLedger(tx, {
        type: "link.made",
        actor: by,
        correlationId: ids.next("co"),
        data: { purpose: "interviewer", userId, until: until.toString() },
        at,
      }),
  );
  return { url: `${publicUrl}/me/${token}`, until };
};
