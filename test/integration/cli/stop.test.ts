/** Whatever started Convene, and whoever is told to stop: it ends what it has begun, and nothing of it stays. */
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { fillFolder } from "../../support/database.ts";
import { askHalf } from "../../support/half-asked.ts";
import { type Program, spawnGroup } from "../../support/role-process.ts";

const pathOf = (name: string): string =>
  fileURLToPath(new URL(`../../../${name}`, import.meta.url));
const CONVENE = [process.execPath, pathOf("bin/convene.mjs"), "all"];
/** Without what comes before it: that the checkout is ready is known here. */
const NPM_START = ["npm", "start", "--ignore-scripts"];
const NPX = ["npx", "convene", "all"];

let folder: string;
let program: Program;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "convene-stop-"));
  await fillFolder(folder);
});
afterEach(async () => {
  try {
    signalGroup("SIGKILL");
  } catch {
    // Nobody is left of it.
  }
  await program.ended;
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

const signalGroup = (signal: NodeJS.Signals): void => {
  process.kill(-(program.child.pid ?? 0), signal);
};

const begin = (command: readonly string[], env: Record<string, string> = {}): void => {
  program = spawnGroup(command, {
    PATH: process.env["PATH"] ?? "",
    HOME: folder,
    DATA_DIR: folder,
    PORT: "0",
    ...env,
  });
};

/** Starts it, has it stopped in the middle of a request, and waits until all of it is gone. */
const drain = async (command: readonly string[], stop: () => void): Promise<unknown> => {
  begin(command);
  const [, url = ""] = await program.until(/Convene is ready: (http:\/\/[^/\s]+)/);
  const halfAsked = await askHalf(url, "/readyz");
  stop();
  await program.until(/"msg":"stopping"/);
  const answer = await halfAsked.finish();
  await program.ended;
  return {
    answer,
    stops: program.said().match(/"msg":"stopping"/g)?.length,
    complaints: program.said().match(/stopping (took too long|failed)|ended unexpectedly/g),
  };
};

const IN_GOOD_ORDER = {
  answer: expect.stringMatching(/HTTP\/1\.1 503 [^]*"accepting":false/),
  stops: 1,
  complaints: null,
};

const howItEnded = (): unknown[] => [program.child.exitCode, program.child.signalCode];

describe("told alone", () => {
  it.each([
    ["convene", "SIGTERM", CONVENE],
    ["convene", "SIGHUP", CONVENE],
    ["npm start", "SIGTERM", NPM_START],
  ] as const)("%s passes %s on and ends in good order", async (_name, signal, command) => {
    expect(await drain(command, () => program.child.kill(signal))).toEqual(IN_GOOD_ORDER);
    expect(howItEnded()).toEqual([0, null]);
  });

  it("npx is gone at once, and Convene after it in good order", async () => {
    expect(await drain(NPX, () => program.child.kill("SIGTERM"))).toEqual(IN_GOOD_ORDER);
  });
});

describe("told with the whole group", () => {
  it.each([
    ["convene --keep-alive", "SIGTERM", [...CONVENE, "--keep-alive"]],
    ["convene --keep-alive", "SIGHUP", [...CONVENE, "--keep-alive"]],
    ["npm start", "SIGINT", NPM_START],
  ] as const)("%s takes %s for one wish and ends in good order", async (_name, signal, command) => {
    expect(await drain(command, () => signalGroup(signal))).toEqual(IN_GOOD_ORDER);
    expect(howItEnded()).toEqual([0, null]);
  });

  it("npx takes Ctrl-C for one wish", async () => {
    expect(await drain(NPX, () => signalGroup("SIGINT"))).toEqual(IN_GOOD_ORDER);
  });
});

it("what is told to stop while it still starts ends in good order too", async () => {
  begin(CONVENE);
  const isStarting = async (): Promise<boolean> =>
    (await readdir(folder)).includes("convene.lock") && !program.said().includes("is ready");
  await expect.poll(isStarting).toBe(true);
  program.child.kill("SIGTERM");
  await program.ended;
  expect(howItEnded()).toEqual([0, null]);
  expect(program.said()).toMatch(/^\{.*"msg":"stopping"\}\n$/);
});

it("a second Ctrl-C, a moment later, ends at once what would take long", async () => {
  begin([...CONVENE, "--keep-alive"]);
  const [, company = ""] = await program.until(/Sandbox company .*: (http:\S+)/);
  await keepBusy(company);
  const from = performance.now();
  const hasEnded = (): boolean => howItEnded().some((how) => how !== null);
  await expect
    .poll(() => {
      if (!hasEnded()) signalGroup("SIGINT");
      return hasEnded();
    })
    .toBe(true);
  await program.ended;
  expect(performance.now() - from).toBeGreaterThan(1_000);
  // One that meets a process in its last moment ends that as a signal does.
  expect(howItEnded()).not.toEqual([0, null]);
  expect(program.said()).not.toContain("stopping took too long");
});

/** A worker of it waits for an answer that Lever does not give. */
const keepBusy = async (company: string): Promise<void> => {
  const ask = async (path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${company}/control${path}`, {
      ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }),
      headers: { "content-type": "application/json" },
    });
    expect(answer.ok).toBe(true);
    return answer.status === 204 ? null : await answer.json();
  };
  const Named = z.object({ items: z.array(z.object({ id: z.string(), text: z.string() })) });
  const Candidates = z.object({
    items: z.array(z.object({ id: z.string(), stageName: z.string() })),
  });
  const stage = Named.parse(await ask("/stages")).items.find(({ text }) => text === "Phone Screen");
  const { items } = Candidates.parse(await ask("/opportunities"));
  const candidate = items.find(({ stageName }) => stageName === "New applicant");
  const path = `/opportunities/${candidate?.id}`;
  const rule = { service: "lever", method: "GET", path: `${path}$`, kind: "hang_before" };
  const { id } = z.object({ id: z.string() }).parse(await ask("/faults", rule));
  await ask(`${path}/stage`, { stageId: stage?.id });
  await ask(`/faults/${id}/met`);
};

it("what Convene ended with is what convene ends with", async () => {
  begin(CONVENE, { PORT: "a door" });
  await program.ended;
  expect(howItEnded()).toEqual([1, null]);
});
