/** An address that comes with somebody who is not the account that has it. They do not become that person, and the ledger keeps that they came. */
import type { Database, Row } from "../../db/port.ts";
import { AppError } from "../../domain/errors.ts";
import { cleanLine } from "../../domain/quoted.ts";
import type { Clock } from "../../domain/time.ts";
import { appendLedger } from "../../ledger/append.ts";

/** Who came, by the provider's word. */
export interface Claimant {
  issuer: string;
  subject: string;
  email: string;
  by: "sign-in" | "access token";
}

interface ForeignDeps {
  database: Database;
  clock: Clock;
}

/** The same of the same is told once in so many hours: whoever tries all day fills no ledger. */
const TOLD_AGAIN_HOURS = 1;
const SUBJECT_CHARACTERS = 120;

/** The account that has the address and is not theirs; null: there is none. `isNobodysYet`: it was made by hand, and nobody has signed in to it. */
const findForeign = async (
  { issuer, subject, email }: Claimant,
  { database }: Pick<ForeignDeps, "database">,
): Promise<{ id: string; isNobodysYet: boolean } | null> => {
  const [row] = await database.query<{ id: string; isNobodysYet: boolean } & Row>(
    `select id, subject is null as "isNobodysYet" from accounts
     where lower(email) = lower($3) and (issuer, subject) is distinct from ($1, $2)`,
    [issuer, subject, email],
  );
  return row ?? null;
};

/** Keeps in the ledger that somebody came with an address of an account that is not theirs. */
export const tellForeignAddress = async (claimant: Claimant, deps: ForeignDeps): Promise<void> => {
  const account = await findForeign(claimant, deps);
  if (account) await keepThatTheyCame(account.id, claimant, deps);
};

const keepThatTheyCame = async (
  accountId: string,
  claimant: Claimant,
  { database, clock }: ForeignDeps,
): Promise<void> => {
  const now = clock.now();
  const data = {
    accountId,
    by: claimant.by,
    subject: cleanLine(claimant.subject, SUBJECT_CHARACTERS),
  };
  await database.transaction(async (tx) => {
    const told = await tx.query(
      `select from ledger where type = 'access.refused' and at > $1 and data @> $2::jsonb limit 1`,
      [now.subtract({ hours: TOLD_AGAIN_HOURS }).toString(), data],
    );
    if (told.length > 0) return;
    await appendLedger(tx, {
      type: "access.refused",
      actor: "nobody",
      correlationId: accountId,
      data,
      at: now,
    });
  });
};

/** Errors: `forbidden` for somebody unknown whose address is an account's, with an entry in the ledger. */
export const refuseForeignAddress = async (
  claimant: Claimant,
  deps: ForeignDeps,
): Promise<void> => {
  const account = await findForeign(claimant, deps);
  if (!account) return;
  await keepThatTheyCame(account.id, claimant, deps);
  throw account.isNobodysYet ? notYetTheirs() : addressOfAnother();
};

/** Whoever has the address now has come as somebody else. */
export const addressOfAnother = (): AppError =>
  new AppError({
    code: "forbidden",
    fault: "caller",
    message:
      "Your address was somebody else’s here before. An administrator has to remove that entry under Access first.",
  });

const notYetTheirs = (): AppError =>
  new AppError({
    code: "forbidden",
    fault: "caller",
    message:
      "An administrator has set by hand what your address may, and nobody has signed in with it yet. Sign in to the dashboard once: from then on the access token is known to be yours.",
  });
