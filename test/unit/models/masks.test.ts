import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { createMasks } from "../../../src/models/masks.ts";

describe("masks", () => {
  test.each([
    ["Write to ada.lovelace+jobs@mail.example.co.uk today.", "Write to [email 1] today."],
    ["ada@example.com, then ada@example.com again", "[email 1], then [email 1] again"],
    ["Call +49 (0)30 1234-5678 or 0171/2345678.", "Call [phone 1] or [phone 2]."],
    ["(555) 010-9999 is hers", "[phone 1] is hers"],
    ["00351 912 345 678", "[phone 1]"],
    ["912 345 678 or 612.345.678", "[phone 1] or [phone 2]"],
    ["#912345678, tel/912345679", "#[phone 1], tel/[phone 2]"],
    ["tel.912 345 678", "tel.[phone 1]"],
    ["Phone:0171 2345678", "Phone:[phone 1]"],
    ["\uff19\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18", "[phone 1]"],
    ["\uff0b351\u3000912\u3000345\u3000678", "[phone 1]"],
  ])("hide %s", (text, masked) => {
    expect(createMasks().text(text)).toBe(masked);
  });

  test.each([
    "On 2026-03-14 at 15:45, from 2019-2024 and 2019 - 2024.",
    "Moved 4 000 000 parcels and 12.000.000 rows in 3 years 6 months.",
    "Case 5b1c7f0e-0000-4000-8000-000000000001 at v1.2.3, port 5432.",
    "{{when}} with {{panel}}",
    "@people and C# at 60 %",
  ])("leave alone what is none of it: %s", (text) => {
    expect(createMasks().text(text)).toBe(text);
  });

  it("hide names where they are given, whole and in parts, and no part of another word", () => {
    const masks = createMasks(["Ada Lovelace", "Jo"]);
    expect(masks.text("Ada Lovelace and Jo met; Lovelace's Journal, Adam.")).toBe(
      "[person 1] and [person 2] met; [person 1b]'s Journal, Adam.",
    );
  });

  it("keep one number for one person in all spellings, and none for a name that two have", () => {
    const masks = createMasks(["Ines Fujita", "Ines Costa", "Jonas Iyer"]);
    const words = "INES FUJITA, Ines Fujita, fujita's; Ines Costa; Ines; JONAS, Jonas Iyer";
    const masked = masks.value({ words });
    expect(masked).toEqual({
      words:
        "[person 1], [person 1b], [person 1c]'s; [person 2]; [person 3]; [person 4], [person 4b]",
    });
    expect(masks.putBack(masked, masked)).toEqual({ words });
    const many = Array.from({ length: 30 }, (_, at) => `JONAS${" ".repeat(at + 1)}IYER`);
    const stands = many.map((spelling) => masks.text(spelling));
    expect(new Set(stands).size).toBe(many.length);
    expect(stands.every((placeholder) => placeholder.startsWith("[person 4"))).toBe(true);
  });

  it("hide names in any letters, with and without accents, and no word that a part of one is in small letters", () => {
    const masks = createMasks(["Inês Fujita", "Grace Hopper", "Jose\u0301 Núñez", "Will Łukasz"]);
    for (const name of [
      "ines fujita",
      "GRACE HOPPER",
      "Jose Nunez",
      "JOSÉ NÚÑEZ",
      "jose\u0301 núñez",
      "nunez",
      "lukasz",
      "Will",
      "WILL",
      "will lukasz",
      "Grace\nHopper",
    ]) {
      expect([name, masks.text(name)]).toEqual([
        name,
        expect.stringMatching(/^\[person \d+[a-z]*\]$/),
      ]);
    }
    const plain = "It will be granted by grace; graceful as Gracey is.";
    expect(masks.text(plain)).toBe(plain);
  });

  it("hide names with signs in them, and the parts between hyphens", () => {
    const masks = createMasks(["Anne-Marie O'Neil (she/her)", "Smith\u2010Jones, Jr."]);
    expect(masks.text("Anne-Marie O'Neil (she/her), Marie, Smith\u2010Jones, Jr. and JONES")).toBe(
      "[person 1], [person 1b], [person 2] and [person 2b]",
    );
  });

  it.each(["Андрей", "김민준", "किरण", "がぎ", "Ὀδυσσέα"])(
    "hide %s in one sign a letter and in parts",
    (name) => {
      for (const form of [name.normalize("NFC"), name.normalize("NFD"), name.toUpperCase()]) {
        expect(createMasks([name]).text(form)).toBe("[person 1]");
        expect(createMasks([form]).text(name)).toBe("[person 1]");
      }
    },
  );

  it("hide whatever is given as a name", () => {
    const name = fc.string({ unit: "binary", minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
        const given = names
          .map((each) => each.trim())
          .filter((each) => each.length > 1 && /\p{L}/u.test(each));
        const masks = createMasks(names);
        for (const each of given) expect(masks.text(each)).toMatch(/\[person \d+[a-z]*\]/);
      }),
      { numRuns: 60 },
    );
  });

  it("put a value back where it stood, and nowhere else", () => {
    const masks = createMasks(["Ada"]);
    const shown = masks.value({
      items: [
        { id: "a", text: "Ada: ada@example.com" },
        { id: "b", text: "nothing" },
      ],
    });
    expect(JSON.stringify(shown)).not.toMatch(/Ada|example/);
    // In another order: items are known by their ids.
    const items = [
      { id: "b", text: "nothing" },
      { id: "a", text: "Write to [email 1], [person 2]" },
    ];
    expect(masks.putBack({ items }, shown)).toEqual({
      items: [items[0], { id: "a", text: "Write to ada@example.com, Ada" }],
    });
    for (const text of ["[email 1]", "[person 9]", "[phone 1]"]) {
      expect(() => masks.putBack({ items: [{ id: "b", text }] }, shown)).toThrow(
        "where the draft does not",
      );
    }
  });

  it("never take somebody's own words for a placeholder", () => {
    const masks = createMasks();
    expect(masks.value({ text: "[email 1] and real@example.com" })).toEqual({
      text: "(masked) and [email 1]",
    });
  });

  it("give back any text that a model leaves as it is", () => {
    const words = fc.array(
      fc.oneof(
        fc.string({ unit: "grapheme", maxLength: 20 }),
        fc.emailAddress(),
        fc.constantFrom("Ada Lovelace", "+44 20 7946 0958", "Ada"),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 4 }), (lists) => {
        const items = lists.map((list, id) => ({ id: String(id), text: list.join(" ") }));
        const draft = { items };
        fc.pre(!/\[(?:email|phone|person) \d+[a-z]*\]/.test(JSON.stringify(draft)));
        const masks = createMasks(["Ada Lovelace"]);
        const shown = masks.value(draft);
        expect(masks.putBack(shown, shown)).toEqual(draft);
        expect(JSON.stringify(shown)).not.toMatch(/ Lovelace |\+44 20 7946/);
      }),
      { numRuns: 200 },
    );
  });
});
