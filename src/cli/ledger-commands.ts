/** `convene audit verify | checkpoints | export | policies`: the ledger for whoever checks it. */
import { readFile } from "node:fs/promises";
import { systemClock } from "../clock.ts";
import { readConfig } from "../config.ts";
import { AppError } from "../domain/errors.ts";
import { type Anchors, NO_ANCHORS, isNothing, readAnchors } from "../ledger/anchors.ts";
import { type Audit, auditLedger } from "../ledger/audit.ts";
import { exportCheckpoints, exportLedger } from "../ledger/export.ts";
import { openTrail } from "../ledger/trail.ts";
import { exportPolicies } from "../policy/versions.ts";
import { openKeyring } from "../privacy/open-keyring.ts";
import { withDatabase } from "./database-commands.ts";
import { unreadableFile } from "./unreadable-file.ts";

/** `convene audit verify [--since …]`: exit code 1 when the ledger is broken, or is not the one of which something was kept; 2 when what
 * was given is nothing that was kept, which says nothing about the ledger. */
export const runAuditVerify = async (since?: string): Promise<void> => {
  const anchors = since === undefined ? NO_ANCHORS : await anchorsOf(since);
  if (anchors === null) {
    process.exitCode = 2;
    return;
  }
  await withDatabase(async (database) => {
    const config = readConfig();
    const keyring = await openKeyring(config, database);
    const trail = openTrail(config.trailDir);
    const found = await auditLedger({ database, keyring, trail, clock: systemClock }, anchors);
    if (found.ok) console.log(wholeInWords(found, anchors));
    else {
      console.error(brokenInWords(found));
      process.exitCode = 1;
    }
  });
};

/** A hash, or a file in which there are some. Null: neither, and that was said. */
const anchorsOf = async (since: string): Promise<Anchors | null> => {
  const hash = since.trim().toLowerCase();
  if (/^[0-9a-f]{64}$/.test(hash)) return { checkpoints: [], hashes: [hash] };
  try {
    const anchors = readAnchors(await readFile(since, "utf8"));
    if (!isNothing(anchors)) return anchors;
    console.error(`${since} holds no checkpoint and no hash of a ledger. Nothing was checked.`);
  } catch (thrown) {
    const why = unreadableFile(thrown, JSON.stringify(since));
    if (!(why instanceof AppError)) throw why;
    console.error(
      `--since takes a hash of 64 hexadecimal digits, as \`convene audit verify\` printed it, or a file with such hashes or checkpoints. ${why.message} Nothing was checked.`,
    );
  }
  return null;
};

const wholeInWords = ({ entries, head, checkpoints, outside }: Audit, anchors: Anchors): string => {
  const beside = outside > 0 ? `, held against ${outside} that were kept outside of it` : "";
  const isAny = anchors.hashes.length > 0;
  const hashes = isAny ? ` Of the hashes that were kept, all are in it.` : "";
  return `The ledger is whole: ${entries} entries, head ${head}. It has ${checkpoints} signed checkpoints${beside}.${hashes}`;
};

const brokenInWords = ({ firstBroken, entries }: Audit): string =>
  `The ledger is broken at entry ${firstBroken?.seq ?? 0}: ${firstBroken?.what ?? "unknown"}. ${entries} entries are whole in themselves.`;

const EXPORTED = 5_000;

/** `convene audit checkpoints`: the signed places as JSON lines, to be kept elsewhere and held against later. */
export const runAuditCheckpoints = async (): Promise<void> => await printAll(exportCheckpoints);

/** `convene audit export`: the whole ledger, a JSON line an entry, oldest first. */
export const runAuditExport = async (): Promise<void> => await printAll(exportLedger);

/** `convene audit policies`: every version of the policy with what it changed, a JSON line each, oldest first. */
export const runAuditPolicies = async (): Promise<void> => await printAll(exportPolicies);

const printAll = async (pageOf: typeof exportLedger): Promise<void> => {
  await withDatabase(async (database) => {
    for (let after: number | null = 0; after !== null;) {
      const { text, next }: Awaited<ReturnType<typeof exportLedger>> = await pageOf(database, {
        after,
        limit: EXPORTED,
      });
      process.stdout.write(text);
      after = next;
    }
  });
};
