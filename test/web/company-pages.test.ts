/** The sandbox company's own pages, worked by a person in a real browser. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Company, startCompany } from "../../sandbox/company.ts";
import { signSlack } from "../../sandbox/slack/signed.ts";
import { createTeams } from "../../src/messaging/teams.ts";
import { openLoopbackServer } from "../support/loopback-server.ts";
import { findAxeFaults, openPage, startBrowser } from "./support/browser.ts";

const SCREENS = [
  { width: 1440, scheme: "light" },
  { width: 1440, scheme: "dark" },
  { width: 390, scheme: "light" },
  { width: 390, scheme: "dark" },
] as const;

/** What a recruiter is told when nothing fits. */
const ALERT = {
  texts: ["No time fits for Ada.", "Ines is away until <Friday>.\nYou can look again:"],
  links: [{ label: "With less notice", url: "http://127.0.0.1:9/cases/case_1?relax=notice" }],
};

let browser: Browser;
let company: Company;
beforeAll(async () => {
  [browser, company] = await Promise.all([startBrowser(), startCompany({ rateLimit: "off" })]);
  await fetch(`${company.slackUrl}chat.postMessage`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${company.slack.botToken}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({
      channel: "#recruiting",
      text: "A proposal waits for you.",
      blocks: [
        {
          type: "actions",
          block_id: "b",
          elements: [
            {
              type: "button",
              action_id: "ok",
              value: "1",
              text: { type: "plain_text", text: "Approve" },
            },
          ],
        },
      ],
    }),
  });
  await createTeams({ webhookUrl: company.teamsWebhookUrl }).post(
    {
      title: ALERT.texts[0] ?? "",
      lines: ALERT.texts.slice(1),
      links: ALERT.links,
    },
    async () => await Promise.resolve(),
  );
  await fetch(`${company.slackUrl}chat.postMessage`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${company.slack.botToken}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({
      channel: "#recruiting",
      text: "The notification alone.",
      blocks: [
        ...ALERT.texts.map((text) => ({ type: "section", text: { type: "plain_text", text } })),
        {
          type: "actions",
          elements: ALERT.links.map(({ label, url }) => ({
            type: "button",
            action_id: label,
            url,
            text: { type: "plain_text", text: label },
          })),
        },
      ],
    }),
  });
  company.zoom.plan(company.world.people[0]?.email ?? "", {
    topic: "Technical Panel with Lumen Harbor",
    agenda: "Booked by Convene: ef_1",
    start_time: company.clock.now().add({ hours: 30 }).toString({ smallestUnit: "second" }),
    duration: 75,
  });
});
afterAll(async () => {
  await browser.close();
  await company.close();
});

describe("the company's pages", () => {
  it.each(["/", "/faults", "/slack", "/teams", "/zoom", "/mail"])(
    "%s reads well in both widths and schemes",
    async (path) => {
      company.faults.add({ service: "lever", kind: "status", status: 429, times: 20 });
      for (const screen of SCREENS) {
        const { page, assertQuiet } = await openPage(browser, screen);
        await page.goto(`${company.url}${path}`);
        expect(await findAxeFaults(page)).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect(overflow).toBeLessThanOrEqual(0);
        assertQuiet();
        await page.context().close();
      }
      company.faults.clear();
    },
  );

  it.each(["/slack", "/teams"])("%s shows an alert as its reader sees it", async (path) => {
    const { page } = await openPage(browser);
    await page.goto(`${company.url}${path}`);
    await page.getByText("Ines is away until <Friday>.").waitFor();
    const link = page.getByRole("link", { name: "With less notice" });
    expect(await link.getAttribute("href")).toBe(ALERT.links[0]?.url);
    expect(await page.getByText("The notification alone.").count()).toBe(0);
    expect(await page.getByRole("button", { name: "With less notice" }).count()).toBe(0);
    await page.context().close();
  });

  it("have a command typed, and show what is answered to it at once and after", async () => {
    const { email, name } = company.world.people.find(
      ({ deactivatedAtMs }) => !deactivatedAtMs,
    ) ?? {
      email: "",
      name: "",
    };
    const typed: URLSearchParams[] = [];
    await using app = await openLoopbackServer(({ body, headers }) => {
      const timestamp = String(headers["x-slack-request-timestamp"]);
      const { signingSecret } = company.slack;
      if (headers["x-slack-signature"] !== signSlack({ body, timestamp, signingSecret })) {
        return { status: 401, body: {} };
      }
      const fields = new URLSearchParams(body);
      typed.push(fields);
      void fetch(fields.get("response_url") ?? "", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          text: "Nothing <b>waits</b>.",
          blocks: [
            { type: "section", text: { type: "plain_text", text: "Nothing <b>waits</b>." } },
          ],
        }),
      });
      return { status: 200, body: { response_type: "ephemeral", text: "One moment …" } };
    });
    const { page, assertQuiet } = await openPage(browser, { width: 390 });
    await page.goto(`${company.url}/slack`);
    company.slack.commands.setUrl(app.url);
    await page.getByLabel("Who types").selectOption({ label: name });
    await page.getByLabel("/convene").fill("what waits for A & B?");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("One moment …").waitFor();
    await page.getByText("Nothing <b>waits</b>.").waitFor();
    expect(typed.map((fields) => fields.get("text"))).toEqual(["what waits for A &amp; B?"]);
    expect(await page.getByLabel("Who types").inputValue()).toBe(email);
    expect(await findAxeFaults(page)).toEqual([]);
    assertQuiet();
    await page.context().close();
  });

  it("let an interviewer hand in their form, once", async () => {
    const { state } = company.lever;
    const handedIn = [...state.feedback.values()].find(
      ({ completedAt, deletedAt }) => completedAt !== null && deletedAt === null,
    );
    const owed = [...state.feedback.values()].find(
      ({ interviewId, completedAt }) =>
        interviewId === handedIn?.interviewId && completedAt === null,
    );
    const nameOf = (userId: string | undefined) =>
      company.world.people.find((person) => person.userId === userId)?.name ?? "nobody";
    const { page, assertQuiet } = await openPage(browser, { width: 390 });
    await page.goto(`${company.url}/lever/opportunities/${owed?.opportunityId}`);
    await page.getByText(`${nameOf(handedIn?.userId)} has handed in feedback.`).waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    const name = nameOf(owed?.userId);
    await page.getByLabel(`Rating by ${name}`).selectOption("2 - No Hire");
    await page.getByLabel(`What did ${name} see?`).fill("Was late to every point.");
    await page.getByRole("button", { name: `Hand in the feedback of ${name}` }).click();
    await page.getByText(`${name} has handed in feedback.`).waitFor();
    const templateId = owed?.templateId ?? "";
    expect([...state.feedback.values()].at(-1)).toMatchObject({
      interviewId: owed?.interviewId,
      userId: owed?.userId,
      completedAt: expect.any(Number) as number,
      values: {
        [`${templateId}-rating`]: "2 - No Hire",
        [`${templateId}-notes`]: "Was late to every point.",
      },
    });
    assertQuiet();
    await page.context().close();
  });

  it("lets a host delete a meeting of Zoom", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${company.url}/zoom`);
    await page.getByText("Booked by Convene: ef_1").waitFor();
    await page.getByRole("button", { name: "Delete Technical Panel with Lumen Harbor" }).click();
    await page.getByText("No meeting is planned.").waitFor();
    expect(company.journal.list({ kind: "meeting.deleted" })).toHaveLength(1);
    await page.context().close();
  });

  it("set a fault at the press of a button, show that it was met, and take it away", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${company.url}/faults`);
    await page.getByRole("button", { name: "Lever: 20 requests meet 429" }).click();
    await page.getByText("lever: status 429").waitFor();
    expect((await fetch(`${company.leverUrl}/stages`)).status).toBe(429);
    await page.reload();
    await page.getByText("20 times; met 1 so far").waitFor();
    expect(await page.getByText("None: everything works.").count()).toBe(0);
    await page.getByRole("button", { name: "Take all away" }).click();
    await page.getByText("None: everything works.").waitFor();
    await page.getByLabel("Service").selectOption("google");
    await page.getByLabel("What happens").selectOption("slow");
    await page.getByLabel("Delay in ms").fill("100");
    await page.getByLabel("How often").fill("0");
    await page.getByRole("button", { name: "Set", exact: true }).click();
    await page.getByText("google: slow").waitFor();
    expect(company.faults.list()).toMatchObject([
      { service: "google", kind: "slow", delayMs: 100, times: null },
    ]);
    await page.getByRole("button", { name: "Take away", exact: true }).click();
    await page.getByText("None: everything works.").waitFor();
    await page.context().close();
  });

  it("say when a fault is over, and answer in words and after a time of one's own", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${company.url}/faults`);
    await page.getByLabel("Service").selectOption("google");
    await page.getByRole("textbox", { name: "Status" }).fill("403");
    await page.getByLabel("Reason (such as quotaExceeded)").fill("quotaExceeded");
    await page.getByLabel("Retry-After in seconds").fill("7");
    await page.getByRole("button", { name: "Set", exact: true }).click();
    await page.getByText("once; met 0 so far").waitFor();
    const refused = await fetch(`${company.googleUrl}/calendar/v3/users/me/calendarList`);
    expect(refused.status).toBe(403);
    expect(refused.headers.get("retry-after")).toBe("7");
    expect(await refused.text()).toContain("quotaExceeded");
    await page.reload();
    await page.getByText("once; over: it meets nothing any more").waitFor();
    await page.getByText("None: everything works.").waitFor();
    await page.getByRole("button", { name: "Lever enters the next panel 30 seconds late" }).click();
    await page.getByText("lever: slow POST /panels$").waitFor();
    expect(company.faults.list().at(-1)).toMatchObject({ delayMs: 30_000, times: 1, met: 0 });
    expect(await page.getByText("None: everything works.").count()).toBe(0);
    company.faults.clear();
    await page.context().close();
  });
});
