/** Reminders, the question whether a candidate has arrived, and the risk that they do not, in a real browser. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { arrivalSubject } from "../../src/cases/arrival-links.ts";
import type { ProposalDetail, ProposalItem } from "../../src/http/api/schemas.ts";
import { bookedScreen, until } from "../support/briefs-walk.ts";
import { firstSession } from "../support/booking.ts";
import { describePostgres } from "../support/database.ts";
import { setEvaluative } from "../support/panel-walk.ts";
import { settled } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

describePostgres("attendance in a browser", (open) => {
  let walk: Walk;
  let browser: Browser;
  let booked: ProposalDetail;
  let reminder: ProposalItem;
  let urls: { stop: string; arrived: string };
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
    await setEvaluative(walk, "on");
    booked = await bookedScreen(walk);
    await until(walk, booked, 1.4);
    reminder = await walk.waitFor("its reminder", async () =>
      (await walk.api.case(booked.caseId)).proposals.find(
        ({ kind }) => kind === "remind_candidate",
      ),
    );
    await settled(walk, booked.payload.opportunityId);
    const { links } = walk.running.deps;
    const later = walk.company.clock.now().add({ hours: 200 });
    const { sessionId, startsAt, panel } = firstSession(booked.payload);
    const userId = panel[0]?.userId ?? "";
    const about = arrivalSubject({ caseId: booked.caseId, sessionId, startsAt, userId });
    urls = {
      stop: `${walk.url}/reminders/${await links.make("reminders", booked.caseId, later)}`,
      arrived: `${walk.url}/arrived/${await links.make("arrival", about, later)}?said=no`,
    };
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });
  const faultsOf = async (page: Page): Promise<string[]> => [
    ...(await findAxeFaults(page)),
    ...((await scrollsSideways(page)) ? ["scrolls sideways"] : []),
  ];

  it.each(LOOKS)("is shown on the case, at $width px, $scheme", async (look) => {
    const { page, assertQuiet } = await openPage(browser, look);
    await page.goto(`${walk.url}/cases/${booked.caseId}`);
    const panel = page.getByRole("region", { name: "Attendance" });
    await panel.getByText(/May not come: \d+ %/).waitFor();
    await panel.getByText("not confirmed by the candidate").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.goto(`${walk.url}/proposals/${reminder.id}`);
    await page.getByText("I need another time:").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    assertQuiet();
  });

  it.each(LOOKS)(
    "has pages that change nothing when opened, at $width px, $scheme",
    async (look) => {
      const { page, assertQuiet } = await openPage(browser, look);
      await page.goto(urls.stop);
      await page.getByRole("button", { name: "No more reminders" }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.goto(urls.arrived);
      await page.getByText(/has not begun/).waitFor();
      expect(await page.getByRole("button").count()).toBe(0);
      expect(await faultsOf(page)).toEqual([]);
      const { answers, attendance } = await walk.api.case(booked.caseId);
      expect(answers).toEqual([]);
      expect(attendance[0]?.saidBy).toBeNull();
      assertQuiet();
    },
  );

  it("ends reminders by one press, and takes that back by another", async () => {
    const { page, assertQuiet } = await openPage(browser, LOOKS[0]);
    await page.goto(urls.stop);
    await page.getByRole("button", { name: "No more reminders" }).click();
    await page.getByText("We remind you of no interview any more.").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Remind me again" }).click();
    await page.getByRole("button", { name: "No more reminders" }).waitFor();
    assertQuiet();
  });

  it("is said by a coordinator once the interview has begun", async () => {
    await until(walk, booked, -0.05);
    const { page, assertQuiet } = await openPage(browser, LOOKS[1]);
    await page.goto(urls.arrived);
    await page.getByRole("button", { name: "No, they did not come" }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.goto(`${walk.url}/cases/${booked.caseId}`);
    const panel = page.getByRole("region", { name: "Attendance" });
    await panel.getByRole("button", { name: /^Came/ }).click();
    await panel.getByText(/came, as .+ says/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    assertQuiet();
  });
});
