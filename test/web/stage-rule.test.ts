/** A plan's rule for its stage as whoever decides sees it: how it stands on the case, what the forms give, and the move. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { bookedScreen, until } from "../support/briefs-walk.ts";
import { describePostgres } from "../support/database.ts";
import { advance } from "../support/nothing-fits.ts";
import { type Owing, handIn, owingOf, setEvaluative } from "../support/panel-walk.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

const RULE =
  "\nstageRule:\n  when: all_forms_in\n  scores: [{ field: Rating, atLeast: 3 }, { field: Communication, atLeast: 2 }]\n  moveTo: Technical Panel\n";

describePostgres("the rule of a stage in the dashboard", (open) => {
  let walk: Walk;
  let browser: Browser;
  let booked: ProposalDetail;
  let panel: Owing[];
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
    await setEvaluative(walk, "on");
    const { body } = await walk.api.send("GET", "/api/plans/phone-screen");
    const { source } = z.looseObject({ source: z.string() }).parse(body);
    const saved = { source: `${source.trimEnd()}${RULE}`, basedOn: 0 };
    await walk.api.send("PUT", "/api/plans/phone-screen", saved);
    booked = await bookedScreen(walk);
    await until(walk, booked, 0);
    await advance(walk, 2);
    panel = await owingOf(walk, booked);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  const hand = async (owing: Owing | undefined, rating: string): Promise<void> => {
    if (!owing) throw new Error("the screen has too few people");
    const scores: [number, string][] = [
      [4, "Named two ways out."],
      [3, ""],
    ];
    await handIn(walk, booked, { owing, rating, words: "", scores });
  };

  it("says on the case what is missing, and does so anew when asked", async () => {
    await hand(panel[0], "4 - Strong Hire");
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/cases/${booked.caseId}`);
    await page.getByRole("button", { name: /^Judge it now/ }).click();
    const rule = page.getByRole("region", { name: "Rule for moving on" });
    await rule.getByText("To Technical Panel: the rule does not hold yet.").waitFor();
    await rule.getByText(/is still to be handed in/).waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    await hand(panel[1], "3 - Hire");
    await page.getByRole("button", { name: /^Judge it now/ }).click();
    await rule.getByText("To Technical Panel: the rule holds. A person decides.").waitFor();
    await rule.getByRole("link", { name: "See it with its ratings" }).click();
    const rating = page.getByRole("region", { name: "Rating", exact: true });
    await rating.getByText("at least 3 of 4").waitFor();
    await rating.getByText("“3 - Hire”").waitFor();
    assertQuiet();
  });

  it.each(LOOKS)("reads well at $width px, $scheme", async (look) => {
    const { proposals } = await walk.api.case(booked.caseId);
    const move = proposals.find(({ kind }) => kind === "move_stage");
    const { page, assertQuiet } = await openPage(browser, look);
    for (const path of [`/proposals/${move?.id}`, `/cases/${booked.caseId}`, "/"]) {
      await page.goto(`${walk.url}${path}`);
      await page
        .getByText(/Technical Panel/)
        .first()
        .waitFor();
      expect(await scrollsSideways(page)).toBe(false);
      expect(await findAxeFaults(page)).toEqual([]);
    }
    assertQuiet();
  });

  it("moves the candidate by one click", async () => {
    const { proposals } = await walk.api.case(booked.caseId);
    const move = proposals.find(({ kind }) => kind === "move_stage");
    const { page } = await openPage(browser);
    // From the inbox nobody is moved unseen.
    await page.goto(walk.url);
    await page.getByRole("button", { name: /^Look and decide/ }).click();
    await page.getByRole("region", { name: "Rating", exact: true }).waitFor();
    await page.getByRole("button", { name: "Move to Technical Panel" }).click();
    await walk.waitFor("the move", async () => {
      const at = await walk.eyes.opportunity(booked.payload.opportunityId);
      return at?.stage === walk.cast.stages.technicalPanel;
    });
    await page.goto(`${walk.url}/proposals/${move?.id}`);
    await page.getByText("Done", { exact: true }).first().waitFor();
    expect(await page.getByRole("group", { name: "Decision" }).count()).toBe(0);
  });
});
