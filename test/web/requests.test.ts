/** Asking in plain words, from any page of the dashboard, in a real browser. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { bookedScreen } from "../support/briefs-walk.ts";
import { describePostgres } from "../support/database.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

describePostgres("asking in plain words", (open) => {
  let walk: Walk;
  let browser: Browser;
  let booked: ProposalDetail;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
    booked = await bookedScreen(walk);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  it("is done by keys alone, answered, and leads to what is proposed", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/cases`);
    await page.getByRole("heading", { name: "Cases" }).waitFor();
    await page.keyboard.press("/");
    const box = page.getByRole("textbox", { name: "What do you want?" });
    await box.waitFor();
    await expect
      .poll(async () => await box.evaluate((one) => one === document.activeElement))
      .toBe(true);
    await page.getByRole("button", { name: "Who owes feedback?" }).waitFor();
    await page.keyboard.type(`when is ${booked.candidateName}?`);
    await page.keyboard.press("Enter");
    const log = page.getByRole("log", { name: "Asked and answered" });
    await log.getByText(/^Booked: /).waitFor();
    expect(await box.inputValue()).toBe("");

    await page.keyboard.type(`cancel ${booked.candidateName} tomorrow`);
    await page.keyboard.press("Enter");
    await log.getByText(/cancelled as a whole/).waitFor();
    await log
      .getByRole("button", { name: `Cancel the interview of ${booked.candidateName}` })
      .click();
    await log.getByRole("article").first().getByText("waits for a decision").waitFor();
    await log
      .getByRole("link", { name: /Cancel/ })
      .first()
      .click();
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/proposals\//);
    await expect.poll(async () => await page.getByRole("dialog").count()).toBe(0);
    // Where somebody writes, the key is a letter.
    await page.keyboard.press("/");
    await box.fill("");
    await page.keyboard.type("a/b");
    expect(await box.inputValue()).toBe("a/b");
    await page.keyboard.press("Escape");
    await expect.poll(async () => await page.getByRole("dialog").count()).toBe(0);
    assertQuiet();
    await page.context().close();
  });

  it("takes the next press and the next words while an earlier answer is still on its way", async () => {
    const { page, assertQuiet } = await openPage(browser);
    const held = Promise.withResolvers<undefined>();
    // The stream shows the answer; the request that asked for it ends later.
    await page.route("**/api/plain-requests", async (route) => {
      if (route.request().method() !== "POST") return await route.fallback();
      const response = await route.fetch();
      await held.promise;
      return await route.fulfill({ response });
    });
    await page.goto(`${walk.url}/cases`);
    await page.getByRole("heading", { name: "Cases" }).waitFor();
    await page.keyboard.press("/");
    const box = page.getByRole("textbox", { name: "What do you want?" });
    const log = page.getByRole("log", { name: "Asked and answered" });
    const newest = log.getByRole("article").first();
    await box.fill("pause everything");
    await page.keyboard.press("Enter");
    await newest.getByText(/^Nothing is paused now/).waitFor();
    await box.fill("who owes feedback?");
    await page.keyboard.press("Enter");
    await newest.getByText(/Nobody owes feedback|owed, by/).waitFor();
    await box.fill("half a sen");
    held.resolve(undefined);
    await expect.poll(async () => await log.getAttribute("aria-busy")).toBe("false");
    expect(await box.inputValue()).toBe("half a sen");
    assertQuiet();
    await page.context().close();
  });

  it.each(LOOKS)("stands on every page at $width px, $scheme", async (look) => {
    const { page, assertQuiet } = await openPage(browser, look);
    await page.goto(`${walk.url}/cases/${booked.caseId}`);
    await page
      .getByRole("button", { name: "Ask", exact: false })
      .filter({ visible: true })
      .first()
      .click();
    const log = page.getByRole("log", { name: "Asked and answered" });
    await log.getByRole("article").first().waitFor();
    await page.getByRole("textbox", { name: "What do you want?" }).fill("status");
    await page.keyboard.press("Enter");
    // The case before their eyes is meant.
    await log
      .getByRole("article")
      .first()
      .getByText(/^Next: /)
      .waitFor();
    await expect.poll(async () => await page.getByRole("textbox").inputValue()).toBe("");
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    assertQuiet();
    await page.context().close();
  });
});
