/** Wrong secrets of an address, counted where they come. */
import { Router } from "express";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createGuesses } from "../../../src/http/auth/guesses.ts";
import { problemHandler } from "../../../src/http/problem.ts";
import { randomIds } from "../../../src/identifiers.ts";
import { createLog } from "../../../src/log.ts";
import { openApp } from "../../support/loopback-app.ts";

const WORD = "the word of somebody";
const OURS = `cv_${"a".repeat(43)}`;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "setInterval"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A door that takes both; `seen` is what was compared. */
const openDoor = async (perMinute: number, mostAddresses?: number) => {
  const seen: string[] = [];
  const guesses = createGuesses(perMinute, mostAddresses);
  const router = Router();
  router.use((request, _response, next) => {
    // As behind a proxy that is trusted.
    const from = request.header("x-from") ?? "203.0.113.1";
    Object.defineProperty(request, "ip", { value: from });
    next();
  });
  router.get("/", async (request, response) => {
    const secret = request.header("x-secret") ?? "";
    const find = async () => {
      seen.push(secret);
      return await Promise.resolve([WORD, OURS].includes(secret) ? "somebody" : null);
    };
    const found = await guesses.look({ request, secret, find });
    response.status(found === null ? 401 : 200).end();
  });
  router.use(problemHandler(createLog({ level: "silent" }), randomIds));
  const app = await openApp(router);
  const send = async (secret: string, from = "203.0.113.1"): Promise<number> =>
    (await fetch(app.url, { headers: { "x-secret": secret, "x-from": from } })).status;
  return { app, send, seen };
};

it("are answered as too many, until the minute is over", async () => {
  const { app, send } = await openDoor(2);
  await using _ = app;
  expect([await send("a"), await send("b"), await send("c")]).toEqual([401, 401, 429]);
  vi.advanceTimersByTime(60_001);
  expect(await send("d")).toBe(401);
});

it("stop no word that came in from there before, and any other until the minute is over", async () => {
  const { app, send, seen } = await openDoor(1);
  await using _ = app;
  expect(await send(WORD, "198.51.100.1")).toBe(200);
  expect([await send("a", "198.51.100.1"), await send("b", "198.51.100.1")]).toEqual([401, 429]);
  expect(await send(WORD, "198.51.100.1")).toBe(200);
  expect(await send("a")).toBe(401);
  seen.length = 0;
  expect(await send(WORD)).toBe(429);
  expect(seen).toEqual([]);
  vi.advanceTimersByTime(60_001);
  expect(await send(WORD)).toBe(200);
});

it("stop nothing that cannot be guessed", async () => {
  const { app, send } = await openDoor(1);
  await using _ = app;
  expect([await send("a"), await send("b"), await send(OURS)]).toEqual([401, 429, 200]);
  expect(await send(OURS.replaceAll("a", "b"))).toBe(429);
});

it("are compared no more often when many come at once", async () => {
  const { app, send, seen } = await openDoor(3);
  await using _ = app;
  const statuses = await Promise.all([
    ...Array.from({ length: 50 }, async (__, n) => await send(`word ${n}`)),
    send(WORD),
  ]);
  expect(seen.length).toBeLessThanOrEqual(3);
  expect(statuses.filter((status) => status === 429)).toHaveLength(51 - seen.length);
});

it("are none where the right word comes many times at once, the first time too", async () => {
  const { app, send } = await openDoor(2);
  await using _ = app;
  const statuses = await Promise.all(Array.from({ length: 20 }, async () => await send(WORD)));
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect([await send("a"), await send("b"), await send("c")]).toEqual([401, 401, 429]);
});

it("are never counted while they are right", async () => {
  const { app, send } = await openDoor(1);
  await using _ = app;
  for (let n = 0; n < 5; n += 1) expect(await send(WORD)).toBe(200);
  expect(await send("a")).toBe(401);
});

it("of one network of IPv6 are of one address", async () => {
  const { app, send } = await openDoor(1);
  await using _ = app;
  expect(await send("a", "2001:db8:1:1::1")).toBe(401);
  expect(await send("a", "2001:db8:1:2::2")).toBe(429);
  expect(await send("a", "2001:db8:2::1")).toBe(401);
});

it("of more addresses than are kept are counted as of one", async () => {
  const { app, send } = await openDoor(2, 3);
  await using _ = app;
  const first = async (n: number) => await send("a", `192.0.2.${n}`);
  expect([await first(1), await first(2), await first(3)]).toEqual([401, 401, 401]);
  expect([await first(4), await first(5), await first(6)]).toEqual([401, 401, 429]);
  // Who was there before has their own count.
  expect(await first(1)).toBe(401);
});
