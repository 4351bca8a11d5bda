/** A change of what is booked as a person decides on it: what was, what becomes of it, and the other ways. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { describePostgres } from "../support/database.ts";
import { declinedByGuest } from "../support/declined.ts";
import { untilProposal, waitingProposal } from "../support/story.ts";
import { POOL_PLANS, type Walk, startWalk } from "../support/walk.ts";
import { findAxeFaults, openPage, scrollsSideways, startBrowser } from "./support/browser.ts";

const LOOKS = [
  { width: 1440, scheme: "light" },
  { width: 1440, scheme: "dark" },
  { width: 390, scheme: "light" },
  { width: 390, scheme: "dark" },
] as const;

describePostgres("a change of what is booked", (open) => {
  let walk: Walk;
  let browser: Browser;
  let away: string;
  let waiting: ProposalDetail;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([
      startWalk(open, { env: { PLANS_DIR: POOL_PLANS } }),
      startBrowser(),
    ]);
    ({ away, waiting } = await declinedByGuest(walk));
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  it.each(LOOKS)("is shown before and after, at $width px, $scheme", async (look) => {
    const { page, assertQuiet } = await openPage(browser, look);
    await page.goto(`${walk.url}/proposals/${waiting.id}`);
    const panel = page.getByRole("region", { name: "What changes" });
    await panel.waitFor();
    const nameOf = (email: string | undefined): string =>
      walk.world.people.find((person) => person.email === email)?.name ?? "nobody";
    const [session] = waiting.payload.sessions;
    const newcomer = session?.panel.find(
      ({ email }) => !waiting.payload.change?.before[0]?.panel.some((old) => old.email === email),
    );
    expect(await panel.locator("del").first().innerText()).toContain(nameOf(away));
    expect(await panel.locator("ins").first().innerText()).toContain(nameOf(newcomer?.email));
    expect(await panel.innerText()).toContain(`${nameOf(away)} declined the invitation.`);
    await page.getByRole("button", { name: /^Change what is booked/ }).waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    assertQuiet();
  });

  it("has its other ways, and a person takes one of them", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/proposals/${waiting.id}`);
    const ways = page.locator(".change-ways > li");
    await ways.first().waitFor();
    expect(await ways.count()).toBe(waiting.alternatives.length);
    await ways.nth(0).getByRole("button", { name: "Use this" }).click();
    await untilProposal(walk, waiting, "superseded");
    const chosen = await waitingProposal(walk, waiting.payload.opportunityId);
    expect(chosen.itinerary).toEqual(waiting.alternatives[0]);
    await page.waitForURL(`**/proposals/${chosen.id}`);
    assertQuiet();
  });
});
