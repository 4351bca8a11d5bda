/** Briefs in the dashboard: when they go out on the case's page, and each as it was sent. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { bookedScreen, briefsOf, until, untilBriefed } from "../support/briefs-walk.ts";
import { firstSession } from "../support/booking.ts";
import { describePostgres } from "../support/database.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

describePostgres("the briefs of a case", (open) => {
  let walk: Walk;
  let browser: Browser;
  let booked: ProposalDetail;
  let fresh: ProposalDetail;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
    booked = await bookedScreen(walk);
    await until(walk, booked, 23);
    await untilBriefed(walk, booked, ([brief]) => brief?.status === "done");
    fresh = await bookedScreen(walk);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  it.each(LOOKS)("are shown as they were sent, at $width px, $scheme", async (look) => {
    const { page, assertQuiet } = await openPage(browser, look);
    await page.goto(`${walk.url}/cases/${booked.caseId}`);
    const panel = page.getByRole("region", { name: "Briefs for interviewers" });
    await panel.getByText(firstSession(booked.payload).name, { exact: true }).first().waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    await panel.getByRole("link", { name: "See the brief" }).click();
    await page.getByText("Note in Lever").first().waitFor();
    for (const { name } of firstSession(booked.payload).panel) {
      expect(await page.getByText(`To ${name},`).count()).toBe(1);
    }
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    assertQuiet();
  });

  it("are made when somebody asks before it is time", async () => {
    const { page, assertQuiet } = await openPage(browser, LOOKS[0]);
    await page.goto(`${walk.url}/cases/${fresh.caseId}`);
    await page.getByRole("button", { name: /^Send now/ }).click();
    const { proposals } = await untilBriefed(walk, fresh, ([brief]) => brief?.status === "done");
    expect(briefsOf({ proposals })).toHaveLength(1);
    await page.getByRole("link", { name: "See the brief" }).waitFor();
    assertQuiet();
  });
});
