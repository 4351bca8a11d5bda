/** A recruiter's day, over the API and on its page, in a real browser. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { DayAnswer } from "../../src/http/api/today-schemas.ts";
import { createToken } from "../../src/http/auth/tokens.ts";
import { openApi } from "../support/api.ts";
import { bookedScreen } from "../support/briefs-walk.ts";
import { describePostgres } from "../support/database.ts";
import { recruiterOf } from "../support/nothing-fits.ts";
import { proposalFor } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

describePostgres("today", (open) => {
  let walk: Walk;
  let browser: Browser;
  let booked: ProposalDetail;
  let waiting: ProposalDetail;
  let recruiter: { userId: string; name: string };
  beforeAll(async () => {
    [walk, browser] = await Promise.all([
      startWalk(open, { env: { DAILY_DIGEST: "on" } }),
      startBrowser(),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  const read = async (query = ""): Promise<DayAnswer> => {
    const { status, body } = await walk.api.send("GET", `/api/today${query}`);
    expect(status).toBe(200);
    return DayAnswer.parse(body);
  };

  it("says what will stand here while there is nothing", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${walk.url}/today`);
    await page.getByText("All clear").waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    await page.context().close();
    expect(await read()).toMatchObject({ person: null, recruiters: [], digest: null });
  });

  it("tells of a recruiter's cases what waits and what was done", async () => {
    booked = await bookedScreen(walk);
    waiting = await proposalFor(walk, walk.nextCandidate());
    const email = recruiterOf(walk, waiting.payload.opportunityId);
    const person = walk.world.people.find((each) => each.email === email);
    recruiter = { userId: person?.userId ?? "", name: person?.name ?? "" };
    const own = await read(`?person=${recruiter.userId}`);
    expect(own.person).toEqual({ id: recruiter.userId, name: recruiter.name });
    expect(own.digest).toEqual({ isOn: true, isOffForAll: false, lastDay: null });
    const [first] = own.parts.waits;
    expect(first).toMatchObject({
      caseId: waiting.caseId,
      path: `/proposals/${waiting.id}`,
    });
    expect(first?.subject).toBe(
      `${waiting.candidateName}, Phone Screen (${waiting.payload.postingTitle})`,
    );
    const all = await read();
    expect(all.parts.done.map(({ caseId }) => caseId)).toEqual([booked.caseId]);
    expect(all.recruiters).toContainEqual({ id: recruiter.userId, name: recruiter.name });
    expect((await read("?person=nobody")).parts.waits).toEqual([]);
  });

  it.each(LOOKS)("stands on its page at $width px, $scheme", async (look) => {
    const { page, assertQuiet } = await openPage(browser, look);
    await page.goto(`${walk.url}/today?person=${recruiter.userId}`);
    const waits = page.getByRole("region", { name: "Waiting for a decision or an answer" });
    await waits.getByRole("link", { name: waiting.candidateName }).waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await page.getByLabel("Whose cases").selectOption("Everybody’s");
    const done = page.getByRole("region", { name: "Done in the last 24 hours" });
    await done.getByRole("link", { name: booked.candidateName }).waitFor();
    await waits.getByRole("link", { name: waiting.candidateName }).click();
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/proposals/${waiting.id}`);
    assertQuiet();
    await page.context().close();
  });

  it("ends somebody's digest and has it sent again", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${walk.url}/today?person=${recruiter.userId}`);
    const digest = page.getByRole("switch", { name: `Send this to ${recruiter.name}` });
    expect(await digest.isChecked()).toBe(true);
    await digest.click();
    await page.getByText(`${recruiter.name} gets no digest any more.`).waitFor();
    await expect
      .poll(async () => (await read(`?person=${recruiter.userId}`)).digest?.isOn)
      .toBe(false);
    await digest.click();
    await expect
      .poll(async () => (await read(`?person=${recruiter.userId}`)).digest?.isOn)
      .toBe(true);
    await page.context().close();
    const path = "/api/people/nobody/daily-digest";
    expect((await walk.api.send("PUT", path, { isOn: true })).status).toBe(404);
  });

  it("is read and changed by recruiters and admins alone", async () => {
    const statuses = [];
    for (const role of ["recruiter", "auditor", "interviewer"] as const) {
      const validFor = Temporal.Duration.from({ hours: 1 });
      const { deps } = walk.running;
      const token = await createToken({ name: role, role, kind: "token", validFor }, deps);
      const api = openApi(walk.url, token);
      const path = `/api/people/${recruiter.userId}/daily-digest`;
      statuses.push((await api.send("GET", "/api/today")).status);
      statuses.push((await api.send("PUT", path, { isOn: true })).status);
    }
    expect(statuses).toEqual([200, 200, 403, 403, 403, 403]);
  });
});
