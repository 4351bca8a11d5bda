/** Word that sessions, tokens or roles have changed: open streams ask anew who they are of. */
import type { Queryable } from "../../db/port.ts";

export const tellOfAccess = async (reads: Queryable): Promise<void> => {
  await reads.query("select pg_notify('convene', $1)", [JSON.stringify({ topic: "access" })]);
};
