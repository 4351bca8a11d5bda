/** No decision by machine: what may change a candidacy in Lever is a closed list without archiving or rejecting, the one act that moves
 * somebody on is called from one place, and that place is an effect, which a person's decision alone lets through. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../../../scripts/read-lock.ts";

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const sources = globSync(
  ["src/**/*.ts", "agents/**/*.ts", "graphs/**/*.ts", "tools/**/*.ts", "mcp-server/**/*.ts"],
  {
    cwd: ROOT,
  },
).toSorted();
const having = (pattern: RegExp): string[] => sources.filter((path) => pattern.test(read(path)));

it("what may write to Lever is a closed list, and nothing of it archives, rejects or scores", () => {
  const [, body = ""] =
    /export interface LeverWriter \{\n([\s\S]*?)\n\}/.exec(read("src/lever/port.ts")) ?? [];
  const names = [...body.matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name);
  expect(new Set(names)).toEqual(
    new Set([
      "createPanel",
      "replacePanel",
      "deletePanel",
      "createNote",
      "deleteNote",
      "moveStage",
    ]),
  );
});

it("nothing but that writer sends a change to Lever's candidacies", () => {
  expect(sources.length).toBeGreaterThan(300);
  const ofLever = having(/http\.write\(/).filter((path) => path.startsWith("src/lever/"));
  expect(ofLever).toEqual(["src/lever/writer.ts"]);
  expect(having(/\/opportunities\/\$\{\w+\}\/(archived|stage)\b/)).toEqual(["src/lever/writer.ts"]);
  expect(read("src/lever/writer.ts")).not.toMatch(/\/archived/);
});

// That no policy whatever performs it without a person is shown by trying policies: test/unit/policy/decide.test.ts.
it("one effect alone moves a candidate", () => {
  expect(having(/writer\.moveStage\(/)).toEqual(["src/effects/kinds/stage-move.ts"]);
  expect(having(/createStageMove\(/)).toEqual(["src/effects/bundles.ts"]);
});
