/** Where people meet on a screen: which kinds of video there are, and what each needs of the panel. Pure. */
import { z } from "zod";
import type { CalendarService } from "./calendar.ts";

/** meet and teams come with the event, of a Google or a Microsoft calendar; zoom is made beside it; fixed is a link that is
 * always the same. */
export const Video = z.enum(["meet", "teams", "zoom", "fixed", "none"]);
export type Video = z.infer<typeof Video>;

/** Whether a link can stand wherever people follow it: in a page, a mail, a calendar file. */
export const isMeetingLink = (link: string): boolean => {
  const url = /^https:\/\/[^\s<>"]+$/.test(link) && URL.canParse(link) ? new URL(link) : null;
  return url !== null && url.username + url.password === "";
};

/** A link that somebody of the company wrote into a plan: never one out of a text that was read. */
export const MeetingLink = z
  .url({ protocol: /^https$/, error: "must be an https address", abort: true })
  .max(500)
  .refine(
    isMeetingLink,
    "must be an https address such as https://meet.example.com/room, without user and password",
  );

/** A link that a calendar service gave, if it is one. */
export const meetingLinkOf = (link: string | null | undefined): string | null =>
  link && isMeetingLink(link) ? link : null;

/** What a kind is called. */
export const VIDEO_NAMES: Record<Exclude<Video, "fixed" | "none">, string> = {
  meet: "Google Meet",
  teams: "Microsoft Teams",
  zoom: "Zoom",
};

/** Somebody of a panel, as far as it decides where it meets. */
export interface PossibleHost {
  email: string;
  key: boolean;
  calendar?: CalendarService | undefined;
  link?: string | undefined;
  /** Has no account at Zoom. */
  zoom?: false | undefined;
}

/** What a plan asks for, and the room that was found. */
export interface AskedVideo {
  /** Where it takes place. A room answers invitations of its own calendar service alone; with a link of its own, that is where
   * the session meets. */
  room?: { calendar?: CalendarService | undefined; link?: string | undefined } | undefined;
  /** Undefined: whatever comes with the organizer's calendar. */
  video: Video | undefined;
  /** Used when nobody of the panel has a link of their own. */
  link?: string | undefined;
}

/** Whose calendar holds the event, and where it meets. */
export interface MeetingPlace {
  organizer: string;
  video: Video;
  videoLink?: string;
  /** Nobody asked for a kind: with other people it may be another. */
  isVideoFree?: true;
}

/** The panel's meeting place: of those who can host what is asked, the first key person, else the first. Shape: `{fault}`, in
 * words, when nobody can. */
export const meetingPlaceOf = (
  panel: readonly PossibleHost[],
  { video, link, room }: AskedVideo,
): MeetingPlace | { fault: string } => {
  const roomAt = room?.calendar;
  const inTurn = [...panel.filter(({ key }) => key), ...panel.filter(({ key }) => !key)].filter(
    ({ calendar }) => roomAt === undefined || (calendar ?? roomAt) === roomAt,
  );
  const [first] = inTurn;
  if (panel.length === 0) throw new Error("a session without anybody");
  if (!first) {
    return { fault: "Its room lives in another calendar service than everybody of the panel." };
  }
  switch (video) {
    case undefined: {
      const own = first.calendar === "microsoft" ? "teams" : "meet";
      return { organizer: first.email, video: own, isVideoFree: true };
    }
    case "none":
      return { organizer: first.email, video };
    case "zoom": {
      const host = inTurn.find(({ zoom }) => zoom !== false);
      return host ? { organizer: host.email, video } : { fault: NOBODY_AT_ZOOM };
    }
    case "fixed": {
      const ofRoom = room?.link;
      const host = (ofRoom ? undefined : inTurn.find((one) => one.link !== undefined)) ?? first;
      const videoLink = ofRoom ?? host.link ?? link;
      return videoLink === undefined
        ? {
            fault:
              "It asks for a fixed video link, and neither its room nor anybody of the panel has one.",
          }
        : { organizer: host.email, video, videoLink };
    }
    case "meet":
    case "teams": {
      const service = SERVICE[video];
      const host = inTurn.find(({ calendar }) => (calendar ?? service) === service);
      return host ? { organizer: host.email, video } : { fault: nobodyHas(video) };
    }
  }
};

const NOBODY_AT_ZOOM =
  "It asks for Zoom, and nobody of the panel has an account there: add one of them to your Zoom account, or choose another kind of video in the plan.";

const SERVICE = { meet: "google", teams: "microsoft" } as const;

const CALENDARS = { meet: "Google", teams: "Microsoft 365" } as const;

const nobodyHas = (video: "meet" | "teams"): string =>
  `It asks for ${VIDEO_NAMES[video]}, and nobody of the panel has a calendar at ${CALENDARS[video]}.`;
