/** A candidate's data as an admin has it in hand: exported from the case's page, and erased there. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { describePostgres } from "../support/database.ts";
import { proposalFor } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

describePostgres("a candidate's data in the dashboard", (open) => {
  let walk: Walk;
  let browser: Browser;
  let waiting: ProposalDetail;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
    waiting = await proposalFor(walk, walk.nextCandidate());
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  it.each(LOOKS)("is asked about before it goes, at $width px, $scheme", async (look) => {
    const { page, assertQuiet } = await openPage(browser, look);
    await page.goto(`${walk.url}/cases/${waiting.caseId}`);
    await page.getByRole("button", { name: "Erase" }).click();
    await page.getByText("It cannot be undone.").waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    assertQuiet();
  });

  it("is exported, and erased once a reason is chosen", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/cases/${waiting.caseId}`);
    const told = page.waitForEvent("download");
    await page.getByRole("link", { name: "Export to read" }).click();
    expect((await told).suggestedFilename()).toMatch(/\.md$/);
    await page.getByRole("button", { name: "Erase" }).click();
    const dialog = page.getByRole("dialog", { name: /^Erase / });
    const press = dialog.getByRole("button", { name: "Erase for good" });
    expect(await press.isDisabled()).toBe(true);
    await dialog.getByPlaceholder("Choose a reason").click();
    await page.getByRole("option", { name: "The candidate asked for it" }).click();
    await press.click();
    await page.getByRole("heading", { name: /^\(erased\)/ }).waitFor();
    expect(await page.getByRole("button", { name: "Erase" }).count()).toBe(0);
    assertQuiet();
  });

  it.each(LOOKS)("stands in the list of erasures, at $width px, $scheme", async (look) => {
    const { page, assertQuiet } = await openPage(browser, look);
    await page.goto(`${walk.url}/ledger`);
    await page.getByRole("link", { name: "Erasures" }).click();
    const row = page.getByRole("list", { name: "Erasures" }).getByRole("listitem").first();
    expect(await row.innerText()).toMatch(
      /Erased\s.*The candidate asked for it by Sandbox recruiter/s,
    );
    await row.getByText("texts and rows went").click();
    expect(await page.innerText("main")).not.toContain(waiting.payload.candidate.name);
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await page.goto(`${walk.url}/ledger`);
    await page.getByRole("list", { name: "Entries" }).waitFor();
    assertQuiet();
  });

  it("is found in the ledger by what, by whom and by when", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/ledger`);
    const entries = page.getByRole("list", { name: "Entries" }).getByRole("listitem");
    await page.getByLabel("What").selectOption("Candidate erased");
    await expect.poll(async () => await entries.count()).toBe(1);
    expect(await entries.first().innerText()).toContain("Candidate erased");
    await page.getByLabel("What").selectOption("Everything");
    await page.getByLabel("By whom").fill("nobody of that name");
    await page.keyboard.press("Enter");
    await page.getByText("No such entry").waitFor();
    await page.getByLabel("By whom").fill("");
    await page.keyboard.press("Enter");
    await entries.first().waitFor();
    await page.getByLabel("Until").fill("2020-01-01");
    await page.getByText("No such entry").waitFor();
    assertQuiet();
  });
});
