import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Environment } from "../../../src/config/environment.ts";

describe(".env.example", () => {
  it("names every variable once, and no other", async () => {
    const example = await readFile(join(import.meta.dirname, "../../../.env.example"), "utf8");
    const names = example
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => line.split("=")[0] ?? "");
    expect(names.toSorted()).toEqual(Object.keys(Environment.shape).toSorted());
  });
});
