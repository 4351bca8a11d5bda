/** What is offered in place of what was found: never a fact that nobody wrote, and never finished by a click where something is to be told. */
import { describe, expect, test } from "vitest";
import { checkLanguage } from "../../../../src/language/checker/check-language.ts";
import type { Finding, Kind } from "../../../../src/language/checker/types.ts";
import { EXAMPLES } from "./examples.ts";

const FOUND = EXAMPLES.filter(({ found }) => found).flatMap(({ text, kind }) =>
  checkLanguage(text, { kind }).map((finding) => ({ text, kind, finding })),
);
const BLANK = /\[\u2026 [^\]]+\]/gu;

const categoriesOf = (text: string, kind: Kind): string[] =>
  checkLanguage(text, { kind }).map(({ category }) => category);

const insteadOf = ({ instead }: Finding): string => instead ?? "";

test("an alternative never repeats what it stands for, and only its blanks are found", () => {
  for (const { text, kind, finding } of FOUND) {
    const said = ` ${text.slice(finding.start, finding.end).toLowerCase()} `;
    const instead = insteadOf(finding);
    expect(` ${instead.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, " ")} `).not.toContain(said);
    const blanks = instead.match(BLANK) ?? [];
    expect(categoriesOf(instead, kind)).toEqual(blanks.map(() => "unfilled"));
  }
});

test("feedback is never told by an alternative: what somebody did is a blank until its writer fills it", () => {
  const judged = FOUND.filter(({ kind }) => kind === "feedback");
  expect(judged.length).toBeGreaterThan(50);
  for (const { finding } of judged) {
    expect(categoriesOf(insteadOf(finding), "feedback")).toContain("unfilled");
  }
  const filled = "In the session they asked the customer twice what was needed.";
  expect(categoriesOf(filled, "feedback")).toEqual([]);
});

test("no alternative has a number, and a line of a job text states no duty without a blank", () => {
  const lines = FOUND.map(({ finding }) => insteadOf(finding));
  expect(lines.filter((line) => /\d/u.test(line))).toEqual([]);
  const jobs = FOUND.filter(({ kind }) => kind === "job_text").map(({ finding }) =>
    insteadOf(finding),
  );
  const stating = [...new Set(jobs)].filter(
    (line) => !/\[\u2026 |^(?:We welcome|Tell us) /u.test(line),
  );
  // The law's own condition of any work.
  expect(stating).toEqual(["You must be legally able to work where this job is."]);
});

test("a line of a job text stays one, whatever it asks for", () => {
  const text = "You must have a clean criminal record and tell us your current salary.";
  expect(checkLanguage(text, { kind: "job_text" }).map(insteadOf)).toEqual([
    "After an offer we make the check that the law asks for: [\u2026 which check, by which law].",
    "The range for this role is [\u2026 from what to what].",
  ]);
});

describe("a blank", () => {
  test.each([
    ["They [\u2026].", "[\u2026]"],
    ["The range is [\u2026 from what to what].", "[\u2026 from what to what]"],
    ["Trips [how often \u2026] to Ghent.", "[how often \u2026]"],
    ["They [...] did it.", "[...]"],
    ["You use [... which language].", "[... which language]"],
  ])("is found in %j until it is filled", (text, blank) => {
    for (const kind of ["question", "job_text", "feedback", "message"] as const) {
      const [found, ...more] = checkLanguage(text, { kind });
      expect(more).toEqual([]);
      expect(found).toMatchObject({ category: "unfilled", severity: "warning", instead: null });
      expect(text.slice(found?.start, found?.end)).toBe(blank);
      expect(found?.jurisdictions).toBeUndefined();
    }
  });

  test.each([
    "See [1] and [the plan].",
    "Well\u2026 it works.",
    "Use list[0] and [a, b].",
    "- [ ] book",
  ])("is not seen in %j", (text) => {
    expect(checkLanguage(text, { kind: "message" })).toEqual([]);
  });
});
