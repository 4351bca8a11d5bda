/** `convene slots` as somebody has it who wonders why a plan gives what it gives. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Outcome, runConvene } from "../../support/convene.ts";
import { startStopwatch } from "../../support/stopwatch.ts";

const EXAMPLE = "docs/examples/loop.json";

describe("convene slots", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "convene-slots-"));
  });
  afterAll(async () => await rm(folder, { recursive: true, force: true }));

  const slots = async (...args: string[]): Promise<Outcome> =>
    await runConvene(["slots", ...args], { PATH: process.env["PATH"], DATA_DIR: folder });

  /** The example with something changed. */
  const changed = async (change: (request: Record<string, unknown>) => void): Promise<string> => {
    const request = JSON.parse(await readFile(EXAMPLE, "utf8")) as Record<string, unknown>;
    change(request);
    const path = join(folder, "request.json");
    await writeFile(path, JSON.stringify(request));
    return path;
  };

  it("prints the itineraries of the documented example, with people and terms", async () => {
    const { code, out, err } = await slots("--input", EXAMPLE);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(
      /^1\. [\d.]+ of 100\n {3}Tue 24 Nov \d\d:\d\d–\d\d:\d\d Europe\/Lisbon {2}Welcome: Ines\n/,
    );
    expect(out).toContain("compactness");
    expect(out).toContain("Proven best on their days.");
    expect(out).toContain("The calendar of Kenji cannot be read");
  });

  it("prints no character that a terminal would obey", async () => {
    const path = await changed(({ people }) => {
      const [first] = Object.values(people as Record<string, { name: string }>);
      if (first) first.name = "\u202EInes\u001B]0;pwn\u0007\u001B[31m";
    });
    const { code, out } = await slots("--input", path);
    expect([code, /[\u001B\u0007\u202E]/.test(out)]).toEqual([0, false]);
    const { err } = await slots("--input", "none\u001B[31m");
    expect(err).not.toContain("\u001B");
  });

  it("gives the same to a program, in one line", async () => {
    const { out } = await slots("--input", EXAMPLE, "--json");
    expect(out.trim().split("\n")).toHaveLength(1);
    const result = JSON.parse(out) as { kind: string; proven: boolean; itineraries: unknown[] };
    expect(result).toMatchObject({ kind: "itineraries", proven: true });
    expect(result.itineraries).toHaveLength(4);
  });

  it("says at once that a horizon is too long, holidays of all its years or not", async () => {
    const path = await changed((request) => {
      const { start } = request["horizon"] as { start: string };
      request["horizon"] = { start, end: "9999-12-30T00:00:00Z" };
      const people = request["people"] as Record<string, Record<string, unknown>>;
      for (const person of Object.values(people)) person["holidays"] = { country: "PT" };
    });
    const began = startStopwatch();
    const { code, err } = await slots("--input", path);
    expect(code).not.toBe(0);
    expect(err).toContain("must not be longer than 92 days");
    expect(began.wallMs()).toBeLessThan(20_000);
  });

  it("gives one session its best starts, also on one day", async () => {
    const path = await changed((request) => {
      request["sessions"] = [
        {
          id: "phone",
          durationMinutes: 45,
          places: [{ label: "hiring manager", choices: ["ines@example.com"] }],
        },
      ];
    });
    const { code, out } = await slots("--input", path);
    expect(code).toBe(0);
    expect(out.match(/phone: Ines/g)).toHaveLength(5);
    expect(new Set(out.match(/\w{3} \d+ Nov/g)).size).toBeLessThan(5);
  });

  it("says what stands in the way and what would have to give, with an exit code of its own", async () => {
    const path = await changed((request) => {
      request["rules"] = { lunch: { start: "09:00", end: "17:30", minutes: 480 } };
    });
    const { code, out } = await slots("--input", path);
    expect(code).toBe(2);
    expect(out).toMatch(
      /^Nothing fits\.\n {2}Each of Welcome, System design and Coding has a time/,
    );
    expect(out).toMatch(/It fits on Tuesday 24 November without 8 hours for lunch\./);
  });

  it.each<[string, string[] | (() => Promise<string>), RegExp]>([
    ["no file", [], /^--input: is needed/],
    ["a file that is not there", ["--input", "/there/is/none"], /cannot be read/],
    [
      "a person who is nobody",
      async () =>
        await changed((request) => {
          request["people"] = {};
        }),
      /names ines@example\.com, who is not among the people/,
    ],
    [
      "a zone that is none, and a field too many",
      async () =>
        await changed((request) => {
          request["candidate"] = { zone: "Europe/Nowhere", colour: "blue" };
        }),
      /The candidate's zone must be an IANA time zone.*\n.*colour/,
    ],
    [
      "kept time that ends before it starts",
      async () =>
        await changed((request) => {
          request["reserved"] = [
            {
              email: "ines@example.com",
              start: "2026-11-24T10:00:00Z",
              end: "2026-11-24T09:00:00Z",
            },
          ];
        }),
      /reserved time 1 ends before it starts/,
    ],
    [
      "a block of a calendar that ends before it starts",
      async () =>
        await changed((request) => {
          const people = request["people"] as Record<string, Record<string, unknown>>;
          const busy = { start: "2026-11-24T10:00:00+01:00", end: "2026-11-24T08:59:00Z" };
          for (const person of Object.values(people)) person["busy"] = [busy];
        }),
      /Ines's busy block 1 ends before it starts/,
    ],
    [
      "a block of a calendar on a day that there is not",
      async () =>
        await changed((request) => {
          const people = request["people"] as Record<string, Record<string, unknown>>;
          const busy = { start: "2026-02-30T10:00:00Z", end: "2026-02-27T08:59:00Z" };
          for (const person of Object.values(people)) person["busy"] = [busy];
        }),
      /Ines's start of busy block 1 is not a real date and time/,
    ],
    [
      "sessions with one id, told once and without a circle",
      async () =>
        await changed((request) => {
          const sessions = request["sessions"] as { id: string }[];
          for (const session of sessions.slice(1, 2)) session.id = "welcome";
        }),
      /is no request:\n {2}Session welcome: id is the id of another session too: give each session its own\.\n*$/,
    ],
    [
      "a search without end",
      async () =>
        await changed((request) => {
          request["effort"] = 100_000_000;
        }),
      /"effort" must be at most 5000000: that is a search of minutes already/,
    ],
  ])("refuses %s in words, without a stack", async (_name, given, words) => {
    const args = Array.isArray(given) ? given : ["--input", await given()];
    const { code, out, err } = await slots(...args);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(words);
    expect(err).not.toMatch(/^ +at /m);
  });

  it("publishes the schema that it takes", async () => {
    const { out } = await slots("--schema");
    const published: unknown = JSON.parse(await readFile("docs/slots-schema.json", "utf8"));
    expect(JSON.parse(out)).toEqual(published);
  });
});
