import { describe, expect, it } from "vitest";
import { parsePlans } from "../../../src/plans/parse.ts";

const good = `plans:
  - id: screens
    match:
      stages: [Phone Screen]
    pools:
      screeners: [a@company.test, b@company.test]
    sessions:
      - id: phone-screen
        name: Phone Screen
        durationMinutes: 45
        places:
          - role: hiring_manager
          - pool: screeners
`;

describe("a plan file", () => {
  it("is read into plans", () => {
    const { plans, faults } = parsePlans("screens.yaml", good);
    expect(faults).toEqual([]);
    expect(plans.map((plan) => plan.id)).toEqual(["screens"]);
  });

  it.each<[string, string, string, number, string]>([
    [
      "a duration of no length",
      "durationMinutes: 45",
      "durationMinutes: 0",
      10,
      "must be at least 15",
    ],
    ["an unknown field", "match:", "matches: {}\n    match:", 3, "matches"],
    ["a pool that is not there", "pool: screeners", "pool: seniors", 13, 'no pool "seniors"'],
    ["an address that is none", "b@company.test", "bob", 6, "e-mail"],
    [
      "a pool too small for its place",
      "pool: screeners",
      "pool: screeners\n            count: 3",
      13,
      "has 2 people, 3 are asked for",
    ],
    [
      "a place of two kinds",
      "- role: hiring_manager",
      "- role: hiring_manager\n            pool: screeners",
      12,
      "exactly one",
    ],
    [
      "hours that end before they begin",
      "    sessions:",
      "    rules:\n      lunch: { start: '14:00', end: '13:00' }\n    sessions:",
      8,
      "must end after it begins",
    ],
    ["a pool called after nothing of ours", "pool: screeners", "pool: __proto__", 13, "no pool"],
    ["an alias that leads nowhere", "stages: [Phone Screen]", "stages: *nope", 1, "cannot be read"],
    ["broken YAML", "stages: [Phone Screen]", "stages: [Phone Screen", 5, "not valid YAML"],
  ])("names the line and the reason of %s", (_, from, to, line, reason) => {
    const { plans, faults } = parsePlans("screens.yaml", good.replace(from, to));
    expect(plans).toEqual([]);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.map((fault) => fault.message).join("\n")).toContain(reason);
    expect(faults.map((fault) => fault.line)).toContain(line);
  });

  it("may not give two sessions one id", () => {
    const session = good.slice(good.indexOf("      - id: phone-screen"));
    const { faults } = parsePlans("screens.yaml", `${good}${session}`);
    expect(faults).toMatchObject([{ line: 14, message: expect.stringContaining("phone-screen") }]);
  });

  it("may not grow without bound by its aliases", () => {
    const level = (n: number) =>
      `l${n}: &l${n} [${Array(9)
        .fill(`*l${n - 1}`)
        .join(",")}]`;
    const bomb = ["l0: &l0 [x]", ...Array.from({ length: 9 }, (_, n) => level(n + 1))].join("\n");
    expect(parsePlans("bomb.yaml", bomb).faults[0]?.message).toContain("cannot be read");
  });

  it("is faulty when it is empty", () => {
    expect(parsePlans("empty.yaml", "").faults).toHaveLength(1);
  });
});
