/** The software bill of materials (CycloneDX 1.5) of what runs in production, by npm's own `npm sbom` from the lock file alone: the same
 * lock file gives the same bytes. Usage: `npm run --silent sbom > sbom.cdx.json`. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { z } from "zod";
import { ROOT, readLock } from "./read-lock.ts";

const Bom = z.looseObject({
  bomFormat: z.literal("CycloneDX"),
  metadata: z.looseObject({
    timestamp: z.string().optional(),
    tools: z.unknown(),
    component: z.looseObject({ name: z.string() }),
  }),
  components: z.array(z.looseObject({ "bom-ref": z.string() })),
  dependencies: z.array(z.looseObject({ ref: z.string() })),
});
export type Bom = z.infer<typeof Bom>;

const MOST_BYTES = 64 * 1024 * 1024;

/** A serial number that is the lock file's own: RFC 9562, version 8. */
const serialOf = (lock: string): string => {
  const hex = createHash("sha256").update(lock).digest("hex");
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
  ];
  return `urn:uuid:${[...parts, hex.slice(20, 32)].join("-")}`;
};

const byKey =
  <Item>(key: (item: Item) => string) =>
  (one: Item, two: Item): number =>
    key(one) < key(two) ? -1 : 1;

/** What npm says without what differs from one day, folder or npm to the next. */
export const settle = (said: unknown, lock: string): Bom => {
  const bom = Bom.parse(said);
  const { timestamp: _, ...metadata } = bom.metadata;
  return {
    ...bom,
    serialNumber: serialOf(lock),
    metadata: {
      ...metadata,
      tools: [{ vendor: "npm", name: "cli" }],
      component: { ...bom.metadata.component, name: "convene", type: "application" },
    },
    components: bom.components.toSorted(byKey((component) => component["bom-ref"])),
    dependencies: bom.dependencies.toSorted(byKey(({ ref }) => ref)),
  };
};

/** The bill of the lock file as it stands. Errors: npm's. */
export const makeSbom = (): string => {
  const options = ["--sbom-format", "cyclonedx", "--package-lock-only", "--omit", "dev"];
  const said = execFileSync("npm", ["sbom", ...options], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: MOST_BYTES,
  });
  return `${JSON.stringify(settle(JSON.parse(said), readLock()), null, 2)}\n`;
};

if (import.meta.main) process.stdout.write(makeSbom());
