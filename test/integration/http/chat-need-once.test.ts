/** What somebody needs is sent once, however often its button is pressed. */
import { beforeAll, expect, it } from "vitest";
import type { Database } from "../../../src/db/port.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { standBooked } from "../../support/injected/booked-there.ts";
import { answered, pressed } from "../../support/injected/chat-visit.ts";
import type { Standee } from "../../support/injected/desk.ts";
import { CLEAN } from "../../support/injected/written.ts";

describeOneDatabase("embedded", "the button of a need", (open) => {
  let database: Database;
  let standee: Standee;
  beforeAll(async () => {
    database = await open();
    standee = await standBooked(CLEAN, database);
  });

  const countSent = async () => {
    const said = await database.query<{ n: number }>(
      "select count(*)::int as n from candidate_answers where kind = 'needs'",
    );
    return said[0]?.n;
  };

  it("sends it once, and says then that they have it", async () => {
    const { answer } = await answered(standee, "I am deaf: is there an interpreter?");
    const press = async (text = "", messageId = answer.id) =>
      (await pressed(standee, { kind: "ask_for_adjustment", text, messageId })).words?.text;
    expect(await press()).toMatch(/^Thank you/);
    expect(await press()).toContain("have this already");
    expect(await press("I am deaf: is there an interpreter? ", "")).toContain("have this already");
    expect(await countSent()).toBe(1);
    expect(await press("And a hearing loop.")).toMatch(/^Thank you/);
    expect(await countSent()).toBe(2);
  });
});
