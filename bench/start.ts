/** From an installed tree to a product that answers, with an empty data folder and with one that is there; and what it
 * holds in memory, with the sandbox company in the same process and without. */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSandboxCompany } from "../src/sandbox-company.ts";
import { type Benchmark, percentile } from "./benchmark.ts";
import { type Program, startProgram } from "./program.ts";

const ROUNDS = 3;
/** A memory that is read at the first moment tells of the start, not of what is kept. */
const WORK = 300;

/** Asks for what a dashboard asks for, so that what is loaded when it is needed is loaded. */
const useIt = async (program: Program, adminToken: string): Promise<void> => {
  const paths = ["/api/status", "/api/cases", "/api/proposals?status=waiting", "/api/events"];
  for (let count = 0; count < WORK; count += 1) {
    const response = await fetch(`${program.url}${paths[count % paths.length]}`, {
      headers: { authorization: `Bearer ${adminToken}` },
    });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${paths[count % paths.length]}: ${response.status}`);
  }
};

const measure = async (env: Record<string, string>): Promise<{ ms: number; mb: number }> => {
  const adminToken = randomBytes(24).toString("hex");
  const program = await startProgram("all", { ...env, ADMIN_TOKEN: adminToken });
  try {
    await useIt(program, adminToken);
    return { ms: program.readyMs, mb: await program.residentMb() };
  } finally {
    await program.stop();
  }
};

/** See `docs/benchmarks.md`. */
export const bench: Benchmark = async () => {
  await using undo = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "convene-bench-"));
  undo.defer(async () => await rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const first: number[] = [];
  const again: number[] = [];
  const withCompany: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const env = { DATA_DIR: join(folder, `data-${round}`) };
    first.push((await measure(env)).ms);
    const second = await measure(env);
    again.push(second.ms);
    withCompany.push(second.mb);
  }
  const company = await startSandboxCompany();
  undo.defer(async () => await company.close());
  const keyFile = join(folder, "google.json");
  await writeFile(keyFile, JSON.stringify(company.googleServiceAccount));
  const aloneEnv = {
    DATA_DIR: join(folder, "data-alone"),
    LEVER_API_URL: company.leverUrl,
    LEVER_API_KEY: company.leverApiKey,
    LEVER_SIGNATURE_TOKENS: `*=${randomBytes(24).toString("hex")}`,
    GOOGLE_API_URL: company.googleUrl,
    GOOGLE_SERVICE_ACCOUNT_FILE: keyFile,
    SMTP_URL: company.smtpUrl,
    MAIL_FROM: `Interviews <${company.mailFrom}>`,
  };
  await measure(aloneEnv);
  const alone = await measure(aloneEnv);
  return {
    firstMs: { value: percentile(first, 0.5), unit: "ms", most: 6_000 },
    againMs: { value: percentile(again, 0.5), unit: "ms", most: 3_000 },
    rssMb: { value: percentile(withCompany, 0.5), unit: "MB", most: 450 },
    rssAloneMb: { value: alone.mb, unit: "MB", most: 250 },
  };
};
