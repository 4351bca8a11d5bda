import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { sign } from "../../../sandbox/lever/webhooks.ts";
import { type CompanyLever, openCompanyLever } from "../../support/company-lever.ts";
import { Webhook, one } from "../../support/lever-schemas.ts";
import { type LoopbackServer, openLoopbackServer } from "../../support/loopback-server.ts";

const Delivered = z.strictObject({
  id: z.string().optional(),
  event: z.string(),
  triggeredAt: z.int(),
  token: z.string().regex(/^[0-9a-f]{48}$/),
  signature: z.string().regex(/^[0-9a-f]{64}$/),
  data: z.record(z.string(), z.unknown()),
});
const Log = z.object({
  items: z.array(
    z.object({
      event: z.string(),
      done: z.boolean(),
      attempts: z.array(z.object({ status: z.int().nullable() })),
    }),
  ),
});

const signatureOf = (key: string, { token, triggeredAt }: z.infer<typeof Delivered>): string =>
  createHmac("sha256", Buffer.from(key, "utf8")).update(`${token}${triggeredAt}`).digest("hex");

let lever: CompanyLever;
let receiver: LoopbackServer;
beforeAll(async () => {
  lever = await openCompanyLever();
  receiver = await openLoopbackServer(() => ({}));
});
afterAll(async () => {
  await lever[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
});

const register = async (sent: object) => {
  const answer = await lever.ask("POST", "/webhooks", sent);
  expect(answer.status).toBe(201);
  return one(Webhook).parse(answer.body).data;
};

/** What was delivered to a path while something was done. */
const deliveredTo = async (path: string, act: () => unknown) => {
  const before = receiver.received.length;
  await act();
  await lever.company.lever.webhooks.idle();
  return receiver.received
    .slice(before)
    .filter((request) => request.path === path)
    .map(({ body }) => Delivered.parse(JSON.parse(body)));
};

it("signs token and time with the text of the key, as the test vector says", () => {
  const key = "4b1d7e90c2a65f38d0e94b7a1c6f25e8937d0b4ac5e1f682";
  const token = "9e07c4b85a1f63d2e8b04c7f16a95d3082fb6e41c7d9a058";
  expect(sign(token, 1_786_000_000_000, key)).toBe(
    "233e7bbd843d4deb34582cac20a71f372bd5afb5b5ca634427c7e3c44be06e53",
  );
});

describe("a webhook", () => {
  it("tells its signing token once, on create", async () => {
    const url = `${receiver.url}/once`;
    const made = await register({ url, event: "contactCreated" });
    expect(made.configuration).toEqual({ signatureToken: expect.stringMatching(/^[0-9a-f]{48}$/) });
    const { body } = await lever.ask("GET", "/webhooks");
    const { data } = z.strictObject({ data: z.array(Webhook) }).parse(body);
    expect(data.find(({ id }) => id === made.id)).toEqual({ ...made, configuration: {} });
  });

  it("with conditions gets all origins when none are named", async () => {
    const { configuration } = await register({
      url: `${receiver.url}/conditions`,
      event: "candidateHired",
    });
    expect(configuration.conditions?.origins).toHaveLength(6);
  });

  it("created twice is there twice", async () => {
    const sent = { url: `${receiver.url}/twice`, event: "candidateDeleted" };
    expect((await register(sent)).id).not.toBe((await register(sent)).id);
  });

  it.each([
    [{ event: "candidateStageChange" }, "/url"],
    [{ url: "not an address", event: "candidateStageChange" }, "/url"],
    [{ url: "http://127.0.0.1:1/x" }, "/event"],
    [{ url: "http://127.0.0.1:1/x", event: "stage_change" }, "/event"],
    [{ url: "http://127.0.0.1:1/x", event: "toString" }, "/event"],
  ])("is not made of %j", async (sent, pointer) => {
    const answer = await lever.ask("POST", "/webhooks", sent);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ message: expect.stringContaining(pointer) });
  });

  it("can be moved to another address in bulk, and taken away", async () => {
    const hook = await register({ url: `${receiver.url}/old`, event: "contactUpdated" });
    const data = [{ id: hook.id, url: `${receiver.url}/new` }];
    expect((await lever.ask("PUT", "/webhooks", { data })).status).toBe(200);
    const change = () =>
      lever.company.lever.changeEmail(lever.company.world.cast.ada, "moved@candidates.test");
    expect(await deliveredTo("/new", change)).toHaveLength(1);
    expect((await lever.ask("DELETE", `/webhooks/${hook.id}`)).status).toBe(204);
    expect(await deliveredTo("/new", change)).toEqual([]);
    expect((await lever.ask("DELETE", `/webhooks/${hook.id}`)).status).toBe(404);
    const unknown = [{ id: "nothing", url: `${receiver.url}/new` }];
    expect((await lever.ask("PUT", "/webhooks", { data: unknown })).status).toBe(404);
  });

  it("can be tested: the event's name, no id, no data, signed", async () => {
    let key = "";
    const [test, ...others] = await deliveredTo("/test", async () => {
      const made = await register({
        url: `${receiver.url}/test`,
        event: "interviewUpdated",
        configuration: { verifyConnection: true },
      });
      key = made.configuration.signatureToken ?? "";
    });
    expect(others).toEqual([]);
    expect(test).toMatchObject({ event: "interviewUpdated", data: {} });
    expect(test).not.toHaveProperty("id");
    expect(test?.signature).toBe(test && signatureOf(key, test));
  });
});

describe("a delivery", () => {
  it("of a stage change is a signed POST with ids alone, its token never used again", async () => {
    const made = await register({ url: `${receiver.url}/stage`, event: "candidateStageChange" });
    const key = made.configuration.signatureToken ?? "";
    const { cast } = lever.company.world;
    const { contactId } = lever.opportunity(cast.ada);
    const delivered = await deliveredTo("/stage", () => {
      lever.company.lever.moveStage(cast.ada, cast.stages.phoneScreen);
      lever.company.lever.moveStage(cast.ada, cast.stages.onsite);
    });
    const change = delivered.find(({ data }) => data["toStageId"] === cast.stages.phoneScreen);
    expect(change?.data).toEqual({
      opportunityId: cast.ada,
      candidateId: cast.ada,
      contactId,
      fromStageId: cast.stages.newApplicant,
      toStageId: cast.stages.phoneScreen,
    });
    expect(change?.triggeredAt).toBe(lever.company.clock.now().epochMilliseconds);
    for (const delivery of delivered) {
      expect(delivery.signature).toBe(signatureOf(key, delivery));
    }
    expect(new Set(delivered.map(({ token }) => token)).size).toBe(2);
    const request = receiver.received.find(({ path }) => path === "/stage");
    expect(request).toMatchObject({
      method: "POST",
      headers: { "content-type": "application/json", "user-agent": "Lever-Webhooks" },
    });
    for (const name of Object.keys(request?.headers ?? {})) expect(name).not.toMatch(/signature/i);
  });

  it("goes to every registration of the event, each with its own key, and to no other", async () => {
    const first = await register({ url: `${receiver.url}/a`, event: "candidateArchiveChange" });
    const second = await register({ url: `${receiver.url}/b`, event: "candidateArchiveChange" });
    const { cast, archiveReasons } = lever.company.world;
    const reason = archiveReasons[1]?.id ?? "";
    const before = receiver.received.length;
    const toA = await deliveredTo("/a", () => {
      lever.company.lever.archive(cast.withoutEmail, reason);
    });
    const all = receiver.received.slice(before);
    expect(all.map(({ path }) => path).toSorted()).toEqual(["/a", "/b"]);
    const toB = Delivered.parse(JSON.parse(all.find(({ path }) => path === "/b")?.body ?? ""));
    expect(toB.signature).toBe(signatureOf(second.configuration.signatureToken ?? "", toB));
    const [toFirst] = toA;
    expect(toFirst?.signature).toBe(
      toFirst && signatureOf(first.configuration.signatureToken ?? "", toFirst),
    );
    const archivedAt = lever.company.clock.now().epochMilliseconds;
    expect(toFirst?.data).toMatchObject({ fromArchived: null, toArchived: { reason, archivedAt } });
  });

  it("is sent for a hire only where somebody was hired, of the origins asked for", async () => {
    const { world } = lever.company;
    const [referred, applied] = (["referred", "applied"] as const).map((origin) =>
      world.opportunities.slice(20).find((item) => item.origin === origin && !item.archived),
    );
    await register({
      url: `${receiver.url}/hired`,
      event: "candidateHired",
      configuration: { conditions: { origins: ["referred"] } },
    });
    const delivered = await deliveredTo("/hired", () => {
      for (const item of [referred, applied]) {
        lever.company.lever.archive(item?.id ?? "", world.archiveReasons[1]?.id ?? "");
        lever.company.lever.archive(item?.id ?? "", world.archiveReasons[0]?.id ?? "");
      }
    });
    expect(delivered.map(({ data }) => data["opportunityId"])).toEqual([referred?.id]);
  });

  it("echoes what is written by API: interviews created, updated, deleted", async () => {
    const events = ["interviewCreated", "interviewUpdated", "interviewDeleted"];
    for (const event of events) await register({ url: `${receiver.url}/echo`, event });
    const { cast, people } = lever.company.world;
    const { ownerId, contactId } = lever.opportunity(cast.ada);
    const panels = `/opportunities/${cast.ada}/panels`;
    const by = `perform_as=${ownerId}`;
    const interview = {
      date: lever.company.clock.now().add({ hours: 48 }).epochMilliseconds,
      duration: 30,
      interviewers: [{ id: people[0]?.userId }],
    };
    let panelId = "";
    const delivered = await deliveredTo("/echo", async () => {
      const sent = { timezone: "Europe/Lisbon", interviews: [interview, interview] };
      const { body } = await lever.ask("POST", `${panels}?${by}`, sent);
      const made = z
        .object({
          data: z.object({ id: z.string(), interviews: z.array(z.object({ id: z.string() })) }),
        })
        .parse(body).data;
      panelId = made.id;
      const kept = { ...interview, id: made.interviews[0]?.id };
      await lever.ask("PUT", `${panels}/${panelId}?${by}`, { ...sent, interviews: [kept] });
      await lever.ask("DELETE", `${panels}/${panelId}?${by}`);
    });
    const counted = events.map(
      (event) => delivered.filter((delivery) => delivery.event === event).length,
    );
    expect(counted).toEqual([2, 1, 2]);
    for (const { data } of delivered) {
      expect(data).toMatchObject({ panelId, opportunityId: cast.ada, contactId });
    }
  });
});

describe("a delivery that fails", () => {
  it("is tried five times more with the same message, and then given up", async () => {
    await using failing = await openLoopbackServer(() => ({ status: 500 }));
    await using other = await openCompanyLever({ webhookRetryDelaysMs: [1, 2, 3, 4, 5] });
    await other.control("POST", "/control/webhooks", {
      event: "candidateStageChange",
      url: `${failing.url}/hook`,
      signatureToken: "k".repeat(48),
    });
    const { cast } = other.company.world;
    other.company.lever.moveStage(cast.ada, cast.stages.phoneScreen);
    await other.company.lever.webhooks.idle();
    expect(failing.received).toHaveLength(6);
    expect(new Set(failing.received.map(({ body }) => body)).size).toBe(1);
    const { items } = Log.parse((await other.control("GET", "/control/deliveries")).body);
    expect(items).toMatchObject([{ event: "candidateStageChange", done: false }]);
    expect(items[0]?.attempts.map(({ status }) => status)).toEqual(Array(6).fill(500));
  });

  it.each([
    ["a redirect", { status: 302, headers: { location: "/elsewhere" } }, 302],
    ["a cut connection", "cut", null],
  ] as const)("by %s is tried again, and ends with the first 2xx", async (_, fault, status) => {
    await using receiving = await openLoopbackServer((_request, index) =>
      index === 0 ? fault : { status: 204 },
    );
    await using other = await openCompanyLever({ webhookRetryDelaysMs: [1, 1, 1, 1, 1] });
    const url = `${receiving.url}/hook`;
    await other.ask("POST", "/webhooks", { url, event: "contactUpdated" });
    other.company.lever.changeEmail(other.company.world.cast.ada, null);
    await other.company.lever.webhooks.idle();
    expect(receiving.received.map(({ path }) => path)).toEqual(["/hook", "/hook"]);
    const { items } = Log.parse((await other.control("GET", "/control/deliveries")).body);
    expect(items).toMatchObject([{ done: true, attempts: [{ status }, { status: 204 }] }]);
  });

  it("does not keep the company from closing, between tries or while one hangs", async () => {
    const hanging = createServer(() => undefined).listen(0, "127.0.0.1");
    await once(hanging, "listening");
    const address = hanging.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    const other = await openCompanyLever({ webhookRetryDelaysMs: [3_600_000] });
    const asked = once(hanging, "request");
    const announce = (port: number) =>
      other.ask("POST", "/webhooks", {
        url: `http://127.0.0.1:${port}/hook`,
        event: "contactUpdated",
      });
    await announce(address.port);
    await announce(1);
    other.company.lever.changeEmail(other.company.world.cast.ada, null);
    await asked;
    await other[Symbol.asyncDispose]();
    const [first] = other.company.lever.webhooks.deliveries();
    expect(first).toMatchObject({ done: false, attempts: [{ status: null }] });
    hanging.closeAllConnections();
    hanging.close();
  });

  it("leaves a log that remembers no more than the last thousand", async () => {
    await using other = await openCompanyLever();
    other.company.lever.webhooks.register({
      event: "contactUpdated",
      url: "http://127.0.0.1:1/nobody",
      signatureToken: "k".repeat(48),
    });
    for (let i = 0; i < 1_005; i += 1) {
      other.company.lever.changeEmail(other.company.world.cast.ada, null);
    }
    expect(other.company.lever.webhooks.deliveries()).toHaveLength(1_000);
  });
});
