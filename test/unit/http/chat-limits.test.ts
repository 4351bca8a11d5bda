/** How often one candidate may write, with what is counted given. */
import { describe, expect, it } from "vitest";
import type { Queryable } from "../../../src/db/port.ts";
import type { ChatActKind } from "../../../src/domain/chat.ts";
import { refuseTooOften } from "../../../src/http/candidate/chat/limits.ts";

const NOW = Temporal.Instant.from("2026-11-23T09:00:00Z");
const written = (lately: number, ever: number): Queryable => ({
  query: async <Result>() => await Promise.resolve([{ lately, ever }] as Result[]),
});
const isRefused = async (lately: number, ever: number, act?: ChatActKind): Promise<boolean> =>
  await refuseTooOften(written(lately, ever), {
    caseId: "case_1",
    now: NOW,
    ...(act && { act }),
  }).then(
    () => false,
    () => true,
  );

describe("Who has written too often", () => {
  it.each([
    [11, 11, false, false],
    [12, 12, true, false],
    [14, 14, true, false],
    [15, 15, true, true],
    [0, 500, true, false],
    [0, 520, true, true],
  ])(
    "with %i in a minute and %i in all is refused: %s; to leave or to ask for a person: %s",
    async (lately, ever, asked, leaving) => {
      expect(await isRefused(lately, ever)).toBe(asked);
      expect(await isRefused(lately, ever, "confirm")).toBe(asked);
      expect(await isRefused(lately, ever, "opt_out")).toBe(leaving);
      expect(await isRefused(lately, ever, "ask_a_person")).toBe(leaving);
    },
  );
});
