import { describe, expect, it } from "vitest";
import { openLeverClient } from "../../support/lever-client.ts";
import { type Received, type Reply, openLoopbackServer } from "../../support/loopback-server.ts";

const stage = (id: string) => ({ id, text: id });
// A token as Lever gives them: percent-encoded JSON, which must come back letter by letter.
const TOKEN = "%5B1%2C1779000000000%2C%22b%22%5D";

const listStages = async (answer: (request: Received, index: number) => Reply) => {
  await using server = await openLoopbackServer(answer);
  const stages = await openLeverClient(server.url).reader.listStages();
  return {
    ids: stages.map(({ id }) => id),
    offsets: server.received.map(({ query }) => query.get("offset")),
    limits: server.received.map(({ query }) => query.get("limit")),
  };
};

describe("a list of Lever's", () => {
  it("is read to its end, with each token given back as it came", async () => {
    const { ids, offsets, limits } = await listStages(({ query }) =>
      query.get("offset") === null
        ? { body: { data: [stage("a"), stage("b")], hasNext: true, next: TOKEN } }
        : { body: { data: [stage("c")], hasNext: false } },
    );
    expect(ids).toEqual(["a", "b", "c"]);
    expect(offsets).toEqual([null, TOKEN]);
    expect(limits).toEqual(["100", "100"]);
  });

  it.each([
    ["wrapped twice", { data: { data: [stage("a")], hasNext: false } }],
    ["bare", [stage("a")]],
    ["without hasNext", { data: [stage("a")] }],
    ["that is one object", { data: stage("a") }],
  ])("is read %s", async (_, body) => {
    expect((await listStages(() => ({ body }))).ids).toEqual(["a"]);
  });

  it("ends at an empty page that says it goes on, and leads nowhere", async () => {
    const { ids, offsets } = await listStages(({ query }) =>
      query.get("offset") === null
        ? { body: { data: [stage("a")], hasNext: true, next: "t" } }
        : { body: { data: [], hasNext: true, next: "t" } },
    );
    expect(ids).toEqual(["a"]);
    expect(offsets).toEqual([null, "t"]);
  });

  it("goes on over an empty page to what is behind it", async () => {
    const { ids } = await listStages((_, index) => ({
      body:
        index === 1
          ? { data: [], hasNext: true, next: "t2" }
          : { data: [stage(`s${index}`)], hasNext: index === 0, next: "t1" },
    }));
    expect(ids).toEqual(["s0", "s2"]);
  });

  it("ends after three empty pages, each with a new token", async () => {
    const { ids, offsets } = await listStages((_, index) => ({
      body: { data: index === 0 ? [stage("a")] : [], hasNext: true, next: `t${index}` },
    }));
    expect(ids).toEqual(["a"]);
    expect(offsets).toHaveLength(4);
  });

  it.each([
    ["whose token does not change", { data: [stage("a")], hasNext: true, next: "same" }],
    ["that goes on without a token", { data: [stage("a")], hasNext: true }],
    ["that is no list", { data: "a" }],
  ])("%s is lever_bad_answer, never half a list", async (_, body) => {
    await using server = await openLoopbackServer(() => ({ body }));
    await expect(openLeverClient(server.url).reader.listStages()).rejects.toMatchObject({
      code: "lever_bad_answer",
    });
    expect(server.received.length).toBeLessThanOrEqual(2);
  });

  it("starts over, once, when its token has become stale", async () => {
    const stale: Reply = {
      status: 400,
      body: { code: "BadRequestError", message: "Invalid offset token" },
    };
    const first: Reply = { body: { data: [stage("a")], hasNext: true, next: "t" } };
    const replies = [first, stale, first, { body: { data: [stage("b")], hasNext: false } }];
    expect((await listStages((_, index) => replies[index] ?? {})).ids).toEqual(["a", "b"]);
    await expect(
      listStages(({ query }) => (query.get("offset") === null ? first : stale)),
    ).rejects.toMatchObject({ code: "lever_rejected" });
  });
});
