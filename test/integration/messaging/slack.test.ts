/** Slack as effects meet it: one person told once, and what each of Slack's faults means. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { type Company, startCompany } from "../../../sandbox/company.ts";
import { createManualClock } from "../../../src/clock.ts";
import { AppError } from "../../../src/domain/errors.ts";
import { createSlack } from "../../../src/messaging/slack.ts";

let company: Company;
beforeAll(async () => {
  company = await startCompany({ rateLimit: "off" });
});
afterAll(async () => await company.close());

const MESSAGE = {
  title: "No time fits for <!channel>, *Ada*.",
  lines: ["Jonas is busy."],
  links: [{ label: `Without ${"J".repeat(100)}'s buffer`, url: "https://x.test/cases/1?relax=b" }],
};

const connected = (changes: Partial<Parameters<typeof createSlack>[0]> = {}) =>
  createSlack({
    botToken: company.slack.botToken,
    apiUrl: company.slackUrl,
    clock: company.clock,
    ...changes,
  });
const somebody = async (): Promise<string> => {
  const { email } = company.slack.workspace.members[0] ?? { email: "" };
  return (await connected().reader.findPerson(email.toUpperCase())) ?? "";
};
const errorOf = async (asked: Promise<unknown>): Promise<AppError> => {
  const thrown: unknown = await asked.then(
    () => null,
    (error: unknown) => error,
  );
  if (thrown instanceof AppError) return thrown;
  throw new Error("it was not refused");
};

describe("a person in Slack", () => {
  it("is told once, in plain text, and the message is found again by its effect", async () => {
    const { reader, writer } = connected();
    const person = await somebody();
    const sent = await writer.send(person, MESSAGE, "ef_1");
    expect(await reader.findMessage(person, "ef_1")).toEqual(sent);
    expect(await reader.findMessage(person, "ef_2")).toBeNull();
    const message = company.slack.workspace.messages.find(({ ts }) => ts === sent.ts);
    expect(message?.blocks).toMatchObject([
      { type: "section", text: { type: "plain_text", text: MESSAGE.title } },
      { type: "section", text: { type: "plain_text", text: "Jonas is busy." } },
      { type: "actions", elements: [{ type: "button", url: MESSAGE.links[0]?.url }] },
    ]);
    // What a notification shows is markup to Slack.
    expect(message?.text).toBe("No time fits for &lt;!channel&gt;, *Ada*.");
    const labels = JSON.stringify(message?.blocks).match(/Without J+/) ?? [""];
    expect(labels[0].length).toBeLessThanOrEqual(75);
  });

  it.each([
    [{}, true],
    [{ is_restricted: true }, false],
    [{ is_email_confirmed: false }, false],
    [{ team_id: "T0ELSEWHERE" }, false],
  ])("has an address only as a member of the token's own workspace: %j", async (apart, isKnown) => {
    const [member] = company.slack.workspace.members;
    if (!member) throw new Error("nobody is there");
    member.apart = apart;
    const email = await connected().reader.emailOf(member.id);
    member.apart = {};
    expect(email).toBe(isKnown ? member.email : null);
  });

  it("is held against the token's workspace, which is asked for once in a while", async () => {
    const [member] = company.slack.workspace.members;
    if (!member) throw new Error("nobody is there");
    const clock = createManualClock(Temporal.Instant.from("2026-11-23T09:00:00Z"));
    const { reader } = connected({ clock });
    expect(await reader.emailOf(member.id)).toBe(member.email);
    const { team } = company.slack.workspace;
    const { id } = team;
    member.apart = { team_id: id };
    team.id = "T0MOVED";
    clock.advance({ minutes: 9 });
    expect(await reader.emailOf(member.id)).toBe(member.email);
    clock.advance({ minutes: 2 });
    expect(await reader.emailOf(member.id)).toBeNull();
    member.apart = {};
    team.id = id;
  });

  it("is told also what leads nowhere: without a row of buttons, which Slack would refuse", async () => {
    const { writer } = connected();
    const person = await somebody();
    const { ts } = await writer.send(person, { ...MESSAGE, links: [] }, "ef_8");
    const message = company.slack.workspace.messages.find((each) => each.ts === ts);
    expect(message?.blocks).toMatchObject([{ type: "section" }, { type: "section" }]);
    const nowhere = [{ label: "Hand it in", url: "" }];
    const error = await errorOf(writer.send(person, { ...MESSAGE, links: nowhere }, "ef_7"));
    expect(error).toMatchObject({ code: "message_rejected", data: { word: "invalid_blocks" } });
  });

  it("is told all of it, in as many parts as Slack asks for", async () => {
    const { writer } = connected();
    const lines = ["a", "b", "c", "d", "e", "f", "g"].map((letter) => `${letter.repeat(999)}.`);
    const long = `${"x".repeat(2_999)}🎉${"y".repeat(500)}`;
    const sent = await writer.send(
      await somebody(),
      { ...MESSAGE, lines: [...lines, long] },
      "ef_9",
    );
    const message = company.slack.workspace.messages.find(({ ts }) => ts === sent.ts);
    const Sections = z.array(z.object({ text: z.object({ text: z.string() }).optional() }));
    const [, ...parts] = Sections.parse(message?.blocks).flatMap(({ text }) => text?.text ?? []);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(3_000);
    expect(parts.join("").replaceAll("\n", "")).toBe([...lines, long].join(""));
    expect(parts[0]).toBe(lines.slice(0, 2).join("\n"));
  });

  it("who is not there is nobody, and not an error", async () => {
    expect(await connected().reader.findPerson("nobody@example.com")).toBeNull();
  });

  it("is not written to while that is forbidden", async () => {
    const person = await somebody();
    const before = company.slack.workspace.messages.length;
    const { writer } = connected({ mayWrite: async () => await Promise.reject(new Error("no")) });
    await expect(writer.send(person, MESSAGE, "ef_3")).rejects.toThrow("no");
    expect(company.slack.workspace.messages.length).toBe(before);
  });
});

describe("a fault of Slack's", () => {
  let person: string;
  beforeEach(async () => {
    person = await somebody();
  });

  it.each([
    [{ kind: "drop_after", path: "postMessage" }, "outcome_unknown"],
    [{ kind: "malformed", path: "postMessage" }, "outcome_unknown"],
    [{ kind: "status", status: 503, path: "postMessage" }, "outcome_unknown"],
    [{ kind: "status", status: 429, path: "postMessage" }, "message_unavailable"],
    [{ kind: "status", status: 403, path: "postMessage" }, "message_rejected"],
    [{ kind: "drop_before", path: "conversations.open" }, "message_unavailable"],
  ] as const)("is known for what it is: %j", async (fault, code) => {
    company.faults.add({ service: "slack", ...fault });
    const error = await errorOf(connected().writer.send(person, MESSAGE, "ef_4"));
    expect(error.code).toBe(code);
    expect(error.retryable).toBe(code === "message_unavailable");
    expect(`${error.message}${JSON.stringify(error.data)}`).not.toMatch(/xoxb|Ada|x\.test/);
  });

  it("is, with a token that is none, that the app is refused", async () => {
    const { reader } = connected({ botToken: "xoxb-wrong" });
    const error = await errorOf(reader.look());
    expect(error).toMatchObject({ code: "message_rejected", data: { word: "invalid_auth" } });
  });

  it("is, where nobody listens, that nothing was sent", async () => {
    const { writer } = connected({ apiUrl: "http://127.0.0.1:9/api/" });
    expect((await errorOf(writer.send(person, MESSAGE, "ef_5"))).code).toBe("message_unavailable");
  });
});
