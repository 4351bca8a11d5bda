import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import {
  canBeStrict,
  promptDigest,
  readJson,
  schemaToSend,
} from "../../../src/models/structured.ts";
import { startStopwatch } from "../../support/stopwatch.ts";

describe("JSON in a text", () => {
  test.each([
    ['{"a":1}', { a: 1 }],
    ['Of course: {"a":1} I hope that helps.', { a: 1 }],
    ["```json\n{a: 'x',}\n```", { a: "x" }],
    ['{"a":"one",\n"b":"two"\n// a note\n}', { a: "one", b: "two" }],
  ])("is read: %s", (text, found) => {
    expect(readJson(text)).toEqual(found);
  });

  test.each(['{"a":"half of it', '{"a":[{"b":1},{"c":', "[1,2]", '[{"a":1}]', '"a"', "", "no"])(
    "is not made up where there is no whole object: %s",
    (text) => {
      expect(readJson(text)).toBeUndefined();
    },
  );
});

describe("JSON that a model has written carelessly", () => {
  const careless = (sentences: number): string =>
    `{sentences: [${Array.from({ length: sentences }, (_, at) => `'Sentence ${at} says what is to be known of it.',`).join("\n")}]}`;

  it("is repaired at the length that answers have, and not beyond", () => {
    expect(readJson(careless(40))?.["sentences"]).toHaveLength(40);
    expect(readJson(careless(400))).toBeUndefined();
  });

  it("is read at any length where it only has words around it", () => {
    const items = Array.from({ length: 20_000 }, (_, at) => `"it's" ${at}`);
    expect(readJson(`Of course:\n\`\`\`json\n${JSON.stringify({ items })}\n\`\`\``)).toEqual({
      items,
    });
  });

  it.each(["'a ", "'a", "'a\n", "`a ", "“a ", '"a" ', "[{", "&quot;a ", "can't a a "])(
    "does not keep the process from its work: %s",
    (unit) => {
      const units = unit.repeat(20_000 / unit.length);
      const began = startStopwatch();
      for (const text of [`{${units}}`, `{"a":${units}}`, `{"a":"${units}"}`]) readJson(text);
      expect(began.cpuMs()).toBeLessThan(400);
    },
  );
});

describe("a schema", () => {
  const closed = z.toJSONSchema(
    z.strictObject({ text: z.string().max(9), more: z.array(z.string()) }),
  );

  it("is sent without what our own check sees to", () => {
    expect(JSON.stringify(schemaToSend(closed))).not.toMatch(/maxLength|\$schema/);
  });

  it("keeps a property whatever it is called", () => {
    const named = z.toJSONSchema(z.strictObject({ format: z.string(), pattern: z.string() }));
    expect(schemaToSend(named)).toMatchObject({ properties: { format: {}, pattern: {} } });
  });

  it("may be held to exactly when it is closed and needs all that it has", () => {
    expect(canBeStrict(closed)).toBe(true);
    const open = z.toJSONSchema(z.strictObject({ text: z.string().optional() }));
    expect(canBeStrict(open)).toBe(false);
    expect(canBeStrict({ type: "array", items: { type: "object", properties: {} } })).toBe(false);
  });

  it("is named with its prompt by one digest", () => {
    const digest = promptDigest("Word it.", closed);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(promptDigest("Word it.", closed)).toBe(digest);
    expect(promptDigest("Word it!", closed)).not.toBe(digest);
  });
});
