/** Whether whoever asks sits in interviews of a candidate: what that candidate needs is not for them. They are known by the name of their
 * token, where it is their name or address. */
import type { CaseRecord } from "../../cases/records.ts";
import { isSeated, readSeated } from "../../cases/who-is-told.ts";
import type { Database } from "../../db/port.ts";
import type { Texts } from "../../privacy/texts.ts";
import type { Principal } from "../auth/principal.ts";

/** Shape: false of nobody that is known. */
export const sitsIn = async (
  { opportunityId }: Pick<CaseRecord, "opportunityId">,
  principal: Principal | null,
  { database, texts }: { database: Database; texts: Texts },
): Promise<boolean> =>
  principal !== null && isSeated(await readSeated(database, opportunityId, texts), principal.name);
