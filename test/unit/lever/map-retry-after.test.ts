import { expect, it } from "vitest";
import { mapRetryAfter } from "../../../src/lever/map-retry-after.ts";

const now = Temporal.Instant.from("2026-11-23T09:00:00Z");

it.each([
  [null, undefined],
  ["7", 7_000],
  ["0", 0],
  ["Mon, 23 Nov 2026 09:00:30 GMT", 30_000],
  ["Mon, 23 Nov 2026 08:00:00 GMT", 0],
  ["soon", undefined],
])("Retry-After %s means a wait of %s milliseconds", (header, expected) => {
  expect(mapRetryAfter(header, now)).toBe(expected);
});
