import { describe, expect, it, test } from "vitest";
import { parseConfig } from "../../../src/config.ts";

const KEY = { OPENAI_API_KEY: "sk-a-key-for-tests" };

describe("models in the configuration", () => {
  it("are OpenAI's with a key alone, within usual limits", () => {
    const { model } = parseConfig(KEY);
    expect(model).toMatchObject({
      baseUrl: "https://api.openai.com/v1",
      name: "gpt-5-mini",
      temperature: null,
      api: "chat",
      auth: "bearer",
      apiVersion: null,
      tokensPerRun: 200_000,
      tokensPerDay: 5_000_000,
      prices: {},
      hasPseudonyms: false,
      translatesChat: true,
    });
    expect(model?.apiKey?.reveal()).toBe(KEY.OPENAI_API_KEY);
  });

  it("may be another one, and as warm as is said, for each specialist", () => {
    const { model } = parseConfig({
      ...KEY,
      OPENAI_TEMPERATURE: "0.2",
      OPENAI_MODEL_BRIEFING: "larger",
      OPENAI_TEMPERATURE_CHAT: "0",
    });
    expect(model?.temperature).toBe(0.2);
    expect(model?.own).toMatchObject({ briefing: { model: "larger" }, chat: { temperature: 0 } });
    expect(model?.own.scheduling).toEqual({});
  });

  it("are Azure's with its header, version and prices of one's own", () => {
    const { model } = parseConfig({
      ...KEY,
      OPENAI_BASE_URL: "https://ours.openai.azure.com/openai/v1/",
      OPENAI_MODEL: "our-deployment",
      OPENAI_AUTH: "api-key",
      OPENAI_API_VERSION: "2025-04-01-preview",
      OPENAI_API: "responses",
      MODEL_PRICES: "our-deployment=0.25/0.025/2",
      MODEL_PSEUDONYMS: "on",
      CHAT_TRANSLATION: "off",
    });
    expect(model).toMatchObject({
      baseUrl: "https://ours.openai.azure.com/openai/v1",
      auth: "api-key",
      apiVersion: "2025-04-01-preview",
      api: "responses",
      prices: { "our-deployment": { input: 0.25, cached: 0.025, output: 2 } },
      hasPseudonyms: true,
      translatesChat: false,
    });
  });

  test.each<[Record<string, string>, string]>([
    [{ OPENAI_TEMPERATURE: "2.5" }, "OPENAI_TEMPERATURE: must be from 0 to 2"],
    [{ OPENAI_TEMPERATURE_CHAT: "warm" }, "OPENAI_TEMPERATURE_CHAT: must be from 0 to 2"],
    [{ OPENAI_AUTH: "basic" }, "OPENAI_AUTH: must be one of bearer, api-key"],
    [{ OPENAI_API: "assistants" }, "OPENAI_API: must be one of chat, responses"],
    [{ OPENAI_API_VERSION: "2025-04-01" }, "OPENAI_BASE_URL: is needed with OPENAI_API_VERSION"],
    [{ MODEL_TOKENS_PER_DAY: "10" }, "MODEL_TOKENS_PER_DAY: must be a whole number from 1000"],
    [{ MODEL_PRICES: "cheap" }, "MODEL_PRICES: must be model=input/cached/output"],
    [{ CHAT_TRANSLATION: "yes" }, "CHAT_TRANSLATION: must be on or off"],
    [{ MODEL_PSEUDONYMS: "yes" }, "MODEL_PSEUDONYMS: must be on or off"],
  ])("are well formed, or a fault: %j", (env, says) => {
    expect(() => parseConfig({ ...KEY, ...env })).toThrow(says);
  });

  it("need the key that is to be sent in a header", () => {
    const env = { OPENAI_BASE_URL: "http://localhost:1234/v1", OPENAI_MODEL: "a" };
    expect(() => parseConfig({ ...env, OPENAI_AUTH: "api-key" })).toThrow(
      "OPENAI_API_KEY: is needed",
    );
  });

  it("are told of when nothing would use what is said of them", () => {
    expect(parseConfig({ OPENAI_MODEL_CHAT: "a", MODEL_PSEUDONYMS: "on" }).warnings).toEqual([
      "OPENAI_MODEL_CHAT, MODEL_PSEUDONYMS are not used: set OPENAI_API_KEY or OPENAI_BASE_URL with them.",
    ]);
    expect(parseConfig({ MODEL_BUDGET_MS: "5000" }).warnings).toEqual([]);
  });
});
