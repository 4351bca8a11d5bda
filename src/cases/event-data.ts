/** What an event of the inbox says beside its kind: ids and enums. */
import type { Database, Queryable } from "../db/port.ts";

/** Shape: empty when the event says nothing. */
export const readEventData = async (
  reads: Database | Queryable,
  eventId: string,
): Promise<Record<string, unknown>> => {
  const [event] = await reads.query<{ data: Record<string, unknown> }>(
    "select data from inbox where id = $1",
    [eventId],
  );
  return event?.data ?? {};
};
