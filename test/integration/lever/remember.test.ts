/** What is asked of Lever once and what again, counted by the company. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { createManualClock } from "../../../src/clock.ts";
import { OpportunityId, StageId, UserId } from "../../../src/domain/ids.ts";
import { rememberAccount, rememberDuring } from "../../../src/lever/remember.ts";
import { type CompanyLever, openCompanyLever } from "../../support/company-lever.ts";
import { openLeverClient } from "../../support/lever-client.ts";

let lever: CompanyLever;
beforeEach(async () => {
  lever = await openCompanyLever();
});
afterEach(async () => {
  await lever[Symbol.asyncDispose]();
});

const clock = createManualClock(Temporal.Instant.from("2026-11-23T09:00:00Z"));
const openReader = () => {
  const { leverUrl, leverApiKey } = lever.company;
  return openLeverClient(leverUrl, { auth: { apiKey: leverApiKey }, maxAttempts: 1 }).reader;
};
const callsDuring = async (work: () => Promise<unknown>): Promise<number> => {
  const calls = async (): Promise<number> => {
    const { body } = await lever.control("GET", "/control/lever");
    return (body as { calls: number }).calls;
  };
  const before = await calls();
  await work();
  return (await calls()) - before;
};

it("an account's stages are asked for once in five minutes, by however many at once", async () => {
  const reader = rememberAccount(openReader(), clock);
  const id = StageId.parse(lever.company.world.cast.stages.phoneScreen);
  const read = async () => await Promise.all([1, 2, 3].map(async () => await reader.getStage(id)));
  expect(await callsDuring(read)).toBe(1);
  clock.advance({ minutes: 4, seconds: 59 });
  expect(await callsDuring(read)).toBe(0);
  clock.advance({ seconds: 1 });
  expect(await callsDuring(read)).toBe(1);
  const [first] = await read();
  expect(first?.text).toBe("Phone Screen");
});

it("neither a failure nor an absence is remembered", async () => {
  const reader = rememberAccount(openReader(), clock);
  const unknown = UserId.parse("00000000-0000-4000-8000-000000000000");
  expect(await callsDuring(() => reader.getUser(unknown).catch(() => undefined))).toBe(1);
  expect(await callsDuring(() => reader.getUser(unknown).catch(() => undefined))).toBe(1);
  await expect(reader.getUser(unknown)).rejects.toMatchObject({ code: "lever_not_found" });
  const find = async () => await reader.findUserByEmail("nobody@nowhere.example");
  expect([await find(), await callsDuring(find)]).toEqual([null, 1]);
});

it("a candidate is remembered for one event alone", async () => {
  const account = rememberAccount(openReader(), clock);
  const id = OpportunityId.parse(lever.company.world.cast.ada);
  expect(await callsDuring(async () => await account.getOpportunity(id))).toBe(1);
  const first = rememberDuring(account);
  const twice = async (reader: typeof first) => {
    await reader.getOpportunity(id);
    await reader.getOpportunity(id);
  };
  expect(await callsDuring(async () => await twice(first))).toBe(1);
  expect(await callsDuring(async () => await twice(rememberDuring(account)))).toBe(1);
});
