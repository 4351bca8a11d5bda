/** What an auditor sees: where they begin, that nothing which they are led to is refused them, and the ledger as they check it and take it away. */
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createToken } from "../../src/http/auth/tokens.ts";
import { describePostgres } from "../support/database.ts";
import { proposalFor } from "../support/story.ts";
import { ADMIN_TOKEN, type Walk, startWalk } from "../support/walk.ts";
import { PLACES } from "../../web/src/shell/places.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

describePostgres("an auditor", (open) => {
  let walk: Walk;
  let browser: Browser;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
    await walk.api.setMode("managed");
    const opportunityId = walk.nextCandidate();
    await walk.moveStage(opportunityId, "phoneScreen");
    await walk.waitFor("a booked case", async () => {
      const case_ = await walk.api.caseOf(opportunityId);
      return case_?.status === "booked";
    });
    await walk.api.setMode("assisted");
    await proposalFor(walk, walk.nextCandidate());
    await walk.company.controls.advance(15);
    await walk.waitFor("a signed place", async () => (await lines("checkpoints")).length > 0);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  const lines = async (what: "checkpoints" | "export"): Promise<string[]> => {
    const authorization = `Bearer ${ADMIN_TOKEN}`;
    const answer = await fetch(`${walk.url}/api/ledger/${what}`, { headers: { authorization } });
    return (await answer.text()).split("\n").filter(Boolean);
  };

  const signIn = async (page: Page): Promise<void> => {
    const validFor = Temporal.Duration.from({ hours: 1 });
    const token = await createToken(
      { name: "an auditor", role: "auditor", kind: "token", validFor },
      walk.running.deps,
    );
    await page.goto(`${walk.url}/.well-known/security.txt`);
    await page.evaluate(async (secret) => {
      const headers = { "content-type": "application/json", "x-convene-csrf": "1" };
      const body = JSON.stringify({ token: secret });
      await fetch("/api/session", { method: "POST", headers, body });
    }, token);
  };

  it("begins at the ledger, and nothing that they are led to is refused them", async () => {
    const program = {
      name: "a program",
      role: "recruiter",
      kind: "token",
      validFor: null,
    } as const;
    await createToken(program, walk.running.deps);
    const { page, assertQuiet } = await openPage(browser);
    await signIn(page);
    const refused: string[] = [];
    page.on("response", (answer) => {
      if (answer.status() >= 400) refused.push(`${answer.status()} ${answer.url()}`);
    });
    await page.goto(`${walk.url}/`);
    await page.getByRole("heading", { level: 1, name: "Ledger" }).waitFor();
    expect(page.url()).toBe(`${walk.url}/ledger`);
    const bar = page.getByRole("navigation", { name: "Main" }).first();
    for (const { label } of PLACES) {
      const link = bar.getByRole("link", { name: label, exact: true });
      if ((await link.count()) === 0) continue;
      await link.click();
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.waitForLoadState("networkidle");
    }
    await page.goto(`${walk.url}/access`);
    await page.getByRole("heading", { name: "Everybody else" }).waitFor();
    const others = page.getByRole("region", { name: "Everybody else" });
    await others.getByText("a program").waitFor();
    expect(await others.getByRole("button").count()).toBe(0);
    await page.waitForLoadState("networkidle");
    expect(refused).toEqual([]);
    assertQuiet();
  });

  it("reads entries in words, by which rule policy decided, and that version of the policy", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await signIn(page);
    await page.goto(`${walk.url}/ledger?type=decision.made`);
    const entry = page.getByRole("list", { name: "Entries" }).getByRole("listitem").first();
    await entry.getByText("Details").click();
    await entry.getByText("done without asking").waitFor();
    const link = entry.getByRole("link", { name: "managed mode of version 1 of the policy" });
    // A proposal is nothing that an auditor may open.
    expect(await entry.getByRole("link").count()).toBe(2);
    await entry.getByText("As it is kept").click();
    await entry.getByText('"policyVersion": 1').waitFor();
    await link.click();
    const versions = page.getByRole("region", { name: "Versions of these settings" });
    await versions.getByRole("region", { name: "Version 1 of the policy" }).waitFor();
    await page.goto(`${walk.url}/ledger?type=run.started`);
    const runs = page.getByRole("list", { name: "Entries" });
    const began = runs.getByRole("listitem").first();
    await began.getByText("Details").click();
    await began.getByText("Stage changed in Lever").waitFor();
    assertQuiet();
  });

  it("verifies the ledger against a hash that was kept, and takes entries and signed places away", async () => {
    const all = await lines("export");
    const { hash } = JSON.parse(all[0] ?? "") as { hash: string };
    const { page, assertQuiet } = await openPage(browser);
    await signIn(page);
    await page.goto(`${walk.url}/ledger`);
    const field = page.getByLabel("A hash that you kept");
    const verify = page.getByRole("button", { name: "Verify", exact: true });
    await verify.click();
    await page.getByText("The ledger is whole").waitFor();
    await field.fill("nothing like it");
    await page.getByText("A hash has 64 digits").waitFor();
    expect(await verify.isDisabled()).toBe(true);
    await field.fill("f".repeat(64));
    await verify.click();
    await page.getByText("the end was cut off, or all of it was written anew").waitFor();
    await field.fill(` ${hash.toUpperCase()} `);
    await verify.click();
    await page.getByText("The hash that you kept is in it").waitFor();
    expect(await saved(page, "Save the ledger as JSON lines")).toEqual(await lines("export"));
    await page.getByText("Signed places", { exact: true }).click();
    const places = page.getByRole("list", { name: "Signed places, newest first" });
    await places.getByText("Place 1", { exact: true }).waitFor();
    expect(await saved(page, "Save the signed places")).toEqual(await lines("checkpoints"));
    const versions = await saved(page, "Save the versions of the policy");
    expect(versions.map((line) => (JSON.parse(line) as { version: number }).version)).toEqual([
      0, 1, 2,
    ]);
    assertQuiet();
  });

  const saved = async (page: Page, name: string): Promise<string[]> => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name }).click(),
    ]);
    return (await readFile(await download.path(), "utf8")).split("\n").filter(Boolean);
  };

  it.each(LOOKS)("can use it all in the look $width $scheme", async (look) => {
    const { page } = await openPage(browser, look);
    await signIn(page);
    await page.goto(`${walk.url}/ledger`);
    await page.getByText("Signed places", { exact: true }).click();
    await page.getByRole("list", { name: "Signed places, newest first" }).waitFor();
    await page.getByText("Details", { exact: true }).first().click();
    await page.getByText("As it is kept").first().waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await page.goto(`${walk.url}/access`);
    await page.getByRole("heading", { name: "Everybody else" }).waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });
});
