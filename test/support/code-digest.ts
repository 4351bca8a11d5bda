import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Which code it is: the same for the same files in these folders, whatever the checkout. */
export const codeDigest = async (...folders: readonly string[]): Promise<string> => {
  const hash = createHash("sha256").update(await readFile(join(ROOT, "package.json")));
  for (const folder of folders) {
    const entries = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length));
    for (const path of paths.toSorted()) {
      hash.update(`${path}\0`).update(await readFile(join(ROOT, path)));
    }
  }
  return hash.digest("hex").slice(0, 16);
};
