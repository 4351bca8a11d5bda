/** Which end of a scale is the better one: known by its words or by Lever's plain numbers, or not at all. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isNoRating, readScale } from "../../../src/domain/rating-scale.ts";

const NONE = [
  "Not observed",
  "0 - Not observed",
  "Not assessed",
  "N/A",
  "n/a (not asked)",
  "5 - Not applicable",
  "Did not ask",
  "Didn't get to this",
  "Did not cover",
  "Unable to judge",
  "Can't say",
  "Skipped",
  "No opinion",
  "Don’t know",
  "Unsure",
  "-",
];
const UP = [
  ["1", "2", "3", "4"],
  ["1", "2", "3", "4", "5"],
  ["1 - Strong No Hire", "2 - No Hire", "3 - Hire", "4 - Strong Hire"],
  ["1. Poor", "2. Below what we need", "3. As we need", "4. Above", "5. Far above"],
  ["0 - Poor", "1 - Weak", "2 - Fair", "3 - Great"],
  ["1 (low)", "2", "3 (high)"],
  ["1 - Poor", "2 - Fair", "3 - Good", "4 - Very good", "5 - Excellent"],
  ["Strong no", "No", "Yes", "Strong yes"],
  ["Below expectations", "Meets expectations", "Exceeds expectations"],
  ["Not a fit", "Fair", "Good fit", "Outstanding fit"],
  ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"],
];

describe("a scale", () => {
  it.each(UP)(
    "is read upwards whatever its order and whatever says that nobody rated: %s",
    (...up) => {
      const none = fc.array(fc.constantFrom(...NONE), { maxLength: 3 });
      fc.assert(
        fc.property(none, none, fc.boolean(), (before, after, isDown) => {
          const listed = [...before, ...(isDown ? up.toReversed() : up), ...after];
          expect(readScale(listed)).toEqual({ scale: up });
        }),
      );
    },
  );

  it.each([
    [["1 - Best", "2 - Middle", "3 - Worst"], "contrary"],
    [["1 - Top", "2 - Average", "3 - Low"], "contrary"],
    [["1 (high)", "2", "3 (low)"], "contrary"],
    [["1 - Outstanding", "2 - Solid", "3 - Weak", "4 - Bad"], "contrary"],
    [["Yes", "Strong yes", "No", "Strong no"], "contrary"],
    [["1 - Sehr gut", "2 - Gut", "3 - Mangelhaft"], "unclear"],
    [["1 - Bestens", "2 - Solid"], "unclear"],
    [["1", "2", "3", "4", "5", "6"], "unclear"],
    [["0 - None", "1 - Some", "2 - Much"], "unclear"],
    [["No evidence", "Some", "Strong"], "unclear"],
    [["1 - Low risk", "2 - Medium risk", "3 - High risk"], "unclear"],
    [["1 - Not enough", "2 - Good", "3 - Too much"], "unclear"],
    [["-1 - Below", "0 - Meets", "2 - Exceeds"], "unclear"],
    [["Junior", "Mid", "Senior"], "unclear"],
    [["A", "B", "C", "D"], "unclear"],
    [["Not observed", "Good"], "too_few"],
  ])("has no known direction: %j", (options, fault) => {
    expect(readScale(options)).toEqual({ fault });
  });

  it("never puts praise below a no, whatever its numbers", () => {
    const words = fc.shuffledSubarray(
      ["Poor", "Weak", "Fair", "Good", "Excellent", "Best", "Odd"],
      {
        minLength: 2,
      },
    );
    fc.assert(
      fc.property(words, (some) => {
        const { scale } = readScale(some.map((word, index) => `${index + 1} - ${word}`));
        const order = (scale ?? []).map((label) =>
          /Poor|Weak/u.test(label) ? 0 : /Fair/u.test(label) ? 1 : /Odd/u.test(label) ? null : 2,
        );
        const known = order.filter((one) => one !== null);
        expect(known).toEqual(known.toSorted((one, other) => one - other));
      }),
    );
  });
});

describe("an option", () => {
  it("rates nobody where nothing was seen, asked or known, and a no rates", () => {
    expect(NONE.filter((label) => !isNoRating(label))).toEqual([]);
    const ratings = [
      "No",
      "Not a fit",
      "Not ready",
      "Not shown",
      "Did not meet the bar",
      "1",
      "Nice",
    ];
    expect(ratings.filter(isNoRating)).toEqual([]);
  });
});
