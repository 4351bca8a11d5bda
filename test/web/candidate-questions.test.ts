/** What the assistant could not answer, as a recruiter answers it: the candidate reads it, and the guide has it for the next one. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { listChat } from "../../src/cases/chat.ts";
import { QuestionFromCandidate } from "../../src/domain/chat.ts";
import { createGuide, listGuideVersions } from "../../src/guides/saved.ts";
import { type BookedPage, bookPage, startPageWalk } from "../support/booked-page.ts";
import { openChat } from "../support/chat-page.ts";
import { describePostgres } from "../support/database.ts";
import type { Walk } from "../support/walk.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

const Questions = z.object({ items: z.array(QuestionFromCandidate) });
const UNKNOWN = "Is there a kindergarten near your moon base?";
const NEEDS = "I am deaf and need an interpreter for sign language.";
const ANSWER = "Yes, on level 3 of the moon base.";

describePostgres("questions from candidates in the dashboard", (open) => {
  let walk: Walk;
  let browser: Browser;
  let booked: BookedPage;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startPageWalk(open), startBrowser()]);
    const { database, clock } = walk.running.deps;
    const saving = { by: "Ines", at: clock.now(), correlationId: "co_1" };
    const guide = { guideId: "gd_visit", scope: { kind: "company" as const }, title: "Your visit" };
    await database.transaction(async (tx) => {
      await createGuide(tx, { ...guide, text: "## Children\n\nThey are welcome." }, saving);
    });
    booked = await bookPage(walk);
    const chat = openChat(booked.link);
    await chat.ask(UNKNOWN);
    await chat.ask(UNKNOWN);
    await chat.act({ kind: "ask_a_person", text: NEEDS });
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  it.each(LOOKS)("can be read and answered by everybody: %j", async (look) => {
    const { page, assertQuiet } = await openPage(browser, look);
    await page.goto(`${walk.url}/questions-from-candidates`);
    const here = page
      .getByRole("navigation", { name: "Main" })
      .locator("[aria-current=page]:visible");
    await here.getByText("2 to answer").waitFor();
    const asked = page.getByRole("listitem").filter({ hasText: UNKNOWN });
    await asked.getByText("asked 2 times").waitFor();
    await asked.getByRole("checkbox", { name: "Add it to a guide" }).check();
    await asked.getByRole("combobox", { name: "Guide" }).waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    // At the page's end nothing stands over what it ends with.
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    const last = page.getByRole("button", { name: "Send the answer" }).last();
    const end = await last.evaluate((button) => button.getBoundingClientRect().bottom);
    const ask = page.locator(".ask-button");
    expect(await ask.isVisible()).toBe(look.width === 390);
    const start = await ask.evaluate((button) => button.getBoundingClientRect().top);
    expect(end).toBeLessThan(start === 0 ? Infinity : start);
    await page.getByRole("button", { name: "Answered", exact: true }).click();
    await page.getByText("No questions here").waitFor();
    assertQuiet();
  });

  it("are answered in the chat and added to a guide in one go, but for what somebody needs", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/questions-from-candidates?state=open`);
    const asked = page.getByRole("listitem").filter({ hasText: UNKNOWN });
    await asked.getByRole("textbox", { name: "Your answer" }).fill(ANSWER);
    await asked.getByRole("checkbox", { name: "Add it to a guide" }).check();
    const send = asked.getByRole("button", { name: "Send, and add to the guide" });
    expect(await send.isDisabled()).toBe(true);
    await asked.getByRole("combobox", { name: "Guide" }).click();
    await page.getByRole("option", { name: "Your visit · For everybody" }).click();
    await asked.getByRole("combobox", { name: "Heading" }).click();
    await page.getByRole("option", { name: "Children" }).click();
    const note = asked.getByRole("status");
    await note.getByText("Whoever asks this again is told your answer").waitFor();
    await asked.getByRole("textbox", { name: "Your answer" }).fill("Yes, on level 3.");
    await note.getByText("“kindergarten”, “moon”, “base” stand in no guide").waitFor();
    await asked.getByRole("textbox", { name: "Your answer" }).fill(ANSWER);
    await note.getByText("Whoever asks this again is told your answer").waitFor();
    await send.click();
    await asked.waitFor({ state: "detached" });
    const chat = openChat(booked.link);
    expect((await chat.view()).messages.at(-1)).toMatchObject({ from: "person", text: ANSWER });
    const { database, texts } = walk.running.deps;
    const [last] = await listGuideVersions(database, { guideId: "gd_visit", limit: 1 });
    expect(last).toMatchObject({
      version: 2,
      text: `## Children\n\nThey are welcome.\n\n${ANSWER}\n\n[found by]: # (base moon near)`,
    });
    // What one candidate needs is answered alone, and what comes back is for few as well.
    const needs = page.getByRole("listitem").filter({ hasText: NEEDS });
    await needs.getByText("your answer goes into no guide").waitFor();
    expect(await needs.getByRole("checkbox").count()).toBe(0);
    const list = Questions.parse(
      (await walk.api.send("GET", "/api/questions-from-candidates?state=open")).body,
    );
    const path = `/api/questions-from-candidates/${list.items[0]?.id ?? ""}/answer`;
    const addToGuide = { guideId: "gd_visit", title: "Interpreters" };
    const refused = await walk.api.send("POST", path, { text: "One comes.", addToGuide });
    expect([refused.status, list.items]).toMatchObject([400, [{ question: NEEDS }]]);
    await needs.getByRole("textbox", { name: "Your answer" }).fill("An interpreter comes.");
    await needs.getByRole("button", { name: "Send the answer" }).click();
    await page.getByText("No questions here").waitFor();
    // The page hears that nobody waits any more.
    const counts = page.locator(".count").filter({ hasText: "to answer" });
    await expect.poll(async () => await counts.count()).toBe(0);
    const answers = await listChat(database, booked, texts);
    expect(
      answers.filter(({ speaker }) => speaker === "person").map(({ isPrivate }) => isPrivate),
    ).toEqual([false, true]);
    assertQuiet();
  });
});
