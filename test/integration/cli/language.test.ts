import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { PROGRAM } from "../../support/started-programs.ts";

const env = { PATH: process.env["PATH"] };
const Line = z.object({
  text: z.string(),
  findings: z.array(
    z.object({
      category: z.string(),
      severity: z.enum(["blocking", "warning", "advice"]),
      start: z.int(),
      end: z.int(),
      why: z.string(),
      instead: z.string(),
    }),
  ),
});

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "convene-language-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

const check = (
  args: string[],
  input: string | Uint8Array = "",
): { code: number | null; out: string; err: string } => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [PROGRAM, "language", "check", ...args],
    { env, input, encoding: "utf8" },
  );
  return { code: status, out: stdout, err: stderr };
};

describe("convene language check", () => {
  test("prints a JSON line for each line, with spans into it", async () => {
    const file = join(folder, "questions.txt");
    await writeFile(
      file,
      "How old are you?\r\n\nAre you authorised to work in Canada?\nAre you married?",
    );
    const { code, out, err } = check([file, "--kind", "question", "--json"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const lines = out
      .trimEnd()
      .split("\n")
      .map((line) => Line.parse(JSON.parse(line)));
    expect(lines.map(({ text }) => text)).toEqual([
      "How old are you?",
      "",
      "Are you authorised to work in Canada?",
      "Are you married?",
    ]);
    expect(lines.map(({ findings }) => findings.map(({ category }) => category))).toEqual([
      ["age"],
      [],
      [],
      ["marital_status"],
    ]);
    const [first] = lines;
    expect(first?.text.slice(first.findings[0]?.start, first.findings[0]?.end)).toBe(
      "How old are you",
    );
  });

  test("reads standard input and says in words what to say instead", () => {
    const { code, out } = check(["-"], "What is your current salary?\n");
    expect(code).toBe(0);
    expect(out).toContain("1:");
    expect(out).toContain("Instead: What are your expectations for this role?");
    expect(check([], "What did you learn?\n").out).toBe("Nothing found.\n");
    const german =
      "Wie alt sind Sie eigentlich?\nWie planen Sie das, und haben Sie schon Kinder?\n";
    expect(check([], german).out).toBe(
      "This seems to be German. Only English is read: little or nothing is found in it.\n",
    );
  });

  test.each([
    ["a file that is not there", ["/nowhere/at-all.txt"], "there is no such file"],
    ["a folder", ["/"], "is a folder"],
    ["a kind that is none", ["-", "--kind", "poem"], "--kind: is one of"],
    ["a jurisdiction that is none", ["-", "--jurisdictions", "moon"], "--jurisdictions: are of"],
  ])("refuses %s", (_, args, words) => {
    const { code, err } = check(args);
    expect(code).toBe(1);
    expect(err).toContain(words);
    expect(err).not.toContain("    at ");
  });

  test("refuses what is not UTF-8 and a line without end", () => {
    expect(check(["-"], Uint8Array.from([0x41, 0xff, 0xfe, 0x0a])).err).toContain("is not UTF-8");
    const long = check(["-"], "a".repeat(1_000_001));
    expect({ code: long.code, said: long.err.includes("a line has over") }).toEqual({
      code: 1,
      said: true,
    });
  });

  test("ends quietly when its reader does", async () => {
    const child = spawn(process.execPath, [PROGRAM, "language", "check", "-", "--json"], { env });
    let err = "";
    child.stderr.on("data", (chunk) => (err += String(chunk)));
    child.stdin.on("error", () => undefined);
    child.stdin.end("How old are you?\n".repeat(20_000));
    await once(child.stdout, "data");
    child.stdout.destroy();
    const [code] = await once(child, "exit");
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });
});
