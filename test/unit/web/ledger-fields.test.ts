import { describe, expect, it } from "vitest";
import { fieldsOf } from "../../../web/src/ledger/ledger-fields.ts";

const entry = (type: string, data: Record<string, unknown>) => ({
  seq: 7,
  at: "2026-11-23T10:00:00Z",
  type,
  actor: "policy",
  caseId: null,
  correlationId: "co",
  data,
  prevHash: "0".repeat(64),
  hash: "1".repeat(64),
});
const shown = (type: string, data: Record<string, unknown>, mayRead = true) =>
  fieldsOf(entry(type, data), { mayRead }).map(({ label, value, as, href }) => [
    label,
    value,
    as,
    href,
  ]);

describe("the fields of an entry of the ledger", () => {
  it("are words before ids, with what policy rests on in one line", () => {
    const data = {
      digest: "d".repeat(64),
      proposalId: "pr_1",
      decision: "perform",
      policyVersion: 5,
      rule: 2,
      mode: null,
      overruledBy: null,
    };
    expect(shown("decision.made", data)).toEqual([
      ["Decision", "done without asking", "words", null],
      ["By", "rule 2 of version 5 of the policy", "words", "/settings?policy=5"],
      ["Content (SHA-256)", "d".repeat(64), "id", null],
      ["Proposal", "pr_1", "id", "/proposals/pr_1"],
    ]);
  });

  it("lead nobody to a case who may read none", () => {
    expect(shown("run.done", { runId: "run_1", caseId: "c1" }, false)).toEqual([
      ["Run", "run_1", "id", null],
      ["Case", "c1", "id", null],
    ]);
  });

  it("say who asked and by which way, and lead from a change of the policy to its version", () => {
    const data = { source: "person", askedBy: "Rita", via: "slack", eventKind: "look_again" };
    expect(shown("run.started", data).map(([label, value]) => [label, value])).toEqual([
      ["Came from", "a person"],
      ["Asked by", "Rita"],
      ["By which way", "in Slack"],
      ["What came in", "Times looked for again"],
    ]);
    expect(shown("policy.changed", { version: 3 })).toEqual([
      ["Version", "3", "words", "/settings?policy=3"],
    ]);
    expect(shown("plan.saved", { version: 3 })[0]?.[3]).toBeNull();
  });

  it("leave out what is empty, and spell out what is not known", () => {
    const data = { reasonTextId: null, isClean: true, teams: ["A", "B"], rules: [], odd: { a: 1 } };
    expect(shown("of.later", data).map(([label, value]) => [label, value])).toEqual([
      ["Is clean", "yes"],
      ["Teams", "A, B"],
      ["Rules", "none"],
      ["Odd", '{"a":1}'],
    ]);
    expect(shown("proposal.pausing", { performsAt: "2026-11-23T10:30:00Z" })).toEqual([
      ["Done by itself", "2026-11-23T10:30:00Z", "time", null],
    ]);
  });
});
