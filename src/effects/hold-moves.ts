/** Moves to another stage, held against the changes that Lever has written down. */
import type { Finding } from "../domain/finding.ts";
import type { MoveStage } from "../domain/stage-move.ts";
import type { StageChange } from "../lever/port.ts";
import type { EffectRecord, EffectStatus } from "./effects.ts";

/** Clocks of ours and Lever's may be so far apart. */
export const APART = Temporal.Duration.from({ minutes: 5 });

/** An effect that will not be done any more, by our books. */
const NOT_DONE: readonly EffectStatus[] = ["failed", "parked", "skipped", "undone"];

/** What is otherwise than our books say. Where Lever gives no changes, as of a candidate who is gone, nothing can be said. */
export const moveFindings = (
  { to, performAs }: Pick<MoveStage, "to" | "performAs">,
  { effects, changes }: { effects: readonly EffectRecord[]; changes: readonly StageChange[] },
): Pick<Finding, "code" | "subject">[] => {
  const ways = changes.filter(({ toStageId }) => toStageId === to.id);
  return effects.flatMap((effect): Pick<Finding, "code" | "subject">[] => {
    const { id: subject, status, startedAt, finishedAt } = effect;
    if (startedAt === null || changes.length === 0) return [];
    const span = { from: startedAt, to: finishedAt ?? startedAt };
    if (status === "done") {
      const isThere = ways.some((change) => change.at === null || isWithin(change.at, span));
      return isThere ? [] : [{ code: "move_gone", subject }];
    }
    const isOurs = ({ at, by }: StageChange): boolean =>
      at !== null && isWithin(at, span) && (by === null || by === performAs);
    const isLeft = NOT_DONE.includes(status) && ways.some(isOurs);
    return isLeft ? [{ code: "move_stands", subject }] : [];
  });
};

const isWithin = (
  at: Temporal.Instant,
  { from, to }: { from: Temporal.Instant; to: Temporal.Instant },
): boolean =>
  Temporal.Instant.compare(at, from.subtract(APART)) >= 0 &&
  Temporal.Instant.compare(at, to.add(APART)) <= 0;
