/** When a round is over, and when its synthesis is due: pure. */
import type { StageId } from "../domain/ids.ts";
import { touchedAt } from "../domain/touched-at.ts";
import type { Panel } from "../lever/port.ts";
import type { FeedbackFacts } from "./owed.ts";
import {
  endOf,
  formsOf,
  heldInterviews,
  isBefore,
  isGone,
  isHandedIn,
  panelsAt,
  seatsOf,
} from "./seats.ts";

/** Whether a panel's last interview has ended and everybody who interviews there with a form has handed in one for each of
 * theirs. Who was deactivated is not waited for, nor anybody for an interview that the candidate missed. */
export const isOver = (panel: Panel, { forms, users, missed, now }: FeedbackFacts): boolean => {
  const hasEnded =
    panel.canceledAt !== null ||
    heldInterviews(panel, missed).every((interview) => !isBefore(now, endOf(interview)));
  return (
    hasEnded &&
    seatsOf(panel, missed).every(
      (seat) => seat.templateId === null || isHandedIn(seat, forms) || isGone(seat.userId, users),
    )
  );
};

/** A round whose forms are to be put together. */
export interface DueRound {
  stageId: StageId;
  /** Whether its deadline has come before all forms were in. */
  partial: boolean;
  /** What makes it due, the same as long as nothing is new: the newest form as it is, without which older ones as their interviews were
   * missed, or the deadline. */
  because: string;
}

/** Rounds of which all forms are in, or whose deadline has come with some of them, of the stages that have a deadline. All panels
 * of a stage are one round; one of which Lever does not say the stage may be of each. One without any form of a panel that is surely its own is none. `deadlines`:
 * by stage, from the end of its last interview. */
export const roundsDue = (
  facts: FeedbackFacts,
  deadlines: ReadonlyMap<StageId, Temporal.Duration>,
): DueRound[] =>
  [...deadlines].flatMap(([stageId, deadline]) => {
    const panels = panelsAt(facts.panels, stageId);
    const known = panels.filter((panel) => panel.stageId !== null);
    const because = newestForm(panels, facts);
    if (because === null || newestForm(known, facts) === null) return [];
    if (panels.every((panel) => isOver(panel, facts))) return { stageId, partial: false, because };
    const until = lastEnd(panels, facts)?.add(deadline);
    if (!until || isBefore(facts.now, until)) return [];
    return { stageId, partial: true, because: until.toString() };
  });

/** Shape: null when there is none. */
const newestForm = (panels: readonly Panel[], facts: FeedbackFacts): string | null => {
  const newest = datedForms(panels, facts).at(-1);
  if (!newest) return null;
  const words = `${newest.id} ${newest.at.toString()}`;
  const all = datedForms(panels, { ...facts, missed: [] }).map(({ id }) => id);
  const counted = new Set(datedForms(panels, facts).map(({ id }) => id));
  const without = all.slice(0, all.indexOf(newest.id)).filter((id) => !counted.has(id));
  return without.length === 0 ? words : `${words} without ${without.join(" ")}`;
};

/** Oldest first. */
const datedForms = (
  panels: readonly Panel[],
  { forms, missed }: FeedbackFacts,
): { id: string; at: Temporal.Instant }[] =>
  panels
    .flatMap((panel) => seatsOf(panel, missed))
    .flatMap((seat) => formsOf(seat, forms))
    .map((form) => ({ id: form.id, at: touchedAt(form) }))
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at) || (a.id < b.id ? -1 : 1));

const lastEnd = (
  panels: readonly Panel[],
  { missed }: FeedbackFacts,
): Temporal.Instant | undefined =>
  panels
    .flatMap((panel) => seatsOf(panel, missed))
    .map(({ interview }) => endOf(interview))
    .toSorted(Temporal.Instant.compare)
    .at(-1);
