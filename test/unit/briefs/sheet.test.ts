/** In which print a brief fits one sheet, and what a sheet without room says. */
import { describe, expect, it } from "vitest";
import { sheetOf } from "../../../src/briefs/sheet.ts";
import { viewOf } from "../../../src/briefs/view.ts";
import type { SendBrief } from "../../../src/domain/brief.ts";
import {
  BRIEF_LINKS,
  changedBrief,
  firstReader,
  fullerBrief,
  fullestBrief,
  longestBrief,
  usualBrief,
} from "../../support/briefs.ts";

const setOf = (payload: SendBrief) => sheetOf(viewOf(payload, firstReader(payload), BRIEF_LINKS));

describe("the sheet of a brief", () => {
  it("is in the usual print while that fits, and has all of it", () => {
    for (const payload of [usualBrief(), changedBrief()])
      expect(setOf(payload)).toEqual({ setting: "sheet-usual", onScreenAlone: "" });
  });

  it("gets smaller in print before it leaves anything out", () => {
    const settings = [0, 0.2, 0.5, 1].map((share) => setOf(fullerBrief(share)).setting);
    expect(settings).toEqual([
      "sheet-close",
      "sheet-closest",
      "sheet-short sheet-cut",
      "sheet-shortest sheet-cut",
    ]);
  });

  it.each([
    ["in capitals", (text: string) => text.toUpperCase()],
    ["in letters as wide as high", (text: string) => "面".repeat(text.length)],
  ])("is smaller in print for the same number of letters %s", (_, change) => {
    const plain = fullerBrief(0.2);
    const { highlights, probe, questions } = plain.brief;
    const wide = {
      ...plain,
      brief: {
        ...plain.brief,
        highlights: highlights.map((each) => ({ ...each, text: change(each.text) })),
        probe: probe.map((each) => ({ ...each, text: change(each.text), ask: change(each.ask) })),
        questions: questions.map((each) => ({ ...each, text: change(each.text) })),
      },
    };
    expect(setOf(plain).setting).toBe("sheet-closest");
    expect(setOf(wide).setting).toMatch(/^sheet-short/);
  });

  it("leaves out what is needed least, and says how much", () => {
    expect(setOf(fullestBrief())).toEqual({
      setting: "sheet-shortest sheet-cut",
      onScreenAlone:
        "On screen alone, for want of room: 32 follow-ups, 5 sentences of background, 2 selling points, 19 lines on what was left out and 56 titles of what was also read.",
    });
  });

  it("is one of several, with nothing left out, where no print is small enough", () => {
    expect(setOf(longestBrief().payload)).toEqual({
      setting: "sheet-usual",
      onScreenAlone: "This brief is too long for one sheet: all of it is printed, on several.",
    });
  });
});
