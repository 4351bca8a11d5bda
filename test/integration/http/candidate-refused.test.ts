import { afterAll, beforeAll, expect, it } from "vitest";
import { findAvailability } from "../../../src/cases/answers.ts";
import { formIn, openLink, post, sendForm } from "../../support/candidate-page.ts";
import { bookPage, saidOn, startPageWalk } from "../../support/booked-page.ts";
import { describePostgres } from "../../support/database.ts";
import type { Walk } from "../../support/walk.ts";
import { startStopwatch } from "../../support/stopwatch.ts";

describePostgres("what a candidate's page does not take", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startPageWalk(open);
  });
  afterAll(async () => {
    await walk.close();
  });

  /** From so many forms and addresses, all at the same time. Shape: their statuses. */
  const atOnce = async (url: string, count: number, fields: Record<string, string>) =>
    await Promise.all(
      Array.from({ length: count }, async (_, at) => {
        const form = `fm_${at.toString(16).padStart(32, "0")}`;
        const from = { "x-forwarded-for": `10.0.0.${at}` };
        return (await post(url, { ...fields, form }, from)).status;
      }),
    );

  it("is more wishes to move than the plan lets, sent at once", async () => {
    const booked = await bookPage(walk);
    await atOnce(`${booked.link}/move`, 8, { reason: "At once" });
    expect(await saidOn(walk, booked)).toEqual(["wants_move", "wants_move"]);
  });

  it("is more drafts than anybody needs, sent at once", async () => {
    const booked = await bookPage(walk);
    const sent = await atOnce(`${booked.link}/availability`, 30, { words: "friday 10-12" });
    expect(sent.filter((status) => status === 200)).toHaveLength(20);
    expect(sent.filter((status) => status === 429)).toHaveLength(10);
  });

  it("is other words for what was said already: they are a draft again", async () => {
    const booked = await bookPage(walk);
    const { opportunityId } = booked.payload;
    const { database, texts } = walk.running.deps;
    const said = async () => await findAvailability(database, opportunityId, texts);
    const page = await openLink(`${booked.link}/availability`);
    const check = await sendForm(page, "/availability", { words: "friday 10-12" });
    await sendForm(check, "/confirm");
    const first = await said();
    expect(first?.words).toBe("friday 10-12");
    const again = await sendForm(page, "/availability", { words: "thursday 14-15" });
    expect(again.words).toContain("Is this right?");
    expect(await said()).toEqual(first);
    await sendForm(again, "/confirm");
    expect((await said())?.words).toBe("thursday 14-15");
    const third = await sendForm(page, "/availability", { words: "monday 9-10" });
    expect(third.url).not.toBe(again.url);
    expect((await said())?.words).toBe("thursday 14-15");
    // The first left out their interview, which is one wish; the second is of the time that they then wait for.
    expect(await saidOn(walk, booked)).toEqual(["availability", "wants_move", "availability"]);
  });

  it("is more times than can be kept, nor marks without end, and it says why", async () => {
    const booked = await bookPage(walk);
    const page = await openLink(`${booked.link}/availability`);
    const hours = Array.from({ length: 24 }, (_, at) => `${at}:00-${at}:30`).join(", ");
    const words = `every day ${hours}`;
    const refused = await sendForm(page, "/availability", { words });
    expect(refused.status).toBe(422);
    expect(refused.words).toContain("more single times than we can keep");
    expect(refused.html).toContain(words);
    const { hidden } = formIn(page, "/availability");
    const marks = "\u0345".repeat(16_000) + "\u0316".repeat(15_900);
    const from = startStopwatch();
    const long = await fetch(`${booked.link}/availability`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: `form=${hidden["form"] ?? ""}&words=a${marks}`,
    });
    expect([long.status, (await long.text()).includes("too long")]).toEqual([422, true]);
    // Bringing these marks to one normal form takes seconds.
    expect(from.wallMs()).toBeLessThan(1000);
    expect(await saidOn(walk, booked)).toEqual([]);
  });

  it("is an answer that makes what was written too long, and it says why", async () => {
    const booked = await bookPage(walk);
    const page = await openLink(`${booked.link}/availability`);
    const words = `3/12 ${"x ".repeat(997)}`.trim();
    const check = await sendForm(page, "/availability", { words });
    expect(check.words).toContain("Something is not clear yet");
    const refused = await sendForm(check, "/choose");
    expect([refused.status, refused.words.includes("too long")]).toEqual([422, true]);
    expect(refused.html).toContain(words.slice("3/12".length));
  });
});
