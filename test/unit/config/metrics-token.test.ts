import { expect, it } from "vitest";
import { parseConfig } from "../../../src/config.ts";

const warned = (PUBLIC_URL: string | undefined, METRICS_TOKEN?: string): string[] =>
  parseConfig({
    ...(PUBLIC_URL !== undefined && { PUBLIC_URL }),
    ...(METRICS_TOKEN !== undefined && { METRICS_TOKEN }),
  }).warnings;

it.each([
  "https://convene.example.com",
  "https://203.0.113.7",
  "https://172.32.0.1",
  "https://[2001:db8::1]",
])("figures without a token are warned of where %s may be reached from outside", (address) => {
  expect(warned(address)).toEqual([
    expect.stringMatching(/^METRICS_TOKEN is not set, and PUBLIC_URL/),
  ]);
  expect(warned(address, "a-token-of-some-length")).toEqual([]);
});

it.each([
  undefined,
  "http://localhost:3000",
  "http://convene:3000",
  "http://127.0.0.2:3000",
  "http://10.1.2.3",
  "http://172.20.0.1",
  "http://192.168.1.7",
  "http://[fd00::1]",
  "https://convene.internal",
])("and not where %s is of a network of its own", (address) => {
  expect(warned(address)).toEqual([]);
});

it("a token that may be guessed is warned of, and one with a space refused", () => {
  expect(warned(undefined, "short")).toEqual([expect.stringMatching(/^METRICS_TOKEN is short/)]);
  expect(() => warned(undefined, "two words")).toThrow(/METRICS_TOKEN: must have no white space/);
});
