/** Rules of the policy in the settings: written, tried, put in force; and what waits by them in the inbox. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createToken } from "../../src/http/auth/tokens.ts";
import { describePostgres } from "../support/database.ts";
import { proposalFor, untilProposal } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

describePostgres("the settings' rules", (open) => {
  let walk: Walk;
  let browser: Browser;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  it("are written by hand, tried on yesterday's proposals, and put in force", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/settings`);
    await page.getByRole("button", { name: "Add an exception" }).click();
    const rule = page.getByRole("group", { name: "Rule 1" });
    await rule.getByLabel("Stages", { exact: true }).first().fill("Phone Screen");
    await page.keyboard.press("Enter");
    await rule.getByLabel("Then", { exact: true }).first().click();
    await page.getByRole("option", { name: "Do it" }).click();
    await rule.getByLabel("After", { exact: true }).first().fill("30");
    const preview = page.getByRole("region", { name: "With these settings" });
    const otherwise = preview.getByRole("list", { name: "What would be otherwise" });
    await otherwise.getByText("done after 30 min").waitFor();
    expect(await preview.getByRole("status").innerText()).toContain("Of the 1 proposal of");
    const [link] = await otherwise.getByRole("link").all();
    expect(await link?.getAttribute("href")).toBe(`/proposals/${waiting.id}`);
    // At the page's end the bar that saves stands over nothing.
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    expect(await findAxeFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Put in force" }).click();
    await page.getByText("In force: version 1.").waitFor();
    expect((await walk.api.send("GET", "/api/policy")).body).toMatchObject({
      rules: [{ stages: ["Phone Screen"], answer: { do: "perform", afterMinutes: 30 } }],
    });
    const versions = page.getByRole("region", { name: "Versions of these settings" });
    await versions.getByText("Version 1 (in force)").waitFor();
    const changed = versions.getByText("stages Phone Screen: done after 30 min");
    expect(await changed.count()).toBe(1);
    await page.goto(`${walk.url}/settings?policy=0`);
    const whole = versions.getByRole("region", { name: "Version 0 of the policy" });
    await whole.getByText('"defaultMode": "assisted"').waitFor();
    await versions.getByRole("button", { name: "Close version 0" }).click();
    expect(page.url()).toBe(`${walk.url}/settings`);
    assertQuiet();
  });

  it("say in the inbox when something is done by itself, and can be used by everybody in each look", async () => {
    const { body } = await walk.api.send("GET", "/api/policy");
    const pause = { stages: ["Phone Screen"], answer: { do: "perform", afterMinutes: 30 } };
    const paused = { ...(body as object), rules: [pause] };
    const { body: present } = await walk.api.send("PUT", "/api/policy", paused);
    const pausing = await proposalFor(walk, walk.nextCandidate());
    expect(pausing.performsAt).not.toBeNull();
    const opened = await openPage(browser);
    await opened.page.goto(walk.url);
    const inbox = opened.page.getByRole("region", { name: "Needs you" });
    await inbox.getByText("done by itself").waitFor();
    await inbox.getByRole("button", { name: `Stop for ${pausing.candidateName}` }).waitFor();
    await inbox.getByRole("button", { name: `Do it now for ${pausing.candidateName}` }).waitFor();
    opened.assertQuiet();
    const validFor = Temporal.Duration.from({ hours: 24 });
    const token = { name: "Rita", role: "recruiter", kind: "token", validFor } as const;
    await createToken(token, walk.running.deps);
    const asks = {
      kinds: ["send_brief"],
      answer: { do: "ask", of: ["recruiter"], hours: 4, afterwards: "ask_admins" },
    };
    const changed = { ...(present as object), rules: [pause, asks] };
    expect((await walk.api.send("PUT", "/api/policy", changed)).status).toBe(200);
    await walk.api.send("POST", "/api/opt-outs", {
      who: "interviewer",
      userId: pausing.payload.sessions[0]?.panel[0]?.userId,
    });
    for (const look of LOOKS) {
      const { page, assertQuiet } = await openPage(browser, look);
      await page.goto(`${walk.url}/settings`);
      await page.getByRole("group", { name: "Rule 2" }).waitFor();
      await page.getByRole("list", { name: "Who has asked for it" }).waitFor();
      expect([look, await findAxeFaults(page)]).toEqual([look, []]);
      expect([look, await scrollsSideways(page)]).toEqual([look, false]);
      assertQuiet();
    }
  });

  it("change what candidates are told of the software, with a preview", async () => {
    for (const look of LOOKS) {
      const { page, assertQuiet } = await openPage(browser, look);
      await page.goto(`${walk.url}/settings`);
      const section = page.getByRole("region", { name: "What candidates are told" });
      await section.getByRole("group", { name: "As candidates read it" }).waitFor();
      expect([look, await findAxeFaults(page)]).toEqual([look, []]);
      expect([look, await scrollsSideways(page)]).toEqual([look, false]);
      assertQuiet();
    }
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/settings`);
    const section = page.getByRole("region", { name: "What candidates are told" });
    await section.getByRole("combobox", { name: "Where it applies" }).click();
    await page.getByRole("option", { name: "Illinois" }).click();
    const preview = section.getByRole("group", { name: "As candidates read it" }).first();
    await section.getByLabel("Developer").fill("Example Software");
    await preview.getByText("made by Example Software").waitFor();
    await section.getByLabel("Contact").fill("");
    await section.getByText("The text shows it: fill it in.").waitFor();
    await section.getByLabel("Contact").fill("jobs@example.test");
    await section.getByRole("button", { name: "Save as version 1" }).click();
    await section.getByText("Version 1, saved by").waitFor();
    await section.getByText("Version 0, our draft").waitFor();
    assertQuiet();
  });

  it("say what New York City's rule holds back, and from when it may run", async () => {
    for (const look of LOOKS) {
      const { page, assertQuiet } = await openPage(browser, look);
      await page.goto(`${walk.url}/settings`);
      const section = page.getByRole("region", { name: "New York City: notice and audit" });
      await section.getByText("No bias audit is on record").first().waitFor();
      expect([look, await findAxeFaults(page)]).toEqual([look, []]);
      expect([look, await scrollsSideways(page)]).toEqual([look, false]);
      assertQuiet();
    }
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/settings`);
    const section = page.getByRole("region", { name: "New York City: notice and audit" });
    await section.getByLabel("Where the record is kept").fill("Careers page, version 1");
    await section.getByRole("button", { name: "Record" }).click();
    const books = section.getByRole("list", { name: "On record" });
    await books.getByText("Notice given on").first().waitFor();
    await section.getByText("it may run from").first().waitFor();
    await books.getByRole("button", { name: /^Withdraw/ }).click();
    await section.getByText("Nothing is on record.").waitFor();
    const holds = page.getByRole("region", { name: "Legal holds" });
    await holds.getByRole("combobox", { name: "Posting" }).click();
    await page.getByRole("option").first().click();
    await holds.getByLabel("Number of the matter").fill("LIT-4");
    await holds.getByRole("button", { name: "Hold", exact: true }).click();
    await holds.getByRole("list", { name: "What is held" }).getByText("Posting").waitFor();
    await page.getByText("It is held from now on.").waitFor({ state: "hidden" });
    expect(await findAxeFaults(page)).toEqual([]);
    await holds.getByRole("button", { name: "End the hold LIT-4" }).click();
    await holds.getByText("Nothing is held.").waitFor();
    assertQuiet();
  });

  it("say when a step up is offered and taken back, each number with its bounds and its error", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${walk.url}/settings`);
    const limits = page.getByRole("region", { name: "When a step up is offered, and taken back" });
    const cases = limits.getByLabel("Comparisons it takes");
    expect(await cases.inputValue()).toBe("20");
    await cases.fill("0");
    await limits.getByText("A whole number from 1 to 1000").waitFor();
    await page.getByRole("button", { name: "Put in force" }).click();
    await page.getByRole("alert").first().waitFor();
    expect((await walk.api.send("GET", "/api/policy")).body).not.toHaveProperty("rollout");
    await cases.fill("25");
    await limits.getByLabel("Back if fewer of these agree").fill("60");
    expect(await limits.getByText("A whole number").count()).toBe(0);
    await page.getByRole("button", { name: "Put in force" }).click();
    await page.getByText("The new settings are in force.").waitFor();
    expect((await walk.api.send("GET", "/api/policy")).body).toMatchObject({
      rollout: { offerAt: 0.8, cases: 25, backBelow: 0.6, last: 10 },
    });
  });

  it("offer a step where people agree, with its cases, and take it when an admin says so", async () => {
    const { body } = await walk.api.send("GET", "/api/policy");
    const rollout = { offerAt: 0.1, cases: 1, backBelow: 0.5, last: 2 };
    const plain = { ...(body as object), defaultMode: "assisted", rules: [], rollout };
    expect((await walk.api.send("PUT", "/api/policy", plain)).status).toBe(200);
    const waiting = await proposalFor(walk, walk.nextCandidate());
    await walk.api.approve(waiting);
    await untilProposal(walk, waiting, "done");
    for (const look of LOOKS) {
      const { page, assertQuiet } = await openPage(browser, look);
      await page.goto(`${walk.url}/settings`);
      const section = page.getByRole("region", { name: "What people do, and what was proposed" });
      await section.getByText("Enough for managed mode").waitFor();
      await section.getByText("Case by case").first().click();
      await section.getByText("approved as it was").first().waitFor();
      expect([look, await findAxeFaults(page)]).toEqual([look, []]);
      expect([look, await scrollsSideways(page)]).toEqual([look, false]);
      assertQuiet();
    }
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/settings`);
    await page.getByRole("button", { name: /^Go to managed mode/ }).click();
    await page.getByText("In force: managed mode for Phone Screen.").waitFor();
    assertQuiet();
    expect((await walk.api.send("GET", "/api/policy")).body).toMatchObject({
      rules: [{ stages: [waiting.payload.stageId], kinds: ["book_interview"], mode: "managed" }],
    });
  });
});
