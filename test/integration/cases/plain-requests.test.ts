/** Requests in plain words as they are kept: sealed, once, moved to the key of whom they are about, and forgotten whole. */
import { expect, it } from "vitest";
import {
  findReply,
  forgetRequests,
  getRequest,
  keyOfRequests,
  listRequestsOf,
  openRequest,
  setReplied,
  settleRequest,
  storeRequest,
} from "../../../src/cases/plain-requests.ts";
import { viewRequest } from "../../../src/cases/view-request.ts";
import { keysOf } from "../../../src/domain/known-person.ts";
import { ContactId } from "../../../src/domain/ids.ts";
import { inWords } from "../../../src/requests/answer.ts";
import { aBooking } from "../../support/booking.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { openDesk } from "../../support/waiting-proposal.ts";

const NEW = {
  text: "cancel Ada Lovelace",
  by: { name: "Ines Fujita" },
  via: "dashboard",
  mayPropose: true,
  caseId: null,
  zone: "Europe/Lisbon",
} as const;

describeEachDatabase("a request in plain words, as it is kept", (open) => {
  it("is sealed, goes with whom it is about, and is forgotten whole", async () => {
    const database = await open();
    await using desk = await openDesk(database);
    const { deps } = desk;
    const store = async (more: { once?: string } = {}): Promise<string> =>
      await database.transaction(async (tx) => await storeRequest(tx, { ...NEW, ...more }, deps));
    const countTexts = async (candidate: string): Promise<number> =>
      (await database.query("select from texts where candidate = $1", [candidate])).length;

    const [first, again] = [await store({ once: "a" }), await store({ once: "a" })];
    expect(again).toBe(first);
    const asked = await getRequest(database, first);
    if (!asked) throw new Error("it is not there");
    const rows = await database.query<{ row: string }>(
      `select to_jsonb(one)::text as row from plain_requests one
       union all select to_jsonb(one)::text from inbox one union all select to_jsonb(one)::text from texts one`,
    );
    expect(rows.filter(({ row }) => row.includes("Lovelace"))).toEqual([]);
    expect((await openRequest(database, asked, deps.texts)).text).toBe(NEW.text);

    const ada = ContactId.parse("ada");
    const settled = {
      answer: inWords("proposes", ["It is proposed."]),
      intent: "cancel",
      caseId: "case_1",
      kept: { candidate: ada, text: NEW.text },
      handedEventId: null,
    };
    await database.transaction(
      async (tx) => await settleRequest(tx, { request: asked, settled }, deps),
    );
    expect(await countTexts(keyOfRequests(keysOf(NEW.by)))).toBe(0);
    expect(await countTexts(ada)).toBe(2);
    await database.transaction(async (tx) => await deps.texts.erase(tx, ada));
    const erased = await getRequest(database, first);
    expect(erased && (await openRequest(database, erased, deps.texts))).toEqual({
      text: null,
      answer: null,
    });

    const second = await store();
    const listed = await listRequestsOf(database, { by: NEW.by, limit: 5 });
    expect(listed.map(({ id }) => id)).toEqual([second, first]);
    const older = await listRequestsOf(database, { by: NEW.by, after: listed[0]?.seq, limit: 5 });
    expect(older.map(({ id }) => id)).toEqual([first]);
    await database.transaction(async (tx) => await forgetRequests(tx, [listed[0]?.eventId ?? ""]));
    expect(await countTexts(keyOfRequests(keysOf(NEW.by)))).toBe(0);
  });

  it("is not shown any more once it is about somebody for few eyes", async () => {
    const database = await open();
    await using desk = await openDesk(database);
    const { deps } = desk;
    const { caseId } = await desk.propose(aBooking());
    const view = async () => {
      const asked = await getRequest(database, id);
      if (!asked) throw new Error("it is not there");
      return await viewRequest(asked, deps);
    };
    const id = await database.transaction(async (tx) => await storeRequest(tx, NEW, deps));
    const asked = await getRequest(database, id);
    if (!asked) throw new Error("it is not there");
    const settled = {
      answer: inWords("answer", ["Ada Lovelace is booked."]),
      intent: "status",
      caseId,
      kept: { candidate: ContactId.parse("ada"), text: NEW.text },
      handedEventId: null,
    };
    await database.transaction(
      async (tx) => await settleRequest(tx, { request: asked, settled }, deps),
    );
    expect(JSON.stringify(await view())).toContain("Ada Lovelace is booked.");
    await database.query("update cases set is_confidential = true where id = $1", [caseId]);
    expect(await view()).toMatchObject({
      text: null,
      words: ["The texts of this request are not shown any more."],
    });
    expect(JSON.stringify(await view())).not.toContain("Ada");
  });

  it("is refused to whoever asks without end, and to nobody else", async () => {
    const database = await open();
    await using desk = await openDesk(database);
    const ask = async (by: string): Promise<string> =>
      await database.transaction(
        async (tx) => await storeRequest(tx, { ...NEW, by: { name: by } }, desk.deps),
      );
    for (let asked = 1; asked <= 20; asked += 1) await ask("in a hurry");
    await expect(ask("in a hurry")).rejects.toMatchObject({ code: "rate_limited" });
    expect(await ask("somebody else")).toMatch(/^ask/);
    const atOnce = await Promise.allSettled(
      Array.from({ length: 30 }, async () => await ask("in many windows")),
    );
    expect(atOnce.filter(({ status }) => status === "fulfilled")).toHaveLength(20);
  });

  it("is refused in Slack too, where somebody gets their name later; and the way back is kept until it is gone", async () => {
    const database = await open();
    await using desk = await openDesk(database);
    const { deps } = desk;
    const ask = async (userId: string): Promise<string> => {
      const slack = { userId, responseUrl: `https://hooks.slack.com/commands/${userId}` };
      const more = { by: { name: `slack:${userId}` }, via: "slack", slack } as const;
      return await database.transaction(
        async (tx) => await storeRequest(tx, { ...NEW, ...more }, deps),
      );
    };
    const first = await ask("U1");
    for (let asked = 2; asked <= 20; asked += 1) await ask("U1");
    await database.query(
      "update plain_requests set asked_by = 'Ines Fujita', asked_keys = '{name ines fujita}'",
    );
    await expect(ask("U1")).rejects.toMatchObject({ code: "rate_limited" });
    expect(await ask("U2")).toMatch(/^ask/);

    const reply = await findReply(database, first);
    if (!reply) throw new Error("there is no way back");
    expect(await deps.texts.open(database, reply.urlTextId)).toContain("/commands/U1");
    await setReplied(database, { requestId: first, at: deps.clock.now() });
    expect(await deps.texts.open(database, reply.urlTextId)).toBeNull();
    expect((await findReply(database, first))?.repliedAt).not.toBeNull();
  });
});
