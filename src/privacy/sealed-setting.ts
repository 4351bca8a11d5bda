/** Settings that a master key closes: `{ masterKeyId, sealed }`, sealed for the setting's own name. */
import { z } from "zod";
import { AppError } from "../domain/errors.ts";

/** Name of the known text that tells at a start whether the master keys are the right ones. */
export const KEY_CHECK = "key_check";

/** Name of the key that signs checkpoints of the ledger. */
export const LEDGER_KEY = "ledger_key";

const Stored = z.object({ masterKeyId: z.string().min(1), sealed: z.base64().min(1) });

const REMEDIES: Record<string, string> = {
  lever_tokens:
    "Authorize Convene in Lever anew, stop every process, `delete from settings where name = 'lever_tokens'`, set LEVER_REFRESH_TOKEN to the new one, and start",
};

/** The key's id and the closed bytes out of a setting's value. Errors: `config_invalid`, which names the setting, never its
 * value. */
export const parseSealedSetting = (
  name: string,
  value: unknown,
): { masterKeyId: string; sealed: Buffer } => {
  const parsed = Stored.safeParse(value);
  if (parsed.success) {
    const { masterKeyId, sealed } = parsed.data;
    return { masterKeyId, sealed: Buffer.from(sealed, "base64") };
  }
  throw unusable(name, "is not what Convene keeps there: somebody else has written it");
};

/** The error, `config_invalid`, for a setting that the right key does not open. */
export const damagedSetting = (name: string): AppError =>
  unusable(name, "is damaged: the key that closed it opens other things, and not this one");

const unusable = (name: string, why: string): AppError => {
  const remedy =
    REMEDIES[name] ??
    `Put the row back from a backup, or \`delete from settings where name = '${name}'\` and start`;
  return new AppError({
    code: "config_invalid",
    fault: "caller",
    message: `The setting ${name} in the database ${why}. ${remedy}.`,
    data: { setting: name },
  });
};

/** The value of a setting, as `parseSealedSetting` reads it. */
export const sealedSettingValue = (masterKeyId: string, sealed: Buffer): string =>
  JSON.stringify({ masterKeyId, sealed: sealed.toString("base64") });
