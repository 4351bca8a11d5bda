/** Several proposals, each read to its end, and approved together: in a real browser, by keyboard. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describePostgres } from "../support/database.ts";
import { proposalFor, untilProposal } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import { LOOKS, findAxeFaults, openPage, startBrowser } from "./support/browser.ts";

describePostgres("several proposals approved together", (open) => {
  let walk: Walk;
  let browser: Browser;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  /** As somebody scrolls: what was on the screen for no frame was not seen. */
  const readTo = async (page: Page, id: string, place: "start" | "end"): Promise<void> =>
    await page.locator(`[data-several="${id}"]`).evaluate(async (item, edge) => {
      item.scrollIntoView({ block: edge });
      await new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      });
    }, place);

  it("are chosen by key, read one after the other, and what changed meanwhile is left out", async () => {
    const [one, two, three] = [
      await proposalFor(walk, walk.nextCandidate()),
      await proposalFor(walk, walk.nextCandidate()),
      await proposalFor(walk, walk.nextCandidate()),
    ];
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(walk.url);
    await page.getByRole("link", { name: one.candidateName }).waitFor();
    for (const _ of [one, two, three]) {
      await page.keyboard.press("j");
      await page.keyboard.press("x");
    }
    await page.getByRole("region", { name: "Chosen" }).getByText("3 chosen").waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    await page.keyboard.press("b");
    await page.waitForURL((url) => url.pathname === "/several");
    await page.getByRole("heading", { name: "What you approve" }).waitFor();
    const go = page.getByRole("button", { name: "Go to the next to read" });
    // Nothing can be approved that was only jumped over.
    await page.keyboard.press("a");
    await page.keyboard.press("Enter");
    expect((await walk.api.proposal(one.id)).status).toBe("waiting");
    for (const { id } of [one, two, three]) {
      await readTo(page, id, "start");
      await readTo(page, id, "end");
    }
    await page.getByRole("button", { name: "Approve 3" }).waitFor();
    expect(await go.count()).toBe(0);
    expect(await findAxeFaults(page)).toEqual([]);

    // The page does not hear of it.
    await page.route("**/content", async (route) => await route.abort());
    await walk.api.decide(two.id, {
      decision: "reject",
      digest: two.digest,
      reason: "Another week.",
    });
    await page.keyboard.press("a");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /of \d approved/ }).waitFor();
    const outcomes = page.getByRole("list", { name: "Outcomes" });
    await outcomes.getByText("it is rejected").waitFor();
    expect(await untilProposal(walk, one, "done")).toMatchObject({
      decision: { decision: "approve", by: "Sandbox recruiter" },
    });
    await untilProposal(walk, three, "done");
    expect((await walk.api.proposal(two.id)).status).toBe("rejected");
    assertQuiet();
  });

  it("is looked at on a desk and on a phone", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    for (const look of LOOKS) {
      const { page, assertQuiet } = await openPage(browser, look);
      await page.goto(`${walk.url}/?chosen=${waiting.id}`);
      await page.getByText("1 chosen").waitFor();
      await page.goto(`${walk.url}/several?of=${waiting.id}`);
      await page.getByRole("heading", { name: "What you approve" }).waitFor();
      expect(await findAxeFaults(page)).toEqual([]);
      const widths = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(widths).toBeLessThanOrEqual(look.width);
      assertQuiet();
    }
  });
});
