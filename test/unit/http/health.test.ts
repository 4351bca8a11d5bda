/** Readiness over a database that answers as told: late, and counted. */
import { expect, it, onTestFinished } from "vitest";
import { type HealthDeps, healthRouter } from "../../../src/http/health.ts";
import { openApp } from "../../support/loopback-app.ts";
import { startStopwatch } from "../../support/stopwatch.ts";

const ask = async (url: string): Promise<unknown> => await (await fetch(`${url}/readyz`)).json();

const open = async (deps: Partial<HealthDeps>) => {
  let asked = 0;
  const database = {
    query: async () => {
      asked += 1;
      return [];
    },
  } as unknown as HealthDeps["database"];
  const app = await openApp(
    healthRouter({
      database,
      isAccepting: () => true,
      loops: () => ({}),
      watch: async () => ({ inbox: true }),
      warnings: async () => [],
      planFaults: () => 0,
      ...deps,
    }),
  );
  onTestFinished(async () => await app[Symbol.asyncDispose]());
  return { url: app.url, asked: () => asked };
};

it("is lost when the database is late with what is watched, and says so in time", async () => {
  const { url } = await open({ watch: async () => await new Promise(() => {}) });
  const began = startStopwatch();
  expect(await ask(url)).toMatchObject({ ready: false, checks: { database: false } });
  expect(began.wallMs()).toBeLessThan(10_000);
});

it("is lost when the database refuses what is watched", async () => {
  const { url } = await open({ watch: async () => await Promise.reject(new Error("gone")) });
  expect(await ask(url)).toMatchObject({ ready: false, checks: { database: false } });
});

it("asks the database once for all who ask within a second, and itself each time", async () => {
  let isAccepting = true;
  const { url, asked } = await open({
    healthKeptMs: 60_000,
    isAccepting: () => isAccepting,
  });
  const answers = await Promise.all(Array.from({ length: 20 }, async () => await ask(url)));
  for (const answer of answers) expect(answer).toMatchObject({ ready: true });
  expect(asked()).toBe(1);
  isAccepting = false;
  expect(await ask(url)).toMatchObject({ ready: false, checks: { accepting: false } });
  expect(asked()).toBe(1);
});

it("asks the database anew when the answer is old", async () => {
  const { url, asked } = await open({ healthKeptMs: 0 });
  await ask(url);
  await ask(url);
  expect(asked()).toBe(2);
});
