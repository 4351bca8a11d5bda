/** What guards every call to a model: patience, the breaker, budgets of tokens, and an end to what has none. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { Database } from "../../../src/db/port.ts";
import type { ModelUse } from "../../../src/models/port.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { freePort } from "../../support/free-port.ts";
import { type ModelTwin, startModelTwin } from "../../support/model-twin.ts";
import { type GivenModels, type NotedWaits, modelsAt } from "../../support/models.ts";

const LOOK_UP = {
  type: "function",
  function: {
    name: "look_up",
    description: "Looks up.",
    parameters: { type: "object", properties: {} },
  },
};

describeOneDatabase("postgres", "a guarded model", (open) => {
  let database: Database;
  let twin: ModelTwin;
  beforeAll(async () => {
    [database, twin] = await Promise.all([open(), startModelTwin()]);
  });
  afterAll(async () => await twin[Symbol.asyncDispose]());
  beforeEach(async () => {
    twin.openai.reset();
    twin.company.faults.clear();
    await database.query("delete from model_budgets");
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const modelFor = async (
    given: Omit<GivenModels, "database"> = {},
    use: Partial<ModelUse> = {},
  ) => {
    const models = await modelsAt(twin.place, { database, ...given });
    return models.for({ user: "chat", runId: "run-1", ...use });
  };
  const busy = (status: number, retryAfterSeconds: number) =>
    twin.company.faults.add({ service: "openai", kind: "status", status, retryAfterSeconds });
  /** To its end. */
  const listen = async (stream: AsyncIterable<{ text: string }>): Promise<string> => {
    let text = "";
    for await (const piece of stream) text += piece.text;
    return text;
  };

  it("waits as long as a busy server says, and asks again", async () => {
    const noted: NotedWaits = { waits: [] };
    busy(429, 2);
    busy(503, 3);
    const model = await modelFor({ noted });
    expect((await model.invoke("Hello")).text).toBe("You wrote: Hello");
    expect(noted.waits).toEqual([2_000, 3_000]);
  });

  it("does not wait longer than its time is, and says why it gave up", async () => {
    const noted: NotedWaits = { waits: [] };
    busy(429, 60);
    const model = await modelFor({ noted });
    await expect(model.invoke("Hello")).rejects.toThrow("its server refused (status 429)");
    expect(noted.waits).toEqual([]);
  });

  it.each([
    ["a busy server three times more", 429, undefined, 4],
    ["one that fails once more", 500, undefined, 2],
    ["an account without money no more", 429, "insufficient_quota", 1],
    ["one that knows no such model no more", 404, undefined, 1],
  ])("asks %s", async (_, status, reason, met) => {
    const model = await modelFor();
    const rule = twin.company.faults.add({
      service: "openai",
      kind: "status",
      status,
      times: null,
      ...(reason !== undefined && { reason }),
    });
    await expect(model.invoke("Hello")).rejects.toThrow(`status ${status}`);
    expect(rule.met).toBe(met);
  });

  it("leaves a server alone that fails five times in a row, and tries again after a while", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const model = await modelFor();
    const rule = twin.company.faults.add({ service: "openai", kind: "drop_before", times: null });
    for (let asked = 1; asked <= 3; asked += 1) {
      await expect(model.invoke("Hello")).rejects.toThrow("could not be asked");
    }
    expect(rule.met).toBe(5);
    await expect(model.invoke("Hello")).rejects.toThrow("left alone for a while");
    expect(rule.met).toBe(5);
    twin.company.faults.clear();
    vi.advanceTimersByTime(31_000);
    expect((await model.invoke("Hello")).text).toBe("You wrote: Hello");
  });

  it("counts no call against a server that whoever asked has ended, and each whose time was up", async () => {
    const model = await modelFor();
    twin.openai.set({ behaviour: "slow", delayMs: 60_000 });
    for (let asked = 1; asked <= 6; asked += 1) {
      const caller = new AbortController();
      const answer = model.invoke("Hello", { signal: caller.signal });
      await vi.waitFor(() => {
        expect(twin.openai.asked()).toHaveLength(asked);
      });
      caller.abort(new Error("the candidate has left"));
      await expect(answer).rejects.toThrow("the candidate has left");
    }
    for (let asked = 1; asked <= 5; asked += 1) {
      const signal = AbortSignal.timeout(50);
      await expect(model.invoke("Hello", { signal })).rejects.toThrow("took too long");
    }
    await expect(model.invoke("Hello")).rejects.toThrow("left alone for a while");
  });

  it("counts the tokens of a run and of a day for all processes together", async () => {
    const settings = { limits: { perRun: 10_000, perDay: 10_000 } };
    const [one, other] = [await modelFor({ settings }), await modelFor({ settings })];
    await Promise.all([one.invoke("Hello"), other.invoke("Hello")]);
    const used = twin.openai
      .asked()
      .reduce((sum, { usage }) => sum + usage.input + usage.output, 0);
    const rows = await database.query<{ scope: string; tokens: number }>(
      "select scope, tokens from model_budgets order by scope",
    );
    expect(rows).toEqual([
      { scope: "day:2026-03-02", tokens: used },
      { scope: "run:run-1", tokens: used },
    ]);
  });

  it("refuses what would go over the day's budget, whoever asks, until the next day", async () => {
    const settings = { limits: { perRun: 10_000, perDay: 400 } };
    const one = await modelFor({ settings });
    const other = await modelFor({ settings }, { runId: null });
    const all = await Promise.allSettled(
      [one, other, one, other].map(async (model) => await model.invoke("x".repeat(400))),
    );
    const faults = all.flatMap((each) => (each.status === "rejected" ? [String(each.reason)] : []));
    expect(faults.length).toBeGreaterThanOrEqual(2);
    expect(faults.length).toBeLessThan(4);
    for (const fault of faults) expect(fault).toContain("the day's budget of tokens is used up");
    expect(twin.openai.asked().length).toBe(4 - faults.length);
    const deps = { clock: { now: () => Temporal.Instant.from("2026-03-03T09:00:00Z") } };
    const tomorrow = await modelFor({ settings, deps });
    expect((await tomorrow.invoke("Hello")).text).toBe("You wrote: Hello");
  });

  it("refuses a run that would use up its own, and gives back what a refused call had taken", async () => {
    const settings = { limits: { perRun: 200, perDay: 100_000 } };
    twin.company.faults.add({ service: "openai", kind: "status", status: 401 });
    const model = await modelFor({ settings });
    await expect(model.invoke("Hello")).rejects.toThrow("status 401");
    const long = model.invoke("x".repeat(1_000));
    await expect(long).rejects.toThrow("the run's budget of tokens is used up");
    expect((await model.invoke("Hello")).text).toBe("You wrote: Hello");
  });

  it("gives back what a call had taken that reached nobody, unless an earlier try of it may have cost", async () => {
    const spent = async () => await database.query("select from model_budgets where tokens > 0");
    const model = await modelFor({
      settings: { server: { baseUrl: `http://127.0.0.1:${await freePort()}` } },
    });
    await expect(model.invoke("Hello")).rejects.toThrow("cannot be reached or broke off");
    expect(await spent()).toEqual([]);
    twin.company.faults.add({ service: "openai", kind: "drop_after" });
    twin.company.faults.add({ service: "openai", kind: "status", status: 401 });
    await expect((await modelFor()).invoke("Hello")).rejects.toThrow("status 401");
    expect(await spent()).toHaveLength(2);
  });

  it("streams, and ends what never ends", async () => {
    const model = await modelFor();
    expect(await listen(await model.stream("Hello"))).toBe("You wrote: Hello");
    twin.openai.set({ behaviour: "endless" });
    const late = await modelFor({ deps: { budgetMs: 200 } });
    const heard = late.stream("Hello").then(listen);
    await expect(heard).rejects.toThrow("the model took too long");
  });

  it("says that a stream broke off, and counts what was heard of it", async () => {
    twin.openai.set({ behaviour: "break_off" });
    const model = await modelFor();
    const heard = model.stream("Hello, how are you today?").then(listen);
    await expect(heard).rejects.toThrow("cannot be reached or broke off");
    const [day] = await database.query<{ tokens: number }>(
      "select tokens from model_budgets where scope like 'day:%'",
    );
    expect(day?.tokens).toBeGreaterThan(0);
  });

  it("calls tools, whole and in a stream", async () => {
    const toolCalls = [{ name: "look_up", args: "{}" }];
    twin.openai.set({ script: [{ toolCalls }, { toolCalls }] });
    const model = await modelFor();
    const bound = model.bindTools?.([LOOK_UP]);
    if (!bound) throw new Error("it knows no tools");
    const called = [{ name: "look_up", args: {} }];
    expect((await bound.invoke("Hello")).tool_calls).toMatchObject(called);
    let all;
    for await (const piece of await bound.stream("Hello")) all = all ? all.concat(piece) : piece;
    expect(all?.tool_calls).toMatchObject(called);
  });
});
