import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { findSlots } from "../../../src/scheduling/find-slots.ts";
import { type HolidayPlace, holidaysIn } from "../../../src/scheduling/holidays.ts";
import { SlotsRequest, withHolidays } from "../../../src/scheduling/request-json.ts";
import { between, person, request } from "../../support/slot-requests.ts";

const day = (date: string): Temporal.PlainDate => Temporal.PlainDate.from(date);

const named = async (place: HolidayPlace, from: string, until: string): Promise<string[]> => {
  const days = await holidaysIn(place, { from: day(from), until: day(until) });
  return days.map(({ date, name }) => `${date.toString()} ${name ?? ""}`);
};

describe("public holidays", () => {
  test("are those of the country, in order, both ends included", async () => {
    expect(await named({ country: "US" }, "2026-11-11", "2026-12-25")).toEqual([
      "2026-11-11 Veterans Day",
      "2026-11-26 Thanksgiving Day",
      "2026-12-25 Christmas Day",
    ]);
    expect(await named({ country: "PT" }, "2026-12-01", "2026-12-08")).toEqual([
      "2026-12-01 Restauração da Independência",
      "2026-12-08 Immaculate Conception",
    ]);
    expect(await named({ country: "US" }, "2026-11-12", "2026-11-25")).toEqual([]);
  });

  test("are more in some regions", async () => {
    const inNovember = async (region: string) =>
      await named({ country: "DE", region }, "2026-11-01", "2026-11-30");
    expect(await inNovember("BY")).toEqual(["2026-11-01 All Saints' Day"]);
    expect(await inNovember("BE")).toEqual([]);
  });

  test("may be several days, also over the turn of the year, and move with the moon", async () => {
    expect(await named({ country: "SA" }, "2026-03-18", "2026-03-24")).toEqual(
      ["19", "20", "21", "22"].map((date) => `2026-03-${date} End of Ramadan (Eid al-Fitr)`),
    );
    expect(await named({ country: "JP" }, "2026-12-31", "2027-01-01")).toEqual([
      "2027-01-01 New Year's Day",
    ]);
  });

  test.each<[HolidayPlace, RegExp]>([
    [{ country: "XX" }, /country "XX"/],
    [{ country: "constructor" }, /country "constructor"/],
    [{ country: "DE", region: "ZZ" }, /"ZZ" in DE; known are BB, BE, BW, BY/],
  ])("of %j are not known, which is said", async (place, words) => {
    const asked = holidaysIn(place, { from: day("2026-01-01"), until: day("2026-12-31") });
    await expect(asked).rejects.toMatchObject({ code: "input_invalid" });
    await expect(asked).rejects.toThrow(words);
  });

  test("are days off for the engine, and named where nothing fits", async () => {
    const INES = "ines@acme.test";
    const daysOff = await holidaysIn(
      { country: "US" },
      { from: day("2026-11-20"), until: day("2026-11-30") },
    );
    const result = findSlots(
      request({
        people: { [INES]: person(INES, { daysOff }) },
        horizon: between("2026-11-26T00:00:00Z", "2026-11-27T00:00:00Z"),
      }),
    );
    if (result.kind !== "none") throw new Error("something fits");
    expect(result.blockers.map(({ words }) => words)).toEqual([
      "On Thursday 26 November there is no time for Ines, who has a day off (Thanksgiving Day).",
    ]);
  });

  test("come into a request from a file for whoever says where they live", async () => {
    const json = SlotsRequest.parse({
      now: "2026-11-23T08:00:00Z",
      horizon: { start: "2026-11-24T00:00:00Z", end: "2026-11-28T00:00:00Z" },
      candidate: { zone: "UTC" },
      people: {
        ada: { name: "Ada", zone: "UTC", holidays: { country: "US" } },
        bo: { name: "Bo", zone: "UTC", daysOff: [{ date: "2026-11-25" }] },
      },
      sessions: [],
    });
    const { people } = await withHolidays(json);
    expect(people["ada"]?.daysOff).toEqual([{ date: "2026-11-26", name: "Thanksgiving Day" }]);
    expect(people["bo"]?.daysOff).toEqual([{ date: "2026-11-25" }]);
  });

  test("are the same days whatever zone the machine is in", () => {
    const program = `
      import { holidaysIn } from "./src/scheduling/holidays.ts";
      const span = { from: Temporal.PlainDate.from("2026-01-01"), until: Temporal.PlainDate.from("2026-12-31") };
      const all = await Promise.all(["US", "JP", "SA", "PT"].map((country) => holidaysIn({ country }, span)));
      console.log(all.flat().map(({ date }) => String(date)).join(" "));`;
    const inZone = (TZ: string): string => {
      const { stdout, stderr } = spawnSync(
        process.execPath,
        ["--input-type=module-typescript", "--eval", program],
        { env: { ...process.env, TZ }, encoding: "utf8" },
      );
      expect(stderr).toBe("");
      return stdout;
    };
    const [first, ...others] = ["UTC", "Pacific/Auckland", "America/Los_Angeles"].map(inZone);
    expect(first).toMatch(/2026-11-26/);
    expect(others).toEqual([first, first]);
  });
});
