/** What a brief says of the one before. */
import { describe, expect, it } from "vitest";
import { changesSince, newToRead, proposeBrief } from "../../../agents/briefing/propose.ts";
import { viewOf } from "../../../src/briefs/view.ts";
import type { BriefedSession } from "../../../src/domain/brief.ts";
import { usualBrief } from "../../support/briefs.ts";

const { session } = usualBrief();
const video: BriefedSession = {
  ...session,
  format: "video",
  room: null,
  videoUrl: "https://meet.google.test/abc",
};
const phone: BriefedSession = { ...video, format: "phone", videoUrl: null };
const onSite: BriefedSession = { ...video, format: "onsite", room: "Oak", videoUrl: null };

it.each<[string, BriefedSession, BriefedSession, string[]]>([
  ["nothing", video, video, []],
  ["video to phone", video, phone, ["It is by phone now."]],
  ["phone to video", phone, video, ["It is by video now."]],
  ["video to a room", video, onSite, ["It is on site now.", "The room is Oak now."]],
  ["a room to video", onSite, video, ["It is by video now.", "It has no room any more."]],
  ["on site to video in the room", onSite, { ...video, room: "Oak" }, ["It is by video now."]],
  ["another room", onSite, { ...onSite, room: "Elm" }, ["The room is Elm now."]],
  [
    "another link",
    video,
    { ...video, videoUrl: "https://meet.google.test/xyz" },
    ["The video link is another one."],
  ],
  ["no link", video, { ...video, videoUrl: null }, ["It has no video link any more."]],
])("says of %s just that", (_, before, now, says) => {
  expect(changesSince(before, now, "Europe/Lisbon")).toEqual(says);
});

it.each([
  [
    "2026-11-24T15:00:00Z",
    "2026-11-24T15:45:00Z",
    "It is 15:00–15:45 instead of 14:00–14:45 (Lisbon time).",
  ],
  [
    "2026-11-24T14:00:00Z",
    "2026-11-24T15:00:00Z",
    "It is 14:00–15:00 instead of 14:00–14:45 (Lisbon time).",
  ],
  [
    "2026-11-25T09:00:00Z",
    "2026-11-25T09:45:00Z",
    "It is Wednesday 25 November 2026, 09:00–09:45 instead of Tuesday 24 November 2026, 14:00–14:45 (Lisbon time).",
  ],
])("says which time it is now: %s", (startsAt, endsAt, says) => {
  const before = { ...video, startsAt: "2026-11-24T14:00:00Z", endsAt: "2026-11-24T14:45:00Z" };
  expect(changesSince(before, { ...video, startsAt, endsAt }, "Europe/Lisbon")).toEqual([says]);
});

it("says that the questions or the resume are other ones", () => {
  const { brief } = usualBrief();
  const [first, ...others] = brief.questions;
  if (!first) throw new Error("no question");
  const questions = [{ ...first, text: "What did you build last?" }, ...others];
  const documents = [...brief.documents, { id: "resume/new", title: "Resume (PDF)", url: null }];
  expect(newToRead(brief, { ...brief, questions })).toEqual([
    "The questions to ask are other ones.",
  ]);
  expect(newToRead(brief, { ...brief, documents })).toEqual(["There is another resume."]);
  expect(newToRead(brief, { ...brief, highlights: [] })).toEqual([]);
});

it("tells who is new of the interview, not of what was before", () => {
  const brief = { ...usualBrief(), changes: ["The time is another one."] };
  const [reader] = brief.readers;
  if (!reader) throw new Error("no reader");
  const links = { page: null, own: null, lever: "https://lever.test", job: null, video: null };
  expect(viewOf(brief, reader, links).changes).toEqual(brief.changes);
  expect(viewOf(brief, { ...reader, isFirst: true }, links).changes).toEqual([]);
});

describe("a brief of which nothing is new", () => {
  const before = usualBrief();
  const { brief, caseId, readers: sent, session: was, of, ...booking } = before;
  const drafted = { brief, agenda: was.agenda, own: {} };
  const propose = (how: { isLately: boolean; isAsked: boolean; readers?: typeof sent }) =>
    proposeBrief(
      drafted,
      {
        session: {
          session: was,
          readers: (how.readers ?? sent).map((reader) => ({ reader, feedback: [] })),
          before,
          isLately: how.isLately,
        },
        gathered: {
          booking: { ...booking, proposalId: of, planId: "plan" },
          isForOne: false,
          isAsked: how.isAsked,
          missing: [],
        },
      },
      { case_: { id: caseId }, companyZone: "Europe/Lisbon" },
    );

  it("goes to nobody again within a day", () => {
    expect(propose({ isLately: true, isAsked: false })).toBeNull();
  });

  it("goes when the one before was asked for days ahead, and says that the interview is soon", () => {
    expect(propose({ isLately: false, isAsked: false })).toMatchObject({
      payload: { kind: "send_brief", changes: [] },
      context: { reason: "The interview is soon." },
    });
  });

  it("goes whenever somebody asks", () => {
    expect(propose({ isLately: true, isAsked: true })).toMatchObject({
      context: { reason: "Somebody asked for it." },
    });
  });

  it("goes to who has not had it", () => {
    const [first] = sent;
    if (!first) throw new Error("no reader");
    const readers = [...sent, { ...first, email: "new@example.com", name: "New" }];
    expect(propose({ isLately: true, isAsked: false, readers })).not.toBeNull();
  });
});
