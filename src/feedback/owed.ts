/** Who owes which feedback form: a pure answer from what Lever has now. Owed is a form by everybody who interviewed with one,
 * for each interview of theirs that is over. What counts as handed in is what counts for reading it (`seats.ts`). */
import type { UserId } from "../domain/ids.ts";
import type { LeverUser, Panel, SubmittedFeedback } from "../lever/port.ts";
import { silentSeats } from "./silent.ts";
import {
  type MissedInterview,
  type Seat,
  endOf,
  formsOf,
  isBefore,
  isGone,
  isMissed,
  seatsOf,
} from "./seats.ts";

/** Of one opportunity. */
export interface FeedbackFacts {
  panels: readonly Panel[];
  forms: readonly SubmittedFeedback[];
  /** Active ones and others. */
  users: readonly LeverUser[];
  /** To which the candidate did not come. */
  missed: readonly MissedInterview[];
  now: Temporal.Instant;
}

/** Why a form is not waited for although it is not in. `deactivated`: its writer is, in Lever. `too_long`: nobody hands it in
 * after so long. `missed`: the candidate did not come to its interview. `made_up`: the same, and the interview that came instead has its
 * writer's form, or all of its forms: of none of the others its writer may read ahead. */
export type Excuse = "deactivated" | "too_long" | "missed" | "made_up";

/** A form that is owed or was. */
export interface OwedForm {
  interviewId: string;
  userId: UserId;
  panel: Panel;
  templateId: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  /** Whether Lever itself reminds of it. */
  leverReminds: boolean;
  status: "owed" | "handed_in" | "excused";
  excuse: Excuse | null;
  /** When the first of their forms was completed. */
  handedInAt: Temporal.Instant | null;
}

/** How long a form is waited for. */
export const WAITED_FOR_DAYS = 30;

/** So long after its interview a form that is not in is overdue. */
export const OVERDUE_AFTER_HOURS = 24;

/** The forms of all interviews that are over, each once. */
export const owedForms = (facts: FeedbackFacts): OwedForm[] => {
  const owed = new Map<string, OwedForm>();
  for (const seat of seatsWithForm(facts.panels)) {
    if (isBefore(facts.now, endOf(seat.interview))) continue;
    const key = `${seat.interview.id} ${seat.userId}`;
    if (!owed.has(key)) owed.set(key, owedForm(seat, facts));
  }
  return [...owed.values()];
};

/** When the next interview with a form ends; null: none is to come. */
export const nextEnd = ({
  panels,
  now,
}: Pick<FeedbackFacts, "panels" | "now">): Temporal.Instant | null =>
  seatsWithForm(panels)
    .map(({ interview }) => endOf(interview))
    .filter((end) => isBefore(now, end))
    .toSorted(Temporal.Instant.compare)[0] ?? null;

type SeatWithForm = Seat & { templateId: string };

const seatsWithForm = (panels: readonly Panel[]): SeatWithForm[] =>
  panels
    // What was missed is told of with the others, and excused.
    .flatMap((panel) => seatsOf(panel, []))
    .flatMap((seat) =>
      seat.templateId === null ? [] : [{ ...seat, templateId: seat.templateId }],
    );

const owedForm = (seat: SeatWithForm, facts: FeedbackFacts): OwedForm => {
  const { interview, userId, panel, templateId } = seat;
  const endsAt = endOf(interview);
  const [handedInAt] = formsOf(seat, facts.forms)
    .map(({ completedAt }) => completedAt)
    .toSorted(Temporal.Instant.compare);
  const excuse = handedInAt ? null : excuseOf(seat, facts);
  return {
    interviewId: interview.id,
    userId,
    panel,
    templateId,
    startsAt: interview.startsAt,
    endsAt,
    leverReminds: interview.leverReminds,
    status: handedInAt ? "handed_in" : excuse ? "excused" : "owed",
    excuse,
    handedInAt: handedInAt ?? null,
  };
};

const excuseOf = ({ panel, interview, userId }: Seat, facts: FeedbackFacts): Excuse | null => {
  const { users, missed, now } = facts;
  if (isMissed(panel.id, interview, missed)) {
    const isSilent = silentSeats(panel, facts).some(
      (seat) => seat.interview.id === interview.id && seat.userId === userId,
    );
    return isSilent ? "missed" : "made_up";
  }
  if (isGone(userId, users)) return "deactivated";
  return isBefore(endOf(interview).add({ hours: WAITED_FOR_DAYS * 24 }), now) ? "too_long" : null;
};
