/** How coordinating goes, on its page, in a real browser. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describePostgres } from "../support/database.ts";
import { bookedScreen } from "../support/briefs-walk.ts";
import { insertStories, storiesBefore } from "../support/insight-history.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import { InsightsAnswer } from "../../src/http/api/insights-schemas.ts";
import { minutesInWords } from "../../web/src/insights/words.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

describePostgres("the page of insights", (open) => {
  let walk: Walk;
  let browser: Browser;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
    await bookedScreen(walk);
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
    "shows months in figures, charts and what is behind them, at $width px, $scheme",
    async (look) => {
      const { database, texts } = walk.running.deps;
      if ((await database.query("select from cases where id = 'story0'")).length === 0) {
        const people = walk.world.people.slice(0, 12).map(({ email }) => email.toLowerCase());
        const now = walk.company.clock.now();
        await insertStories(storiesBefore(now, { count: 160, people }), { database, texts });
      }
      const { page, assertQuiet } = await openPage(browser, look);
      await page.goto(`${walk.url}/insights`);
      const { body } = await walk.api.send("GET", "/api/insights");
      const { speed: figures, attendance } = InsightsAnswer.parse(body);
      const speed = page.getByRole("region", { name: "Time to invitations" });
      await speed.getByText(minutesInWords(figures.median.value ?? NaN), { exact: true }).waitFor();
      await speed.getByText("As a table").click();
      const all = figures.bins.reduce((sum, { count }) => sum + count, 0);
      const first = figures.bins[0]?.count ?? 0;
      const share = `${Math.round((100 * first) / all)} %`;
      await speed.getByRole("row", { name: `< 5 min ${first} ${share}`, exact: true }).waitFor();
      const missed = page.getByRole("region", { name: "No-shows" });
      await missed.getByText("As a table").last().click();
      const [confirmed] = attendance.byCircumstance;
      const row = `Had confirmed the time ${confirmed?.share.of} ${confirmed?.missed} ${Math.round(100 * (confirmed?.share.value ?? NaN))} %`;
      await missed.getByRole("row", { name: row, exact: true }).waitFor();
      expect(await findAxeFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
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
