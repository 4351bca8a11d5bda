import { jurisdictionsOf } from "../../../src/domain/jurisdiction.ts";
import { describe, expect, it } from "vitest";
import { ZodError } from "zod";
import { UserId } from "../../../src/domain/ids.ts";
import { mapNewPanel } from "../../../src/lever/map-new-panel.ts";
import {
  mapFeedbackForm,
  mapNoteReceipt,
  mapOpportunity,
  mapPanel,
  mapPosting,
  mapUser,
} from "../../../src/lever/map.ts";

const now = Temporal.Instant.from("2026-11-23T09:00:00Z");
const options = { now, webUrl: null };

const application = {
  id: "app-1",
  posting: "posting-1",
  archived: null,
  timezone: "Europe/Lisbon",
  ipAddress: "192.0.2.1",
};

const opportunity = {
  id: "opp-1",
  contact: "contact-1",
  name: "Ada Example",
  headline: "Example Works",
  emails: ["ada@example.test"],
  links: ["https://www.linkedin.example/ada"],
  stage: "applicant-new",
  stageChanges: [
    { toStageId: "lead-new", toStageIndex: 0, userId: "user-1" },
    { toStageId: "applicant-new", toStageIndex: 1, updatedAt: 1_700_000_000_000 },
  ],
  owner: "user-1",
  followers: ["user-1", { id: "user-2" }, null],
  applications: [application],
  archived: null,
  confidentiality: "non-confidential",
  isAnonymized: false,
  dataProtection: null,
  urls: {
    list: "https://hire.lever.co/candidates",
    show: "https://hire.lever.co/candidates/opp-1",
  },
  aFieldThatLeverAddedYesterday: { deep: true },
};

const mapped = (change: Record<string, unknown>) =>
  mapOpportunity({ ...opportunity, ...change }, options);

describe("an opportunity", () => {
  it("is mapped with its application's posting and zone, foreign text quoted with its place", () => {
    expect(mapOpportunity(opportunity, options)).toEqual({
      id: "opp-1",
      contactId: "contact-1",
      name: { quoted: "Ada Example", source: { system: "lever", ref: "opportunity/opp-1#name" } },
      headline: {
        quoted: "Example Works",
        source: { system: "lever", ref: "opportunity/opp-1#headline" },
      },
      emails: ["ada@example.test"],
      stageId: "applicant-new",
      stageChanges: [
        { toStageId: "lead-new", at: null, by: "user-1" },
        {
          toStageId: "applicant-new",
          at: Temporal.Instant.fromEpochMilliseconds(1_700_000_000_000),
          by: null,
        },
      ],
      postingId: "posting-1",
      applicationIds: ["app-1"],
      ownerId: "user-1",
      followerIds: ["user-1", "user-2"],
      archivedAt: null,
      contactAllowed: true,
      confidential: false,
      isAnonymized: false,
      applicationZone: "Europe/Lisbon",
      links: ["https://www.linkedin.example/ada"],
      url: "https://hire.lever.co/candidates/opp-1",
    });
  });

  it("may lack everything but its id, contact and stage", () => {
    const bare = { id: "opp-1", contact: "contact-1", stage: "offer" };
    expect(mapOpportunity(bare, options)).toMatchObject({
      name: { quoted: "" },
      stageChanges: [],
      emails: [],
      postingId: null,
      ownerId: null,
      archivedAt: null,
      contactAllowed: true,
      applicationZone: null,
      url: null,
    });
    const nulls = Object.fromEntries(Object.keys(opportunity).map((field) => [field, null]));
    expect(mapOpportunity({ ...nulls, ...bare }, options)).toMatchObject({ emails: [] });
  });

  it("may carry objects where ids stand, as expand gives them", () => {
    const expanded = mapped({
      contact: { id: "contact-9" },
      stage: { id: "stage-9", text: "Onsite" },
      owner: { id: "user-9" },
      applications: [{ ...application, posting: { id: "posting-9" } }],
    });
    expect(expanded).toMatchObject({
      contactId: "contact-9",
      stageId: "stage-9",
      ownerId: "user-9",
      postingId: "posting-9",
    });
  });

  it("has no posting when its applications are ids alone, or name none", () => {
    expect(mapped({ applications: ["app-1"] })).toMatchObject({
      postingId: null,
      applicationIds: ["app-1"],
    });
    expect(mapped({ applications: [{ id: "app-1", posting: null }] }).postingId).toBeNull();
  });

  it("follows the application that is not archived", () => {
    const old = { ...application, id: "app-0", posting: "posting-0", archived: { archivedAt: 1 } };
    expect(mapped({ applications: [old, application] }).postingId).toBe("posting-1");
    expect(mapped({ applications: [old] }).postingId).toBe("posting-0");
  });

  it("drops a zone that does not exist", () => {
    expect(mapped({ applications: [{ ...application, timezone: "Mars/Olympus" }] })).toMatchObject({
      applicationZone: null,
    });
  });

  it.each([
    ["an object", { archived: { reason: "r", archivedAt: 1_786_000_000_000 } }],
    ["an object with the time as text", { archived: { archivedAt: "1786000000000" } }],
    ["flat fields", { archived: undefined, archivedAt: 1_786_000_000_000, archiveReason: "r" }],
  ])("is archived when Lever says so by %s", (_, change) => {
    expect(mapped(change).archivedAt?.toString()).toBe("2026-08-06T07:06:40Z");
  });

  it.each([
    ["an object without a time", { archived: { reason: "r" } }],
    ["a reason alone", { archived: undefined, archiveReason: "r" }],
    ["true", { archived: true }],
  ])("is archived, nobody knows when, by %s", (_, change) => {
    expect(mapped(change).archivedAt?.epochMilliseconds).toBe(0);
  });

  it("must not be contacted when consent is refused or has ended", () => {
    const consent = (contact: unknown) => mapped({ dataProtection: { contact } }).contactAllowed;
    expect(consent({ allowed: false })).toBe(false);
    expect(consent({ allowed: true, expiresAt: now.epochMilliseconds })).toBe(false);
    expect(consent({ allowed: true, expiresAt: now.epochMilliseconds + 1 })).toBe(true);
    expect(consent({ allowed: true, expiresAt: null })).toBe(true);
    expect(consent(null)).toBe(true);
  });

  it("gets a link from the web application's address when Lever gives none, or one that is no link", () => {
    const withWeb = { now, webUrl: "https://hire.lever.co" };
    const url = (urls: unknown) => mapOpportunity({ ...opportunity, urls }, withWeb).url;
    expect(url(null)).toBe("https://hire.lever.co/candidates/opp-1");
    expect(url({ show: "javascript:alert(1)" })).toBe("https://hire.lever.co/candidates/opp-1");
  });

  it("is refused without an id, a contact or a stage", () => {
    for (const field of ["id", "contact", "stage"]) {
      expect(() => mapped({ [field]: undefined })).toThrow(ZodError);
    }
  });
});

describe("a posting", () => {
  it("is mapped with a plain description of body, lists and closing", () => {
    const posting = mapPosting({
      id: "posting-1",
      text: "Engineer",
      owner: { id: "user-2" },
      user: "user-1",
      hiringManager: null,
      country: "PT",
      categories: { team: "Platform", department: "", location: "Lisbon", level: null },
      content: {
        description: "Build it.",
        lists: [{ text: "You will", content: "<li>write &amp; read</li><li>test</li>" }],
        closing: " Bye. ",
      },
      urls: { show: "https://hire.lever.co/postings/posting-1" },
    });
    expect(posting).toMatchObject({
      title: "Engineer",
      team: "Platform",
      department: null,
      ownerId: "user-2",
      hiringManagerId: null,
      country: "PT",
    });
    expect(posting.description.quoted).toBe(
      "Build it.\n\nYou will\n- write & read\n- test\n\nBye.",
    );
  });

  it("is everywhere where Lever says that it is remote", () => {
    const boston = {
      id: "p",
      text: "T",
      categories: { location: "Boston, MA", allLocations: ["Boston, MA", "Austin, TX"] },
      country: "US",
    };
    const remote = mapPosting({ ...boston, workplaceType: "remote" });
    expect(remote.otherLocations).toEqual(["Austin, TX", "Remote"]);
    expect(jurisdictionsOf(remote)).toContain("us-nyc");
    expect(jurisdictionsOf(mapPosting({ ...boston, workplaceType: "hybrid" }))).toEqual([]);
  });

  it("is owned by its creator when it has no owner, and may have no content", () => {
    const posting = mapPosting({ id: "p", text: "T", user: "user-1", owner: null });
    expect(posting).toMatchObject({ ownerId: "user-1", description: { quoted: "" }, url: null });
  });
});

describe("a user", () => {
  it("is deactivated when Lever says since when", () => {
    const user = { id: "u", name: "Ira", email: "ira@example.test", username: "ira" };
    expect(mapUser({ ...user, deactivatedAt: null })).toEqual({
      ...user,
      createdAt: null,
      deactivated: false,
    });
    const since = mapUser({ ...user, createdAt: 1_786_000_000_000 }).createdAt;
    expect(since?.epochMilliseconds).toBe(1_786_000_000_000);
    expect(mapUser({ ...user, deactivatedAt: "1786000000000" }).deactivated).toBe(true);
  });
});

const interview = {
  id: "int-1",
  subject: "System design",
  date: 1_786_435_200_000,
  duration: 60,
  location: "https://meet.example.test/abc",
  interviewers: [{ id: "user-3", name: "Ira", feedbackTemplate: "tpl-1", responseStatus: "x" }],
};

describe("a panel", () => {
  it("is mapped with instants and minutes", () => {
    const panel = mapPanel({
      id: "panel-1",
      externallyManaged: true,
      externalUrl: "https://convene.example.test/cases/c",
      canceledAt: null,
      interviews: [interview],
    });
    expect(panel.interviews[0]).toEqual({
      id: "int-1",
      subject: "System design",
      startsAt: Temporal.Instant.from("2026-08-11T08:00:00Z"),
      durationMinutes: 60,
      note: { quoted: "", source: { system: "lever", ref: "interview/int-1#note" } },
      location: "https://meet.example.test/abc",
      feedbackTemplateId: null,
      leverReminds: true,
      canceledAt: null,
      interviewers: [{ userId: "user-3", feedbackTemplateId: "tpl-1" }],
    });
    expect(panel.canceledAt).toBeNull();
  });

  it("says whether Lever itself reminds: by its interview, else by the panel, and in doubt it does", () => {
    const remindsOf = (ofInterview: string | null, ofPanel?: string | null) =>
      mapPanel({
        id: "panel-1",
        feedbackReminder: ofPanel,
        interviews: [{ ...interview, feedbackReminder: ofInterview }],
      }).interviews[0]?.leverReminds;
    expect([remindsOf("none", "daily"), remindsOf("once", "none")]).toEqual([false, true]);
    expect([remindsOf(null, "none"), remindsOf(null, "daily")]).toEqual([false, true]);
    expect([remindsOf(null), remindsOf("", null)]).toEqual([true, true]);
  });

  it("keeps when an interview of it was cancelled", () => {
    const panel = mapPanel({
      id: "panel-1",
      interviews: [{ ...interview, canceledAt: 1_786_000_000_000 }],
    });
    expect(panel.interviews[0]?.canceledAt?.epochMilliseconds).toBe(1_786_000_000_000);
  });

  it("may have numbers as text and nulls where texts stand", () => {
    const panel = mapPanel({
      id: "panel-1",
      canceledAt: "1786000000000",
      interviews: [
        {
          ...interview,
          subject: null,
          location: null,
          date: "1786435200000",
          duration: "45",
          interviewers: [{ id: "user-3", feedbackTemplate: null }],
        },
      ],
    });
    expect(panel.externallyManaged).toBe(false);
    expect(panel.canceledAt?.epochMilliseconds).toBe(1_786_000_000_000);
    expect(panel.interviews[0]).toMatchObject({
      subject: "",
      location: "",
      durationMinutes: 45,
      interviewers: [{ userId: "user-3", feedbackTemplateId: null }],
    });
  });

  it("goes out in Lever's units, without what Lever would refuse as empty", () => {
    const body = mapNewPanel({
      timezone: "Europe/Berlin",
      externalUrl: "https://convene.example.test/cases/c?effect=e",
      note: "Booked by Convene.",
      feedbackReminder: "daily",
      applicationIds: [],
      interviews: [
        {
          subject: "S",
          note: "N",
          location: "L",
          startsAt: Temporal.Instant.from("2026-08-11T08:00:00Z"),
          durationMinutes: 60,
          feedbackTemplateId: null,
          interviewers: [
            { userId: UserId.parse("user-3"), feedbackTemplateId: "tpl-1" },
            { userId: UserId.parse("user-4"), feedbackTemplateId: null },
          ],
        },
      ],
    });
    expect(body).toEqual({
      timezone: "Europe/Berlin",
      externalUrl: "https://convene.example.test/cases/c?effect=e",
      note: "Booked by Convene.",
      feedbackReminder: "daily",
      interviews: [
        {
          subject: "S",
          note: "N",
          location: "L",
          date: 1_786_435_200_000,
          duration: 60,
          feedbackReminder: "daily",
          interviewers: [{ id: "user-3", feedbackTemplate: "tpl-1" }, { id: "user-4" }],
        },
      ],
    });
  });
});

describe("a note just made", () => {
  it("is known by its own id, whether Lever gives that alone or the whole note", () => {
    const note = { id: "note-1", text: "Note" };
    expect(mapNoteReceipt({ noteId: "note-1" })).toBe("note-1");
    expect(mapNoteReceipt({ ...note, noteId: "note-1" })).toBe("note-1");
    expect(mapNoteReceipt(note)).toBe("note-1");
    expect(() => mapNoteReceipt({ text: "Note" })).toThrow(ZodError);
  });
});

describe("a feedback form", () => {
  it("keeps its fields with the options of those that have some, whatever else Lever leaves out", () => {
    const rating = { type: "score-system", options: [{ text: "Yes", optionId: "1" }] };
    const wire = { id: "form-1", text: null, group: "", fields: [rating, { type: "textarea" }] };
    expect(mapFeedbackForm(wire)).toEqual({
      id: "form-1",
      text: "",
      fields: [
        { type: "score-system", text: "", options: [{ text: "Yes" }] },
        { type: "textarea", text: "", options: [] },
      ],
    });
    expect(mapFeedbackForm({ id: "form-1", fields: null }).fields).toEqual([]);
  });
});
