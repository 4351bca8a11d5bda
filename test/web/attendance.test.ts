/** Reminders, the question whether a candidate has arrived, and the risk that they do not, in a real browser. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inventHistory } from "../../scripts/attendance-sample.ts";
import { isHeldOut } from "../../src/attendance/hold-out.ts";
import { trainModel } from "../../src/attendance/train.ts";
import { arrivalSubject } from "../../src/cases/arrival-links.ts";
import { interviewIdOf } from "../../src/cases/attendances.ts";
import { keepModel } from "../../src/cases/no-show-risks.ts";
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
    await page.getByText("I need another time (or,").waitFor();
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

  /** Of past interviews to which help was due, one in five was missed, and of those held out every other one. */
  const writeDownOutcomes = async (): Promise<void> => {
    const { sessionId, startsAt } = firstSession(booked.payload);
    const { caseId } = booked;
    for (let n = 1; n <= 120; n += 1) {
      const at = Temporal.Instant.from(startsAt).subtract({ hours: 24 * n });
      const isOut = isHeldOut(interviewIdOf({ caseId, sessionId, startsAt: at }));
      await walk.running.deps.database.query(
        `insert into attendances (case_id, session_id, starts_at, ends_at, proposal_id, booked_at, attended, said_by, said_at,
           help_due_at, help_is_timely, helped_at) values ($1, $2, $3, $3, $4, $3, $5, 'a test', $3, $3, true, $6)`,
        [
          caseId,
          sessionId,
          at.toString(),
          booked.id,
          n % (isOut ? 2 : 5) > 0,
          isOut ? null : at.toString(),
        ],
      );
    }
  };

  it.each(LOOKS)(
    "has a page of the model, first without any history, then with it, at $width px, $scheme",
    async (look) => {
      const { database } = walk.running.deps;
      await database.query("delete from attendance_models");
      const { page, assertQuiet } = await openPage(browser, look);
      await page.goto(`${walk.url}/insights/no-shows`);
      await page.getByText("Nothing has been learnt yet").waitFor();
      await page.getByText("It takes 50 visits").waitFor();
      expect(await faultsOf(page)).toEqual([]);
      const model = trainModel(inventHistory(400));
      await database.transaction(
        async (tx) => await keepModel(tx, model, walk.company.clock.now()),
      );
      await writeDownOutcomes();
      await page.reload();
      const calibration = page.getByRole("region", { name: "Calibration" });
      await calibration.getByText("As a table").click();
      expect(await calibration.getByRole("row").count()).toBe(
        model.card.forward.calibration.length + 1,
      );
      const force = page.getByRole("region", { name: "In force" });
      await force.getByText(String(model.card.learntFrom.interviews), { exact: true }).waitFor();
      const effect = page.getByRole("region", { name: "Does help help?" });
      await effect.getByText("with 95 % confidence").waitFor();
      expect(await page.getByText("Nothing has been learnt yet").count()).toBe(0);
      expect(await faultsOf(page)).toEqual([]);
      await database.query("delete from attendances where said_by = 'a test'");
      assertQuiet();
    },
  );

  it("has no page of the model while evaluative features are off", async () => {
    await setEvaluative(walk, "off");
    const { page, assertQuiet } = await openPage(browser, LOOKS[1]);
    await page.goto(`${walk.url}/insights/no-shows`);
    await page.getByText("Switched off", { exact: true }).waitFor();
    expect(await page.getByRole("region", { name: "Calibration" }).count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    await setEvaluative(walk, "on");
    assertQuiet();
  });

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
    await page.getByLabel(/^If they did not come: why/).selectOption("The candidate sent no word");
    expect(await faultsOf(page)).toEqual([]);
    await page.goto(`${walk.url}/cases/${booked.caseId}`);
    const panel = page.getByRole("region", { name: "Attendance" });
    await panel.getByRole("button", { name: /^Did not come/ }).click();
    const why = panel.getByLabel(/^Why it was missed/);
    await why.selectOption("Something technical kept us from meeting");
    await panel.getByText(/did not come, as .+ says: Something technical kept us/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await panel.getByRole("button", { name: /^Came/ }).click();
    await panel.getByText(/came, as .+ says/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    assertQuiet();
  });
});
