import { expect, it } from "vitest";
import { draftBrief } from "../../../agents/briefing/draft.ts";
import { plainMaterial } from "../../support/briefing.ts";

const saysRefused = (line: string): boolean => line.includes("is no profile at LinkedIn");

it.each([
  ["linkedin.com/in/ada-example?trk=x", "https://www.linkedin.com/in/ada-example", false],
  ["https://www.linkedin.com/company/norddata", null, true],
  [null, null, false],
])("the profile of %j is %j in a brief, and refused: %j", (linkedIn, profile, isRefused) => {
  const { brief, warnings } = draftBrief(plainMaterial({ linkedIn }));
  expect(brief.linkedIn).toBe(profile);
  expect([brief.leftOut.some(saysRefused), warnings.some(saysRefused)]).toEqual([
    isRefused,
    isRefused,
  ]);
});
