import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstCase } from "../../../src/cli/first-case.ts";
import { parseConfig } from "../../../src/config.ts";
import { createLog } from "../../../src/log.ts";
import { type Running, start } from "../../../src/start.ts";
import { openApi } from "../../support/api.ts";
import { ADMIN_TOKEN } from "../../support/walk.ts";
import { openWaitFor } from "../../support/wait-for.ts";

describe("starting in a sandbox, stopping, and starting again on the same data", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "convene-first-case-"));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  /** One sitting of a person who tries the product: a company of its own, the data of before. */
  const sit = async <Result>(work: (running: Running) => Promise<Result>): Promise<Result> => {
    const config = parseConfig({
      DATA_DIR: folder,
      PORT: "0",
      LOG_LEVEL: "silent",
      ADMIN_TOKEN,
    });
    const log = createLog({ level: "silent" });
    const running = await start(config, { log, roles: { web: true, work: true } });
    try {
      return await work(running);
    } finally {
      await running.stop();
    }
  };
  const approve = async (running: Running, id: string): Promise<string> => {
    const api = openApi(running.url, ADMIN_TOKEN);
    const waitFor = await openWaitFor(running.deps.database);
    await api.approve(await api.proposal(id));
    await waitFor.until("its end", async () =>
      ["done", "failed"].includes((await api.proposal(id)).status),
    );
    await waitFor.close();
    return (await api.proposal(id)).status;
  };

  it("always finds a proposal that waits and can be booked", async () => {
    const first = await sit(async (running) => await firstCase(running));
    expect(first).not.toBeNull();
    const second = await sit(async (running) => {
      const found = await firstCase(running);
      return { found, status: await approve(running, found ?? "") };
    });
    expect(second).toEqual({ found: first, status: "done" });
    const third = await sit(async (running) => {
      const found = await firstCase(running);
      return { found, status: await approve(running, found ?? "") };
    });
    expect(third.found).not.toBe(first);
    expect(third.status).toBe("done");
  });
});
