import { describe, expect, it } from "vitest";
import { createEventStore } from "../../../mcp-server/event-store.ts";

const message = (id: number, words = "") => ({
  jsonrpc: "2.0" as const,
  id,
  result: { words },
});

describe("what a session was sent", () => {
  it("is told again after the event that came last, of its own stream alone", async () => {
    const store = createEventStore("a");
    const first = await store.storeEvent("one", message(1));
    await store.storeEvent("other", message(2));
    const third = await store.storeEvent("one", message(3));
    const told: unknown[] = [];
    const stream = await store.replayEventsAfter(first, {
      send: async (id, event) => {
        told.push([id, event]);
        await Promise.resolve();
      },
    });
    expect([stream, told]).toEqual(["one", [[third, message(3)]]]);
    expect(await store.getStreamIdForEventId?.(first)).toBe("one");
    expect(await createEventStore("b").getStreamIdForEventId?.(first)).toBeUndefined();
  });

  it.each([
    ["many", 500, ""],
    ["large", 30, "w".repeat(100_000)],
  ])("has room for no more than so much: %s", async (_, count, words) => {
    const store = createEventStore("a");
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) ids.push(await store.storeEvent("one", message(n, words)));
    const kept = await Promise.all(ids.map(async (id) => await store.getStreamIdForEventId?.(id)));
    const isKept = kept.map((stream) => stream !== undefined);
    expect(isKept.at(-1)).toBe(true);
    expect(isKept.indexOf(true)).toBeGreaterThan(count / 2);
    expect(isKept.lastIndexOf(false)).toBe(isKept.indexOf(true) - 1);
    await expect(
      store.replayEventsAfter(ids[0] ?? "", { send: async () => await Promise.resolve() }),
    ).rejects.toThrow("not kept");
  });
});
