/** A case for which nothing fits, as its recruiter comes to it from a message: what blocks, and rules to choose from. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { CaseDetail } from "../../src/http/api/schemas.ts";
import { describePostgres } from "../support/database.ts";
import {
  advance,
  alertsOf,
  recruiterOf,
  stuckAt,
  untilCase,
  untilProposed,
} from "../support/nothing-fits.ts";
import { STUCK_PLANS, type Walk, startWalk } from "../support/walk.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

describePostgres("a case for which nothing fits", (open) => {
  let walk: Walk;
  let browser: Browser;
  let told: CaseDetail;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([
      startWalk(open, { env: { PLANS_DIR: STUCK_PLANS } }),
      startBrowser(),
    ]);
    const opportunityId = walk.nextCandidate();
    await stuckAt(walk, opportunityId);
    await advance(walk, 49);
    told = await untilCase(walk, opportunityId, (case_) =>
      alertsOf(case_).some(({ status }) => status === "done"),
    );
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  it.each(LOOKS)("says why, and what could give, at $width px, $scheme", async (look) => {
    const { page, assertQuiet } = await openPage(browser, look);
    await page.goto(`${walk.url}/cases/${told.id}?relax=notice`);
    const panel = page.getByRole("region", { name: "No time fits" });
    await panel.waitFor();
    const words = await panel.innerText();
    for (const blocker of told.search?.blockers ?? ["?"]) expect(words).toContain(blocker);
    expect(words).toMatch(/Looked for last .*, next .* or when a calendar changes/);
    expect(words).toMatch(/The recruiter was told .*\./);
    const chosen = panel.getByRole("button", { name: /^Look again ?: With less notice$/ });
    expect(await chosen.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    assertQuiet();
  });

  it.each(LOOKS)("shows what the recruiter was told, at $width px, $scheme", async (look) => {
    const { page, assertQuiet } = await openPage(browser, look);
    await page.goto(`${walk.url}/proposals/${alertsOf(told)[0]?.id ?? ""}`);
    const text = page.getByRole("region", { name: /^To .*, in Slack$/ });
    await text.waitFor();
    expect(await text.innerText()).toContain("With less notice");
    await page.getByText("1 of 1 done").waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    assertQuiet();
  });

  it("opening it changes nothing; a press looks again, and what is found waits", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/cases/${told.id}?relax=notice`);
    const chosen = page.getByRole("button", { name: /^Look again ?: With less notice$/ });
    await chosen.waitFor();
    // The clock may look by itself meanwhile.
    const { events } = await walk.api.case(told.id);
    expect(
      events.filter(({ kind, source }) => kind === "look_again" && source === "person"),
    ).toEqual([]);
    await chosen.press("Enter");
    const waiting = await untilProposed(walk, told.opportunityId);
    await page.getByRole("link", { name: "Decide now" }).click();
    await page.waitForURL(`**/proposals/${waiting.id}`);
    await page.getByText("one rule gave, as was asked for: with less notice").first().waitFor();
    assertQuiet();
  });

  it("says that a rule did not help when it gave, and that nobody was told in the silent mode", async () => {
    await walk.api.setMode("silent");
    const opportunityId = walk.nextCandidate();
    const { id } = await stuckAt(walk, opportunityId);
    const email = recruiterOf(walk, opportunityId);
    const startsAt = walk.company.clock.now().toString();
    const endsAt = walk.company.clock.now().add({ hours: 480 }).toString();
    await walk.eyes.keepBusy(email, { startsAt, endsAt });
    // What was read before is too old then.
    await advance(walk, 0.2);
    await walk.api.send("POST", `/api/cases/${id}/look`, { relax: "notice" });
    const said = "One rule gave, as was asked for: with less notice. That does not help.";
    const looked = await untilCase(walk, opportunityId, ({ runs }) =>
      runs.some(({ outcome }) => outcome?.includes(said) === true),
    );
    expect(looked).toMatchObject({ status: "blocked", proposals: [] });
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/cases/${id}`);
    await page.getByRole("status").filter({ hasText: said }).waitFor();
    await advance(walk, 49);
    await untilCase(walk, opportunityId, (case_) =>
      alertsOf(case_).some(({ status }) => status === "observed"),
    );
    await page.reload();
    const panel = page.getByRole("region", { name: "No time fits" });
    await panel.getByText("Silent mode: the recruiter would have been told").waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    assertQuiet();
    await walk.api.setMode("assisted");
  });
});
