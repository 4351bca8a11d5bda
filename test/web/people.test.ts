/** The recruiter's page of people, in a real browser. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { NO_PREFERENCES } from "../../src/domain/preferences.ts";
import { describePostgres } from "../support/database.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import { findAxeFaults, openPage, scrollsSideways, startBrowser } from "./support/browser.ts";

describePostgres("the page of people", (open) => {
  let walk: Walk;
  let browser: Browser;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
    const priya = walk.world.people.find(({ email }) => email.startsWith("priya"));
    const span = [{ start: "09:00", end: "12:00" }];
    const set = await walk.api.send("PUT", `/api/people/${priya?.userId}/preferences`, {
      version: 0,
      ...NO_PREFERENCES,
      hours: { mon: span, tue: span, wed: span, fri: [{ start: "10:00", end: "16:00" }] },
      zone: "Asia/Kolkata",
      maxInterviewsPerDay: 2,
      pausedUntil: "2026-12-07",
      focus: [{ days: ["thu"], start: "09:00", end: "11:00", firm: true }],
    });
    if (set.status !== 200) throw new Error(JSON.stringify(set.body));
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  it.each([
    { width: 1440, scheme: "light" },
    { width: 390, scheme: "dark" },
  ] as const)(
    "at $width px tells what somebody has set, and makes a link for them",
    async (look) => {
      const { page, assertQuiet } = await openPage(browser, look);
      await page.goto(`${walk.url}/people`);
      const priya = page.getByRole("listitem").filter({ hasText: "priya.okafor" }).first();
      for (const words of [
        "No interviews until Mon 7 Dec",
        "Mon–Wed 09:00–12:00",
        "Fri 10:00–16:00",
        "In Kolkata time",
        "At most 2 a day",
        "Never Thu 09:00–11:00",
      ]) {
        await priya.getByText(words, { exact: true }).waitFor();
      }
      await priya.getByRole("button", { name: "Link for Priya Okafor" }).click();
      const copy = priya.getByRole("button", { name: "Copy link for Priya Okafor, Copy link" });
      const url = (await copy.getAttribute("title")) ?? "";
      expect(url.startsWith(`${walk.url}/me/`)).toBe(true);
      expect(await findAxeFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      await page.goto(url);
      await page.getByText("Hello Priya Okafor.").waitFor();
      await page.goto(`${walk.url}/people`);
      await priya.getByRole("button", { name: "Link for Priya Okafor" }).click();
      await priya.getByRole("button", { name: "End all links of Priya Okafor" }).click();
      await page.getByText("No link of Priya Okafor opens anything any more.").waitFor();
      await page.goto(url);
      await page.getByText("This link was ended by a recruiter.").waitFor();
      assertQuiet();
      await page.context().close();
    },
  );

  it("finds somebody who does not interview yet, and keeps the search in the address", async () => {
    const shown = new Set(
      ((await walk.api.send("GET", "/api/people")).body as { items: { id: string }[] }).items.map(
        ({ id }) => id,
      ),
    );
    const other = walk.world.people.find(
      ({ userId, deactivatedAtMs }) => deactivatedAtMs === null && !shown.has(userId),
    );
    const { page } = await openPage(browser);
    await page.goto(`${walk.url}/people`);
    await page.getByRole("list", { name: "People" }).waitFor();
    expect(await page.getByText(other?.email ?? "?").count()).toBe(0);
    await page.getByLabel("Find anybody in Lever").fill(other?.email ?? "?");
    await page.getByText(other?.email ?? "?").waitFor();
    expect(new URL(page.url()).searchParams.get("search")).toBe(other?.email);
    await page.getByLabel("Find anybody in Lever").fill("nobody of that name");
    await page.getByText("Nobody like this").waitFor();
    await page.context().close();
  });
});
