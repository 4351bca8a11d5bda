import { describe, expect, it, test } from "vitest";
import { type Dialect, FULL, withoutRefused } from "../../../src/models/dialect.ts";

const ANY = { isStructured: true, knowsStore: false };

describe("what is left out after a refusal", () => {
  test.each<[string, Partial<Dialect>]>([
    ["Unrecognized request argument supplied: store", { store: false }],
    ["temperature unsupported_value", { temperature: false }],
    ["Unknown field max_completion_tokens", { mostTokens: false }],
    ["stream_options is not supported", { streamUsage: false }],
    ["invalid_json_schema: 'additionalProperties' is required", { strict: false }],
    ["response_format of type json_schema is not supported", { way: "tool" }],
    ["extra fields not permitted", { store: false }],
  ])("is what it names: %s", (words, left) => {
    expect(withoutRefused(FULL, words, ANY)).toEqual({ ...FULL, ...left });
  });

  it("is one thing after another where it names nothing, and in the end nothing", () => {
    const ways: string[] = [];
    for (let at: Dialect | null = FULL; at; at = withoutRefused(at, "Bad request", ANY)) {
      ways.push(`${at.way}${at.store ? " store" : ""}`);
    }
    expect(ways.slice(0, 5)).toEqual([
      "json_schema store",
      "json_schema",
      "tool",
      "json_mode",
      "plain",
    ]);
    expect(ways).toHaveLength(7);
  });

  it("is never that nothing is to be kept, for a server that knows the field", () => {
    const about = { isStructured: true, knowsStore: true };
    for (let at: Dialect | null = FULL; at; at = withoutRefused(at, "Bad request: store", about)) {
      expect(at.store).toBe(true);
    }
  });

  it("is no way to an answer of a shape where none is wanted", () => {
    const about = { isStructured: false, knowsStore: true };
    for (let at: Dialect | null = FULL; at; at = withoutRefused(at, "Bad request", about)) {
      expect(at.way).toBe("json_schema");
    }
  });
});
