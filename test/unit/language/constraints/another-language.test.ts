import { expect, test } from "vitest";
import { english } from "../../../../src/language/constraints/en.ts";
import type { Language } from "../../../../src/language/constraints/language.ts";
import { readConstraints } from "../../../../src/language/constraints/read-constraints.ts";
import { NOW, ruleLine, ZONE } from "./read.ts";

/** As small as a language can be: it is one table, and the grammar knows nothing of it. */
const german: Language = {
  phrases: [
    ["freitags", { kind: "weekdays", days: [5], every: true }],
    ["dienstag", { kind: "weekdays", days: [2], every: false }],
    ["mittwoch", { kind: "weekdays", days: [3], every: false }],
    ["morgen", { kind: "day", days: 1 }],
    ["nachmittags", { kind: "daypart", name: "nachmittags", range: [720, 1080], each: true }],
    ["nicht", { kind: "not" }],
    ["nach", { kind: "bound", bound: "after" }],
    ["oder", { kind: "or" }],
    ["bis", { kind: "to" }],
    ["uhr", { kind: "hours_mark" }],
    ["verschieben", { kind: "intent", intent: "move" }],
    ["bitte", { kind: "filler" }],
    ["auf", { kind: "filler" }],
    [",", { kind: "comma" }],
  ],
  possessives: [],
  namesAreCapital: false,
  dates: () => [],
};

test.each([
  [
    "bitte auf dienstag oder mittwoch nach 15 uhr verschieben",
    "move",
    ["2026-12-01 15:00-24:00", "2026-12-02 15:00-24:00"],
    [],
  ],
  ["nicht freitags, morgen 14 bis 16 uhr", "availability", ["2026-11-27 14:00-16:00"], ["Fri"]],
  ["dienstag nachmittags", "availability", ["2026-12-01 12:00-18:00"], []],
])("another language is one more table: %s", (text, intent, allow, deny) => {
  const read = readConstraints({ text, now: NOW, zone: ZONE, language: german });
  expect(read.intent).toBe(intent);
  expect(read.allow.map(ruleLine)).toEqual(allow);
  expect(read.deny.map(ruleLine)).toEqual(deny);
  expect(read.leftOver).toEqual([]);
});

test("no phrase of English stands there with two meanings", () => {
  const meanings = new Map<string, string>();
  const doubled = english.phrases.flatMap(([phrase, meaning]) => {
    const said = JSON.stringify(meaning);
    const before = meanings.get(phrase);
    meanings.set(phrase, said);
    return before === undefined || before === said ? [] : [`${phrase}: ${before} or ${said}`];
  });
  expect(doubled).toEqual([]);
});
