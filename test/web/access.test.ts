/** Signing in at the company's identity provider, sessions, tokens and people's access, in a real browser. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describePostgres } from "../support/database.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

describePostgres("signing in and access", (open) => {
  let walk: Walk;
  let browser: Browser;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  /** As after signing out: the sandbox lets nobody in by itself. */
  const openSignIn = async (page: Page, path: string): Promise<void> => {
    await page.addInitScript(() => {
      if (sessionStorage.getItem("seen") !== null) return;
      sessionStorage.setItem("seen", "yes");
      sessionStorage.setItem("convene-signed-out", "yes");
    });
    await page.goto(`${walk.url}${path}`);
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
  };
  const signInAs = async (page: Page, name: string): Promise<void> => {
    await page.getByRole("link", { name: "Use your company account" }).click();
    await page.getByRole("button", { name: `Sign in as ${name}` }).click();
  };

  it.each(LOOKS)("at $width px, $scheme: in as who one is, and out again", async (look) => {
    const { page, assertQuiet } = await openPage(browser, look);
    await openSignIn(page, "/access");
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await signInAs(page, "Jonas Iyer");
    await page.getByText("Signed in as jonas.iyer@lumenharbor.test, admin").waitFor();
    await page
      .getByRole("list", { name: "Your sessions and tokens" })
      .getByText("This one")
      .waitFor();
    expect(new URL(page.url()).pathname).toBe("/access");
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await page.getByRole("button", { name: "Sign out here" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    assertQuiet();
    await page.context().close();
  });

  it("gives somebody access by hand, and takes it away while they look", async () => {
    const admin = await openPage(browser);
    await openSignIn(admin.page, "/access");
    await signInAs(admin.page, "Jonas Iyer");
    const guest = await openPage(browser, { width: 390, scheme: "dark" });
    await openSignIn(guest.page, "/cases");
    await signInAs(guest.page, "Kavya Iyer");
    await guest.page.getByRole("heading", { name: "You have no access yet" }).waitFor();
    expect(await findAxeFaults(guest.page)).toEqual([]);
    const email = "kavya.iyer@lumenharbor.test";
    await admin.page.getByRole("button", { name: `Change: ${email}` }).click();
    await admin.page.getByRole("textbox", { name: "Only teams" }).fill("Data, Platform");
    await admin.page.getByRole("button", { name: "Set access" }).click();
    await admin.page.getByText("recruiter for Data and Platform").first().waitFor();
    await guest.page.getByRole("link", { name: "Back to signing in" }).click();
    await signInAs(guest.page, "Kavya Iyer");
    await guest.page.goto(`${walk.url}/cases`);
    await guest.page.getByRole("heading", { name: "Cases" }).waitFor();
    await admin.page.getByRole("button", { name: `Everywhere: end all of ${email}` }).click();
    await admin.page.getByText(`${email} is signed out everywhere.`).waitFor();
    await guest.page.getByRole("heading", { name: "Sign in" }).waitFor();
    guest.assertQuiet();
    admin.assertQuiet();
    await guest.page.context().close();
    await admin.page.context().close();
  });

  it("makes a token with a reach, shown once, which somebody ends again", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await openSignIn(page, "/access");
    await signInAs(page, "Jonas Iyer");
    await page.getByRole("textbox", { name: "Name of the program" }).fill("A program");
    await page.getByRole("textbox", { name: "Teams", exact: true }).fill("Data");
    await page.getByRole("button", { name: "Make a token" }).click();
    const copy = page.getByRole("button", { name: /^Copy token/ });
    const secret = (await copy.getAttribute("title")) ?? "";
    const cases = async (): Promise<number> =>
      (await fetch(`${walk.url}/api/cases`, { headers: { authorization: `Bearer ${secret}` } }))
        .status;
    expect(await cases()).toBe(200);
    await page.getByRole("button", { name: "End the token: A token of A program" }).click();
    await page.getByText("It is over.").waitFor();
    expect(await cases()).toBe(401);
    assertQuiet();
    await page.context().close();
  });
});
