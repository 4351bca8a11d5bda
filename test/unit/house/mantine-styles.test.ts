/** Only the styles of Mantine's parts that are in use are loaded: each one that is used has its own. */
import { existsSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import { expect, it } from "vitest";

const IMPORT = /import \{([^}]*)\} from "@mantine\/core"/g;

it("every part of Mantine that a page uses has its styles", async () => {
  const used = new Set<string>();
  for await (const file of glob("web/src/**/*.tsx")) {
    const text = await readFile(file, "utf8");
    for (const [, names = ""] of text.matchAll(IMPORT)) {
      for (const name of names.split(",")) used.add(name.trim());
    }
  }
  const loaded = await readFile("web/src/styles/mantine.css", "utf8");
  const missing = [...used].filter(
    (name) =>
      existsSync(`node_modules/@mantine/core/styles/${name}.layer.css`) &&
      !loaded.includes(`/${name}.layer.css`),
  );
  expect(used).toContain("Button");
  expect(missing).toEqual([]);
});
