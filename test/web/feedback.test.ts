/** Who owes feedback, over the API, on its page and on the case's, in a real browser. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { OwedFormList } from "../../src/http/api/feedback-schemas.ts";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { askLever } from "../support/ask-lever.ts";
import { firstSession } from "../support/booking.ts";
import { bookedScreen } from "../support/briefs-walk.ts";
import { describePostgres } from "../support/database.ts";
import { advance } from "../support/nothing-fits.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

const HOUR = 3_600_000;

describePostgres("who owes feedback", (open) => {
  let walk: Walk;
  let browser: Browser;
  let owing: ProposalDetail;
  let inTime: ProposalDetail;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
    owing = await bookedScreen(walk);
    inTime = await bookedScreen(walk);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  const list = async (query = "") => {
    const { status, body } = await walk.api.send("GET", `/api/feedback/owed${query}`);
    expect(status).toBe(200);
    return OwedFormList.parse(body);
  };
  const formsOf = async ({ caseId }: ProposalDetail) =>
    (await list(`?status=any&caseId=${caseId}`)).items;
  const untilAll = async (booked: ProposalDetail, wanted: "owed" | "handed_in") =>
    await walk.waitFor(`forms that are ${wanted}`, async () => {
      const forms = await formsOf(booked);
      const { panel } = firstSession(booked.payload);
      return forms.length === panel.length && forms.every(({ status }) => status === wanted);
    });
  /** Everybody of the panel does. */
  const handIn = async ({ payload }: ProposalDetail) => {
    const owed = await walk.running.deps.database.query<Record<string, string>>(
      `select panel_id as panel, interview_id as interview, user_id as "user", template_id as template
       from feedback_owed where opportunity_id = $1 and status = 'owed'`,
      [payload.opportunityId],
    );
    for (const { panel, interview, user, template } of owed) {
      await askLever(walk.company, {
        method: "POST",
        path: `/opportunities/${payload.opportunityId}/feedback?perform_as=${user}`,
        body: {
          baseTemplateId: template,
          panel,
          interview,
          fieldValues: [{ id: `${template}-rating`, value: "3 - Hire" }],
        },
      });
    }
  };

  it("is nobody before an interview is over", async () => {
    expect(await list()).toEqual({ items: [], unread: 0 });
    const { page } = await openPage(browser);
    await page.goto(`${walk.url}/feedback`);
    await page.getByText("Nobody owes feedback").waitFor();
    await page.getByRole("button", { name: "Overdue" }).click();
    await page.getByText("Nothing is overdue").waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    // The last page's tab is seen on a phone, where they are wider than the window.
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${walk.url}/settings`);
    const tab = page.locator(".tab-bar").getByRole("link", { name: "Settings" });
    // A list is scrolled by whole pixels, and its tabs are no whole ones wide.
    await expect
      .poll(
        async () => ((await tab.boundingBox())?.x ?? 390) + ((await tab.boundingBox())?.width ?? 0),
      )
      .toBeLessThan(391);
    await page.context().close();
  });

  it("is everybody with a form from then on, until it is in, and overdue after a day", async () => {
    const ends = [owing, inTime].map(
      ({ payload }) => Temporal.Instant.from(firstSession(payload).endsAt).epochMilliseconds,
    );
    const now = walk.company.clock.now().epochMilliseconds;
    await advance(walk, (Math.max(...ends) - now) / HOUR + 1);
    for (const booked of [owing, inTime]) await untilAll(booked, "owed");
    await handIn(inTime);
    await advance(walk, 25);
    await untilAll(inTime, "handed_in");
    const overdue = (await list(`?status=overdue&caseId=${owing.caseId}`)).items;
    const [member] = firstSession(owing.payload).panel;
    const item = overdue.find(({ person }) => person.id === member?.userId);
    expect(overdue).toHaveLength(firstSession(owing.payload).panel.length);
    expect(item).toMatchObject({
      caseId: owing.caseId,
      candidateName: owing.candidateName,
      stageName: "Phone Screen",
      form: "Phone Screen",
      person: { id: member?.userId, name: member?.name, email: member?.email },
      endsAt: firstSession(owing.payload).endsAt,
      status: "owed",
      isOverdue: true,
      leverReminds: false,
    });
    // Each is reminded in their own hours, which may be over for today.
    const remindersNow = async () =>
      (await list(`?caseId=${owing.caseId}`)).items.map((form) => form.reminders);
    const inWords = async () => `the reminders: ${JSON.stringify(await remindersNow())}`;
    const untilPlanned = async (least: number) =>
      await walk.waitFor(inWords, async () => {
        const reminders = await remindersNow();
        const present = walk.company.clock.now().epochMilliseconds;
        const times = reminders
          .filter(({ nextAt, sent }) => nextAt !== null && sent >= least)
          .map(({ nextAt }) => Temporal.Instant.from(nextAt ?? "").epochMilliseconds)
          .filter((at) => at > present);
        return times.length === reminders.length && Math.max(...times);
      });
    const last = await untilPlanned(0);
    await advance(walk, (last - walk.company.clock.now().epochMilliseconds) / HOUR + 0.1);
    await untilPlanned(1);
    const ofMember = (await list(`?personId=${member?.userId}`)).items;
    expect(ofMember.map(({ caseId }) => caseId)).toContain(owing.caseId);
    expect((await list("?personId=nobody")).items).toEqual([]);
    expect((await formsOf(inTime))[0]).toMatchObject({ status: "handed_in", isOverdue: false });
    expect((await walk.api.send("GET", "/api/feedback/owed?after=yesterday")).status).toBe(400);
  });

  it.each(LOOKS)(
    "stands on a page of its own and on the case's, at $width px, $scheme",
    async (look) => {
      const { page, assertQuiet } = await openPage(browser, look);
      await page.goto(`${walk.url}/feedback`);
      const [member] = firstSession(owing.payload).panel;
      const overdue = page.getByRole("region", { name: "Overdue" });
      const row = overdue
        .getByRole("listitem")
        .filter({ hasText: owing.candidateName })
        .filter({ hasText: member?.name ?? "" });
      await row.getByText("Overdue", { exact: true }).waitFor();
      await overdue
        .getByText(/^Reminded (once|\d+ times), last/)
        .first()
        .waitFor();
      expect(await page.getByText(inTime.candidateName).count()).toBe(0);
      expect(await findAxeFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      await page.getByRole("button", { name: "By interviewer" }).click();
      await page.getByRole("region", { name: member?.name ?? "" }).waitFor();
      await page.getByRole("button", { name: "By candidate" }).click();
      const ofCandidate = page.getByRole("region", { name: owing.candidateName });
      await ofCandidate.getByRole("link", { name: owing.candidateName }).first().click();
      const panel = page.getByRole("region", { name: "Feedback" });
      await panel.getByText(member?.name ?? "", { exact: true }).waitFor();
      await panel
        .getByText(/^Reminded/)
        .first()
        .waitFor();
      expect(await findAxeFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      const [nudge] = (await walk.api.case(owing.caseId)).proposals.filter(
        ({ kind }) => kind === "nudge_feedback",
      );
      await page.goto(`${walk.url}/proposals/${nudge?.id}`);
      await page.getByText(/feedback of .* on Phone Screen/).waitFor();
      await page.getByText("[Hand it in, in Lever]").waitFor();
      expect(await findAxeFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      await page.goto(`${walk.url}/cases/${inTime.caseId}`);
      await panel.getByText("Handed in").first().waitFor();
      assertQuiet();
      await page.context().close();
    },
  );

  it("leaves the page the moment that the form is in", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${walk.url}/feedback`);
    const row = page.getByRole("listitem").filter({ hasText: owing.candidateName }).first();
    await row.waitFor();
    await handIn(owing);
    await advance(walk, 1);
    await row.waitFor({ state: "detached" });
    expect((await list(`?caseId=${owing.caseId}`)).items).toEqual([]);
    await page.context().close();
  });
});
