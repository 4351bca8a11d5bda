/** Plans as a coordinator works on them: written by form and by text, faulty and mended, tried, saved, contested, taken back. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
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

const FAULTY = `id: first-talk
match:
  stages: [Phone Screen]
sessions:
  - id: talk
    name: First talk # short
    durationMinutes: 3o
    places:
      - role: recruiter
`;

describePostgres("plans in the dashboard", (open) => {
  let walk: Walk;
  let browser: Browser;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
    const long = FAULTY.replace("3o", "30").replace("Phone Screen", "Onsite");
    const source = long.replace("first-talk", "looked-at");
    for (const [basedOn, text] of [source, source.replace("30", "45")].entries()) {
      await walk.api.send("PUT", "/api/plans/looked-at", { source: text, basedOn });
    }
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  const textOf = (page: Page) => page.getByRole("textbox", { name: "The plan as YAML" });
  /** By keyboard: what is above may still grow or shrink as the text is checked. */
  const chooseAda = async (page: Page): Promise<void> => {
    const candidate = page.getByRole("combobox", { name: "Candidate", exact: true });
    // As a person does whose first letters came before there was anybody to choose from.
    await vi.waitFor(
      async () => {
        await candidate.fill("");
        await candidate.fill("Ada Quill");
        await page.getByRole("option", { name: /Ada Quill/ }).waitFor({ timeout: 20_000 });
      },
      { timeout: 240_000 },
    );
    await candidate.press("ArrowDown");
    await candidate.press("Enter");
  };
  const statusOf = (page: Page) => page.locator(".save-bar").getByRole("status");

  it("are written, mended at the faulty line, tried on a candidate and saved", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/plans`);
    const list = page.getByRole("list", { name: "Plans" });
    await list.getByText("In force, from a file").first().waitFor();
    await page.getByRole("link", { name: "New plan" }).click();
    const text = textOf(page);
    await text.fill(FAULTY);
    const faults = page.getByRole("list", { name: "Faults" });
    const fault = faults.getByRole("button", {
      name: "Line 7 session 1 › durationMinutes: must be a number",
    });
    await fault.waitFor();
    expect(await faults.getByRole("button").count()).toBe(1);
    expect(await page.locator(".yaml-gutter [data-wrong=true]").innerText()).toBe("7");
    expect(await page.getByRole("button", { name: "Save", exact: true }).isDisabled()).toBe(true);
    expect(await page.getByRole("button", { name: "Find times" }).isDisabled()).toBe(true);
    // The fault leads to its line, where typing mends it.
    await fault.click();
    await page.keyboard.type("    durationMinutes: 30");
    await fault.waitFor({ state: "detached" });
    // Form and text are one: what is typed here stands there, and comments stay.
    const form = page.getByRole("region", { name: "Form" });
    const name = form.getByRole("textbox", { name: "Name", exact: true });
    expect(await name.inputValue()).toBe("First talk");
    await name.fill("First call");
    expect(await text.inputValue()).toBe(
      FAULTY.replace("First talk #", "First call #").replace("3o", "30"),
    );
    await page.getByText("matches Phone Screen too: where both do, this plan counts").waitFor();
    await chooseAda(page);
    await page.getByRole("button", { name: "Find times" }).click();
    const times = page.getByRole("list", { name: /^Times \(/ });
    await times.waitFor();
    expect(await times.getByRole("listitem").count()).toBe(5);
    expect(await page.getByText("this plan does not match there").count()).toBe(1);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.waitForURL("**/plans/first-talk");
    await page.getByText("first-talk is in force.").waitFor();
    expect(await statusOf(page).innerText()).toBe("Saved: version 1.");
    expect(await walk.running.deps.plans.get("first-talk")).toMatchObject({
      sessions: [{ name: "First call", durationMinutes: 30 }],
    });
    await walk.moveStage(walk.cast.ada, "phoneScreen");
    const waiting = await walk.waitFor("a proposal", async () => {
      const [proposal] = await walk.api.proposals("waiting");
      return proposal && (await walk.api.proposal(proposal.id));
    });
    expect(waiting.payload).toMatchObject({
      planId: "first-talk",
      sessions: [{ name: "First call", durationMinutes: 30 }],
    });
    expect(await walk.api.proposals("all")).toHaveLength(1);
    assertQuiet();
  });

  it("say why no time fits, and what cannot be used", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${walk.url}/new-plan`);
    const good = FAULTY.replace("3o", "30").replace("first-talk", "tried");
    await textOf(page).fill(`${good}rules:\n  minimumNoticeHours: 240\n`);
    await chooseAda(page);
    await page.getByRole("button", { name: "Find times" }).click();
    const why = page.getByRole("list", { name: "What stands in the way" });
    await why.getByRole("listitem").first().waitFor();
    expect(await page.getByText("No time fits everybody.").count()).toBe(1);
    await textOf(page).fill(good.replace("role: recruiter", "person: nobody@lumenharbor.test"));
    await page.getByText("Found before your last change").waitFor();
    await page.getByRole("button", { name: "Find times" }).click();
    await page.getByText("nobody in Lever can take it").waitFor();
    await textOf(page).fill(good.replace("Phone Screen", "Fone Screen"));
    await page.getByText("Lever has no stage called “Fone Screen” now.").waitFor();
  });

  it("show both texts when somebody else was faster, and go on from either", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/plans/first-talk`);
    const text = textOf(page);
    const mine = (await text.inputValue()).replace("First call", "My call");
    const theirs = (await text.inputValue()).replace("First call", "Their call");
    await text.fill(mine);
    const saved = { source: theirs, basedOn: 1 };
    expect((await walk.api.send("PUT", "/api/plans/first-talk", saved)).status).toBe(200);
    // The page hears of it by itself.
    const note = page.getByRole("alert").filter({ hasText: "has saved version 2 meanwhile" });
    await note.waitFor();
    expect(await note.locator("del").allInnerTexts()).toEqual(["Their"]);
    expect(await note.locator("ins").allInnerTexts()).toEqual(["My"]);
    expect(await page.getByRole("button", { name: "Save", exact: true }).isDisabled()).toBe(true);
    await note.getByRole("button", { name: "Keep mine" }).click();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Saved: version 3.").waitFor();
    const versions = page.getByRole("region", { name: "Versions" });
    await versions.getByRole("button", { name: "Restore version 2" }).click();
    await page.getByText("Saved: version 4.").waitFor();
    await versions.getByText("restored from version 2").waitFor();
    expect(await text.inputValue()).toBe(theirs);
    assertQuiet();
  });

  it("are turned off, on, and removed", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${walk.url}/plans/first-talk`);
    const choose = async (item: string): Promise<void> => {
      await page.getByRole("button", { name: "More" }).click();
      await page.getByRole("menuitem", { name: item }).click();
    };
    await choose("Turn it off");
    await page.getByText("Turned off", { exact: true }).waitFor();
    expect(await walk.running.deps.plans.get("first-talk")).toBeNull();
    await choose("Turn it on");
    await page.getByText("In force", { exact: true }).waitFor();
    await choose("Remove it");
    await page.getByText("Removed", { exact: true }).waitFor();
    expect(await walk.running.deps.plans.get("first-talk")).toBeNull();
  });

  it("take the place of a file's plan, by form alone, and go back to it", async () => {
    const { page, assertQuiet } = await openPage(browser, { width: 390 });
    await page.goto(`${walk.url}/plans/phone-screen`);
    await page.getByRole("textbox", { name: "Length" }).fill("50");
    await page.getByRole("button", { name: "Add somebody" }).click();
    await page.getByRole("combobox", { name: "Place 3" }).click();
    await page.getByRole("option", { name: "From a pool" }).click();
    await page.getByRole("combobox", { name: "Pool of place 3" }).fill("screeners");
    await page.getByText("Text (1)").click();
    await page.getByRole("list", { name: "Faults" }).getByText("there is no pool").waitFor();
    await page.getByText("Form", { exact: true }).click();
    await page.getByRole("button", { name: "Add a pool" }).click();
    const poolName = page.getByRole("textbox", { name: "Name of pool-1" });
    await poolName.fill("screeners");
    await poolName.press("Tab");
    await page.getByRole("combobox", { name: "People of screeners" }).fill("a@b.test");
    await page.keyboard.press("Enter");
    await page.getByText("Takes the place of the plan “phone-screen”").waitFor();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("In force, instead of the file’s").waitFor();
    expect(await walk.running.deps.plans.get("phone-screen")).toMatchObject({
      pools: { screeners: ["a@b.test"] },
      sessions: [{ durationMinutes: 50, places: [{}, {}, { pool: "screeners" }] }],
    });
    expect(await scrollsSideways(page)).toBe(false);
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Go back to the file’s" }).click();
    await page.getByText("In force, from a file").waitFor();
    expect((await walk.running.deps.plans.get("phone-screen"))?.sessions[0]?.durationMinutes).toBe(
      45,
    );
    assertQuiet();
  });

  it("are for auditors to read", async () => {
    const validFor = Temporal.Duration.from({ hours: 1 });
    const token = await createToken(
      { name: "an auditor", role: "auditor", kind: "token", validFor },
      walk.running.deps,
    );
    const { page } = await openPage(browser);
    await page.goto(`${walk.url}/plans`);
    await page.getByRole("link", { name: "New plan" }).waitFor();
    await page.evaluate(async (secret) => {
      const headers = { "content-type": "application/json", "x-convene-csrf": "1" };
      await fetch("/api/session", {
        method: "POST",
        headers,
        body: JSON.stringify({ token: secret }),
      });
    }, token);
    await page.goto(`${walk.url}/plans/final-round`);
    await page.getByText("Only administrators and recruiters can change plans.").waitFor();
    expect(await textOf(page).getAttribute("readonly")).not.toBeNull();
    expect(await page.getByRole("button", { name: "Save", exact: true }).count()).toBe(0);
    await page.goto(`${walk.url}/plans`);
    await page.getByRole("list", { name: "Plans" }).waitFor();
    expect(await page.getByRole("link", { name: "New plan" }).count()).toBe(0);
  });

  it.each(LOOKS)("can be used by everybody: %j", async (look) => {
    const { page, assertQuiet } = await openPage(browser, look);
    await page.goto(`${walk.url}/plans`);
    await page.getByRole("list", { name: "Plans" }).waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await page.goto(`${walk.url}/plans/platform-technical-panel?view=text`);
    await textOf(page).fill(FAULTY.replace("first-talk", "platform-technical-panel"));
    await page.getByRole("list", { name: "Faults" }).waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await page.goto(`${walk.url}/plans/looked-at`);
    await page.getByRole("region", { name: "Versions" }).getByText("What changed").click();
    await chooseAda(page);
    await page.getByRole("button", { name: "Find times" }).click();
    await page.getByRole("list", { name: /^Times \(/ }).waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    assertQuiet();
  });
});
