import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openDatabase } from "../../../src/db/open.ts";
import { fillFolder } from "../../support/database.ts";
import { dataFolderProgram } from "../../support/data-folder-program.ts";

describe("The folder of the embedded database", () => {
  let folder: string;
  const children: ChildProcess[] = [];
  const open = async () => openDatabase({ dataDir: folder });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "convene-data-"));
    await fillFolder(folder);
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
    expect(await readdir(folder)).toEqual(["convene.lock", "db"]);
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

  const noteOf = (holder: object) =>
    writeFile(join(folder, "convene.holder.json"), JSON.stringify(holder));

  test.each([
    ["names a process id that belongs to another process by now", { pid: 1, host: hostname() }],
    ["is no note", { neither: "pid nor host" }],
  ])("is taken over from a dead process whose note %s", async (_, note) => {
    await noteOf(note);
    const database = await open();
    expect(await database.query("select 1 as fine")).toEqual([{ fine: 1 }]);
    await database.close();
  });

  test("that cannot hold a lock is refused with what to do", async () => {
    await mkdir(join(folder, "convene.lock"));
    await expect(open()).rejects.toMatchObject({
      code: "config_invalid",
      message: expect.stringContaining("cannot be locked") as unknown,
    });
  });

  test("of another machine is refused while that freshens its lock, and taken over when it does not", async () => {
    await noteOf({ pid: 1, host: "elsewhere" });
    await expect(open()).rejects.toMatchObject({
      code: "data_dir_locked",
      message: expect.stringContaining("on elsewhere") as unknown,
    });
    await utimes(join(folder, "convene.holder.json"), 0, 0);
    const database = await open();
    await database.close();
  });

  test("goes to one of many that find the note of a dead process", async () => {
    await noteOf({ pid: 2 ** 22 + 1, host: hostname() });
    const openings = await Promise.allSettled(Array.from({ length: 20 }, () => open()));
    const opened = openings.filter((each) => each.status === "fulfilled");
    expect(opened).toHaveLength(1);
    for (const { value } of opened) await value.close();
    expect(await readdir(folder)).toEqual(["convene.lock", "db"]);
  });

  test("names no more of its holder than the process", async () => {
    const database = await open();
    const note: unknown = JSON.parse(await readFile(join(folder, "convene.holder.json"), "utf8"));
    expect(note).toEqual({ host: hostname(), pid: process.pid });
    await database.close();
  });
});
