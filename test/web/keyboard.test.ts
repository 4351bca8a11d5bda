/** The main job without a mouse. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describePostgres } from "../support/database.ts";
import { ONE_BOOKING, changesDuring, proposalFor, untilProposal } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import { openPage, startBrowser } from "./support/browser.ts";
import { firstSession } from "../support/booking.ts";

describePostgres("the dashboard by keyboard alone", (open) => {
  let walk: Walk;
  let browser: Browser;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  const focused = async (page: Page): Promise<string> =>
    await page.evaluate(() => document.activeElement?.textContent?.trim().slice(0, 60) ?? "");
  const untilPath = async (page: Page, path: string): Promise<void> =>
    await page.waitForURL((url) => url.pathname === path);

  it("J and K walk the inbox, Enter opens, A books, and the next one is shown", async () => {
    const first = await proposalFor(walk, walk.nextCandidate());
    const second = await proposalFor(walk, walk.nextCandidate());
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(walk.url);
    await page.getByRole("link", { name: first.candidateName }).waitFor();
    const names = [first, second].map(({ candidateName }) => candidateName);
    await page.keyboard.press("j");
    const top = await focused(page);
    await page.keyboard.press("j");
    const below = await focused(page);
    expect([top, below].toSorted()).toEqual(names.toSorted());
    await page.keyboard.press("k");
    expect(await focused(page)).toBe(top);
    await page.keyboard.press("Enter");
    const [opened, other] = top === first.candidateName ? [first, second] : [second, first];
    await untilPath(page, `/proposals/${opened.id}`);
    await page.getByRole("button", { name: /^Book and send/ }).waitFor();
    const changes = await changesDuring(walk, async () => {
      await page.keyboard.press("a");
      await untilProposal(walk, opened, "done");
    });
    expect(changes).toEqual(ONE_BOOKING);
    await untilPath(page, `/proposals/${other.id}`);
    await walk.api.decide(other.id, {
      decision: "reject",
      digest: other.digest,
      reason: "Not now",
    });
    assertQuiet();
  });

  it("R asks why, refuses to go on without a reason, and rejects with it", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/proposals/${waiting.id}`);
    await page.getByRole("button", { name: /^Reject/ }).waitFor();
    await page.keyboard.press("r");
    const reason = page.getByRole("textbox", { name: "Reason" });
    await reason.waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByText("Say why, in a few words.").waitFor();
    // A letter typed here is a letter, not a shortcut.
    await page.keyboard.type("a later week");
    await page.keyboard.press("Control+Enter");
    const rejected = await untilProposal(walk, waiting, "rejected");
    expect(rejected.decision).toMatchObject({ decision: "reject", reason: "a later week" });
    assertQuiet();
  });

  it("Escape leaves the question without an answer", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const { page } = await openPage(browser);
    await page.goto(`${walk.url}/proposals/${waiting.id}`);
    await page.getByRole("button", { name: /^Reject/ }).waitFor();
    await page.keyboard.press("r");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect((await walk.api.proposal(waiting.id)).status).toBe("waiting");
  });

  it("E edits the texts: the preview follows, a missing time is refused, saving makes a new version", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/proposals/${waiting.id}`);
    await page.getByRole("button", { name: /^Edit/ }).waitFor();
    await page.keyboard.press("e");
    const subject = page.getByRole("textbox", { name: "Subject" });
    await subject.fill("{{company}} looks forward to seeing you, {{candidate}}");
    const preview = page.getByRole("region", { name: "Preview" });
    await preview.getByText(`seeing you, ${waiting.candidateName}`).waitFor();
    const body = page.getByRole("textbox", { name: "Mail", exact: true });
    const whole = await body.inputValue();
    await body.fill(whole.replaceAll("{{when}}", "tomorrow at noon"));
    await page
      .getByText(/\{\{when\}\}/)
      .first()
      .waitFor();
    const save = page.getByRole("button", { name: "Save new version" });
    await expect.poll(async () => await save.isDisabled()).toBe(true);
    await body.fill(whole);
    await expect.poll(async () => await save.isDisabled()).toBe(false);
    await body.press("Control+Enter");
    await page.waitForURL(
      (url) => url.pathname.startsWith("/proposals/") && !url.pathname.endsWith(waiting.id),
    );
    const newer = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    const saved = await walk.api.proposal(newer);
    expect(saved).toMatchObject({ status: "waiting" });
    expect(saved.rendered.mail.subject).toBe(
      `${waiting.payload.companyName} looks forward to seeing you, ${waiting.candidateName}`,
    );
    assertQuiet();
  });

  it("another of the offered times becomes a new version, and that is what is booked", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const [other] = waiting.alternatives.map(firstSession);
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/proposals/${waiting.id}?time=${other?.startsAt ?? ""}`);
    await page.getByRole("button", { name: /Use this time/ }).waitFor();
    await page.keyboard.press("a");
    await page.waitForURL((url) => !url.pathname.endsWith(waiting.id));
    const newer = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    await page.getByRole("button", { name: /^Book and send/ }).waitFor();
    await page.keyboard.press("a");
    const saved = await walk.api.proposal(newer);
    const done = await untilProposal(walk, saved, "done");
    expect(firstSession(done.payload).startsAt).toBe(other?.startsAt);
    const event = done.effects.find(({ kind }) => kind === "calendar_event");
    const google = await walk.eyes.event(
      firstSession(done.payload).organizer,
      event?.externalRef?.["eventId"] ?? "",
    );
    expect(Temporal.Instant.from(google.start.dateTime ?? "").toString()).toBe(
      Temporal.Instant.from(other?.startsAt ?? "").toString(),
    );
    assertQuiet();
  });

  it("Ctrl+K finds a person and goes there", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/ledger`);
    await page.getByRole("heading", { name: "Ledger" }).waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("textbox", { name: "Find" }).waitFor();
    await page.keyboard.type(waiting.candidateName);
    await page.getByText(waiting.summary).waitFor();
    await page.keyboard.press("Enter");
    await untilPath(page, `/proposals/${waiting.id}`);
    expect(await page.getByRole("textbox", { name: "Find" }).count()).toBe(0);
    assertQuiet();
  });

  it("Enter means what is seen on top, though it came after the last letter", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const { page, assertQuiet } = await openPage(browser);
    const isWaiting = (url: URL): boolean =>
      url.pathname.endsWith("/proposals") && url.search.includes("waiting");
    const { promise: typed, resolve: letGo } = Promise.withResolvers<void>();
    await page.route(isWaiting, async (route) => {
      await typed;
      await route.continue();
    });
    await page.goto(`${walk.url}/ledger`);
    await page.getByRole("heading", { name: "Ledger" }).waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("textbox", { name: "Find" }).waitFor();
    await page.keyboard.type(waiting.candidateName);
    await page.locator("[data-action][data-selected]").waitFor();
    letGo();
    await page.getByText(waiting.summary).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /^Book and send/ }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/proposals/${waiting.id}`);
    assertQuiet();
  });

  it("the first Tab leads past the navigation to the content", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${walk.url}/cases`);
    await page.getByRole("heading", { name: "Cases" }).waitFor();
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatch(/Skip to/);
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
  });
});
