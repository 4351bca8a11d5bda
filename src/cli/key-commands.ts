/** `convene keys`: which master keys what is stored needs, and closing it anew with the first. */
import { systemClock } from "../clock.ts";
import { readConfig } from "../config.ts";
import { printable } from "../domain/printable.ts";
import { checkKeyring, keepKeyCheck } from "../privacy/key-check.ts";
import type { Keyring } from "../privacy/keyring.ts";
import { openKeyring } from "../privacy/open-keyring.ts";
import { type KeyUse, listKeyUses, rewrapKeys } from "../privacy/rewrap.ts";
import { withDatabase } from "./database-commands.ts";

/** `convene keys [rewrap]`: exit code 1 when a candidate's key was passed over. Errors: `config_invalid` when something stored needs a key that is not there or does not fit. */
export const runKeys = async ({ rewrap }: { rewrap: boolean }): Promise<void> => {
  await withDatabase(async (database) => {
    const keyring = await openKeyring(readConfig(), database);
    if (rewrap) {
      await keepKeyCheck({ database, keyring, clock: systemClock });
      const { count, damaged } = await rewrapKeys(database, keyring);
      console.log(`Closed anew with ${keyring.currentId}: the keys of ${count} candidates.`);
      if (damaged.length > 0) tellDamaged(damaged);
    }
    tellUses(await listKeyUses(database), keyring);
    await checkKeyring({ database, keyring });
  });
};

const tellDamaged = (candidates: readonly string[]): void => {
  console.error(
    `Passed over, because they are damaged: the keys of ${candidates.map(printable).join(", ")}. Their texts cannot be read. Put their rows of candidate_keys back from a backup, and run this again.`,
  );
  process.exitCode = 1;
};

const tellUses = (uses: readonly KeyUse[], keyring: Keyring): void => {
  if (uses.length === 0) console.log("Nothing is stored yet that a key closes.");
  for (const use of uses) console.log(`${printable(use.masterKeyId)}: closes ${wordsOf(use)}.`);
  const used = new Set(uses.map(({ masterKeyId }) => masterKeyId));
  for (const id of keyring.ids) {
    if (uses.length > 0 && id !== keyring.currentId && !used.has(id)) {
      console.log(`${id}: closes nothing any more. Take it out of ENCRYPTION_KEYS.`);
    }
  }
};

const wordsOf = ({ candidates, leverTokens, ledgerKey, runs, keyCheck }: KeyUse): string =>
  [
    ...(candidates > 0 ? [`the texts of ${candidates} candidates`] : []),
    ...(leverTokens ? ["Lever's access tokens"] : []),
    ...(ledgerKey ? ["the key that signs the ledger"] : []),
    ...(runs > 0 ? [`the checkpoints of ${runs} runs, until they are pruned`] : []),
    ...(keyCheck ? ["the text that each start opens"] : []),
  ].join(", ");
