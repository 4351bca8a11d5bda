/** A brief's page and mail in a real browser: on screens, on paper, without script, by keyboard. */
import { Router } from "express";
import type { Browser, Page } from "playwright-core";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { draftBrief } from "../../agents/briefing/draft.ts";
import { readBriefCases } from "../../evals/worlds/brief-cases.ts";
import { materialOf } from "../../evals/worlds/brief-material.ts";
import { renderBriefMail } from "../../src/briefs/mail.ts";
import type { SendBrief } from "../../src/domain/brief.ts";
import type { SentBrief } from "../../src/http/brief/routes.ts";
import { openBriefPages, sentTo } from "../support/brief-pages.ts";
import {
  BRIEF_LINKS,
  briefOf,
  changedBrief,
  firstReader,
  fullerBrief,
  fullestBrief,
  longestBrief,
  smallestBrief,
  usualBrief,
} from "../support/briefs.ts";
import { openApp } from "../support/loopback-app.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

const WORD = "Donaudampfschifffahrtsgesellschaftskapitän".repeat(6);

/** With words that no line is long enough for. */
const wideBrief = (): SendBrief => {
  const usual = usualBrief();
  const { brief, session } = usual;
  return {
    ...usual,
    candidate: { ...usual.candidate, name: `Ada ${WORD}` },
    postingTitle: WORD,
    changes: [WORD],
    session: { ...session, room: WORD, agenda: `https://example.com/${WORD}` },
    brief: {
      ...brief,
      covers: [WORD],
      others: brief.others.map((each) => ({ ...each, name: WORD })),
      highlights: brief.highlights.map((each) => ({ ...each, text: WORD })),
      probe: brief.probe.map((each) => ({ ...each, ask: WORD })),
      questions: brief.questions.map((each) => ({ ...each, text: WORD, competency: WORD })),
      leftOut: [WORD],
    },
  };
};

const BRIEFS: Record<string, SendBrief> = {
  usual: usualBrief(),
  changed: changedBrief(),
  fullest: fullestBrief(),
  longest: longestBrief().payload,
  smallest: smallestBrief(),
  wide: wideBrief(),
};

/** From the usual to the fullest: each setting of a sheet has one here that fills it. */
const FULLER = [0.1, 0.25, 0.3, 0.65, 0.7];
for (const share of FULLER) BRIEFS[`fuller-${share}`] = fullerBrief(share);
const CANDIDACIES = await readBriefCases();
for (const { id, texts } of CANDIDACIES)
  BRIEFS[id] = briefOf(texts, draftBrief(materialOf(texts)).brief);

let pages: Awaited<ReturnType<typeof openBriefPages>>;
let mails: Awaited<ReturnType<typeof openApp>>;
let browser: Browser;
beforeAll(async () => {
  const sent: Record<string, SentBrief> = { old: sentTo(usualBrief(), 0, { isNewest: false }) };
  for (const [name, payload] of Object.entries(BRIEFS)) sent[name] = sentTo(payload, 0);
  const router = Router();
  router.get("/:name", (request, response) => {
    const payload = BRIEFS[request.params.name] ?? usualBrief();
    response.type("html").send(renderBriefMail(payload, firstReader(payload), BRIEF_LINKS).html);
  });
  [pages, mails, browser] = await Promise.all([
    openBriefPages(sent),
    openApp(router),
    startBrowser(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await Promise.all([pages[Symbol.asyncDispose](), mails[Symbol.asyncDispose]()]);
});

const pageOf = (name: string): string => `${pages.url}/brief/r/${name}`;
const mailOf = (name: string): string => `${mails.url}/${name}`;

/** What a printer would be given: its sheets, and all the words on them. */
const printed = async (page: Page, format: "A4" | "Letter") => {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format })));
  const { text } = await extractText(pdf, { mergePages: true });
  return { sheets: pdf.numPages, text };
};

/** Of the words on paper, the numbers of sources apart. Units: points. */
const smallestPrint = async (page: Page): Promise<number> => {
  await page.emulateMedia({ media: "print" });
  const points = await page
    .locator("main :is(li, p, dd, dt, td, h1, h2)")
    .evaluateAll((all) =>
      all.map((each) => (Number.parseFloat(getComputedStyle(each).fontSize) * 72) / 96),
    );
  await page.emulateMedia({ media: null });
  return Math.min(...points);
};

describe.each(LOOKS)("at $width px, $scheme,", (look) => {
  it.each(["usual", "changed", "fullest", "smallest", "wide", "old"])(
    "the page of the %s brief reads well, can be used by everybody and fits its window",
    async (name) => {
      const { page, assertQuiet } = await openPage(browser, look);
      const messages: string[] = [];
      page.on("console", (message) => messages.push(message.text()));
      await page.goto(pageOf(name));
      await page.getByRole("heading", { level: 1 }).waitFor();
      expect(await findAxeFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      await page.locator("details").evaluateAll((all) => {
        for (const each of all) each.setAttribute("open", "");
      });
      expect(await findAxeFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      expect(messages).toEqual([]);
      assertQuiet();
      await page.context().close();
    },
  );

  it("so do the mail and the page of a calendar event", async () => {
    const { page } = await openPage(browser, look);
    for (const address of [mailOf("changed"), mailOf("wide"), `${pages.url}/brief/ca_1/design`]) {
      await page.goto(address);
      expect(await findAxeFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
    }
    await page.getByRole("button", { name: "Send me my brief" }).click();
    await page.getByText("Write your e-mail address here.").waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    await page.context().close();
  });
});

describe.each(["A4", "Letter"] as const)("on paper, %s,", (format) => {
  it.each(["usual", "changed", "smallest", "fullest"])(
    "the %s brief takes one sheet, as a page and as a mail",
    async (name) => {
      const { page } = await openPage(browser);
      for (const address of [pageOf(name), mailOf(name)]) {
        await page.goto(address);
        expect((await printed(page, format)).sheets).toBe(1);
      }
      await page.context().close();
    },
  );

  it("so does each of ten candidacies, and any between the usual and the fullest", async () => {
    const { page } = await openPage(browser);
    const names = [...CANDIDACIES.map(({ id }) => id), ...FULLER.map((each) => `fuller-${each}`)];
    const many: string[] = [];
    for (const name of names) {
      await page.goto(mailOf(name));
      if ((await printed(page, format)).sheets !== 1) many.push(name);
    }
    expect(many).toEqual([]);
    await page.context().close();
  });

  it("a sheet without room for all of it says what is on screen alone", async () => {
    const { page } = await openPage(browser);
    const alone =
      "On screen alone, for want of room: 32 follow-ups, 5 sentences of background, 2 selling points, 19 lines on what was left out and 56 titles of what was also read.";
    for (const address of [pageOf("fullest"), mailOf("fullest")]) {
      await page.goto(address);
      expect(await page.getByText("On screen alone").isVisible()).toBe(false);
      expect(await page.getByText("Also read: Interview plan").isVisible()).toBe(true);
      const text = (await printed(page, format)).text.replaceAll(/\s+/g, " ");
      expect(text).toContain(alone);
      expect(text).not.toContain("Also read");
      expect(text.match(/A strong answer/g)).toHaveLength(8);
      expect(await smallestPrint(page)).toBeGreaterThanOrEqual(7.99);
    }
    await page.context().close();
  });

  it("no word is cut, however long the texts are", async () => {
    const { page } = await openPage(browser);
    for (const address of [pageOf("longest"), mailOf("longest")]) {
      await page.goto(address);
      const { text } = await printed(page, format);
      expect(longestBrief().words.filter((word) => !text.includes(word))).toEqual([]);
    }
    await page.context().close();
  });
});

it("on paper it is in print that can be read, dark screens or not, and marks are numbers", async () => {
  const { page } = await openPage(browser, { scheme: "dark" });
  await page.goto(pageOf("changed"));
  await page.locator("details").first().locator("summary").click();
  expect((await printed(page, "A4")).text).not.toContain("Backend Engineer, Farfield 03/2020");
  expect(await smallestPrint(page)).toBeGreaterThanOrEqual(9.49);
  await page.emulateMedia({ media: "print" });
  const colour = await page
    .locator("li")
    .first()
    .evaluate((each) => getComputedStyle(each).color);
  expect(colour).toBe("rgb(0, 0, 0)");
  await page.context().close();
});

it("shows the words behind a sentence without script, by keyboard alone", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(pageOf("usual"));
  const mark = page.locator("#highlights summary").first();
  expect(
    await page.getByText("Several years of Java in production", { exact: true }).isVisible(),
  ).toBe(false);
  for (
    let tab = 0;
    tab < 20 && !(await mark.evaluate((each) => each === document.activeElement));
    tab += 1
  ) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await page.getByText("Several years of Java in production", { exact: true }).waitFor();
  expect(await page.getByText("2. Posting: Senior Backend Engineer").first().isVisible()).toBe(
    true,
  );
  const headings = await page.getByRole("heading").allTextContents();
  expect(headings).toEqual([
    "Ada Moreira",
    "The other interviews",
    "Highlights for this role",
    "Background",
    "Points to probe",
    "Questions",
    "Selling points",
    "Left out of this brief",
    "Links and form",
    "Sources",
  ]);
  await context.close();
});

it("is sent to whoever asks by the event's link, without script", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(`${pages.url}/brief/ca_7/design`);
  await page.keyboard.press("Tab");
  await page.keyboard.type("ines.duarte@example.com");
  await page.keyboard.press("Enter");
  await page.getByText("If you are on this interview’s panel").waitFor();
  expect(pages.asked).toContainEqual(["ca_7", "design", "ines.duarte@example.com"]);
  await page.reload();
  expect(pages.asked.filter(([caseId]) => caseId === "ca_7")).toHaveLength(1);
  await context.close();
});
