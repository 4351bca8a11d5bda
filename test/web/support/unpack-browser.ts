/** Unpacks Chromium once, before any test: two workers that unpack it at the same time would each start what the other one still
 * writes, which the system refuses. So would two runs: each unpacks into a folder of its own, which then takes its place whole. */
import { execFile } from "node:child_process";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import packages from "../../../package.json" with { type: "json" };
import { isRunning } from "../../support/throwaway-postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Path of the browser. */
    browser: string;
  }
}

const DRAFT = "convene-chromium-draft-";
/** It knows no other place than the system's folder for what is temporary. */
const UNPACK = `import chromium from "@sparticuz/chromium"; await chromium.executablePath();`;

export const setup = async (project: TestProject): Promise<void> => {
  project.provide("browser", join(await unpacked(), "chromium"));
};

/** The folder with the browser, which stays for the next run. */
const unpacked = async (): Promise<string> => {
  const version = packages.devDependencies["@sparticuz/chromium"];
  const folder = join(tmpdir(), `convene-chromium-${version}`);
  if (await isThere(folder)) return folder;
  await removeLeftovers();
  const draft = join(tmpdir(), `${DRAFT}${process.pid}`);
  try {
    await mkdir(draft);
    await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", UNPACK], {
      cwd: fileURLToPath(new URL(".", import.meta.url)),
      env: { ...process.env, TMPDIR: draft, TEMP: draft, TMP: draft },
    });
    await rename(draft, folder).catch(async (error: unknown) => {
      // Another run was quicker.
      if (!(await isThere(folder))) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
};

/** What runs that were killed had begun to unpack. */
const removeLeftovers = async (): Promise<void> => {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(DRAFT) || isRunning(Number(name.slice(DRAFT.length)))) continue;
    await rm(join(tmpdir(), name), { recursive: true, force: true });
  }
};

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
