/** Who changed what before it was decided, wherever somebody reads of the decision. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { describePostgres } from "../support/database.ts";
import { proposalFor, waitingProposal } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

describePostgres("what people changed", (open) => {
  let walk: Walk;
  let browser: Browser;
  let first: ProposalDetail;
  let edited: ProposalDetail;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
    first = await proposalFor(walk, walk.nextCandidate());
    const { texts, opportunityId } = first.payload;
    const other = first.alternatives[0]?.sessions[0]?.startsAt ?? "";
    await walk.api.decide(first.id, {
      decision: "edit",
      digest: first.digest,
      payload: { startsAt: other, texts: { mailSubject: `${texts.mailSubject}, at last` } },
    });
    edited = await waitingProposal(walk, opportunityId);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  it.each(LOOKS)("is on the proposal's page, at $width px, $scheme", async (look) => {
    const { page, assertQuiet } = await openPage(browser, look);
    await page.goto(`${walk.url}/proposals/${edited.id}`);
    const panel = page.getByRole("region", { name: "What people changed" });
    await panel.getByText("subject of the mail").waitFor();
    await panel.getByText("start", { exact: true }).waitFor();
    expect(await panel.locator("del time").getAttribute("datetime")).toBe(
      first.payload.sessions[0]?.startsAt,
    );
    expect(await panel.locator("ins time").getAttribute("datetime")).toBe(
      edited.payload.sessions[0]?.startsAt,
    );
    expect(await panel.locator("ins").last().innerText()).toContain("at last");
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    assertQuiet();
  });

  it("is in the timeline of its case, beside who edited it, and nowhere else there", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/cases/${edited.caseId}`);
    const moment = page.getByRole("listitem").filter({ hasText: "Edited by" });
    await moment.getByText("subject of the mail").waitFor();
    expect(await page.locator(".edit").count()).toBe(1);
    expect(await findAxeFaults(page)).toEqual([]);
    assertQuiet();
  });

  it("is in the details of the ledger's entries, whose own data have no word of it", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/ledger?case=${edited.caseId}`);
    const entry = page.getByRole("listitem").filter({ hasText: `"decision": "edit"` }).first();
    await entry.locator("summary").first().click();
    await entry.locator(".edit ins").last().waitFor();
    expect(await entry.locator(".edit ins").last().innerText()).toContain("at last");
    expect(JSON.stringify(await walk.api.ledger(edited.caseId))).not.toContain("at last");
    expect(await findAxeFaults(page)).toEqual([]);
    assertQuiet();
  });
});
