/** The form of a plan: a field for all that a plan may say, faults where they are, and no letter changed that nobody changed. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import { describePostgres } from "../support/database.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

const PLAIN = `id: first-talk
match:
  stages: [Phone Screen]
sessions:
  - id: talk
    name: First talk # short
    durationMinutes: 30
    places:
      - role: recruiter
`;

/** All that the form has a field for, as people write it and no program would. */
const ODDLY = `# Ours.
id:   oddly-written
match: { stages: [ "Final Round" ], teams: [Platform]}   # two


pools: {engineers: [ priya.okafor@lumenharbor.test ]}
sessions:
    -   id: "talk"
        name: 'Talk, first'
        durationMinutes: 0x1e
        prepare: >
            Nothing
            special.
        places: [ {role: hiring_manager,key: false}]
        training: [{kind: shadow, pool: engineers}]
rules:
      bufferMinutes: {before: 5, after: 5}
      weights: {   load_balance: 40 }
      hours: {start: "09:00",   end: "17:30", days: [mon,
        tue]}
      holidays: 'DE'
reminders: {candidate: [], arrival:   ask}
debrief: {minutes: 45, with: [hiring_manager, recruiter]}
stageRule: { when: all_forms_in, scores: [{field: Coding, atLeast: 3, of: 4}],
  moveTo: 'Offer' }
`;

describePostgres("the form of a plan", (open) => {
  let walk: Walk;
  let browser: Browser;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
    await walk.api.send("PUT", "/api/plans/oddly-written", { source: ODDLY, basedOn: 0 });
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  const textOf = (page: Page) => page.getByRole("textbox", { name: "The plan as YAML" });

  it("has a field for what the text knows, and keeps what has none", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/new-plan`);
    const text = textOf(page);
    const own = "feedbackReminder: none # asked elsewhere\nshade: dark\n";
    await text.fill(`${PLAIN}${own}`);
    const form = page.getByRole("region", { name: "Form" });
    const codes = form.locator("code");
    await expect.poll(async () => await codes.allInnerTexts()).toEqual(["first-talk", "talk"]);
    const add = form.getByRole("button", { name: "Add an interview" });
    await add.click();
    await add.click();
    await form.getByRole("button", { name: "Remove interview 2" }).click();
    // Ids of what is added are nobody else's.
    await add.click();
    expect(await codes.allInnerTexts()).toEqual([
      "first-talk",
      "talk",
      "interview-3",
      "interview-4",
    ]);
    await form.getByRole("button", { name: "Remove interview 3" }).click();
    const choose = async (field: string, option: string): Promise<void> => {
      await form.getByRole("combobox", { name: field, exact: true }).click();
      await page.getByRole("option", { name: option, exact: true }).click();
    };
    await choose("Order", "Whatever fits best");
    await choose("Comes after, interview 2", "First talk");
    await page.keyboard.press("Escape");
    await choose("Video link", "Always the same link");
    await choose("Video link of interview 2", "Zoom");
    await form.getByRole("textbox", { name: "The link" }).fill("https://meet.example.com/all");
    await form.getByRole("button", { name: "Add somebody’s own link" }).click();
    const told = page.getByRole("list", { name: "Faults" });
    await told.getByRole("button", { name: /links/ }).first().waitFor();
    const person = form.getByRole("textbox", { name: "Person of own link 1" });
    await person.fill("ada@lumenharbor.test");
    await person.press("Tab");
    await form
      .getByRole("textbox", { name: "Link of own link 1" })
      .fill("https://meet.example.com/ada");
    await form.getByRole("textbox", { name: "Recruiter told after" }).fill("72");
    await form.getByRole("button", { name: "Add a room" }).click();
    await form.getByRole("textbox", { name: "Name of room 1" }).fill("Harbour");
    await form.getByRole("textbox", { name: "Address of room 1" }).fill("harbour@rooms.test");
    await choose("Who chooses the time", "The candidate");
    await choose("Begin every", "5 min");
    await form.getByRole("button", { name: "Pause: set" }).click();
    await form.getByText("Hours, lunch and holidays").click();
    await form.getByRole("button", { name: "Lunch: set" }).click();
    await form.getByLabel("Lunch: from").fill("12:30");
    await form.getByRole("button", { name: "Working hours: set" }).click();
    await form.getByText("Sat", { exact: true }).click();
    await form.getByRole("textbox", { name: "Of lunch stay free" }).fill("30");
    await form.getByRole("button", { name: "Key evaluator at place 1" }).first().click();
    const written = await text.inputValue();
    expect(written).toContain(own);
    expect(parse(written)).toMatchObject({
      sessions: [
        { id: "talk", places: [{ role: "recruiter", key: true }] },
        { id: "interview-3", video: "zoom", after: ["talk"] },
      ],
      rooms: [{ name: "Harbour", email: "harbour@rooms.test", capacity: 4 }],
      video: "fixed",
      link: "https://meet.example.com/all",
      links: { "ada@lumenharbor.test": "https://meet.example.com/ada" },
      offer: "candidate",
      rules: {
        gridMinutes: 5,
        alertAfterHours: 72,
        lunch: { start: "12:30", end: "14:00" },
        hours: { start: "09:00", end: "17:30", days: ["mon", "tue", "wed", "thu", "fri", "sat"] },
        loop: { order: "free", lunchMinutes: 30, pause: { afterMinutes: 150, minutes: 15 } },
      },
    });
    await form.getByRole("button", { name: "Pause: as without" }).click();
    expect(await text.inputValue()).not.toContain("pause");
    const faults = page.getByRole("list", { name: "Faults" }).getByRole("button");
    await faults.getByText("shade").waitFor();
    // What is typed is checked a moment later.
    await walk.waitFor("no other fault, at the line of this text", async () => {
      const line = (await text.inputValue()).split("\n").indexOf("shade: dark") + 1;
      return (await faults.allInnerTexts()).every((fault) => fault.includes(`Line ${line} `));
    });
    await page.getByRole("button", { name: "Show it" }).click();
    const selected = await text.evaluate((field: HTMLTextAreaElement) =>
      document.activeElement === field
        ? field.value.slice(field.selectionStart, field.selectionEnd)
        : null,
    );
    expect(selected).toBe("shade: dark");
    assertQuiet();
  });

  it("asks what becomes of the time after the interview too, with a fault at its field", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/new-plan`);
    const form = page.getByRole("region", { name: "Form" });
    const fill = async (field: string, text: string): Promise<void> =>
      await form.getByRole("textbox", { name: field, exact: true }).fill(text);
    const choose = async (field: string, option: string): Promise<void> => {
      await form.getByRole("combobox", { name: field, exact: true }).click();
      await page.getByRole("option", { name: option, exact: true }).click();
    };
    await fill("Id of the plan", "asked-in-full");
    await choose("Stages in Lever", "Phone Screen");
    await page.keyboard.press("Escape");
    await fill("Kept free before", "5");
    await fill("Kept free after", "15");
    await form.getByText("What counts how much").click();
    await fill("Load shared", "40");
    await form.getByText("Hours, lunch and holidays").click();
    await fill("Public holidays of", "DE-BE");
    await form.getByText("Seats for those who learn").click();
    await form.getByRole("button", { name: "Add a seat" }).click();
    await fill("E-mail address of seat 1", "maya@lumenharbor.test");
    await choose("Remind the candidate", "At these hours before");
    await form.getByRole("button", { name: "Add a reminder" }).click();
    await form.getByRole("button", { name: "Remove reminder 1" }).click();
    await choose("Remind interviewers in Slack", "In the morning");
    await choose("Has the candidate arrived?", "Nobody is asked");
    await fill("Help from a no-show risk of", "25");
    await choose("Convene reminds by", "Mail");
    await fill("Synthesis waits for", "96");
    await form.getByRole("switch", { name: /debrief/ }).click();
    await fill("Held within", "48");
    await choose("Who else comes", "The hiring manager");
    await form.getByRole("switch", { name: /^Propose the next stage/ }).click();
    await choose("it is proposed to move the candidate to", "Final Round");
    const lowest = form.getByRole("textbox", { name: "Rating 1: at least" });
    await lowest.fill("5");
    // Stages before its own are not offered, and what is too much is said where it stands.
    await form.getByText("must not be more than `of`, which is 4 when absent").waitFor();
    expect(await lowest.getAttribute("aria-invalid")).toBe("true");
    await page.getByRole("button", { name: "Show it" }).click();
    expect(await lowest.evaluate((field) => field === document.activeElement)).toBe(true);
    await lowest.fill("3");
    await form.getByText("must not be more than").waitFor({ state: "detached" });
    await form.getByRole("button", { name: "Add a rating" }).click();
    // What Lever's forms ask a rating for is offered.
    await choose("Name of rating 2", "Communication");
    await fill("Rating 2: of how many", "5");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.waitForURL("**/plans/asked-in-full");
    await page.getByText("Saved: version 1.").waitFor();
    expect(parse(await textOf(page).inputValue())).toMatchObject({
      id: "asked-in-full",
      match: { stages: ["Phone Screen"] },
      sessions: [{ training: [{ kind: "shadow", person: "maya@lumenharbor.test" }] }],
      rules: {
        bufferMinutes: { before: 5, after: 15 },
        weights: { load_balance: 40 },
        holidays: "DE-BE",
      },
      reminders: {
        candidate: [3, 24],
        interviewers: "morning",
        arrival: "none",
        helpAbovePercent: 25,
      },
      feedback: { by: "mail", deadlineHours: 96 },
      debrief: { minutes: 30, withinHours: 48, with: ["hiring_manager"] },
      stageRule: {
        when: "all_forms_in",
        scores: [
          { field: "Rating", atLeast: 3 },
          { field: "Communication", atLeast: 3, of: 5 },
        ],
        moveTo: "Final Round",
      },
    });
    assertQuiet();
  });

  it("lets a number be typed anew, and keeps what it stands in while it is empty", async () => {
    const { page, assertQuiet } = await openPage(browser);
    await page.goto(`${walk.url}/new-plan`);
    const marked =
      "reminders: { candidate: [48, 3] } # two\nrules: { loop: { pause: { minutes: 15, afterMinutes: 150 } } }\n";
    const met = "debrief: { minutes: 30 }\n";
    const empty = async (field: string): Promise<void> => {
      await page.getByRole("textbox", { name: field, exact: true }).fill("");
    };
    const valueOf = async (field: string): Promise<string> =>
      await page.getByRole("textbox", { name: field, exact: true }).inputValue();
    await textOf(page).fill(`${PLAIN}${marked}${met}`);
    await empty("Reminder 1 to the candidate");
    expect(await valueOf("Reminder 1 to the candidate")).toBe("");
    expect(await valueOf("Reminder 2 to the candidate")).toBe("3 h");
    await page.keyboard.type("36");
    await page.getByRole("button", { name: "Remove reminder 2" }).click();
    await empty("Reminder 1 to the candidate");
    await page.keyboard.type("24");
    await empty("Length of the debrief");
    await page
      .getByRole("list", { name: "Faults" })
      .getByText(/minutes: must be/)
      .waitFor();
    await page.keyboard.type("45");
    await empty("Pause: how long");
    await page.keyboard.type("20");
    await empty("Length");
    await page.keyboard.type("60");
    expect(await textOf(page).inputValue()).toBe(
      `${PLAIN}${marked}${met}`
        .replace("durationMinutes: 30", "durationMinutes: 60")
        .replace("{ candidate: [48, 3] }", "{candidate: [24]}")
        .replace("{ loop: { pause: { minutes: 15, ", "{loop: {pause: {minutes: 20, ")
        .replace("150 } } }", "150}}}")
        .replace("{ minutes: 30 }", "{minutes: 45}"),
    );
    assertQuiet();
  });

  it.each(LOOKS)(
    "leaves a plan that is only looked through as it is to the letter: %j",
    async (look) => {
      const { page, assertQuiet } = await openPage(browser, look);
      await page.goto(`${walk.url}/plans/oddly-written`);
      const form = page.getByRole("region", { name: "Form" });
      await form.getByText("Interviews", { exact: true }).waitFor();
      // Every fold is opened, and every field gone through by keyboard.
      const shut = form.locator("details:not([open]) > summary");
      for (let left = await shut.count(); left > 0; left -= 1) await shut.first().press("Enter");
      await form.getByRole("textbox", { name: "Load shared" }).waitFor();
      await form.getByRole("combobox", { name: "Stages in Lever" }).focus();
      const seen = new Set<string>();
      const focused = async (): Promise<string | null> =>
        await page.evaluate(() =>
          document.activeElement?.closest(".plan-form") ? document.activeElement.id : null,
        );
      for (let id = await focused(); id !== null; id = await focused()) {
        seen.add(id);
        await page.keyboard.press("Tab");
      }
      expect(seen.size).toBeGreaterThan(50);
      expect(await findAxeFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      expect(await page.getByRole("button", { name: "Save", exact: true }).isDisabled()).toBe(true);
      if ((look.width ?? 0) < 500) await page.getByText("Text", { exact: true }).click();
      expect(await textOf(page).inputValue()).toBe(ODDLY);
      assertQuiet();
    },
  );

  it.each(["light", "dark"] as const)(
    "with pools and rooms shows every name whole at 390 px, %s",
    async (scheme) => {
      const { page, assertQuiet } = await openPage(browser, { width: 390, scheme });
      await page.goto(`${walk.url}/plans/platform-onsite`);
      const pools = page.getByRole("combobox", { name: /^Pool of place/ });
      await pools.first().waitFor();
      const session = page.getByRole("group", { name: "Who takes part" }).first();
      const places = await session.getByRole("combobox", { name: /^Place/ }).count();
      for (const pool of await pools.all()) {
        const box = await pool.boundingBox();
        expect(box?.width).toBeGreaterThan(150);
      }
      await page.getByRole("button", { name: "Add somebody" }).first().click();
      await page
        .getByRole("combobox", { name: /^Place/ })
        .nth(places)
        .click();
      await page.getByRole("option", { name: "A room" }).click();
      const room = await page.getByRole("combobox", { name: /^Rooms of place/ }).boundingBox();
      expect(room?.width).toBeGreaterThan(150);
      expect(await findAxeFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      assertQuiet();
    },
  );
});
