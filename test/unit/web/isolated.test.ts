import { describe, expect, it } from "vitest";
import { isolated } from "../../../web/src/parts/isolated.ts";

describe("a name within an accessible name", () => {
  it("stays as it is where its letters turn nothing", () => {
    for (const name of ["Ines Fujita", "žluťoučký kůň", "李小龍", "rita@example.com"]) {
      expect(isolated(name)).toBe(name);
    }
  });

  it("is closed in where they do, whatever it holds to get out", () => {
    expect(isolated("עדי כהן")).toBe("\u2068עדי כהן\u2069");
    expect(isolated("ليلى")).toBe("\u2068ليلى\u2069");
    expect(isolated("a\u202Eb\u2069c")).toBe("\u2068abc\u2069");
  });
});
