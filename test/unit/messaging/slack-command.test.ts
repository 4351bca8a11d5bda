import { describe, expect, test } from "vitest";
import { signSlack } from "../../../sandbox/slack/signed.ts";
import {
  checkSlackSignature,
  isSlackReplyUrl,
  slackAnswer,
  typedInSlack,
} from "../../../src/messaging/slack-command.ts";

const secret = "8f742231b10e8888abcd99yyyzzz85a5";
const now = Temporal.Instant.from("2026-11-25T10:00:00Z");
const body = "command=%2Fconvene&text=status";
const at = (seconds: number): string => String(now.epochMilliseconds / 1000 + seconds);
const check = (timestamp: string, signature: string, raw = body): void =>
  checkSlackSignature({ rawBody: Buffer.from(raw), timestamp, signature }, { secret, now });

describe("Slack's signature", () => {
  test("of its own documentation is taken", () => {
    const timestamp = "1531420618";
    const raw =
      "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    const signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    expect(() =>
      checkSlackSignature(
        { rawBody: Buffer.from(raw), timestamp, signature },
        { secret, now: Temporal.Instant.fromEpochMilliseconds(1_531_420_618_000) },
      ),
    ).not.toThrow();
  });

  test.each([0, 299, -299])("of %i seconds away is taken", (seconds) => {
    const timestamp = at(seconds);
    expect(() =>
      check(timestamp, signSlack({ body, timestamp, signingSecret: secret })),
    ).not.toThrow();
  });

  test.each([
    ["too old", at(-301), body, secret],
    ["of the future", at(301), body, secret],
    ["of another body", at(0), `${body}&x=1`, secret],
    ["with another secret", at(0), body, "another"],
    ["without a time", "now", body, secret],
  ])("%s is refused", (_, timestamp, signed, signingSecret) => {
    expect(() => check(timestamp, signSlack({ body: signed, timestamp, signingSecret }))).toThrow(
      "not signed by Slack",
    );
  });

  test("that is none is refused", () => {
    expect(() => check(at(0), "")).toThrow("not signed by Slack");
  });
});

test("a command is read as it was typed", () => {
  expect(typedInSlack("&gt; a &lt;b&gt; &amp; c &amp;gt; d")).toBe("> a <b> & c &gt; d");
});

describe("an answer", () => {
  test.each([
    ["https://hooks.slack.com/commands/T1/1/x", true],
    ["https://hooks.slack.com.evil.example/commands", false],
    ["http://hooks.slack.com/commands", false],
    ["https://user@hooks.slack.com/commands", false],
    ["http://169.254.169.254/latest", false],
    ["not an address", false],
  ])("goes to Slack's own host alone: %s", (url, isAllowed) => {
    expect(isSlackReplyUrl(url, "https://slack.com/api/")).toBe(isAllowed);
  });

  test("is plain text, whatever a name holds", () => {
    const { blocks, text } = slackAnswer(
      {
        words: ["<!channel> *Ada* <http://x|y>"],
        items: [{ subject: "Ada", what: "waits", path: null }],
        links: [{ label: "Open the case", path: "/cases/1" }],
        choices: [{ label: "Ada", text: "status of Ada" }],
      },
      "https://convene.example",
    );
    expect(text).not.toMatch(/[<>]/);
    expect(blocks[0]).toMatchObject({ text: { type: "plain_text" } });
    expect(JSON.stringify(blocks)).toContain("/convene status of Ada");
    expect(JSON.stringify(blocks)).toContain("https://convene.example/cases/1");
  });
});
