/** The channel of one watched calendar: opened, given a longer life, replaced by another one, closed. */
import { randomBytes, randomUUID } from "node:crypto";
import type { CalendarWatcher } from "../calendar/port.ts";
import { dropReadings } from "../calendar/versions.ts";
import type { Database } from "../db/port.ts";
import { digestOf } from "../digest.ts";
import type { Clock } from "../domain/time.ts";

/** What is known of a calendar's channel. */
export interface Channel {
  mailbox: string;
  channelId: string | null;
  resourceId: string | null;
  /** Where it sends its messages. */
  address: string | null;
  openedAt: Temporal.Instant | null;
  expiresAt: Temporal.Instant | null;
  /** When it was last tried to open it, or to renew it. */
  triedAt: Temporal.Instant | null;
}

export interface ChannelDeps {
  database: Database;
  clock: Clock;
  /** Where messages are to be sent; null: nowhere. */
  channelAddress: string | null;
}

/** A week, as long as Google gives by default. */
const LIFE_SECONDS = 7 * 86_400;

/** Whether it is to be opened or renewed: when half of its life is over, so that a renewal that fails has the other half to
 * be tried again. */
export const needsChannel = (
  { openedAt, expiresAt }: Channel,
  { channelAddress, clock }: ChannelDeps,
): boolean => {
  if (channelAddress === null) return false;
  if (!openedAt || !expiresAt) return true;
  const half = openedAt.add({
    milliseconds: Math.floor(openedAt.until(expiresAt).total("milliseconds") / 2),
  });
  return Temporal.Instant.compare(clock.now(), half) >= 0;
};

/** Gives the channel a longer life, or opens another one where that cannot be, and then closes the old one. */
export const renewChannel = async (
  channel: Channel,
  watcher: CalendarWatcher,
  deps: ChannelDeps,
): Promise<void> => {
  const { database, clock } = deps;
  await database.query("update calendar_watches set tried_at = $2 where mailbox = $1", [
    channel.mailbox,
    clock.now().toString(),
  ]);
  if (await extend(channel, watcher, deps)) return;
  await open(channel.mailbox, watcher, deps);
  // Messages of the old channel are no longer known as ours, and one may have been on its way.
  await dropReadings(database, [channel.mailbox]);
  await closeChannel(channel, watcher);
};

/** Whether it was given. One whose messages go elsewhere is not worth it. */
const extend = async (
  { mailbox, resourceId, address }: Channel,
  watcher: CalendarWatcher,
  { database, clock, channelAddress }: ChannelDeps,
): Promise<boolean> => {
  if (resourceId === null || address !== channelAddress) return false;
  const openedAt = clock.now();
  const extended = await watcher.extendChannel(mailbox, { resourceId, lifeSeconds: LIFE_SECONDS });
  if (!extended) return false;
  await database.query(
    "update calendar_watches set channel_opened_at = $2, channel_expires_at = $3 where mailbox = $1",
    [mailbox, openedAt.toString(), extended.expiresAt.toString()],
  );
  return true;
};

const open = async (
  mailbox: string,
  watcher: CalendarWatcher,
  { database, clock, channelAddress }: ChannelDeps,
): Promise<void> => {
  const id = randomUUID();
  const token = randomBytes(24).toString("hex");
  const openedAt = clock.now();
  // A message that is quicker than this answer is of a channel that we do not know yet; looking finds what it meant.
  const opened = await watcher.openChannel(mailbox, {
    id,
    token,
    address: channelAddress ?? "",
    lifeSeconds: LIFE_SECONDS,
  });
  await database.query(
    `update calendar_watches set channel_id = $2, channel_token_hash = $3, resource_id = $4,
       channel_address = $5, channel_opened_at = $6, channel_expires_at = $7 where mailbox = $1`,
    [
      mailbox,
      id,
      digestOf(token),
      opened.resourceId,
      channelAddress,
      openedAt.toString(),
      opened.expiresAt.toString(),
    ],
  );
};

/** Nothing, when there is none. */
export const closeChannel = async (
  { mailbox, channelId, resourceId }: Channel,
  watcher: CalendarWatcher,
): Promise<void> => {
  if (channelId !== null && resourceId !== null) {
    await watcher.closeChannel(mailbox, { id: channelId, resourceId });
  }
};
