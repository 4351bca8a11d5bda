/** The programs that tests start by the hundred, each with all that it imports in a few files: finding, reading and linking more
 * than a thousand modules is half of what a start costs. Which code runs, and where it looks for its files, is the same. */
import { readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Plugin, build } from "rolldown";
import { codeDigest } from "./code-digest.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PROGRAMS = {
  program: join(ROOT, "bin", "program.mjs"),
  "role-program": join(ROOT, "test", "support", "role-program.ts"),
};
const CODE = ["agents", "bin", "graphs", "mcp-server", "sandbox", "src", "test/support", "tools"];

/** Each file knows itself by the place that it has in the checkout. */
const keepPlaces: Plugin = {
  name: "keep-places",
  transform: {
    filter: { code: /import\.meta\.(?:url|dirname|filename)|\b__(?:dirname|filename)\b/ },
    handler: (code, path) => {
      const folder = JSON.stringify(dirname(path));
      return code
        .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href))
        .replaceAll("import.meta.dirname", folder)
        .replaceAll("import.meta.filename", JSON.stringify(path))
        .replaceAll(/\b__dirname\b/g, folder)
        .replaceAll(/\b__filename\b/g, JSON.stringify(path));
    },
  },
};

/** Called by vitest before all tests. Makes them where it is told to, unless those of this very code are there. */
export const setup = async (): Promise<void> => {
  const folder = process.env["TEST_PROGRAMS"];
  if (folder === undefined) return;
  const stamp = join(folder, ".built-from");
  const digest = await codeDigest(...CODE);
  if ((await readFile(stamp, "utf8").catch(() => "")) === digest) return;
  await rm(folder, { recursive: true, force: true });
  await build({
    input: PROGRAMS,
    platform: "node",
    plugins: [keepPlaces],
    logLevel: "silent",
    output: { dir: folder, entryFileNames: "[name].mjs", chunkFileNames: "[name].mjs" },
  });
  await writeFile(stamp, digest);
};
