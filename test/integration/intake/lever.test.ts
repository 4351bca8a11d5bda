import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createGroupCommit } from "../../../src/intake/group-commit.ts";
import { checkLever, storeLever } from "../../../src/intake/lever.ts";
import { leverSignature } from "../../../src/lever/webhooks.ts";
import { Secret } from "../../../src/secret.ts";
import { problemOf } from "../../support/api.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { type LeverDelivery, deliverAsLever, post } from "../../support/deliveries.ts";
import { settled, waitingProposal } from "../../support/story.ts";
import { MONDAY, type Walk, startWalk } from "../../support/walk.ts";

describeEachDatabase("a delivery of Lever's webhooks", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open);
  });
  afterAll(async () => {
    await walk.close();
  });

  const now = MONDAY.epochMilliseconds;
  const deliver = async (delivery: Partial<LeverDelivery>) =>
    await deliverAsLever(walk.url, {
      data: { opportunityId: "nobody-has-this-id" },
      triggeredAt: now,
      secret: walk.webhookSecret,
      ...delivery,
    });
  const kept = async (): Promise<number> => {
    const rows = await walk.running.deps.database.query("select id from inbox");
    return rows.length;
  };

  it.each<[string, Partial<LeverDelivery>, number, string]>([
    ["with a forged signature", { signature: "0".repeat(64) }, 401, "signature_invalid"],
    ["signed with another key", { secret: "somebody else's key" }, 401, "signature_invalid"],
    ["without a signature", { signature: null }, 401, "signature_missing"],
    ["that is three days old", { triggeredAt: now - 72 * 3_600_000 }, 401, "signature_stale"],
    ["from an hour ahead", { triggeredAt: now + 3_600_000 }, 401, "signature_stale"],
    ["from beyond the end of time", { triggeredAt: 9e15 }, 400, "input_invalid"],
    ["at an address that every object has", { path: "constructor" }, 400, "event_mismatch"],
    ["with half of a character for an id", { id: "\ud800" }, 400, "input_invalid"],
    ["with U+0000 for an event", { event: "a\0", path: "a" }, 400, "input_invalid"],
    ["at another event's address", { path: "candidateHired" }, 400, "event_mismatch"],
  ])("%s is refused and not kept", async (_, delivery, status, code) => {
    const before = await kept();
    const answer = await deliver(delivery);
    expect([answer.status, problemOf(answer).code]).toEqual([status, code]);
    expect(await kept()).toBe(before);
  });

  it.each([
    ["that is not JSON", "{data:", 400, "input_invalid"],
    ["that is no envelope", '{"event":"candidateStageChange"}', 400, "input_invalid"],
    ["of more than 64 KB", JSON.stringify({ x: "x".repeat(66_000) }), 413, "payload_too_large"],
  ])("%s is refused and not kept", async (_, body, status, code) => {
    const before = await kept();
    const answer = await post(`${walk.url}/webhooks/lever/candidateStageChange`, body);
    expect([answer.status, problemOf(answer).code]).toEqual([status, code]);
    expect(await kept()).toBe(before);
  });

  it("that never ends is refused at the first byte too many, and its connection is closed", async () => {
    const { hostname, port } = new URL(walk.url);
    const socket = connect(Number(port), hostname);
    const received = text(socket);
    socket.write(
      "POST /webhooks/lever/candidateStageChange HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n",
    );
    const chunk = "x".repeat(0x4000);
    for (let n = 0; n < 5; n += 1) socket.write(`4000\r\n${chunk}\r\n`);
    // Nothing more is sent, and nothing says that this was all.
    expect(await received).toMatch(/^HTTP\/1\.1 413 [\s\S]*payload_too_large/);
  });

  it("that is compressed is refused: what is signed is what is sent", async () => {
    const answer = await post(`${walk.url}/webhooks/lever/candidateStageChange`, "{}", {
      "content-encoding": "gzip",
    });
    expect([answer.status, problemOf(answer).code]).toEqual([400, "input_invalid"]);
  });

  it.each(["identity", "Identity", "IDENTITY"])(
    "that is %s, is not compressed",
    async (encoding) => {
      const answer = await post(`${walk.url}/webhooks/lever/candidateStageChange`, "{}", {
        "content-encoding": encoding,
      });
      expect(problemOf(answer).detail).toBe("The body is not a Lever webhook delivery.");
    },
  );

  it("that holds half of a character in an id says that, and not something else", async () => {
    const answer = await deliver({ id: "\ud800" });
    expect(problemOf(answer).faults).toMatchObject([
      { path: "id", message: "holds half of a character" },
    ]);
  });

  it("that only tests the connection is answered well and not kept", async () => {
    const before = await kept();
    const answer = await deliver({ data: {} });
    expect(answer).toMatchObject({ status: 200, body: { accepted: false, test: true } });
    expect(await kept()).toBe(before);
  });

  it("that only tests the connection uses its token up: nothing can be sent with it later", async () => {
    const token = randomUUID();
    await deliver({ data: {}, token });
    const answer = await deliver({ token });
    expect([answer.status, problemOf(answer).code]).toEqual([409, "signature_reused"]);
  });

  it.each([
    ["a number", 5],
    ["nothing", ""],
    ["U+0000", "a\0"],
    ["half of a character", "\udfff"],
  ])("is not lost because another of its ids is %s", async (_, odd) => {
    const opportunityId = randomUUID();
    const answer = await deliver({ data: { opportunityId, fromStageId: odd, panelId: odd } });
    expect(answer.status).toBe(200);
    const event = (await walk.api.events()).find((one) => one.opportunityId === opportunityId);
    expect(event?.seq).toBe(1);
    expect(event?.status).not.toBe("ignored");
  });

  it("of an unknown event is kept, shown and ignored", async () => {
    const answer = await deliver({ event: "candidateWaved", data: { opportunityId: "somebody" } });
    expect(answer.status).toBe(200);
    const { eventId } = answer.body as { eventId: string };
    const event = (await walk.api.events("ignored")).find(({ id }) => id === eventId);
    expect(event).toMatchObject({
      source: "lever",
      kind: "candidateWaved",
      note: "Convene does not use this event",
    });
  });

  it("that comes again is answered as the first, and leads to one run", async () => {
    const opportunityId = walk.nextCandidate();
    await walk.company.controls.moveStage(opportunityId, walk.cast.stages.phoneScreen);
    await waitingProposal(walk, opportunityId);
    const delivery = {
      data: { opportunityId, toStageId: walk.cast.stages.phoneScreen },
      token: randomUUID(),
      id: randomUUID(),
    };
    const first = await deliver(delivery);
    const again = await deliver(delivery);
    const together = await Promise.all([deliver(delivery), deliver(delivery), deliver(delivery)]);
    const { eventId } = first.body as { eventId: string };
    expect(first.body).toEqual({ accepted: true, eventId, duplicate: false });
    for (const answer of [again, ...together]) {
      expect(answer).toMatchObject({ status: 200, body: { eventId, duplicate: true } });
    }
    await settled(walk, opportunityId);
    const case_ = await walk.api.caseOf(opportunityId);
    expect(case_?.runs.filter((run) => run.eventId === eventId)).toHaveLength(1);
    expect(case_?.proposals).toHaveLength(1);
  });

  it("that comes again is not taken for one whose id is like its own", async () => {
    const opportunityId = walk.nextCandidate();
    await walk.company.controls.moveStage(opportunityId, walk.cast.stages.phoneScreen);
    await waitingProposal(walk, opportunityId);
    const [row] = await walk.running.deps.database.query<{ contactId: string }>(
      `select candidate as "contactId" from cases where opportunity_id = $1`,
      [opportunityId],
    );
    const about = { event: "contactUpdated", data: { contactId: row?.contactId ?? "" } };
    const other = await deliver({ ...about, id: "likeXit", token: randomUUID() });
    const one = { ...about, id: "like_it", token: randomUUID() };
    const { eventId } = (await deliver(one)).body as { eventId: string };
    expect(other.body).not.toMatchObject({ eventId });
    expect((await deliver(one)).body).toMatchObject({ eventId, duplicate: true });
  });

  it("with a token that came before with other ids is refused, and the first stays", async () => {
    const token = randomUUID();
    const first = await deliver({ token, data: { opportunityId: "the-first" } });
    const replay = await deliver({ token, data: { opportunityId: "the-second" } });
    expect(first.status).toBe(200);
    expect([replay.status, problemOf(replay).code]).toEqual([409, "signature_reused"]);
    const rows = await walk.running.deps.database.query<{ opportunity_id: string }>(
      "select opportunity_id from inbox where opportunity_id in ('the-first', 'the-second')",
    );
    expect(rows).toEqual([{ opportunity_id: "the-first" }]);
  });

  it("with an id that came before with other ids is refused, whatever its token", async () => {
    const id = randomUUID();
    await deliver({ id, data: { opportunityId: "one" } });
    const other = await deliver({ id, data: { opportunityId: "another" } });
    expect([other.status, problemOf(other).code]).toEqual([409, "signature_reused"]);
    const again = await deliver({ id, data: { opportunityId: "one" } });
    expect(again).toMatchObject({ status: 200, body: { duplicate: true } });
  });

  /** What becomes of deliveries that are stored in one transaction. */
  const together = async (
    ...bodies: (readonly [opportunityId: string, token: string, id?: string])[]
  ): Promise<string[]> => {
    const deps = {
      ...walk.running.deps,
      signatureTokens: { "*": [new Secret(walk.webhookSecret)] },
    };
    const event = "candidateStageChange";
    const checked = bodies.map(([opportunityId, token, id]) => {
      const signature = leverSignature(token, now, walk.webhookSecret);
      const body = { id, event, triggeredAt: now, token, signature, data: { opportunityId } };
      return checkLever({ event, rawBody: Buffer.from(JSON.stringify(body)) }, deps);
    });
    const gate = Promise.withResolvers<void>();
    const store = createGroupCommit<ReturnType<typeof checkLever> | null, unknown>(
      async (group) => {
        // While the first waits, the others come together.
        if (group[0] === null) return [await gate.promise.then(() => "begun")];
        return await storeLever(
          group.filter((one) => one !== null),
          deps,
        );
      },
      { most: 64, atOnce: 1 },
    );
    const begun = store(null);
    const answers = Promise.allSettled(checked.map(async (one) => await store(one)));
    gate.resolve();
    await begun;
    return (await answers).map((one) =>
      one.status === "fulfilled" ? "stored" : String((one.reason as { code?: string }).code),
    );
  };

  it("that is good is not refused for what a bad one of its burst brought first", async () => {
    const [known, id, token] = [randomUUID(), randomUUID(), randomUUID()];
    await deliver({ token: known, data: { opportunityId: "before" } });
    expect(await together(["forged", known, id], ["genuine", token, id])).toEqual([
      "signature_reused",
      "stored",
    ]);
    expect(await deliver({ token, id, data: { opportunityId: "genuine" } })).toMatchObject({
      status: 200,
      body: { duplicate: true },
    });
  });

  it("is refused in a burst only for one that stays", async () => {
    const [token, id] = [randomUUID(), randomUUID()];
    const answers = await together(["one", token], ["two", token, id], ["three", randomUUID(), id]);
    expect(answers).toEqual(["stored", "signature_reused", "stored"]);
  });

  it.each([
    ["without an id", "an-id-of-", undefined],
    ["with another id", "one-id-of-", "another-id-of-"],
    ["with an id after none", undefined, "late-id-of-"],
    ["with a blank id", "id-of-", " "],
    ["with an empty id", "the-id-of-", ""],
  ])("that comes again %s is answered with the event that it made", async (name, one, two) => {
    const of = (id: string | undefined) => (id?.trim() ? id + name : id);
    const delivery = { token: randomUUID(), data: { opportunityId: name } };
    const first = await deliver({ ...delivery, id: of(one) ?? "" });
    const again = await deliver({ ...delivery, id: of(two) ?? "" });
    const { eventId } = first.body as { eventId: string };
    expect(eventId).toMatch(/^ev_/);
    expect(again).toMatchObject({ status: 200, body: { eventId, duplicate: true } });
  });

  it.each(["", "  ", "\u00a0"])("with %j for an id has none, and stands for itself", async (id) => {
    for (const opportunityId of [`one${id}`, `two${id}`]) {
      const answer = await deliver({ id, data: { opportunityId } });
      expect(answer).toMatchObject({ status: 200, body: { duplicate: false } });
    }
  });

  it("about a person without an open case is kept and ignored", async () => {
    const answer = await deliver({ event: "contactUpdated", data: { contactId: "a-stranger" } });
    const { eventId } = answer.body as { eventId: string };
    const event = (await walk.api.events("ignored")).find(({ id }) => id === eventId);
    expect(event?.note).toBe("no open case for this contact");
  });

  it("keeps ids and its time alone: nothing else of the body is written down", async () => {
    const answer = await deliver({
      data: { opportunityId: "somebody", note: "Ada said in confidence", toStageId: "a-stage" },
    });
    const { eventId } = answer.body as { eventId: string };
    const rows = await walk.running.deps.database.query<{ data: unknown }>(
      "select data from inbox where id = $1",
      [eventId],
    );
    const triggeredAt = walk.company.clock.now().toString();
    expect(rows).toEqual([
      { data: { opportunityId: "somebody", toStageId: "a-stage", triggeredAt } },
    ]);
  });

  it("keeps the order of its opportunity: each has the next number", async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, async () => deliver({ data: { opportunityId: "in-a-row" } })),
    );
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    const rows = await walk.running.deps.database.query<{ seq: number }>(
      "select seq from inbox where opportunity_id = 'in-a-row' order by seq",
    );
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});
