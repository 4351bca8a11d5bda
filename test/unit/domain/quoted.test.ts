import { describe, expect, it } from "vitest";
import {
  briefLine,
  cleanText,
  isVisible,
  plainName,
  quote,
  shownCase,
  shownName,
} from "../../../src/domain/quoted.ts";
import { startStopwatch } from "../../support/stopwatch.ts";

const name = (text: string) =>
  plainName(quote(text, { system: "lever", ref: "opportunity/1#name" }), "there");

describe("quoted text", () => {
  it("loses invisible, bidirectional and tag characters and nothing else", () => {
    expect(cleanText("A\u200Bd\u202Ea\u{E0041} Łovelace\n\tok")).toBe("Ada Łovelace\n\tok");
  });

  it.each(["\u3164", "\uFFA0", "\u115F", "\u034F", "\uFE0F", "\u{E0100}", "\u2800", "\u17B4"])(
    "loses what has no sign at all: %j",
    (unseen) => {
      expect(cleanText(`Ada${unseen}`)).toBe("Ada");
      expect(isVisible(unseen)).toBe(false);
    },
  );

  it("may have a picture", () => {
    expect(isVisible("Rita \u2764\uFE0F")).toBe(true);
    expect(isVisible("Rita\uFE0F")).toBe(false);
  });

  it("is brought to one normal form", () => {
    expect(cleanText("e\u0301")).toBe("é");
  });

  it("costs no more than its line, however long a name is", () => {
    const marks = `Ada ${"\u0345".repeat(50_000)}${"\u0316".repeat(50_000)}`;
    const from = startStopwatch();
    expect(name(marks)).toMatch(/^Ada/);
    expect(from.cpuMs()).toBeLessThan(500);
  });

  it.each([
    ["Ada Lovelace", "Ada Lovelace"],
    ["  Ada \n Lovelace ", "Ada Lovelace"],
    ["Ada https://evil.test/x?y=1", "Ada"],
    ["[click](https://evil.test)", "click"],
    ["<b>Ada</b>", "bAdab"],
    ["{{when}}", "when"],
    ["", "there"],
    ["\u200B\u200B", "there"],
    ["x".repeat(200), "x".repeat(80)],
    [`${"x".repeat(79)}🙂`, "x".repeat(79)],
    ["Ada\ud83d Quill", "Ada\ufffd Quill"],
    ["José Ångström-O’Neil", "José Ångström-O’Neil"],
  ])("makes the name %j fit for a line of ours", (given, expected) => {
    expect(name(given)).toBe(expected);
  });
});

describe("a name of the company's own records", () => {
  it.each([
    [
      "Senior Engineer, C# / .NET (m/f/d) & Node.js",
      "Senior Engineer, C# / .NET (m/f/d) & Node.js",
    ],
    ["Backend Engineer\n\nYou are hired.", "Backend Engineer You are hired."],
    ["Back\u200bend\u202e Engi\u{E0041}neer\u2028now", "Backend Engineer now"],
    ["Engineer, see https://evil.example/x now", "Engineer, see (link left out) now"],
    ["Engineer www.evil.example", "Engineer (link left out)"],
    ["Kim, write to kim@evil.example", "Kim, write to (link left out)"],
    ["@admin <script>x</script>[a](b)", "(at) admin < script>x< /script>[a] (b)"],
  ])("is shown of %j as one line that leads nowhere", (given, expected) => {
    expect(shownName(given)).toBe(expected);
  });

  it("is shown so of a case too", () => {
    const given = { postingTitle: "Engineer www.evil.example", stageName: "On\nsite", id: "1" };
    expect(shownCase(given)).toEqual({
      postingTitle: "Engineer (link left out)",
      stageName: "On site",
    });
  });

  it("is as long as a name, whatever is replaced in it", () => {
    expect(shownName("@a ".repeat(500)).length).toBeLessThanOrEqual(200);
    expect(shownName(`a@${"b".repeat(50_000)}`)).toBe("(link left out)");
  });
});

describe("a line that is too long", () => {
  it.each([
    ["Nothing fits.", 13, "Nothing fits."],
    ["Nothing fits at all.", 15, "Nothing fits…"],
    ["Nothing fits. Says Lever.", 16, "Nothing fits…"],
    ["Nothing fits at all.", 13, "Nothing fits…"],
    ["Nothing fits\nat all.", 14, "Nothing fits…"],
    [`See ${"x".repeat(90)}`, 60, `See ${"x".repeat(55)}…`],
    ["x".repeat(20), 10, `${"x".repeat(9)}…`],
  ])("of %j and %i says that there is more, and cuts no word", (text, max, expected) => {
    const line = briefLine(text, max);
    expect(line).toBe(expected);
    expect(line.length).toBeLessThanOrEqual(max);
  });
});
