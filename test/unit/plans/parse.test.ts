import { describe, expect, it } from "vitest";
import { parsePlan, parsePlans } from "../../../src/plans/parse.ts";
import { startStopwatch } from "../../support/stopwatch.ts";

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
    [
      "a pool for those who learn that is not there",
      "        places:",
      "        training: [{ kind: shadow, pool: juniors }]\n        places:",
      11,
      'no pool "juniors"',
    ],
    [
      "somebody and a pool in one seat for those who learn",
      "        places:",
      "        training: [{ kind: shadow, pool: screeners, person: ada@example.com }]\n        places:",
      11,
      "exactly one of person or pool",
    ],
    [
      "Lever's reminder beside ours",
      "    sessions:",
      "    feedback: { reminders: ours }\n    feedbackReminder: daily\n    sessions:",
      8,
      "take one of the two away",
    ],
    [
      "a weight that no term has",
      "    sessions:",
      "    rules: { weights: { luck: 5 } }\n    sessions:",
      7,
      "luck",
    ],
    [
      "a buffer of one side",
      "    sessions:",
      "    rules: { bufferMinutes: { before: 5 } }\n    sessions:",
      7,
      "or two of them: { before: 5, after: 15 }",
    ],
    ["a pool called after nothing of ours", "pool: screeners", "pool: __proto__", 13, "no pool"],
    [
      "a competency that the question bank does not have",
      "        places:",
      "        competencies: [coding, system_desing]\n        places:",
      11,
      'no competency "system_desing" in the question bank. Nearest are system_design',
    ],
    [
      "a rule by what nobody is judged by",
      "    sessions:",
      "    stageRule:\n      when: all_forms_in\n      moveTo: Onsite\n      scores:\n        - { field: Code health, atLeast: 3 }\n        - { field: Age, atLeast: 3 }\n    sessions:",
      12,
      "nobody is moved on by this. It asks for or relies on age",
    ],
    ["an alias that leads nowhere", "stages: [Phone Screen]", "stages: *nope", 1, "cannot be read"],
    ["broken YAML", "stages: [Phone Screen]", "stages: [Phone Screen", 5, "not valid YAML"],
  ])("names the line and the reason of %s", (_, from, to, line, reason) => {
    const { plans, faults } = parsePlans("screens.yaml", good.replace(from, to));
    expect(plans).toEqual([]);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.map((fault) => fault.message).join("\n")).toContain(reason);
    expect(faults.map((fault) => fault.line)).toContain(line);
  });

  it.each<[string, string, string]>([
    ["half of a name out of sight", '"Phone\\u0000Screen"', "cannot be seen"],
    ["a name that turns what stands beside it", '"Phone \\u202e Screen"', "cannot be seen"],
    ["a name of two lines", '"Phone\\nScreen"', "must be one line"],
  ])("may not have %s, which mails and calendars would refuse", (_, name, says) => {
    const { faults } = parsePlans(
      "screens.yaml",
      good.replace("name: Phone Screen", `name: ${name}`),
    );
    expect(faults.map(({ message }) => message)).toEqual([expect.stringContaining(says)]);
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

describe("a plan's text that makes its reader slow", () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => String(index));
  it.each([
    ["keys in braces", `a: {${numbers(12_000).join(",")}}`],
    [
      "keys under each other",
      numbers(6_000)
        .map((key) => `k${key}: 1`)
        .join("\n"),
    ],
    [
      "a set",
      `match: !!set\n${numbers(6_000)
        .map((key) => `  ? ${key}`)
        .join("\n")}`,
    ],
    ["bytes", `match: !!binary '${"A".repeat(64_000)}'`],
    [
      "as many keys as may be",
      numbers(1_900)
        .map((key) => `k${key}: 1`)
        .join("\n"),
    ],
  ])("is refused at once, and in few words: %s", (_, text) => {
    const began = startStopwatch();
    const { plan, faults } = parsePlan(text);
    expect(began.cpuMs()).toBeLessThan(3_000);
    expect(plan).toBeNull();
    expect(JSON.stringify(faults).length).toBeLessThan(2_000);
  });
});
