/** What is shown to those who check the company, in a real browser. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PolicyRule, RuleAnswer } from "../../src/domain/policy.ts";
import { createToken } from "../../src/http/auth/tokens.ts";
import { appendLedger } from "../../src/ledger/append.ts";
import { describePostgres } from "../support/database.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

describePostgres("compliance", (open) => {
  let walk: Walk;
  let browser: Browser;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  it("keeps a breach with its clock, by keyboard and mouse, and warns of it on Today", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/compliance`);
    await page.getByText("Nothing was recorded so far.").waitFor();
    const press = page.getByRole("button", { name: "Record", exact: true });
    expect(await press.isDisabled()).toBe(true);
    await page.getByLabel("When it became known").fill("2026-11-18T09:00");
    await page.getByLabel("What happened").fill("A list was sent to a wrong mailbox");
    await press.focus();
    await page.keyboard.press("Enter");
    const row = page.getByRole("list", { name: "Register" }).getByRole("listitem").first();
    await row.getByText("Overdue").waitFor();
    await page.goto(`${walk.url}/today`);
    await page.getByText("A clock of the law is over").waitFor();
    await page.getByRole("link", { name: "To the register" }).click();
    await row.getByText("Add to it, or settle it").click();
    await row.getByLabel("Who was told, what was decided").fill("No risk: it was empty");
    await row.getByLabel("Told, or decided not to tell, at").fill("2026-11-19T09:00");
    await row.getByRole("button", { name: "Settle" }).click();
    await row.getByText("Settled in time").waitFor();
    await row.getByText("No risk: it was empty").waitFor();
    await expect.poll(async () => await page.getByText("clock of the law is").count()).toBe(0);
    assertQuiet();
    await page.context().close();
  });

  it("knows a rule that asks for two people, one that was ended, and one who has gone", async () => {
    const { deps } = walk.running;
    const validFor = Temporal.Duration.from({ hours: 400 });
    const names = ["ada@c.test", "bob@c.test"];
    for (const name of names) {
      await createToken({ name, role: "recruiter", kind: "token", validFor }, deps);
    }
    const put = async (kind: string) => {
      const { body } = await walk.api.send("GET", "/api/policy");
      const answer: RuleAnswer = { do: "ask", fourEyes: true, people: names };
      const rules: PolicyRule[] = [{ kinds: [kind], answer }];
      return await walk.api.send("PUT", "/api/policy", { ...(body as object), rules });
    };
    expect((await put("move_stage")).status).toBe(200);
    expect((await put("book_interview")).status).toBe(200);
    await deps.database.query("update api_tokens set revoked_at = $1 where name = 'bob@c.test'", [
      walk.company.clock.now().toString(),
    ]);
  });

  it("tells on Today for a week that a step of the rollout was taken back", async () => {
    const { database } = walk.running.deps;
    const data = { stageId: "s", kind: "book_interview", to: "assisted", last: 10, lastAgreed: 6 };
    const told = { type: "policy.demoted", actor: "convene", correlationId: "co_step", data };
    const now = walk.company.clock.now();
    for (const days of [8, 1]) {
      const at = now.subtract({ hours: 24 * days });
      await database.transaction(async (tx) => await appendLedger(tx, { ...told, at }));
    }
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/today`);
    const note = page.locator(".note").filter({ hasText: "A step was taken back by itself" });
    await note.getByText("since people agreed with 6 of the last 10").waitFor();
    expect(await note.getByRole("listitem").count()).toBe(1);
    expect(await findAxeFaults(page)).toEqual([]);
    await note.getByRole("link", { name: "To the settings" }).click();
    await page.getByRole("list", { name: "Taken back by itself" }).waitFor();
    assertQuiet();
    await page.context().close();
  });

  it.each(LOOKS)(
    "tells administrators on Today of a rule that has lost its two people, and in its editor what a change ends, at $width px, $scheme",
    async (look) => {
      const { page, assertQuiet } = await openPage(browser, look);
      await page.goto(`${walk.url}/today`);
      const short = page.locator(".note").filter({ hasText: "Two people are asked for" });
      await short
        .getByText(
          "Rule 1 asks for two people, and only ada@c.test is left of those whom it asks: what it asks ends without a decision",
        )
        .waitFor();
      const ended = page.locator(".note").filter({ hasText: "agree on less than before" });
      await ended.getByText("what rule 1 of version 1 asked two about: changed by admin").waitFor();
      expect(await ended.getByRole("listitem").count()).toBe(1);
      expect(await findAxeFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      await short.getByRole("link", { name: "To the settings" }).click();
      await page.getByRole("button", { name: "Remove rule 1" }).click();
      await page
        .getByText("Fewer than two people would agree on what rule 1 in force asks two about.")
        .waitFor();
      expect(await findAxeFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      assertQuiet();
      await page.context().close();
    },
  );

  it.each(LOOKS)("can be read at $width px, $scheme", async (look) => {
    const { page, assertQuiet } = await openPage(browser, look);
    await page.goto(`${walk.url}/compliance`);
    await page.getByText("Settled in time").waitFor();
    await page.getByText("Version 0").waitFor();
    await page.getByText("Add to it").click();
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    assertQuiet();
    await page.context().close();
  });

  it("gives the technical file and the data for an audit", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/compliance`);
    for (const [name, file] of [
      ["Technical file", "convene-technical-file.md"],
      ["Download as CSV", "impact.csv"],
    ] as const) {
      const told = page.waitForEvent("download");
      await page.getByRole("link", { name }).click();
      expect((await told).suggestedFilename()).toBe(file);
    }
    assertQuiet();
  });
});
