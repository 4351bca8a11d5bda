import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";

// A little house with one wall broken in each file: path → source, and the rule that must say so.
const BROKEN: Record<string, { source: string; rule: string }> = {
  "src/domain/up.ts": {
    source: `import { x } from "../db/fine.ts";\nexport const y = x;\n`,
    rule: "no-restricted-imports",
  },
  "src/scheduling/reads.ts": {
    source: `import { x } from "../db/fine.ts";\nexport const y = x;\n`,
    rule: "no-restricted-imports",
  },
  "src/language/reads.ts": {
    source: `import { x } from "../db/fine.ts";\nexport const y = x;\n`,
    rule: "no-restricted-imports",
  },
  "src/briefs/reads.ts": {
    source: `import { x } from "../db/fine.ts";\nexport const y = x;\n`,
    rule: "no-restricted-imports",
  },
  "src/questions/reads.ts": {
    source: `import { x } from "../db/fine.ts";\nexport const y = x;\n`,
    rule: "no-restricted-imports",
  },
  "src/attendance/reads.ts": {
    source: `import { x } from "../db/fine.ts";\nexport const y = x;\n`,
    rule: "no-restricted-imports",
  },
  "src/db/up.ts": {
    source: `import { x } from "../http/fine.ts";\nexport const y = x;\n`,
    rule: "no-restricted-imports",
  },
  "src/lever/up.ts": {
    source: `import { x } from "../effects/fine.ts";\nexport const y = x;\n`,
    rule: "no-restricted-imports",
  },
  "src/cases/writes.ts": {
    source: `import type { LeverWriter } from "../lever/port.ts";\nexport type W = LeverWriter;\n`,
    rule: "no-restricted-imports",
  },
  "src/cases/makes-writer.ts": {
    source: `import { createLever } from "../lever/create-lever.ts";\nexport const w = createLever;\n`,
    rule: "no-restricted-imports",
  },
  "src/intake/up.ts": {
    source: `import { x } from "../http/fine.ts";\nexport const y = x;\n`,
    rule: "no-restricted-imports",
  },
  "src/http/up.ts": {
    source: `import { x } from "../deps.ts";\nexport const y = x;\n`,
    rule: "no-restricted-imports",
  },
  "src/http/writes.ts": {
    source: `import type { CalendarWriter } from "../calendar/port.ts";\nexport type W = CalendarWriter;\n`,
    rule: "no-restricted-imports",
  },
  "src/worker/plays.ts": {
    source: `import { x } from "../../sandbox/lever/fine.ts";\nexport const y = x;\n`,
    rule: "no-restricted-imports",
  },
  "src/effects/up.ts": {
    source: `import { x } from "../http/fine.ts";\nexport const y = x;\n`,
    rule: "no-restricted-imports",
  },
  "src/cli.ts": {
    source: `import { x } from "../sandbox/lever/fine.ts";\nexport const y = x;\n`,
    rule: "no-restricted-imports",
  },
  "tools/get_up.ts": {
    source: `import { x } from "../graphs/fine.ts";\nexport const y = x;\n`,
    rule: "no-restricted-imports",
  },
  "tools/get_value.ts": {
    source: `import { x } from "../src/db/fine.ts";\nexport const y = x;\n`,
    rule: "no-restricted-imports",
  },
  "tools/get_effect_type.ts": {
    source: `import type { X } from "../src/effects/fine.ts";\nexport type Y = X;\n`,
    rule: "no-restricted-imports",
  },
  "src/video/up.ts": {
    source: `import { x } from "../effects/fine.ts";\nexport const y = x;\n`,
    rule: "no-restricted-imports",
  },
  "src/cases/makes-meetings.ts": {
    source: `import type { VideoWriter } from "../video/port.ts";\nexport type W = VideoWriter;\n`,
    rule: "no-restricted-imports",
  },
  "tools/get_writer.ts": {
    source: `import type { Mailer } from "../src/messaging/port.ts";\nexport type W = Mailer;\n`,
    rule: "no-restricted-imports",
  },
  "agents/scheduling/up.ts": {
    source: `import { x } from "../../graphs/fine.ts";\nexport const y = x;\n`,
    rule: "no-restricted-imports",
  },
  "agents/scheduling/acts.ts": {
    source: `import { x } from "../../src/effects/fine.ts";\nexport const y = x;\n`,
    rule: "no-restricted-imports",
  },
  "graphs/nodes/up.ts": {
    source: `import { x } from "../../src/http/fine.ts";\nexport const y = x;\n`,
    rule: "no-restricted-imports",
  },
  "mcp-server/acts.ts": {
    source: `import { x } from "../src/effects/fine.ts";\nexport const y = x;\n`,
    rule: "no-restricted-imports",
  },
  "sandbox/lever/peeks.ts": {
    source: `import { x } from "../../src/db/fine.ts";\nexport const y = x;\n`,
    rule: "no-restricted-imports",
  },
  "sandbox/borrows-value.ts": {
    source: `import { x } from "../src/domain/fine.ts";\nexport const y = x;\n`,
    rule: "no-restricted-imports",
  },
  "evals/tests.ts": {
    source: `import { x } from "../test/fine.ts";\nexport const y = x;\n`,
    rule: "no-restricted-imports",
  },
  "web/src/peeks.ts": {
    source: `import { x } from "../../src/db/fine.ts";\nexport const y = x;\n`,
    rule: "no-restricted-imports",
  },
  "src/cases/date.ts": {
    source: `export const now = () => Date.now();\n`,
    rule: "no-restricted-globals",
  },
  "src/cases/env.ts": {
    source: `export const home = process.env["HOME"];\n`,
    rule: "no-process-env",
  },
  "src/cases/console.ts": { source: `console.log("hello");\nexport {};\n`, rule: "no-console" },
  "src/cases/default.ts": { source: `export default 1;\n`, rule: "no-default-export" },
  "src/cases/cycle-a.ts": {
    source: `import { b } from "./cycle-b.ts";\nexport const a = (): number => b();\n`,
    rule: "no-cycle",
  },
  "src/cases/floating.ts": {
    source: `const work = async () => 1;\nexport const go = () => {\n  work();\n};\n`,
    rule: "no-floating-promises",
  },
  "src/cases/misused.ts": {
    source: `export const go = (list: number[]) => list.filter(async (n) => n > 1);\n`,
    rule: "no-misused-promises",
  },
  "src/cases/any.ts": { source: `export const x = (y: any) => y;\n`, rule: "no-explicit-any" },
  "src/cases/unsafe.ts": {
    source: `export const x = (text: string) => JSON.parse(text).name;\n`,
    rule: "no-unsafe-member-access",
  },
  "src/cases/switch.ts": {
    source: `export const x = (y: "a" | "b"): number => {\n  switch (y) {\n    case "a":\n      return 1;\n  }\n  return 2;\n};\n`,
    rule: "switch-exhaustiveness-check",
  },
  "src/cases/type-import.ts": {
    source: `import { X } from "./fine.ts";\nexport type Y = X;\n`,
    rule: "consistent-type-imports",
  },
  "src/cases/long.ts": {
    source: `${"// a line\n".repeat(401)}export {};\n`,
    rule: "max-lines",
  },
  "src/cases/long-function.ts": {
    source: `export const x = () => {\n${"  x();\n".repeat(61)}};\n`,
    rule: "max-lines-per-function",
  },
  "src/cases/many-parameters.ts": {
    source: `export const x = (a: number, b: number, c: number, d: number) => a + b + c + d;\n`,
    rule: "max-params",
  },
  "src/cases/BadName.ts": { source: `export {};\n`, rule: "filename-case" },
  "test/mocks.test.ts": {
    source: `import { vi } from "vitest";\nvi.mock("../src/db/fine.ts");\n`,
    rule: "no-restricted-vi-methods",
  },
};

const FINE_MODULE = "export const x = 1;\nexport type X = number;\n";

// What the house allows: these must stay without a finding.
const FINE: Record<string, string> = {
  ...Object.fromEntries(
    [
      "src/domain",
      "src/db",
      "src/http",
      "src/effects",
      "src/cases",
      "graphs",
      "sandbox/lever",
      "test",
    ].map((folder) => [`${folder}/fine.ts`, FINE_MODULE]),
  ),
  "src/services.ts": `import { createLever } from "./lever/create-lever.ts";\nimport type { Mailer } from "./messaging/port.ts";\nexport const x = createLever;\nexport type M = Mailer;\n`,
  "src/deps.ts": `import { x } from "./http/fine.ts";\nexport const y = x;\n`,
  "src/lever/port.ts": "export interface LeverWriter {\n  name: string;\n}\n",
  "src/calendar/port.ts": "export interface CalendarWriter {\n  name: string;\n}\n",
  "src/messaging/port.ts": "export interface Mailer {\n  name: string;\n}\n",
  "src/lever/create-lever.ts": "export const createLever = 1;\n",
  "src/cases/cycle-b.ts": `import { a } from "./cycle-a.ts";\nexport const b = (): number => a();\n`,
  "src/clock.ts": "export const now = () => Date.now();\n",
  "src/config.ts": `export const home = process.env["HOME"];\n`,
  "src/effects/perform.ts": `import type { LeverWriter } from "../lever/port.ts";\nimport { x } from "../db/fine.ts";\nexport type W = LeverWriter;\nexport const y = x;\n`,
  "src/scheduling/uses-domain.ts": `import { x } from "../domain/fine.ts";\nexport const y = x;\n`,
  "tools/get_fine.ts": `import { x } from "../src/domain/fine.ts";\nimport type { X } from "../src/db/fine.ts";\nexport type Y = X;\nexport const y = x;\n`,
  "graphs/nodes/act.ts": `import { x } from "../../src/effects/fine.ts";\nexport const y = x;\n`,
  "src/http/serves.ts": `import { x } from "../../graphs/fine.ts";\nexport const y = x;\n`,
  "sandbox/uses-types.ts": `import type { X } from "../src/domain/fine.ts";\nexport type Y = X;\n`,
};

const Diagnostics = z.object({
  diagnostics: z.array(z.object({ filename: z.string(), code: z.string() })),
});

const root = join(import.meta.dirname, "../../..");
const findings = new Map<string, string[]>();
let house: string;

const writeHouse = async (): Promise<void> => {
  const files = {
    ...FINE,
    ...Object.fromEntries(Object.entries(BROKEN).map(([path, { source }]) => [path, source])),
  };
  for (const name of [".oxlintrc.json", "tsconfig.json", "package.json"]) {
    await cp(join(root, name), join(house, name));
  }
  await symlink(join(root, "node_modules"), join(house, "node_modules"));
  for (const [path, source] of Object.entries(files)) {
    await mkdir(join(house, dirname(path)), { recursive: true });
    await writeFile(join(house, path), source);
  }
};

beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), "convene-lint-"));
  await writeHouse();
  const lint = spawn(join(root, "node_modules/.bin/oxlint"), ["--format", "json"], { cwd: house });
  const output = Diagnostics.parse(JSON.parse(await text(lint.stdout)));
  for (const { filename, code } of output.diagnostics) {
    findings.set(filename, [...(findings.get(filename) ?? []), code]);
  }
});

afterAll(async () => {
  await rm(house, { recursive: true, force: true });
});

describe("the lint rules of the house", () => {
  it.each(Object.entries(BROKEN))("find fault with %s", (path, { rule }) => {
    expect(findings.get(path)?.some((code) => code.endsWith(`(${rule})`))).toBe(true);
  });

  it.each(Object.keys(FINE).filter((path) => path !== "src/cases/cycle-b.ts"))(
    "find no fault with %s",
    (path) => {
      expect(findings.get(path)).toBeUndefined();
    },
  );
});
