import { execFile } from "node:child_process";
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

// A checkout of one package, and an npm that writes down what it is asked and does as its script says.
const FAKE_NPM = `
const { appendFileSync, mkdirSync, symlinkSync, writeFileSync, copyFileSync } = require("node:fs");
const [command] = process.argv.slice(2);
appendFileSync("npm-calls", process.argv.slice(2).join(" ") + "\\n");
const behaviour = require("./behaviour.json");
if (command === "config") { console.log(behaviour.registry); process.exit(0); }
if (behaviour.says) { console.error(behaviour.says); process.exit(1); }
const installNode = () => {
  mkdirSync("node_modules/node/bin", { recursive: true });
  writeFileSync("node_modules/node/package.json", JSON.stringify({ version: process.versions.node }));
  symlinkSync(process.execPath, "node_modules/node/bin/node");
};
if (command === "ci") {
  mkdirSync("node_modules/node", { recursive: true });
  writeFileSync("node_modules/node/package.json", JSON.stringify({ version: process.versions.node }));
  if (!behaviour.skipsScripts) installNode();
  copyFileSync("package-lock.json", "node_modules/.package-lock.json");
}
if (command === "rebuild") installNode();
`;

const FAKE_VITE = `
const { appendFileSync, mkdirSync } = require("node:fs");
appendFileSync("vite-calls", process.argv.slice(2).join(" ") + "\\n");
mkdirSync("web/dist", { recursive: true });
`;

const LOCK = { packages: { "": {}, "node_modules/one": { version: "1.0.0" } } };

let folder: string;

const write = async (path: string, content: unknown): Promise<void> => {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  await writeFile(join(folder, path), text);
};

const callsOf = async (name: string): Promise<string[]> => {
  const text = await readFile(join(folder, `${name}-calls`), "utf8").catch(() => "");
  return text.split("\n").filter((line) => line !== "");
};

const prepare = async (...args: string[]): Promise<{ code: number; says: string }> =>
  await new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(folder, "scripts/prepare.mjs"), ...args],
      { env: { npm_execpath: join(folder, "npm-cli.cjs") }, cwd: tmpdir() },
      (_, stdout, stderr) => {
        resolve({ code: child.exitCode ?? -1, says: `${stdout}${stderr}` });
      },
    );
  });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "convene-prepare-"));
  await mkdir(join(folder, "scripts"));
  await cp(
    join(import.meta.dirname, "../../../scripts/prepare.mjs"),
    join(folder, "scripts/prepare.mjs"),
  );
  await write("npm-cli.cjs", FAKE_NPM);
  await write("behaviour.json", { registry: "https://registry.example.test/" });
  await write("package-lock.json", LOCK);
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("preparing a checkout", () => {
  it("installs from the lockfile on the first run, in one line, and is silent ever after", async () => {
    const first = await prepare();
    expect(first).toEqual({ code: 0, says: expect.stringMatching(/^Installing .*\n$/) });
    expect(await prepare()).toEqual({ code: 0, says: "" });
    expect(await callsOf("npm")).toEqual([expect.stringMatching(/^ci /)]);
  });

  it("installs again when the lockfile names another version, not when it names other platforms", async () => {
    await prepare();
    const optional = { version: "1.0.0", optional: true };
    await write("package-lock.json", {
      packages: { ...LOCK.packages, "node_modules/elsewhere": optional },
    });
    expect((await prepare()).says).toBe("");
    await write("package-lock.json", { packages: { "node_modules/one": { version: "1.0.1" } } });
    expect((await prepare()).says).toMatch(/the lockfile changed/);
    expect(await callsOf("npm")).toHaveLength(2);
  });

  it("installs again after an install that was cut off", async () => {
    await prepare();
    await rm(join(folder, "node_modules/.package-lock.json"));
    await rm(join(folder, "node_modules/node"), { recursive: true });
    expect((await prepare()).says).toMatch(/^Installing/);
  });

  it("fetches the pinned Node when install scripts were skipped", async () => {
    await write("behaviour.json", { skipsScripts: true });
    const { code, says } = await prepare();
    expect(code).toBe(0);
    expect(says).toContain(`Fetching Node ${process.versions.node}`);
    expect((await callsOf("npm")).at(-1)).toMatch(/^rebuild node /);
    expect(await prepare()).toEqual({ code: 0, says: "" });
  });

  it("names the registry, without its password, and what to do, when it cannot be reached", async () => {
    await write("behaviour.json", {
      says: "npm error code ENOTFOUND",
      registry: "https://me:hunter2@registry.example.test/npm/",
    });
    const { code, says } = await prepare();
    expect(code).toBe(1);
    expect(says).toContain("the registry https://registry.example.test/npm/ cannot be reached");
    expect(says).toContain("npm config set registry");
    expect(says).not.toContain("hunter2");
  });

  it("repeats what npm says of any other fault", async () => {
    await write("behaviour.json", { says: "npm error code EUSAGE" });
    expect(await prepare()).toEqual({ code: 1, says: expect.stringMatching(/EUSAGE/) });
  });

  it("says so when the lockfile is damaged", async () => {
    await write("package-lock.json", "{");
    expect(await prepare()).toEqual({
      code: 1,
      says: expect.stringMatching(/restore it from git/),
    });
  });
});

describe("preparing the dashboard", () => {
  beforeEach(async () => {
    await mkdir(join(folder, "web/src"), { recursive: true });
    await write("web/index.html", "<div>");
    await write("web/src/main.tsx", "1");
    await prepare();
    await mkdir(join(folder, "node_modules/vite/bin"), { recursive: true });
    await write("node_modules/vite/bin/vite.js", FAKE_VITE);
  });

  it("builds it only where it is asked for", async () => {
    await prepare();
    expect(await callsOf("vite")).toEqual([]);
  });

  it("builds it once, and again when a source, a shared shape or a package changed", async () => {
    expect((await prepare("--web")).says).toMatch(/^Building the dashboard …\n$/);
    expect(await prepare("--web")).toEqual({ code: 0, says: "" });
    await mkdir(join(folder, "src/http/api"), { recursive: true });
    for (const path of ["web/src/main.tsx", "src/http/api/schemas.ts", "package-lock.json"]) {
      await appendFile(join(folder, path), " ");
      expect((await prepare("--web")).says).toMatch(/^Building/);
    }
    expect(await callsOf("vite")).toHaveLength(4);
  });

  it("says why it cannot be built, and tries again the next time", async () => {
    await write(
      "node_modules/vite/bin/vite.js",
      "console.error('main.tsx:1 fault'); process.exit(1)",
    );
    for (let count = 0; count < 2; count += 1) {
      const { code, says } = await prepare("--web");
      expect(code).toBe(1);
      expect(says).toContain("main.tsx:1 fault");
    }
  });

  it("has nothing to do where there is no dashboard", async () => {
    await rm(join(folder, "web"), { recursive: true });
    expect(await prepare("--web")).toEqual({ code: 0, says: "" });
  });
});
