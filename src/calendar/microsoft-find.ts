/** Finds events of ours in a mailbox by what we keep beside them: Graph chooses its own ids. */
import { z } from "zod";
import { badAnswer } from "./microsoft-errors.ts";
import {
  EXPAND_OURS,
  type FoundEvent,
  ONE_EVENT_FIELDS,
  filterByEventId,
  toFoundEvent,
} from "./microsoft-event.ts";
import type { MicrosoftHttp } from "./microsoft-http.ts";

const List = z.object({ value: z.array(z.unknown()) });

/** The event with our id; null when the mailbox has none. Errors: `calendar_not_found` when there is no such mailbox, and
 * those of every read. */
export const findEvent = async (
  http: MicrosoftHttp,
  organizer: string,
  eventId: string,
): Promise<FoundEvent | null> => {
  const method = "events.list";
  const answer = List.safeParse(
    await http.read({
      method,
      path: `/users/${encodeURIComponent(organizer)}/events`,
      query: {
        $filter: filterByEventId(eventId),
        $expand: EXPAND_OURS,
        $select: ONE_EVENT_FIELDS,
      },
    }),
  );
  if (!answer.success) throw badAnswer(method, ["value"]);
  const [first] = answer.data.value;
  if (first === undefined) return null;
  const found = toFoundEvent(first);
  if (!found) throw badAnswer(method, ["value.0"]);
  return found;
};
