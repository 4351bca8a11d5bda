import { expect, it } from "vitest";
import { createTextCheck } from "../../../src/http/api/check-long-text.ts";
import { createLine } from "../../../src/http/api/line.ts";

const STAYS = new AbortController().signal;
const BUSY = { code: "rate_limited", data: { retryAfterSeconds: 10 } };

/** Work that is over when a test says so. */
const openWork = () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  let begun = 0;
  const work = async (): Promise<string> => {
    begun += 1;
    return await promise;
  };
  return { work, end: () => resolve("done"), begun: () => begun };
};

it("does so much at once, lets so much wait, and refuses the rest at once", async () => {
  const inLine = createLine({ atOnce: 2, waiting: 1, ofOne: 9 });
  const works = [openWork(), openWork(), openWork()];
  const all = works.map(async ({ work }) => await inLine("ada", STAYS, work));
  await expect(inLine("bob", STAYS, async () => await Promise.resolve(1))).rejects.toMatchObject(
    BUSY,
  );
  expect(works.map(({ begun }) => begun())).toEqual([1, 1, 0]);
  works[0]?.end();
  await all[0];
  await expect.poll(() => works[2]?.begun()).toBe(1);
  works[1]?.end();
  works[2]?.end();
  expect(await Promise.all(all)).toEqual(["done", "done", "done"]);
  expect(await inLine("bob", STAYS, async () => await Promise.resolve(1))).toBe(1);
});

it("lets nobody take more than their share, and gives it back also after a failure", async () => {
  const inLine = createLine({ atOnce: 2, waiting: 2, ofOne: 1 });
  const first = openWork();
  const began = inLine("ada", STAYS, first.work);
  await expect(inLine("ada", STAYS, first.work)).rejects.toMatchObject(BUSY);
  expect(await inLine("bob", STAYS, async () => await Promise.resolve(2))).toBe(2);
  first.end();
  await began;
  const fails = async () => await Promise.reject(new Error("it fails"));
  await expect(inLine("ada", STAYS, fails)).rejects.toThrow("it fails");
  expect(await inLine("ada", STAYS, async () => await Promise.resolve(3))).toBe(3);
});

it("lets whoever leaves while they wait go, and their place to the next", async () => {
  const inLine = createLine({ atOnce: 1, waiting: 1, ofOne: 9 });
  const first = openWork();
  const began = inLine("ada", STAYS, first.work);
  const leaving = new AbortController();
  const left = inLine("bob", leaving.signal, first.work);
  leaving.abort();
  await expect(left).rejects.toMatchObject(BUSY);
  const next = inLine("cyd", STAYS, async () => await Promise.resolve("next"));
  first.end();
  expect([await began, await next]).toEqual(["done", "next"]);
});

it("says of a text that takes too long that less is to be sent, and goes on with the next", async () => {
  const caller = { who: "ada", gone: STAYS };
  const text = "We look after our people and our work. ".repeat(1_000);
  const hurried = createTextCheck(1);
  for (let n = 0; n < 4; n += 1) {
    await expect(hurried({ text }, caller)).rejects.toMatchObject({
      code: "payload_too_large",
      message: expect.stringContaining("Send less") as unknown,
    });
  }
});
