/** The language checker as a recruiter works with it: pasted, checked, read in the text, put otherwise, put back. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkLanguage } from "../../src/language/checker/check-language.ts";
import { PostingList } from "../../src/http/api/posting-routes.ts";
import { describePostgres } from "../support/database.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

const CLEAN = "Tell us about a system that you built.";
const QUESTIONS = `- ${CLEAN}\n- How old are you?\n- How do you arrange childcare? Where do you live?`;
const JOB_TEXT = `We lead and compete, decide with confidence, dominate, challenge others, and are ambitious.
Native English speakers only. He is a digital native and a rockstar developer.
No one with a disability can do this job. You must have a clean criminal record and tell us your current salary.`;

describePostgres("the language checker in the dashboard", (open) => {
  let walk: Walk;
  let browser: Browser;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  const statusOf = (page: Page) => page.locator(".language-status").getByRole("status");
  const field = (page: Page) => page.getByRole("textbox", { name: "Text", exact: true });
  const cards = (page: Page) => page.getByRole("list", { name: "Findings" }).getByRole("listitem");
  const untilFound = async (page: Page, words: string | RegExp) =>
    await statusOf(page).filter({ hasText: words }).waitFor();

  it("marks what it finds, puts a lawful sentence in its place by keyboard, and puts it back", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(walk.url);
    await page.getByRole("navigation").getByRole("link", { name: "Language" }).click();
    await page.waitForURL("**/language");
    await untilFound(page, "Nothing is checked yet.");
    expect(await page.getByRole("button", { name: "Check" }).isDisabled()).toBe(true);
    await page.getByRole("button", { name: "Questions" }).click();
    await field(page).fill(QUESTIONS);
    await field(page).press("Control+Enter");
    const expected = checkLanguage(QUESTIONS, { kind: "question" });
    await untilFound(page, `${expected.length} things found.`);
    expect(await cards(page).count()).toBe(expected.length);
    const marks = await page.locator(".language-text mark").allInnerTexts();
    expect(marks[0]).toBe(QUESTIONS.slice(expected[0]?.start, expected[0]?.end));
    const first = cards(page).first();
    await page.getByRole("button", { name: "Finding 1: Age, Do not use" }).press("Enter");
    expect(await first.evaluate((card) => card === document.activeElement)).toBe(true);
    expect(await first.innerText()).toContain(expected[0]?.why);
    expect(await first.getByRole("link").getAttribute("href")).toBe(expected[0]?.rule?.url);
    const instead = expected[0]?.instead ?? "";
    await first.getByRole("button", { name: /^Put it in place/ }).press("Enter");
    const after = QUESTIONS.replace("How old are you?", instead);
    expect(await field(page).inputValue()).toBe(after);
    // Whoever works by keyboard is where reading goes on.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("What was found");
    const left = checkLanguage(after, { kind: "question" }).length;
    expect(left).toBeLessThan(expected.length);
    await untilFound(page, left === 1 ? "One thing found." : `${left} things found.`);
    await page.getByRole("button", { name: "Undo the last replacement" }).click();
    expect(await field(page).inputValue()).toBe(QUESTIONS);
    await untilFound(page, `${expected.length} things found.`);
    await field(page).fill(`${QUESTIONS}\nMore.`);
    await untilFound(page, "The text has changed since.");
    const replace = first.getByRole("button", { name: /^Put it in place/ });
    expect(await replace.isDisabled()).toBe(true);
    assertQuiet();
  });

  it("says plainly that nothing was found, and what that is not", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/language?kind=question`);
    await field(page).fill(CLEAN);
    await page.getByRole("button", { name: "Check" }).click();
    await untilFound(page, "Nothing found.");
    await page.getByText("That does not make it lawful or fair.").waitFor();
    await page.getByText("No legal advice.").waitFor();
    await field(page).fill("a".repeat(50_001));
    await page.getByText("1 characters too long.").waitFor();
    expect(await page.getByRole("button", { name: "Check" }).isDisabled()).toBe(true);
    assertQuiet();
  });

  it("never comes to a clean text by a click where something is still to be told", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/language?kind=feedback`);
    await field(page).fill("He is arrogant. Solved the task alone.");
    await page.getByRole("button", { name: "Check" }).click();
    await page.getByRole("button", { name: /^Put it in place/ }).click();
    await untilFound(page, "One thing found.");
    await cards(page).filter({ hasText: "Still to be filled" }).waitFor();
    expect(await field(page).inputValue()).toMatch(
      /^In the session they \[\u2026 [^\]]+\]\. Solved/,
    );
    await page.getByRole("button", { name: "Undo the last replacement" }).click();
    await cards(page).filter({ hasText: "No rule is named here for it: ask counsel." }).waitFor();
    await page.getByRole("button", { name: "Take the sentence out" }).click();
    await untilFound(page, "Nothing found.");
    expect(await field(page).inputValue()).toBe("Solved the task alone.");
    assertQuiet();
  });

  it("tells the rules of the places chosen, which the address keeps", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/language?kind=question`);
    await page.getByRole("button", { name: "United Kingdom" }).click();
    await page.waitForURL("**/language?kind=question&where=uk");
    await field(page).fill("How old are you?");
    await page.getByRole("button", { name: "Check" }).click();
    await page.getByText("· Rules of United Kingdom").first().waitFor();
    await page.getByRole("button", { name: "European Union" }).click();
    await page.getByText("Rules of European Union, United Kingdom").first().waitFor();
    await page.getByRole("button", { name: "All", exact: true }).click();
    await page.getByText("Rules of United States, federal").first().waitFor();
    expect(new URL(page.url()).searchParams.has("where")).toBe(false);
    assertQuiet();
  });

  it("takes a posting's job text, or its questions", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/language`);
    await page.getByText("Take it from a posting").click();
    const { items } = PostingList.parse((await walk.api.send("GET", "/api/postings")).body);
    const posting = items.find(({ planIds }) => planIds.includes("platform-onsite"));
    const name = [posting?.title, posting?.location].filter(Boolean).join(" · ");
    await page.getByRole("combobox", { name: "Posting" }).fill(name);
    await page.getByRole("option", { name, exact: true }).first().click();
    await page.getByRole("button", { name: "Take its job text" }).click();
    await page.getByRole("heading", { name: "Gender balance of the whole text" }).waitFor();
    expect((await field(page).inputValue()).length).toBeGreaterThan(100);
    expect(new URL(page.url()).searchParams.get("kind")).toBe("job_text");
    const job = await field(page).inputValue();
    await page.getByRole("button", { name: "Take its questions of platform-onsite" }).click();
    await page.waitForURL("**/language?kind=question");
    await untilFound(page, /found/);
    const questions = await field(page).inputValue();
    expect(questions).not.toBe(job);
    expect(questions.split("\n").length).toBeGreaterThan(4);
    assertQuiet();
  });

  it.each(LOOKS)("reads well at $width px, $scheme", async (look) => {
    const { page, assertQuiet } = await openPage(browser, look);
    await page.goto(`${walk.url}/language?kind=job_text`);
    await page.getByText("Take it from a posting").click();
    await page.getByRole("combobox", { name: "Posting" }).waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    await field(page).fill(JOB_TEXT);
    await page.getByRole("button", { name: "Check" }).click();
    await cards(page).first().waitFor();
    await page.getByRole("heading", { name: "Gender balance of the whole text" }).waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    expect(await findAxeFaults(page)).toEqual([]);
    assertQuiet();
  });
});
