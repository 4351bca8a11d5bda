/** A debrief as whoever decides sees it: what the case says, the proposal with its times and people, another time, and the booking. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { DebriefDetail } from "../../src/http/api/aside-schemas.ts";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { bookedScreen, until } from "../support/briefs-walk.ts";
import { describePostgres } from "../support/database.ts";
import { untilWatched } from "../support/declined.ts";
import { advance } from "../support/nothing-fits.ts";
import { handIn, owingOf } from "../support/panel-walk.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

const RULE =
  "\nfeedback: { deadlineHours: 24 }\ndebrief: { minutes: 30, withinHours: 120, with: [recruiter] }\n";

describePostgres("a debrief in the dashboard", (open) => {
  let walk: Walk;
  let browser: Browser;
  let booked: ProposalDetail;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
    const { body } = await walk.api.send("GET", "/api/plans/phone-screen");
    const { source } = z.looseObject({ source: z.string() }).parse(body);
    const saved = { source: `${source.trimEnd()}${RULE}`, basedOn: 0 };
    await walk.api.send("PUT", "/api/plans/phone-screen", saved);
    booked = await bookedScreen(walk);
    await until(walk, booked, 0);
    await advance(walk, 2);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  const debriefs = async () => {
    const { proposals } = await walk.api.case(booked.caseId);
    return proposals.filter(({ kind }) => kind === "book_debrief");
  };

  it("is asked for on the case, which says when there is nothing to debrief yet", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/cases/${booked.caseId}`);
    const panel = page.getByRole("region", { name: "Debrief" });
    await panel.getByText("30 minutes within 120 hours, without the candidate.").waitFor();
    await panel.getByRole("button", { name: /^Look for a time/ }).click();
    await page
      .getByText(/The round of interviews is not over/)
      .first()
      .waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    assertQuiet();

    // Of the two that interview here the recruiter comes whether they write or not.
    const all = await owingOf(walk, booked);
    const recruiter = walk.world.opportunities.find(
      ({ id }) => id === booked.payload.opportunityId,
    );
    const owing = all.find(({ userId }) => userId !== recruiter?.ownerId);
    if (!owing) throw new Error("nobody but the recruiter interviews");
    await handIn(walk, booked, { owing, rating: "3 - Hire", words: "" });
    await advance(walk, 24);
    await walk.waitFor("the debrief", async () => (await debriefs())[0]?.status === "waiting");
  });

  it.each(LOOKS)("reads well at $width px, $scheme", async (look) => {
    const [debrief] = await debriefs();
    const { page, assertQuiet } = await openPage(browser, look);
    for (const path of [`/proposals/${debrief?.id}`, `/cases/${booked.caseId}`, "/"]) {
      await page.goto(`${walk.url}${path}`);
      await page
        .getByText(/debrief/i)
        .first()
        .waitFor();
      expect(await scrollsSideways(page)).toBe(false);
      expect(await findAxeFaults(page)).toEqual([]);
    }
    assertQuiet();
  });

  it("is booked at another of its times by two clicks", async () => {
    const [debrief] = await debriefs();
    const { page } = await openPage(browser);
    await page.goto(`${walk.url}/proposals/${debrief?.id}`);
    const when = page.getByRole("region", { name: "When" });
    const other = await when
      .getByRole("button", { name: /^Choose/ })
      .first()
      .textContent();
    await when
      .getByRole("button", { name: /^Choose/ })
      .first()
      .click();
    await page.waitForURL((url) => !url.pathname.endsWith(debrief?.id ?? ""));
    await when.getByText(other?.replace("Choose ", "") ?? "", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Book the debrief" }).click();
    await walk.waitFor("the booking", async () =>
      (await debriefs()).some(({ status }) => status === "done"),
    );
    await page.goto(`${walk.url}/cases/${booked.caseId}`);
    const panel = page.getByRole("region", { name: "Debrief" });
    await panel.getByText("Done", { exact: true }).waitFor();
    expect(await panel.getByRole("button", { name: /^Look for a time/ }).count()).toBe(0);
  });

  it("says on its page where it was moved in the calendar, and on the case that it was deleted", async () => {
    const done = (await debriefs()).find(({ status }) => status === "done");
    const shown = await walk.api.send("GET", `/api/proposals/${done?.id}`);
    const { payload, effects } = DebriefDetail.parse(shown.body);
    const { organizer: email } = payload;
    const eventId = effects.find(({ kind }) => kind === "debrief_event")?.externalRef?.["eventId"];
    await untilWatched(walk, email);
    const start = Temporal.Instant.from(payload.startsAt).add({ hours: 24 }).toString();
    await walk.eyes.control("POST", "/calendar/move", { eventId, email, start });
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/proposals/${done?.id}`);
    const when = page.getByRole("region", { name: "When" });
    await when.getByText(/^Moved in the calendar, to /).waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    await walk.eyes.control("POST", "/calendar/remove", { eventId, email });
    await when.getByText("It was taken off the calendar: nobody meets.").waitFor();
    await page.goto(`${walk.url}/cases/${booked.caseId}`);
    await page
      .getByText(/The debrief was deleted in the calendar: nobody meets/)
      .first()
      .waitFor();
    const panel = page.getByRole("region", { name: "Debrief" });
    await panel.getByText("Taken off the calendar").waitFor();
    await panel.getByRole("button", { name: /^Look for a time/ }).waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    assertQuiet();
  });
});
