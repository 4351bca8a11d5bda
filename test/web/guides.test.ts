/** Candidate guides as a coordinator works on them: begun, mended at the faulty line, tried, saved, contested, taken back. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { putExampleGuides } from "../../src/guides/examples.ts";
import { createGuide, listGuides, saveGuide } from "../../src/guides/saved.ts";
import { createToken } from "../../src/http/auth/tokens.ts";
import { describePostgres } from "../support/database.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

const GUIDE = { guideId: "gd_dogs", scope: { kind: "company" }, title: "Dogs" } as const;

describePostgres("candidate guides in the dashboard", (open) => {
  let walk: Walk;
  let browser: Browser;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
    const { deps } = walk.running;
    await putExampleGuides(deps);
    const saving = { by: "Ines", at: deps.clock.now(), correlationId: "co_1" };
    await deps.database.transaction(async (tx) => {
      await createGuide(tx, { ...GUIDE, text: "## May my dog come?\n\nYes." }, saving);
    });
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  const textOf = (page: Page) => page.getByRole("textbox", { name: "The guide in Markdown" });
  const statusOf = (page: Page) => page.locator(".save-bar").getByRole("status");
  const ask = async (page: Page, question: string) => {
    await page.getByRole("textbox", { name: "Question" }).fill(question);
    await page.getByRole("button", { name: "Answer it" }).click();
  };

  it("are begun for a posting, mended at the faulty line, tried and saved", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/guides`);
    await page.getByRole("list", { name: "Guides" }).getByText("For Backend Engineer").waitFor();
    await page.getByRole("link", { name: "New guide" }).click();
    const forWhom = page.getByRole("combobox", { name: "For whom" });
    await forWhom.click();
    await page.getByRole("option", { name: /^Product Manager/ }).click();
    await page.getByRole("textbox", { name: "Title" }).fill("Product Manager");
    await textOf(page).fill("## The case\n\nYou get **an hour**.\n\n<b>Bring</b> a pen.");
    const fault = page.getByRole("list", { name: "Faults" }).getByRole("button");
    await fault.getByText("there is HTML").waitFor();
    expect(await fault.allInnerTexts()).toEqual([expect.stringMatching(/^Line 5 /)]);
    const save = page.getByRole("button", { name: "Save", exact: true });
    expect(await save.isDisabled()).toBe(true);
    // The fault leads to its line, where typing mends it.
    await fault.click();
    await page.keyboard.type("[Bring](https://pens.test) a pen.");
    await fault.waitFor({ state: "detached" });
    const preview = page.getByRole("region", { name: "Preview" });
    expect(await preview.getByRole("heading", { name: "The case" }).count()).toBe(1);
    expect(await preview.locator("strong").innerText()).toBe("an hour");
    expect(await preview.getByRole("link").getAttribute("href")).toBe("https://pens.test");
    await ask(page, "how long is teh case");
    await page.locator(".guide-tried").getByText("You get an hour.").waitFor();
    expect(await listGuides(walk.running.deps.database)).toHaveLength(3);
    await save.click();
    await page.waitForURL("**/guides/gd_*");
    await page.getByText("Saved: version 1.").waitFor();
    await page.getByText("For Product Manager. What stands").waitFor();
    assertQuiet();
  });

  it("show both texts when somebody else was faster, go on from either, and give back a version", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/guides/gd_dogs`);
    await textOf(page).fill("## May my dog come?\n\nYes, on a lead.");
    const { database, clock } = walk.running.deps;
    const saving = { by: "Jonas", at: clock.now(), correlationId: "co_2" };
    const theirs = { guideId: "gd_dogs", basedOn: 1, text: "## May my dog come?\n\nYes, always." };
    await database.transaction(async (tx) => await saveGuide(tx, theirs, saving));
    // The page hears of it by itself.
    const note = page.getByRole("alert").filter({ hasText: "Jonas has saved version 2 meanwhile" });
    await note.waitFor();
    expect(await note.locator("del").allInnerTexts()).toEqual(["always."]);
    expect(await page.getByRole("button", { name: "Save", exact: true }).isDisabled()).toBe(true);
    await note.getByRole("button", { name: "Keep mine" }).click();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Saved: version 3.").waitFor();
    const versions = page.getByRole("region", { name: "Versions" });
    await versions.getByText("What changed").first().click();
    expect(await versions.locator("ins").first().innerText()).toContain("on a lead");
    await versions.getByRole("button", { name: "Restore version 2" }).click();
    await page.getByText("Saved: version 4.").waitFor();
    expect(await textOf(page).inputValue()).toBe(theirs.text);
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Turn it off" }).click();
    await page.getByText("Turned off", { exact: true }).waitFor();
    assertQuiet();
  });

  it("are for auditors to read", async () => {
    const validFor = Temporal.Duration.from({ hours: 1 });
    const token = await createToken(
      { name: "an auditor", role: "auditor", kind: "token", validFor },
      walk.running.deps,
    );
    const { page } = await openPage(browser);
    await page.goto(`${walk.url}/guides`);
    await page.getByRole("link", { name: "New guide" }).waitFor();
    await page.evaluate(async (secret) => {
      const headers = { "content-type": "application/json", "x-convene-csrf": "1" };
      await fetch("/api/session", {
        method: "POST",
        headers,
        body: JSON.stringify({ token: secret }),
      });
    }, token);
    await page.goto(`${walk.url}/guides/gd_dogs`);
    await page.getByText("Only administrators and recruiters can change guides.").waitFor();
    expect(await textOf(page).getAttribute("readonly")).not.toBeNull();
    expect(await page.getByRole("button", { name: "Save", exact: true }).count()).toBe(0);
  });

  it.each(LOOKS)("can be used by everybody: %j", async (look) => {
    const { page, assertQuiet } = await openPage(browser, look);
    await page.goto(`${walk.url}/guides`);
    await page.getByRole("list", { name: "Guides" }).waitFor();
    await ask(page, "Where can I park?");
    await page.getByRole("list", { name: "Where the answer comes from" }).waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await page.getByRole("link", { name: "Your interviews at Lumen Harbor" }).click();
    await textOf(page).waitFor();
    await ask(page, "xyzzy");
    await page.getByText("a person would be asked").waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await textOf(page).fill("<b>\n\n![x](y)");
    await page.getByRole("list", { name: "Faults" }).waitFor();
    expect(await statusOf(page).innerText()).toBe("2 faults to mend before it can be saved.");
    // On a phone it would stand over the buttons of the bar.
    expect(await page.locator(".ask-button").isVisible()).toBe(false);
    expect(await findAxeFaults(page)).toEqual([]);
    assertQuiet();
  });
});
