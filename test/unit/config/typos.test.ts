import { describe, expect, it } from "vitest";
import { parseConfig } from "../../../src/config.ts";

describe("a variable that is not read", () => {
  it.each([
    ["LEVER_APIKEY", "LEVER_API_KEY"],
    ["LEVR_API_KEY", "LEVER_API_KEY"],
    ["DATABASE_URI", "DATABASE_URL"],
    ["ENCRYPTION_KEY", "ENCRYPTION_KEYS"],
    ["GOOGLE_SERVICE_ACOUNT_FILE", "GOOGLE_SERVICE_ACCOUNT_FILE"],
  ])("is pointed out: %s", (name, meant) => {
    expect(parseConfig({ [name]: "hunter2" }).warnings).toEqual([
      `${name} is not read: did you mean ${meant}?`,
    ]);
  });

  it("is pointed out when its prefix is ours", () => {
    expect(parseConfig({ LEVER_WEBHOOK_SECRET: "x" }).warnings).toEqual([
      expect.stringMatching(/^LEVER_WEBHOOK_SECRET is not read: there is no such variable/),
    ]);
  });

  it("is left alone when it is somebody else's", () => {
    const env = { HOME: "/root", PATH: "/bin", HOSTNAME: "x", GOOGLE_CLOUD_PROJECT: "x" };
    expect(parseConfig(env).warnings).toEqual([]);
  });
});
