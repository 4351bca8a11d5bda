/** What is installed, by package-lock.json: the one list for the SBOM, the licences and their tests. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

export const ROOT = join(import.meta.dirname, "..");

const Locked = z.object({
  version: z.string(),
  integrity: z.string().optional(),
  resolved: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().optional(),
  optional: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
});
const Lock = z.object({ packages: z.record(z.string(), z.unknown()) });

export interface Package extends z.infer<typeof Locked> {
  /** Folder below the root. */
  path: string;
  name: string;
}

/** The packages of a lock file, by folder. */
export const packagesOf = (lock: string): Package[] =>
  Object.entries(Lock.parse(JSON.parse(lock)).packages)
    .filter(([path]) => path !== "")
    .map(([path, entry]) => ({
      ...Locked.parse(entry),
      path,
      name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
    }));

/** The lock file as it stands. */
export const readLock = (): string => readFileSync(join(ROOT, "package-lock.json"), "utf8");
