import { expect, it } from "vitest";
import { findDebrief } from "../../../agents/scheduling/debrief.ts";
import { InterviewPlan } from "../../../src/domain/plan.ts";
import { NOT_ASKED } from "../../support/injected/nobody-asked.ts";
import { caseOf } from "../../support/injected/prepare.ts";
import { toolsOf } from "../../support/injected/world.ts";
import { CLEAN } from "../../support/injected/written.ts";

it("asks a panel to meet whose names are long, or hold an address", async () => {
  const written = {
    ...CLEAN,
    interviewerName: `Jonas Weber https://evil.example/x ${"of the long name ".repeat(40)}`,
  };
  const debrief = { minutes: 30 };
  const plan = InterviewPlan.parse({
    id: "screen",
    match: { stages: ["screen"] },
    sessions: [
      { id: "screen", name: "Talk", durationMinutes: 45, places: [{ role: "hiring_manager" }] },
    ],
    debrief,
  });
  const found = await findDebrief(
    {
      case_: caseOf(written, "screen"),
      plan: { ...plan, debrief },
      companyName: "Acme",
      publicUrl: "https://convene.example.com",
    },
    toolsOf(written, { at: "screen" }, NOT_ASKED),
  );
  if ("outcome" in found) throw new Error(found.outcome);
  const name = found.payload.people.find(({ userId }) => userId === "user-jonas")?.name ?? "";
  expect(name).toMatch(/^Jonas Weber \(link left out\) of the long name/);
  expect(name.length).toBeLessThanOrEqual(200);
});
