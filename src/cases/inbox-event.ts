import type { OpportunityId } from "../domain/ids.ts";

/** One inbox row about to be handled. */
export interface InboxEvent {
  id: string;
  source: string;
  kind: string;
  opportunityId: OpportunityId;
  seq: number;
  data: Record<string, unknown>;
  attempts: number;
  correlationId: string;
}

/** What became of an event: shown on the events page. */
export interface Handled {
  note: string;
}
