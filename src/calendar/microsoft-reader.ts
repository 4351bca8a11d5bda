/** Busy time from two sources: each person's own view tells the kinds and what was not answered; `getSchedule`, asked for
 * 20 people at a time, tells of those whose mailbox we may not open, and zone and hours where the settings do not tell them. */
import type { z } from "zod";
import type { CalendarReading } from "../domain/calendar.ts";
import { AppError, asAppError } from "../domain/errors.ts";
import type { Clock } from "../domain/time.ts";
import { type Window, byStart, clip } from "./blocks.ts";
import type { Outcome } from "./microsoft-batch.ts";
import {
  type Schedule,
  SchedulesAnswer,
  SettingsAnswer,
  VIEW_FIELDS,
  ViewPage,
  blocksOfSchedule,
  blocksOfView,
} from "./microsoft-blocks.ts";
import { badAnswer } from "./microsoft-errors.ts";
import { EXPAND_OURS } from "./microsoft-event.ts";
import { findEvent } from "./microsoft-find.ts";
import type { MicrosoftCall, MicrosoftHttp } from "./microsoft-http.ts";
import { hoursOf, ianaZoneOf } from "./microsoft-zones.ts";
import { batchesOf, mapLimited } from "./patience.ts";
import type { CalendarReader } from "./port.ts";

interface ReaderDeps {
  http: MicrosoftHttp;
  clock: Clock;
  /** Taken where a name of Windows means several places. */
  companyZone: string;
}

/** Graph's limit of `getSchedule`. */
const SCHEDULE_BATCH = 20;
/** And of the time that it looks at. */
const SCHEDULE_DAYS = 60;
const PAGE_SIZE = "500";
/** A calendar with more pages in the horizon of a search is a fault, not a person. */
const MAX_PAGES = 20;

type Settings = z.infer<typeof SettingsAnswer>;

/** What the mailbox of one person gave. */
type Mailbox = { email: string; settings: Settings | null } & (
  | { events: ViewPage["value"] }
  | { error: AppError }
);

/** Busy time of people of one Microsoft 365 tenant. */
export const createMicrosoftReader = ({
  http,
  clock,
  companyZone,
}: ReaderDeps): CalendarReader => ({
  async readBusy(emails, from, to) {
    const window = { from, to };
    // No younger than the oldest part of it.
    const readAt = clock.now();
    const people = [...new Set(emails)];
    const mailboxes = await readMailboxes(http, people, window);
    const untold = mailboxes
      .filter((mailbox) => lacksSomething(mailbox, companyZone))
      .map(({ email }) => email);
    const schedules = await readSchedules(http, {
      asker: askerAmong(mailboxes),
      people: untold,
      window,
    });
    const readings = mailboxes.map((mailbox) =>
      combine({
        mailbox,
        schedules: schedules.get(mailbox.email.toLowerCase()) ?? [],
        window,
        companyZone,
        readAt,
      }),
    );
    throwIfAway(mailboxes, readings);
    const byEmail = new Map(readings.map((reading) => [reading.email, reading]));
    return emails.flatMap((email) => byEmail.get(email) ?? []);
  },
  getEvent: async (organizer, eventId) =>
    (await findEvent(http, organizer, eventId))?.event ?? null,
});

/** Who asks for the schedules of all: somebody whose mailbox we may open. */
const askerAmong = (mailboxes: Mailbox[]): string | undefined =>
  mailboxes.find((one) => "events" in one)?.email;

/** Everybody failed, and for nobody was it about the person: the service as a whole is away. */
const throwIfAway = (mailboxes: Mailbox[], readings: CalendarReading[]): void => {
  const errors = mailboxes.flatMap((one) => ("error" in one ? [one.error] : []));
  const [error] = errors;
  if (!error || readings.some((reading) => reading.readable)) return;
  if (!errors.every(({ retryable }) => retryable)) return;
  throw new AppError({
    code: "calendar_unavailable",
    fault: "upstream",
    retryable: true,
    message: error.message,
    data: error.data,
  });
};

/** Whether a schedule could tell more: everything of a mailbox that may not be opened, else zone and hours. A view shows all
 * that free/busy is made of. */
const lacksSomething = (mailbox: Mailbox, companyZone: string): boolean =>
  !("events" in mailbox) ||
  ianaZoneOf(mailbox.settings?.timeZone, companyZone) === undefined ||
  hoursOf(mailbox.settings?.workingHours, companyZone) === undefined;

/** View and settings of everybody, ten people to a request. */
const readMailboxes = async (
  http: MicrosoftHttp,
  people: string[],
  window: Window,
): Promise<Mailbox[]> => {
  const outcomes = await http.readAll(
    people.flatMap((email) => [viewCall(email, window), settingsCall(email)]),
  );
  return await mapLimited([...people.entries()], async ([index, email]) => {
    const settings = settingsOf(outcomes[index * 2 + 1]);
    try {
      return { email, settings, events: await allPages(http, outcomes[index * 2]) };
    } catch (error) {
      return { email, settings, error: calendarError(error) };
    }
  });
};

const VIEW = "calendarView.list";

const viewCall = (email: string, { from, to }: Window): MicrosoftCall => ({
  method: VIEW,
  path: `/users/${encodeURIComponent(email)}/calendarView`,
  query: {
    startDateTime: from.toString(),
    endDateTime: to.toString(),
    $top: PAGE_SIZE,
    $select: VIEW_FIELDS,
    $expand: EXPAND_OURS,
  },
});

const settingsCall = (email: string): MicrosoftCall => ({
  method: "mailboxSettings.get",
  path: `/users/${encodeURIComponent(email)}/mailboxSettings`,
  query: { $select: "timeZone,workingHours" },
});

/** Null when they cannot be read: schedules may tell the same. */
const settingsOf = (outcome: Outcome | undefined): Settings | null =>
  outcome && "body" in outcome ? (SettingsAnswer.safeParse(outcome.body).data ?? null) : null;

/** The events of a view from its first page on. */
const allPages = async (
  http: MicrosoftHttp,
  first: Outcome | undefined,
): Promise<ViewPage["value"]> => {
  if (!first || "error" in first) throw first?.error ?? badAnswer(VIEW, []);
  let page = parseAs(ViewPage, first.body, VIEW);
  const events = [...page.value];
  for (let pages = 1; page["@odata.nextLink"] !== undefined; pages += 1) {
    const path = http.pathOf(page["@odata.nextLink"]);
    if (path === undefined || pages >= MAX_PAGES) throw badAnswer(VIEW, ["@odata.nextLink"]);
    page = await readAs(http, ViewPage, { method: VIEW, path });
    events.push(...page.value);
  }
  return events;
};

/** By address in small letters; several of a person when the window is long. A batch that fails leaves its people to what
 * their mailboxes told. */
const readSchedules = async (
  http: MicrosoftHttp,
  { asker, people, window }: { asker: string | undefined; people: string[]; window: Window },
): Promise<Map<string, Schedule[]>> => {
  if (asker === undefined) return new Map();
  const questions = batchesOf(people, SCHEDULE_BATCH).flatMap((schedules) =>
    partsOf(window).map((part) => ({ schedules, part })),
  );
  const found: Schedule[] = [];
  // One after the other: all of them are asked of one mailbox, which takes four at a time.
  for (const { schedules, part } of questions) {
    try {
      const { value } = await readAs(http, SchedulesAnswer, {
        method: "calendar.getSchedule",
        path: `/users/${encodeURIComponent(asker)}/calendar/getSchedule`,
        verb: "POST",
        body: { schedules, startTime: utc(part.from), endTime: utc(part.to) },
      });
      found.push(...value);
    } catch (error) {
      calendarError(error);
      found.push(...schedules.map((scheduleId) => ({ scheduleId, error: {} })));
    }
  }
  return Map.groupBy(found, ({ scheduleId }) => scheduleId.toLowerCase());
};

const partsOf = ({ from, to }: Window): Window[] => {
  const parts: Window[] = [];
  for (let start = from; Temporal.Instant.compare(start, to) < 0;) {
    const end = start.add({ hours: SCHEDULE_DAYS * 24 });
    parts.push({ from: start, to: Temporal.Instant.compare(end, to) < 0 ? end : to });
    start = end;
  }
  return parts;
};

const utc = (instant: Temporal.Instant) => ({
  dateTime: instant.toZonedDateTimeISO("UTC").toPlainDateTime().toString(),
  timeZone: "UTC",
});

const combine = (read: {
  mailbox: Mailbox;
  schedules: Schedule[];
  window: Window;
  companyZone: string;
  readAt: Temporal.Instant;
}): CalendarReading => {
  const { mailbox, schedules, window, companyZone, readAt } = read;
  const { email, settings } = mailbox;
  const isTold = schedules.length > 0 && schedules.every(({ error }) => error == null);
  const told = isTold ? schedules : [];
  const scheduleHours = told[0]?.workingHours;
  const zone =
    ianaZoneOf(settings?.timeZone, companyZone) ??
    ianaZoneOf(scheduleHours?.timeZone?.name, companyZone);
  if (zone === undefined || (!("events" in mailbox) && !isTold)) {
    const code = "error" in mailbox ? mailbox.error.code : undefined;
    return { email, readable: false, reason: reasonOf(code), readAt };
  }
  const blocks =
    "events" in mailbox
      ? blocksOfView(mailbox.events, zone, window)
      : told
          .flatMap(blocksOfSchedule)
          .flatMap((block) => clip(block, window))
          .toSorted(byStart);
  const hours = hoursOf(settings?.workingHours, companyZone) ?? hoursOf(scheduleHours, companyZone);
  const service = "microsoft";
  return { email, readable: true, blocks, zone, service, ...(hours && { hours }), readAt };
};

const reasonOf = (code: AppError["code"] | undefined): "not_found" | "denied" | "unavailable" => {
  if (code === "calendar_not_found") return "not_found";
  return code === "calendar_denied" ? "denied" : "unavailable";
};

const readAs = async <Schema extends z.ZodType>(
  http: MicrosoftHttp,
  schema: Schema,
  call: MicrosoftCall,
): Promise<z.infer<Schema>> => parseAs(schema, await http.read(call), call.method);

const parseAs = <Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  method: string,
): z.infer<Schema> => {
  const answer = schema.safeParse(body);
  if (answer.success) return answer.data;
  throw badAnswer(
    method,
    answer.error.issues.map((issue) => issue.path.join(".")),
  );
};

/** What Microsoft or the network did; a bug of ours goes on. */
const calendarError = (thrown: unknown): AppError => {
  const error = asAppError(thrown);
  if (error.fault === "bug") throw error;
  return error;
};
