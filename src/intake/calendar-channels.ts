/** What a message of a calendar channel means for its watch, whichever service sent it: there is something to read, and never
 * what. The token that we gave the channel proves the message; only its digest is kept. */
import type { Database } from "../db/port.ts";
import { digestOf } from "../digest.ts";
import { AppError } from "../domain/errors.ts";

export interface ChannelNote {
  channelId: string;
  token: string;
  /** open: the channel is there. changed: the calendar is to be read. ending: the same, and the channel is to be renewed. */
  says: "open" | "changed" | "ending";
}

/** Notes what a message says; what was read of the calendar before holds no more, in any process. Shape: whether it is of an open channel of ours. */
export const noteMessage = async (
  database: Database,
  { channelId, token, says }: ChannelNote,
): Promise<boolean> => {
  const rows = await database.query(
    `with told as (
       update calendar_watches set notices = notices + case when $3 = 'open' then 0 else 1 end,
         channel_opened_at = case when $3 = 'ending' then null else channel_opened_at end
       where channel_id = $1 and channel_token_hash = $2 returning mailbox),
     dropped as (
       update calendar_versions set version = version + 1
       where $3 <> 'open' and mailbox in (select lower(mailbox) from told))
     select 1 from told`,
    [channelId, digestOf(token), says],
  );
  return rows.length > 0;
};

/** The refusal of a message that proves nothing. */
export const unknownChannel = (): AppError =>
  new AppError({
    code: "signature_invalid",
    fault: "caller",
    message: "This is no open channel of ours, or not its token.",
  });
