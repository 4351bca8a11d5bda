/** Whose a token or session is, as the ledger keeps it: by ids, never by name or address. */
import type { Row, Tx } from "../../db/port.ts";

/** For the data of an entry. Shape: nothing of what stands for no account and no person, such as a program's. */
export const whoseToken = async (
  tx: Tx,
  id: string,
): Promise<{ accountId?: string; person?: string }> => {
  const [found] = await tx.query<{ accountId: string | null; person: string | null } & Row>(
    `select account_id as "accountId", lever_user_id as person from api_tokens where id = $1`,
    [id],
  );
  return {
    ...(found?.accountId && { accountId: found.accountId }),
    ...(found?.person && { person: found.person }),
  };
};
