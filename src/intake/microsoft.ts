/** Messages of Graph's subscriptions. What crosses here: what a message says of its subscription. It says that a calendar has
 * changed, and names an event that nobody believes; the state that we gave the subscription proves it. Source: Microsoft
 * Graph, change notifications and lifecycle notifications. */
import { z } from "zod";
import type { Database } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import { noteMessages, unknownChannel } from "./calendar-channels.ts";

const Messages = z.object({
  value: z
    .array(
      z.object({
        clientState: z.string().max(200).optional(),
        lifecycleEvent: z.string().max(100).optional(),
      }),
    )
    .min(1)
    .max(1_000),
});

/** Notes that calendars are to be read. One message may tell of several subscriptions. Errors: `input_invalid`;
 * `signature_invalid` when none of them is ours. */
export const receiveMicrosoft = async (
  rawBody: Buffer,
  { database }: { database: Database },
): Promise<void> => {
  const messages = readMessages(rawBody);
  const said = new Map<string, "changed" | "ending">();
  for (const { clientState = "", lifecycleEvent = "" } of messages) {
    const isEnding = ENDING.has(lifecycleEvent) || said.get(clientState) === "ending";
    said.set(clientState, isEnding ? "ending" : "changed");
  }
  const notes = [...said].flatMap(([clientState, says]) => {
    const { channelId, token } = STATE.exec(clientState)?.groups ?? {};
    return channelId !== undefined && token !== undefined ? [{ channelId, token, says }] : [];
  });
  // Nothing is asked of the database for what cannot be ours.
  if (notes.length === 0 || !(await noteMessages(database, notes))) throw unknownChannel();
};

/** `missed` is not among them: there is something to read, and no more. */
const ENDING = new Set(["subscriptionRemoved", "reauthorizationRequired"]);

/** The channel's id and its token, as the subscription was given them. */
const STATE = /^(?<channelId>[0-9a-f-]{36})\.(?<token>[0-9a-f]{48})$/;

const readMessages = (rawBody: Buffer): z.infer<typeof Messages>["value"] => {
  try {
    return Messages.parse(JSON.parse(rawBody.toString("utf8"))).value;
  } catch (cause) {
    throw new AppError({
      code: "input_invalid",
      fault: "caller",
      message: "The body is not a message of Graph's subscriptions.",
      cause,
    });
  }
};
