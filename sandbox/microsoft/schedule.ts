/** `getSchedule` and the settings of a mailbox: who is when free, and when people work. */
import type {
  MailboxSettings,
  ScheduleInformation,
  ScheduleItem,
  WorkingHours,
} from "@microsoft/microsoft-graph-types";
import { z } from "zod";
import type { Mailbox } from "../worlds/types.ts";
import { refusals } from "./errors.ts";
import { instantOf } from "./event-input.ts";
import type { EventStore } from "./event-store.ts";
import { type ShowAs, localTime, showAsOf, spanOf } from "./stored-event.ts";
import { windowsNameOf, zoneOf } from "./zones.ts";

export interface ScheduleDeps {
  store: EventStore;
  /** What is said of a mailbox instead of its times, by address: a response code. */
  scheduleErrors: ReadonlyMap<string, string>;
  /** Exchange puts IANA names where somebody set them; by address. */
  ianaZones: ReadonlySet<string>;
}

/** Graph's limit of schedules in one question. */
const MOST_SCHEDULES = 20;
/** And of days. */
const MOST_DAYS = 62;
/** And of items in one schedule. */
const MOST_ITEMS = 1000;

const Time = z.object({ dateTime: z.string(), timeZone: z.string() });
const ScheduleRequest = z.object({
  schedules: z.array(z.string()).min(1),
  startTime: Time,
  endTime: Time,
  availabilityViewInterval: z.int().min(5).max(1440).default(30),
});

interface Question {
  start: Temporal.Instant;
  end: Temporal.Instant;
  intervalMinutes: number;
}

/** The answer to one question. Errors: 400. */
export const getSchedule = (deps: ScheduleDeps, body: unknown): ScheduleInformation[] => {
  const parsed = ScheduleRequest.safeParse(body);
  if (!parsed.success) throw refusals.parameter(parsed.error.issues[0]?.path.join(".") ?? "body");
  const { schedules, startTime, endTime, availabilityViewInterval } = parsed.data;
  if (schedules.length > MOST_SCHEDULES) throw refusals.parameter("schedules");
  const start = timeOf(startTime, "startTime");
  const end = timeOf(endTime, "endTime");
  const days = start.until(end).total("hours") / 24;
  if (days <= 0 || days > MOST_DAYS) throw refusals.parameter("endTime");
  const question = { start, end, intervalMinutes: availabilityViewInterval };
  return schedules.map((scheduleId) => scheduleOf(deps, scheduleId, question));
};

/** What a mailbox says of its owner's zone and hours. */
export const mailboxSettings = (deps: ScheduleDeps, owner: Mailbox): MailboxSettings => ({
  timeZone: zoneNameOf(deps, owner),
  dateFormat: "yyyy-MM-dd",
  timeFormat: "HH:mm",
  workingHours: workingHours(deps, owner),
});

const timeOf = ({ dateTime, timeZone }: z.infer<typeof Time>, name: string): Temporal.Instant => {
  const zone = zoneOf(timeZone);
  try {
    return instantOf(dateTime, zone);
  } catch {
    throw refusals.parameter(name);
  }
};

const scheduleOf = (
  deps: ScheduleDeps,
  scheduleId: string,
  question: Question,
): ScheduleInformation => {
  const owner = deps.store.owner(scheduleId);
  const code = deps.scheduleErrors.get(scheduleId);
  if (!owner || code !== undefined) {
    const responseCode = code ?? "ErrorMailRecipientNotFound";
    const message = "Unable to resolve the mailbox, or its times cannot be told.";
    return { scheduleId, error: { responseCode, message } };
  }
  const items = itemsOf(deps.store, owner, question);
  if (items.length > MOST_ITEMS) {
    return { scheduleId, error: { responseCode: "5006", message: "Too many items." } };
  }
  return {
    scheduleId,
    availabilityView: viewOf(items, question),
    scheduleItems: items.map(({ body }) => body),
    workingHours: workingHours(deps, owner),
  };
};

interface Item {
  start: Temporal.Instant;
  end: Temporal.Instant;
  status: ShowAs;
  body: ScheduleItem;
}

const itemsOf = (store: EventStore, owner: Mailbox, { start, end }: Question): Item[] =>
  store
    .list(owner.email)
    .map((copy) => ({ ...spanOf(copy.event, owner.zone), copy }))
    .filter(
      (span) =>
        Temporal.Instant.compare(span.end, start) > 0 &&
        Temporal.Instant.compare(span.start, end) < 0,
    )
    .toSorted((a, b) => Temporal.Instant.compare(a.start, b.start))
    .map((span) => {
      const status = showAsOf(span.copy);
      const body: ScheduleItem = {
        isPrivate: span.copy.event.sensitivity === "private",
        status,
        subject: span.copy.event.subject,
        location: span.copy.event.location,
        start: { dateTime: utc(span.start), timeZone: "UTC" },
        end: { dateTime: utc(span.end), timeZone: "UTC" },
      };
      return { start: span.start, end: span.end, status, body };
    });

const utc = (instant: Temporal.Instant): string =>
  localTime(instant.toZonedDateTimeISO("UTC").toPlainDateTime());

/** One digit an interval: 0 free or working elsewhere, 1 tentative, 2 busy, 3 out of office. */
const DIGITS: Record<ShowAs, string> = {
  free: "0",
  tentative: "1",
  busy: "2",
  oof: "3",
  workingElsewhere: "0",
  unknown: "2",
};
/** Of several items of an interval the one that takes most. */
const viewOf = (items: Item[], { start, end, intervalMinutes }: Question): string => {
  const count = Math.ceil(start.until(end).total("minutes") / intervalMinutes);
  const view = Array.from({ length: count }, () => "0");
  const intervalsTo = (instant: Temporal.Instant): number =>
    (instant.epochMilliseconds - start.epochMilliseconds) / 60_000 / intervalMinutes;
  for (const item of items) {
    const digit = DIGITS[item.status];
    const last = Math.min(count, Math.ceil(intervalsTo(item.end)));
    for (let index = Math.max(0, Math.floor(intervalsTo(item.start))); index < last; index += 1) {
      if (digit > (view[index] ?? "0")) view[index] = digit;
    }
  }
  return view.join("");
};

const zoneNameOf = ({ ianaZones }: ScheduleDeps, { email, zone }: Mailbox): string =>
  ianaZones.has(email) ? zone : windowsNameOf(zone);

/** Monday to Friday from nine to five. */
const workingHours = (deps: ScheduleDeps, owner: Mailbox): WorkingHours => ({
  daysOfWeek: ["monday", "tuesday", "wednesday", "thursday", "friday"],
  startTime: "09:00:00.0000000",
  endTime: "17:00:00.0000000",
  timeZone: { name: zoneNameOf(deps, owner) },
});
