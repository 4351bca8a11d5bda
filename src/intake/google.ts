/** Messages of Google's watch channels. What crosses here: headers alone. A message says that a calendar has changed, never
 * what; the token that we gave the channel proves it. Source: Google Calendar API, push notifications. */
import type { Database } from "../db/port.ts";
import { digestOf } from "../digest.ts";
import { AppError } from "../domain/errors.ts";

export interface ChannelMessage {
  channelId: string | undefined;
  token: string | undefined;
  state: string | undefined;
}

/** Notes that the channel's calendar is to be read. Errors: `signature_missing`, `signature_invalid`. */
export const receiveGoogle = async (
  { channelId, token, state }: ChannelMessage,
  { database }: { database: Database },
): Promise<void> => {
  if (channelId === undefined || token === undefined) {
    throw new AppError({
      code: "signature_missing",
      fault: "caller",
      message: "A message of a calendar channel carries its id and its token.",
    });
  }
  const rows = await database.query(
    `update calendar_watches set notices = notices + case when $3 then 0 else 1 end
     where channel_id = $1 and channel_token_hash = $2 returning 1`,
    // The first message of a channel only says that it is open.
    [channelId, digestOf(token), state === "sync"],
  );
  if (rows.length > 0) return;
  throw new AppError({
    code: "signature_invalid",
    fault: "caller",
    message: "This is no open channel of ours, or not its token.",
  });
};
