/** A dashboard in every state: empty, slow, broken, cut off, signed out. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { randomIds } from "../../src/identifiers.ts";
import { prune } from "../../src/worker/prune.ts";
import { describePostgres } from "../support/database.ts";
import { type FaultyDoor, openFaultyDoor } from "../support/faulty-door.ts";
import { proposalFor, settled, untilProposal, waitingProposal } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import { openPage, startBrowser } from "./support/browser.ts";

describePostgres("the dashboard", (open) => {
  let door: FaultyDoor;
  let walk: Walk;
  let browser: Browser;
  beforeAll(async () => {
    door = await openFaultyDoor();
    [walk, browser] = await Promise.all([
      startWalk(open, { through: (company) => door.before(company) }),
      startBrowser(),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
    await door[Symbol.asyncDispose]();
  });

  const visit = async (path: string, prepare?: (page: Page) => Promise<void>): Promise<Page> => {
    const { page } = await openPage(browser);
    await prepare?.(page);
    await page.goto(`${walk.url}${path}`);
    return page;
  };

  it("says when nothing waits, and what would come, and lets a person try it", async () => {
    const page = await visit("/");
    await page.getByText("Nothing waits for you yet").waitFor();
    await page.getByRole("button", { name: "Move", exact: true }).click();
    const rows = page.getByRole("region", { name: "Needs you" }).getByRole("link");
    await rows.first().waitFor();
    expect(await rows.count()).toBe(1);
  });

  it("shows the shape of what comes while the server is slow, then the thing itself", async () => {
    const { promise: letGo, resolve } = Promise.withResolvers<undefined>();
    const page = await visit("/cases", async (to) => {
      await to.route("**/api/cases*", async (route) => {
        await letGo;
        await route.continue();
      });
    });
    await page.getByRole("status", { name: "Loading" }).waitFor();
    resolve(undefined);
    await page.getByRole("list", { name: "Cases" }).waitFor();
    expect(await page.getByRole("status", { name: "Loading" }).count()).toBe(0);
  });

  it("says what went wrong in the server's words, with what to quote, and tries again when asked", async () => {
    let isBroken = true;
    const page = await visit("/events", async (to) => {
      await to.route("**/api/events*", async (route) => {
        if (!isBroken) return await route.continue();
        await route.fulfill({
          status: 503,
          contentType: "application/problem+json",
          body: JSON.stringify({
            type: "urn:convene:problem:database_unavailable",
            title: "The database does not answer",
            status: 503,
            code: "database_unavailable",
            detail: "Nothing was changed. Try again in a moment.",
            correlationId: "co_quoteme",
          }),
        });
      });
    });
    const alert = page.getByRole("alert");
    await alert.getByText("The database does not answer").waitFor();
    expect(await alert.innerText()).toContain("co_quoteme");
    isBroken = false;
    await alert.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("list", { name: "Events" }).waitFor();
  });

  it("says that the server cannot be reached, and that nothing was changed", async () => {
    const page = await visit("/ledger", async (to) => {
      await to.route("**/api/ledger*", async (route) => await route.abort("connectionrefused"));
    });
    const alert = page.getByRole("alert");
    await alert.getByText("Convene does not answer").waitFor();
    expect(await alert.innerText()).toContain("Nothing was changed.");
  });

  it("leaves a decision undone and says so when it cannot be sent", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const page = await visit(`/proposals/${waiting.id}`, async (to) => {
      await to.route("**/decision", async (route) => await route.abort("connectionrefused"));
    });
    const book = page.getByRole("button", { name: /^Book and send/ });
    await book.click();
    await page.getByText("The server cannot be reached.", { exact: false }).waitFor();
    expect((await walk.api.proposal(waiting.id)).status).toBe("waiting");
    await page.unroute("**/decision");
    await book.click();
    await untilProposal(walk, waiting, "done");
  });

  it.each([
    ["the line is cut", "abort"],
    ["a proxy answers for the server", "fulfill"],
  ] as const)("tells when %s, and catches up by itself afterwards", async (_, how) => {
    let isCut = true;
    const page = await visit("/", async (to) => {
      await to.route("**/api/stream", async (route) => {
        if (!isCut) await route.continue();
        else if (how === "abort") await route.abort("connectionrefused");
        else await route.fulfill({ status: 502, body: "Bad gateway" });
      });
    });
    await page.getByText("Live updates are interrupted.", { exact: false }).waitFor();
    const waiting = await proposalFor(walk, walk.nextCandidate());
    isCut = false;
    await page.getByRole("link", { name: waiting.candidateName }).waitFor();
    expect(await page.getByText("Live updates are interrupted.").count()).toBe(0);
  });

  it("shows a booking that failed: which step, why, and what was taken back", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    door.fail(/^POST .*\/notes$/, { status: 400 });
    await walk.api.approve(waiting);
    await untilProposal(walk, waiting, "failed");
    const page = await visit(`/proposals/${waiting.id}`);
    await page.getByText(/“Leave a note in Lever” failed/).waitFor();
    await page
      .getByText(/was taken back/)
      .first()
      .waitFor();
    const steps = page.getByRole("region", { name: /of 5 done/ });
    expect((await steps.innerText()).match(/Taken back|Not begun|Failed/g)).toEqual([
      "Taken back",
      "Taken back",
      "Taken back",
      "Failed",
      "Not begun",
    ]);
    await page.goto(`${walk.url}/`);
    const failed = page.getByRole("region", { name: "Failed or stuck" });
    await failed.getByRole("link", { name: waiting.candidateName }).waitFor();
  });

  it("shows an event that failed for good, and runs it again", async () => {
    const opportunityId = walk.nextCandidate();
    door.fail(/^GET \/lever\/v1\/opportunities\/[^/]+$/, { status: 403 }, 100);
    await walk.moveStage(opportunityId, "phoneScreen");
    await walk.waitFor("the event to fail", async () => {
      const events = await walk.api.events("failed");
      return events.some((event) => event.opportunityId === opportunityId);
    });
    door.heal();
    const page = await visit("/events?status=failed");
    await page.getByRole("button", { name: "Run again" }).first().click();
    await page.getByText("It is back in the queue", { exact: false }).waitFor();
    await waitingProposal(walk, opportunityId);
    expect(await walk.api.events("failed")).toEqual([]);
  });

  it("asks to sign in once signed out, and says why a wrong token does not do", async () => {
    const page = await visit("/settings");
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await page.getByLabel("Token", { exact: true }).fill("not the token");
    await page.getByRole("button", { name: "Sign in with the token" }).click();
    await page.getByText("This token is unknown, expired or revoked.").waitFor();
    expect(await page.getByRole("heading", { name: "Sign in" }).count()).toBe(1);
  });

  it("says of an address that does not exist where to go", async () => {
    const page = await visit("/nowhere");
    await page.getByRole("heading", { name: "There is no such page" }).waitFor();
    const gone = await visit("/proposals/pr_nothing");
    await gone.getByRole("alert").waitFor();
    expect(await gone.getByRole("alert").innerText()).toContain("not_found");
  });

  it("shows somebody's own markup as text", async () => {
    await proposalFor(walk, walk.nextCandidate());
    const page = await visit("/", async (to) => {
      await to.route("**/api/cases*", async (route) => {
        const answer = await route.fetch();
        const body = (await answer.text()).replaceAll(
          /"candidateName":"[^"]*"/g,
          JSON.stringify({ candidateName: "<img src=x onerror=window.hit=1>" }).slice(1, -1),
        );
        await route.fulfill({ response: answer, body });
      });
    });
    await page.goto(`${walk.url}/cases`);
    await page.getByText("<img src=x onerror=window.hit=1>").first().waitFor();
    expect(await page.evaluate(() => "hit" in window)).toBe(false);
  });

  it("says of a run whose trace was removed by age that it was, and of one that is gone what may have become of it", async () => {
    const opportunityId = walk.nextCandidate();
    const { runId } = await proposalFor(walk, opportunityId);
    await walk.moveStage(opportunityId, "newApplicant");
    await walk.waitFor("the case to be closed", async () => {
      const case_ = await walk.api.caseOf(opportunityId);
      return case_?.status === "closed";
    });
    await settled(walk, opportunityId);
    const { database } = walk.running.deps;
    const now = () => walk.company.clock.now().add({ hours: 24 * 31 });
    await prune({
      database,
      clock: { now },
      ids: randomIds,
      keepRunsDays: 30,
      keepCandidatesDays: 0,
      keepByCountry: {},
    });
    const pruned = await visit(`/runs/${runId}`);
    await pruned.getByText("The trace of this run was removed by age").waitFor();
    expect(await pruned.getByText("No step yet").count()).toBe(0);
    const gone = await visit("/runs/run_that_is_gone");
    await gone.getByText("removed by age, 30 days after its end").waitFor();
  });
});
