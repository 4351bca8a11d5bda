/** A request in which no keyword is: what a model is sent of it, and what may come of its reading. */
import { afterEach, expect, it } from "vitest";
import { PlainRequestItem } from "../../src/http/api/request-schemas.ts";
import { bookedScreen } from "../support/briefs-walk.ts";
import { describeOneDatabase } from "../support/database.ts";
import { openLoopbackServer } from "../support/loopback-server.ts";
import { completion } from "../support/malformed-answers.ts";
import { type Walk, startWalk } from "../support/walk.ts";

describeOneDatabase("postgres", "a request without a keyword", (open) => {
  let walk: Walk;
  afterEach(async () => await walk.close());

  const ask = async (text: string) => {
    const { body } = await walk.api.send("POST", "/api/plain-requests", { text });
    const { id } = PlainRequestItem.parse(body);
    return await walk.waitFor("an answer", async () => {
      const answer = await walk.api.send("GET", `/api/plain-requests/${id}`);
      const item = PlainRequestItem.parse(answer.body);
      const isDone =
        item.answeredAt !== null && (item.handed === null || item.handed.note !== null);
      return isDone && item;
    });
  };

  it("is read by a model where no keyword is in it, and then only asked about", async () => {
    const reading = { request: "", person: null, posting: null, when: null };
    let say: object = {};
    await using server = await openLoopbackServer(() => completion(JSON.stringify(say)));
    const sent = (): string => server.received.map(({ body }) => body).join(" ");
    walk = await startWalk(open, {
      env: { OPENAI_API_KEY: "key", OPENAI_BASE_URL: `${server.url}/v1`, OPENAI_MODEL: "a-model" },
    });
    const booked = await bookedScreen(walk);
    const { name } = booked.payload.candidate;
    const text = `oh dear, ${name} does not come any more`;
    say = { ...reading, request: text, intent: "cancel", candidate: "[candidate 1]" };
    const asked = await ask(text);
    const choices = [{ text: `Cancel ${name}` }];
    expect(asked).toMatchObject({ kind: "asks", handed: null, choices });
    expect(sent()).toContain("oh dear, [candidate 1] does not come any more");
    expect(sent()).not.toContain(name.split(" ")[0]);
    // What tells of health no model sees.
    const before = server.received.length;
    const ill = await ask(`${name} is in hospital and uses a wheelchair`);
    expect(ill).toMatchObject({ kind: "asks", handed: null });
    expect(server.received.length).toBe(before);
    // A name that is not in the request, or an intent that there is not, is no reading.
    const unread = await ask("oh dear, somebody does not come any more");
    expect(unread).toMatchObject({ kind: "asks", choices: [] });
    say = { ...reading, request: text, intent: "reject", candidate: "[candidate 1]" };
    expect(await ask(text)).toMatchObject({ kind: "asks", choices: [] });
    const told = (await walk.api.ledger()).filter(({ type }) => type === "model.asked");
    expect(JSON.stringify(told)).toContain("requests-2");
    expect(JSON.stringify(told)).not.toContain(name);
  });
});
