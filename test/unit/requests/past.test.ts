/** Candidates and roles with nothing open here: told of, and nothing is proposed. */
import { describe, expect, test } from "vitest";
import { mayNameOther, readWithPast } from "../../../src/requests/past.ts";
import type { Directory, Understanding } from "../../../src/requests/understanding.ts";

const case_ = (caseId: string, name: string, [postingId, postingTitle]: [string, string]) => ({
  caseId,
  name,
  postingId,
  postingTitle,
  stageName: "Onsite",
});

const DIRECTORY: Directory = {
  cases: [case_("ada", "Ada Lovelace", ["be", "Backend Engineer"])],
  past: [
    case_("omar", "Omar Haddad", ["fe", "Frontend Engineer"]),
    case_("kelly", "Grace Kelly", ["fe", "Frontend Engineer"]),
    case_("garcia-fe", "María García", ["fe", "Frontend Engineer"]),
    case_("garcia-fe2", "María García", ["fe2", "Frontend Engineer"]),
  ],
  postings: [
    { postingId: "fe", title: "Frontend Engineer", hasCases: true },
    { postingId: "fe2", title: "Frontend Engineer", hasCases: true },
    { postingId: "pm", title: "Product Manager", hasCases: false },
    { postingId: "night", title: "Friday Morning Host", hasCases: false },
  ],
  users: [{ userId: "hopper", name: "Grace Hopper", email: "grace@example.com" }],
  stages: ["Phone Screen", "Onsite"],
};

const read = (text: string, caseId?: string): Understanding =>
  readWithPast(
    { text, caseId, now: Temporal.Instant.from("2026-11-25T10:00:00Z"), zone: "Europe/Berlin" },
    DIRECTORY,
  );

describe("who owes feedback for a role", () => {
  test.each([
    ["who still owes feedback for the backend role?", "be"],
    ["who still owes feedback for the frontend role?", "fe2"],
    ["who owes feedback for the product manager role", "pm"],
  ])("%s", (text, postingId) => {
    expect(read(text)).toMatchObject({
      is: "intent",
      intent: "owes_feedback",
      slots: { postingId },
    });
  });

  test("one that nobody has heard of is asked about", () => {
    expect(read("who owes feedback for the plumber role?")).toMatchObject({ asked: "who" });
  });
});

describe("somebody whose case has ended", () => {
  test.each([
    ["status of Omar", undefined, "omar"],
    ["status", "omar", "omar"],
    ["status of Kelly", undefined, "kelly"],
    ["who interviews for Ada", undefined, "ada"],
  ])("%s tells how it stands", (text, caseId, found) => {
    expect(read(text, caseId)).toMatchObject({ intent: "status", slots: { caseId: found } });
  });

  test.each([
    "move Omar to Friday",
    "cancel Omar's interview",
    "why was Tuesday not offered to Omar?",
    "find times for Omar next week",
  ])("%s: it is said that it has ended", (text) => {
    const found = read(text);
    expect(found).toMatchObject({ is: "asks", choices: [{ text: "Status of Omar Haddad" }] });
    expect(found.is === "asks" && found.question).toContain("has ended");
  });

  test.each([
    ["move Omar or Ada to Friday", "move Ada Lovelace to Friday"],
    ["move Ada and Omar to Friday", "move Ada Lovelace to Friday"],
    ["cancel Omar or Ada", "cancel Ada Lovelace"],
    ["status of Omar and Ada", "status of Ada Lovelace"],
    ["cancel Ada, not Omar", undefined],
    ["move Ada to Friday before Omar", undefined],
  ])("%s: whoever is open is not taken for both", (text, instead) => {
    const found = read(text);
    expect(found).toMatchObject({ is: "asks", asked: "one_at_a_time" });
    const choices = found.is === "asks" ? found.choices.map((each) => each.text) : [];
    expect(choices).toEqual(["Status of Omar Haddad", ...(instead ? [instead] : [])]);
    expect(found.is === "asks" && found.question).toContain("has ended");
  });

  test("whether somebody of before may be named is told by a word that nobody has", () => {
    const asked = { now: Temporal.Instant.from("2026-11-25T10:00:00Z"), zone: "Europe/Berlin" };
    expect(mayNameOther({ ...asked, text: "move Omar or Ada to Friday" }, DIRECTORY)).toBe(true);
    expect(mayNameOther({ ...asked, text: "move Ada to Friday morning" }, DIRECTORY)).toBe(false);
  });

  test("a name that somebody who interviews has as well is asked about", () => {
    const found = read("when is Grace interviewing");
    expect(found).toMatchObject({ asked: "did_you_mean", choices: [{ caseId: "kelly" }] });
  });

  test("two of one name are asked about where it is only told", () => {
    expect(read("status of García")).toMatchObject({ choices: [{}, {}] });
    expect(read("cancel García")).toMatchObject({ is: "asks", choices: [] });
  });

  test("of a role, they are the choices", () => {
    const found = read("who interviews for the frontend role?");
    expect(found.is === "asks" && found.choices.map(({ caseId }) => caseId)).toEqual([
      "omar",
      "kelly",
      "garcia-fe",
      "garcia-fe2",
    ]);
    expect(read("who interviews for the product manager role?")).toMatchObject({
      question: "No candidate of that role has interviews that are open here.",
    });
  });

  test("another surname is somebody else", () => {
    expect(read("status of Ada Byron")).toMatchObject({ is: "asks", choices: [] });
    expect(read("status of Omar Sharif")).toMatchObject({ is: "asks", choices: [] });
    expect(read("status of Ada Lovelace Friday")).toMatchObject({ slots: { caseId: "ada" } });
  });
});

test("a title of words of time takes none of them away", () => {
  const found = read("move Ada to Friday morning");
  expect(found).toMatchObject({
    intent: "reschedule",
    slots: { when: expect.stringContaining("Friday morning") },
  });
});
