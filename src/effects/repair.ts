/** Takes back what stands outside although our books say that it does not: a crash, a lost answer or somebody's restore can
 * leave it. What is taken back was made by an effect of a proposal that was approved and then failed or was undone; taking
 * its leavings back is the rest of that proposal's saga, so it asks for no decision of its own. It does so under the lease,
 * by the effect's own way of being undone, and not while everything is paused. Whatever else is found is only told. */
import { listStandingBookings } from "../cases/bookings.ts";
import { getCase } from "../cases/cases.ts";
import { fencedTransaction } from "../cases/lease.ts";
import { isUnreadable, openProposal } from "../cases/open-proposal.ts";
import { getProposal } from "../cases/proposals.ts";
import type { CaseRecord, ProposalRecord } from "../cases/records.ts";
import type { CalendarReader } from "../calendar/port.ts";
import type { Database } from "../db/port.ts";
import type { Finding } from "../domain/finding.ts";
import type { OpportunityId } from "../domain/ids.ts";
import { effectOfLink } from "../domain/panel-link.ts";
import { type BookedSession, type ProposalPayload, isBooking } from "../domain/proposal.ts";
import type { Clock } from "../domain/time.ts";
import { appendLedger } from "../ledger/append.ts";
import type { LeverReader, Panel } from "../lever/port.ts";
import { isPaused } from "../policy/store.ts";
import type { Texts } from "../privacy/texts.ts";
import type { StepsOf } from "./bundles.ts";
import { type EffectRecord, listEffects, setEffect } from "./effects.ts";
import { type Left, takeBackExtras, tellOfRepair } from "./extras.ts";
import type { EffectKind, Standing } from "./kind.ts";
import { type Look, createLook } from "./look.ts";
import { moveFindings } from "./hold-moves.ts";
import { matchSteps } from "./match-steps.ts";
import { type Step, type StepDeps, contextOf } from "./step.ts";
import { takeBackStanding } from "./take-back.ts";

export interface RepairDeps extends StepDeps {
  database: Database;
  texts: Texts;
  clock: Clock;
  stepsOf: StepsOf;
  calendar: { reader: CalendarReader };
}

export interface RepairRun {
  lease: Step["run"]["lease"];
  correlationId: string;
  signal: AbortSignal;
  /** As the run reads it: what was read already is not read again. */
  lever: LeverReader;
}

interface Held {
  proposal: ProposalRecord;
  case_: CaseRecord;
  payload: ProposalPayload;
  kinds: readonly EffectKind[];
  effects: EffectRecord[];
  look: Look;
  run: RepairRun;
}

/** A function that holds what one opportunity's proposals did against what stands outside. Errors: retryable ones. */
export const createRepair =
  (deps: RepairDeps) =>
  async (opportunityId: OpportunityId, run: RepairRun): Promise<Finding[]> => {
    const look = createLook(opportunityId, { lever: run.lever, calendar: deps.calendar.reader });
    const standing = await listStandingBookings(deps.database, opportunityId, deps.clock.now());
    const stands = new Set(standing.map(({ proposalId }) => proposalId));
    const findings = await releaseLeftover(opportunityId, run, deps);
    for (const id of await listPerformed(opportunityId, deps.database)) {
      const held = await openHeld(id, { look, run }, deps);
      if (!held) {
        if (stands.has(id)) findings.push(await unreadable(id, deps));
        continue;
      }
      findings.push(...(await takeBackLeavings(held, deps)), ...(await holdMove(held)));
      if (stands.has(id)) findings.push(...(await holdBooking(held, deps)));
    }
    return findings;
  };

/** Proposals with effects, oldest first. */
const listPerformed = async (opportunityId: string, database: Database): Promise<string[]> => {
  const rows = await database.query<{ id: string }>(
    `select p.id from proposals p join cases c on c.id = p.case_id where c.opportunity_id = $1
       and exists (select 1 from effects e where e.proposal_id = p.id) order by p.created_at`,
    [opportunityId],
  );
  return rows.map(({ id }) => id);
};

const unreadable = async (id: string, { database }: RepairDeps): Promise<Finding> => {
  const proposal = await getProposal(database, id);
  return { code: "not_readable", repaired: false, caseId: proposal?.caseId ?? null, subject: id };
};

/** Null when it cannot be read, as when its candidate was erased: what it said can no longer be compared. */
const openHeld = async (
  id: string,
  { look, run }: Pick<Held, "look" | "run">,
  { database, texts, stepsOf }: RepairDeps,
): Promise<Held | null> => {
  const proposal = await getProposal(database, id);
  const case_ = proposal && (await getCase(database, proposal.caseId));
  if (!proposal || !case_) throw new Error("a proposal without its case");
  try {
    const { payload } = await openProposal(database, proposal, texts);
    const effects = await listEffects(database, id);
    return { proposal, case_, payload, kinds: stepsOf(payload), effects, look, run };
  } catch (thrown) {
    if (isUnreadable(thrown)) return null;
    throw thrown;
  }
};

/** Under way: what its effects left is its own to take back. */
const UNDER_WAY: readonly ProposalRecord["status"][] = ["approved", "performing"];

/** What is said of each kind that can be found standing. */
const STANDS: Record<string, Finding["code"]> = {
  calendar_event: "event_stands",
  debrief_event: "event_stands",
  room_release: "room_left_out",
  zoom_meeting: "meeting_stands",
  lever_panel: "panel_stands",
  lever_note: "note_stands",
};

const takeBackLeavings = async (held: Held, deps: RepairDeps): Promise<Finding[]> => {
  const { proposal, effects } = held;
  const kinds = matchSteps(held.kinds, effects);
  if (UNDER_WAY.includes(proposal.status)) return [];
  const begun = await listBegun(held, deps.database);
  const findings: Finding[] = [];
  // Last first, as in any undoing.
  for (const effect of effects.toReversed()) {
    const mayStand = proposal.status === "done" && effect.status === "done";
    const kind = kinds.get(effect.id);
    const code = STANDS[effect.kind];
    if (mayStand || !code || !kind?.stands) continue;
    const step = stepOf(held, { effect, kind }, deps);
    const standing = await kind.stands(await contextOf(step, effect, deps), held.look);
    const left = { effect, standing, wasBegun: begun.has(effect.id), code };
    findings.push(...(await takeBackAll(step, left, deps)));
  }
  return findings;
};

/** What somebody has changed is theirs now: it is told, and stays. */
const takeBackAll = async (
  step: Step,
  { effect, standing, wasBegun, code }: Left & { code: Finding["code"] },
  deps: RepairDeps,
): Promise<Finding[]> => {
  if (standing.length === 0) return await settleGone(step, { effect, code, wasBegun });
  const found = { caseId: step.case_.id, subject: effect.id };
  const ours = standing.filter(({ isAsMade }) => isAsMade);
  const findings: Finding[] = [];
  if (ours.length > 0) {
    let repaired = true;
    for (const each of ours) repaired = (await takeBack(step, { effect, each }, deps)) && repaired;
    findings.push({ code, repaired, ...found });
  }
  const changed = CHANGED[effect.kind];
  if (changed && ours.length < standing.length) {
    findings.push({ code: changed, repaired: false, ...found });
  }
  return findings;
};

/** What is said of each kind of which somebody has changed what stands. */
const CHANGED: Record<string, Finding["code"]> = {
  calendar_event: "event_changed",
  room_release: "event_changed",
  zoom_meeting: "meeting_changed",
  lever_panel: "panel_changed",
  lever_note: "note_changed",
};

/** Effects that this very event began to take back, before it was interrupted or lost the answer. */
const listBegun = async ({ case_, run }: Held, database: Database): Promise<Set<string>> => {
  const rows = await database.query<{ id: string }>(
    `select data ->> 'effectId' as id from ledger
     where case_id = $1 and correlation_id = $2 and type = 'reconcile.repair'`,
    [case_.id, run.correlationId],
  );
  return new Set(rows.map(({ id }) => id));
};

/** What is not there is put down as taken back: by ourselves a moment ago, or by somebody's hand, as was asked for. */
const settleGone = async (
  { scope }: Step,
  { effect, code, wasBegun }: { effect: EffectRecord; code: Finding["code"]; wasBegun: boolean },
): Promise<Finding[]> => {
  const isOpen = effect.status === "done" || effect.status === "parked";
  if (!isOpen && !wasBegun) return [];
  if (effect.status !== "undone") {
    await setEffect(scope, effect, { status: "undone", because: "looked up: not there any more" });
  }
  const said = effect.status === "parked" && !wasBegun ? "effect_parked" : code;
  return [{ code: said, repaired: true, caseId: scope.caseId, subject: effect.id }];
};

const stepOf = (
  { proposal, case_, payload, kinds, run }: Held,
  { effect, kind }: { effect: EffectRecord; kind: EffectKind },
  { database, clock }: RepairDeps,
): Step => ({
  step: effect.step,
  kind,
  kinds,
  proposal,
  case_,
  payload,
  run,
  scope: {
    database,
    clock,
    lease: run.lease,
    caseId: case_.id,
    correlationId: run.correlationId,
  },
});

const takeBack = async (
  step: Step,
  { effect, each }: { effect: EffectRecord; each: Standing },
  deps: RepairDeps,
): Promise<boolean> => {
  if (await isPaused(deps.database)) return false;
  await tellOfRepair(step, { effect, booksSaid: effect.status }, deps);
  return (await takeBackStanding(step, { effect, standing: [each] }, deps)) === null;
};

/** Whether Lever knows of a move to another stage what our books say of it. */
const holdMove = async ({ payload, effects, case_, look }: Held): Promise<Finding[]> => {
  if (payload.kind !== "move_stage") return [];
  const codes = moveFindings(payload, { effects, changes: await look.stageChanges() });
  return codes.map((found) => ({ ...found, repaired: false, caseId: case_.id }));
};

/** What an interview to come should have beside what is checked at every event. */
const holdBooking = async (held: Held, deps: RepairDeps): Promise<Finding[]> => {
  const { case_, proposal, payload, effects, look } = held;
  const found = (code: Finding["code"], subject: string): Finding => ({
    code,
    repaired: false,
    caseId: case_.id,
    subject,
  });
  const findings: Finding[] = [];
  const begun = await listBegun(held, deps.database);
  const kinds = matchSteps(held.kinds, effects);
  for (const effect of effects.filter(({ status }) => status === "done")) {
    const kind = kinds.get(effect.id);
    if (!kind?.mayDouble || !kind.stands) continue;
    const step = stepOf(held, { effect, kind }, deps);
    const standing = await kind.stands(await contextOf(step, effect, deps), look);
    if (kind.kind === "lever_note" && standing.length === 0) {
      findings.push(found("note_gone", effect.id));
    }
    const left = { effect, standing, wasBegun: begun.has(effect.id) };
    findings.push(...(await takeBackExtras(step, left, deps)));
  }
  const panels = await look.panels();
  const isByOther = ({ externalUrl }: Panel): boolean => effectOfLink(externalUrl) === null;
  const isAtOneOfOurs = (panel: Panel): boolean =>
    isBooking(payload) && payload.sessions.some((session) => isAt(panel, session));
  if (panels.some((panel) => isByOther(panel) && isAtOneOfOurs(panel))) {
    findings.push(found("panel_by_other", proposal.id));
  }
  return findings;
};

const isAt = (panel: Panel, { startsAt, endsAt }: BookedSession): boolean =>
  panel.canceledAt === null &&
  panel.interviews.some(
    (interview) =>
      Temporal.Instant.compare(interview.startsAt, Temporal.Instant.from(endsAt)) < 0 &&
      Temporal.Instant.compare(
        interview.startsAt.add({ minutes: interview.durationMinutes }),
        Temporal.Instant.from(startsAt),
      ) > 0,
  );

/** Time that is still held for proposals that came to nothing. */
const releaseLeftover = async (
  opportunityId: string,
  run: RepairRun,
  { database, clock }: RepairDeps,
): Promise<Finding[]> =>
  await fencedTransaction(database, run.lease, async (tx) => {
    const at = clock.now();
    const released = await tx.query<{ caseId: string; effectId: string }>(
      `update reservations r set released_at = $2 from effects e
         join proposals p on p.id = e.proposal_id join cases c on c.id = p.case_id
       where e.id = r.effect_id and c.opportunity_id = $1 and r.released_at is null
         and p.status in ('failed', 'rejected', 'expired', 'superseded', 'observed')
       returning p.case_id as "caseId", e.id as "effectId"`,
      [opportunityId, at.toString()],
    );
    const once = new Map(released.map((row) => [row.effectId, row.caseId]));
    for (const [effectId, caseId] of once) {
      await appendLedger(tx, {
        type: "reconcile.repair",
        actor: "convene",
        caseId,
        correlationId: run.correlationId,
        data: { effectId, kind: "reserve_time", booksSaid: "held" },
        at,
      });
    }
    // From the ledger: an interrupted look that begins again still tells of it.
    const told = await tx.query<{ caseId: string; subject: string }>(
      `select l.case_id as "caseId", l.data ->> 'effectId' as subject from ledger l
         join cases c on c.id = l.case_id
       where c.opportunity_id = $1 and l.correlation_id = $2 and l.type = 'reconcile.repair'
         and l.data ->> 'kind' = 'reserve_time'`,
      [opportunityId, run.correlationId],
    );
    return told.map((row) => ({ code: "reservation_held" as const, repaired: true, ...row }));
  });
