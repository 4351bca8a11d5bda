/** Keeps Lever's rotating refresh token, sealed with the master key, in the settings. */
import { z } from "zod";
import type { Database } from "./db/port.ts";
import type { Clock } from "./domain/time.ts";
import { createRenewalTurn } from "./lever-renewal-turn.ts";
import type { LeverTokenStore } from "./lever/oauth.ts";
import type { Keyring } from "./privacy/keyring.ts";
import { parseSealedSetting } from "./privacy/sealed-setting.ts";

/** Their name in the settings, and what they are sealed for. */
export const LEVER_TOKENS = "lever_tokens";
const Tokens = z.object({
  refreshToken: z.string(),
  accessToken: z.string().nullable(),
  expiresAt: z.string().nullable(),
  origins: z.array(z.string()).nullable().default(null),
  untried: z.string().nullable().default(null),
  scopes: z.array(z.string()).optional(),
});

interface TokenStoreDeps {
  database: Database;
  keyring: Keyring;
  clock: Clock;
}

/** The store of one installation. */
export const createLeverTokenStore = (deps: TokenStoreDeps): LeverTokenStore => ({
  inTurn: createRenewalTurn(deps.database),
  load: async () => {
    const [row] = await deps.database.query<{ value: unknown }>(
      "select value from settings where name = $1",
      [LEVER_TOKENS],
    );
    if (!row) return null;
    const { masterKeyId, sealed } = parseSealedSetting(LEVER_TOKENS, row.value);
    const text = deps.keyring.unwrap(sealed, masterKeyId, LEVER_TOKENS).toString("utf8");
    const { expiresAt, ...tokens } = Tokens.parse(JSON.parse(text));
    return { ...tokens, expiresAt: expiresAt === null ? null : Temporal.Instant.from(expiresAt) };
  },
  save: async (tokens) => {
    const text = JSON.stringify({ ...tokens, expiresAt: tokens.expiresAt?.toString() ?? null });
    const { masterKeyId, wrapped } = deps.keyring.wrap(Buffer.from(text, "utf8"), LEVER_TOKENS);
    await deps.database.query(
      `insert into settings (name, value, updated_at) values ($1, $2, $3)
       on conflict (name) do update set value = excluded.value, updated_at = excluded.updated_at`,
      [
        LEVER_TOKENS,
        JSON.stringify({ masterKeyId, sealed: wrapped.toString("base64") }),
        deps.clock.now().toString(),
      ],
    );
  },
});
