import { describe, expect, it } from "vitest";
import { MeetingLink, meetingPlaceOf } from "../../../src/domain/video.ts";

const own = (name: string) => `https://meet.example.com/${name}`;
const ada = { email: "ada@example.com", key: false, calendar: "google" as const };
const grace = { email: "grace@example.com", key: true, calendar: "microsoft" as const };
const linked = { email: "linus@example.com", key: false, link: own("linus") };

describe("where a panel meets", () => {
  it("is what comes with the calendar of its key person, when nobody asks for anything", () => {
    expect(meetingPlaceOf([ada, grace], { video: undefined })).toEqual({
      organizer: grace.email,
      video: "teams",
      isVideoFree: true,
    });
    expect(meetingPlaceOf([ada, linked], { video: undefined })).toEqual({
      organizer: ada.email,
      video: "meet",
      isVideoFree: true,
    });
  });

  it("is organized by somebody whose calendar can make it", () => {
    const meet = { organizer: ada.email, video: "meet" };
    expect(meetingPlaceOf([grace, ada], { video: "meet" })).toEqual(meet);
    const teams = { organizer: grace.email, video: "teams" };
    expect(meetingPlaceOf([ada, grace], { video: "teams" })).toEqual(teams);
  });

  it("says in words that nobody can", () => {
    expect(meetingPlaceOf([grace], { video: "meet" })).toEqual({
      fault: "It asks for Google Meet, and nobody of the panel has a calendar at Google.",
    });
    expect(meetingPlaceOf([ada], { video: "teams" })).toEqual({
      fault:
        "It asks for Microsoft Teams, and nobody of the panel has a calendar at Microsoft 365.",
    });
    expect(meetingPlaceOf([ada], { video: "fixed" })).toHaveProperty("fault");
  });

  it("is organized where its room lives", () => {
    const asked = { video: "none" as const, room: { calendar: "google" as const } };
    expect(meetingPlaceOf([grace, ada], asked)).toHaveProperty("organizer", ada.email);
    expect(meetingPlaceOf([grace], asked)).toEqual({
      fault: "Its room lives in another calendar service than everybody of the panel.",
    });
  });

  it("may be anybody's whose home is not known, as in what was stored before", () => {
    const unknown = { email: "old@example.com", key: true };
    expect(meetingPlaceOf([unknown], { video: "teams" })).toHaveProperty("video", "teams");
    expect(meetingPlaceOf([unknown], { video: "meet" })).toHaveProperty("video", "meet");
  });

  it("is its room's link before anybody's own", () => {
    const asked = { video: "fixed" as const, link: own("plan"), room: { link: own("room") } };
    expect(meetingPlaceOf([grace, linked], asked)).toEqual({
      organizer: grace.email,
      video: "fixed",
      videoLink: own("room"),
    });
  });

  it("is a person's own link before the plan's", () => {
    const asked = { video: "fixed" as const, link: own("plan") };
    expect(meetingPlaceOf([grace, linked], asked)).toEqual({
      organizer: linked.email,
      video: "fixed",
      videoLink: own("linus"),
    });
    expect(meetingPlaceOf([ada, grace], asked)).toEqual({
      organizer: grace.email,
      video: "fixed",
      videoLink: own("plan"),
    });
  });

  it.each(["zoom", "none"] as const)("is the key person's, when it is %s", (video) => {
    expect(meetingPlaceOf([ada, grace], { video })).toEqual({ organizer: grace.email, video });
  });
});

describe("a link of a plan", () => {
  it.each([own("room"), "https://zoom.us/my/ada?pwd=abc"])("may be %s", (link) => {
    expect(MeetingLink.parse(link)).toBe(link);
  });
  it.each([
    "http://meet.example.com/room",
    "javascript:alert(1)",
    "meet.example.com/room",
    "https://user:password@meet.example.com/room",
    "https://meet.example.com/a b",
    `https://meet.example.com/${"x".repeat(500)}`,
    "",
  ])("may not be %s", (link) => {
    expect(MeetingLink.safeParse(link).success).toBe(false);
  });
});
