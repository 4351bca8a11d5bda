import { afterAll, beforeAll, expect, it } from "vitest";
import { readPreferencesOf } from "../../../src/people/preferences-store.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { type Walk, startWalk } from "../../support/walk.ts";

describeEachDatabase("an interviewer's page", (open) => {
  let walk: Walk;
  let people: string[];
  beforeAll(async () => {
    walk = await startWalk(open);
    people = walk.world.people
      .filter(({ calendar, deactivatedAtMs }) => calendar === "ok" && deactivatedAtMs === null)
      .map(({ userId }) => userId);
  });
  afterAll(async () => await walk.close());

  const untilIn = (hours: number) => walk.company.clock.now().add({ hours });
  const tokenFor = async (userId: string, hours = 24): Promise<string> =>
    await walk.running.deps.links.make("interviewer", userId, untilIn(hours));
  /** A person whom no test has had yet, and the address of their page. */
  const somebody = async () => {
    const userId = people.pop() ?? "";
    const token = await tokenFor(userId);
    return { userId, token, path: `/me/${token}` };
  };
  const get = async (path: string) => {
    const response = await fetch(`${walk.url}${path}`);
    return { response, status: response.status, text: await response.text() };
  };
  const post = async (
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ) => {
    const response = await fetch(`${walk.url}${path}`, {
      method: "POST",
      redirect: "manual",
      headers,
      body: new URLSearchParams({ version: "0", hours: "calendar", ...fields }),
    });
    return { response, status: response.status, text: await response.text() };
  };
  const kept = async (userId: string) =>
    await readPreferencesOf(walk.running.deps.database, userId);
  const changesOf = async (userId: string) =>
    (await walk.api.ledger()).filter(
      ({ type, data }) => type === "preferences.changed" && data["userId"] === userId,
    );

  it("shows what is in force, is kept by nobody and loads nothing", async () => {
    const { path } = await somebody();
    const { status, text, response } = await get(path);
    expect(status).toBe(200);
    expect(text).toContain("Your hours and limits");
    expect(text).toContain(walk.world.company.name);
    const header = (name: string) => response.headers.get(name);
    expect(header("cache-control")).toBe("no-store");
    expect(header("referrer-policy")).toBe("no-referrer");
    expect(header("x-robots-tag")).toBe("noindex, nofollow");
    const policy = header("content-security-policy") ?? "";
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-/);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(text).not.toMatch(/\b(src|href)="(https?:|\/)/);
    expect(Buffer.byteLength(text)).toBeLessThan(100_000);
  });

  it("saves by post, redirect, get, with one entry in the ledger that tells no more than what was changed", async () => {
    const { userId, path, token } = await somebody();
    const { status, response } = await post(path, {
      hours: "own",
      zone: "Asia/Kolkata",
      "mon-0-start": "9",
      "mon-0-end": "12:30",
      "mon-1-start": "14:00",
      "mon-1-end": "16:00",
      maxInterviewsPerDay: "2",
      holidays: "us-ca",
      "comfort-start": "10",
      "comfort-end": "15",
      "lunch-start": "12:30",
      "lunch-end": "13:30",
      "stay-0-from": "2026-12-14",
      "stay-0-until": "2026-12-18",
      "stay-0-zone": "America/New_York",
      "stay-0-start": "10",
      "stay-0-end": "16",
      "stay-1-from": "2026-12-28",
      "stay-1-until": "2026-12-28",
      "stay-1-zone": "Asia/Tokyo",
      bufferBefore: "15",
      bufferAfter: "15",
      pausedUntil: "2026-12-07",
      "focus-0-days": "mon,tue,wed,thu,fri",
      "focus-0-start": "10:00",
      "focus-0-end": "11:00",
      "focus-0-firm": "yes",
      notAsHiringManagerIn: "platform-technical-panel/technical-panel",
    });
    expect([status, response.headers.get("location")]).toEqual([303, "?saved=1"]);
    expect(await kept(userId)).toEqual({
      version: 1,
      preferences: {
        zone: "Asia/Kolkata",
        hours: {
          mon: [
            { start: "09:00", end: "12:30" },
            { start: "14:00", end: "16:00" },
          ],
        },
        maxInterviewsPerDay: 2,
        maxInterviewsPerWeek: null,
        bufferMinutes: 15,
        pausedUntil: "2026-12-07",
        takesNoInterviews: false,
        notAsHiringManagerIn: ["platform-technical-panel/technical-panel"],
        focus: [
          { days: ["mon", "tue", "wed", "thu", "fri"], start: "10:00", end: "11:00", firm: true },
        ],
        holidays: "US-CA",
        stays: [
          {
            from: "2026-12-14",
            until: "2026-12-18",
            zone: "America/New_York",
            hours: { start: "10:00", end: "16:00" },
          },
          { from: "2026-12-28", until: "2026-12-28", zone: "Asia/Tokyo", hours: null },
        ],
        comfort: { start: "10:00", end: "15:00" },
        lunch: { start: "12:30", end: "13:30" },
      },
    });
    const shown = await get(`${path}?saved=1`);
    expect(shown.text).toContain("Saved.");
    expect(shown.text).toContain('value="2026-12-07"');
    expect((await get(`${path}?saved=7`)).text).not.toContain("Saved.");
    const changes = await changesOf(userId);
    expect(changes).toHaveLength(1);
    expect(changes[0]?.actor).toMatch(/, by personal link$/);
    expect(changes[0]?.data).toEqual({
      userId,
      version: 1,
      changed: [
        "zone",
        "hours",
        "maxInterviewsPerDay",
        "bufferMinutes",
        "pausedUntil",
        "notAsHiringManagerIn",
        "focus",
        "holidays",
        "stays",
        "comfort",
        "lunch",
      ],
    });
    expect(JSON.stringify(await walk.api.ledger())).not.toContain(token);
  });

  it("takes a box once, however often it is sent", async () => {
    const { userId, path } = await somebody();
    const session = "platform-technical-panel/technical-panel";
    const body = new URLSearchParams({ version: "0", hours: "calendar" });
    for (let sent = 0; sent < 300; sent += 1) body.append("notAsHiringManagerIn", session);
    const answer = await fetch(`${walk.url}${path}`, {
      method: "POST",
      redirect: "manual",
      body,
    });
    expect(answer.status).toBe(303);
    expect((await kept(userId)).preferences.notAsHiringManagerIn).toEqual([session]);
  });

  it("makes no version of what is the same", async () => {
    const { userId, path } = await somebody();
    expect((await post(path, {})).response.headers.get("location")).toBe("?saved=0");
    expect((await kept(userId)).version).toBe(0);
    expect(await changesOf(userId)).toEqual([]);
  });

  it("changes nothing when it is looked at, however often and by whatever method scanners use", async () => {
    const { userId, path } = await somebody();
    for (const method of ["GET", "HEAD"]) {
      const query = "?takesNoInterviews=yes&version=0&hours=calendar&maxInterviewsPerDay=1";
      const response = await fetch(`${walk.url}${path}${query}`, { method });
      expect(response.status).toBe(200);
    }
    expect((await kept(userId)).version).toBe(0);
    expect(await changesOf(userId)).toEqual([]);
  });

  it("says beside the field what is wrong, and loses nothing that was typed", async () => {
    const { userId, path } = await somebody();
    const { status, text } = await post(path, {
      hours: "own",
      "tue-0-start": "17:00",
      "tue-0-end": "09:00",
      "wed-2-start": "<script>alert(1)</script>",
      maxInterviewsPerDay: "many",
      pausedUntil: "2026-02-30",
      zone: "Mars/Olympus",
      bufferBefore: "25",
      "focus-3-start": "08:00",
      holidays: "Mars",
      "lunch-start": "13",
      "stay-0-until": "2026-12-01",
      "stay-1-from": "2026-12-09",
      "stay-1-until": "2026-12-08",
      "stay-1-zone": "Mars",
    });
    expect(status).toBe(400);
    for (const words of [
      "It must end after it begins, at 17:00.",
      "Give a time such as 09:30.",
      "Give a whole number from 1 to 20, or leave it empty.",
      "Give a date such as 2026-12-01, or leave it empty.",
      "Choose a time zone from the list.",
      "Choose the days.",
      "No holidays are known for that.",
      "Give the time at which it ends.",
      "Give the first day there",
      "It must not end before it begins.",
      "Give a time zone such as America/New_York.",
    ]) {
      expect(text).toContain(words);
    }
    for (const value of ["many", "25", "17:00", "2026-02-30", "08:00"]) {
      expect(text).toContain(`value="${value}"`);
    }
    expect(text).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(text).not.toContain("<script>alert");
    expect((await kept(userId)).version).toBe(0);
  });

  it.each<[string, Record<string, string>, string]>([
    ["own hours without any", { hours: "own" }, "Give at least one day with hours"],
    ["half a span", { hours: "own", "mon-0-start": "09:00" }, "Give the time at which it ends."],
    [
      "spans that overlap",
      {
        hours: "own",
        "mon-0-start": "09:00",
        "mon-0-end": "12:00",
        "mon-1-start": "11:00",
        "mon-1-end": "13:00",
      },
      "Two spans of this day overlap.",
    ],
    ["a week of no interview", { maxInterviewsPerWeek: "0" }, "from 1 to 60"],
    ["U+0000", { maxInterviewsPerDay: "1\0" }, "from 1 to 20"],
  ])("refuses %s", async (_, fields, words) => {
    const userId = people[0] ?? "";
    const { status, text } = await post(`/me/${await tokenFor(userId)}`, fields);
    expect(status).toBe(400);
    expect(text).toContain(words);
    expect((await kept(userId)).version).toBe(0);
  });

  it("ignores fields that it does not have, and sessions that it did not offer", async () => {
    const { userId, path } = await somebody();
    const sent = {
      __proto__: "x",
      constructor: "y",
      notAsHiringManagerIn: "made/up",
      role: "admin",
    };
    expect((await post(path, { ...sent, maxInterviewsPerDay: "3" })).status).toBe(303);
    expect((await kept(userId)).preferences).toMatchObject({
      maxInterviewsPerDay: 3,
      notAsHiringManagerIn: [],
    });
  });

  it("does not overwrite what somebody else has changed meanwhile, and keeps what was typed", async () => {
    const { userId, path } = await somebody();
    expect((await post(path, { maxInterviewsPerDay: "2" })).status).toBe(303);
    const late = await post(path, { maxInterviewsPerDay: "5" });
    expect(late.status).toBe(409);
    expect(late.text).toContain("somebody has changed these settings");
    expect(late.text).toContain('name="version" value="1"');
    expect(late.text).toMatch(
      /name="maxInterviewsPerDay"[^>]*value="5"|value="5"[^>]*name="maxInterviewsPerDay"/,
    );
    expect((await kept(userId)).preferences.maxInterviewsPerDay).toBe(2);
    expect((await post(path, { version: "1", maxInterviewsPerDay: "5" })).status).toBe(303);
    expect((await kept(userId)).preferences.maxInterviewsPerDay).toBe(5);
  });

  it("lets one of many who save at once win", async () => {
    const { userId, path } = await somebody();
    const statuses = await Promise.all(
      ["1", "2", "3", "4"].map(
        async (limit) => (await post(path, { maxInterviewsPerDay: limit })).status,
      ),
    );
    expect(statuses.toSorted((a, b) => a - b)).toEqual([303, 409, 409, 409]);
    expect((await kept(userId)).version).toBe(1);
    expect(await changesOf(userId)).toHaveLength(1);
  });

  it("is closed to links that are forged, cut, ended or for something else", async () => {
    const { userId, token } = await somebody();
    const { links } = walk.running.deps;
    const ofCandidate = await links.make("candidate", userId, untilIn(24));
    const ended = await tokenFor(userId, -1);
    const [head = "", body = "", signature = ""] = token.split(".");
    const other = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(body, "base64url").toString()), sub: people[0] }),
    ).toString("base64url");
    const cases: [string, number, string][] = [
      [ofCandidate, 404, "This link does not work"],
      [ended, 410, "This link has ended"],
      [token.slice(0, -4), 404, "This link does not work"],
      [`${head}.${other}.${signature}`, 404, "This link does not work"],
      ["nothing", 404, "This link does not work"],
      ["%00", 404, "This link does not work"],
      [await tokenFor("nobody-in-lever"), 404, "This link does not work"],
    ];
    for (const [each, status, title] of cases) {
      for (const answer of [
        await get(`/me/${each}`),
        await post(`/me/${each}`, { takesNoInterviews: "yes" }),
      ]) {
        expect([answer.status, answer.text.includes(title)]).toEqual([status, true]);
        expect(answer.response.headers.get("cache-control")).toBe("no-store");
        expect(answer.text).not.toContain(each);
      }
    }
    expect((await kept(userId)).version).toBe(0);
    const bare = await get("/me");
    expect([bare.status, bare.text.includes("opens by a personal link")]).toEqual([200, true]);
    expect((await get("/me/%zz")).status).toBe(400);
  });

  it("is closed to whoever has left", async () => {
    const left = walk.world.people.find(({ deactivatedAtMs }) => deactivatedAtMs !== null);
    const answer = await get(`/me/${await tokenFor(left?.userId ?? "")}`);
    expect(answer.status).toBe(404);
    expect(answer.text).toContain("no active account in Lever");
  });

  it.each([
    [{ "sec-fetch-site": "cross-site", origin: "https://evil.test" }, 403],
    [{ "sec-fetch-site": "same-site", origin: "null" }, 403],
    [{ origin: "https://evil.test" }, 403],
    [{ origin: "not an address" }, 403],
    [{ "sec-fetch-site": "same-origin", origin: "null" }, 303],
    [{ origin: "null" }, 303],
  ])("a form that comes with %j is answered %i", async (headers, status) => {
    const { userId, path } = await somebody();
    expect((await post(path, { maxInterviewsPerDay: "1" }, headers)).status).toBe(status);
    expect((await kept(userId)).version).toBe(status === 303 ? 1 : 0);
  });

  it("takes no more than a form's worth", async () => {
    const { path } = await somebody();
    expect((await post(path, { zone: "x".repeat(70_000) })).status).toBe(413);
  });

  it("may not be asked for without end", async () => {
    const statuses = new Set<number>();
    for (let asked = 0; asked < 130; asked += 1) statuses.add((await get("/me/nothing")).status);
    expect(statuses).toEqual(new Set([404, 429]));
    const refused = await get("/me/nothing");
    expect(refused.text).toContain("Wait a minute and try again");
    expect((await get("/healthz")).status).toBe(200);
  });
});
