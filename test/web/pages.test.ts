/** Every page, in light and dark, at a desk and on a phone: usable by everybody, and nothing sticks out. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { linkInMail } from "../support/candidate-page.ts";
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

describePostgres("every page", (open) => {
  let walk: Walk;
  let browser: Browser;
  let booked: ProposalDetail;
  let paths: { name: string; path: string; title: RegExp; seen: string }[];
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
    booked = await proposalFor(walk, walk.nextCandidate());
    await walk.api.approve(booked);
    await untilProposal(walk, booked, "done");
    const waiting = await proposalFor(walk, walk.nextCandidate());
    // Somebody who must not be contacted: a case that waits for a person.
    await walk.moveStage(walk.cast.contactForbidden, "phoneScreen");
    await walk.waitFor("a case that is stuck", async () => {
      return (await walk.api.caseOf(walk.cast.contactForbidden))?.status === "blocked";
    });
    const { candidateName } = waiting;
    paths = [
      { name: "inbox", path: "/", title: /^Inbox/, seen: "Failed or stuck" },
      {
        name: "waiting proposal",
        path: `/proposals/${waiting.id}`,
        title: /Phone Screen/,
        seen: candidateName,
      },
      {
        name: "done proposal",
        path: `/proposals/${booked.id}`,
        title: /Phone Screen/,
        seen: "5 of 5 done",
      },
      {
        name: "editor",
        path: `/proposals/${waiting.id}?edit=texts`,
        title: /Phone Screen/,
        seen: "Save new version",
      },
      { name: "cases", path: "/cases", title: /^Cases/, seen: candidateName },
      { name: "case", path: `/cases/${booked.caseId}`, title: /./, seen: "What happened" },
      { name: "waiting case", path: `/cases/${waiting.caseId}`, title: /./, seen: "Decide now" },
      { name: "run", path: `/runs/${booked.runId}`, title: /./, seen: "Gather facts" },
      { name: "people", path: "/people", title: /^People/, seen: "Four weeks before" },
      { name: "feedback", path: "/feedback", title: /^Feedback/, seen: "Nobody owes feedback" },
      { name: "insights", path: "/insights", title: /^Insights/, seen: "Human touches" },
      { name: "today", path: "/today", title: /^Today/, seen: "Whose cases" },
      { name: "events", path: "/events", title: /^Events/, seen: "Stage changed in Lever" },
      { name: "ledger", path: "/ledger", title: /^Ledger/, seen: "by scheduling" },
      { name: "settings", path: "/settings", title: /^Settings/, seen: "Assisted" },
    ];
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  describe.each(LOOKS)("at $width px, $scheme,", (look) => {
    it("can be used by everybody, fits its window and is quiet", async () => {
      const { page, assertQuiet } = await openPage(browser, look);
      const messages: string[] = [];
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) messages.push(message.text());
      });
      await page.goto(walk.url);
      await page.getByRole("heading", { name: "Inbox" }).waitFor();
      messages.length = 0;
      const faults: Record<string, unknown> = {};
      for (const { name, path, title, seen } of paths) {
        await page.goto(`${walk.url}${path}`);
        await page.getByText(seen).first().waitFor();
        const found = {
          axe: await findAxeFaults(page),
          sideways: await scrollsSideways(page),
          title: title.test(await page.title()) ? [] : [await page.title()],
          messages: messages.splice(0),
        };
        if (Object.values(found).some((one) => (Array.isArray(one) ? one.length > 0 : one))) {
          faults[name] = found;
        }
      }
      expect(faults).toEqual({});
      assertQuiet();
      await page.context().close();
    });

    it("so can the page for signing in, the question why, and the finder", async () => {
      const { page } = await openPage(browser, look);
      await page.goto(walk.url);
      await page
        .getByRole("button", { name: /^Reject for/ })
        .first()
        .click();
      await page.getByRole("dialog").waitFor();
      expect(await findAxeFaults(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await page.keyboard.press("Control+k");
      await page.getByRole("textbox", { name: "Find" }).waitFor();
      expect(await findAxeFaults(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.goto(`${walk.url}/access`);
      await page.getByRole("button", { name: "Sign out here" }).click();
      await page.getByRole("heading", { name: "Sign in" }).waitFor();
      expect(await findAxeFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      await page.context().close();
    });
  });

  it("of a case ends the link to its candidate's page, after one question", async () => {
    const link = await linkInMail(walk, booked.payload.candidate.email);
    const { page, assertQuiet } = await openPage(browser, { width: 390, scheme: "dark" });
    await page.goto(`${walk.url}/cases/${booked.caseId}`);
    const end = page.getByRole("button", { name: "End the link" });
    await end.click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("The next mail to them holds another one").waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await dialog.getByRole("button", { name: "Keep it" }).click();
    await dialog.waitFor({ state: "detached" });
    expect((await fetch(link)).status).toBe(200);
    await end.click();
    await dialog.getByRole("button", { name: "End the link" }).click();
    await page.getByText("No link from our mails opens the candidate’s page any more.").waitFor();
    expect((await fetch(link)).status).toBe(410);
    assertQuiet();
    await page.context().close();
  });
});
