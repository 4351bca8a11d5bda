/** What was proposed for an opportunity against what people did then: found in our books and in Lever, written once a proposal by the run
 * that learns of it, under its lease. No text is kept of it. */
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import type { OpportunityId } from "../domain/ids.ts";
import type { Verdict } from "../domain/policy.ts";
import type { BookedSession, BookInterview } from "../domain/proposal.ts";
import { isBookingKind } from "../domain/proposal.ts";
import { effectOfLink } from "../domain/panel-link.ts";
import type { Clock } from "../domain/time.ts";
import type { LeverReader, Opportunity, Panel } from "../lever/port.ts";
import {
  type Comparison,
  type Meeting,
  compareBooking,
  compareEdit,
  plainComparison,
} from "../policy/shadow-score.ts";
import type { Texts } from "../privacy/texts.ts";
import { isUnreadable, openBooking, openMove, openProposal } from "./open-proposal.ts";
import { PROPOSAL, getProposal } from "./proposals.ts";
import type { ProposalRecord } from "./records.ts";

type Reads = Database | Queryable;

export interface CompareDeps {
  database: Database;
  texts: Texts;
  lever: Pick<LeverReader, "listPanels">;
}

/** A comparison, of which proposal. */
export interface NewComparison extends Comparison {
  proposalId: string;
}

/** How long people's acts are held against what was observed. */
export const LOOK_BACK_DAYS = 90;

/** What a person does by hand where Convene only looked on. */
const COMPARED = "'book_interview', 'offer_times', 'move_stage'";

/** Comparisons of an opportunity that are not written yet: what was observed, against Lever; what people were asked about, against what
 * they decided. Lever's panels are read only where a booking was observed. Errors: Lever's own, retryable or not. */
export const findComparisons = async (
  opportunity: Opportunity,
  now: Temporal.Instant,
  deps: CompareDeps,
): Promise<NewComparison[]> => {
  const observed = await listObserved(deps.database, opportunity.id, now);
  const decided = await findDecided(opportunity.id, deps);
  if (observed.length === 0) return decided;
  const isBooked = observed.some(({ kind }) => isBookingKind(kind));
  const panels = isBooked ? await deps.lever.listPanels(opportunity.id) : [];
  const found: NewComparison[] = [...decided];
  const judged = new Map<string, number>();
  for (const proposal of observed) {
    const compared = await unlessUnreadable(
      compareObserved(proposal, { opportunity, panels }, deps),
    );
    if (!compared) continue;
    // What was observed once more before people acted has taken the place of what was observed before.
    const key = `${proposal.caseId} ${proposal.kind === "move_stage" ? "move" : "booking"}`;
    const before = judged.get(key) ?? 0;
    judged.set(key, before + 1);
    const isNewest = before === 0;
    found.push({
      ...(isNewest ? compared : plainComparison("observe", "overtaken", null)),
      proposalId: proposal.id,
    });
  }
  return found;
};

interface ObservedProposal extends ProposalRecord {
  stageId: string;
}

/** Newest first. */
const listObserved = async (
  reads: Reads,
  opportunityId: OpportunityId,
  now: Temporal.Instant,
): Promise<ObservedProposal[]> =>
  await reads.query<ObservedProposal & Row>(
    `select o.*, c.stage_id as "stageId" from (${PROPOSAL} where status = 'observed' and kind in (${COMPARED}) and payload_text_id is not null
       and created_at > $2 and case_id in (select id from cases where opportunity_id = $1)
       and not exists (select from comparisons k where k.proposal_id = proposals.id)) o
     join cases c on c.id = o."caseId" order by o."createdAt" desc, o.id desc`,
    [opportunityId, now.subtract({ hours: LOOK_BACK_DAYS * 24 }).toString()],
  );

const unlessUnreadable = async <Found>(finding: Promise<Found>): Promise<Found | null> => {
  try {
    return await finding;
  } catch (thrown) {
    // Nothing can be said of what was erased or damaged; its own page says so.
    if (isUnreadable(thrown)) return null;
    throw thrown;
  }
};

interface InLever {
  opportunity: Opportunity;
  panels: readonly Panel[];
}

/** Null: people have done nothing yet that it could be held against. */
const compareObserved = async (
  proposal: ObservedProposal,
  { opportunity, panels }: InLever,
  deps: CompareDeps,
): Promise<Comparison | null> => {
  if (proposal.kind === "move_stage") {
    const { payload } = await openMove(deps.database, proposal, deps.texts);
    const [next] = opportunity.stageChanges.filter(({ at }) => isAfter(at, proposal));
    if (!next || next.toStageId === null) return null;
    const isSame = next.toStageId === payload.to.id;
    return plainComparison("observe", isSame ? "same" : "apart", isSame);
  }
  const { payload } = await openBooking(deps.database, proposal, deps.texts);
  const byHand = panels.filter((panel) => isByHand(panel, proposal));
  const held = byHand.flatMap(meetingsOf);
  if (held.length === 0) return null;
  // Who books once that time is over could not have taken it.
  const first = firstStart(payload);
  const acted = byHand.flatMap(({ createdAt }) => (createdAt === null ? [] : [createdAt]));
  if (acted.some((at) => Temporal.Instant.compare(at, first) >= 0)) {
    return plainComparison("observe", "overtaken", null);
  }
  return compareBooking(timesOf(payload), held);
};

/** Lever tells milliseconds at best: within a second, what was observed came first, since whoever sees nothing proposed acts at leisure. */
const isAfter = (at: Temporal.Instant | null, { createdAt }: ProposalRecord): boolean =>
  at !== null &&
  Temporal.Instant.compare(
    at,
    createdAt.round({ smallestUnit: "second", roundingMode: "floor" }),
  ) >= 0;

/** Made by people for that stage, after it was observed. Where Lever does not say when or for which stage, it may be. */
const isByHand = (panel: Panel, proposal: ObservedProposal): boolean =>
  panel.canceledAt === null &&
  effectOfLink(panel.externalUrl) === null &&
  (panel.stageId === null || panel.stageId === proposal.stageId) &&
  (panel.createdAt === null || isAfter(panel.createdAt, proposal));

const meetingsOf = ({ interviews }: Panel): Meeting[] =>
  interviews
    .filter(({ canceledAt }) => canceledAt === null)
    .map(({ startsAt, durationMinutes, interviewers }) => ({
      startsAt,
      durationMinutes,
      userIds: interviewers.map(({ userId }) => userId),
    }));

const timesOf = ({ sessions, offer }: BookInterview): Meeting[][] =>
  (offer ? offer.times : [sessions]).map((time) => time.map(meetingOf));

const meetingOf = ({ startsAt, durationMinutes, panel }: BookedSession): Meeting => ({
  startsAt: Temporal.Instant.from(startsAt),
  durationMinutes,
  userIds: panel.map(({ userId }) => userId),
});

/** The last moment at which all of it could still have been booked; of several times, of the last. */
const firstStart = (payload: BookInterview): Temporal.Instant => {
  const starts = timesOf(payload).map(
    (time) => time.map(({ startsAt }) => startsAt).toSorted(Temporal.Instant.compare)[0],
  );
  const last = starts.filter((start) => start !== undefined).toSorted(Temporal.Instant.compare);
  const [found] = last.slice(-1);
  if (!found) throw new Error("a booking without a time");
  return found;
};

interface Decided {
  root: string;
  last: string;
  decision: "approve" | "reject" | "expire" | "perform";
  verdict: Verdict;
}

/** What a person has decided on, edits followed to their end; and of what was done by itself, what somebody could have stopped, and bookings.
 * What a decision before had settled, such as the booking of a time that was chosen, is none of its own. */
export const findDecided = async (
  opportunityId: OpportunityId,
  { database, texts }: Pick<CompareDeps, "database" | "texts">,
): Promise<NewComparison[]> => {
  const rows = await database.query<Decided & Row>(
    `with recursive chain as (
       select p.id as root, p.id as last, p.replaced_by, p.performs_at is not null as paused from proposals p join cases c on c.id = p.case_id
       where c.opportunity_id = $1 and p.kind <> 'tell_answer' and p.status <> 'waiting'
         and not exists (select from comparisons k where k.proposal_id = p.id)
         and not exists (select from proposals q where q.replaced_by = p.id or (q.id = p.previous_id and q.kind = 'offer_times'))
       union all select chain.root, n.id, n.replaced_by, chain.paused from chain join proposals n on n.id = chain.replaced_by)
     select root, last, d.decision, case when paused or d.decision = 'perform' then 'perform' else 'ask' end as verdict
     from chain join decisions d on d.proposal_id = last join proposals l on l.id = last
     where chain.replaced_by is null and (d.decision in ('reject', 'expire')
       or (d.decision = 'approve' and d.decided_by not in ('policy', 'clock', 'convene'))
       or (d.decision = 'perform' and l.status = 'done' and (paused or l.kind in (${PERFORMED}))))
     order by d.at, root`,
    [opportunityId],
  );
  const found: NewComparison[] = [];
  for (const row of rows) {
    const compared = await unlessUnreadable(compareDecided(row, { database, texts }));
    if (compared) found.push({ ...compared, proposalId: row.root });
  }
  return found;
};

/** Kinds of which people show by what they do afterwards whether it was right. */
const PERFORMED = "'book_interview', 'change_booking'";

const compareDecided = async (
  { root, last, decision, verdict }: Decided,
  deps: Pick<CompareDeps, "database" | "texts">,
): Promise<Comparison> => {
  switch (decision) {
    case "reject":
      return plainComparison(verdict, "rejected", false);
    case "expire":
      return plainComparison(verdict, "expired", null);
    case "perform":
      return plainComparison(verdict, "kept", true);
    case "approve":
      if (root === last) return plainComparison(verdict, "unchanged", true);
      return compareEdit(verdict, await payloadOf(root, deps), await payloadOf(last, deps));
  }
};

const payloadOf = async (
  id: string,
  { database, texts }: Pick<CompareDeps, "database" | "texts">,
): Promise<unknown> => {
  const proposal = await getProposal(database, id);
  if (!proposal) throw new Error("a decided proposal that is not there");
  return (await openProposal(database, proposal, texts)).payload;
};

/** Writes them. Safe to repeat. */
export const keepComparisons = async (
  tx: Tx,
  comparisons: readonly NewComparison[],
  { clock }: { clock: Clock },
): Promise<void> => {
  for (const one of comparisons) {
    await tx.query(
      `insert into comparisons (proposal_id, verdict, outcome, agrees, minutes_apart, minutes_longer, is_same_start, is_same_people,
         people_proposed, people_held, people_shared, edited, letters_edited, letters, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict (proposal_id) do nothing`,
      [
        one.proposalId,
        one.verdict,
        one.outcome,
        one.agrees,
        one.minutesApart,
        one.minutesLonger,
        one.isSameStart,
        one.isSamePeople,
        one.peopleProposed,
        one.peopleHeld,
        one.peopleShared,
        one.edited,
        one.lettersEdited,
        one.letters,
        clock.now().toString(),
      ],
    );
  }
};

/** A booking that was made by itself, and that people have changed by hand since, was not what they wanted. Shape: whether it is news. */
export const keepChangedByHand = async (
  tx: Tx,
  proposalId: string,
  { clock }: { clock: Clock },
): Promise<boolean> => {
  const changed = await tx.query(
    `update comparisons set outcome = 'changed', agrees = false, at = $2
     where proposal_id = $1 and outcome = 'kept' returning 1`,
    [proposalId, clock.now().toString()],
  );
  return changed.length > 0;
};
