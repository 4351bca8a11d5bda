/** Whether the master keys are the ones that this installation's texts were closed with: told at the start, not by the
 * first candidate whose name cannot be read. */
import type { Database, Tx } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import { printable } from "../domain/printable.ts";
import type { Clock } from "../domain/time.ts";
import { type KeySample, findKeySamples } from "./key-samples.ts";
import type { Keyring } from "./keyring.ts";
import { KEY_CHECK, damagedSetting, sealedSettingValue } from "./sealed-setting.ts";

interface CheckDeps {
  database: Database;
  keyring: Keyring;
}

const KNOWN = Buffer.from("Convene's master key");

/** Opens something of every kind that each master key closes, and writes nothing. Errors: `config_invalid`, which names each
 * key that is not there or does not fit, and what to do. */
export const checkKeyring = async ({ database, keyring }: CheckDeps): Promise<void> => {
  await database.transaction(async (tx) => {
    refuseWrong(await findKeySamples(tx), keyring);
  });
};

/** As `checkKeyring`; also leaves a known text at the first start, so that another key is refused before there is any
 * candidate. Another key than the one in use closes it only by `rewrapKeys`: until then the way back stays open. */
export const keepKeyCheck = async ({
  database,
  keyring,
  clock,
}: CheckDeps & { clock: Clock }): Promise<void> => {
  await database.transaction(async (tx) => {
    // Two first starts with two keys: the second finds what the first one left.
    await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [KEY_CHECK]);
    const samples = await findKeySamples(tx);
    refuseWrong(samples, keyring);
    const isInUse = samples.some(({ masterKeyId }) => masterKeyId === keyring.currentId);
    if (samples.length === 0 || isInUse) await leaveKnownText(tx, { keyring, clock });
  });
};

const leaveKnownText = async (
  tx: Tx,
  { keyring, clock }: { keyring: Keyring; clock: Clock },
): Promise<void> => {
  const { masterKeyId, wrapped } = keyring.wrap(KNOWN, KEY_CHECK);
  await tx.query(
    `insert into settings (name, value, updated_at) values ($1, $2, $3)
     on conflict (name) do nothing`,
    [KEY_CHECK, sealedSettingValue(masterKeyId, wrapped), clock.now().toString()],
  );
};

/** What one key should open and does not. */
interface WrongKey {
  masterKeyId: string;
  kinds: string[];
  /** The settings among it, when the key opens other things: then they are damaged, and the key is the right one. */
  damaged: string[];
}

const refuseWrong = (samples: readonly KeySample[], keyring: Keyring): void => {
  const found = findWrong(samples, keyring);
  const wrong = found.filter(({ kinds }) => kinds.length > 0);
  const [damaged] = found.flatMap((key) => key.damaged);
  if (wrong.length === 0) {
    if (damaged !== undefined) throw damagedSetting(damaged);
    return;
  }
  const said = wrong.map(({ masterKeyId, kinds }) => {
    const closed = new Intl.ListFormat("en").format(kinds);
    const id = printable(masterKeyId);
    return keyring.ids.includes(masterKeyId)
      ? `key ${id} is another than the one of that id which closed ${closed}. Put the old one back.`
      : `has no key ${id}, which closed ${closed}. Put it behind the others.`;
  });
  throw new AppError({
    code: "config_invalid",
    fault: "caller",
    message: `ENCRYPTION_KEYS: ${said.join(" ")} Or name the database that belongs to these keys. Without ENCRYPTION_KEYS the key is in the file encryption-key of DATA_DIR.`,
    data: {
      variable: "ENCRYPTION_KEYS",
      masterKeyIds: wrong.map(({ masterKeyId }) => masterKeyId),
    },
  });
};

const findWrong = (samples: readonly KeySample[], keyring: Keyring): WrongKey[] =>
  [...Map.groupBy(samples, ({ masterKeyId }) => masterKeyId)]
    .map(([masterKeyId, ofKey]) => {
      const opened = new Set(ofKey.filter((sample) => canOpen(sample, keyring)));
      const closed = [...Map.groupBy(ofKey, ({ kind }) => kind)].filter(
        ([, ofKind]) => !ofKind.some((sample) => opened.has(sample)),
      );
      const damaged = closed.flatMap(([, [sample]]) =>
        opened.size > 0 && sample?.setting !== undefined ? [sample.setting] : [],
      );
      const kinds = closed
        .filter(([, [sample]]) => !damaged.includes(sample?.setting ?? ""))
        .map(([kind]) => kind);
      return { masterKeyId, kinds, damaged };
    })
    .toSorted((a, b) => a.masterKeyId.localeCompare(b.masterKeyId));

const canOpen = (sample: KeySample, keyring: Keyring): boolean => {
  try {
    sample.open(keyring);
    return true;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "crypto_failed") return false;
    throw thrown;
  }
};
