/** Prints a digest of the world that a seed makes, down to the bytes of the resumes: `node world-digest-program.ts 7`. */
import { createHash } from "node:crypto";
import { buildWorld } from "../../sandbox/worlds/build.ts";

const world = buildWorld({
  seed: Number(process.argv[2]),
  now: Temporal.Instant.from("2026-11-23T09:00:00Z"),
});
process.stdout.write(createHash("sha256").update(JSON.stringify(world)).digest("hex"));
