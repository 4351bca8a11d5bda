import { describe, expect, it } from "vitest";
import { AlertRecruiter, renderAlert } from "../../../src/domain/alert.ts";

const alert = (changes: Partial<AlertRecruiter> = {}): AlertRecruiter =>
  AlertRecruiter.parse({
    kind: "alert_recruiter",
    version: 1,
    opportunityId: "5b1c0f5e-0000-4000-8000-000000000001",
    stageId: "5b1c0f5e-0000-4000-8000-000000000002",
    caseId: "case_1",
    channel: "slack",
    to: { email: "rita@example.com", name: "Rita" },
    candidateName: "Ada Lovelace",
    postingTitle: "Engineer",
    stageName: "Phone Screen",
    since: "2026-11-23T09:00:00Z",
    hours: 49,
    blockers: ["Jonas is busy."],
    relaxations: [
      { id: "buffer:jonas@example.com", change: "Without Jonas's buffer", words: "It fits." },
    ],
    companyName: "Example Works",
    ...changes,
  });

describe("what a recruiter is told when nothing fits", () => {
  it("is who blocks, and what they could give up, as links that open the case", () => {
    expect(renderAlert(alert(), "https://x.test/cases/case_1")).toEqual({
      title: "No time fits for Ada Lovelace, Phone Screen (Engineer), for 2 days now.",
      lines: ["Jonas is busy.", "You can look again with one rule loosened:"],
      links: [
        {
          label: "Without Jonas's buffer",
          url: "https://x.test/cases/case_1?relax=buffer%3Ajonas%40example.com",
        },
        { label: "Open the case", url: "https://x.test/cases/case_1" },
      ],
    });
  });

  it("tells of a booking that cannot be changed what happened to it", () => {
    const because = "Jonas declined the invitation.";
    const { title, lines } = renderAlert(alert({ because }), "https://x.test/cases/case_1");
    expect(title).toBe(
      "A booked interview cannot be changed so that it fits: Ada Lovelace, Phone Screen (Engineer), for 2 days now.",
    );
    expect(lines.slice(0, 2)).toEqual([because, "Jonas is busy."]);
  });

  it("holds words from Lever to one line each, and to a length", () => {
    const { title, lines } = renderAlert(
      alert({
        postingTitle: `Engineer\r\nBcc: x\u202E${"é".repeat(300)}`,
        stageName: "Phone\u0000 Screen",
        blockers: ["x".repeat(900)],
      }),
      "https://x.test/cases/case_1",
    );
    expect(title).toMatch(
      /^No time fits for Ada Lovelace, Phone Screen \(Engineer Bcc: xé+\), for/,
    );
    expect(title.length).toBeLessThan(250);
    expect(lines[0]?.length).toBeLessThan(500);
  });

  it("names nobody where others read it, and says how much is left out", () => {
    const blockers = ["One.", "Two.", "Three.", "Four.", "Five."];
    const { title, lines, links } = renderAlert(
      alert({ candidateName: null, hours: 1, blockers, relaxations: [] }),
      "https://x.test/cases/case_1",
    );
    expect(title).toBe("No time fits for a candidate, Phone Screen (Engineer), for an hour now.");
    expect(lines).toEqual([
      "One.",
      "Two.",
      "Three.",
      "And 2 more.",
      "No single rule would help: see the case.",
    ]);
    expect(links).toHaveLength(1);
  });
});
