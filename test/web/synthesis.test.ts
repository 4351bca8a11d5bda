/** The synthesis of a round as whoever finalises it sees it: switched on, asked for, read beside its forms, left in Lever. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { bookedScreen, until } from "../support/briefs-walk.ts";
import { describePostgres } from "../support/database.ts";
import { advance } from "../support/nothing-fits.ts";
import {
  type Owing,
  handIn,
  owingOf,
  recordForNewYork,
  setEvaluative,
  synthesesOf,
  untilSynthesised,
} from "../support/panel-walk.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

describePostgres("a synthesis in the dashboard", (open) => {
  let walk: Walk;
  let browser: Browser;
  let booked: ProposalDetail;
  let again: Owing | undefined;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
    await recordForNewYork(walk);
    booked = await bookedScreen(walk);
    await until(walk, booked, 0);
    await advance(walk, 2);
    const [first, second] = await owingOf(walk, booked);
    if (!first || !second) throw new Error("the screen has too few people");
    again = second;
    await handIn(walk, booked, {
      owing: first,
      rating: "4 - Strong Hire",
      words: "Explained the cache clearly. She is probably too old for on call.",
      scores: [
        [4, "Found the deadlock quickly and named two ways out."],
        [3, ""],
      ],
    });
    await handIn(walk, booked, {
      owing: second,
      rating: "2 - No Hire",
      words: "The load test was unclear.",
      scores: [
        [2, "Got stuck on the retries."],
        [3, ""],
      ],
    });
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  it("is told to be off, is switched on under Settings, and then waits in the inbox", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/cases/${booked.caseId}`);
    await page.getByRole("button", { name: /^Make it now/ }).click();
    await page.getByText(/is evaluative and is switched off/).waitFor();
    await page.goto(`${walk.url}/settings`);
    await page.getByRole("switch", { name: "Evaluative features" }).click({ force: true });
    await page.getByRole("button", { name: "Put in force" }).click();
    const by = page.getByLabel("Carried out by");
    expect(await by.evaluate((field) => field.matches(":invalid"))).toBe(true);
    await page.getByText("Not yet in force.").waitFor();
    await by.fill("Data protection officer");
    await page.getByLabel("Finished on").fill("2026-01-15");
    await page.getByLabel("Where it is kept").fill("https://wiki.example.test/assessments/12");
    await page.getByRole("button", { name: "Put in force" }).click();
    await page.getByText("The new settings are in force.").waitFor();
    await page.goto(`${walk.url}/cases/${booked.caseId}`);
    await page.getByRole("button", { name: /^Make it now/ }).click();
    await page.getByRole("link", { name: "See it with its forms" }).click();
    const scores = page.getByRole("region", { name: "Writing software", exact: true });
    await scores.getByText("do not agree").waitFor();
    expect(await scores.getByText("2 of 4").count()).toBe(1);
    const why = page.getByRole("region", { name: "Writing software: why, in their own words" });
    expect(await why.getByRole("definition").allInnerTexts()).toEqual([
      "Got stuck on the retries.",
      "Found the deadlock quickly and named two ways out.",
    ]);
    expect((await why.getByRole("term").allInnerTexts()).map((text) => text.slice(-6))).toEqual([
      "2 of 4",
      "4 of 4",
    ]);
    await page.getByRole("region", { name: "Communication" }).getByText("agree").waitFor();
    await page.getByRole("region", { name: "Strengths" }).getByText("Found the deadlock").waitFor();
    await page.getByRole("region", { name: "Concerns" }).getByText("Got stuck").waitFor();
    await page
      .getByRole("region", { name: "Language of the forms" })
      .getByText("too old")
      .waitFor();
    const forms = page.getByRole("region", { name: "Forms", exact: true });
    expect(await forms.getByRole("article").count()).toBe(2);
    const form = await forms.getByRole("article").first().innerText();
    expect(form).toMatch(/^Writing software\n4\nFound the deadlock quickly/m);
    expect(form.split("Writing software")).toHaveLength(2);
    assertQuiet();
  });

  it.each(LOOKS)("reads well at $width px, $scheme", async (look) => {
    const [newest] = synthesesOf(await walk.api.case(booked.caseId));
    const { page, assertQuiet } = await openPage(browser, look);
    await page.goto(`${walk.url}/proposals/${newest?.id}`);
    await page.getByRole("region", { name: "Forms", exact: true }).waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    expect(await findAxeFaults(page)).toEqual([]);
    await page.goto(`${walk.url}/settings`);
    await page.getByRole("heading", { name: "Evaluative features" }).waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    assertQuiet();
  });

  it("is shown to nobody while it is switched off, and can be rejected in the inbox", async () => {
    const [newest] = synthesesOf(await walk.api.case(booked.caseId));
    await setEvaluative(walk, "off");
    const { page } = await openPage(browser, LOOKS[0]);
    await page.goto(`${walk.url}/proposals/${newest?.id}`);
    await page.getByRole("heading", { name: "Switched off" }).waitFor();
    await page.getByText(/An admin turns it on under Settings/).waitFor();
    expect(await page.getByText("Found the deadlock").count()).toBe(0);
    expect(await findAxeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await page.getByRole("link", { name: "Open the inbox" }).click();
    await page.getByText(/Synthesis is evaluative and is switched off/).waitFor();
    expect(await page.getByRole("button", { name: /^Approve/ }).count()).toBe(0);
    await page.getByRole("button", { name: /^Reject/ }).click();
    await page.getByRole("dialog").waitFor();
    await setEvaluative(walk, "on");
  });

  it("stays in sight when nobody decides on it in time, and is proposed again by one click", async () => {
    const [expired] = synthesesOf(await walk.api.case(booked.caseId));
    // What comes after it is newer.
    await advance(walk, 0.1);
    await walk.running.deps.database.query(
      "update proposals set expires_at = created_at where id = $1",
      [expired?.id],
    );
    await untilSynthesised(
      walk,
      booked,
      (case_) => synthesesOf(case_)[0]?.status === "expired" && case_.problem?.code === "expired",
    );
    const page = await seenWhileExpired();
    const waits = page.getByRole("region", { name: "Waiting for a decision or an answer" });
    await waits.getByRole("button", { name: /^Propose again/ }).click();
    await waits.getByText(/a feedback synthesis to review/).waitFor();
    const case_ = await walk.api.case(booked.caseId);
    expect(case_.problem).toBeNull();
    expect(synthesesOf(case_).map(({ status }) => status)).toEqual(["waiting", "expired"]);
  });

  /** Today, after both pages were looked at in each way. */
  const seenWhileExpired = async (): Promise<Page> => {
    const pages = [];
    for (const look of LOOKS) {
      const { page, assertQuiet } = await openPage(browser, look);
      await page.goto(`${walk.url}/cases/${booked.caseId}`);
      await page.getByText(/^Nobody decided in time on the synthesis of the feedback/).waitFor();
      await page.getByRole("button", { name: /^Propose again/ }).waitFor();
      await page.goto(`${walk.url}/today`);
      await page.getByRole("button", { name: /^Propose again/ }).waitFor();
      expect(await scrollsSideways(page)).toBe(false);
      expect(await findAxeFaults(page)).toEqual([]);
      assertQuiet();
      pages.push(page);
    }
    const [first] = pages;
    if (!first) throw new Error("no page was looked at");
    return first;
  };

  it("has its texts edited, with what is wrong said beside them, and the change shown", async () => {
    const [newest] = synthesesOf(await walk.api.case(booked.caseId));
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/proposals/${newest?.id}`);
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    const first = page.getByLabel("Question 1", { exact: true });
    const drafted = await first.inputValue();
    await first.fill("Should we hire this candidate?");
    await page.getByText(/It says what is to become of the candidate/).waitFor();
    const save = page.getByRole("button", { name: "Save new version" });
    expect(await save.isDisabled()).toBe(true);
    await first.fill("What did each of them see of the deadlock?");
    await page.getByLabel(/Got stuck on the retries/).uncheck();
    await page.getByLabel("Remark", { exact: true }).fill("The second talk was short.");
    expect(await findAxeFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Save new version", disabled: false }).click();
    const changed = page.getByRole("region", { name: "What people changed" });
    await changed
      .getByText(drafted.split(" ")[0] ?? "")
      .first()
      .waitFor();
    expect(await changed.locator("del").count()).toBeGreaterThan(1);
    await page
      .getByRole("region", { name: /^Remark by/ })
      .getByText("The second talk was short.")
      .waitFor();
    await page
      .getByRole("region", { name: "Observations" })
      .getByText("The load test was unclear")
      .waitFor();
    assertQuiet();
  });

  it("is left in Lever by one click", async () => {
    const edited = synthesesOf(await walk.api.case(booked.caseId)).find(
      ({ status }) => status === "waiting",
    );
    const { page } = await openPage(browser);
    await page.goto(`${walk.url}/proposals/${edited?.id}`);
    await page.getByRole("button", { name: "Leave the note" }).click();
    await walk.waitFor("the note", async () =>
      synthesesOf(await walk.api.case(booked.caseId)).some(({ status }) => status === "done"),
    );
    const notes = await walk.eyes.notes(booked.payload.opportunityId);
    const [note, ...more] = notes.filter((text) => text.startsWith("Synthesis of feedback: "));
    expect(more).toEqual([]);
    expect(note).toContain("- The second talk was short.");
    expect(note).not.toContain("Got stuck");
    expect(note).toContain(": A person has left their words out.");
  });

  it("is made anew when a form is changed after that, and says what is otherwise", async () => {
    if (!again) throw new Error("nobody hands in once more");
    await advance(walk, 0.1);
    await handIn(walk, booked, { owing: again, rating: "3 - Hire", words: "" });
    // All were in: so it is looked for every three hours.
    await advance(walk, 3.1);
    const newest = await walk.waitFor("another one", async () =>
      synthesesOf(await walk.api.case(booked.caseId)).find(({ status }) => status === "waiting"),
    );
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/proposals/${newest.id}`);
    const otherwise = page.getByRole("region", { name: "Otherwise than before" });
    await otherwise.getByText(/^Replaced: the form of .*, by a newer one\.$/).waitFor();
    await otherwise
      .getByText(/^Changed: the recommendation of .*, from 2 - No Hire to 3 - Hire\.$/)
      .waitFor();
    await otherwise.getByText(/^Gone: Writing software by /).waitFor();
    await page
      .getByRole("region", { name: "Scores" })
      .getByText(/handed in more than one form for .*: the newest counts\.$/)
      .waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    assertQuiet();
  });

  it("says that its round is otherwise by now, and is taken off the table when somebody asks", async () => {
    if (!again) throw new Error("nobody hands in once more");
    const waiting = async () =>
      synthesesOf(await walk.api.case(booked.caseId)).find(({ status }) => status === "waiting");
    const stale = (await waiting())?.id;
    await handIn(walk, booked, { owing: again, rating: "4 - Strong Hire", words: "" });
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/proposals/${stale}`);
    const note = page.getByRole("region", { name: "Not as it was" });
    await note.getByText(/can only be rejected/).waitFor();
    expect(await page.getByRole("button", { name: "Leave the note" }).count()).toBe(0);
    expect(await findAxeFaults(page)).toEqual([]);
    await note.getByRole("button", { name: "Take it off the table now" }).click();
    await walk.waitFor("another version", async () => {
      const { id } = (await waiting()) ?? {};
      return id !== undefined && id !== stale;
    });
    assertQuiet();
  });
});
