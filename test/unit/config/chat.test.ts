import { describe, expect, it } from "vitest";
import { parseConfig } from "../../../src/config.ts";

const LEVER = { LEVER_API_KEY: "key" };
const WEBHOOK = "https://example.webhook.office.com/workflows/1?sig=hunter2";

describe("Slack and Teams in the configuration", () => {
  it("are a bot's token, and a workflow's address that is a secret", () => {
    const config = parseConfig({
      ...LEVER,
      SLACK_BOT_TOKEN: "xoxb-1",
      TEAMS_WEBHOOK_URL: WEBHOOK,
    });
    expect(config.slack?.apiUrl).toBe("https://slack.com/api/");
    expect(config.slack?.botToken.reveal()).toBe("xoxb-1");
    expect(config.teamsWebhookUrl?.reveal()).toBe(WEBHOOK);
    expect(JSON.stringify(config)).not.toMatch(/xoxb-1|hunter2/);
    expect(parseConfig(LEVER)).toMatchObject({ slack: null, teamsWebhookUrl: null });
  });

  it("are not used beside the sandbox company, and that is said", () => {
    const { slack, warnings } = parseConfig({ SLACK_BOT_TOKEN: "xoxb-1" });
    expect(slack).toBeNull();
    expect(warnings).toEqual([expect.stringMatching(/^SLACK_BOT_TOKEN is not used/)]);
  });

  it.each<[Record<string, string>, string]>([
    [{ SLACK_BOT_TOKEN: "xoxp-1" }, "SLACK_BOT_TOKEN: must be the app's bot token"],
    [{ SLACK_SIGNING_SECRET: "0123456789abcdef" }, "SLACK_BOT_TOKEN: is needed"],
    [{ SLACK_SIGNING_SECRET: "not it" }, "SLACK_SIGNING_SECRET: must be the app's signing secret"],
    [{ SLACK_API_URL: "https://slack.example.com/api" }, "SLACK_BOT_TOKEN: is needed"],
    [{ TEAMS_WEBHOOK_URL: "http://teams.example.com/1" }, "TEAMS_WEBHOOK_URL: must be"],
  ])("are well formed, or a fault: %j", (env, says) => {
    expect(() => parseConfig({ ...LEVER, ...env })).toThrow(says);
  });
});
