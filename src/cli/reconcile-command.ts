/** `convene reconcile`: asks for a comparison with Lever and calendars, waits for the workers, and prints what was found. */
import { setTimeout as wait } from "node:timers/promises";
import {
  type Reconciliation,
  askReconciliation,
  getReconciliation,
} from "../cases/reconciliations.ts";
import { systemClock } from "../clock.ts";
import type { Database } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import { viewReconciliation } from "../http/api/reconcile-routes.ts";
import { randomIds } from "../identifiers.ts";
import { inReachOfWorkers } from "./in-reach-of-workers.ts";

const LOOK_MS = 500;
const LONGEST_SECONDS = 86_400;

/** Exit code 1 when it did not end in time, 2 when something is left for a person, told before or not. Errors: `data_dir_locked`, with the
 * other way to do it. */
export const runReconcile = async (options: {
  json: boolean;
  waitSeconds: number;
}): Promise<void> => {
  const { waitSeconds } = options;
  if (!Number.isInteger(waitSeconds) || waitSeconds < 1 || waitSeconds > LONGEST_SECONDS) {
    throw new AppError({
      code: "input_invalid",
      fault: "caller",
      message: `--wait must be a whole number of seconds, at most ${LONGEST_SECONDS}.`,
    });
  }
  const done = await inReachOfWorkers(async (database) => await compare(database, waitSeconds), {
    nothingRuns:
      "so there is nothing to compare with. Start Convene first (npm start), then press Compare now in its settings.",
    instead: "press Compare now in its settings, or send POST /api/reconcile with a token.",
  });
  if (options.json) console.log(JSON.stringify(viewReconciliation(done)));
  else printReport(done);
  if (done.finishedAt === null) process.exitCode = 1;
  else if (done.findings.some(({ repaired }) => !repaired)) process.exitCode = 2;
};

const compare = async (database: Database, waitSeconds: number): Promise<Reconciliation> => {
  const id = await database.transaction(
    async (tx) =>
      await askReconciliation(tx, "command line", { clock: systemClock, ids: randomIds }),
  );
  const until = performance.now() + waitSeconds * 1_000;
  for (;;) {
    const present = await getReconciliation(database, id);
    if (!present) throw new Error("a comparison that was begun is not there");
    if (present.finishedAt !== null || performance.now() >= until) return present;
    await wait(LOOK_MS);
  }
};

const printReport = (done: Reconciliation): void => {
  const { finishedAt, findings, checked, toCheck, repaired, reported } = viewReconciliation(done);
  if (finishedAt === null) {
    console.error(
      `Still under way: ${checked} of ${toCheck} candidates looked at. Is a worker running? The result will stand in the dashboard's settings.`,
    );
    return;
  }
  const still = findings.filter(({ since }) => since !== undefined).length;
  const before = still === 0 ? "" : `, ${still} told before`;
  console.log(
    `Compared ${checked} ${checked === 1 ? "candidate" : "candidates"} with Lever and calendars: ${repaired} put right, ${reported} for a person${before}.`,
  );
  for (const finding of findings) {
    const where = [finding.caseId, finding.subject].filter(Boolean).join(" ");
    console.log(
      `\n${finding.repaired ? "put right" : "for you  "}  ${finding.says}${where && `  [${where}]`}`,
    );
    if (!finding.repaired) console.log(`           ${finding.todo}`);
    if (finding.since) console.log(`           Told first at ${finding.since}.`);
  }
};
