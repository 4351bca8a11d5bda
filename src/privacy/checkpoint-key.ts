/** How checkpoints are sealed: each value's type says with which master key, `sealed:<master key id>:<type>`. */
import type { Keyring } from "./keyring.ts";

/** What the type of a sealed value begins with. */
export const SEALED_TYPE = "sealed";

/** The key that closes the checkpoints of one master key. Errors: `crypto_failed` when that is not here. */
export const checkpointKey = (keyring: Keyring, masterKeyId: string): Buffer =>
  keyring.derive(masterKeyId, "checkpoints");
