/** All of it: the checks, then every test. `--whole` has each walk on both databases, each page in all four looks and more of
 * what is tried at random, which takes twice as long (`test/support/extent.ts`). Other arguments go to vitest: `npm test -- test/unit`. The last line is
 * `N passed, N failed`; each part of the check counts as one. */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { CHECKS, runChecks } from "./check.ts";

const Report = z.object({
  success: z.boolean(),
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

interface Counts {
  passed: number;
  failed: number;
}

const WHOLE = "--whole";
/** Where the programs that tests start are bundled (`test/support/bundle-programs.ts`). */
const PROGRAMS = fileURLToPath(new URL("../node_modules/.cache/convene/programs", import.meta.url));

const runVitest = async (reportPath: string): Promise<number | null> => {
  const args = process.argv.slice(2).filter((arg) => arg !== WHOLE);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportPath}`];
  const child = spawn("vitest", ["run", ...reporters, ...args], {
    stdio: "inherit",
    // For the workers and for every process that tests start: what one has compiled need not be compiled again.
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: join(tmpdir(), "convene-compiled"),
      TEST_PROGRAMS: PROGRAMS,
      ...(process.argv.includes(WHOLE) && { TEST_EXTENT: "whole" }),
    },
    shell: process.platform === "win32",
  });
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.on("error", reject);
  child.on("close", resolve);
  return await promise;
};

/** A file that could not be loaded, or whose tests were passed over since what comes before them failed, has no failed test to its
 * name: it counts as one. */
const countReport = (report: z.infer<typeof Report>): Counts => {
  const brokenFiles = report.testResults.filter(
    (file) =>
      file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed"),
  ).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles };
};

const runTests = async (): Promise<Counts> => {
  const folder = await mkdtemp(join(tmpdir(), "convene-test-"));
  try {
    const path = join(folder, "report.json");
    const code = await runVitest(path);
    const text = await readFile(path, "utf8").catch(() => undefined);
    if (text === undefined) return { passed: 0, failed: 1 };
    const counts = countReport(Report.parse(JSON.parse(text)));
    // An error outside any test (a dropped promise, a setup that failed) shows in the exit code alone.
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const checks = await runChecks(CHECKS.map((check) => check.name));
const tests = await runTests();
const failed = checks.failed + tests.failed;
console.log(`\n${checks.passed + tests.passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
