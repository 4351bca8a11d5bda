/** What networks, Lever and strangers do to deliveries, by the company's switches. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type CompanyLever, openCompanyLever } from "../../support/company-lever.ts";
import { type LoopbackServer, openLoopbackServer } from "../../support/loopback-server.ts";

const Delivered = z.looseObject({
  id: z.string().optional(),
  event: z.string(),
  token: z.string(),
  signature: z.string(),
  data: z.record(z.string(), z.unknown()),
});

let lever: CompanyLever;
let receiver: LoopbackServer;
beforeAll(async () => {
  lever = await openCompanyLever();
  receiver = await openLoopbackServer(() => ({}));
  for (const event of [
    "candidateStageChange",
    "candidateDeleted",
    "interviewCreated",
    "interviewUpdated",
    "interviewDeleted",
  ]) {
    const sent = { url: receiver.url, event, signatureToken: "a signing token of the test" };
    await lever.control("POST", "/control/webhooks", sent);
  }
});
afterAll(async () => {
  await lever[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
});
const mode = async (webhooks: object) => {
  expect((await lever.control("POST", "/control/lever", { webhooks })).status).toBe(200);
};
afterEach(async () => {
  await mode({
    duplicateShare: 0,
    shuffleMs: 0,
    withoutIds: false,
    ownEchoes: true,
    silent: false,
  });
});

const deliveredWhile = async (act: () => unknown) => {
  const before = receiver.received.length;
  await act();
  await lever.company.lever.webhooks.idle();
  return receiver.received.slice(before).map(({ body }) => Delivered.parse(JSON.parse(body)));
};
/** To and fro between two stages. */
const move = (times: number) => {
  const { cast } = lever.company.world;
  for (let index = 0; index < times; index += 1) {
    const stageId = index % 2 === 0 ? cast.stages.onsite : cast.stages.phoneScreen;
    lever.company.lever.moveStage(cast.ada, stageId);
  }
};
const panelOf = async () => {
  const { cast, people } = lever.company.world;
  const { ownerId } = lever.opportunity(cast.ada);
  const sent = {
    timezone: "Europe/Lisbon",
    interviews: [
      {
        date: lever.company.clock.now().add({ hours: 48 }).epochMilliseconds,
        duration: 30,
        interviewers: [{ id: people[0]?.userId }],
      },
    ],
  };
  const path = `/opportunities/${cast.ada}/panels?perform_as=${ownerId}`;
  const { body } = await lever.ask("POST", path, sent);
  return z.object({ data: z.object({ id: z.string(), start: z.number() }) }).parse(body).data;
};

describe("deliveries", () => {
  it("come twice, word for word, as often as a share says", async () => {
    await mode({ duplicateShare: 0.5 });
    const delivered = await deliveredWhile(() => move(40));
    const texts = new Set(delivered.map((one) => JSON.stringify(one)));
    expect(texts.size).toBe(40);
    expect(delivered.length).toBeGreaterThan(50);
    expect(delivered.length).toBeLessThan(75);
  });

  it("overtake each other when they are late", async () => {
    await mode({ shuffleMs: 60 });
    const delivered = await deliveredWhile(() => move(30));
    const stages = delivered.map(({ data }) => data["toStageId"]);
    const inOrder = stages.every((stage, index) => stage === stages[index % 2]);
    expect(delivered).toHaveLength(30);
    expect(inOrder).toBe(false);
  });

  it("come without an id, as in Lever's own samples", async () => {
    await mode({ withoutIds: true });
    const [delivery] = await deliveredWhile(() => move(1));
    expect(delivery).not.toHaveProperty("id");
  });

  it("are sent again by hand, or forged: the same token and signature over another content", async () => {
    const [first] = await deliveredWhile(() => move(1));
    const log = z.object({ items: z.array(z.object({ id: z.string() })) });
    const { body } = await lever.control("GET", "/control/deliveries");
    const id = log.parse(body).items.at(-1)?.id ?? "";
    const again = async (sent: object) =>
      await deliveredWhile(
        async () => await lever.control("POST", `/control/deliveries/${id}/again`, sent),
      );
    expect(await again({})).toEqual([first]);
    const data = { opportunityId: "another" };
    expect(await again({ data })).toEqual([{ ...first, data }]);
    expect((await lever.control("POST", "/control/deliveries/none/again", {})).status).toBe(404);
  });

  it("are lost for good while nothing is sent", async () => {
    await mode({ silent: true });
    expect(await deliveredWhile(() => move(2))).toEqual([]);
    await mode({ silent: false });
    expect(await deliveredWhile(() => move(1))).toHaveLength(1);
  });

  it("echo our own writes, or do not; what people do is announced either way", async () => {
    expect((await deliveredWhile(panelOf)).map(({ event }) => event)).toEqual(["interviewCreated"]);
    await mode({ ownEchoes: false });
    let panel = { id: "", start: 0 };
    const silent = await deliveredWhile(async () => {
      panel = await panelOf();
    });
    expect(silent).toEqual([]);
    const start = Temporal.Instant.fromEpochMilliseconds(panel.start).add({ hours: 1 });
    const moved = await deliveredWhile(
      async () =>
        await lever.control("POST", `/control/panels/${panel.id}/move`, {
          start: start.toString(),
        }),
    );
    expect(moved).toMatchObject([{ event: "interviewUpdated", data: { panelId: panel.id } }]);
    const removed = await deliveredWhile(
      async () => await lever.control("POST", `/control/panels/${panel.id}/delete`, {}),
    );
    expect(removed).toMatchObject([{ event: "interviewDeleted", data: { panelId: panel.id } }]);
  });

  it("tell that a candidacy was deleted, and it is gone with all that belonged to it", async () => {
    const id = lever.company.world.opportunities[30]?.id ?? "";
    await lever.ask("POST", `/opportunities/${id}/notes`, { value: "goes with it" });
    const delivered = await deliveredWhile(
      async () => await lever.control("POST", `/control/opportunities/${id}/delete`, {}),
    );
    expect(delivered).toMatchObject([{ event: "candidateDeleted", data: { opportunityId: id } }]);
    expect((await lever.ask("GET", `/opportunities/${id}`)).status).toBe(404);
    expect((await lever.ask("GET", `/opportunities/${id}/notes`)).status).toBe(404);
  });

  it("know no other modes", async () => {
    const answer = await lever.control("POST", "/control/lever", { webhooks: { loud: true } });
    expect(answer.status).toBe(400);
  });
});
