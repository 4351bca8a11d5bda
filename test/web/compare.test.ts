/** Comparing with Lever and calendars, as the settings show it: asked for, under way, found, and led from. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
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

describePostgres("the settings' comparison", (open) => {
  let walk: Walk;
  let browser: Browser;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  it("says what it found, leads to the case, and can be used by everybody in each look", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    await walk.api.approve(waiting);
    const booked = await untilProposal(walk, waiting, "done");
    const other = await proposalFor(walk, walk.nextCandidate());
    await walk.api.approve(other);
    const undone = await untilProposal(walk, other, "done");
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/settings`);
    const section = page.getByRole("region", { name: "Compare with Lever and calendars" });
    await section.getByText("Not compared yet").waitFor();
    const note = booked.effects.find(({ kind }) => kind === "lever_note")?.externalRef?.["noteId"];
    const { leverUrl, leverApiKey } = walk.company;
    const path = `/opportunities/${booked.payload.opportunityId}/notes/${note ?? ""}`;
    const authorization = `Basic ${btoa(`${leverApiKey}:`)}`;
    await fetch(`${leverUrl}${path}`, { method: "DELETE", headers: { authorization } });
    const database = walk.running.deps.database;
    await database.query("update proposals set status = 'failed' where id = $1", [undone.id]);
    await database.query(
      "update effects set status = 'undone' where proposal_id = $1 and kind = 'lever_panel'",
      [undone.id],
    );
    await section.getByRole("button", { name: "Compare now" }).click();
    const yours = section.getByRole("list", { name: "For you" });
    await yours.getByText("no longer in Lever").waitFor();
    expect(await section.getByRole("status").innerText()).toContain(
      "2 candidates: 2 for you, 4 put right",
    );
    // What was changed by hand is no less a finding than what is gone outside.
    await yours.getByText("The ledger was changed.").waitFor();
    for (const look of LOOKS) {
      const { page: looked } = await openPage(browser, look);
      await looked.goto(`${walk.url}/settings`);
      const summary = looked.getByText("What was put right");
      await summary.click();
      await looked.getByRole("list", { name: "Put right" }).waitFor();
      expect([look, await findAxeFaults(looked)]).toEqual([look, []]);
      expect(await scrollsSideways(looked)).toBe(false);
      await looked.context().close();
    }
    await yours.getByRole("link", { name: booked.candidateName }).click();
    await page.waitForURL(`**/cases/${booked.caseId}`);
    assertQuiet();
  });
});
