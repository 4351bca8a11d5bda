/** Meetings of one Zoom account, by a server-to-server app. Zoom has no idempotency key: our effect id stands at the
 * beginning of a meeting's agenda, which lists tell, and meetings are listed before a second attempt.
 * Source: Zoom Meeting API v2. */
import { z } from "zod";
import { AppError } from "../domain/errors.ts";
import type { Clock } from "../domain/time.ts";
import { MeetingLink } from "../domain/video.ts";
import type {
  NewVideoMeeting,
  VideoMeeting,
  VideoMeetingUpdate,
  VideoReader,
  VideoWriter,
} from "./port.ts";
import { badAnswer, unknownOutcome } from "./zoom-errors.ts";
import { type ZoomHttp, createZoomHttp } from "./zoom-http.ts";
import { type ZoomApp, createZoomTokens } from "./zoom-tokens.ts";

export interface ZoomOptions {
  /** `https://api.zoom.us/v2` or the sandbox company's. */
  apiUrl: string;
  /** `https://zoom.us` or the sandbox company's. */
  loginUrl: string;
  app: ZoomApp;
  clock: Clock;
  /** For one request, in milliseconds. Default 15,000. */
  timeoutMs?: number;
  /** Asked just before something of the writer's leaves: rejects to keep it back. */
  mayWrite?: () => Promise<void>;
}

/** Both go to effects alone. */
export const createZoom = (options: ZoomOptions): { reader: VideoReader; writer: VideoWriter } => {
  const { app, clock, timeoutMs = 15_000 } = options;
  const loginUrl = options.loginUrl.replace(/\/+$/, "");
  const http = createZoomHttp({
    apiUrl: options.apiUrl.replace(/\/+$/, ""),
    tokens: createZoomTokens({ loginUrl, app, clock, timeoutMs }),
    clock,
    timeoutMs,
    mayWrite: options.mayWrite,
  });
  return {
    reader: {
      findMeetings: async (host, effectId) => await findMeetings(http, host, effectId),
      hasAccount: createHasAccount(http, clock),
      getMeeting: async (id) => await getMeeting(http, id),
      look: async () => await look(http),
    },
    writer: {
      createMeeting: async (host, meeting) => await createMeeting(http, host, meeting),
      updateMeeting: async (meeting) => await updateMeeting(http, meeting),
      deleteMeeting: async (id) => await deleteMeeting(http, id),
    },
  };
};

/** A list tells no more than 250 characters of an agenda: the id comes first. */
const agendaOf = (effectId: string): string => `${effectId} · booked by Convene`;

const effectOf = (agenda: string | undefined): string | null => agenda?.split(/\s/)[0] || null;

/** Zoom's longest meeting. */
const MOST_MINUTES = 30 * 60;

const Meeting = z.object({
  // It becomes part of an address.
  id: z.union([z.int().min(1), z.string().regex(/^\d{1,20}$/)]),
  topic: z.string().default(""),
  agenda: z.string().optional(),
  start_time: z.string().optional(),
  duration: z.int().min(1).max(MOST_MINUTES).optional(),
  join_url: MeetingLink,
});

const Page = z.object({
  next_page_token: z.string().optional(),
  meetings: z.array(z.unknown()),
});

/** Undefined when it is not what Zoom documents of a meeting at one time. */
const toMeeting = (answer: unknown): VideoMeeting | undefined => {
  const { data } = Meeting.safeParse(answer);
  const startsAt = instantOf(data?.start_time);
  if (!data || !startsAt || data.duration === undefined) return undefined;
  return {
    id: String(data.id),
    topic: data.topic,
    effectId: effectOf(data.agenda),
    startsAt,
    durationMinutes: data.duration,
    joinUrl: data.join_url,
  };
};

const instantOf = (text: string | undefined): Temporal.Instant | undefined => {
  try {
    return text === undefined ? undefined : Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
};

const meetingsPath = (host: string): string => `/users/${encodeURIComponent(host)}/meetings`;

/** More pages than anybody has meetings: a token that never ends must not hold us for ever. */
const MOST_PAGES = 50;

const findMeetings = async (
  http: ZoomHttp,
  host: string,
  effectId: string,
): Promise<VideoMeeting[]> => {
  const found: VideoMeeting[] = [];
  let token: string | undefined = "";
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const read = await readPage(http, host, token);
    found.push(
      ...read.meetings.flatMap((one) => {
        const meeting = toMeeting(one);
        return meeting?.effectId === effectId ? [meeting] : [];
      }),
    );
    token = read.next_page_token;
    if (!token) return found;
  }
  throw badAnswer("meetings.list", ["next_page_token"]);
};

/** A host without an account has no meetings. */
const readPage = async (
  http: ZoomHttp,
  host: string,
  token: string,
): Promise<z.output<typeof Page>> => {
  const method = "meetings.list";
  const query = {
    type: "scheduled",
    page_size: "300",
    ...(token !== "" && { next_page_token: token }),
  };
  try {
    const page = Page.safeParse(await http.read({ method, path: meetingsPath(host), query }));
    if (page.success) return page.data;
    throw badAnswer(
      method,
      page.error.issues.map(({ path }) => path.join(".")),
    );
  } catch (thrown) {
    if (isStranger(thrown)) return { meetings: [] };
    throw thrown;
  }
};

const isStranger = (thrown: unknown): boolean =>
  thrown instanceof AppError && thrown.code === "video_rejected";

const ACCOUNT_LASTS = { hours: 1 };

/** By the list of their meetings, which we may read anyway: a scope for users would be one more. */
const createHasAccount = (http: ZoomHttp, clock: Clock): VideoReader["hasAccount"] => {
  const known = new Map<string, Temporal.Instant>();
  return async (host) => {
    const until = known.get(host);
    if (until && Temporal.Instant.compare(clock.now(), until) < 0) return true;
    const query = { type: "scheduled", page_size: "1" };
    try {
      await http.read({ method: "meetings.list", path: meetingsPath(host), query });
    } catch (thrown) {
      if (isStranger(thrown)) return false;
      throw thrown;
    }
    known.set(host, clock.now().add(ACCOUNT_LASTS));
    return true;
  };
};

const getMeeting = async (http: ZoomHttp, id: string): Promise<VideoMeeting | null> => {
  const method = "meetings.get";
  try {
    const meeting = toMeeting(await http.read({ method, path: meetingPath(id) }));
    if (meeting) return meeting;
    throw badAnswer(method, ["meeting"]);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "video_not_found") return null;
    throw thrown;
  }
};

const meetingPath = (id: string): string => `/meetings/${encodeURIComponent(id)}`;

const createMeeting = async (
  http: ZoomHttp,
  host: string,
  meeting: NewVideoMeeting,
): Promise<VideoMeeting> => {
  const method = "meetings.create";
  const answer = await http.write({
    method,
    verb: "POST",
    path: meetingsPath(host),
    body: {
      topic: meeting.topic,
      type: SCHEDULED,
      agenda: agendaOf(meeting.effectId),
      start_time: meeting.startsAt.toString({ smallestUnit: "second" }),
      duration: meeting.durationMinutes,
      timezone: meeting.zone,
      // The panel may begin although the host is ill or late.
      settings: { join_before_host: true, jbh_time: 10, waiting_room: false },
    },
  });
  const made = toMeeting(answer);
  if (!made) throw unknownOutcome(method, "the answer cannot be read");
  return made;
};

const SCHEDULED = 2;

/** What is not sent stays as it is. Zoom answers without a body. */
const updateMeeting = async (http: ZoomHttp, meeting: VideoMeetingUpdate): Promise<void> => {
  await http.write({
    method: "meetings.update",
    verb: "PATCH",
    path: meetingPath(meeting.id),
    body: {
      agenda: agendaOf(meeting.effectId),
      start_time: meeting.startsAt.toString({ smallestUnit: "second" }),
      duration: meeting.durationMinutes,
      timezone: meeting.zone,
    },
  });
};

const deleteMeeting = async (http: ZoomHttp, id: string): Promise<void> => {
  try {
    await http.write({
      method: "meetings.delete",
      verb: "DELETE",
      path: meetingPath(id),
    });
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== "video_not_found") throw thrown;
  }
};

/** A meeting that nobody has: Zoom answers that it is not there to whoever may ask. */
const look = async (http: ZoomHttp): Promise<void> => {
  try {
    await http.read({ method: "meetings.get", path: "/meetings/99999999999" });
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== "video_not_found") throw thrown;
  }
};
