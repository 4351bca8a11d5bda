/** Two people, one decision; and a decision about something that has just changed. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describePostgres } from "../support/database.ts";
import { ONE_BOOKING, changesDuring, proposalFor, untilProposal } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import { openPage, startBrowser } from "./support/browser.ts";
import { firstSession } from "../support/booking.ts";

describePostgres("a proposal that is open in two browsers", (open) => {
  let walk: Walk;
  let browser: Browser;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  /** A page that hears nothing of what others do until it asks. */
  const openDeaf = async (path: string): Promise<Page> => {
    const { page } = await openPage(browser);
    await page.route("**/api/stream", async (route) => await route.abort());
    await page.goto(`${walk.url}${path}`);
    return page;
  };
  const book = (page: Page) => page.getByRole("button", { name: /^Book and send/ });

  it("is booked once when both approve, and the slower one sees what holds now", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const [fast, slow] = await Promise.all([
      openDeaf(`/proposals/${waiting.id}`),
      openDeaf(`/proposals/${waiting.id}`),
    ]);
    await Promise.all([book(fast).waitFor(), book(slow).waitFor()]);
    const changes = await changesDuring(walk, async () => {
      await book(fast).click();
      await untilProposal(walk, waiting, "done");
      await book(slow).click();
      await slow.getByRole("alert").getByText("This has changed").waitFor();
    });
    expect(changes).toEqual(ONE_BOOKING);
    const words = await slow.getByRole("alert").innerText();
    expect(words).toContain("Approved by Sandbox recruiter");
    expect(words).toContain("nothing was done twice");
    await book(slow).waitFor({ state: "detached" });
  });

  it("tells who approves an old version that there is a newer one, and leads there", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const page = await openDeaf(`/proposals/${waiting.id}`);
    await book(page).waitFor();
    const answer = await walk.api.decide(waiting.id, {
      decision: "edit",
      digest: waiting.digest,
      payload: { startsAt: waiting.alternatives.map(firstSession)[0]?.startsAt ?? "" },
    });
    expect(answer.status).toBe(200);
    const changes = await changesDuring(walk, async () => {
      await book(page).click();
      await page.getByRole("alert").getByText("This has changed").waitFor();
    });
    expect(changes).toEqual({});
    await page.getByRole("alert").getByRole("link", { name: "Open the newer version" }).click();
    await page.waitForURL((url) => !url.pathname.endsWith(waiting.id));
    await book(page).waitFor();
  });

  it("keeps what somebody typed when another decides meanwhile", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const { page } = await openPage(browser);
    await page.goto(`${walk.url}/proposals/${waiting.id}?edit=texts`);
    const title = page.getByRole("textbox", { name: "Title" });
    const written = `${await title.inputValue()} (by Ines)`;
    await title.fill(written);
    await page.route("**/api/stream", async (route) => await route.abort());
    await page.route(`**/api/proposals/${waiting.id}`, async (route) => await route.abort());
    await walk.api.decide(waiting.id, {
      decision: "reject",
      digest: waiting.digest,
      reason: "Another time",
    });
    await page.getByRole("button", { name: "Save new version" }).click();
    await page.getByRole("alert").getByText("This has changed").waitFor();
    expect(await title.inputValue()).toBe(written);
  });

  it("loses its buttons, without a reload, when the candidate moves on", async () => {
    const opportunityId = walk.nextCandidate();
    const waiting = await proposalFor(walk, opportunityId);
    const { page } = await openPage(browser);
    await page.goto(`${walk.url}/proposals/${waiting.id}`);
    await book(page).waitFor();
    await walk.moveStage(opportunityId, "offer");
    await book(page).waitFor({ state: "detached" });
    await page.getByText(/Replaced, since things changed/).waitFor();
    expect(await page.getByRole("button", { name: /^(Edit|Reject)/ }).count()).toBe(0);
  });
});
