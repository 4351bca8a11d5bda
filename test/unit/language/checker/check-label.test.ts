/** What a form calls a row: matters that nobody is judged by, and their lawful neighbours. */
import { expect, it } from "vitest";
import { checkLabel } from "../../../../src/language/checker/check-label.ts";
import { questionBank } from "../../../../src/questions/read-bank.ts";

const PROTECTED: readonly [label: string, category: string][] = [
  ["Health", "disability_health"],
  ["2. HEALTH*", "disability_health"],
  ["Hеalth", "disability_health"], // with a Cyrillic letter
  ["The candidate’s health", "disability_health"],
  ["Health: overall", "disability_health"],
  ["Sick days", "disability_health"],
  ["Age", "age"],
  ["Age (approx.)", "age"],
  ["How old does she look?", "age"],
  ["Family situation", "family"],
  ["Children", "family"],
  ["Pregnant?", "pregnancy"],
  ["Marital status", "marital_status"],
  ["Ethnic background", "origin"],
  ["Nationality", "citizenship"],
  ["Religion or belief", "religion"],
  ["Sexual orientation", "orientation"],
  ["Union membership", "politics_union"],
  ["Criminal record", "arrest_conviction"],
  ["Current salary", "pay_history"],
  ["Military service", "military_discharge"],
  ["Credit score", "credit"],
  ["Physical appearance", "height_weight"],
  ["Communication and accent", "language_accent"],
  ["Native English speaker", "language_accent"],
  ["Culture fit", "culture_fit"],
  ["Coding, cultural match", "culture_fit"],
  ["Would you have a beer with them?", "culture_fit"],
  ["Charisma", "personality_verdict"],
  ["Executive presence", "personality_verdict"],
  ["Likeable?", "personality_verdict"],
];

const LAWFUL =
  `Code health|Cluster health|Organisational health|Health and safety|Health data standards (HL7)|System age-out policy
  Cache age|Age verification feature|Communication|Language: Java|English (written)|Fluency in German|Family of protocols|Font families
  Family law|Child processes|Race conditions|Union types|Credit risk modelling|Weight initialisation|Native mobile development
  Body language|Working with seniors|Single sign-on|Cultural awareness|Leadership|Initiative|Motivation for the role|Integrity|Empathy
  Attitude to risk|Character encoding|Energy trading|Drive for results|Salary expectations|Right to work in the UK|Years of experience
  Heavy lifting|Patient care|Would you hire them?|Did she show strong coding?|Rate the candidate's problem solving|Strengths|Pros|Overall rating|`
    .split(/[|\n]/)
    .map((label) => label.trim());

it.each(PROTECTED)("finds what “%s” asks to judge by", (label, category) => {
  expect(checkLabel(label)).toMatchObject({ category });
});

it("finds nothing in names of work, nor in those of the question bank", () => {
  const bank = questionBank().competencies.flatMap(({ id, name }) => [id, name]);
  expect([...LAWFUL, ...bank].filter((label) => checkLabel(label) !== null)).toEqual([]);
});

it("says how grave it is, and why", () => {
  expect(checkLabel("Age")?.severity).toBe("blocking");
  expect(checkLabel("Charisma")).toMatchObject({
    severity: "warning",
    why: expect.stringContaining("what the person is"),
  });
});
