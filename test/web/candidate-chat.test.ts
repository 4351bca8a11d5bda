/** The page of the candidate's assistant in a real browser: on a phone and a desk, light and dark, with script and without. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { type BookedPage, bookPage, saidOn, startPageWalk } from "../support/booked-page.ts";
import { openLink, post } from "../support/candidate-page.ts";
import { describePostgres } from "../support/database.ts";
import type { Walk } from "../support/walk.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

const UNKNOWN = "Is there a <b>kindergarten</b> near https://moon.test/base ?";
const PHONE = { width: 390, height: 844 };
const Questions = z.object({ items: z.array(z.object({ id: z.string(), caseId: z.string() })) });

describePostgres("the candidate's assistant in a browser", (open) => {
  let walk: Walk;
  let browser: Browser;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startPageWalk(open), startBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  const assistantOf = ({ link }: BookedPage): string => `${link}/assistant`;
  const faultsOf = async (page: Page): Promise<string[]> => [
    ...(await findAxeFaults(page)),
    ...((await scrollsSideways(page)) ? ["scrolls sideways"] : []),
  ];
  const answerQuestionOf = async ({ caseId }: BookedPage, text: string): Promise<void> => {
    const { body } = await walk.api.send("GET", "/api/questions-from-candidates");
    const asked = Questions.parse(body).items.find((item) => item.caseId === caseId);
    const path = `/api/questions-from-candidates/${asked?.id ?? ""}/answer`;
    expect((await walk.api.send("POST", path, { text })).status).toBe(200);
  };

  const beginGuide = async (): Promise<void> => {
    const text = `## If your connection fails

We telephone.

## The task

The internet may be used.`;
    const guide = { scope: { kind: "company" }, title: "Your visit", text };
    expect((await walk.api.send("POST", "/api/guides", guide)).status).toBe(200);
  };

  it.each(LOOKS)(
    "answers with sources, acts at a press, hands over and shows a person's answer, by keyboard, $width px, $scheme",
    async (screen) => {
      const booked = await bookPage(walk);
      const { page, assertQuiet } = await openPage(browser, screen);
      await page.goto(booked.link);
      await page.getByRole("link", { name: "Ask a question" }).click();
      await page.getByText("You write with software here").waitFor();
      await page.waitForURL(/zone=/);
      await page.getByText("how to reach a person").press("Enter");
      await page.getByText("I am software, not a person").waitFor();
      expect(await faultsOf(page)).toEqual([]);

      await page.getByRole("button", { name: "Where is the video link?" }).press("Enter");
      const answer = page.locator("li[data-from=assistant]:not(.pending)");
      await answer.getByText("Where this comes from").click();
      expect(await answer.getByRole("link").first().getAttribute("href")).toMatch(/^https?:/);
      const told = page.getByRole("status").filter({ hasText: /^Assistant \(software\): / });
      await told.waitFor({ state: "attached" });

      const box = page.getByLabel("Your question");
      await box.fill("I will be there");
      await box.press("Enter");
      await page.getByRole("button", { name: "Yes, I will be there" }).press("Enter");
      await page.getByText("You confirmed that you will be there").waitFor();
      expect(await saidOn(walk, booked)).toEqual(["confirmed"]);
      expect(await page.getByRole("button", { name: "Yes, I will be there" }).count()).toBe(0);

      await box.fill(UNKNOWN);
      await page.getByRole("button", { name: "Send" }).click();
      await page.getByText("With a person. The answer will appear here").waitFor();
      expect(await faultsOf(page)).toEqual([]);
      const mine = page.locator("li[data-from=candidate]").last();
      expect(await mine.locator(".words").innerText()).toBe(UNKNOWN);
      expect(await mine.locator(".words > *").count()).toBe(0);
      await answerQuestionOf(booked, "Yes, on level 3: https://person.test/level");
      await page.getByText("Yes, on level 3").first().waitFor();
      expect(await page.locator("li[data-from=person] a").count()).toBe(0);
      await page.getByText("With a person. The answer").waitFor({ state: "detached" });

      await box.fill("x".repeat(4001));
      await page.getByText("1 characters too many").first().waitFor();
      await box.press("Enter");
      expect(await box.inputValue()).toHaveLength(4001);
      expect(await faultsOf(page)).toEqual([]);
      assertQuiet();
      await page.context().close();
    },
  );

  it("asks which source is meant, and answers from the one that is pressed, with script and without", async () => {
    await beginGuide();
    for (const javaScriptEnabled of [true, false]) {
      const booked = await bookPage(walk);
      const context = await browser.newContext({ javaScriptEnabled, viewport: PHONE });
      const page = await context.newPage();
      await page.goto(assistantOf(booked));
      if (javaScriptEnabled) await page.waitForURL(/zone=/);
      await page.getByLabel("Your question").fill("Is my internet ok for this");
      await page.getByRole("button", { name: "Send" }).click();
      const choices = page.locator("li[data-from=assistant] .suggestions");
      await choices.getByRole("button", { name: "If your connection fails" }).waitFor();
      expect(await choices.getByRole("button").count()).toBe(2);
      const last = page.locator("li[data-from=assistant]").getByRole("button").last();
      expect((await last.innerText()).trim()).toBe("Ask a person");
      expect(await page.getByText("We telephone").count()).toBe(0);
      expect(javaScriptEnabled ? await faultsOf(page) : []).toEqual([]);
      await choices.getByRole("button", { name: "The task" }).click();
      await page.locator("li.message:not(.pending)", { hasText: "may be used" }).waitFor();
      expect(await page.getByText("We telephone").count()).toBe(0);
      const mine = page.locator("li[data-from=candidate]:not(.pending) .words");
      expect(await mine.allInnerTexts()).toEqual(["Is my internet ok for this", "The task"]);
      await context.close();
    }
  });

  it("does all of it without script, and leaves no software to answer when that is wished", async () => {
    const booked = await bookPage(walk);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(assistantOf(booked));
    await page.getByRole("button", { name: "When is my interview?" }).click();
    await page.getByText("Where this comes from").click();
    await page.getByText("Your interview: when").waitFor();
    await page.getByLabel("Your question").fill("Can I have another time?");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByRole("button", { name: "Ask for another time" }).click();
    await page.getByText("We have your wish").waitFor();
    expect(await saidOn(walk, booked)).toEqual(["wants_move"]);
    await page.getByText("Something you need to take part").click();
    await page.getByLabel("What do you need?").fill("A step-free room, please");
    await page.getByRole("button", { name: "Send this to a person" }).click();
    await page.getByText("will see to it").waitFor();
    await page.getByText("Rather no software?").click();
    await page.getByRole("button", { name: "No software here" }).click();
    await page.getByText("You have left the assistant").waitFor();
    await page.goto(booked.link);
    await page.getByRole("link", { name: "Write to a person" }).click();
    await page.getByLabel("Your message").fill("When is my interview?");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("No software answers here, as you wished").waitFor();
    await context.close();
  });

  it("says on the page what it cannot take, with what was typed", async () => {
    const booked = await bookPage(walk);
    const send = async (path: string, fields: Record<string, string>) =>
      await post(`${assistantOf(booked)}/${path}`, fields);
    const long = await send("ask", { text: "x".repeat(4001) });
    expect([long.status, long.words]).toEqual([413, expect.stringContaining("please shorten it")]);
    expect(long.html).toContain("x".repeat(4001));
    expect((await send("ask", { text: " " })).words).toContain("There is nothing in this message");
    expect((await send("act", { kind: "confirm", messageId: "cm_1" })).words).toContain(
      "This button is no longer there",
    );
    expect((await send("act", { kind: "hire_me" })).status).toBe(400);
    const { headers } = await openLink(assistantOf(booked));
    expect(headers.get("content-security-policy")).toMatch(
      /default-src 'none'.*connect-src 'self'/,
    );
    expect(await saidOn(walk, booked)).toEqual([]);
    await walk.running.deps.database.query(
      "update cases set status = 'closed', closed_at = now() where id = $1",
      [booked.caseId],
    );
    const form = `fm_${"0".repeat(32)}`;
    expect((await send("ask", { form, text: "Hello?" })).status).toBe(409);
    const { page, assertQuiet } = await openPage(browser, { width: 390 });
    await page.goto(assistantOf(booked));
    await page.getByText("There is nothing more to do here").waitFor();
    expect(await page.getByRole("button").count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    assertQuiet();
    await page.context().close();
  });

  it("keeps what was written when it could not be sent, and asks a person the same words again when pressed again", async () => {
    const booked = await bookPage(walk);
    const { page, assertQuiet } = await openPage(browser, { width: 390 });
    await page.goto(assistantOf(booked));
    await page.waitForURL(/zone=/);
    const box = page.getByLabel("Your question");
    await page.context().setOffline(true);
    await box.fill("Who will I meet?");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("could not be sent").first().waitFor();
    expect(await box.inputValue()).toBe("Who will I meet?");
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("You will meet").first().waitFor();
    expect(await box.inputValue()).toBe("");
    await page.locator("li:not(.pending)", { hasText: "Who will I meet?" }).first().waitFor();
    await page.locator("[data-chat]:not([aria-busy])").waitFor();
    for (const before of [0, 1]) {
      await box.fill("Is there a submarine?");
      await page.locator("#composer").getByRole("button", { name: "Ask a person" }).click();
      const asked = page.locator("li[data-from=candidate]", { hasText: "submarine" });
      await asked.nth(before).waitFor();
      await page.locator("[data-chat]:not([aria-busy])").waitFor();
    }
    const ended = await walk.api.send("DELETE", `/api/cases/${booked.caseId}/link`);
    expect(ended.status).toBe(200);
    await page.getByRole("button", { name: "Ask a person" }).first().click();
    await page.getByText("This link has ended").first().waitFor();
    assertQuiet();
    await page.context().close();
  });
});
