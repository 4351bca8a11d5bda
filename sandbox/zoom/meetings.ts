/** Meetings of the company's Zoom as records, and what Zoom says of them. Source: Zoom Meeting API v2, "Create a meeting",
 * "Get a meeting", "List meetings". */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Person } from "../worlds/types.ts";
import { ZoomRefusal, refusals } from "./errors.ts";

export interface ZoomMeeting {
  id: number;
  uuid: string;
  host: Person;
  topic: string;
  agenda: string;
  startsAt: Temporal.Instant;
  durationMinutes: number;
  zone: string;
  createdAt: Temporal.Instant;
  password: string;
  settings: Record<string, unknown>;
}

const SCHEDULED = 2;
const DEFAULT_DURATION = 60;
const MAX_TOPIC = 200;
const MAX_AGENDA = 2_000;
/** A list tells the beginning of an agenda only. */
const AGENDA_IN_LISTS = 250;

const Fields = z.object({
  topic: z.string().max(MAX_TOPIC).optional(),
  type: z.literal(SCHEDULED).optional(),
  agenda: z.string().max(MAX_AGENDA).optional(),
  start_time: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z?$/)
    .optional(),
  duration: z.int().min(1).max(1_440).optional(),
  timezone: z.string().refine(isKnownZone).optional(),
  settings: z.record(z.string(), z.unknown()).optional(),
});
type Fields = z.output<typeof Fields>;

function isKnownZone(zone: string): boolean {
  try {
    return Temporal.Now.instant().toZonedDateTimeISO(zone).timeZoneId !== "";
  } catch {
    return false;
  }
}

/** What was sent of a meeting. Errors: ZoomRefusal with each field that is wrong. */
export const readFields = (body: unknown): Fields => {
  const parsed = Fields.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  throw refusals.invalid(
    parsed.error.issues.map(({ path }) => ({
      field: path.join("."),
      message: "Invalid field.",
    })),
  );
};

/** Times that end in `Z` are in UTC whatever zone stands beside them; others are local to it. */
const startOf = ({ start_time: start }: Fields, zone: string): Temporal.Instant | undefined => {
  if (start === undefined) return undefined;
  try {
    return start.endsWith("Z")
      ? Temporal.Instant.from(start)
      : Temporal.PlainDateTime.from(start).toZonedDateTime(zone).toInstant();
  } catch {
    throw refusals.invalid([{ field: "start_time", message: "Invalid field." }]);
  }
};

export interface MakeMeeting {
  host: Person;
  fields: Fields;
  now: Temporal.Instant;
  /** Makes the ids: never the same for two. */
  key: string;
}

/** A meeting as it was asked for. Errors: ZoomRefusal. */
export const makeMeeting = ({ host, fields, now, key }: MakeMeeting): ZoomMeeting => {
  const digest = createHash("sha256").update(`zoom meeting ${key}`).digest();
  const zone = fields.timezone ?? host.zone;
  return {
    id: 80_000_000_000 + (digest.readUIntBE(0, 5) % 10_000_000_000),
    uuid: digest.subarray(5, 21).toString("base64"),
    host,
    topic: fields.topic ?? "Zoom Meeting",
    agenda: fields.agenda ?? "",
    startsAt: startOf(fields, zone) ?? now,
    durationMinutes: fields.duration ?? DEFAULT_DURATION,
    zone,
    createdAt: now,
    password: digest.subarray(21, 27).toString("base64url"),
    settings: { ...DEFAULT_SETTINGS, ...fields.settings },
  };
};

/** The meeting with what was sent changed. Errors: ZoomRefusal. */
export const changeMeeting = (meeting: ZoomMeeting, fields: Fields): ZoomMeeting => {
  const zone = fields.timezone ?? meeting.zone;
  return {
    ...meeting,
    zone,
    topic: fields.topic ?? meeting.topic,
    agenda: fields.agenda ?? meeting.agenda,
    startsAt: startOf(fields, zone) ?? meeting.startsAt,
    durationMinutes: fields.duration ?? meeting.durationMinutes,
    settings: { ...meeting.settings, ...fields.settings },
  };
};

const DEFAULT_SETTINGS = {
  host_video: false,
  participant_video: false,
  join_before_host: false,
  jbh_time: 0,
  mute_upon_entry: false,
  waiting_room: true,
  audio: "both",
  auto_recording: "none",
  approval_type: 2,
  email_notification: true,
};

/** When it ends. */
export const endOf = ({ startsAt, durationMinutes }: ZoomMeeting): Temporal.Instant =>
  startsAt.add({ minutes: durationMinutes });

/** Where people join. */
export const joinUrlOf = ({ id, password }: ZoomMeeting): string =>
  `https://lumenharbor.zoom.test/j/${id}?pwd=${password}`;

const seconds = (instant: Temporal.Instant): string => instant.toString({ smallestUnit: "second" });

/** One line of a list. */
export const inList = (meeting: ZoomMeeting) => ({
  uuid: meeting.uuid,
  id: meeting.id,
  host_id: hostIdOf(meeting.host),
  topic: meeting.topic,
  type: SCHEDULED,
  start_time: seconds(meeting.startsAt),
  duration: meeting.durationMinutes,
  timezone: meeting.zone,
  ...(meeting.agenda !== "" && { agenda: meeting.agenda.slice(0, AGENDA_IN_LISTS) }),
  created_at: seconds(meeting.createdAt),
  join_url: joinUrlOf(meeting),
});

/** The whole of it, as its host may see it. */
export const inFull = (meeting: ZoomMeeting) => ({
  ...inList(meeting),
  assistant_id: "",
  host_email: meeting.host.email,
  agenda: meeting.agenda,
  status: "waiting",
  start_url: `https://lumenharbor.zoom.test/s/${meeting.id}?zak=${meeting.password}`,
  password: meeting.password,
  h323_password: String(meeting.id % 1_000_000),
  pstn_password: String(meeting.id % 1_000_000),
  encrypted_password: meeting.password,
  settings: meeting.settings,
  pre_schedule: false,
});

/** Zoom's own id of a user. */
export const hostIdOf = ({ userId }: Person): string =>
  createHash("sha256").update(`zoom user ${userId}`).digest("base64url").slice(0, 22);

/** The number in a path. Errors: ZoomRefusal when it is none. */
export const idInPath = (text: string): number => {
  if (/^\d{9,11}$/.test(text)) return Number(text);
  throw new ZoomRefusal(400, 300, { message: "Invalid meeting id." });
};
