import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { buildWorld } from "../../../sandbox/worlds/build.ts";
import type { WorldEvent } from "../../../sandbox/worlds/types.ts";

const NOW = Temporal.Instant.from("2026-11-23T09:00:00Z");
const WEEK_MS = 7 * 24 * 3_600_000;
const world = buildWorld({ seed: 1, now: NOW });
const events = world.people.flatMap((person) => person.events);

const run = promisify(execFile);
const digestOf = async (seed: number, env: Record<string, string> = {}): Promise<string> => {
  const program = new URL("../../support/world-digest-program.ts", import.meta.url).pathname;
  const { stdout } = await run(process.execPath, [program, String(seed)], {
    env: { ...process.env, ...env },
  });
  return stdout;
};

describe("the company's world", () => {
  it("is the same for the same seed, byte for byte, in any process, zone and language", async () => {
    const [here, elsewhere, other] = await Promise.all([
      digestOf(1),
      digestOf(1, { TZ: "Pacific/Apia", LANG: "tr_TR.UTF-8" }),
      digestOf(2),
    ]);
    expect(here).toMatch(/^[0-9a-f]{64}$/);
    expect(elsewhere).toBe(here);
    expect(other).not.toBe(here);
  });

  it("has 4 teams, 40 people in 6 time zones, 12 postings and 60 opportunities", () => {
    expect(world.teams).toHaveLength(4);
    expect(world.people).toHaveLength(40);
    expect(new Set(world.people.map(({ zone }) => zone)).size).toBe(6);
    expect(world.postings).toHaveLength(12);
    expect(world.opportunities).toHaveLength(60);
  });

  it("has a part of its people at Microsoft when it is asked for, and changes nothing else", () => {
    const mixed = buildWorld({ seed: 1, now: NOW, microsoft: true });
    const teamsOf = (mailbox: "microsoft" | undefined) =>
      new Set(mixed.people.filter((one) => one.mailbox === mailbox).map(({ team }) => team));
    expect([...teamsOf("microsoft")]).toEqual(["Platform", "Data", "Customer Success"]);
    expect([...teamsOf(undefined)]).toEqual(["Platform", "Product"]);
    expect(mixed.people.filter(({ mailbox }) => mailbox === "microsoft")).toHaveLength(23);
    const people = mixed.people.map(({ mailbox: _home, ...person }) => person);
    const rooms = mixed.rooms.filter(({ mailbox }) => mailbox === undefined);
    expect({ ...mixed, people, rooms }).toEqual(world);
    expect(mixed.rooms.map(({ name }) => name)).toEqual(["Atlas", "Tejo", "Cabo", "Douro", "Sado"]);
    expect(world.people.filter((person) => "mailbox" in person)).toEqual([]);
  });

  it("keeps eight weeks of calendars, with everything that makes a week hard to read", () => {
    const weeks = new Set(
      events.map(({ startMs }) => Math.floor((startMs - world.startsAtMs) / WEEK_MS)),
    );
    expect([...weeks].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    const has = (what: Partial<WorldEvent>) =>
      events.filter((event) =>
        Object.entries(what).every(([name, value]) => Reflect.get(event, name) === value),
      ).length;
    for (const what of [
      { eventType: "focusTime" },
      { eventType: "outOfOffice" },
      { eventType: "workingLocation" },
      { summary: "Travel" },
      { summary: "Leave" },
      { status: "tentative" },
      { response: "declined" },
      { response: "tentative" },
      { response: "needsAction" },
    ] satisfies Partial<WorldEvent>[]) {
      expect(has(what)).toBeGreaterThan(40);
    }
  });

  it("repeats meetings in everybody's calendar, at the same hour of the owner's day", () => {
    for (const { zone, events: theirs } of world.people) {
      const times = theirs.map(({ startMs, summary }) => {
        const start = Temporal.Instant.fromEpochMilliseconds(startMs).toZonedDateTimeISO(zone);
        return `${summary} ${start.dayOfWeek} ${start.toPlainTime().toString()}`;
      });
      const most = Object.values(Object.groupBy(times, (time) => time)).map((same) => same?.length);
      expect(Math.max(...most.map((count) => count ?? 0))).toBeGreaterThanOrEqual(7);
    }
  });

  it("brings resumes in three formats that are what they say", () => {
    const starts = { pdf: "%PDF-", docx: "PK\u0003\u0004", txt: "" };
    const seen = new Set<string>();
    for (const { resume } of world.opportunities) {
      if (resume === null) continue;
      seen.add(resume.ext);
      expect(resume.fileName.endsWith(`.${resume.ext}`)).toBe(true);
      expect(resume.bytes.length).toBeGreaterThan(100);
      expect(resume.bytes.subarray(0, 5).toString("latin1").startsWith(starts[resume.ext])).toBe(
        true,
      );
    }
    expect([...seen].toSorted()).toEqual(["docx", "pdf", "txt"]);
  });

  it("reaches nobody real: every address is under .test", () => {
    const addresses = [
      ...world.people.map(({ email }) => email),
      ...world.opportunities.map(({ email }) => email),
    ].filter((email) => email !== null);
    expect(addresses.length).toBeGreaterThan(95);
    expect(addresses.filter((email) => !email.endsWith(".test"))).toEqual([]);
  });
});
