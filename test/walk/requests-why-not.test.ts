/** Why a time was not offered: by the rule that is against it, in one sentence each, and on one clock. */
import { afterEach, expect, it } from "vitest";
import { PlainRequestItem } from "../../src/http/api/request-schemas.ts";
import { bookedScreen } from "../support/briefs-walk.ts";
import { describeOneDatabase } from "../support/database.ts";
import { type Walk, startWalk } from "../support/walk.ts";

describeOneDatabase("postgres", "why a time was not offered", (open) => {
  let walk: Walk;
  afterEach(async () => await walk.close());

  const ask = async (text: string, more: { zone?: string } = {}) => {
    const { body } = await walk.api.send("POST", "/api/plain-requests", { text, ...more });
    const { id } = PlainRequestItem.parse(body);
    return await walk.waitFor("an answer", async () => {
      const answer = await walk.api.send("GET", `/api/plain-requests/${id}`);
      const found = PlainRequestItem.parse(answer.body);
      return found.answeredAt !== null && found;
    });
  };

  it("is said by its rule", async () => {
    walk = await startWalk(open);
    const { payload } = await bookedScreen(walk);
    const { name } = payload.candidate;
    const why = async (when: string) =>
      (await ask(`why was ${when} not offered to ${name}?`)).words;
    for (const [when, rule] of [
      ["Saturday", "nobody is asked to an interview on a Saturday or Sunday"],
      ["Sunday at 3am", "nobody is asked to an interview on a Saturday or Sunday"],
      ["Wednesday at 3am", "they are asked between 07:00 and 21:00 (Lisbon time) that day"],
      ["today", "nothing is offered that begins before Tuesday 24 November 2026, 09:00 (Lisbon"],
      ["Thursday at 8pm", "outside working hours"],
      ["1 March 2027", "Times are looked for until Monday 4 January 2027 and no later"],
      ["18 December", "within the plan's horizon, until Monday 30 November 2026"],
    ] as const) {
      const words = await why(when);
      expect(words.join(" ")).toContain(rule);
      expect(new Set(words).size).toBe(words.length);
    }
    // Whoever reads another clock is told all of it by that one.
    for (const when of ["Thursday at 3am", "Thursday", "today", "Friday at 3pm"]) {
      const { words } = await ask(`why was ${when} not offered to ${name}?`, {
        zone: "Asia/Tokyo",
      });
      expect(words.join(" ")).toContain("(Tokyo time)");
      expect(words.join(" ")).not.toContain("Lisbon");
    }
  });
});
