import { createHmac } from "node:crypto";
import { ErrorCode, LogLevel, WebClient } from "@slack/web-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type Company, startCompany } from "../../../sandbox/company.ts";
import { type LoopbackServer, openLoopbackServer } from "../../support/loopback-server.ts";

let company: Company;
let slack: WebClient;
let app: LoopbackServer;
let email: string;
beforeAll(async () => {
  company = await startCompany({ rateLimit: "off" });
  app = await openLoopbackServer(() => ({}));
  slack = clientWith(company.slack.botToken);
  email = company.world.people[0]?.email ?? "";
});
afterAll(async () => {
  await company.close();
  await app[Symbol.asyncDispose]();
});

/** Slack's own client. */
const clientWith = (token: string) =>
  new WebClient(token, {
    slackApiUrl: company.slackUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
  });

const button = (value: string) => [
  {
    type: "actions" as const,
    block_id: "decide",
    elements: [
      {
        type: "button" as const,
        action_id: "approve",
        value,
        text: { type: "plain_text" as const, text: "Approve" },
      },
    ],
  },
];
/** A fresh message with a button, to somebody directly. */
const posted = async () => {
  const { user } = await slack.users.lookupByEmail({ email });
  const sent = await slack.chat.postMessage({
    channel: user?.id ?? "",
    text: "A proposal waits",
    blocks: button("pr_1"),
    metadata: { event_type: "convene_effect", event_payload: { effect_id: "ef_1" } },
  });
  return { channel: sent.channel ?? "", ts: sent.ts ?? "", sent };
};

describe("the company's Slack, by Slack's own client", () => {
  it("knows whose token it is", async () => {
    expect(await slack.auth.test()).toMatchObject({ ok: true, user: "convene" });
  });

  it("finds a person by address", async () => {
    const { user } = await slack.users.lookupByEmail({ email: email.toUpperCase() });
    expect(user).toMatchObject({
      id: expect.stringMatching(/^U[0-9A-F]{10}$/) as unknown,
      deleted: false,
      tz: company.world.people[0]?.zone,
      profile: { email },
    });
  });

  it("posts to a person, and the message is found again by its metadata", async () => {
    const { channel, ts, sent } = await posted();
    expect(channel).toMatch(/^D/);
    expect(ts).toMatch(/^\d{10}\.\d{6}$/);
    expect(sent.message).toMatchObject({ type: "message", text: "A proposal waits", ts });
    const { messages } = await slack.conversations.history({
      channel,
      include_all_metadata: true,
    });
    expect(messages?.find((one) => one.ts === ts)?.metadata).toEqual({
      event_type: "convene_effect",
      event_payload: { effect_id: "ef_1" },
    });
  });

  it("changes a message, and says that it was changed", async () => {
    const { channel, ts } = await posted();
    await slack.chat.update({ channel, ts, text: "Approved by Ada", blocks: [] });
    const { messages } = await slack.conversations.history({ channel });
    const found = messages?.find((one) => one.ts === ts);
    expect(found).toMatchObject({ text: "Approved by Ada" });
    expect(found?.edited?.ts).toMatch(/^\d{10}\.\d{6}$/);
    expect(found?.blocks).toBeUndefined();
  });

  it("gives no two messages the same time", async () => {
    const many = await Promise.all(Array.from({ length: 20 }, async () => (await posted()).ts));
    expect(new Set(many).size).toBe(20);
  });

  it("makes a second message of a repeated post: there is no idempotency", async () => {
    const before = company.slack.workspace.messages.length;
    await slack.chat.postMessage({ channel: "#recruiting", text: "twice" });
    await slack.chat.postMessage({ channel: "#recruiting", text: "twice" });
    expect(company.slack.workspace.messages.length - before).toBe(2);
    const posts = company.journal.list({ service: "slack", kind: "message.posted" });
    expect(posts.length).toBeGreaterThanOrEqual(2);
  });

  it.each([
    ["an unknown person", "users.lookupByEmail", { email: "nobody@x.test" }, "users_not_found"],
    ["an unknown channel", "chat.postMessage", { channel: "C0", text: "x" }, "channel_not_found"],
    ["no text", "chat.postMessage", { channel: "#recruiting" }, "no_text"],
    [
      "a text that is too long",
      "chat.postMessage",
      { channel: "#recruiting", text: "x".repeat(40_001) },
      "msg_too_long",
    ],
    [
      "a message that is not there",
      "chat.update",
      { channel: "#recruiting", ts: "1.000000", text: "x" },
      "message_not_found",
    ],
    ["an unknown method", "chat.shout", {}, "unknown_method"],
  ])("refuses %s by Slack's own word", async (_, method, fields, word) => {
    await expect(slack.apiCall(method, fields)).rejects.toMatchObject({
      code: ErrorCode.PlatformError,
      data: { ok: false, error: word },
    });
  });

  it("refuses another token", async () => {
    await expect(clientWith("xoxb-other").auth.test()).rejects.toMatchObject({
      data: { error: "invalid_auth" },
    });
  });

  it("says how long to wait when it is asked too often", async () => {
    company.faults.add({ service: "slack", kind: "status", status: 429, retryAfterSeconds: 7 });
    await expect(slack.auth.test()).rejects.toMatchObject({
      code: ErrorCode.RateLimitedError,
      retryAfter: 7,
    });
    expect(await slack.auth.test()).toMatchObject({ ok: true });
  });
});

describe("a click in Slack", () => {
  const Payload = z.looseObject({
    type: z.literal("block_actions"),
    user: z.looseObject({ id: z.string(), team_id: z.string() }),
    channel: z.looseObject({ id: z.string() }),
    container: z.looseObject({ message_ts: z.string(), channel_id: z.string() }),
    message: z.looseObject({ ts: z.string() }),
    actions: z.array(
      z.looseObject({ action_id: z.string(), block_id: z.string(), value: z.string() }),
    ),
  });
  const press = async (fields: object) =>
    await fetch(`${company.url}/control/slack/click`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(fields),
    });

  it("reaches the app as a form, signed over version, time and body", async () => {
    const { channel, ts } = await posted();
    company.slack.setInteractivityUrl(`${app.url}/slack/interactive`);
    const answer = await press({ channel, ts, actionId: "approve", email });
    expect(await answer.json()).toEqual({ status: 200 });
    const [request] = app.received.slice(-1);
    const time = String(request?.headers["x-slack-request-timestamp"]);
    const expected = createHmac("sha256", company.slack.signingSecret)
      .update(`v0:${time}:${request?.body}`)
      .digest("hex");
    expect(request?.headers["x-slack-signature"]).toBe(`v0=${expected}`);
    expect(request?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    const form = new URLSearchParams(request?.body);
    const payload = Payload.parse(JSON.parse(form.get("payload") ?? ""));
    expect(payload.actions).toMatchObject([
      { action_id: "approve", block_id: "decide", value: "pr_1" },
    ]);
    expect(payload.message.ts).toBe(ts);
    const { user } = await slack.users.lookupByEmail({ email });
    expect(payload.user.id).toBe(user?.id);
  });

  it("on a button or by a person that is not there is refused", async () => {
    const { channel, ts } = await posted();
    company.slack.setInteractivityUrl(`${app.url}/slack/interactive`);
    expect((await press({ channel, ts, actionId: "nothing", email })).status).toBe(400);
    const stranger = { channel, ts, actionId: "approve", email: "nobody@x.test" };
    expect((await press(stranger)).status).toBe(400);
  });
});
