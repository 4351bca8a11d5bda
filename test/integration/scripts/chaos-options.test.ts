import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const run = promisify(execFile);

describe.each(["chaos", "all-changes"])("the options of %s", (name) => {
  const program = fileURLToPath(new URL(`../../faults/${name}.ts`, import.meta.url));

  it("are listed by --help, and nothing else happens", async () => {
    const { stdout, stderr } = await run(process.execPath, [program, "--help"]);
    expect(stdout).toMatch(/^Usage: npm run chaos.*\n[^]*--seed <number>/);
    expect(stderr).toBe("");
  });

  it.each([
    ["--nonsense", /unknown option '--nonsense'/],
    ["--seed=1e3", /argument '1e3' is invalid. It must be a whole number/],
  ])("are refused in a line: %s", async (option, words) => {
    await expect(run(process.execPath, [program, option])).rejects.toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(words) as unknown,
    });
  });
});
