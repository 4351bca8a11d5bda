/** Takes back what Lever or Zoom carried out late, after it had been sent again: a second panel, note or meeting of one booking. The one that
 * our books name is kept; another goes if it is exactly as it was made. Which is meant is not ours to say once a person has
 * changed that other one, or removed the one that was kept. */
import { fencedTransaction } from "../cases/lease.ts";
import type { Database } from "../db/port.ts";
import type { Finding } from "../domain/finding.ts";
import type { Clock } from "../domain/time.ts";
import { appendLedger } from "../ledger/append.ts";
import { isPaused } from "../policy/store.ts";
import type { EffectRecord } from "./effects.ts";
import type { Standing } from "./kind.ts";
import type { Step, StepDeps } from "./step.ts";
import { takeAway } from "./take-back.ts";

interface ExtrasDeps extends StepDeps {
  database: Database;
  clock: Clock;
}

/** What stands of one effect. */
export interface Left {
  effect: EffectRecord;
  standing: Standing[];
  /** Whether this very event took one back before it was interrupted. */
  wasBegun: boolean;
}

/** Of each kind of which there can be two: what is said of it, and where its id is. */
const DOUBLED: Record<string, { code: Finding["code"]; idIn: string }> = {
  zoom_meeting: { code: "meeting_doubled", idIn: "meetingId" },
  lever_panel: { code: "panel_doubled", idIn: "panelId" },
  lever_note: { code: "note_doubled", idIn: "noteId" },
  questions_note: { code: "note_doubled", idIn: "noteId" },
  brief_note: { code: "note_doubled", idIn: "noteId" },
};

/** Errors: retryable ones. */
export const takeBackExtras = async (
  step: Step,
  { effect, standing, wasBegun }: Left,
  deps: ExtrasDeps,
): Promise<Finding[]> => {
  const doubled = DOUBLED[effect.kind];
  if (!doubled) return [];
  const { code, idIn } = doubled;
  const isKept = ({ ref }: Standing): boolean => ref[idIn] === effect.externalRef?.[idIn];
  const extras = standing.filter((each) => !isKept(each));
  const found = { code, caseId: step.case_.id, subject: effect.id };
  if (extras.length === 0) return wasBegun ? [{ ...found, repaired: true }] : [];
  let repaired = standing.some(isKept);
  for (const each of repaired ? extras : []) {
    repaired = each.isAsMade && (await takeBack(step, { effect, each }, deps)) && repaired;
  }
  return [{ ...found, repaired }];
};

const takeBack = async (
  step: Step,
  { effect, each }: { effect: EffectRecord; each: Standing },
  deps: ExtrasDeps,
): Promise<boolean> => {
  if (await isPaused(deps.database)) return false;
  await tellOfRepair(step, { effect, booksSaid: "one" }, deps);
  return (await takeAway(step, { effect, each }, deps)) === null;
};

/** Writes down that something is about to be taken back. */
export const tellOfRepair = async (
  step: Step,
  { effect, booksSaid }: { effect: EffectRecord; booksSaid: string },
  { database, clock }: ExtrasDeps,
): Promise<void> => {
  await fencedTransaction(database, step.run.lease, async (tx) => {
    await appendLedger(tx, {
      type: "reconcile.repair",
      actor: "convene",
      caseId: step.case_.id,
      correlationId: step.run.correlationId,
      data: { effectId: effect.id, kind: effect.kind, booksSaid },
      at: clock.now(),
    });
  });
};
