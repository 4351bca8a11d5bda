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

/** Notes what messages say, of each channel once; what was read of their calendars before holds no more, in any process. Shape:
 * whether one of them is of an open channel of ours. */
export const noteMessages = async (
  database: Database,
  notes: readonly ChannelNote[],
): Promise<boolean> => {
  const rows = await database.query(
    `with told as (
       update calendar_watches w set notices = notices + case when n.says = 'open' then 0 else 1 end,
         channel_opened_at = case when n.says = 'ending' then null else channel_opened_at end
       from unnest($1::text[], $2::text[], $3::text[]) as n (channel_id, token_hash, says)
       where w.channel_id = n.channel_id and w.channel_token_hash = n.token_hash
       returning w.mailbox, n.says),
     dropped as (
       update calendar_versions set version = version + 1
       where mailbox in (select lower(mailbox) from told where says <> 'open'))
     select 1 from told`,
    [
      notes.map(({ channelId }) => channelId),
      notes.map(({ token }) => digestOf(token)),
      notes.map(({ says }) => says),
    ],
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
