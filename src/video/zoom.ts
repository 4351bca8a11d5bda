/** Meetings of one Zoom account, by a server-to-server app. Zoom has no idempotency key: our effect id stands at the
 * beginning of a meeting's agenda, which lists tell, and meetings are listed before a second attempt.
 * Source: Zoom Meeting API v2. */
import { z } from "zod";
import { AppError } from "../domain/errors.ts";
import type { Clock } from "../domain/time.ts";
import type { NewVideoMeeting, VideoMeeting, VideoReader, VideoWriter } from "./port.ts";
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
      look: async () => await look(http),
    },
    writer: {
      createMeeting: async (host, meeting) => await createMeeting(http, host, meeting),
      deleteMeeting: async (id) => await deleteMeeting(http, id),
    },
  };
};

/** A list tells no more than 250 characters of an agenda: the id comes first. */
const agendaOf = (effectId: string): string => `${effectId} · booked by Convene`;

const isOf = (agenda: string | undefined, effectId: string): boolean =>
  agenda?.split(/\s/)[0] === effectId;

const Meeting = z.object({
  id: z.union([z.int(), z.string().min(1)]),
  topic: z.string().default(""),
  agenda: z.string().optional(),
  start_time: z.string().optional(),
  duration: z.number().optional(),
  join_url: z.url({ protocol: /^https$/ }),
});

const Page = z.object({
  next_page_token: z.string().optional(),
  meetings: z.array(z.unknown()),
});

/** Undefined when it is not what Zoom documents of a meeting at one time. */
const toMeeting = (answer: unknown): (VideoMeeting & { agenda: string }) | undefined => {
  const { data } = Meeting.safeParse(answer);
  const startsAt = instantOf(data?.start_time);
  if (!data || !startsAt || data.duration === undefined) return undefined;
  return {
    id: String(data.id),
    topic: data.topic,
    agenda: data.agenda ?? "",
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
        return meeting && isOf(meeting.agenda, effectId) ? [meeting] : [];
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
    const isStranger = thrown instanceof AppError && thrown.code === "video_rejected";
    if (isStranger) return { meetings: [] };
    throw thrown;
  }
};

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

const deleteMeeting = async (http: ZoomHttp, id: string): Promise<void> => {
  try {
    await http.write({
      method: "meetings.delete",
      verb: "DELETE",
      path: `/meetings/${encodeURIComponent(id)}`,
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
