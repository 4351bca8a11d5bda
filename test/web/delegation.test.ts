/** Who decides while somebody is away, in the settings: named and ended by mouse and by keyboard alone. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { SESSION } from "../../src/http/auth/cookies.ts";
import { createToken } from "../../src/http/auth/tokens.ts";
import { describePostgres } from "../support/database.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

const RITA = "rita@c.test";
const OMAR = "omar@c.test";

describePostgres("the settings' delegates", (open) => {
  let walk: Walk;
  let browser: Browser;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
    const validFor = Temporal.Duration.from({ hours: 900 });
    for (const name of [RITA, OMAR]) {
      await createToken({ name, role: "recruiter", kind: "token", validFor }, walk.running.deps);
    }
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  const sectionOf = async (page: Page) => {
    await page.goto(`${walk.url}/settings`);
    const section = page.getByRole("region", { name: "While you are away" });
    await section.waitFor();
    return section;
  };
  const untilDay = async (): Promise<string> => {
    const { now } = await walk.api.status();
    return Temporal.Instant.from(now).add({ hours: 72 }).toString().slice(0, 10);
  };

  it("are nobody at first, and cannot be named before all is said", async () => {
    const { page, assertQuiet } = await openPage(browser);
    const section = await sectionOf(page);
    await section.getByText("Nobody has named a delegate.").waitFor();
    const name = section.getByRole("button", { name: "Name the delegate" });
    expect(await name.isDisabled()).toBe(true);
    await section.getByLabel("Until the end of").fill(await untilDay());
    expect(await name.isDisabled()).toBe(true);
    assertQuiet();
  });

  it("are named by keyboard alone, and nobody is their own", async () => {
    const { page, assertQuiet } = await openPage(browser);
    const section = await sectionOf(page);
    const away = section.getByRole("combobox", { name: "Who is away" });
    await away.waitFor();
    await away.focus();
    await page.keyboard.type("rita");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    expect(await away.inputValue()).toBe(RITA);
    await page.keyboard.press("Tab");
    const delegate = section.getByRole("combobox", { name: "Delegate" });
    expect(await delegate.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press("ArrowDown");
    await page.getByRole("option", { name: OMAR }).waitFor();
    expect(await page.getByRole("option", { name: RITA }).count()).toBe(0);
    await page.keyboard.type("omar");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await section.getByLabel("Until the end of").fill(await untilDay());
    const name = section.getByRole("button", { name: "Name the delegate" });
    await name.focus();
    await page.keyboard.press("Enter");
    const list = section.getByRole("list", { name: "Delegates" });
    await list.getByText(`${OMAR} decides in place of ${RITA}`).waitFor();
    expect((await walk.api.send("GET", "/api/delegations")).body).toMatchObject({
      items: [{ person: RITA, delegate: OMAR }],
    });
    assertQuiet();
  });

  it.each(LOOKS)("can be read and used by everybody, at $width px, $scheme", async (look) => {
    const { page, assertQuiet } = await openPage(browser, look);
    const section = await sectionOf(page);
    await section.getByRole("list", { name: "Delegates" }).waitFor();
    await section.scrollIntoViewIfNeeded();
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    assertQuiet();
  });

  it("say why somebody cannot be one, and change nothing", async () => {
    const { page } = await openPage(browser);
    const section = await sectionOf(page);
    await section.getByRole("list", { name: "Delegates" }).waitFor();
    for (const [label, who] of [
      ["Who is away", OMAR],
      ["Delegate", RITA],
    ] as const) {
      await section.getByRole("combobox", { name: label }).click();
      await page.getByRole("option", { name: who }).click();
    }
    await section.getByLabel("Until the end of").fill(await untilDay());
    await section.getByRole("button", { name: "Name the delegate" }).click();
    await page.getByText(/is away for a part of that time/).waitFor();
    expect(
      await section.getByRole("list", { name: "Delegates" }).getByRole("listitem").count(),
    ).toBe(1);
  });

  it("are ended and named by either of the two, whatever their sign-in is called, and by nobody else who is no admin", async () => {
    const sectionAs = async (name: string, email: string) => {
      const validFor = Temporal.Duration.from({ hours: 900 });
      const token = { name, email, role: "recruiter", kind: "session", validFor } as const;
      const value = await createToken(token, walk.running.deps);
      const { page, assertQuiet } = await openPage(browser);
      await page.context().addCookies([{ name: SESSION, value, url: walk.url }]);
      return { page, assertQuiet, section: await sectionOf(page) };
    };
    const end = { name: `End for ${RITA} and ${OMAR}` };
    const other = await sectionAs(RITA, "another@c.test");
    await other.section.getByRole("list", { name: "Delegates" }).waitFor();
    expect(await other.section.getByRole("button", end).count()).toBe(0);
    other.assertQuiet();
    const rita = await sectionAs("Rita’s laptop", RITA);
    await rita.section.getByRole("button", end).click();
    await rita.section.getByText("Nobody has named a delegate.").waitFor();
    await rita.section.getByRole("combobox", { name: "Delegate" }).click();
    await rita.page.getByRole("option", { name: OMAR }).click();
    await rita.section.getByLabel("Until the end of").fill(await untilDay());
    await rita.section.getByRole("button", { name: "Name the delegate" }).click();
    await rita.section.getByText(`${OMAR} decides in place of ${RITA}`).waitFor();
    rita.assertQuiet();
    const omar = await sectionAs("O.", OMAR);
    await omar.section.getByRole("button", end).waitFor();
    await omar.page.context().close();
    await rita.page.context().close();
  });

  it("are ended by keyboard alone", async () => {
    const { page, assertQuiet } = await openPage(browser);
    const section = await sectionOf(page);
    const end = section.getByRole("button", { name: `End for ${RITA} and ${OMAR}` });
    await end.focus();
    await page.keyboard.press("Enter");
    await section.getByText("Nobody has named a delegate.").waitFor();
    expect((await walk.api.send("GET", "/api/delegations")).body).toMatchObject({ items: [] });
    assertQuiet();
  });
});
