/** The files for containers, which no test here can run, name what is really there. */
import { execFile } from "node:child_process";
import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { Environment } from "../../../src/config/environment.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const run = promisify(execFile);
const read = async (name: string): Promise<string> =>
  await readFile(new URL(`../../../${name}`, import.meta.url), "utf8");

const Service = z.looseObject({
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.unknown()).optional(),
  build: z.string().optional(),
  volumes: z.array(z.string()).default([]),
});
const services = async () =>
  z
    .object({ services: z.record(z.string(), Service) })
    .parse(parse(await read("compose.yaml"), { merge: true })).services;

it("compose.yaml starts commands that exist, with variables that exist", async () => {
  const cli = await read("src/cli.ts");
  const ours = Object.entries(await services()).filter(([, service]) => service.build === ".");
  expect(ours.map(([name]) => name)).toEqual(["web", "worker"]);
  for (const [, { command = [], environment = {} }] of ours) {
    expect(cli).toContain(`roles("${command[0]}"`);
    for (const name of Object.keys(environment))
      expect(Object.keys(Environment.shape)).toContain(name);
  }
});

it("the image has the Node that the project pins, and starts a file that is there", async () => {
  const dockerfile = await read("Dockerfile");
  const pinned = z
    .object({ devDependencies: z.object({ node: z.string() }) })
    .parse(JSON.parse(await read("package.json"))).devDependencies.node;
  const images = [...dockerfile.matchAll(/^FROM node:(\d+)-/gm)].map(([, major]) => major);
  expect(new Set(images)).toEqual(new Set([pinned.split(".")[0]]));
  const program = z.array(z.string()).parse(JSON.parse(lastOf(dockerfile, "ENTRYPOINT")));
  const usual = z.array(z.string()).parse(JSON.parse(lastOf(dockerfile, "CMD")));
  expect(program[0]).toBe("node");
  const { scripts } = z
    .object({ scripts: z.object({ start: z.string() }) })
    .parse(JSON.parse(await read("package.json")));
  const words = scripts.start.split(" ");
  const flags = words.filter((word) => word.startsWith("--") && word !== "--keep-alive");
  expect(words).toEqual(["exec", "node", ...flags, ...program.slice(1), "all", "--keep-alive"]);
  // The image's own words on them, and the other way to start the program.
  for (const file of ["Dockerfile", "bin/convene.mjs"]) {
    for (const flag of flags) expect(await read(file)).toContain(flag);
  }
  for (const role of new Set([...usual, "serve", "work", "all"])) {
    const help = await run(process.execPath, [...program.slice(1), role, "--help"], { cwd: ROOT });
    expect(help.stdout).toContain(`Usage: convene ${role}`);
  }
});

it("the image has every package that the product and its sandbox company import", async () => {
  const { dependencies } = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(await read("package.json")));
  const files = globSync("{src,sandbox}/**/*.ts", { cwd: ROOT });
  const sources = await Promise.all(files.map(read));
  // What is imported as a type alone is not there any more when it runs.
  const imported = sources.flatMap((source) =>
    [
      ...source
        .replaceAll(/import type [^;]*;/g, "")
        .matchAll(/(?:from|import\() ?"((?:@[\w.-]+\/)?[\w][\w.-]*)(?:\/[^"]*)?"/g),
    ].map(([, name = ""]) => name),
  );
  expect(imported).toContain("express");
  expect([...new Set(imported)].filter((name) => !Object.hasOwn(dependencies, name))).toEqual([]);
});

it("the image keeps its data in a folder that its user may write to", async () => {
  const image = (await read("Dockerfile")).split(/^FROM /m).at(-1) ?? "";
  const user = lastOf(image, "USER");
  const folder = /\bDATA_DIR=(\S+)/.exec(lastOf(image, "ENV"))?.[1] ?? "";
  expect(posix.isAbsolute(folder)).toBe(true);
  const made = [...image.matchAll(/^RUN install -d -o (\S+) -g \S+ -m \d+ (\S+)$/gm)];
  expect(made.map(([, owner, path]) => [owner, path])).toContainEqual([user, folder]);
});

it("a service finds the files that .env.example names, and may not change them", async () => {
  const named = /^GOOGLE_SERVICE_ACCOUNT_FILE=(.+)$/m.exec(await read(".env.example"))?.[1] ?? "";
  expect(posix.isAbsolute(named)).toBe(true);
  for (const { build, volumes, environment = {} } of Object.values(await services())) {
    if (build !== ".") continue;
    const mounted = volumes.map((volume) => volume.split(":"));
    for (const folder of [posix.dirname(named), environment["PLANS_DIR"]]) {
      expect(mounted).toContainEqual([expect.stringMatching(/^\.\//), folder, "ro"]);
    }
    // What .env says of it counts on a person's own machine, not in a container.
    expect(environment["DATA_DIR"]).toBe(/\bDATA_DIR=(\S+)/.exec(await read("Dockerfile"))?.[1]);
  }
});

it("what is mounted as a secret, and what a company's history taught, is in no image and in no commit", async () => {
  // The name that the command gives a model.
  const [model] = /(?<="where the model goes",\s+")[^"]+/.exec(await read("src/cli.ts")) ?? [];
  expect(model).toMatch(/\.json$/);
  for (const name of [".dockerignore", ".gitignore"]) {
    const left = (await read(name)).split("\n").map((line) => line.replace(/\/$/, ""));
    expect(left).toEqual(expect.arrayContaining(["secrets", model]));
  }
});

/** What the last such line of a Dockerfile says. */
const lastOf = (dockerfile: string, word: string): string =>
  [...dockerfile.matchAll(new RegExp(`^${word} (.+)$`, "gm"))].at(-1)?.[1] ?? "";
