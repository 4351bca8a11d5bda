/** What a browser may do with each kind of page, as the headers say it and as a real browser takes it. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createToken } from "../../src/http/auth/tokens.ts";
import type { Role } from "../../src/domain/access.ts";
import { briefSubject } from "../../src/cases/brief-links.ts";
import { arrivalSubject } from "../../src/cases/arrival-links.ts";
import { describeOneDatabase } from "../support/database.ts";
import { proposalFor } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import { openPage, startBrowser } from "./support/browser.ts";

const CONTACT = "mailto:security@example.com";

describeOneDatabase("embedded", "headers", (open) => {
  let walk: Walk;
  let browser: Browser;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([
      startWalk(open, { env: { SECURITY_CONTACT: CONTACT } }),
      startBrowser(),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  /** One address of each kind of page, and of what is no page. */
  const addresses = async (): Promise<string[]> => {
    const { links, clock } = walk.running.deps;
    const { caseId, id: proposalId } = await proposalFor(walk, walk.nextCandidate());
    const until = clock.now().add({ hours: 24 });
    const userId = walk.world.people[0]?.userId ?? "";
    return [
      "/",
      `/cases/${caseId}`,
      "/there-is-no-such-page",
      `/c/${await links.make("candidate", caseId, until)}`,
      `/c/${await links.make("candidate", caseId, until)}/assistant`,
      `/me/${await links.make("interviewer", userId, until)}`,
      `/brief/r/${await links.make("brief", briefSubject({ proposalId, userId }), until)}`,
      `/reminders/${await links.make("reminders", caseId, until)}`,
      `/arrived/${await links.make("arrival", arrivalSubject({ caseId, sessionId: "s", userId, startsAt: until.toString() }), until)}`,
      "/c/no-link",
      "/api/cases",
      "/api/openapi.json",
      "/healthz",
    ];
  };

  it("leave no page an inline style or script without its hash or nonce, no frame and no word to others", async () => {
    const nonces = new Set<string>();
    for (const address of await addresses()) {
      const { headers } = await fetch(`${walk.url}${address}`);
      const policy = headers.get("content-security-policy") ?? "";
      expect([address, policy]).toEqual([address, expect.stringMatching(/^default-src 'none';/)]);
      expect([address, policy]).toEqual([address, expect.not.stringMatching(/unsafe|\*|https?:/)]);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("base-uri 'none'");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("permissions-policy")).toContain("camera=()");
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-powered-by")).toBeNull();
      // Over plain http a browser would have to forget it.
      expect(headers.get("strict-transport-security")).toBeNull();
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
      if (nonce !== undefined) nonces.add(nonce);
    }
    // Each document of the dashboard has one of its own.
    expect(nonces.size).toBe(3);
  });

  it("let the dashboard be as it is: no style or script of its own is held back, in dialogs neither", async () => {
    const { page, assertQuiet } = await openPage(browser);
    const heldBack: string[] = [];
    await page.exposeFunction("heldBack", (what: string) => heldBack.push(what));
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
        const tell = Reflect.get(globalThis, "heldBack") as (what: string) => void;
        tell(`${violatedDirective} ${blockedURI}`);
      });
    });
    for (const path of ["/", "/cases", "/insights", "/plans", "/language", "/settings"]) {
      await page.goto(`${walk.url}${path}`);
      await page.getByRole("heading", { level: 1 }).waitFor();
    }
    await page.keyboard.press("Control+k");
    await page.getByPlaceholder("Find a person, a page or an action").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
    await page.getByRole("dialog").waitFor();
    const font = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
    const primary = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue("--mantine-primary-color-filled"),
    );
    expect([font !== "", primary !== ""]).toEqual([true, true]);
    expect(heldBack).toEqual([]);
    assertQuiet();
  });

  it("say where a hole is told of, and until when that holds", async () => {
    const response = await fetch(`${walk.url}/.well-known/security.txt`);
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    const text = await response.text();
    expect(text).toContain(`Contact: ${CONTACT}\n`);
    const expires = Temporal.Instant.from(/^Expires: (.+)$/m.exec(text)?.[1] ?? "");
    const days = walk.running.deps.clock.now().until(expires).total("hours") / 24;
    expect(days).toBeGreaterThan(100);
    expect(days).toBeLessThan(365);
  });

  const signIn = async (page: Page, role: Role, more: object): Promise<void> => {
    const validFor = Temporal.Duration.from({ hours: 1 });
    const token = await createToken(
      { name: `a ${role}`, role, kind: "token", validFor, ...more },
      walk.running.deps,
    );
    await page.goto(`${walk.url}/.well-known/security.txt`);
    await page.evaluate(async (secret) => {
      const headers = { "content-type": "application/json", "x-convene-csrf": "1" };
      const body = JSON.stringify({ token: secret });
      await fetch("/api/session", { method: "POST", headers, body });
    }, token);
  };

  it.each([
    [
      "auditor",
      {},
      "Insights",
      ["Insights", "People", "Ledger", "Settings"],
      ["Inbox", "Cases", "Today"],
    ],
    [
      "interviewer",
      { email: "nobody@example.com" },
      "Your briefs",
      ["Your briefs"],
      ["Inbox", "People", "Settings"],
    ],
    [
      "hiring_manager",
      { teams: ["Data"] },
      "Inbox",
      ["Inbox", "Cases"],
      ["Today", "Ledger", "Insights"],
    ],
  ] as const)(
    "show a dashboard of their own to the role %s",
    async (role, more, first, shown, hidden) => {
      for (const look of [
        { width: 1440, scheme: "light" },
        { width: 390, scheme: "dark" },
      ] as const) {
        const { page, assertQuiet } = await openPage(browser, look);
        await signIn(page, role, more);
        await page.goto(`${walk.url}/`);
        const bar = page.getByRole("navigation", { name: "Main" }).locator("visible=true");
        await bar.getByRole("link", { name: first }).waitFor();
        for (const name of shown) expect(await bar.getByRole("link", { name }).count()).toBe(1);
        for (const name of hidden) expect(await bar.getByRole("link", { name }).count()).toBe(0);
        expect(await page.getByRole("alert").count()).toBe(0);
        await page.getByRole("heading", { level: 1 }).waitFor();
        assertQuiet();
        await page.context().close();
      }
    },
  );

  it.each([
    ["auditor", {}, ["Compare with Lever and calendars"]],
    ["hiring_manager", { teams: ["Data"] }, []],
  ] as const)(
    "show the role %s no part of the settings that it is refused",
    async (role, more, shown) => {
      const { page, assertQuiet } = await openPage(browser);
      await signIn(page, role, more);
      await page.goto(`${walk.url}/settings`);
      for (const name of ["Mode", "Assistants", ...shown]) {
        await page.getByRole("heading", { name, exact: true }).waitFor();
      }
      await page.getByText("No assistant has a token.").waitFor();
      expect(await page.getByRole("alert").count()).toBe(0);
      expect(await page.getByText("Nobody has asked for it.").count()).toBe(0);
      assertQuiet();
    },
  );
});
