/** Who has a form of an interview that was missed, and has said nothing of the candidate yet: pure. Nobody waits for it, and they
 * read nothing ahead of it either: that it was missed is one person's word, and may be taken back. */
import type { FeedbackFacts } from "./owed.ts";
import { isOver } from "./over.ts";
import { type Seat, isBefore, isHandedIn, isMissed, seatsOf } from "./seats.ts";
import type { Panel } from "../lever/port.ts";

/** Of a panel those whose interview with a form was missed: without a form of theirs for it, and before the interview that came instead has
 * theirs, or all of its forms. */
export const silentSeats = (panel: Panel, facts: FeedbackFacts): Seat[] =>
  seatsOf(panel, []).filter(
    (seat) =>
      seat.templateId !== null &&
      isMissed(panel.id, seat.interview, facts.missed) &&
      !isHandedIn(seat, facts.forms) &&
      !facts.panels.some((other) => isInstead(other, seat) && hasMadeUpFor(seat, other, facts)),
  );

/** Whether a panel was made after a missed interview had begun, at its stage: what was booked beside it is none instead of it. */
const isInstead = (other: Panel, { panel, interview }: Seat): boolean =>
  other.id !== panel.id &&
  other.stageId === panel.stageId &&
  other.createdAt !== null &&
  !isBefore(other.createdAt, interview.startsAt);

const hasMadeUpFor = ({ userId }: Seat, other: Panel, facts: FeedbackFacts): boolean => {
  const handedIn = seatsOf(other, facts.missed).filter((seat) => isHandedIn(seat, facts.forms));
  const isTheirs = handedIn.some((seat) => seat.userId === userId);
  return isTheirs || (handedIn.length > 0 && isOver(other, facts));
};
