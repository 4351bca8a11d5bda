/** The page of a case that people arrange: only what works there has a button. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bookedScreen } from "../support/briefs-walk.ts";
import { describePostgres } from "../support/database.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import { findAxeFaults, openPage, startBrowser } from "./support/browser.ts";

describePostgres("the page of a case", (open) => {
  let walk: Walk;
  let browser: Browser;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  it("has no button that proposes once people arrange it", async () => {
    const { caseId } = await bookedScreen(walk);
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/cases/${caseId}`);
    const send = page.getByRole("button", { name: /^(?:Send now|Make it anew)/ });
    const questions = page.getByRole("region", { name: /questions/iu }).getByRole("button");
    await send.first().waitFor();
    expect(await questions.count()).toBeGreaterThan(0);
    await walk.api.send("POST", "/api/opt-outs", { who: "candidate", caseId });
    await page.reload();
    await page.getByText("The candidate wants people instead of software").first().waitFor();
    await page.getByRole("heading", { name: "Briefs for interviewers" }).waitFor();
    expect(await send.count()).toBe(0);
    expect(await questions.count()).toBe(0);
    expect(await findAxeFaults(page)).toEqual([]);
    assertQuiet();
  });
});
