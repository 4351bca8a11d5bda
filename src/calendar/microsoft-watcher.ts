/** What becomes of our events in Microsoft 365: subscriptions that tell of changes, and the changes of a view since a delta
 * link. A delta does not tell what we keep beside an event: ours are listed when something has changed, and the sync token
 * remembers them, for those that are gone. Source: Microsoft Graph v1.0, subscription, and event: delta. */
import { z } from "zod";
import { AppError } from "../domain/errors.ts";
import type { Clock } from "../domain/time.ts";
import { isEventGone } from "./exchange.ts";
import { badAnswer } from "./microsoft-errors.ts";
import { EXPAND_OURS, Properties, filterOurs } from "./microsoft-event.ts";
import type { MicrosoftCall, MicrosoftHttp } from "./microsoft-http.ts";
import type { CalendarChanges, CalendarWatcher } from "./port.ts";

interface WatcherDeps {
  http: MicrosoftHttp;
  clock: Clock;
}

/** Graph's longest life of a subscription to events is 10,080 minutes from when the request arrives. */
const LONGEST_LIFE_SECONDS = 10_070 * 60;
/** How far back and ahead the view reaches that is watched. */
const DAYS_BACK = 30;
const DAYS_AHEAD = 365;
/** A view is begun anew when less than this is left of what lies ahead. */
const FEWEST_DAYS_AHEAD = 180;
const PAGE_SIZE = "100";
/** A list that has no end is no list. */
const MOST_PAGES = 1_000;

/** Watches the calendars of one Microsoft 365 tenant. */
export const createMicrosoftWatcher = ({ http, clock }: WatcherDeps): CalendarWatcher => ({
  async openChannel(mailbox, { id, token, address, lifeSeconds }) {
    const door = new URL("microsoft", address).href;
    const answer = await http.write({
      method: "subscriptions.create",
      path: "/subscriptions",
      verb: "POST",
      body: {
        changeType: "created,updated,deleted",
        notificationUrl: door,
        lifecycleNotificationUrl: door,
        resource: `/users/${mailbox}/events`,
        expirationDateTime: endOf(clock, lifeSeconds),
        // Graph knows subscriptions by its own id: ours comes back with what proves the message.
        clientState: clientStateOf({ id, token }),
      },
    });
    const subscription = Subscription.safeParse(answer);
    if (!subscription.success) throw badAnswer("subscriptions.create", []);
    const { id: resourceId, expirationDateTime } = subscription.data;
    return { resourceId, expiresAt: Temporal.Instant.from(expirationDateTime) };
  },
  async extendChannel(_mailbox, { resourceId, lifeSeconds }) {
    const method = "subscriptions.update";
    try {
      const answer = await http.read({
        method,
        path: `/subscriptions/${encodeURIComponent(resourceId)}`,
        verb: "PATCH",
        body: { expirationDateTime: endOf(clock, lifeSeconds) },
      });
      const subscription = Subscription.safeParse(answer);
      if (!subscription.success) throw badAnswer(method, []);
      return { expiresAt: Temporal.Instant.from(subscription.data.expirationDateTime) };
    } catch (error) {
      if (isEventGone(error)) return null;
      throw error;
    }
  },
  async closeChannel(_mailbox, { resourceId }) {
    try {
      await http.read({
        method: "subscriptions.delete",
        path: `/subscriptions/${encodeURIComponent(resourceId)}`,
        verb: "DELETE",
      });
    } catch (error) {
      if (!isEventGone(error)) throw error;
    }
  },
  async readChanges(mailbox, syncToken) {
    const now = clock.now();
    const state = syncToken === null ? null : stateOf(syncToken);
    if (state === undefined) return "expired";
    const view = await readView(http, { mailbox, state, now });
    const isListed = view.isAnew || view.changed.size > 0;
    const ours = isListed ? await listOurs(http, { mailbox, now }) : [];
    return summary({ known: state?.ours ?? {}, view, ours });
  },
});

const endOf = (clock: Clock, lifeSeconds: number): string =>
  clock
    .now()
    .add({ seconds: Math.min(lifeSeconds, LONGEST_LIFE_SECONDS) })
    .toString();

/** What a message of a subscription brings back: the channel's id and its token. */
export const clientStateOf = ({ id, token }: { id: string; token: string }): string =>
  `${id}.${token}`;

const Subscription = z.object({
  id: z.string().min(1),
  expirationDateTime: z.iso.datetime({ offset: true }),
});

const State = z.object({
  link: z.string(),
  /** The end of the view. */
  until: z.iso.datetime(),
  /** Our effects by Graph's ids of their events. */
  ours: z.record(z.string(), z.string()),
});
type State = z.infer<typeof State>;

/** Undefined: it is none of ours. */
const stateOf = (syncToken: string): State | undefined => {
  try {
    return State.parse(JSON.parse(syncToken));
  } catch {
    return undefined;
  }
};

const reachesFar = ({ until }: State, now: Temporal.Instant): boolean =>
  now.until(Temporal.Instant.from(until)).total("hours") / 24 >= FEWEST_DAYS_AHEAD;

interface Delta {
  link: string;
  until: string;
  /** Graph's ids, and whether the event is gone. */
  changed: Map<string, boolean>;
}

/** What has changed; or, when the link is no longer valid or its view nearly over, the beginning of another view. Which
 * events were ours is remembered all the same: only so is one missed that has gone in between. */
const readView = async (
  http: MicrosoftHttp,
  { mailbox, state, now }: { mailbox: string; state: State | null; now: Temporal.Instant },
): Promise<Delta & { isAnew: boolean }> => {
  if (state && reachesFar(state, now)) {
    const delta = await readDelta(http, { mailbox, state, now });
    if (delta !== "expired") return { ...delta, isAnew: false };
  }
  const first = await readDelta(http, { mailbox, state: null, now });
  if (first === "expired") throw badAnswer("calendarView.delta", ["@odata.deltaLink"]);
  return { ...first, isAnew: true };
};

const DeltaPage = z.object({
  value: z.array(z.object({ id: z.string(), "@removed": z.unknown().optional() })),
  "@odata.nextLink": z.string().optional(),
  "@odata.deltaLink": z.string().optional(),
});

const readDelta = async (
  http: MicrosoftHttp,
  from: { mailbox: string; state: State | null; now: Temporal.Instant },
): Promise<Delta | "expired"> => {
  const method = "calendarView.delta";
  const changed = new Map<string, boolean>();
  const until = from.state?.until ?? from.now.add({ hours: DAYS_AHEAD * 24 }).toString();
  let call = firstCall({ ...from, method, until });
  for (let pages = 1; pages <= MOST_PAGES; pages += 1) {
    const page = await readPage(http, call);
    if (page === "expired") return page;
    for (const one of page.value) changed.set(one.id, one["@removed"] !== undefined);
    const link = page["@odata.deltaLink"] ?? page["@odata.nextLink"] ?? "";
    const path = http.pathOf(link);
    if (path === undefined) throw badAnswer(method, ["@odata.deltaLink"]);
    if (page["@odata.deltaLink"] !== undefined) return { link: path, until, changed };
    call = { method, path, headers: call.headers ?? {} };
  }
  throw badAnswer(method, ["@odata.nextLink"]);
};

const firstCall = (from: {
  method: string;
  mailbox: string;
  state: State | null;
  now: Temporal.Instant;
  until: string;
}): MicrosoftCall => {
  const { method, mailbox, state, now, until } = from;
  const headers = { Prefer: `IdType="ImmutableId", odata.maxpagesize=${PAGE_SIZE}` };
  if (state) return { method, path: state.link, headers };
  return {
    method,
    path: `/users/${encodeURIComponent(mailbox)}/calendarView/delta`,
    query: { startDateTime: startOf(now).toString(), endDateTime: until },
    headers,
  };
};

const startOf = (now: Temporal.Instant): Temporal.Instant =>
  now.subtract({ hours: DAYS_BACK * 24 });

const readPage = async (
  http: MicrosoftHttp,
  call: MicrosoftCall,
): Promise<z.infer<typeof DeltaPage> | "expired"> => {
  try {
    const page = DeltaPage.safeParse(await http.read(call));
    if (!page.success) throw badAnswer(call.method, ["value"]);
    return page.data;
  } catch (error) {
    if (error instanceof AppError && isStale(error)) return "expired";
    throw error;
  }
};

/** The link is no longer valid. Graph says so by 410, or by one of these with another status. */
const isStale = ({ data }: AppError): boolean =>
  data["status"] === 410 || (typeof data["reason"] === "string" && STALE.test(data["reason"]));
const STALE =
  /^(?:Error)?(?:SyncStateNotFound|SyncStateInvalid|InvalidSyncStateData|resyncRequired)$/i;

interface Our {
  id: string;
  effectId: string;
  etag: string;
}

const OursPage = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      "@odata.etag": z.string(),
      singleValueExtendedProperties: Properties,
    }),
  ),
  "@odata.nextLink": z.string().optional(),
});

const listOurs = async (
  http: MicrosoftHttp,
  { mailbox, now }: { mailbox: string; now: Temporal.Instant },
): Promise<Our[]> => {
  const method = "events.list";
  const ours: Our[] = [];
  let call: MicrosoftCall = {
    method,
    path: `/users/${encodeURIComponent(mailbox)}/events`,
    query: {
      $filter: filterOurs(startOf(now)),
      $expand: EXPAND_OURS,
      $select: "id",
      $top: PAGE_SIZE,
    },
  };
  for (let pages = 1; pages <= MOST_PAGES; pages += 1) {
    const page = OursPage.safeParse(await http.read(call));
    if (!page.success) throw badAnswer(method, ["value"]);
    for (const { id, "@odata.etag": etag, singleValueExtendedProperties: kept } of page.data
      .value) {
      if (kept.effectId !== null) ours.push({ id, effectId: kept.effectId, etag });
    }
    const link = page.data["@odata.nextLink"];
    if (link === undefined) return ours;
    const path = http.pathOf(link);
    if (path === undefined) throw badAnswer(method, ["@odata.nextLink"]);
    call = { method, path };
  }
  throw badAnswer(method, ["@odata.nextLink"]);
};

/** In a view that has just begun all of ours count as changed, and what is not listed as gone. Of one that is gone there is
 * no etag any more. */
const summary = (read: {
  known: State["ours"];
  view: Delta & { isAnew: boolean };
  ours: Our[];
}): CalendarChanges => {
  const { known, view, ours } = read;
  const { link, until, changed, isAnew } = view;
  const listed = new Set(ours.map(({ id }) => id));
  const present = ours.filter(({ id }) => isAnew || changed.has(id));
  const isGone = (id: string): boolean => !listed.has(id) && (isAnew || changed.get(id) === true);
  const gone = Object.entries(known).filter(([id]) => isGone(id));
  // Of what came and went between two readings nobody remembers whether it was ours: what stands tells it.
  const isWhole = isAnew || [...changed].some(([id, isRemoved]) => isRemoved && !(id in known));
  const next: State = {
    link,
    until,
    ours: Object.fromEntries([
      ...Object.entries(known).filter(([id]) => !isGone(id)),
      ...ours.map(({ id, effectId }) => [id, effectId] as const),
    ]),
  };
  return {
    events: [
      ...present.map(({ effectId, etag }) => ({ effectId, etag })),
      ...gone.map(([, effectId]) => ({ effectId, etag: GONE })),
    ],
    isChanged: isAnew || changed.size > 0,
    standing: isWhole ? ours.map(({ effectId }) => effectId) : null,
    syncToken: JSON.stringify(next),
  };
};

const GONE = "gone";
