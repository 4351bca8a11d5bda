/** What falls due in chats: the moment stands in the chat, and once it has come the inbox is told of it, once. */
import type { Database, Row, Tx } from "../db/port.ts";
import type { OpportunityId } from "../domain/ids.ts";
import { type AcceptDeps, type NewEvent, acceptEvent } from "../intake/accept.ts";

/** A chat in which it is time. */
export interface DueChat extends Row {
  caseId: string;
  opportunityId: OpportunityId;
  dueAt: Temporal.Instant;
}

/** What is done then. */
export interface ChatDue {
  /** Of `chats`, where the moment stands. */
  column: "note_due_at" | "answers_due_at";
  kind: string;
  /** Before case and moment in the key of the delivery. */
  key: string;
  /** Takes the moment out of the chat. Shape: what the event tells beside its case; null: another process was quicker. */
  take(tx: Tx, due: DueChat): Promise<NewEvent["data"] | null>;
}

const MOST_A_ROUND = 20;

/** One round; safe in any number of processes. */
export const askForDueChats = async (
  { column, kind, key, take }: ChatDue,
  deps: AcceptDeps & { database: Database },
): Promise<void> => {
  const due = await deps.database.query<DueChat>(
    `select ch.case_id as "caseId", c.opportunity_id as "opportunityId", ch.${column} as "dueAt"
     from chats ch join cases c on c.id = ch.case_id where ch.${column} <= $1 order by ch.${column} limit $2`,
    [deps.clock.now(), MOST_A_ROUND],
  );
  for (const each of due) {
    await deps.database.transaction(async (tx) => {
      const told = await take(tx, each);
      if (told === null) return;
      const { caseId, opportunityId, dueAt } = each;
      const deliveryKey = `${key}:${caseId}:${dueAt.toString()}`;
      const data = { caseId, ...told };
      await acceptEvent(tx, { source: "clock", kind, deliveryKey, opportunityId, data }, deps);
    });
  }
};
