/** `convene doctor` in a company that lives partly in Microsoft 365: each calendar service says how it is by itself. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Company, startCompany } from "../../../sandbox/company.ts";
import { type Outcome, runConvene } from "../../support/convene.ts";
import { type LoopbackServer, openLoopbackServer } from "../../support/loopback-server.ts";

let company: Company;
let lever: LoopbackServer;
let folder: string;

beforeAll(async () => {
  company = await startCompany({ microsoft: true });
  lever = await openLoopbackServer(() => ({ body: { data: [] } }));
  folder = await mkdtemp(join(tmpdir(), "convene-doctor-"));
  await writeFile(join(folder, "google.json"), JSON.stringify(company.googleServiceAccount));
});
afterAll(async () => {
  await company.close();
  await lever[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const doctor = async (env: Record<string, string> = {}): Promise<Outcome> =>
  await runConvene(["doctor"], {
    PATH: process.env["PATH"],
    DATA_DIR: folder,
    LEVER_API_KEY: "a key",
    LEVER_API_URL: lever.url,
    GOOGLE_SERVICE_ACCOUNT_FILE: join(folder, "google.json"),
    GOOGLE_API_URL: company.googleUrl,
    MICROSOFT_TENANT_ID: company.microsoftApplication.tenantId,
    MICROSOFT_CLIENT_ID: company.microsoftApplication.clientId,
    MICROSOFT_CLIENT_SECRET: company.microsoftApplication.clientSecret,
    MICROSOFT_GRAPH_URL: company.microsoftGraphUrl,
    MICROSOFT_LOGIN_URL: company.microsoftLoginUrl,
    ...env,
  });

it("says of both services how many of the plans' people live there", async () => {
  const { code, out } = await doctor();
  expect(out).toMatch(/^ok {7}calendar: Google Calendar: [1-9]\d* of \d+ people .*not there/m);
  expect(out).toMatch(/^ok {7}calendar: Microsoft 365: [1-9]\d* of \d+ people .*not there/m);
  expect(code).toBe(0);
});

it("warns that anybody may read the figures where the address is public and no token is set", async () => {
  const PUBLIC_URL = "https://convene.example.com";
  expect((await doctor({ PUBLIC_URL })).out).toMatch(/^warning {2}METRICS_TOKEN is not set/m);
  const { out } = await doctor({ PUBLIC_URL, METRICS_TOKEN: "a-token-of-some-length" });
  expect(out).not.toContain("METRICS_TOKEN");
  expect(out).not.toContain("a-token-of-some-length");
});

it("does not let the one hide that the other cannot be read", async () => {
  const { code, out } = await doctor({ MICROSOFT_CLIENT_SECRET: "another" });
  expect(out).toMatch(/^ok {7}calendar: Google Calendar: /m);
  expect(out).toMatch(/^FAULT {4}calendar: Microsoft 365: 0 of (\d+) people .*; \1 denied\./m);
  expect(code).toBe(1);
});
