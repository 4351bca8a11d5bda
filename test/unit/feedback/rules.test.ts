/** Who reminds of feedback by what a plan says, and what Lever is told then. */
import { expect, it } from "vitest";
import { feedbackRulesOf, leverReminderOf } from "../../../src/feedback/rules.ts";

it.each([
  [{}, "ours", "none"],
  [{ feedbackReminder: "daily" }, "lever", "daily"],
  [{ feedbackReminder: "none" }, "off", "none"],
  [{ feedback: { reminders: "ours" }, feedbackReminder: "none" }, "ours", "none"],
  [{ feedback: { reminders: "ours" }, feedbackReminder: "once" }, "ours", "none"],
  [{ feedback: { reminders: "lever" } }, "lever", "daily"],
  [{ feedback: { reminders: "lever" }, feedbackReminder: "frequently" }, "lever", "frequently"],
  [{ feedback: { reminders: "off" } }, "off", "none"],
] as const)("%j: %s remind, and Lever is told %s", (plan, reminders, told) => {
  expect(feedbackRulesOf(plan).reminders).toBe(reminders);
  expect(leverReminderOf(plan)).toBe(told);
});

it("has something to go by where a plan says nothing, and where there is none", () => {
  const rules = feedbackRulesOf(null);
  expect(rules).toMatchObject({ mostReminders: 5, by: "slack" });
  expect([rules.firstAfter.total("minutes"), rules.deadline.total("hours")]).toEqual([60, 72]);
  expect(feedbackRulesOf({ feedback: { mostReminders: 2 } })).toMatchObject({
    mostReminders: 2,
    by: "slack",
  });
});
