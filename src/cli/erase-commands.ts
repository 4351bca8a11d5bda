/** `convene erase` and `convene erasures`: having a candidate erased, whom that was done to, and doing it again after a restore. */
import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { eraseByHand } from "../cases/erase-by-hand.ts";
import { systemClock } from "../clock.ts";
import type { Database } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import { ErasureRequest } from "../http/api/erasure-schemas.ts";
import { viewErasure } from "../http/api/erasure-routes.ts";
import { randomIds } from "../identifiers.ts";
import { readErasureLines } from "../ledger/trail.ts";
import {
  type Erasure,
  askAgainAfterRestore,
  getErasure,
  lineOf,
  listErasures,
} from "../privacy/erasures.ts";
import { withDatabase } from "./database-commands.ts";
import { inReachOfWorkers } from "./in-reach-of-workers.ts";

const LOOK_MS = 250;
const LONGEST_WAIT_MS = 90_000;
const AT_ONCE = 500;

const refuse = (message: string): AppError =>
  new AppError({ code: "input_invalid", fault: "caller", message });

/** `convene erase <case>`: prints the certificate as one JSON line; exit code 1 when no worker has done it in time. Errors: `not_found`,
 * `conflict`; `input_invalid` for a reason or reference that is none. */
export const runErase = async (
  caseId: string,
  options: { reason: string; reference?: string },
): Promise<void> => {
  const asked = ErasureRequest.safeParse(options);
  if (!asked.success) {
    const reasons = ErasureRequest.shape.reason.options.join(", ");
    throw refuse(
      `--reason must be one of ${reasons}; --reference the number of a ticket, such as DSR-17. Nothing was erased.`,
    );
  }
  const { reason, reference } = asked.data;
  const erasure = await inReachOfWorkers(
    async (database) => {
      const by = "command line";
      const deps = { database, clock: systemClock, ids: randomIds };
      return await untilErased(
        await eraseByHand({ caseId, by, reason, reference }, deps),
        database,
      );
    },
    {
      nothingRuns:
        "so nobody is there to be erased but by that company. Start Convene first (npm start).",
      instead:
        "press Erase on the case's page, or send POST /api/cases/<id>/erase with an admin's token.",
    },
  );
  console.log(JSON.stringify(viewErasure(erasure)));
  if (erasure.erasedAt !== null) return;
  console.error("Asked for, and not done yet: is a worker running? It is done as soon as one is.");
  process.exitCode = 1;
};

const untilErased = async (id: string, database: Database): Promise<Erasure> => {
  const until = performance.now() + LONGEST_WAIT_MS;
  for (;;) {
    const erasure = await getErasure(database, id);
    if (!erasure) throw new Error("an erasure that was asked for is not there");
    if (erasure.erasedAt !== null || performance.now() >= until) return erasure;
    await wait(LOOK_MS);
  }
};

/** `convene erasures`: every one that was done, a JSON line each, to be kept beside the backups. */
export const runErasures = async (): Promise<void> => {
  await withDatabase(async (database) => {
    for (let after: string | undefined; ;) {
      const found: Erasure[] = await listErasures(database, { after, limit: AT_ONCE });
      for (const erasure of found) {
        if (erasure.erasedAt !== null) {
          console.log(JSON.stringify(lineOf(erasure, erasure.erasedAt)));
        }
      }
      after = found.at(-1)?.id;
      if (found.length < AT_ONCE) return;
    }
  });
};

/** `convene erasures apply <file>`: asks again for those that a restored database does not know of. Errors: `input_invalid` for a file that
 * cannot be read, or holds none. */
export const runErasuresApply = async (path: string): Promise<void> => {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown reason";
    throw refuse(`${path} cannot be read (${code}). Nothing was erased.`);
  });
  const lines = readErasureLines(text);
  if (lines.length === 0) {
    throw refuse(`${path} holds no line that \`convene erasures\` printed. Nothing was erased.`);
  }
  await withDatabase(async (database) => {
    const count = await database.transaction(
      async (tx) => await askAgainAfterRestore(tx, lines, systemClock),
    );
    console.log(
      `${lines.length} erasures read; ${count} are done again by the next worker that runs.`,
    );
  });
};
