/** Changes of bookings as they are kept: what they say, and which of them only put back what was done to a booking outside. */
import type { Database, Queryable } from "../db/port.ts";
import { isPutBack } from "../domain/change.ts";
import { BookInterview } from "../domain/proposal.ts";
import type { Texts } from "../privacy/texts.ts";

type Reads = Database | Queryable;

interface Kept {
  id: string;
  payloadTextId: string | null;
}

/** Payloads by the id of their proposal. Shape: without those that were erased. */
export const openPayloads = async (
  reads: Reads,
  kept: readonly Kept[],
  texts: Pick<Texts, "openMany">,
): Promise<Map<string, unknown>> => {
  const ids = kept.flatMap(({ payloadTextId }) => payloadTextId ?? []);
  const opened = ids.length === 0 ? new Map<string, string>() : await texts.openMany(reads, ids);
  return new Map(
    kept.flatMap(({ id, payloadTextId }) => {
      const text = payloadTextId === null ? undefined : opened.get(payloadTextId);
      return text === undefined ? [] : [[id, JSON.parse(text) as unknown]];
    }),
  );
};

/** Whether a payload only puts back what was done outside. What is of another release, or was erased, counts as a change. */
export const isKeptPutBack = (payload: unknown): boolean => {
  const { data } = BookInterview.safeParse(payload);
  return data !== undefined && isPutBack(data);
};
