import { describe, expect, test } from "vitest";
import { inferFamily } from "../../../src/questions/infer-family.ts";
import { inferLevel } from "../../../src/questions/infer-level.ts";
import { mentionsIn, plainText } from "../../../src/questions/mentions.ts";
import { questionBank } from "../../../src/questions/read-bank.ts";
import { startStopwatch } from "../../support/stopwatch.ts";

const levelOf = (title: string, text = "") =>
  inferLevel({ title: plainText(title), text: plainText(text) });

describe("the level of a role", () => {
  test.each([
    ["Software Engineering Intern", "intern"],
    ["Junior Data Analyst", "junior"],
    ["Software Engineer II", "mid"],
    ["Sr. Product Designer", "senior"],
    ["Senior Product Manager", "senior"],
    ["Senior Staff Engineer", "staff"],
    ["Principal Engineer", "staff"],
    ["Senior Engineering Manager", "manager"],
    ["Head of Data", "manager"],
    ["Store Manager", "manager"],
  ])("is in the title %s: %s", (title, level) => {
    expect(levelOf(title)).toMatchObject({ value: level, from: "title" });
    expect(levelOf(title).finding).toBeUndefined();
  });

  test.each([
    ["Backend Engineer", "You have 5+ years of experience with Go.", "senior"],
    ["Backend Engineer", "You bring 3-5 years of professional experience.", "mid"],
    ["Shop Assistant", "No previous experience is needed.", "junior"],
    ["Account Executive", "At least three years in a similar role.", "mid"],
    ["Platform Engineering Lead", "You will lead a team of six.", "manager"],
    [
      "Nurse",
      "You are responsible for two direct reports and have 2 years of experience.",
      "manager",
    ],
  ])("of %s is in its text: %s", (title, text, level) => {
    expect(levelOf(title, text)).toMatchObject({ value: level, from: "text" });
  });

  test.each([
    ["Customer Success Manager", "For 20 years we have served 300 customers.", "mid"],
    ["Product Manager", "", "mid"],
    ["Staff Nurse", "", "mid"],
    ["Junior to Senior Engineer", "", "junior"],
    ["Implementation Lead", "", "senior"],
    ["Engineer", "Entry-level or 5 years of experience.", "junior"],
  ])("of %s is asked for when it is unclear", (title, text, taken) => {
    const level = levelOf(title, text);
    expect(level).toMatchObject({ value: taken, from: "assumed" });
    expect(level.finding).toMatchObject({ code: "level_unclear", says: level.why });
  });

  test("that was given is taken, whatever the title says", () => {
    expect(inferLevel({ title: "intern", text: "", given: "manager" })).toMatchObject({
      value: "manager",
      from: "given",
    });
  });
});

describe("the family of a role", () => {
  const bank = questionBank();
  const familyOf = (title: string, text = "") =>
    inferFamily({ title: plainText(title), text: plainText(text) }, bank).value?.id;

  test.each([
    ["Backend Engineer", "engineering"],
    ["Data Engineer", "data"],
    ["Analytics Engineer", "data"],
    ["Support Engineer", "support"],
    ["Sales Engineer", "sales"],
    ["Product Designer", "design"],
    ["Product Manager", "product"],
    ["Product Marketing Manager", "marketing"],
    ["Customer Success Manager", "support"],
    ["HR Business Partner", "people"],
    ["Financial Analyst", "finance"],
    ["Supply Chain Planner", "operations"],
    ["Registered Nurse (Night)", "health_care"],
    ["Warehouse Operative", "retail"],
  ])("of %s is %s", (title, family) => {
    expect(familyOf(title)).toBe(family);
  });

  test("is read from the text where the title names no work", () => {
    expect(
      familyOf("Team Hero", "You care for our ward: nurses and doctors count on you, nurse."),
    ).toBe("health_care");
  });

  test("is none, with a finding, where nothing tells it", () => {
    const none = inferFamily({ title: "wizard", text: "join us" }, bank);
    expect(none).toMatchObject({ value: null, finding: { code: "family_unclear" } });
  });
});

describe("words of a text", () => {
  const found = (text: string, ...phrases: string[]) => mentionsIn(plainText(text), phrases);

  test("are found with any ending, spelling of case, hyphens and markup", () => {
    expect(
      found("<p>Cross-functional&nbsp;TEAMS, <b>cross functional</b></p>", "cross-functional"),
    ).toHaveLength(2);
    expect(found("Communicating, communication", "communicat*")).toEqual([
      "communicating",
      "communication",
    ]);
    expect(found("cod\u200Bing", "coding")).toEqual(["coding"]);
    expect(found("C++ and c++20", "c++")).toEqual(["c++"]);
  });

  test("count once at a place, whole words only", () => {
    expect(found("a data engineer", "data", "data engineer*")).toEqual(["data engineer"]);
    expect(found("the javanese java", "java")).toEqual(["java"]);
  });

  test("do not count where the text says that the job is not that", () => {
    expect(found("No coding. Not any coding, without coding", "coding")).toEqual([]);
    expect(found("not only coding", "coding")).toEqual(["coding"]);
  });

  test("of a hostile text of 100,000 characters are counted in a moment", () => {
    const begun = startStopwatch();
    for (const piece of ["<", "&a", "no ", "- ", "5 "])
      levelOf("engineer", piece.repeat(100_000 / piece.length));
    expect(begun.cpuMs()).toBeLessThan(2_000);
  });
});
