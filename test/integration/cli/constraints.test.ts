import { describe, expect, test } from "vitest";
import { constraintsSchema } from "../../../src/language/constraints/constraints.ts";
import { type Outcome, runConvene } from "../../support/convene.ts";

const constraints = async (args: string[], zone = "UTC"): Promise<Outcome> =>
  await runConvene(["constraints", ...args], { PATH: process.env["PATH"], TZ: zone });

const NOW = ["--now", "2026-11-26T09:00:00Z"];
const HERE = [...NOW, "--zone", "Europe/Lisbon"];

describe("convene constraints", () => {
  test("says in lines what was understood, assumed and would be asked", async () => {
    const text = "move Ada's onsite to next week, mornings only, not with Grace";
    const names = ["--names", "Ada Lovelace, Grace Hopper, Grace Kelly"];
    const { code, out, err } = await constraints([text, ...HERE, ...names]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.split("\n")).toEqual(
      expect.arrayContaining([
        "Wish: move",
        "Session: onsite",
        "Whose: Ada (Ada Lovelace)",
        "  30 November 2026 – 6 December 2026, 06:00–12:00 (Lisbon time)",
        "Without: Grace",
        "  “mornings”: mornings is 06:00–12:00.",
        "Would ask:",
        "  “Grace”: Who of these is meant?",
        "    - Grace Hopper",
      ]),
    );
  });

  test("prints the published structure as one line, the same on every host", async () => {
    const args = ["Tue 2–5 or Friday after lunch", ...HERE, "--json"];
    const [here, there] = await Promise.all([
      constraints(args, "America/Los_Angeles"),
      constraints(args, "Pacific/Kiritimati"),
    ]);
    expect(here.out.trimEnd()).not.toContain("\n");
    expect(there.out).toBe(here.out);
    const { sure, allow } = constraintsSchema.strict().parse(JSON.parse(here.out));
    expect(sure).toBe(true);
    expect(allow).toMatchObject([
      { from: "2026-12-01", times: { from: "14:00", until: "17:00" } },
      { from: "2026-11-27", times: { from: "13:00", until: "24:00" } },
    ]);
  });

  test("sends nothing to the terminal that steers it", async () => {
    const { out, code } = await constraints(["\u001B[31mred\u202E Tuesday\u0007", ...HERE]);
    expect(code).toBe(0);
    expect(out).toContain("Tuesday");
    expect(out).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/);
  });

  test.each([
    [[], /^TEXT: /],
    [["", ...HERE], /^TEXT: /],
    [["Tuesday", "--zone", "Europe/Lisbon"], /^--now: is needed/],
    [["Tuesday", "--zone", "Europe/Lisbon", "--now", "today"], /^--now: must be a time/],
    [["Tuesday", ...NOW], /^--zone: is needed/],
    [["Tuesday", ...NOW, "--zone", "Mars"], /^--zone: must be an IANA time zone/],
    [["Tuesday", ...HERE, "--names", "Ada,,Grace"], /^--names: /],
    [["Tuesday", ...HERE, "--bogus"], /unknown option '--bogus'/],
    [["Tuesday", "Wednesday", ...HERE], /too many arguments/],
    [["Tuesday", "--now"], /argument missing/],
    [["a".repeat(2001), ...HERE], /longer than 2000 characters/],
  ])("refuses %j in one line with exit code 2", async (args, words) => {
    const { code, out, err } = await constraints(args);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toMatch(words);
    expect(err.trimEnd()).not.toContain("\n");
  });
});
