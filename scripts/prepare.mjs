/** Makes a checkout ready to run: packages from the lockfile, the pinned Node, the dashboard when it is stale.
 * Plain JavaScript on built-in modules, because on a fresh clone it runs under whatever Node (20 or newer) the machine
 * has. Silent when nothing is to do. Usage: `node scripts/prepare.mjs [--web]`. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const inRoot = (...parts) => join(root, ...parts);
const isWindows = process.platform === "win32";
const pinnedNode = inRoot("node_modules", "node", "bin", isWindows ? "node.exe" : "node");

const say = (text) => process.stderr.write(`${text}\n`);

const fail = (text) => {
  say(text);
  process.exit(1);
};

const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
};

/** Why the installed packages are not those of the lockfile; undefined when they are. npm keeps a lockfile of what it
 * installed inside node_modules, and writes it last: so an install that was cut off counts as missing. */
const whyInstall = (lockfile) => {
  const installed = readJson(inRoot("node_modules", ".package-lock.json"))?.packages;
  if (installed === undefined) return "first run";
  for (const [path, wanted] of Object.entries(lockfile.packages)) {
    if (path === "") continue;
    const found = installed[path];
    // Packages for other platforms are in the lockfile and not on the disk.
    if (found === undefined && wanted.optional === true) continue;
    if (found === undefined || found.version !== wanted.version) return "the lockfile changed";
  }
  return undefined;
};

// When npm itself started us, its own program is the one to use: PATH may hold another.
const npm = (args) => {
  const script = process.env["npm_execpath"];
  const [command, first] =
    script !== undefined && /npm-cli\.c?js$/.test(script)
      ? [process.execPath, [script]]
      : ["npm", []];
  // Install scripts of packages run with our own environment; a `NODE_ENV=production` would leave out the tools.
  return spawnSync(command, [...first, ...args], {
    cwd: root,
    encoding: "utf8",
    shell: isWindows && first.length === 0,
    env: { ...process.env, NODE_ENV: "development" },
    maxBuffer: 64 * 1024 * 1024,
  });
};

const QUIET = ["--no-audit", "--no-fund", "--loglevel=error", "--no-progress"];
const OFFLINE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network/i;

const withoutCredentials = (address) => {
  try {
    const url = new URL(address);
    return `the registry ${url.protocol}//${url.host}${url.pathname}`;
  } catch {
    // npm does not show an address that holds a password.
    return "the npm registry";
  }
};

const explainNpm = (result, doing) => {
  const text = `${result.stderr ?? ""}${result.stdout ?? ""}`.trim();
  if (result.error !== undefined) {
    return `Could not ${doing}: npm was not found on PATH. Install Node 20 or newer with npm, then run the command again.`;
  }
  if (OFFLINE.test(text)) {
    const registry = withoutCredentials(npm(["config", "get", "registry"]).stdout?.trim() ?? "");
    return [
      `Could not ${doing}: ${registry} cannot be reached.`,
      "Check the network, or a proxy (npm config set proxy …), or name another registry",
      "(npm config set registry …), then run the command again. Nothing else is needed: it goes on from here.",
    ].join("\n");
  }
  return `Could not ${doing}. npm says:\n${text}`;
};

const installPackages = () => {
  const lockfile = readJson(inRoot("package-lock.json"));
  if (lockfile === undefined) fail("package-lock.json is missing or damaged: restore it from git.");
  const reason = whyInstall(lockfile);
  if (reason === undefined) return;
  say(`Installing packages (${reason}); this takes a minute …`);
  const result = npm(["ci", "--include=dev", "--include=optional", ...QUIET]);
  if (result.status !== 0) fail(explainNpm(result, "install the packages"));
};

const pinnedVersion = () => readJson(inRoot("node_modules", "node", "package.json"))?.version;

const nodeRuns = () => {
  if (!existsSync(pinnedNode)) return false;
  const result = spawnSync(pinnedNode, ["--version"], { encoding: "utf8" });
  return result.stdout?.trim() === `v${pinnedVersion()}`;
};

/** The `node` package fetches the binary for this platform in an install script, which a setting may have skipped. */
const ensurePinnedNode = () => {
  if (nodeRuns()) return;
  say(`Fetching Node ${pinnedVersion()} …`);
  const result = npm(["rebuild", "node", "--no-ignore-scripts", ...QUIET]);
  if (result.status !== 0) fail(explainNpm(result, `fetch Node ${pinnedVersion()}`));
  if (!nodeRuns()) {
    fail(
      `Node ${pinnedVersion()} was installed but does not run on ${process.platform} ${process.arch}. ` +
        "Install that version of Node yourself and put it first on PATH.",
    );
  }
};

/** @type {(folder: string) => string[]} */
const sourceFiles = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      if (entry.name === "dist" || entry.name === "node_modules") return [];
      const path = join(folder, entry.name);
      return entry.isDirectory() ? sourceFiles(path) : [path];
    })
    .toSorted();

/** Digest of all that the dashboard is built from. Contents, not times: git gives files new times. */
const dashboardDigest = () => {
  const hash = createHash("sha256");
  const shared = [inRoot("src", "domain"), inRoot("src", "http", "api")].filter(existsSync);
  const files = [inRoot("web"), ...shared].flatMap(sourceFiles);
  for (const path of [inRoot("package-lock.json"), ...files]) {
    hash.update(relative(root, path)).update("\0").update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
};

const buildDashboard = () => {
  if (!existsSync(inRoot("web", "index.html"))) return;
  const stamp = inRoot("web", "dist", ".built-from");
  const digest = dashboardDigest();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return;
  say("Building the dashboard …");
  const vite = inRoot("node_modules", "vite", "bin", "vite.js");
  const result = spawnSync(pinnedNode, [vite, "build", "web", "--logLevel", "error"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (result.status !== 0) {
    fail(`Could not build the dashboard:\n${`${result.stderr}${result.stdout}`.trim()}`);
  }
  writeFileSync(stamp, digest);
};

/** `npm start` begins with `exec`, so that no shell stands between npm and the program: a shell passes no signal on. That of
 * Windows has no such word: it gets a command that runs its arguments. */
const ensureExec = () => {
  if (isWindows) writeFileSync(inRoot("node_modules", ".bin", "exec.cmd"), "@%*\r\n");
};

installPackages();
ensurePinnedNode();
ensureExec();
if (process.argv.includes("--web")) buildDashboard();
