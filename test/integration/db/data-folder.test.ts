import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { openAsBlob } from "node:fs";
import { mkdtemp, readFile, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { openDatabase } from "../../../src/db/open.ts";
import { dataFolderProgram } from "../../support/data-folder-program.ts";

describe("The folder of the embedded database", () => {
  let folder: string;
  const children: ChildProcess[] = [];
  const open = async () =>
    openDatabase({
      dataDir: folder,
      template: await openAsBlob(inject("databases").embeddedTemplate),
    });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "convene-data-"));
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  /** A process that opens the folder and says each number that it has committed. */
  const startWriter = async (): Promise<{ child: ChildProcess; said: string[] }> => {
    const child = spawn(process.execPath, [dataFolderProgram, folder], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    children.push(child);
    const said: string[] = [];
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      said.push(...text.split("\n").filter(Boolean));
    });
    while (said.length < 20) await once(child.stdout ?? child, "data");
    return { child, said };
  };

  test("keeps its data over a restart", async () => {
    const first = await open();
    await first.query("create table kept (n integer)");
    await first.query("insert into kept values (7)");
    await first.close();
    const second = await open();
    expect(await second.query("select n from kept")).toEqual([{ n: 7 }]);
    await second.close();
    expect(await readdir(folder)).toEqual(["db"]);
  });

  test("is refused to a second process, by name and process id, and to this process", async () => {
    const { child } = await startWriter();
    const refusal = {
      code: "data_dir_locked",
      message: expect.stringMatching(
        new RegExp(`${folder} is in use by process ${child.pid} `),
      ) as unknown,
      data: { folder, pid: child.pid },
    };
    await expect(open()).rejects.toMatchObject(refusal);
    child.kill("SIGKILL");
    await once(child, "exit");
    const mine = await open();
    const again = open();
    await expect(again).rejects.toMatchObject({ data: { folder, pid: process.pid } });
    await mine.close();
  });

  test("is taken over from a killed process with everything that it had committed", async () => {
    const { child, said } = await startWriter();
    child.kill("SIGKILL");
    await once(child, "exit");
    const database = await open();
    const rows = await database.query<{ n: number }>("select n from written order by n");
    await database.close();
    const numbers = rows.map(({ n }) => n);
    expect(numbers.slice(0, said.length)).toEqual(said.map(Number));
    expect(numbers.length - said.length).toBeLessThanOrEqual(1);
  });

  const lockOf = (holder: object) =>
    writeFile(join(folder, "convene.lock"), JSON.stringify(holder));

  test("is taken over when the process id of the lock belongs to another process by now", async () => {
    await lockOf({ pid: process.pid, started: "another boot:1", host: hostname() });
    const database = await open();
    expect(await database.query("select 1 as fine")).toEqual([{ fine: 1 }]);
    await database.close();
  });

  test("is taken over when the lock is no lock", async () => {
    await writeFile(join(folder, "convene.lock"), "{");
    const database = await open();
    expect(await database.query("select 1 as fine")).toEqual([{ fine: 1 }]);
    await database.close();
  });

  test("of another machine is refused while that freshens its lock, and taken over when it does not", async () => {
    await lockOf({ pid: 1, started: "", host: "elsewhere" });
    await expect(open()).rejects.toMatchObject({
      code: "data_dir_locked",
      message: expect.stringContaining("on elsewhere") as unknown,
    });
    await utimes(join(folder, "convene.lock"), 0, 0);
    const database = await open();
    await database.close();
  });

  test("goes to one of many that find the same stale lock", async () => {
    await lockOf({ pid: 2 ** 22 + 1, started: "", host: hostname() });
    const openings = await Promise.allSettled(Array.from({ length: 6 }, () => open()));
    const opened = openings.filter((each) => each.status === "fulfilled");
    expect(opened).toHaveLength(1);
    for (const { value } of opened) await value.close();
    expect(await readdir(folder)).toEqual(["db"]);
  });

  test("is for its owner only, and its lock names no more than the process", async () => {
    const database = await open();
    const lock: unknown = JSON.parse(await readFile(join(folder, "convene.lock"), "utf8"));
    expect(Object.keys(lock ?? {}).toSorted()).toEqual(["host", "pid", "started"]);
    await database.close();
  });
});
