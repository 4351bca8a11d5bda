/** The interviewer's page in a real browser: light and dark, at a desk and on a phone, with and without script. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPreferencesOf } from "../../src/people/preferences-store.ts";
import { firstSession } from "../support/booking.ts";
import { describePostgres } from "../support/database.ts";
import { proposalFor, untilProposal } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

describePostgres("an interviewer's page in a browser", (open) => {
  let walk: Walk;
  let browser: Browser;
  let busy: string;
  let people: string[];
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
    const booked = await proposalFor(walk, walk.nextCandidate());
    await walk.api.approve(booked);
    await untilProposal(walk, booked, "done");
    busy = firstSession(booked.payload).panel[0]?.userId ?? "";
    people = walk.world.people
      .filter(({ calendar, deactivatedAtMs }) => calendar === "ok" && deactivatedAtMs === null)
      .map(({ userId }) => userId)
      .filter((userId) => userId !== busy);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  const addressOf = async (userId: string): Promise<string> => {
    const until = walk.company.clock.now().add({ hours: 24 });
    return `${walk.url}/me/${await walk.running.deps.links.make("interviewer", userId, until)}`;
  };
  const kept = async (userId: string) =>
    (await readPreferencesOf(walk.running.deps.database, userId)).preferences;
  const save = async (page: Page): Promise<void> => {
    await page.getByRole("button", { name: "Save" }).click();
  };

  describe.each(LOOKS)("at $width px, $scheme,", (look) => {
    it("reads well, can be used by everybody and fits its window", async () => {
      const { page, assertQuiet } = await openPage(browser, look);
      const messages: string[] = [];
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) messages.push(message.text());
      });
      await page.goto(await addressOf(busy));
      await page.getByText("Phone Screen").first().waitFor();
      expect(await findAxeFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      await page.getByLabel("Interviews a day, at most").fill("99");
      await page.getByLabel("Only at these times:").check();
      await page.getByLabel("Monday until").fill("08:00");
      await save(page);
      await page.getByRole("heading", { name: "Nothing was saved yet" }).waitFor();
      expect(await findAxeFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      expect(messages.filter((words) => !words.includes("400"))).toEqual([]);
      assertQuiet();
      await page.goto(`${walk.url}/me/nothing`);
      expect(await page.title()).toMatch(/^This link does not work/);
      expect(await findAxeFaults(page)).toEqual([]);
      await page.context().close();
    });
  });

  it("is the whole of it without script", async () => {
    const userId = people.pop() ?? "";
    const context = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" });
    const page = await context.newPage();
    await page.goto(await addressOf(userId));
    expect(await page.getByText("Monday’s hours").isVisible()).toBe(false);
    await page.getByLabel("No interviews until").fill("2026-12-14");
    await page.getByLabel("Only at these times:").check();
    await page.getByLabel("Friday from").fill("");
    await page.getByLabel("Friday until").fill("");
    await page.getByText("Another span on Monday").click();
    await page.getByLabel("Monday until").fill("12:00");
    await page.getByLabel("Monday, span 2, from").fill("13:00");
    await page.getByLabel("Monday, span 2, until").fill("15:00");
    await page.getByLabel("Time zone").selectOption("Europe/Madrid");
    await save(page);
    await page.getByText("Saved. It counts").waitFor();
    expect(page.url()).toMatch(/\?saved=1$/);
    const { hours, zone, pausedUntil } = await kept(userId);
    expect([zone, pausedUntil]).toEqual(["Europe/Madrid", "2026-12-14"]);
    expect(hours?.mon).toEqual([
      { start: "09:00", end: "12:00" },
      { start: "13:00", end: "15:00" },
    ]);
    expect(hours?.fri).toBeUndefined();
    await page.reload();
    expect(await page.getByLabel("No interviews until").inputValue()).toBe("2026-12-14");
    await context.close();
  });

  it("takes what suits, holidays and a journey, and says beside the field what is wrong", async () => {
    const userId = people.pop() ?? "";
    const { page, assertQuiet } = await openPage(browser, { width: 390, scheme: "light" });
    await page.goto(await addressOf(userId));
    await page.getByLabel("Best from").fill("10:00");
    await page.getByLabel("Best until").fill("15:00");
    await page.getByLabel("Minutes kept free after").fill("15");
    await page.getByLabel("Country, or region").fill("nowhere");
    const journey = page.getByRole("group", { name: "Journey 1" });
    await journey.getByLabel("From", { exact: true }).fill("2026-12-14");
    await journey.getByLabel("Until", { exact: true }).fill("2026-12-18");
    await journey.getByLabel("I am in").fill("America/New_York");
    await save(page);
    await page.getByRole("heading", { name: "Nothing was saved yet" }).waitFor();
    expect(await page.locator("#holidays-fault").textContent()).toContain("No holidays are known");
    await page.getByLabel("Country, or region").fill("pt");
    await save(page);
    await page.getByText("Saved. It counts").waitFor();
    expect(await kept(userId)).toMatchObject({
      comfort: { start: "10:00", end: "15:00" },
      lunch: null,
      bufferMinutes: { before: 0, after: 15 },
      holidays: "PT",
      stays: [{ from: "2026-12-14", until: "2026-12-18", zone: "America/New_York", hours: null }],
    });
    // One more to fill, and the first as it was.
    expect(await journey.getByLabel("I am in").inputValue()).toBe("America/New_York");
    expect(await page.getByRole("group", { name: "Journey 2" }).count()).toBe(1);
    assertQuiet();
    await page.context().close();
  });

  it("with script offers the device's own zone and copies Monday", async () => {
    const userId = people.pop() ?? "";
    const context = await browser.newContext({
      locale: "en-GB",
      timezoneId: "America/Sao_Paulo",
    });
    const page = await context.newPage();
    await page.goto(await addressOf(userId));
    await page.getByText("This device is set to America/Sao Paulo.").waitFor();
    await page.getByRole("button", { name: "Use it" }).click();
    expect(await page.getByText("This device is set to").isVisible()).toBe(false);
    await page.getByLabel("Monday from").fill("10:00");
    await page.getByLabel("Monday until").fill("14:00");
    expect(await page.getByLabel("Only at these times:").isChecked()).toBe(true);
    await page.getByRole("button", { name: /Monday’s hours/ }).click();
    await save(page);
    await page.getByText("Saved. It counts").waitFor();
    const { hours, zone } = await kept(userId);
    expect(zone).toBe("America/Sao_Paulo");
    const day = [{ start: "10:00", end: "14:00" }];
    expect(hours).toEqual({ mon: day, tue: day, wed: day, thu: day, fri: day });
    await context.close();
  });

  it("can be used by keyboard alone", async () => {
    const userId = people.pop() ?? "";
    const { page } = await openPage(browser, { width: 390 });
    await page.goto(await addressOf(userId));
    const box = page.getByLabel("I take no interviews at all");
    for (let tab = 0; tab < 10 && !(await box.evaluate(isFocused)); tab += 1) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await page.getByText("Saved. It counts").waitFor();
    expect((await kept(userId)).takesNoInterviews).toBe(true);
    await page.context().close();
  });
});

const isFocused = (element: Element): boolean => element === document.activeElement;
