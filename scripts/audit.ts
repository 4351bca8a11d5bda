/** What the registry knows against what is installed: `npm audit`, with each finding mended or explained in scripts/audit-explained.json.
 * Where the registry cannot be asked it says so and ends well: a build without a network is no worse than before. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ROOT } from "./read-lock.ts";

const Advisory = z.looseObject({
  source: z.number(),
  name: z.string(),
  title: z.string(),
  url: z.string(),
  severity: z.string(),
});
const Report = z.object({
  vulnerabilities: z.record(z.string(), z.looseObject({ via: z.array(z.unknown()) })),
});

/** Advisories by their address, each with why it does no harm here and until when that was looked at. */
const Explained = z.record(
  z.string(),
  z.strictObject({ why: z.string().min(20), until: z.iso.date() }),
);
export type Explained = z.infer<typeof Explained>;

export type Verdict =
  | { kind: "clean"; explained: number }
  | { kind: "found"; findings: string[] }
  | { kind: "not_asked"; why: string };

/** What follows from an answer of npm. `today`: ISO date; an explanation that is over explains nothing. */
export const judge = (answer: unknown, explained: Explained, today: string): Verdict => {
  const report = Report.safeParse(answer);
  if (!report.success) {
    const said = z.object({ message: z.string() }).safeParse(answer);
    return { kind: "not_asked", why: said.success ? said.data.message : "it gave no report" };
  }
  const advisories = new Map<string, z.infer<typeof Advisory>>();
  for (const { via } of Object.values(report.data.vulnerabilities)) {
    for (const one of via) {
      const advisory = Advisory.safeParse(one);
      if (advisory.success) advisories.set(advisory.data.url, advisory.data);
    }
  }
  const open = [...advisories.values()].filter(({ url }) => (explained[url]?.until ?? "") < today);
  return open.length === 0
    ? { kind: "clean", explained: advisories.size }
    : {
        kind: "found",
        findings: open.map(
          ({ severity, name, title, url }) => `${severity}: ${name}: ${title} (${url})`,
        ),
      };
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

if (import.meta.main) {
  const { stdout } = spawnSync("npm", ["audit", "--json"], { cwd: ROOT, encoding: "utf8" });
  const explained = Explained.parse(
    JSON.parse(readFileSync(join(ROOT, "scripts", "audit-explained.json"), "utf8")),
  );
  const today = Temporal.Now.plainDateISO().toString();
  const verdict = judge(parse(stdout), explained, today);
  if (verdict.kind === "not_asked") {
    console.log(`audit: skipped, for the registry could not be asked: ${verdict.why}`);
  } else if (verdict.kind === "clean") {
    console.log(`audit: clean; ${verdict.explained} explained`);
  } else {
    for (const finding of verdict.findings) console.error(finding);
    process.exitCode = 1;
  }
}
