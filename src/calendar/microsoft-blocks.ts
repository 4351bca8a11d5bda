/** Graph's views and schedules as busy blocks. Lenient: what Microsoft may add does not matter; what is needed and missing
 * is a bad answer. Source: Microsoft Graph v1.0, event and scheduleInformation resource types. */
import { z } from "zod";
import type { BusyBlock, BusyKind } from "../domain/calendar.ts";
import { type Window, byStart, clip } from "./blocks.ts";
import { GraphTime, Properties, instantOf } from "./microsoft-event.ts";
import { MicrosoftHours } from "./microsoft-zones.ts";

const time = GraphTime.transform((value, context) => {
  try {
    return { instant: instantOf(value), date: Temporal.PlainDate.from(value.dateTime) };
  } catch {
    context.addIssue({ code: "custom", message: "is no time in UTC" });
    return z.NEVER;
  }
});

const ViewedEvent = z.object({
  id: z.string(),
  isCancelled: z.boolean().nullish(),
  isAllDay: z.boolean().nullish(),
  isOrganizer: z.boolean().nullish(),
  showAs: z.string().nullish(),
  responseStatus: z.object({ response: z.string().nullish() }).nullish(),
  start: time,
  end: time,
  singleValueExtendedProperties: Properties,
});
type ViewedEvent = z.infer<typeof ViewedEvent>;

/** One page of a view, as far as we ask for it. */
export const ViewPage = z.object({
  value: z.array(ViewedEvent),
  "@odata.nextLink": z.string().optional(),
});
export type ViewPage = z.infer<typeof ViewPage>;

/** What a view is asked to send: no title, no text, no place, no address. */
export const VIEW_FIELDS = "id,isCancelled,isAllDay,isOrganizer,showAs,responseStatus,start,end";

/** What `mailboxSettings` is asked to send. */
export const SettingsAnswer = z.object({
  timeZone: z.string().nullish(),
  workingHours: MicrosoftHours.nullish(),
});

const Schedule = z.object({
  scheduleId: z.string(),
  error: z.object({ responseCode: z.string().nullish() }).nullish(),
  scheduleItems: z
    .array(z.object({ status: z.string().nullish(), start: time, end: time }))
    .nullish(),
  workingHours: MicrosoftHours.nullish(),
});
export type Schedule = z.infer<typeof Schedule>;

/** The answer of `getSchedule`. */
export const SchedulesAnswer = z.object({ value: z.array(Schedule) });

/** The blocks of a mailbox's events inside the window, sorted by start. */
export const blocksOfView = (events: ViewedEvent[], zone: string, window: Window): BusyBlock[] =>
  events
    .flatMap((event) => {
      const kind = kindOf(event);
      if (!kind) return [];
      const eventId = event.singleValueExtendedProperties.eventId ?? event.id;
      return [{ ...spanOf(event, zone), kind, eventId }];
    })
    .flatMap((block) => clip(block, window))
    .toSorted(byStart);

/** The items of a schedule. */
export const blocksOfSchedule = ({ scheduleItems }: Schedule): BusyBlock[] =>
  (scheduleItems ?? []).flatMap(({ status, start, end }) => {
    const kind = kindShown(status);
    return kind ? [{ start: start.instant, end: end.instant, kind }] : [];
  });

/** Whole days are days in the mailbox's own zone; they may have 23 or 25 hours. */
const spanOf = (
  { isAllDay, start, end }: ViewedEvent,
  zone: string,
): { start: Temporal.Instant; end: Temporal.Instant } =>
  isAllDay
    ? {
        start: start.date.toZonedDateTime(zone).toInstant(),
        end: end.date.toZonedDateTime(zone).toInstant(),
      }
    : { start: start.instant, end: end.instant };

/** Undefined: the time is free. */
const kindOf = (event: ViewedEvent): BusyKind | undefined => {
  const answer = event.responseStatus?.response;
  if (event.isCancelled || answer === "declined") return undefined;
  const kind = kindShown(event.showAs);
  const isUnanswered = !event.isOrganizer && (answer === "notResponded" || answer === "none");
  // Outlook shows an invitation that was not answered as tentative: that says nothing of its guest.
  return isUnanswered && (kind === "tentative" || kind === "busy") ? "unaccepted" : kind;
};

const KINDS: Record<string, BusyKind | undefined> = {
  free: undefined,
  tentative: "tentative",
  oof: "out_of_office",
  workingElsewhere: "working_elsewhere",
};

/** What is not known is taken as busy. */
const kindShown = (shown: string | null | undefined): BusyKind | undefined =>
  shown != null && Object.hasOwn(KINDS, shown) ? KINDS[shown] : "busy";
