/** The master keys of this installation, found before anything is opened with them. */
import { join, resolve } from "node:path";
import type { Config } from "../config.ts";
import type { Database } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import { printable } from "../domain/printable.ts";
import { findKeySamples } from "./key-samples.ts";
import { type Keyring, loadOrCreateKeyFile, parseKeyring } from "./keyring.ts";

/** The keyring that the configuration names: ENCRYPTION_KEYS, else the file of the data folder, which is made for a database
 * that holds nothing closed. Errors: `config_invalid`, also when the file is not there and something was closed: a new key
 * would open none of it, and stand where the right one belongs. */
export const openKeyring = async (
  config: Pick<Config, "encryptionKeys" | "dataDir">,
  database: Database,
): Promise<Keyring> => {
  if (config.encryptionKeys) return parseKeyring(config.encryptionKeys.reveal());
  const path = join(config.dataDir, "encryption-key");
  return await loadOrCreateKeyFile(path, async () => {
    const samples = await database.transaction(async (tx) => await findKeySamples(tx));
    if (samples.length > 0) throw lost(resolve(path), samples);
  });
};

const lost = (path: string, samples: readonly { masterKeyId: string }[]): AppError => {
  const ids = [...new Set(samples.map(({ masterKeyId }) => masterKeyId))].toSorted();
  return new AppError({
    code: "config_invalid",
    fault: "caller",
    message: `The key file ${path} is not there, and what is stored was closed with ${new Intl.ListFormat("en").format(ids.map(printable))}. Put the file back from your copy, or set ENCRYPTION_KEYS.`,
    data: { path, masterKeyIds: ids },
  });
};
