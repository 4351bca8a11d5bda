/** A worker dies without a word while a request of its own is on its way; another one takes over. The company's journal says
 * whether anything was done twice or not at all. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildWorld } from "../../sandbox/worlds/build.ts";
import type { World } from "../../sandbox/worlds/types.ts";
import { parseConfig } from "../../src/config.ts";
import { createLog } from "../../src/log.ts";
import { type RunningCompany, startSandboxCompany } from "../../src/sandbox-company.ts";
import { type Running, start } from "../../src/start.ts";
import { type Api, openApi } from "../support/api.ts";
import { type CompanyEyes, openCompanyEyes } from "../support/company-eyes.ts";
import { describePostgres } from "../support/database.ts";
import { type FaultyDoor, openFaultyDoor } from "../support/faulty-door.ts";
import { openWaitFor } from "../support/wait-for.ts";
import { ADMIN_TOKEN, ordinaryCandidates } from "../support/walk.ts";

const PROGRAM = new URL("../../src/cli.ts", import.meta.url).pathname;
/** The promise: a case goes on within 20 s. */
const WITHIN_MS = 20_000;
const SECRET = "a signing token of the test";

describePostgres("a worker that is killed", (open) => {
  let door: FaultyDoor;
  let company: RunningCompany;
  let eyes: CompanyEyes;
  let web: Running;
  let api: Api;
  let env: Record<string, string>;
  let folder: string;
  let worker: ChildProcess;
  let wait: Awaited<ReturnType<typeof openWaitFor>>;
  let world: World;
  let candidates: string[];

  const startWorker = (): ChildProcess =>
    spawn(process.execPath, [PROGRAM, "work"], { env, stdio: "ignore" });
  const kill = async (child: ChildProcess): Promise<void> => {
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "convene-killed-"));
    door = await openFaultyDoor();
    company = await startSandboxCompany({ seed: 1 });
    eyes = openCompanyEyes(company);
    world = buildWorld({ seed: 1, now: company.clock.now() });
    candidates = ordinaryCandidates(world);
    const seen = door.before(company);
    const keyFile = join(folder, "google.json");
    await writeFile(keyFile, JSON.stringify(company.googleServiceAccount));
    const database = await open();
    env = {
      PATH: process.env["PATH"] ?? "",
      DATABASE_URL: database.url ?? "",
      ENCRYPTION_KEYS: `k1:${randomBytes(32).toString("base64")}`,
      ADMIN_TOKEN,
      PORT: "0",
      LOG_LEVEL: "silent",
      COMPANY_NAME: company.name,
      COMPANY_TIME_ZONE: company.zone,
      LEVER_API_URL: seen.leverUrl,
      LEVER_API_KEY: company.leverApiKey,
      LEVER_SIGNATURE_TOKENS: `*=${SECRET}`,
      GOOGLE_API_URL: seen.googleUrl,
      GOOGLE_SERVICE_ACCOUNT_FILE: keyFile,
      SMTP_URL: company.smtpUrl,
      MAIL_FROM: `Interviews at ${company.name} <${company.mailFrom}>`,
    };
    web = await start(parseConfig(env), {
      log: createLog({ level: "silent" }),
      roles: { web: true, work: false },
    });
    api = openApi(web.url, ADMIN_TOKEN);
    wait = await openWaitFor(web.deps.database, WITHIN_MS);
    const address = `${web.url}/webhooks/lever/candidateStageChange`;
    await company.registerWebhook("candidateStageChange", address, SECRET);
    worker = startWorker();
  });
  afterAll(async () => {
    await kill(worker);
    await wait.close();
    await web.stop();
    await company.close();
    await door[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  it.each([
    ["after Google made the event, before it heard so", "hang", /^POST \/google\/.*\/events$/],
    ["before Google had heard of the event", "swallow", /^POST \/google\/.*\/events$/],
    ["after Lever entered the panel, before it heard so", "hang", /^POST \/lever\/.*\/panels$/],
    ["after Lever kept the note, before it heard so", "hang", /^POST \/lever\/.*\/notes$/],
  ] as const)(
    "%s leaves one booking, neither doubled nor lost",
    async (_, fault, pattern) => {
      const opportunityId = candidates.shift() ?? "";
      await company.controls.moveStage(opportunityId, world.cast.stages.phoneScreen);
      const proposal = await wait.until("a proposal", async () =>
        (await api.caseOf(opportunityId))?.proposals.find(({ status }) => status === "waiting"),
      );
      const before = (await eyes.journal()).length;
      const met = new Promise<void>((resolve) => {
        door.onFault(() => resolve());
      });
      door.fail(pattern, fault);
      await api.approve(proposal);
      await met;
      await kill(worker);
      worker = startWorker();
      const done = await wait.until("the booking", async () => {
        const present = await api.proposal(proposal.id);
        return present.status === "done" && present;
      });
      const kinds = (await eyes.journal()).slice(before).map(({ kind }) => kind);
      expect(kinds.toSorted()).toEqual([
        "event.inserted",
        "mail.received",
        "note.created",
        "panel.created",
      ]);
      expect(done.effects.map(({ status }) => status)).toEqual(Array(5).fill("done"));
      expect((await api.verifyLedger()).ok).toBe(true);
    },
    60_000,
  );
});
