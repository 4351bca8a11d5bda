/** Busy time from two sources: each person's own view tells the kinds and what was not answered; `getSchedule`, asked for
 * 20 people at a time, tells of those whose mailbox we may not open, and of hours that the settings do not tell. */
import type { z } from "zod";
import type { CalendarReading } from "../domain/calendar.ts";
import { AppError, asAppError } from "../domain/errors.ts";
import type { Clock } from "../domain/time.ts";
import { type Window, byStart, uncoveredBlocks } from "./blocks.ts";
import { isTokenFault } from "./exchange.ts";
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
    const people = [...new Set(emails)];
    const mailboxes = await mapLimited(
      people,
      async (email) => await readMailbox(http, email, window),
    );
    const schedules = await readSchedules(http, { asker: askerAmong(mailboxes), people, window });
    const readings = mailboxes.map((mailbox) =>
      combine({
        mailbox,
        schedules: schedules.get(mailbox.email.toLowerCase()) ?? [],
        window,
        companyZone,
        readAt: clock.now(),
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

const readMailbox = async (
  http: MicrosoftHttp,
  email: string,
  window: Window,
): Promise<Mailbox> => {
  try {
    const events = await readView(http, email, window);
    return { email, events, settings: await readSettings(http, email) };
  } catch (thrown) {
    const error = calendarError(thrown);
    // Without a token nothing can be read of anybody; without a mailbox it has no settings.
    const isHopeless = isTokenFault(error) || error.code === "calendar_not_found";
    return { email, error, settings: isHopeless ? null : await readSettings(http, email) };
  }
};

const readView = async (
  http: MicrosoftHttp,
  email: string,
  { from, to }: Window,
): Promise<ViewPage["value"]> => {
  const method = "calendarView.list";
  const events: ViewPage["value"] = [];
  let call: MicrosoftCall = {
    method,
    path: `/users/${encodeURIComponent(email)}/calendarView`,
    query: {
      startDateTime: from.toString(),
      endDateTime: to.toString(),
      $top: PAGE_SIZE,
      $select: VIEW_FIELDS,
      $expand: EXPAND_OURS,
    },
  };
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const page: ViewPage = await readAs(http, ViewPage, call);
    events.push(...page.value);
    const link = page["@odata.nextLink"];
    if (link === undefined) return events;
    const path = http.pathOf(link);
    if (path === undefined) break;
    call = { method, path };
  }
  throw badAnswer(method, ["@odata.nextLink"]);
};

/** Null when they cannot be read: schedules may tell the same. */
const readSettings = async (http: MicrosoftHttp, email: string): Promise<Settings | null> => {
  try {
    return await readAs(http, SettingsAnswer, {
      method: "mailboxSettings.get",
      path: `/users/${encodeURIComponent(email)}/mailboxSettings`,
      query: { $select: "timeZone,workingHours" },
    });
  } catch (error) {
    calendarError(error);
    return null;
  }
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
  const answers = await mapLimited(questions, async ({ schedules, part }) => {
    try {
      return await readAs(http, SchedulesAnswer, {
        method: "calendar.getSchedule",
        path: `/users/${encodeURIComponent(asker)}/calendar/getSchedule`,
        verb: "POST",
        body: { schedules, startTime: utc(part.from), endTime: utc(part.to) },
      });
    } catch (error) {
      calendarError(error);
      return { value: schedules.map((scheduleId) => ({ scheduleId, error: {} })) };
    }
  });
  return Map.groupBy(
    answers.flatMap(({ value }) => value),
    ({ scheduleId }) => scheduleId.toLowerCase(),
  );
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
  const known = "events" in mailbox ? blocksOfView(mailbox.events, zone, window) : [];
  const more = uncoveredBlocks(told.flatMap(blocksOfSchedule), known, window);
  const hours = hoursOf(settings?.workingHours, companyZone) ?? hoursOf(scheduleHours, companyZone);
  const blocks = [...known, ...more].toSorted(byStart);
  return { email, readable: true, blocks, zone, ...(hours && { hours }), readAt };
};

const reasonOf = (code: AppError["code"] | undefined): "not_found" | "denied" | "unavailable" => {
  if (code === "calendar_not_found") return "not_found";
  return code === "calendar_denied" ? "denied" : "unavailable";
};

const readAs = async <Schema extends z.ZodType>(
  http: MicrosoftHttp,
  schema: Schema,
  call: MicrosoftCall,
): Promise<z.infer<Schema>> => {
  const answer = schema.safeParse(await http.read(call));
  if (answer.success) return answer.data;
  throw badAnswer(
    call.method,
    answer.error.issues.map((issue) => issue.path.join(".")),
  );
};

/** What Microsoft or the network did; a bug of ours goes on. */
const calendarError = (thrown: unknown): AppError => {
  const error = asAppError(thrown);
  if (error.fault === "bug") throw error;
  return error;
};
