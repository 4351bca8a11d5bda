/** Whose a token or session is, as the ledger keeps it: in the words in which it names them as an actor, and by ids, which outlast a name. */
import type { Row, Tx } from "../../db/port.ts";

/** For the data of an entry. Shape: no ids of what stands for no account and no person, such as a program's. */
export const whoseToken = async (
  tx: Tx,
  id: string,
): Promise<{ name?: string; accountId?: string; person?: string }> => {
  const [found] = await tx.query<
    { name: string; accountId: string | null; person: string | null } & Row
  >(
    `select name, account_id as "accountId", lever_user_id as person from api_tokens where id = $1`,
    [id],
  );
  return {
    ...(found && { name: found.name }),
    ...(found?.accountId && { accountId: found.accountId }),
    ...(found?.person && { person: found.person }),
  };
};
