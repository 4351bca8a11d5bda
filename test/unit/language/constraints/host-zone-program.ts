/** Reads every text of the tables and prints the digest of all that came out: for a test that runs it under several zones. */
import { createHash } from "node:crypto";
import { readConstraints } from "../../../../src/language/constraints/read-constraints.ts";
import { windowsOf } from "../../../../src/language/constraints/windows.ts";
import { CLOCK } from "./clock-table.ts";
import { DAYS } from "./days-table.ts";
import { SENTENCES } from "./sentences-table.ts";
import { WISHES } from "./wishes-table.ts";

/** Beside the changes of clocks of several hosts, and at the two ends of a host's day. */
const PRESENTS = [
  "2026-11-26T09:00:00Z",
  "2027-03-14T06:59:00Z",
  "2027-03-28T00:30:00Z",
  "2027-10-31T23:59:00Z",
  "2027-09-05T03:30:00Z",
  "2027-12-31T10:30:00Z",
];

const digest = createHash("sha256");
for (const present of PRESENTS) {
  const now = Temporal.Instant.from(present);
  const horizon = { start: now, end: now.add({ hours: 24 * 20 }) };
  const booked = { start: now.add({ hours: 24 }), end: now.add({ hours: 25 }) };
  for (const [raw] of [...CLOCK, ...DAYS, ...SENTENCES, ...WISHES]) {
    const constraints = readConstraints({
      text: raw.replace(/^@/, ""),
      now,
      zone: "Europe/Lisbon",
    });
    const windows = windowsOf({ constraints, horizon, durationMinutes: 60, booked });
    digest.update(JSON.stringify([constraints, windows]));
  }
}
process.stdout.write(`${Temporal.Now.timeZoneId()} ${digest.digest("hex")}`);
