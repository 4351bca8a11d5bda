/** A booking of several interviews as a person decides on it: the schedule, other times for all of it, texts for each. */
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { describePostgres } from "../support/database.ts";
import { changesDuring, untilProposal, waitingProposal } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

const PLANS = fileURLToPath(new URL("support/loop-plans", import.meta.url));
describePostgres("a proposal of several interviews", (open) => {
  let walk: Walk;
  let browser: Browser;
  let five: ProposalDetail;
  let twoDays: ProposalDetail;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([
      startWalk(open, { env: { PLANS_DIR: PLANS } }),
      startBrowser(),
    ]);
    const { ada } = walk.cast;
    await walk.moveStage(ada, "finalRound");
    five = await waitingProposal(walk, ada);
    const other = walk.nextCandidate();
    await walk.moveStage(other, "onsite");
    twoDays = await waitingProposal(walk, other);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  const schedule = (page: Page) => page.locator(".schedule-session");
  const clockOf = (iso: string, zone: string): string =>
    Temporal.Instant.from(iso).toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5);

  it("shows each interview with its time, its people on their own clocks, and what lies between", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/proposals/${five.id}`);
    await page.getByText("Final Round (5 interviews) for").waitFor();
    const lines = await schedule(page).allInnerTexts();
    const { sessions, candidate } = five.payload;
    expect(lines).toHaveLength(5);
    for (const [index, session] of sessions.entries()) {
      const line = lines[index] ?? "";
      expect(line).toContain(
        `${clockOf(session.startsAt, candidate.zone)}–${clockOf(session.endsAt, candidate.zone)}`,
      );
      expect(line).toContain(session.name);
      for (const { name, role, zone } of session.panel) {
        expect(line).toContain(`${name}, ${role}`);
        expect(line).toContain(clockOf(session.startsAt, zone));
      }
    }
    const minutes = sessions.slice(1).map(({ startsAt }, index) => {
      const before = Temporal.Instant.from(sessions[index]?.endsAt ?? "");
      return Temporal.Instant.from(startsAt).since(before).total("minutes");
    });
    const said = await page.locator(".schedule-pause").allInnerTexts();
    const meant = said.map(
      (words) => (words.includes(" h") ? 60 : 0) + Number(/(\d+) min/.exec(words)?.[1] ?? 0),
    );
    expect(meant).toEqual(minutes.filter((length) => length > 0));
    expect(said.filter((words) => words.endsWith("lunch"))).toHaveLength(1);
    // Their names stand in the week too.
    expect(await page.locator('.slot[data-chosen="true"]').allInnerTexts()).toEqual(
      sessions.map(({ name }) => name).toReversed(),
    );
    assertQuiet();
  });

  it("has one invitation for each interview, one at a time, by keyboard", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${walk.url}/proposals/${five.id}`);
    await page.getByRole("tab", { name: "5 invitations" }).click();
    const invitation = page.getByRole("article", { name: "Invitation" });
    await invitation.getByText("System design: Ada Quill").waitFor();
    await page.getByRole("tab", { name: "System design" }).focus();
    await page.keyboard.press("ArrowRight");
    await invitation.getByText("Pairing: Ada Quill").waitFor();
    expect(await invitation.count()).toBe(1);
    expect(await invitation.innerText()).toContain(five.payload.sessions[1]?.panel[0]?.email);
  });

  it("previews one edited invitation for each interview", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${walk.url}/proposals/${five.id}?edit=texts`);
    await page.getByRole("textbox", { name: "Title" }).fill("{{candidate}}, our talk: {{session}}");
    const preview = page.getByRole("region", { name: "Preview" });
    await preview.getByText("Ada Quill, our talk: System design").waitFor();
    await preview.getByRole("tab", { name: "How you lead" }).click();
    await preview.getByText("Ada Quill, our talk: How you lead").waitFor();
    expect(await preview.getByRole("article", { name: "Invitation" }).count()).toBe(1);
  });

  it.each(LOOKS)("can be used by everybody and fits at $width px, $scheme", async (look) => {
    const { page, assertQuiet } = await openPage(browser, look);
    const found: Record<string, unknown> = {};
    for (const path of [
      `/proposals/${five.id}?text=invitation`,
      `/proposals/${five.id}?edit=texts`,
      `/proposals/${twoDays.id}`,
    ]) {
      await page.goto(`${walk.url}${path}`);
      await page.locator(".schedule, .editor").first().waitFor();
      const faults = await findAxeFaults(page);
      if (faults.length > 0 || (await scrollsSideways(page))) found[path] = faults;
    }
    expect(found).toEqual({});
    assertQuiet();
    await page.context().close();
  });

  it("shows interviews of two days under their days", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${walk.url}/proposals/${twoDays.id}`);
    const days = page.locator(".schedule-day");
    await days.first().waitFor();
    expect(await days.count()).toBe(2);
    expect(await schedule(page).count()).toBe(3);
    expect(await page.locator(".when-candidate").innerText()).toContain(" and ");
  });

  it("takes other times for all of it at once, and books just those", async () => {
    const [other] = five.alternatives;
    const start = other?.sessions[0]?.startsAt ?? "";
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/proposals/${five.id}`);
    const before = await page.locator(".when-candidate").innerText();
    const choices = page.getByRole("group", { name: "Offered times" }).getByRole("button");
    expect(await choices.count()).toBe(five.alternatives.length + 1);
    const { zone } = five.payload.candidate;
    const hours = `${clockOf(start, zone)}–${clockOf(other?.sessions.at(-1)?.endsAt ?? "", zone)}`;
    await choices.filter({ hasText: hours }).first().click();
    await expect.poll(() => page.locator(".when-candidate").innerText()).not.toBe(before);
    await page.getByRole("button", { name: "Use these times" }).click();
    await page.waitForURL((url) => !url.pathname.endsWith(five.id));
    await page.getByRole("button", { name: /^Book and send 9/ }).waitFor();
    const saved = await walk.api.proposal(new URL(page.url()).pathname.split("/").at(-1) ?? "");
    expect(saved.payload.sessions.map(({ sessionId, startsAt }) => [sessionId, startsAt])).toEqual(
      other?.sessions.map(({ sessionId, startsAt }) => [sessionId, startsAt]),
    );
    const changes = await changesDuring(walk, async () => {
      await page.getByRole("button", { name: /^Book and send 9/ }).click();
      await untilProposal(walk, saved, "done");
    });
    expect(changes).toEqual({
      "event.inserted": 5,
      "panel.created": 1,
      "note.created": 1,
      "mail.received": 1,
    });
    await page.goto(`${walk.url}/proposals/${saved.id}`);
    await page.getByText("9 of 9 done").waitFor();
    expect(await schedule(page).count()).toBe(5);
    assertQuiet();
  });
});
