import { expect, it } from "vitest";
import { inVain } from "../../../agents/scheduling/in-vain.ts";

const wishes = { startsAt: null, planId: null, panelistIds: [] };
const notice = { id: "notice", change: "With less notice", words: "With less notice it fits." };

it("says what became of a rule that was to give, and nothing when none was", () => {
  expect(inVain({ wishes, relax: null })).toBeNull();
  expect(inVain({ wishes: { ...wishes, relax: "notice" }, relax: notice })).toBe(
    "One rule gave, as was asked for: with less notice. That does not help.",
  );
  expect(inVain({ wishes: { ...wishes, relax: "notice" }, relax: null })).toBe(
    "The rule that was to give would not help any more.",
  );
});
