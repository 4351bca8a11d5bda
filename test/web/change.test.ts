/** A change of what is booked as a person decides on it: what was, what becomes of it, and the other ways. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { describePostgres } from "../support/database.ts";
import { approved, declinedByGuest } from "../support/declined.ts";
import { proposalFor, untilProposal, waitingProposal } from "../support/story.ts";
import { POOL_PLANS, type Walk, startWalk } from "../support/walk.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

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

  it("whose candidate learns nothing shows no mail, and can be a cancellation instead", async () => {
    const booked = await approved(walk, await proposalFor(walk, walk.nextCandidate()));
    const { opportunityId } = booked.payload;
    const panel = booked.effects.find(({ kind }) => kind === "lever_panel")?.externalRef;
    await walk.eyes.control("POST", `/panels/${panel?.["panelId"]}/delete`, {});
    const inLever = await waitingProposal(walk, opportunityId);
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/proposals/${inLever.id}`);
    await page.getByText("As booked: calendar and Lever are put right.").waitFor();
    await page.getByRole("tab", { name: "Invitation" }).waitFor();
    expect(await page.getByRole("tab", { name: "Mail to the candidate" }).count()).toBe(0);
    await page.getByRole("button", { name: "Cancel the interview instead" }).click();
    await untilProposal(walk, inLever, "superseded");
    const instead = await waitingProposal(walk, opportunityId);
    expect(instead).toMatchObject({ kind: "cancel_booking", audience: "candidate" });
    await page.waitForURL(`**/proposals/${instead.id}`);
    const taken = page.getByRole("region", { name: "What is taken back" });
    await taken.waitFor();
    await page.getByRole("tab", { name: "Mail to the candidate" }).waitFor();
    await page.getByRole("button", { name: /^Cancel the interview/ }).waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
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
