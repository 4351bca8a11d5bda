/** What is carried out, and came to nobody, is not told as done. */
import { expect, it } from "vitest";
import type { EffectRecord } from "../../../src/effects/effects.ts";
import { notSentOf } from "../../../src/effects/not-sent.ts";

type Step = Pick<EffectRecord, "kind" | "status" | "error">;
const step = (kind: string, status: Step["status"], message?: string): Step => ({
  kind,
  status,
  error: message === undefined ? null : { code: "stale_proposal", message },
});

it("says why nothing was sent, and not before it is over", () => {
  const stale = [step("nudge_mail", "failed", "The form is in.")];
  expect(notSentOf("done", stale)).toEqual({ isUnknown: false, why: "The form is in." });
  expect(notSentOf("performing", stale)).toBeNull();
  expect(notSentOf("failed", stale)).toBeNull();
});

it("is silent once anybody has it", () => {
  const steps = [step("brief_mail", "failed", "No address."), step("brief_slack", "done")];
  expect(notSentOf("done", steps)).toBeNull();
});

it("takes a note in Lever for no message to the panel", () => {
  const steps = [step("brief_mail", "failed", "No address."), step("brief_note", "done")];
  expect(notSentOf("done", steps)).toEqual({ isUnknown: false, why: "No address." });
  expect(notSentOf("done", [step("brief_note", "done")])).toBeNull();
});

it("does not deny what may have left", () => {
  const steps = [
    step("nudge_mail", "failed", "No address."),
    step("nudge_mail", "parked", "Lost."),
  ];
  expect(notSentOf("done", steps)).toEqual({ isUnknown: true, why: "Lost." });
});
