import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { returnPathOf } from "../../../src/http/auth/return-path.ts";

const OURS = "https://convene.test";

describe("where somebody goes after signing in", () => {
  it("is a page of ours with all that belongs to it", () => {
    expect(returnPathOf("/cases/1?a=b&c=%2F#d", OURS)).toBe("/cases/1?a=b&c=%2F#d");
    expect(returnPathOf("/authors", OURS)).toBe("/authors");
  });

  it("is the first page for anything else", () => {
    const odd = [
      undefined,
      ["/a"],
      "",
      "cases",
      "//evil.test",
      "/\\evil.test",
      "/\n/evil.test",
      "https://convene.test/cases",
      "/auth/callback?x",
      "/api/session",
      "/mcp",
      "/../api/session",
      `/${"a".repeat(600)}`,
      "/ü",
    ];
    for (const one of odd) expect([one, returnPathOf(one, OURS)]).toEqual([one, "/"]);
  });

  it("leads a browser nowhere else, whatever is asked for", () => {
    const piece = fc.constantFrom(
      "/",
      "\\",
      ".",
      "..",
      "@",
      ":",
      "evil.test",
      "%2f",
      "?",
      "#",
      "\t",
      "http:",
      "a",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const to = returnPathOf(pieces.join(""), OURS);
        expect(to).toMatch(/^\/(?![/\\])/);
        expect(new URL(to, OURS).origin).toBe(OURS);
      }),
    );
  });
});
