/** Whether a round is as a synthesis of it says, by the forms that Lever has. */
import { expect, it } from "vitest";
import type { FeedbackFacts } from "../../../src/feedback/owed.ts";
import { roundAt } from "../../../src/feedback/round.ts";
import { otherwiseNow } from "../../../src/synthesis/stands.ts";
import { factsOf, form, hours, interview, panel } from "../../support/feedback-worlds.ts";

const loop = panel("p1", {
  interviews: [
    interview("i1", hours(-5), { seats: [{ who: "ann" }] }),
    interview("i2", hours(-3), { seats: [{ who: "bob" }] }),
  ],
});
const anns = form("ann", { panelId: "p1", interviewId: "i1", completedAt: hours(-2) });
const bobs = form("bob", { panelId: "p1", interviewId: "i2", completedAt: hours(-1) });
const FACTS = factsOf({ panels: [loop], forms: [anns, bobs] });
const SAID = {
  missing: [],
  forms: [anns, bobs].map(({ id, completedAt }) => ({
    id: `feedback/${id}`,
    userId: "user",
    name: id.startsWith("ann") ? "Ann" : "Bob",
    session: null,
    title: "Form",
    at: completedAt.toString(),
    text: "",
  })),
};
const otherwise = (change: Partial<FeedbackFacts>) => {
  const facts = { ...FACTS, ...change };
  return otherwiseNow(SAID, { round: roundAt(facts, "onsite"), forms: facts.forms });
};

it("stands while each form is as it was, and there is no other", () => {
  expect(otherwise({})).toBeNull();
  expect(otherwise({ forms: [bobs] })).toMatch(/^An interview .* or a form of it is to be/);
  const changed = { ...anns, updatedAt: hours(0) };
  expect(otherwise({ forms: [changed, bobs] })).toMatch(/^The form of Ann was changed/);
});

it.each([
  ["an older one", -5, "Ann"],
  ["the newest", -3, "Bob"],
])("does not with a form of an interview that was missed: %s", (_, at, name) => {
  const missed = [{ panelId: "p1", startsAt: hours(at) }];
  expect(otherwise({ missed })).toMatch(new RegExp(`^The form of ${name} is of an interview that`));
});
