/** The candidate's page in a real browser: on a phone and a desk, light and dark, with script and without. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { linkInMail } from "../support/candidate-page.ts";
import { describePostgres } from "../support/database.ts";
import { proposalFor, settled, untilProposal } from "../support/story.ts";
import { OFFER_PLANS, type Walk, startWalk } from "../support/walk.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

describePostgres("the candidate's page in a browser", (open) => {
  let walk: Walk;
  let browser: Browser;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([
      startWalk(open, { candidates: 300, env: { PLANS_DIR: OFFER_PLANS } }),
      startBrowser(),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  /** A candidate whose zone is known, with an offer that waits for them. */
  const offered = async (): Promise<{ link: string; zone: string; opportunityId: string }> => {
    const opportunityId = walk.nextCandidate();
    const waiting = await proposalFor(walk, opportunityId);
    await walk.api.approve(waiting);
    const { payload } = await untilProposal(walk, waiting, "done");
    const { email, zone } = payload.candidate;
    return { link: await linkInMail(walk, email), zone, opportunityId };
  };
  const faultsOf = async (page: Page): Promise<string[]> => [
    ...(await findAxeFaults(page)),
    ...((await scrollsSideways(page)) ? ["scrolls sideways"] : []),
  ];

  it.each(LOOKS)(
    "is done from choosing to confirming by keyboard, and can be read by everybody, $width px, $scheme",
    async (screen) => {
      const { link, opportunityId } = await offered();
      const { page, assertQuiet } = await openPage(browser, screen);
      await page.goto(link);
      await page.waitForURL(/zone=/);
      expect(await faultsOf(page)).toEqual([]);
      await page
        .getByRole("button", { name: /You will meet/ })
        .first()
        .focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/said=picked/);
      await settled(walk, opportunityId);
      await page.getByRole("button", { name: "I will be there" }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole("button", { name: "I will be there" }).press("Enter");
      await page.getByText("You confirmed that you will be there").waitFor();
      await page.getByText("What you need, and how your name is said").click();
      await page.getByLabel("What do you need?").fill("Captions, please");
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole("button", { name: "Send" }).click();
      await page.getByText("will see to it").waitFor();
      await page.getByText("Ask for another time").first().click();
      await page.getByLabel("Why, and when would it suit you better?").fill("x".repeat(30));
      expect(await faultsOf(page)).toEqual([]);
      assertQuiet();
      await page.context().close();
    },
  );

  it("does all of it without script", async () => {
    const { link, opportunityId } = await offered();
    const context = await browser.newContext({ javaScriptEnabled: false, locale: "fr-FR" });
    const page = await context.newPage();
    await page.goto(link);
    await page
      .getByRole("button", { name: /You will meet/ })
      .first()
      .click();
    await settled(walk, opportunityId);
    // The page looks again by itself.
    await page.getByRole("button", { name: "I will be there" }).click();
    await page.getByText("You confirmed that you will be there").waitFor();
    await page.getByRole("button", { name: "A person instead" }).click();
    await page.getByText("You asked for a person").waitFor();
    expect(await page.locator("time").first().innerText()).toMatch(
      /lundi|mardi|mercredi|jeudi|vendredi/,
    );
    await page.getByLabel("Dates in").selectOption("de");
    await page.getByRole("button", { name: "Show" }).click();
    expect(await page.locator("time").first().innerText()).toMatch(/tag|Mittwoch/);
    await context.close();
  });

  it("shows the zone of the device, and says so where our messages used another", async () => {
    const { link, zone } = await offered();
    const away = zone === "Asia/Tokyo" ? "Europe/Lisbon" : "Asia/Tokyo";
    const place = away === "Asia/Tokyo" ? "Tokyo time" : "Lisbon time";
    const context = await browser.newContext({ timezoneId: away, locale: "en-GB" });
    const page = await context.newPage();
    await page.goto(link);
    await page.waitForURL(/zone=/);
    await page.getByText(`Times are shown in ${place}. Our messages to you used`).waitFor();
    expect(await page.getByRole("button", { name: place }).count()).toBeGreaterThan(1);
    await page.getByRole("link", { name: /^Show them in/ }).click();
    await page.waitForURL((url) => url.searchParams.get("zone") === zone);
    expect(await page.getByRole("button", { name: place }).count()).toBe(0);
    await context.close();
  });

  it.each(LOOKS)(
    "takes when they could on the grid, a whole day at a press, and shows it back, $width px, $scheme",
    async (screen) => {
      const { link } = await offered();
      const { page, assertQuiet } = await openPage(browser, screen);
      await page.goto(link);
      await page.waitForURL(/zone=/);
      await page.getByRole("link", { name: "None of these suits me" }).click();
      await page.getByRole("button", { name: "All day" }).first().click();
      await page.getByLabel("In your own words").fill("3/12");
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole("button", { name: "Go on" }).click();
      await page.getByText("Something is not clear yet").waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole("button", { name: /December/ }).click();
      await page.getByRole("button", { name: "Yes, that is right" }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      assertQuiet();
      await page.context().close();
    },
  );
});
