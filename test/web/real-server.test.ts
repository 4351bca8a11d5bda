/** The main job as a person does it: browser, product and company, all real, on one machine. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describePostgres } from "../support/database.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import { findAxeFaults, openPage, scrollsSideways, startBrowser } from "./support/browser.ts";

describePostgres("the dashboard over the real server", (open) => {
  let walk: Walk;
  let browser: Browser;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  it("signs in by itself in a sandbox, shows what waits, and books it with one approval", async () => {
    const candidate = walk.cast.ada;
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(walk.url);
    await page.getByText("Nothing waits", { exact: false }).first().waitFor();
    await walk.moveStage(candidate, "phoneScreen");
    // It appears without a reload.
    await page.getByText("Ada Quill").first().waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    await page
      .getByRole("link", { name: /Ada Quill/ })
      .first()
      .click();
    const book = page.getByRole("button", { name: /^Book and send/ });
    await book.waitFor();
    await page.getByText("Lisbon time").first().waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await book.click();
    const written = async (kind: string): Promise<number> =>
      (await walk.eyes.journal()).filter((entry) => entry.kind === kind).length;
    await walk.waitFor("the mail", async () => (await written("mail.received")) === 1);
    expect(await written("event.inserted")).toBe(1);
    expect(await written("panel.created")).toBe(1);
    await page.goto(`${walk.url}/cases`);
    await page
      .getByRole("link", { name: /Ada Quill/ })
      .first()
      .click();
    await page
      .getByText(/Booked/)
      .first()
      .waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    assertQuiet();
  });

  it("asks for a token where the address is not this machine's own name", async () => {
    const answer = await fetch(`${walk.url}/api/session`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-convene-csrf": "1",
        "x-forwarded-for": "203.0.113.9",
      },
      body: JSON.stringify({ token: "not a token" }),
    });
    expect(answer.status).toBe(401);
  });
});
