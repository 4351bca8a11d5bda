import { request } from "node:http";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CompanyLever, openCompanyLever } from "../support/company-lever.ts";

describe("the sandbox company", () => {
  let lever: CompanyLever;
  beforeAll(async () => {
    lever = await openCompanyLever();
  });
  afterAll(async () => {
    await lever[Symbol.asyncDispose]();
  });

  /** `fetch` would not let a test lie about its host. */
  const ask = async (method: string, headers: Record<string, string>): Promise<number> => {
    const url = new URL("/control/clock", lever.company.url);
    const sent = request(url, { method, headers: { host: url.host, ...headers } });
    sent.end(method === "POST" ? '{"advanceMinutes":1}' : undefined);
    const [response] = (await once(sent, "response")) as [{ statusCode: number; resume(): void }];
    response.resume();
    return response.statusCode;
  };
  const json = { "content-type": "application/json" };

  it("answers this machine, by any of its own names", async () => {
    const { port, origin } = new URL(lever.company.url);
    expect(await ask("GET", {})).toBe(200);
    expect(await ask("GET", { host: `localhost:${port}` })).toBe(200);
    expect(await ask("POST", { ...json, origin })).not.toBe(403);
  });

  it.each<[string, string, Record<string, string>]>([
    ["a name that somebody else leads here", "GET", { host: "rebound.example" }],
    [
      "a page of another site that sends a form",
      "POST",
      { ...json, origin: "http://evil.example" },
    ],
    ["a page that hides where it is from", "POST", { ...json, origin: "null" }],
    [
      "another site, by the browser's own word",
      "POST",
      { ...json, "sec-fetch-site": "cross-site" },
    ],
    ["another port of this machine", "POST", { ...json, "sec-fetch-site": "same-site" }],
  ])("does not answer %s", async (_, method, headers) => {
    expect(await ask(method, headers)).toBe(403);
  });
});
