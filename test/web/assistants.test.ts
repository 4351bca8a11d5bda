/** Tokens of assistants in the settings, in a real browser. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describePostgres } from "../support/database.ts";
import { connectMcp } from "../support/mcp.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import { findAxeFaults, openPage, scrollsSideways, startBrowser } from "./support/browser.ts";

describePostgres("tokens of assistants in the settings", (open) => {
  let walk: Walk;
  let browser: Browser;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  it.each([
    { width: 1440, scheme: "light" },
    { width: 390, scheme: "dark" },
  ] as const)("at $width px are made, shown once, and ended", async (look) => {
    const { page, assertQuiet } = await openPage(browser, look);
    const label = `At ${look.width}`;
    await page.goto(`${walk.url}/settings`);
    await page.getByText("No assistant has a token.").waitFor();
    await page.getByRole("textbox", { name: "Which assistant" }).fill(label);
    await page.getByRole("button", { name: "Make a token" }).click();
    const copy = page.getByRole("button", { name: /^Copy token/ });
    const token = (await copy.getAttribute("title")) ?? "";
    await page.getByRole("list", { name: "Tokens of assistants" }).getByText(label).waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    const { client } = await connectMcp(walk.url, { token, toolsets: "default" });
    expect((await client.listTools()).tools.length).toBeGreaterThan(6);
    await client.close();
    await page.reload();
    await page.getByRole("button", { name: `End the token ${label}` }).click();
    await page.getByText(`The token ${label} opens nothing any more.`).waitFor();
    await page.getByText("No assistant has a token.").waitFor();
    await expect(connectMcp(walk.url, { token })).rejects.toThrow("revoked");
    assertQuiet();
    await page.context().close();
  });
});
