/** The files for containers, which no test here can run, name what is really there. */
import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { Environment } from "../../../src/config/environment.ts";

const read = async (name: string): Promise<string> =>
  await readFile(new URL(`../../../${name}`, import.meta.url), "utf8");

const Service = z.looseObject({
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.unknown()).optional(),
  build: z.string().optional(),
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
  expect(dockerfile).toContain('ENTRYPOINT ["node", "src/cli.ts"]');
  expect((await read("src/cli.ts")).length).toBeGreaterThan(0);
});
