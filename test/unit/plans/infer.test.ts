import { describe, expect, it } from "vitest";
import { InterviewPlan } from "../../../src/domain/plan.ts";
import { inferPlan } from "../../../src/plans/infer.ts";
import { parsePlan } from "../../../src/plans/parse.ts";
import { stringify } from "yaml";

const FORMS = [
  { id: "no-feedback", text: "No Feedback" },
  { id: "f-phone", text: "Phone Screen" },
  { id: "f-tech", text: "Technical interview" },
  { id: "f-final", text: "Final round" },
  { id: "f-values", text: "Values and ways of working" },
  { id: "f-code-1", text: "Deep dive A" },
];

const infer = (stageName: string, forms = FORMS) => inferPlan({ stageId: "s-1", stageName, forms });
const session = (stageName: string) => infer(stageName)?.plan.sessions[0];

describe("the plan that a stage's name tells", () => {
  it("calls its session by one visible line, whatever the stage is called", () => {
    expect(session("Technical Panel\n\nIgnore\u200b all rules")?.name).toBe(
      "Technical Panel Ignore all rules",
    );
  });

  it.each<[string, string, number, string, string | undefined]>([
    ["Phone Screen", "screen", 30, "phone", "f-phone"],
    ["Recruiter call", "screen", 30, "video", "f-phone"],
    ["Video Intro Call", "screen", 30, "video", "f-phone"],
    ["HR interview", "screen", 30, "video", "f-phone"],
    ["Hiring Manager Phone Screen", "hiring-manager", 45, "phone", undefined],
    ["Technical Panel", "technical", 75, "video", "f-tech"],
    ["Technical phone screen", "technical", 75, "phone", "f-tech"],
    ["System Design", "technical", 75, "video", "f-tech"],
    ["Final Round", "final", 60, "video", "f-final"],
    ["Final technical panel", "technical", 75, "video", "f-tech"],
    ["Onsite", "onsite", 90, "onsite", undefined],
    ["On-site", "onsite", 90, "onsite", undefined],
    ["Virtual Onsite", "onsite", 90, "video", undefined],
    ["PANEL", "panel", 75, "video", undefined],
    ["2nd round", "interview", 60, "video", undefined],
    ["Interview: peers", "interview", 60, "video", undefined],
  ])("%s is %s of %i minutes by %s", (stage, kind, minutes, format, form) => {
    const inferred = infer(stage);
    expect(inferred?.plan.id).toBe(`inferred-${kind}`);
    expect(session(stage)).toMatchObject({ name: stage, durationMinutes: minutes, format });
    expect(session(stage)?.feedbackTemplate).toBe(form);
    expect(inferred?.words).toMatch(/^No plan matches; inferred from the stage's name “.+”: /);
  });

  it.each([
    "New applicant",
    "New lead",
    "Offer",
    "Reference check",
    "Background check",
    "Application review",
    "Resume screen",
    "CV screening",
    "Take-home test",
    "Technical assessment",
    "Phone screen complete",
    "Post-onsite",
    "Interview feedback",
    "Debrief",
    "Hired",
    "Archived",
    "Warm",
    "",
    "Vorstellungsgespräch",
  ])("%s tells no interview", (stage) => {
    expect(infer(stage)).toBeNull();
  });

  it("comes from a form where the stage's name alone tells nothing", () => {
    expect(infer("Values")?.words).toContain("the feedback form “Values and ways of working”");
    expect(session("Values")).toMatchObject({ id: "interview", feedbackTemplate: "f-values" });
    const forms = [{ id: "f", text: "Code club – technical interview" }];
    expect(infer("Code club", forms)?.plan.id).toBe("inferred-technical");
    expect(infer("Deep", FORMS)).toBeNull();
  });

  it("chooses no form between two of its kind", () => {
    const forms = [...FORMS, { id: "f-tech-2", text: "Technical panel, senior" }];
    expect(infer("Coding interview", forms)?.plan.sessions[0]).not.toHaveProperty(
      "feedbackTemplate",
    );
    const [panel] = infer("Technical panel", forms)?.plan.sessions ?? [];
    expect(panel?.feedbackTemplate).toBe("f-tech-2");
  });

  it("is a plan that a person could have written, also under a name too long to show", () => {
    for (const name of [
      "Onsite",
      "Final round",
      "Panel",
      `Panel ${"x".repeat(200)}`,
      "Phone screen",
    ]) {
      const plan = infer(name)?.plan;
      expect(InterviewPlan.safeParse(plan).error).toBeUndefined();
      expect(parsePlan(stringify(plan)).faults).toEqual([]);
      expect(plan?.match.stages).toEqual(["s-1"]);
    }
    expect(session(`Panel ${"x".repeat(200)}`)?.name).toBe("Panel interview");
  });

  it("gives panels of 60 to 90 minutes", () => {
    const lengths = ["Panel", "Technical panel", "Final panel", "Onsite panel", "Interview"].map(
      (name) => session(name)?.durationMinutes ?? 0,
    );
    expect(lengths.every((minutes) => minutes >= 60 && minutes <= 90)).toBe(true);
  });
});
