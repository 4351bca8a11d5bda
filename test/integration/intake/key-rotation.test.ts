import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parseConfig } from "../../../src/config.ts";
import { createLog } from "../../../src/log.ts";
import { type RunningCompany, startSandboxCompany } from "../../../src/sandbox-company.ts";
import { type Running, start } from "../../../src/start.ts";
import { openApi, problemOf } from "../../support/api.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { deliverAsLever } from "../../support/deliveries.ts";

const ADMIN_TOKEN = "a-token-for-tests-long-enough";

describeEachDatabase("with accounts as in real life, signing keys", (open) => {
  let folder: string;
  let company: RunningCompany;
  let running: Running;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "convene-accounts-"));
    company = await startSandboxCompany({ isUnlimited: true });
    const keyFile = join(folder, "service-account.json");
    await writeFile(keyFile, JSON.stringify(company.googleServiceAccount));
    if (open.kind === "embedded") await open.fill(folder);
    const url = open.kind === "embedded" ? undefined : (await open()).url;
    const config = parseConfig({
      DATA_DIR: folder,
      PORT: "0",
      LOG_LEVEL: "silent",
      ADMIN_TOKEN,
      LEVER_API_KEY: company.leverApiKey,
      LEVER_API_URL: company.leverUrl,
      LEVER_SIGNATURE_TOKENS:
        "candidateStageChange=the-old-key,candidateStageChange=the-new-key,candidateHired=another-key",
      GOOGLE_SERVICE_ACCOUNT_FILE: keyFile,
      GOOGLE_API_URL: company.googleUrl,
      SMTP_URL: company.smtpUrl,
      MAIL_FROM: `Interviews <${company.mailFrom}>`,
      ...(url !== undefined && {
        DATABASE_URL: url,
        ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString("base64")}`,
      }),
    });
    running = await start(config, {
      log: createLog({ level: config.logLevel }),
      roles: { web: true, work: true },
    });
  });
  afterAll(async () => {
    await running.stop();
    await company.close();
    await rm(folder, { recursive: true, force: true });
  });

  const deliver = async (secret: string, event = "candidateStageChange") =>
    await deliverAsLever(running.url, {
      event,
      data: { opportunityId: `signed with ${secret}` },
      triggeredAt: Temporal.Now.instant().epochMilliseconds,
      secret,
    });

  it("old and new are both accepted while they are exchanged", async () => {
    expect(await deliver("the-old-key")).toMatchObject({ status: 200, body: { accepted: true } });
    expect(await deliver("the-new-key")).toMatchObject({ status: 200, body: { accepted: true } });
  });

  it("of one event do not open the door of another", async () => {
    const answer = await deliver("the-old-key", "candidateHired");
    expect([answer.status, problemOf(answer).code]).toEqual([401, "signature_invalid"]);
    expect((await deliver("another-key", "candidateHired")).status).toBe(200);
  });

  it("are needed: an event without one is refused", async () => {
    const answer = await deliver("the-old-key", "contactUpdated");
    expect([answer.status, problemOf(answer).code]).toEqual([401, "signature_invalid"]);
  });

  it("are all that lets anybody in: there is no sandbox here", async () => {
    const api = openApi(running.url, ADMIN_TOKEN);
    expect(await api.status()).toMatchObject({ sandbox: false, sandboxUrl: null });
    expect((await api.send("GET", "/api/sandbox/stages")).status).toBe(404);
    const signIn = await fetch(`${running.url}/api/session`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-convene-csrf": "1" },
      body: "{}",
    });
    expect(signIn.status).toBe(401);
  });
});
