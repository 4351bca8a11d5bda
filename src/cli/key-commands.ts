/** `convene keys`: which master keys what is stored needs, and closing it anew with the first. */
import { systemClock } from "../clock.ts";
import { readConfig } from "../config.ts";
import { checkKeyring } from "../privacy/key-check.ts";
import { openKeyring } from "../privacy/keyring.ts";
import { type KeyUse, listKeyUses, rewrapKeys } from "../privacy/rewrap.ts";
import { withDatabase } from "./database-commands.ts";

/** `convene keys [rewrap]`. Exit code 1 when something stored needs a key that is not there. */
export const runKeys = async ({ rewrap }: { rewrap: boolean }): Promise<void> => {
  const keyring = await openKeyring(readConfig());
  await withDatabase(async (database) => {
    if (rewrap) {
      await checkKeyring({ database, keyring, clock: systemClock });
      const count = await rewrapKeys(database, keyring);
      console.log(`Closed anew with ${keyring.currentId}: the keys of ${count} candidates.`);
    }
    const uses = await listKeyUses(database);
    for (const use of uses) console.log(`${use.masterKeyId}: closes ${wordsOf(use)}.`);
    const used = new Set(uses.map(({ masterKeyId }) => masterKeyId));
    for (const id of keyring.ids) {
      if (id !== keyring.currentId && !used.has(id)) {
        console.log(`${id}: closes nothing any more. Take it out of ENCRYPTION_KEYS.`);
      }
    }
    const missing = [...used].filter((id) => !keyring.ids.includes(id));
    if (missing.length === 0) return;
    console.error(`ENCRYPTION_KEYS lacks ${missing.join(", ")}: what it closes cannot be read.`);
    process.exitCode = 1;
  });
};

const wordsOf = ({ candidates, leverTokens, runs }: KeyUse): string =>
  [
    ...(candidates > 0 ? [`the texts of ${candidates} candidates`] : []),
    ...(leverTokens ? ["Lever's access tokens"] : []),
    ...(runs > 0 ? [`the checkpoints of ${runs} runs, until they are pruned`] : []),
  ].join(", ");
