/** How people decide, in a real browser: what is approved unopened is seen, and admins are warned by limits that they set. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createToken } from "../../src/http/auth/tokens.ts";
import { openApi } from "../support/api.ts";
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

describePostgres("oversight", (open) => {
  let walk: Walk;
  let browser: Browser;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  const as = async (role: "recruiter" | "auditor") => {
    const validFor = Temporal.Duration.from({ hours: 1 });
    const token = { name: `a ${role}`, role, kind: "token", validFor } as const;
    return openApi(walk.url, await createToken(token, walk.running.deps));
  };

  it("has limits with bounds, each with its own error", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${walk.url}/settings`);
    const limits = page.getByRole("region", { name: "When oversight looks hollow" });
    const enough = limits.getByLabel("Approvals it takes to say anything");
    expect(await enough.inputValue()).toBe("20");
    await enough.fill("1001");
    await limits.getByText("A whole number from 1 to 1000").waitFor();
    await page.getByRole("button", { name: "Put in force" }).click();
    await page.getByRole("alert").first().waitFor();
    await enough.fill("1");
    expect(await limits.getByText("A whole number").count()).toBe(0);
    await page.getByRole("button", { name: "Put in force" }).click();
    await page.getByText("In force: version 1.").waitFor();
    expect((await walk.api.send("GET", "/api/oversight")).body).toMatchObject({
      limits: { approvals: 1, fastSeconds: 10, streak: 10, unchanged: 0.98, unopened: 0.5 },
      lines: [],
    });
  });

  it("warns admins of what was approved unopened, and shows them where", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/compliance`);
    await page.getByText("Nobody has decided anything in the last 90 days.").waitFor();
    await page.goto(walk.url);
    await page.getByRole("button", { name: `Approve for ${waiting.candidateName}` }).click();
    await page.getByText("Approved. The booking").waitFor();
    await page.goto(`${walk.url}/today`);
    await page.getByText("Oversight looks hollow in places").waitFor();
    await page.getByRole("link", { name: "See where" }).click();
    const line = page.getByRole("list", { name: "Who decides how" }).getByRole("listitem");
    await line.getByText("1 approved, of them 1 unedited and 1 unopened; 0 rejected").waitFor();
    await line.getByText("50 % or more is approved without opening it").waitFor();
    expect((await walk.api.send("GET", "/api/oversight")).body).toMatchObject({
      lines: [
        { kind: "book_interview", unopened: 1, timed: 0, reasons: ["unopened", "never_otherwise"] },
      ],
    });
    assertQuiet();
  });

  it("tells the time from opening a page to approving it there", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/proposals/${waiting.id}`);
    await page.getByRole("button", { name: /^Book and send/ }).click();
    await page.getByText("Approved. The booking").waitFor();
    await page.goto(`${walk.url}/compliance`);
    await page.getByText(/median \d+ s from opening to approving, of 1 opened/).waitFor();
    expect((await walk.api.send("GET", "/api/oversight")).body).toMatchObject({
      lines: [{ approvals: 2, unopened: 1, timed: 1 }],
    });
    assertQuiet();
  });

  it("is for admins and auditors alone", async () => {
    expect((await (await as("auditor")).send("GET", "/api/oversight")).status).toBe(200);
    expect((await (await as("recruiter")).send("GET", "/api/oversight")).status).toBe(403);
  });

  it.each(LOOKS)("can be read at $width px, $scheme", async (look) => {
    const { page, assertQuiet } = await openPage(browser, look);
    await page.goto(`${walk.url}/compliance`);
    await page.getByRole("list", { name: "Who decides how" }).waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await page.goto(`${walk.url}/settings`);
    await page.getByRole("region", { name: "When oversight looks hollow" }).waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    assertQuiet();
  });
});
