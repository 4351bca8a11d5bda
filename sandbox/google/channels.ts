/** Watch channels: who is told, without any detail, that a calendar has changed; until the channel ends. */
import type { calendar_v3 } from "@googleapis/calendar";
import { z } from "zod";
import type { CompanyClock } from "../clock.ts";
import { createCourier, post } from "../courier.ts";
import { refusals } from "./errors.ts";
import type { EventStore } from "./event-store.ts";

export interface Channels {
  /** Opens a channel on a calendar, and tells it so at once (`sync`). Errors: 400. */
  watch(email: string, body: unknown): calendar_v3.Schema$Channel;
  /** Errors: 400, 404. */
  stop(body: unknown): void;
  /** Open ones, with whose calendar each is on. */
  list(): { id: string; email: string; expiresAt: string; messages: number }[];
  /** While true no change is told to anybody: what a lost push looks like. */
  setSilent(isSilent: boolean): void;
  /** Resolves when nothing is on its way. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

interface Channel {
  id: string;
  resourceId: string;
  email: string;
  address: string;
  token: string | undefined;
  expiresAt: Temporal.Instant;
  messages: number;
}

export interface ChannelOptions {
  store: EventStore;
  clock: CompanyClock;
  baseUrl: string;
  /** Real milliseconds before each further try. */
  retryDelaysMs: readonly number[];
}

const DAY_S = 86_400;
const USUAL_LIFE_S = 7 * DAY_S;
const LONGEST_LIFE_S = 30 * DAY_S;

const WatchRequest = z.object({
  id: z.string().regex(/^[A-Za-z0-9\-_+/=]{1,64}$/),
  type: z.enum(["web_hook", "webhook"]),
  address: z.url(),
  token: z.string().max(256).optional(),
  expiration: z.coerce.number().int().optional(),
  params: z.object({ ttl: z.coerce.number().int().min(1).optional() }).optional(),
});
const StopRequest = z.object({ id: z.string(), resourceId: z.string() });

/** Google with no channel open. */
export const createChannels = (options: ChannelOptions): Channels => {
  const { store, clock } = options;
  const channels = new Map<string, Channel>();
  const sender = createSender(options);
  let isSilent = false;
  const isOver = ({ expiresAt }: Channel) => Temporal.Instant.compare(expiresAt, clock.now()) <= 0;
  store.onChange((email) => {
    for (const channel of channels.values()) {
      if (channel.email !== email) continue;
      if (isOver(channel)) channels.delete(channel.id);
      else if (!isSilent) sender.tell(channel, "exists");
    }
  });
  return {
    watch: (email, body) => {
      const channel = newChannel(email, body, clock);
      if (channels.has(channel.id)) throw refusals.channelIdNotUnique();
      channels.set(channel.id, channel);
      sender.tell(channel, "sync");
      return channelBody(channel, options.baseUrl);
    },
    stop: (body) => {
      const parsed = StopRequest.safeParse(body);
      if (!parsed.success) throw refusals.required("id and resourceId");
      const channel = channels.get(parsed.data.id);
      if (!channel || channel.resourceId !== parsed.data.resourceId || isOver(channel)) {
        throw refusals.notFound();
      }
      channels.delete(channel.id);
    },
    list: () =>
      [...channels.values()]
        .filter((channel) => !isOver(channel))
        .map(({ id, email, expiresAt, messages }) => ({
          id,
          email,
          expiresAt: expiresAt.toString(),
          messages,
        })),
    setSilent: (silent) => {
      isSilent = silent;
    },
    idle: sender.idle,
    close: sender.close,
  };
};

const newChannel = (email: string, body: unknown, clock: CompanyClock): Channel => {
  const parsed = WatchRequest.safeParse(body);
  if (!parsed.success) throw refusals.invalid(parsed.error.issues[0]?.path.join(".") ?? "body");
  const { id, address, token } = parsed.data;
  const resourceId = Buffer.from(email).toString("base64url");
  const expiresAt = expiryOf(parsed.data, clock);
  return { id, resourceId, email, address, token, expiresAt, messages: 0 };
};

const channelBody = (channel: Channel, baseUrl: string): calendar_v3.Schema$Channel => ({
  kind: "api#channel",
  id: channel.id,
  resourceId: channel.resourceId,
  resourceUri: resourceUri(channel, baseUrl),
  ...(channel.token !== undefined && { token: channel.token }),
  expiration: String(channel.expiresAt.epochMilliseconds),
});

/** An expiration that is asked for, or the usual life; never longer than a month. */
const expiryOf = (asked: z.output<typeof WatchRequest>, clock: CompanyClock): Temporal.Instant => {
  const now = clock.now();
  const longest = now.add({ seconds: LONGEST_LIFE_S });
  const wanted =
    asked.expiration === undefined
      ? now.add({ seconds: asked.params?.ttl ?? USUAL_LIFE_S })
      : Temporal.Instant.fromEpochMilliseconds(asked.expiration);
  return Temporal.Instant.compare(wanted, longest) > 0 ? longest : wanted;
};

const resourceUri = ({ email }: Channel, baseUrl: string): string =>
  `${baseUrl}/google/calendar/v3/calendars/${encodeURIComponent(email)}/events?alt=json`;

/** A message says that there is something, and never what. */
const createSender = ({ baseUrl, retryDelaysMs }: ChannelOptions) => {
  const courier = createCourier(retryDelaysMs);
  return {
    idle: courier.idle,
    close: courier.close,
    tell: (channel: Channel, state: "sync" | "exists"): void => {
      channel.messages += 1;
      const headers = {
        "user-agent": "APIs-Google",
        "x-goog-channel-id": channel.id,
        "x-goog-channel-expiration": httpDate(channel.expiresAt),
        "x-goog-resource-id": channel.resourceId,
        "x-goog-resource-uri": resourceUri(channel, baseUrl),
        "x-goog-resource-state": state,
        "x-goog-message-number": String(channel.messages),
        ...(channel.token !== undefined && { "x-goog-channel-token": channel.token }),
      };
      courier.send(async (signal) => {
        const status = await post(channel.address, { headers }, signal);
        // Anything but a fault of the server's ends it: nobody is asked twice.
        return status !== null && status < 500 ? "over" : "again";
      });
    },
  };
};

/** `Tue, 19 Nov 2013 01:13:52 GMT`. */
const httpDate = (instant: Temporal.Instant): string => {
  const { year, day, hour, minute, second, dayOfWeek, month } = instant.toZonedDateTimeISO("UTC");
  const two = (value: number) => String(value).padStart(2, "0");
  const weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][dayOfWeek - 1] ?? "";
  const name = MONTHS[month - 1] ?? "";
  return `${weekday}, ${two(day)} ${name} ${year} ${two(hour)}:${two(minute)}:${two(second)} GMT`;
};
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
