/** What a plan's rule says of stages, against those that Lever has in its order. */
import { expect, it } from "vitest";
import { InterviewPlan } from "../../../src/domain/plan.ts";
import { stageFaults } from "../../../src/plans/stage-faults.ts";

const STAGES = [
  { id: "s-1", text: "New lead" },
  { id: "s-2", text: "Phone Screen" },
  { id: "s-3", text: "Onsite" },
  { id: "s-4", text: "Phone Screen" },
  { id: "s-5", text: "Offer" },
];

const faultOf = (stages: readonly string[], moveTo: string, known = STAGES): string | null => {
  const plan = InterviewPlan.parse({
    id: "ruled",
    match: { stages },
    sessions: [
      {
        id: "talk",
        name: "Talk",
        durationMinutes: 45,
        format: "phone",
        places: [{ role: "hiring_manager" }],
      },
    ],
    stageRule: { when: "all_forms_in", scores: [{ field: "Rating", atLeast: 3 }], moveTo },
  });
  const [fault, ...more] = stageFaults(plan, known);
  expect(more).toEqual([]);
  if (fault) expect(fault.path).toEqual(["stageRule", "moveTo"]);
  return fault?.message ?? null;
};

it("takes a stage that Lever lists after each of the plan's own", () => {
  expect(faultOf(["Onsite"], "Offer")).toBeNull();
  expect(faultOf(["s-2"], "onsite ")).toBeNull();
  expect(faultOf(["New lead", "Onsite"], "s-4")).toBeNull();
  // Of two stages of one name the rule may be for the first.
  expect(faultOf(["Phone Screen"], "Onsite")).toBeNull();
});

it("refuses one that comes before, or is the plan's own, and says which come after", () => {
  expect(faultOf(["Onsite"], "New lead")).toBe(
    "“New lead” does not come after “Onsite” in Lever, and a rule only moves on. These do: Phone Screen, Offer.",
  );
  expect(faultOf(["New lead", "Offer"], "Onsite")).toBe(
    "“Onsite” does not come after “Offer” in Lever, and a rule only moves on. No stage does.",
  );
  expect(faultOf(["Onsite"], "s-3")).toContain("“Onsite” does not come after “Onsite”");
  expect(faultOf(["s-3"], "s-2")).toContain("“Phone Screen” does not come after “Onsite”");
});

it("says nothing of an order that is not known", () => {
  expect(faultOf(["Onsite"], "New lead", [])).toBeNull();
  expect(faultOf(["Somewhere else"], "New lead")).toBeNull();
});
