/** A process of its own that writes numbers into a data folder and says each one after its commit, until it is killed. */
import { fileURLToPath } from "node:url";
import { openDatabase } from "../../src/db/open.ts";

/** Path of this file, to be run with a folder as its argument. */
export const dataFolderProgram = fileURLToPath(import.meta.url);

const writeForEver = async (folder: string): Promise<never> => {
  const database = await openDatabase({ dataDir: folder });
  await database.query("create table written (n integer primary key)");
  for (let n = 1; ; n += 1) {
    await database.transaction((tx) => tx.query("insert into written values ($1)", [n]));
    process.stdout.write(`${n}\n`);
  }
};

const [, , folder] = process.argv;
if (import.meta.main && folder !== undefined) await writeForEver(folder);
