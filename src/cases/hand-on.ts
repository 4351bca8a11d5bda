/** A request that was understood becomes an event of the opportunity it is about: from there on it is like any other, through the same
 * specialists and the same gate. Once for each request, however often its run is tried. */
import type { Asker } from "../domain/decision-channel.ts";
import type { Tx } from "../db/port.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";
import { BRIEF_REQUESTED } from "./briefs.ts";
import { askForNudge } from "./feedback-nudges.ts";
import type { MirroredForm } from "./feedback-owed.ts";
import type { CaseRecord } from "./records.ts";

/** Kind of the event that a person wants other times, or other people, than stand now; or times at all. */
export const CHANGE_REQUESTED = "change_requested";
/** Kind of the event that a person wants to have what is booked taken back. */
export const CANCEL_REQUESTED = "cancel_requested";

/** Times that somebody asks for. Shape: ISO instants. */
export interface AskedTimes {
  windows: { start: string; end: string }[];
  /** Whether times are named, not only ruled out. */
  isNamed: boolean;
}

/** What is handed on: ids and times alone. */
export type Handed = { case_: CaseRecord } & (
  | {
      what: "change";
      times: AskedTimes | null;
      withUserId: string | null;
      withoutUserId: string | null;
      /** Sessions in which somebody is replaced; null: all of them. */
      sessionIds: string[] | null;
    }
  | { what: "cancel" }
  | { what: "brief"; sessionIds: string[]; userId: string | null }
  | { what: "remind"; form: MirroredForm; zone: string; most: number }
);

/** Hands on what somebody asked for. Shape: the event's id; null: something has come of it meanwhile. */
export type HandOn = (
  tx: Tx,
  handed: Handed,
  request: { id: string; correlationId: string } & Asker,
) => Promise<string | null>;

/** How long a reminder that somebody asks for may still leave. */
const REMIND_WITHIN = { hours: 24 };

/** A function that does so. */
export const createHandOn =
  (deps: AcceptDeps): HandOn =>
  async (tx, handed, request) => {
    const { case_ } = handed;
    if (handed.what === "remind") {
      const { form, zone, most } = handed;
      const now = deps.clock.now();
      const time = { at: now, until: now.add(REMIND_WITHIN) };
      return await askForNudge(
        tx,
        { form, time, most, zone, correlationId: request.correlationId },
        deps,
      );
    }
    const { eventId } = await acceptEvent(
      tx,
      {
        source: "person",
        kind: KINDS[handed.what],
        deliveryKey: `asked:${request.id}`,
        opportunityId: case_.opportunityId,
        data: { caseId: case_.id, by: request.by, via: request.via, ...dataOf(handed) },
        correlationId: request.correlationId,
      },
      deps,
    );
    return eventId;
  };

const KINDS = {
  change: CHANGE_REQUESTED,
  cancel: CANCEL_REQUESTED,
  brief: BRIEF_REQUESTED,
} as const;

const dataOf = (handed: Exclude<Handed, { what: "remind" }>): Record<string, unknown> => {
  switch (handed.what) {
    case "cancel":
      return {};
    case "brief":
      return {
        sessionIds: handed.sessionIds,
        ...(handed.userId !== null && { userId: handed.userId }),
      };
    case "change":
      return {
        asked: {
          times: handed.times,
          withUserId: handed.withUserId,
          withoutUserId: handed.withoutUserId,
          sessionIds: handed.sessionIds,
        },
      };
  }
};
