import { execFileSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const ROOT = new URL("../../../", import.meta.url).pathname;
const NOT_OURS = new Set(["node_modules", ".git", ".convene", "dist", "report", "coverage"]);
const files = globSync("**/*", {
  cwd: ROOT,
  withFileTypes: true,
  exclude: (entry) => NOT_OURS.has(entry.name),
})
  .filter((entry) => entry.isFile())
  .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const architecture = read("docs/architecture.md");
const documents = files.filter((path) => path === "README.md" || /^docs\/.*\.md$/.test(path));
const folders = new Set(
  files.flatMap((path) =>
    path
      .split("/")
      .slice(0, -1)
      .map((_, n, parts) => parts.slice(0, n + 1).join("/")),
  ),
);

describe("docs/architecture.md", () => {
  it("names every room of the house", () => {
    const rooms = [...folders].filter(
      (path) => /^(?!\.)[^/]+$/.test(path) || /^src\/[^/]+$/.test(path),
    );
    const unnamed = rooms.filter((path) => {
      const name = path.replace("src/", "");
      return !architecture.includes(`${name}/`);
    });
    expect(rooms.length).toBeGreaterThan(25);
    expect(unnamed).toEqual([]);
  });

  it("names no file or folder that is not there", () => {
    const named = [...architecture.matchAll(/`([\w.-]+\/[\w./-]*)`/g)].map(([, path = ""]) => path);
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

describe("README and docs", () => {
  it("link to what is there", () => {
    const links = documents.flatMap((document) =>
      [...read(document).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, target = ""]) =>
        join(dirname(document), target),
      ),
    );
    expect(links.length).toBeGreaterThan(6);
    expect(links.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it("name commands that exist", () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(read("package.json")));
    const help = execFileSync(process.execPath, ["src/cli.ts", "--help"], {
      cwd: ROOT,
      encoding: "utf8",
    });
    const commands = new Set([...help.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = ""]) => name));
    const text = documents.map(read).join("\n");
    const run = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = ""]) => name);
    const convene = [...text.matchAll(/npx convene ([a-z]+)/g)].map(([, name = ""]) => name);
    expect([run.length > 3, convene.length > 5]).toEqual([true, true]);
    expect(run.filter((name) => !(name in scripts))).toEqual([]);
    expect(convene.filter((name) => !commands.has(name))).toEqual([]);
  });

  it("keep the README within 200 lines", () => {
    expect(read("README.md").split("\n").length).toBeLessThanOrEqual(200);
  });
});

it("no source file has more than 400 lines", () => {
  const sources = files.filter((path) => /\.(ts|tsx|mjs)$/.test(path));
  expect(sources.length).toBeGreaterThan(300);
  expect(sources.filter((path) => read(path).split("\n").length > 401)).toEqual([]);
});
