/** Who meets when a round is over: pure. */
import type { StageId, UserId } from "../domain/ids.ts";
import type { FeedbackFacts } from "./owed.ts";
import { roundsDue } from "./over.ts";
import { type Seat, isGone, isHandedIn, panelsAt, seatsOf } from "./seats.ts";

/** Why somebody is asked to it. */
export type DebriefReason = "handed_in" | "recruiter" | "hiring_manager";

/** What is asked. */
export interface DebriefAsked {
  stageId: StageId;
  /** From the end of the round's last interview on. */
  deadline: Temporal.Duration;
  /** Who comes beside those who handed in, as far as Lever says who they are. */
  beside: readonly { userId: UserId | null; why: Exclude<DebriefReason, "handed_in"> }[];
}

/** Who meets, and who does not. */
export interface DebriefPanel {
  /** The deadline came before all forms were in. */
  isPartial: boolean;
  people: { userId: UserId; why: DebriefReason }[];
  /** Who comes although a form of theirs is not in. */
  owing: UserId[];
  skipped: { userId: UserId; because: "deactivated" | "unknown" | "not_handed_in" }[];
}

/** Null: the round is not over, or nobody has handed in anything. Each person once. Whoever Lever has deactivated, or does not list,
 * cannot be asked; whoever interviewed and handed in nothing is not. */
export const debriefPanel = (
  facts: FeedbackFacts,
  { stageId, deadline, beside }: DebriefAsked,
): DebriefPanel | null => {
  const [round] = roundsDue(facts, new Map([[stageId, deadline]]));
  if (!round) return null;
  const seats = panelsAt(facts.panels, stageId).flatMap((panel) => seatsOf(panel, facts.missed));
  const isIn = (seat: Seat): boolean => isHandedIn(seat, facts.forms);
  const wrote = seats.filter(isIn).map(({ userId }) => userId);
  const silent = seats
    .filter((seat) => seat.templateId !== null && !isIn(seat))
    .map(({ userId }) => userId);
  const panel: DebriefPanel = { isPartial: round.partial, people: [], owing: [], skipped: [] };
  const asked = [
    ...wrote.map((userId) => ({ userId, why: "handed_in" as const })),
    ...beside.flatMap(({ userId, why }) => (userId === null ? [] : [{ userId, why }])),
  ];
  const met = new Set<UserId>();
  for (const { userId, why } of asked) {
    if (met.has(userId)) continue;
    met.add(userId);
    const because = reasonNotToAsk(userId, facts);
    if (because) panel.skipped.push({ userId, because });
    else panel.people.push({ userId, why });
  }
  for (const userId of new Set(silent)) {
    if (panel.people.some((one) => one.userId === userId)) panel.owing.push(userId);
    else if (!met.has(userId)) panel.skipped.push({ userId, because: silence(userId, facts) });
  }
  return panel;
};

const reasonNotToAsk = (
  userId: UserId,
  { users }: FeedbackFacts,
): "deactivated" | "unknown" | null => {
  if (isGone(userId, users)) return "deactivated";
  return users.some(({ id }) => id === userId) ? null : "unknown";
};

const silence = (userId: UserId, { users }: FeedbackFacts): "deactivated" | "not_handed_in" =>
  isGone(userId, users) ? "deactivated" : "not_handed_in";
