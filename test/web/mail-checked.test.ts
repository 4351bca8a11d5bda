/** A booking whose mail may not have left: beside the step whoever has asked the candidate says whether it arrived. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { describePostgres } from "../support/database.ts";
import { type FaultyWalk, startFaultyWalk } from "../support/faulty-walk.ts";
import { proposalFor, settled, untilProposal } from "../support/story.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

describePostgres("a mail of which nobody can tell whether it left", (open) => {
  let house: FaultyWalk;
  let browser: Browser;
  let booked: ProposalDetail;
  beforeAll(async () => {
    [house, browser] = await Promise.all([startFaultyWalk(open), startBrowser()]);
    const { walk, mailDoor } = house;
    const waiting = await proposalFor(walk, walk.nextCandidate());
    mailDoor.dropAnswersTo(/\r\n\.\r\n/);
    await walk.api.approve(waiting);
    booked = await untilProposal(walk, waiting, "done");
    await settled(walk, waiting.payload.opportunityId);
    mailDoor.letPass();
  });
  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  it.each(LOOKS)("asks whether it arrived, at $width px, $scheme", async (look) => {
    const { page, assertQuiet } = await openPage(browser, look);
    await page.goto(`${house.walk.url}/proposals/${booked.id}`);
    const asked = page.getByRole("group", { name: "I have checked" });
    await asked.waitFor();
    expect(await asked.getByRole("button").allInnerTexts()).toEqual([
      "It arrived",
      "It did not: send again",
    ]);
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    assertQuiet();
  });

  it("sends it again when it did not, and asks no more", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${house.walk.url}/proposals/${booked.id}`);
    await page.getByRole("button", { name: "It did not: send again" }).click();
    await page.getByText("5 of 5 done").waitFor();
    await page.getByRole("group", { name: "I have checked" }).waitFor({ state: "detached" });
    const { effects } = await house.walk.api.proposal(booked.id);
    expect(effects.at(-1)).toMatchObject({ kind: "candidate_mail", status: "done", attempt: 2 });
    assertQuiet();
  });
});
