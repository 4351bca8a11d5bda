/** Messages of Google's watch channels. What crosses here: headers alone. A message says that a calendar has changed, never
 * what; the token that we gave the channel proves it. Source: Google Calendar API, push notifications. */
import type { Database } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import { noteMessages, unknownChannel } from "./calendar-channels.ts";

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
  // The first message of a channel only says that it is open.
  const says = state === "sync" ? "open" : "changed";
  if (!(await noteMessages(database, [{ channelId, token, says }]))) throw unknownChannel();
};
