/** Questions as a recruiter works on them: found from the plan, changed, swapped, moved, kept, given back. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describePostgres } from "../support/database.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

describePostgres("questions in the dashboard", (open) => {
  let walk: Walk;
  let browser: Browser;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  const statusOf = (page: Page) => page.locator(".save-bar").getByRole("status");
  const textsOf = async (page: Page, session: number) =>
    await page.locator(".question-session").nth(session).locator(".question-text").allInnerTexts();

  it("are changed, swapped, moved by keyboard, kept, and given back", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/plans/platform-onsite`);
    await page.getByRole("main").getByRole("link", { name: "Questions" }).click();
    await page.waitForURL("**/plans/platform-onsite/questions");
    const sessions = page.locator(".question-session");
    await sessions.first().waitFor();
    const before = await textsOf(page, 0);
    const [first] = before;
    const card = sessions.first().locator(".question").first();
    // What belongs to a question opens by keyboard.
    await card.locator("summary").focus();
    await page.keyboard.press("Enter");
    await card.getByRole("heading", { name: "Why it was chosen" }).waitFor();
    await card.getByRole("button", { name: "Swap" }).click();
    const instead = card.getByRole("list", { name: "Instead" }).getByRole("button").first();
    await instead.waitFor();
    await instead.focus();
    await page.keyboard.press("Enter");
    expect(await statusOf(page).innerText()).not.toBe("Nothing is changed.");
    const swapped = (await textsOf(page, 0))[0];
    expect(swapped).not.toBe(first);
    await page.getByRole("button", { name: "Discard" }).click();
    expect(await textsOf(page, 0)).toEqual(before);
    await card.getByRole("button", { name: "Change", exact: true }).click();
    await card.getByRole("textbox", { name: "Question" }).fill("");
    expect(await statusOf(page).innerText()).toBe("A question has no words.");
    const minutes = card.getByRole("textbox", { name: "Minutes" });
    const own = await minutes.inputValue();
    await minutes.fill("90");
    expect(await statusOf(page).innerText()).toBe(
      "“Coding” has less time than its questions need.",
    );
    expect(await page.getByRole("button", { name: "Save", exact: true }).isDisabled()).toBe(true);
    await minutes.fill(own);
    const text = "What would you do otherwise today, and why?";
    await card.getByRole("textbox", { name: "Question" }).fill(text);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("The questions are kept for this posting.").waitFor();
    await page.getByText("Kept by Sandbox recruiter, version 1").waitFor();
    expect(await statusOf(page).innerText()).toBe("Nothing is changed.");
    await page.reload();
    await sessions.first().waitFor();
    expect((await textsOf(page, 0))[0]).toBe(text);
    await page.getByRole("button", { name: "Go back to composed" }).click();
    await page.getByText("The questions are as composed again.").waitFor();
    await page.getByText(/^Composed for level/).waitFor();
    expect(await textsOf(page, 0)).toEqual(before);
    assertQuiet();
  });

  it("are shown with what should not be asked, and with words to ask instead", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/plans/platform-onsite/questions`);
    const card = page.locator(".question-session").first().locator(".question").first();
    await card.getByRole("button", { name: "Change", exact: true }).click();
    await card.getByRole("textbox", { name: "Question" }).fill("How old are you?");
    await card.getByRole("textbox", { name: "Follow-up 1" }).fill("Do you have children?");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("The questions are kept for this posting.").waitFor();
    await card.getByRole("button", { name: "Close" }).click();
    const notes = card.locator(".words-note");
    await notes.nth(1).waitFor();
    expect(await notes.allInnerTexts()).toEqual([
      expect.stringMatching(/^Not to be asked\. .*age/),
      expect.stringMatching(/^Not to be asked\. .*family/),
    ]);
    // Saving was not refused, and the words go as soon as others are taken.
    await notes.first().getByRole("button", { name: "Ask this instead" }).click();
    await expect.poll(async () => await notes.count()).toBe(1);
    expect(await card.locator(".question-text").innerText()).toBe(
      "Do you meet the legal minimum for this work?",
    );
    // What only a person knows is a blank, and is said until they have written it.
    await notes.first().getByRole("button", { name: "Ask this instead" }).click();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await notes.filter({ hasText: "It is still to be filled" }).waitFor();
    expect(await notes.getByRole("button").count()).toBe(0);
    await card.getByRole("button", { name: "Change", exact: true }).click();
    await card
      .getByRole("textbox", { name: "Follow-up 1" })
      .fill("Can you work from nine to five?");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect.poll(async () => await statusOf(page).innerText()).toBe("Nothing is changed.");
    await expect.poll(async () => await notes.count()).toBe(0);
    await page.getByRole("button", { name: "Go back to composed" }).click();
    await page.getByText(/^Composed for level/).waitFor();
    assertQuiet();
  });

  it("are composed for the level that somebody chooses", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/plans/platform-onsite/questions`);
    const level = page.getByRole("combobox", { name: "Level" });
    expect(await level.inputValue()).toBe("As read from the posting");
    const before = await textsOf(page, 0);
    await level.click();
    await page.getByRole("option", { name: "Intern" }).click();
    await page.getByText(/^Composed for level intern\. Sandbox recruiter has set it\./).waitFor();
    expect(await textsOf(page, 0)).not.toEqual(before);
    await level.click();
    await page.getByRole("option", { name: "As read from the posting" }).click();
    await page.getByText(/^Composed for level (?!intern)/).waitFor();
    expect(await textsOf(page, 0)).toEqual(before);
    assertQuiet();
  });

  it("move with their competency, and are removed", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/plans/platform-onsite/questions`);
    const card = page.locator(".question-session").first().locator(".question").first();
    await card.waitFor();
    const [first = "", ...others] = await textsOf(page, 0);
    await card.getByRole("button", { name: /^More: / }).click();
    await page.getByRole("menuitem", { name: "Remove" }).click();
    expect(await textsOf(page, 0)).toEqual(others);
    await page.getByRole("button", { name: "Discard" }).click();
    await card.getByRole("button", { name: /^More: / }).click();
    await page
      .getByRole("menuitem", { name: /^Move / })
      .first()
      .click();
    expect(await textsOf(page, 0)).not.toContain(first);
    expect(await textsOf(page, 1)).toContain(first);
    assertQuiet();
  });

  it.each(LOOKS)("reads well at $width px, $scheme", async (look) => {
    const { page, assertQuiet } = await openPage(browser, look);
    await page.goto(`${walk.url}/plans/platform-onsite/questions`);
    await page.locator(".question summary").first().click();
    await page.locator(".question").first().getByRole("button", { name: "Swap" }).click();
    await page.getByRole("list", { name: "Instead" }).waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    expect(await findAxeFaults(page)).toEqual([]);
    assertQuiet();
  });
});
