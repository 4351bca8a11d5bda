/** Sign-ins that are under way at the identity provider. All that binds one to its browser follows from one secret in a cookie: it can be
 * finished once, by that browser alone, and nothing of use is kept here. */
import { createHash, randomBytes } from "node:crypto";
import type { Database, Row } from "../../db/port.ts";
import { isSameSecret } from "../../digest.ts";
import { AppError } from "../../domain/errors.ts";
import type { Clock } from "../../domain/time.ts";

interface AttemptDeps {
  database: Database;
  clock: Clock;
}

/** What goes to the provider and comes back, and what proves that both were ours. */
export interface Proofs {
  state: string;
  nonce: string;
  /** Of PKCE. */
  verifier: string;
}

export const ATTEMPT_MINUTES = 10;

const derive = (secret: string, what: string): string =>
  createHash("sha256").update(`${what}\0${secret}`).digest("base64url");

const proofsOf = (secret: string): Proofs => ({
  state: derive(secret, "state"),
  nonce: derive(secret, "nonce"),
  verifier: derive(secret, "verifier"),
});

/** Begins one. Shape: the cookie's secret, and what goes to the provider. */
export const beginSignIn = async (
  returnTo: string,
  { database, clock }: AttemptDeps,
): Promise<{ secret: string } & Proofs> => {
  const secret = randomBytes(32).toString("base64url");
  const now = clock.now();
  const over = now.subtract({ minutes: ATTEMPT_MINUTES }).toString();
  await database.query("delete from sign_ins where began_at < $1", [over]);
  await database.query(
    "insert into sign_ins (secret_hash, return_to, began_at) values ($1, $2, $3)",
    [derive(secret, "row"), returnTo, now.toString()],
  );
  return { secret, ...proofsOf(secret) };
};

/** Takes the one of this browser, if it is the one that the provider answers: from now on it is over, whatever comes of it. Errors:
 * `link_expired` for one that is over, used, or another browser's. */
export const takeSignIn = async (
  { secret, state }: { secret: string | null; state: string },
  { database, clock }: AttemptDeps,
): Promise<{ returnTo: string } & Proofs> => {
  if (secret === null || !isSameSecret(state, proofsOf(secret).state)) throw isOver();
  const [row] = await database.query<{ returnTo: string } & Row>(
    `delete from sign_ins where secret_hash = $1 and began_at > $2 returning return_to as "returnTo"`,
    [derive(secret, "row"), clock.now().subtract({ minutes: ATTEMPT_MINUTES }).toString()],
  );
  if (!row) throw isOver();
  return { ...row, ...proofsOf(secret) };
};

const isOver = (): AppError =>
  new AppError({
    code: "link_expired",
    fault: "caller",
    message: `This sign-in took longer than ${ATTEMPT_MINUTES} minutes, was finished before, or was begun in another browser. Nobody was signed in. Begin again.`,
  });
