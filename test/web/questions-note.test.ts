/** The note with questions as whoever decides sees it: asked for from the case, read, decided on. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describePostgres } from "../support/database.ts";
import { keepWords, questionsOf } from "../support/questions-walk.ts";
import { proposalFor } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

describePostgres("a note with questions in the dashboard", (open) => {
  let walk: Walk;
  let browser: Browser;
  let caseId = "";
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
    const booking = await proposalFor(walk, walk.nextCandidate());
    ({ caseId } = booking);
    await keepWords(walk, booking, { text: "How old are you?" });
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  it("is asked for from the case, waits with its warning in the inbox, and is rejected", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/cases/${caseId}`);
    await page.getByRole("button", { name: /^Leave them in Lever/ }).click();
    await page.getByText(/^The note is being made/).waitFor();
    await page.getByRole("link", { name: "See the questions" }).waitFor();
    await page.getByText("Note with questions proposed").waitFor();
    await page.goto(walk.url);
    const row = page.locator(".row", { hasText: "in Lever as a note" });
    await row.getByText("1 warning").waitFor();
    expect(await row.getByRole("button", { name: /^Edit/ }).count()).toBe(0);
    await row.getByRole("link").first().click();
    await page.getByRole("heading", { name: "Before it is asked" }).waitFor();
    await page.getByText(/must not be asked: .* Ask instead:/).waitFor();
    const note = await page.locator(".brief-letter").innerText();
    expect(note).toContain("How old are you?");
    await page.getByRole("button", { name: "Reject" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "The texts need work" }).click();
    await dialog.getByRole("button", { name: "Reject" }).click();
    await walk.waitFor(
      "the decision",
      async () => questionsOf(await walk.api.case(caseId))[0]?.status === "rejected",
    );
    assertQuiet();
  });

  it.each(LOOKS)("reads well at $width px, $scheme", async (look) => {
    const [newest] = questionsOf(await walk.api.case(caseId));
    const { page, assertQuiet } = await openPage(browser, look);
    await page.goto(`${walk.url}/proposals/${newest?.id}`);
    await page.locator(".brief-letter").waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    expect(await findAxeFaults(page)).toEqual([]);
    await page.goto(`${walk.url}/cases/${caseId}`);
    await page.getByRole("heading", { name: "Questions for interviewers" }).waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    expect(await findAxeFaults(page)).toEqual([]);
    assertQuiet();
  });
});
