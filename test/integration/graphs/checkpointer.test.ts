import { randomBytes } from "node:crypto";
import { Annotation, Command, START, StateGraph, interrupt } from "@langchain/langgraph";
import { ERROR, INTERRUPT, emptyCheckpoint } from "@langchain/langgraph-checkpoint";
import pino from "pino";
import { expect, test } from "vitest";
import { createCheckpointer } from "../../../graphs/checkpointer.ts";
import type { Database } from "../../../src/db/port.ts";
import { parseKeyring } from "../../../src/privacy/keyring.ts";
import { createQueue } from "../../../src/worker/queue.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { createInbox } from "../../support/inbox.ts";

const RUNS = 60;
const CANARY = "Ada Lovelace CANARY-1815";
const newKey = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;
const keys = newKey("first");

const State = Annotation.Root({
  question: Annotation<string>(),
  steps: Annotation<string[]>({ reducer: (all, more) => [...all, ...more], default: () => [] }),
  answer: Annotation<string>(),
});

/** Asks a person in the middle, after a few steps and two parallel ones. */
const compile = (database: Database, keyring = parseKeyring(keys)) =>
  new StateGraph(State)
    .addNode("prepare", ({ question }) => ({ steps: [`prepared ${question}`] }))
    .addNode("left", () => ({ steps: ["left"] }))
    .addNode("right", () => ({ steps: ["right"] }))
    .addNode("gate", ({ question }) => ({ answer: String(interrupt({ ask: question })) }))
    .addNode("act", ({ answer }) => ({ steps: [`did ${answer}`] }))
    .addEdge(START, "prepare")
    .addEdge("prepare", "left")
    .addEdge("prepare", "right")
    .addEdge(["left", "right"], "gate")
    .addEdge("gate", "act")
    .compile({ checkpointer: createCheckpointer({ database, keyring }) });

const configOf = (thread: string) => ({
  configurable: { thread_id: thread },
  durability: "sync" as const,
});

const allCheckpointText = async (database: Database): Promise<string> => {
  const texts = await Promise.all(
    ["checkpoints", "checkpoint_blobs", "checkpoint_writes"].map((table) =>
      database.query<{ all: string }>(
        `select coalesce(string_agg(t::text, ' '), '') as all
         from langgraph.${table} t`,
      ),
    ),
  );
  return texts
    .flat()
    .map((row) => row.all)
    .join(" ");
};

describeEachDatabase("Checkpoints", (open) => {
  test(`of ${RUNS} parallel runs, interrupted and resumed beside a working queue, keep every answer apart`, async () => {
    const database = await open();
    const errors: Error[] = [];
    const queue = createQueue({
      database,
      log: pino({ level: "silent" }),
      onError: (error) => errors.push(error),
    });
    await queue.start();
    const handled = createInbox<number>();
    await queue.work("drain", { concurrency: 4 }, async ({ data }) => {
      const n = Number(data["n"]);
      await database.transaction(async (tx) => {
        await tx.query("insert into settings values ($1, $2, now())", [`job-${n}`, String(n)]);
      });
      handled.put(n);
    });
    const graph = compile(database);
    const numbers = Array.from({ length: RUNS }, (_, n) => n);
    const results = await Promise.all(
      numbers.map(async (n) => {
        const config = configOf(`run-${n}`);
        await database.transaction((tx) => queue.sendAll(tx, "drain", [{ n }]));
        await graph.invoke({ question: `question ${n}` }, config);
        return graph.invoke(new Command({ resume: `answer ${n}` }), config);
      }),
    );
    for (const n of numbers) {
      const { steps, ...rest } = results[n] ?? { steps: [] };
      expect(rest).toMatchObject({ question: `question ${n}`, answer: `answer ${n}` });
      expect([...steps].toSorted()).toEqual(
        [`did answer ${n}`, "left", `prepared question ${n}`, "right"].toSorted(),
      );
    }
    const jobs = await handled.take(RUNS);
    expect(jobs.toSorted((a, b) => a - b)).toEqual(numbers);
    await queue.stop({ graceMs: 5_000 });
    expect(errors).toEqual([]);
  });

  test("hold nothing of the state in clear, in any table, and open after a restart", async () => {
    const database = await open();
    const graph = compile(database);
    await graph.invoke({ question: CANARY }, configOf("t1"));
    const text = await allCheckpointText(database);
    expect(text).toContain("t1");
    expect(text).not.toMatch(/CANARY|Lovelace/);
    expect(text).not.toContain(Buffer.from("CANARY").toString("hex"));
    expect(text).not.toContain(Buffer.from("CANARY").toString("base64"));
    const again = await compile(database).getState(configOf("t1"));
    expect(again.values).toMatchObject({ question: CANARY });
    expect(again.tasks).toMatchObject([{ interrupts: [{ value: { ask: CANARY } }] }]);
    expect(again.metadata).toMatchObject({ source: "loop", step: 2 });
  });

  test("of an old master key open as long as it is in the ring, and with no other", async () => {
    const database = await open();
    await compile(database).invoke({ question: CANARY }, configOf("t1"));
    const rotated = compile(database, parseKeyring(`${newKey("second")},${keys}`));
    const result = await rotated.invoke(new Command({ resume: "yes" }), configOf("t1"));
    expect(result).toMatchObject({ question: CANARY, answer: "yes" });
    const stranger = compile(database, parseKeyring(newKey("first")));
    await expect(stranger.getState(configOf("t1"))).rejects.toMatchObject({
      code: "crypto_failed",
    });
  });

  test("that were not sealed by this program are refused", async () => {
    const database = await open();
    await compile(database).invoke({ question: "q" }, configOf("t1"));
    await database.query(
      `update langgraph.checkpoint_blobs set type = 'json', blob = '{"lc":1}'::bytea where channel = 'question'`,
    );
    await expect(compile(database).getState(configOf("t1"))).rejects.toMatchObject({
      code: "crypto_failed",
    });
  });

  test("keep the last of several writes that replace each other, and the first of those that do not", async () => {
    const database = await open();
    const saver = createCheckpointer({ database, keyring: parseKeyring(keys) });
    const at = { configurable: { thread_id: "t1", checkpoint_ns: "" } };
    const saved = await saver.put(
      at,
      emptyCheckpoint(),
      { source: "loop", step: 0, parents: {} },
      {},
    );
    const writesOf = async (): Promise<[string, unknown][]> => {
      const { pendingWrites = [] } = (await saver.getTuple(saved)) ?? {};
      return pendingWrites.map(([, channel, value]) => [channel, value]);
    };
    await saver.putWrites(
      saved,
      [
        [ERROR, "first"],
        [INTERRUPT, "asked"],
        [ERROR, "last"],
      ],
      "task",
    );
    expect(new Map(await writesOf())).toEqual(
      new Map([
        [ERROR, "last"],
        [INTERRUPT, "asked"],
      ]),
    );
    await saver.putWrites(saved, [[ERROR, "later"]], "task");
    expect(new Map(await writesOf()).get(ERROR)).toBe("later");
    await saver.putWrites(
      saved,
      [
        ["steps", "one"],
        [ERROR, "kept out"],
        ["steps", "two"],
      ],
      "task",
    );
    expect(await writesOf()).toEqual(
      expect.arrayContaining([
        [ERROR, "later"],
        [INTERRUPT, "asked"],
        ["steps", "one"],
        ["steps", "two"],
      ]),
    );
    expect(await writesOf()).toHaveLength(4);
  });

  test("of a deleted thread are gone", async () => {
    const database = await open();
    const keyring = parseKeyring(keys);
    await compile(database, keyring).invoke({ question: "q" }, configOf("t1"));
    await createCheckpointer({ database, keyring }).deleteThread("t1");
    expect((await allCheckpointText(database)).trim()).toBe("");
  });
});
