/** What comes of it when a candidate says when they could, while an interview is booked. */
import type { AnswerWindow } from "../../domain/candidate-answer.ts";
import { timeOf } from "../../domain/itinerary.ts";
import type { BookedSession } from "../../domain/proposal.ts";
import type { Booked, View } from "./view.ts";

/** search: a time is looked for then. again: another one than they asked away from, among these alone. move: they ask for
 * another one by it. often, late: they would, and may not here any more. kept: nothing changes. cancelling: they asked to
 * cancel, which stands. */
export type WhatComes = "search" | "again" | "move" | "often" | "late" | "kept" | "cancelling";

/** What comes of these windows. */
export const whatComes = ({ state }: View, windows: readonly AnswerWindow[]): WhatComes => {
  if (state.kind !== "booked") return "search";
  if (state.wish === "wants_cancel") return "cancelling";
  if (state.wish === "wants_move") return "again";
  if (!leavesOut(windows, state.payload.sessions)) return "kept";
  return wouldMove(state);
};

const wouldMove = ({ mayMove }: Booked): "move" | "often" | "late" =>
  mayMove.may ? "move" : mayMove.why;

/** Whether one of the sessions lies in none of the windows. */
const leavesOut = (windows: readonly AnswerWindow[], sessions: readonly BookedSession[]): boolean =>
  sessions
    .map(timeOf)
    .some(({ startsAt, endsAt }) =>
      windows.every(
        ({ start, end }) =>
          Temporal.Instant.compare(Temporal.Instant.from(start), startsAt) > 0 ||
          Temporal.Instant.compare(Temporal.Instant.from(end), endsAt) < 0,
      ),
    );
