import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { LEDGER_TYPES } from "../../../web/src/ledger/ledger-words.ts";

/** Types of entries as the sources have them: `type: "…"` with a dot in it. */
const written = (): string[] =>
  ["src", "graphs", "agents"].flatMap((room) =>
    readdirSync(new URL(`../../../${room}`, import.meta.url), { recursive: true })
      .map(String)
      .filter((file) => file.endsWith(".ts"))
      .flatMap((file) =>
        [
          ...readFileSync(new URL(`../../../${room}/${file}`, import.meta.url), "utf8").matchAll(
            /\btype: "([a-z_]+\.[a-z_]+)"/g,
          ),
        ].map(([, type = ""]) => type),
      ),
  );

it("every type of entry that is written has its words in the ledger's page", () => {
  const types = [...new Set(written())];
  expect(types.length).toBeGreaterThan(30);
  expect(types.filter((type) => !(type in LEDGER_TYPES))).toEqual([]);
});
