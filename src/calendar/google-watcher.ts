/** What becomes of our events on Google calendars: one event read, channels that tell of changes, and the changes since a
 * sync token. Source: Google Calendar API, push notifications and incremental synchronisation. */
import { z } from "zod";
import { AppError } from "../domain/errors.ts";
import { isEventGone } from "./exchange.ts";
import { badAnswer } from "./google-errors.ts";
import { EFFECT_PROPERTY, ONE_EVENT_FIELDS, toCalendarEvent } from "./google-event.ts";
import type { GoogleHttp } from "./google-http.ts";
import type { CalendarWatcher } from "./port.ts";

const PAGE_SIZE = 2_500;

/** Watches the calendars of one Google domain. */
export const createGoogleWatcher = (http: GoogleHttp): CalendarWatcher => ({
  async openChannel(mailbox, { id, token, address, lifeSeconds }) {
    const answer = await http.write({
      method: "events.watch",
      mailbox,
      run: async (api, options) =>
        await api.events.watch(
          {
            calendarId: "primary",
            requestBody: {
              id,
              token,
              address,
              type: "web_hook",
              params: { ttl: String(lifeSeconds) },
            },
          },
          options,
        ),
    });
    const channel = Channel.safeParse(answer);
    if (!channel.success) throw badAnswer("events.watch", []);
    return {
      resourceId: channel.data.resourceId,
      expiresAt: Temporal.Instant.fromEpochMilliseconds(channel.data.expiration),
    };
  },
  // Google's channels end when they were said to: another one is opened before that.
  extendChannel: async () => await Promise.resolve(null),
  async closeChannel(mailbox, channel) {
    try {
      await http.read({
        method: "channels.stop",
        mailbox,
        run: async (api, options) => await api.channels.stop({ requestBody: channel }, options),
      });
    } catch (error) {
      if (!isEventGone(error)) throw error;
    }
  },
  async readChanges(mailbox, syncToken) {
    const etags = new Map<string, string>();
    let isChanged = false;
    let pageToken: string | undefined;
    for (;;) {
      const page = await readPage(http, mailbox, { syncToken, pageToken });
      if (page === "expired") return page;
      isChanged ||= page.isChanged;
      for (const { effectId, etag } of page.events) etags.set(effectId, etag);
      if (page.next !== undefined) {
        const events = [...etags].map(([effectId, etag]) => ({ effectId, etag }));
        const standing = syncToken === null ? [...etags.keys()] : null;
        return { events, isChanged, standing, syncToken: page.next };
      }
      pageToken = page.pageToken;
    }
  },
});

/** One event of a mailbox. Errors: `calendar_not_found` and those of every read. */
export const readEvent = async (http: GoogleHttp, organizer: string, eventId: string) => {
  const answer = await http.read({
    method: "events.get",
    mailbox: organizer,
    run: async (api, options) =>
      await api.events.get({ calendarId: "primary", eventId, fields: ONE_EVENT_FIELDS }, options),
  });
  const found = toCalendarEvent(answer);
  if (!found) throw badAnswer("events.get", []);
  return found;
};

const Channel = z.object({ resourceId: z.string(), expiration: z.coerce.number() });

const Changes = z.object({
  items: z
    .array(
      z.object({
        etag: z.string(),
        extendedProperties: z
          .object({ private: z.record(z.string(), z.string()).default({}) })
          .optional(),
      }),
    )
    .default([]),
  nextPageToken: z.string().optional(),
  nextSyncToken: z.string().optional(),
});

const readPage = async (
  http: GoogleHttp,
  mailbox: string,
  from: { syncToken: string | null; pageToken: string | undefined },
) => {
  try {
    const answer = await http.read({
      method: "events.list",
      mailbox,
      run: async (api, options) =>
        await api.events.list(
          {
            calendarId: "primary",
            maxResults: PAGE_SIZE,
            showDeleted: true,
            fields: "items(etag,extendedProperties/private),nextPageToken,nextSyncToken",
            ...(from.syncToken !== null && { syncToken: from.syncToken }),
            ...(from.pageToken !== undefined && { pageToken: from.pageToken }),
          },
          options,
        ),
    });
    const parsed = Changes.safeParse(answer);
    if (!parsed.success) throw badAnswer("events.list", []);
    const { items, nextPageToken, nextSyncToken } = parsed.data;
    if (nextPageToken === undefined && nextSyncToken === undefined) {
      throw badAnswer("events.list", ["nextSyncToken"]);
    }
    const events = items.flatMap(({ etag, extendedProperties }) => {
      const effectId = extendedProperties?.private[EFFECT_PROPERTY];
      return effectId === undefined ? [] : { effectId, etag };
    });
    return {
      events,
      isChanged: items.length > 0,
      pageToken: nextPageToken,
      next: nextSyncToken,
    };
  } catch (error) {
    // 410: the token is no longer valid; Google says so of nothing else in a list.
    if (error instanceof AppError && error.data["status"] === 410) return "expired";
    throw error;
  }
};
