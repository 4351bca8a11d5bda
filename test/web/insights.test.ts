/** How coordinating goes, on its page, in a real browser. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describePostgres } from "../support/database.ts";
import { bookedScreen } from "../support/briefs-walk.ts";
import { copyBookings } from "../support/past-bookings.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

/** With the real one, which took no time by a clock that stands still, ten: 0, 3, 10, 20, 40, 60, 200, 300, 2000, 8000. */
const MINUTES = [3, 10, 20, 40, 60, 200, 300, 2000, 8000];

describePostgres("the page of insights", (open) => {
  let walk: Walk;
  let browser: Browser;
  let caseId: string;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
    ({ caseId } = await bookedScreen(walk));
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  it("makes up no figure while there is too little", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${walk.url}/insights`);
    const speed = page.getByRole("region", { name: "Time to invitations" });
    await speed.getByText("1 of 5 needed").waitFor();
    expect(await page.getByText("Not enough yet").count()).toBe(11);
    expect(await findAxeFaults(page)).toEqual([]);
    await page.context().close();
  });

  it.each(LOOKS)(
    "shows figures, charts and what is behind them, at $width px, $scheme",
    async (look) => {
      const { database } = walk.running.deps;
      const isCopied = await database.query("select from cases where id = $1", [`${caseId}copy0`]);
      if (isCopied.length === 0) {
        const copies = MINUTES.map((minutes, index) => ({ daysBefore: 7 + index, minutes }));
        await copyBookings(database, caseId, copies);
      }
      const { page, assertQuiet } = await openPage(browser, look);
      await page.goto(`${walk.url}/insights`);
      const speed = page.getByRole("region", { name: "Time to invitations" });
      // Half way from 40 to 60; nine tenths at place 8.1: 2,000 and a tenth of 6,000.
      await speed.getByText("50 min", { exact: true }).waitFor();
      await speed.getByText("43.3 h", { exact: true }).waitFor();
      await speed.getByText("As a table").click();
      await speed.getByRole("row", { name: "15 min–1 h 2", exact: true }).waitFor();
      expect(await findAxeFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      if (process.env["SHOTS"])
        await page.screenshot({
          path: `/tmp/w/shots/I-insights-${look.width}-${look.scheme}.png`,
          fullPage: true,
        });
      await page.getByRole("button", { name: "12 weeks" }).click();
      await expect.poll(() => new URL(page.url()).search).toBe("?from=2026-09-01&to=2026-11-23");
      await page.getByLabel("Team").selectOption({ index: 1 });
      await expect.poll(() => new URL(page.url()).searchParams.get("team")).not.toBeNull();
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "Export CSV" }).click(),
      ]);
      expect(file.suggestedFilename()).toBe("insights-2026-09-01-2026-11-23.csv");
      assertQuiet();
      await page.context().close();
    },
  );

  it("says what is wrong with days that end before they begin, and keeps what was shown", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${walk.url}/insights?from=2026-11-01&to=2026-11-23`);
    await page.getByRole("region", { name: "Load of interviewers" }).waitFor();
    await page.getByLabel("To", { exact: true }).fill("2026-10-01");
    await page.getByText("Must not be before the first day").waitFor();
    expect(await page.getByRole("region", { name: "Load of interviewers" }).count()).toBe(1);
    await page.context().close();
  });
});
