/** Rounds of interviews, and who may read what was written in them: nobody sees what others think before they have said it
 * themselves. The rule, in full:
 *
 * - A round is a panel. It is *over* when its last interview has ended and everybody who interviews in it with a form has
 *   handed one in for each such interview. Of a cancelled panel only interviews that began before it was cancelled count.
 *   Somebody who was deactivated cannot hand in any more and is not waited for; somebody whom Lever does not know is.
 *   An interview to which the candidate did not come is none, and a form for it is no form of a round: nobody reads it.
 * - That they did not come is one person's word, and can be taken back: whoever has a form there, and has handed in none for it, reads
 *   no more than before, nor does whoever has no name, until they have handed in for an interview that was booked instead, or all
 *   forms of that one are in.
 * - Handed in is a finished, undeleted form by that person for that very interview, of any template; one of several is enough.
 *   One for another interview, one by hand, and one that was opened again and is not finished are none.
 * - Who does not interview in a round reads it when it is over. Who interviews in it reads it once they have handed in for each of
 *   their interviews; where they have no form, when the round is over. Who was replaced interviews in it no more, and who
 *   came instead has handed in nothing yet.
 * - A form belongs to the panel that it names, and as well to every other panel of the same stage: people book one loop as
 *   several panels, move it, or cancel it and make it anew. Where Lever does not say the stage, it is each.
 * - A form whose panel or interview is gone may be of any panel that there is. One by hand, that names neither, may be of each
 *   that was there when it was last touched; where none was, it is of an earlier time and for all to read.
 * - A form is read by who may read each panel that it belongs to, and it is over when each is.
 *
 * So what is over is for everybody who works here, and no active person's own form is missing there. */
import type { UserId } from "../domain/ids.ts";
import { touchedAt } from "../domain/touched-at.ts";
import type { FeedbackFacts } from "./owed.ts";
import { isOver as isPanelOver } from "./over.ts";
import { isNamedBy } from "./round.ts";
import { isBefore, isGone, isHandedIn, isOfMissed, seatsOf } from "./seats.ts";
import { silentSeats } from "./silent.ts";
import type { Panel, SubmittedFeedback } from "../lever/port.ts";

/** Of one opportunity, as Lever has it now. */
export type RoundFacts = FeedbackFacts;

/** Of a form what says where it belongs. */
type PlacedForm = Pick<SubmittedFeedback, "panelId" | "interviewId" | "completedAt" | "updatedAt">;

/** What a form is for one reader. */
export interface RoundOfForm {
  /** Null for one by hand. */
  panelId: string | null;
  /** Whether everybody may read it. */
  isOver: boolean;
  /** Whether the reader interviews there. */
  isReaders: boolean;
  /** `own_missing`: the reader has something to hand in first. `not_over`: others have. */
  reading: "allowed" | "own_missing" | "not_over";
}

/** Judges forms for one reader; without one, for whoever works here. */
export const roundsFor = (
  facts: RoundFacts,
  readerId: UserId | null,
): ((form: PlacedForm) => RoundOfForm) => {
  const standings = new Map(
    facts.panels.map((panel) => [panel, standingIn(panel, readerId, facts)]),
  );
  return (form) => {
    const { named, all } = panelsOf(form, facts.panels);
    const found = all.flatMap((panel) => standings.get(panel) ?? []);
    // Nothing that it says is of the candidate, unless that is taken back.
    const isVoid = isOfMissed(form, facts);
    const isOver = !isVoid && found.every((one) => one.isOver);
    const reading = readingOf(found, readerId);
    return {
      panelId: named?.id ?? form.panelId,
      isOver,
      isReaders: found.some((one) => one.isReaders),
      reading: isVoid && reading === "allowed" ? "not_over" : reading,
    };
  };
};

/** The same of forms that are quoted by their ids: what Lever gives no more may be of any panel that there is. */
export const readingsById = (
  facts: RoundFacts,
  readerId: UserId | null,
): ((formId: string) => RoundOfForm["reading"]) => {
  const roundOf = roundsFor(facts, readerId);
  return (formId) => roundOf(facts.forms.find(({ id }) => id === formId) ?? GONE).reading;
};

const GONE: PlacedForm = {
  panelId: "",
  interviewId: "",
  completedAt: Temporal.Instant.fromEpochMilliseconds(0),
  updatedAt: null,
};

/** Whether somebody's words of a moment may be what they think of a round that others are still to judge. */
export const isOfOpenRound = (
  { by, at }: { by: UserId | null; at: Temporal.Instant },
  facts: RoundFacts,
): boolean =>
  facts.panels.some((panel) => {
    const seats = seatsOf(panel, []);
    const isTheirs =
      by === null ||
      seats.some(({ userId }) => userId === by) ||
      facts.forms.some((form) => form.userId === by && isNamedBy(form, panel));
    const hasBegun = seats.some(({ interview }) => !isBefore(at, interview.startsAt));
    return isTheirs && hasBegun && !standingIn(panel, null, facts).isOver;
  });

interface Standing {
  /** For everybody: nobody has still to say something there. */
  isOver: boolean;
  /** Nobody is waited for: over for whoever is known to have nothing to say there. */
  isEnded: boolean;
  isReaders: boolean;
  /** `waits`: has nothing to hand in, and reads when it is over. */
  own: "outside" | "handed_in" | "waits" | "missing";
}

const readingOf = (found: readonly Standing[], readerId: UserId | null): RoundOfForm["reading"] => {
  if (found.some(({ own }) => own === "missing")) return "own_missing";
  const isOpen = (one: Standing): boolean => (readerId === null ? one.isOver : one.isEnded);
  return found.every((one) => one.own === "handed_in" || isOpen(one)) ? "allowed" : "not_over";
};

const standingIn = (panel: Panel, readerId: UserId | null, facts: RoundFacts): Standing => {
  const silent = silentSeats(panel, facts);
  const isEnded = isPanelOver(panel, facts);
  const isOver = isEnded && silent.every(({ userId }) => isGone(userId, facts.users));
  if (silent.some(({ userId }) => userId === readerId)) {
    return { isOver, isEnded, isReaders: true, own: "missing" };
  }
  const mine =
    readerId === null
      ? []
      : seatsOf(panel, facts.missed).filter((seat) => seat.userId === readerId);
  if (mine.length === 0) return { isOver, isEnded, isReaders: false, own: "outside" };
  const owed = mine.filter((seat) => !isHandedIn(seat, facts.forms));
  const own =
    owed.length === 0
      ? "handed_in"
      : owed.some(({ templateId }) => templateId !== null)
        ? "missing"
        : "waits";
  return { isOver, isEnded, isReaders: true, own };
};

const panelsOf = (
  form: PlacedForm,
  panels: readonly Panel[],
): { named: Panel | null; all: Panel[] } => {
  const named = panels.filter((panel) => isNamedBy(form, panel));
  const isByHand = form.panelId === null && form.interviewId === null;
  const last = touchedAt(form);
  const possible = isByHand
    ? panels.filter(({ createdAt }) => createdAt === null || !isBefore(last, createdAt))
    : panels;
  const own = named.length > 0 ? named : possible;
  const all = panels.filter((panel) => own.some((one) => one === panel || isSameStage(one, panel)));
  return { named: named[0] ?? null, all };
};

const isSameStage = (one: Panel, other: Panel): boolean =>
  one.stageId === null || other.stageId === null || one.stageId === other.stageId;
