import { describe, expect, it } from "vitest";
import { OpportunityId } from "../../../src/domain/ids.ts";
import { mapPanel, mapPosting } from "../../../src/lever/map.ts";
import { mapFeedback, mapNote } from "../../../src/lever/map-documents.ts";
import { mapRequisition } from "../../../src/lever/map-requisition.ts";

const id = OpportunityId.parse("opp-1");
const AT_MS = 1_786_000_000_000;
const AT = Temporal.Instant.fromEpochMilliseconds(AT_MS);
const LATER_MS = AT_MS + 1_000;

describe("a note", () => {
  const comment = { type: "note", text: "Comment", value: "Booked." };
  const note = {
    id: "note-1",
    text: "Note",
    fields: [comment],
    user: "user-1",
    secret: false,
    createdAt: AT_MS,
    deletedAt: null,
  };

  it("is what its fields say, quoted", () => {
    expect(mapNote(note, id)).toEqual({
      id: "note-1",
      userId: "user-1",
      secret: false,
      otherFields: 0,
      text: {
        quoted: "Booked.",
        source: { system: "lever", ref: "opportunity/opp-1/note/note-1" },
      },
      comments: [
        {
          userId: "user-1",
          createdAt: AT,
          text: {
            quoted: "Booked.",
            source: { system: "lever", ref: "opportunity/opp-1/note/note-1#fields/0" },
          },
        },
      ],
      createdAt: AT,
    });
  });

  it("has its answers by whoever gave them, and when", () => {
    const answer = { ...comment, value: "Thanks.", user: { id: "user-2" }, createdAt: LATER_MS };
    const nobodys = { ...comment, value: "And?" };
    const mapped = mapNote({ ...note, fields: [comment, answer, nobodys] }, id);
    expect(mapped?.text.quoted).toBe("Booked.\nThanks.\nAnd?");
    expect(
      mapped?.comments.map(({ text, userId, createdAt }) => [
        text.quoted,
        userId,
        createdAt.epochMilliseconds,
      ]),
    ).toEqual([
      ["Booked.", "user-1", AT_MS],
      ["Thanks.", "user-2", LATER_MS],
      ["And?", null, AT_MS],
    ]);
  });

  it("counts as secret unless Lever says that it is not", () => {
    const secrets = [true, null, undefined, false].map(
      (secret) => mapNote({ ...note, secret }, id)?.secret,
    );
    expect(secrets).toEqual([true, true, true, false]);
  });

  it("has no comment where its field is of another kind, or empty", () => {
    const fields = [
      { ...comment, type: "dropdown", value: "Prefer not to say" },
      { ...comment, value: "" },
      { ...comment, value: 4 },
    ];
    expect(mapNote({ ...note, fields }, id)).toMatchObject({ comments: [], otherFields: 1 });
  });

  it("may come with its text alone", () => {
    const { fields: _fields, ...bare } = note;
    const mapped = mapNote({ ...bare, value: "Short." }, id);
    expect(mapped?.comments).toMatchObject([{ text: { quoted: "Short." }, userId: "user-1" }]);
  });

  it("is none when it was deleted", () => {
    expect(mapNote({ ...note, deletedAt: LATER_MS }, id)).toBeNull();
  });
});

describe("a feedback form that was handed in", () => {
  const form = { id: "form-1", completedAt: AT_MS, user: "user-1" };

  it("says when it was changed last", () => {
    expect(mapFeedback(form, id)).toMatchObject({ completedAt: AT, updatedAt: null });
    const changed = mapFeedback({ ...form, updatedAt: String(LATER_MS) }, id);
    expect(changed?.updatedAt?.epochMilliseconds).toBe(LATER_MS);
  });

  it("is none when it was deleted, or opened again and not finished", () => {
    expect(mapFeedback({ ...form, deletedAt: LATER_MS }, id)).toBeNull();
    expect(mapFeedback({ ...form, completedAt: null }, id)).toBeNull();
  });
});

describe("an answer of a form", () => {
  const answersOf = (...fields: object[]) =>
    mapFeedback({ id: "form-1", completedAt: AT_MS, fields }, id)?.answers;

  it("has the options of its field and the rows of its scorecard, each in their order", () => {
    const rating = {
      type: "score-system",
      text: "Rating",
      value: "Yes",
      options: [{ text: "Yes" }, { text: "No" }],
    };
    const rows = [{ score: 3, comment: "Clear." }, null, { score: null, comment: null }];
    const labels = [{ text: "Coding" }, { text: "Design" }, { text: "Talk" }];
    const card = { type: "scorecard", text: "Card", value: rows, scores: labels };
    expect(answersOf(rating, card)).toMatchObject([
      { kind: "score-system", options: ["Yes", "No"], rows: [] },
      {
        kind: "scorecard",
        answer: { quoted: "Coding: 3, Clear.\nDesign: \nTalk: " },
        rows: [
          { label: "Coding", score: 3, comment: { quoted: "Clear." } },
          { label: "Design", score: null, comment: { quoted: "" } },
          { label: "Talk", score: null, comment: { quoted: "" } },
        ],
      },
    ]);
  });

  it("has no rows where a scorecard is otherwise than Lever documents", () => {
    expect(answersOf({ type: "scorecard", value: "3", scores: [] })).toMatchObject([{ rows: [] }]);
  });
});

describe("a panel", () => {
  it("says its stage, when it was made, and the form of each interview", () => {
    const interview = { id: "i", date: AT_MS, duration: 30, interviewers: [] };
    const panel = {
      id: "panel-1",
      stage: { id: "stage-1", text: "Onsite" },
      createdAt: AT_MS,
      interviews: [{ ...interview, feedbackTemplate: "tpl-1" }, interview],
    };
    const mapped = mapPanel(panel);
    expect(mapped).toMatchObject({ stageId: "stage-1", createdAt: AT });
    expect(mapped.interviews.map((one) => one.feedbackTemplateId)).toEqual(["tpl-1", null]);
    expect(mapPanel({ id: "panel-1" })).toMatchObject({ stageId: null, createdAt: null });
  });
});

describe("a requisition", () => {
  const wire = {
    id: "req-1",
    requisitionCode: "ENG-7",
    name: "Backend Engineer",
    status: "open",
    headcountTotal: "2",
    headcountHired: 1,
    confidentiality: "non-confidential",
    team: "Platform",
    department: null,
    location: "Lisbon",
    employmentStatus: "full-time",
    compensationBand: { currency: "EUR", interval: "per-year-salary", min: 61_111, max: 72_222 },
    internalNotes: "Up to 75555 if needed.",
    customFields: { budget: 83_333 },
    approval: { steps: [{ approvers: ["user-1"] }] },
    offerIds: ["offer-1"],
  };

  it("is its title, headcount and place, and nothing of pay, notes, approvals or offers", () => {
    const mapped = mapRequisition(wire);
    expect(mapped).toEqual({
      id: "req-1",
      code: "ENG-7",
      name: {
        quoted: "Backend Engineer",
        source: { system: "lever", ref: "requisition/req-1#name" },
      },
      status: "open",
      headcount: { total: 2, hired: 1 },
      team: "Platform",
      department: null,
      location: "Lisbon",
      employment: "full-time",
    });
    expect(JSON.stringify(mapped)).not.toMatch(/61111|72222|75555|83333|approv|offer/i);
  });

  it.each([["unlimited"], [null], ["two"], [1.5], [{}]])("has no number for %j heads", (total) => {
    expect(mapRequisition({ ...wire, headcountTotal: total })?.headcount.total).toBeNull();
  });

  it("is unlimited when Lever says so beside a number", () => {
    const mapped = mapRequisition({ ...wire, headcountInfinite: true });
    expect(mapped?.headcount).toEqual({ total: null, hired: 1 });
  });

  it("may lack everything but its id", () => {
    expect(mapRequisition({ id: "req-1" })).toMatchObject({
      code: "",
      status: null,
      headcount: { total: null, hired: null },
      employment: null,
    });
  });

  it("is none when it is confidential", () => {
    expect(mapRequisition({ ...wire, confidentiality: "confidential" })).toBeNull();
  });

  it("is named by its posting, by the newer list and the older single code", () => {
    const codes = (posting: object) => mapPosting({ id: "p", ...posting }).requisitionCodes;
    expect(codes({ requisitionCodes: ["ENG-7", "ENG-8"], reqCode: "ENG-7" })).toEqual([
      "ENG-7",
      "ENG-8",
    ]);
    expect(codes({ requisitionCodes: null, reqCode: "ENG-9" })).toEqual(["ENG-9"]);
    expect(codes({})).toEqual([]);
  });
});
