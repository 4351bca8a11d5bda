import { describe, expect, it } from "vitest";
import { parseConfig } from "../../../src/config.ts";

const APP = { ZOOM_ACCOUNT_ID: "account", ZOOM_CLIENT_ID: "app", ZOOM_CLIENT_SECRET: "secret" };

describe("Zoom in the configuration", () => {
  it("is an app of an account, at Zoom's own addresses unless others are given", () => {
    const { zoom, warnings } = parseConfig({ LEVER_API_KEY: "key", ...APP });
    expect(zoom).toMatchObject({
      accountId: "account",
      clientId: "app",
      apiUrl: "https://api.zoom.us/v2",
      loginUrl: "https://zoom.us",
    });
    expect(zoom?.clientSecret.reveal()).toBe("secret");
    expect(warnings).toEqual([]);
    const elsewhere = { ZOOM_API_URL: "https://api.zoomgov.com/v2/" };
    expect(parseConfig({ LEVER_API_KEY: "key", ...APP, ...elsewhere }).zoom?.apiUrl).toBe(
      "https://api.zoomgov.com/v2",
    );
  });

  it("is not used beside the sandbox company, and that is said", () => {
    const { zoom, warnings } = parseConfig(APP);
    expect(zoom).toBeNull();
    expect(warnings).toEqual([expect.stringMatching(/^ZOOM_CLIENT_ID is not used/)]);
  });

  it.each<[Record<string, string>, string]>([
    [{ ZOOM_CLIENT_ID: "app" }, "ZOOM_ACCOUNT_ID, ZOOM_CLIENT_SECRET: missing"],
    [
      { ZOOM_API_URL: "https://zoom.example.com/v2" },
      "ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET: missing",
    ],
    [{ ...APP, ZOOM_ACCOUNT_ID: "a b" }, "ZOOM_ACCOUNT_ID: must be the id"],
    [{ ...APP, ZOOM_API_URL: "http://zoom.example.com/v2" }, "ZOOM_API_URL: must be an https"],
  ])("is whole and well formed, or a fault: %j", (env, says) => {
    expect(() => parseConfig(env)).toThrow(says);
  });
});
