/** What waits for somebody else, as whoever is not asked sees it: with who is asked instead of the buttons. In a real browser. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createToken } from "../../src/http/auth/tokens.ts";
import { openApi } from "../support/api.ts";
import { describePostgres } from "../support/database.ts";
import { proposalFor, untilProposal } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import { LOOKS, findAxeFaults, openPage, startBrowser } from "./support/browser.ts";

const RITA = "rita@company.test";

describePostgres("a proposal that is asked of somebody else", (open) => {
  let walk: Walk;
  let browser: Browser;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  it("says who is asked and until when, and has no button to approve, edit or choose it", async () => {
    const validFor = Temporal.Duration.from({ hours: 24 });
    const token = { name: RITA, role: "recruiter", kind: "token", validFor } as const;
    const rita = openApi(walk.url, await createToken(token, walk.running.deps));
    const mine = await proposalFor(walk, walk.nextCandidate());
    const theirs = await proposalFor(walk, walk.nextCandidate());
    const { body } = await walk.api.send("GET", "/api/policy");
    const asksRita = {
      stages: [theirs.stageName],
      answer: { do: "ask", people: [RITA], hours: 4, afterwards: "ask_admins" },
    };
    const put = async (rules: unknown[]) =>
      (await walk.api.send("PUT", "/api/policy", { ...(body as object), rules })).status;

    const { page, assertQuiet } = await openPage(browser);
    await page.goto(walk.url);
    const yours = page.getByRole("region", { name: "Needs you" });
    await yours.getByRole("button", { name: `Approve for ${mine.candidateName}` }).waitFor();
    expect(await put([asksRita])).toBe(200);
    await page.reload();
    const others = page.getByRole("region", { name: "Waits for others" });
    const line = others.getByRole("listitem").filter({ hasText: theirs.candidateName });
    await line.getByText(`This waits for ${RITA}, and 4 hours after it was proposed`).waitFor();
    await line.getByText("ends in").waitFor();
    await line.getByRole("button", { name: "Reject" }).waitFor();
    for (const name of ["Approve", "Edit"]) {
      expect(await page.getByRole("button", { name }).count()).toBe(0);
    }
    expect(await page.getByRole("checkbox").count()).toBe(0);
    expect(await yours.count()).toBe(0);
    // No key does what no button does.
    await page.keyboard.press("j");
    for (const key of ["x", "a"]) await page.keyboard.press(key);
    expect(await page.getByText("1 chosen").count()).toBe(0);

    await page.goto(`${walk.url}/proposals/${theirs.id}?edit=texts`);
    await page.getByText("Not for you to approve").waitFor();
    await page.getByText("It ends in").waitFor();
    const decision = page.getByRole("group", { name: "Decision" });
    expect(await decision.getByRole("button").allInnerTexts()).toEqual([
      expect.stringContaining("Reject"),
    ]);
    await page.keyboard.press("a");
    await page.goto(`${walk.url}/several?of=${theirs.id}`);
    await page.getByRole("heading", { name: "Left out" }).waitFor();
    await page.getByText(`This waits for ${RITA}`).waitFor();
    expect((await walk.api.proposal(theirs.id)).status).toBe("waiting");
    assertQuiet();

    for (const look of LOOKS) {
      const opened = await openPage(browser, look);
      for (const path of ["/", `/proposals/${theirs.id}`]) {
        await opened.page.goto(`${walk.url}${path}`);
        await opened.page.getByText(`This waits for ${RITA}`).first().waitFor();
        expect([look, path, await findAxeFaults(opened.page)]).toEqual([look, path, []]);
        const width = await opened.page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(look.width);
      }
      opened.assertQuiet();
    }
    await rita.approve(theirs);
    await untilProposal(walk, theirs, "done");
  });
});
