/** Looks into the calendars of those of whom a decision is asked, and of their delegates, the way that times are found: whether they are out of office until it is due. What
 * an absence is called is not read. */
import type { Logger } from "pino";
import type { CalendarReader } from "../../calendar/port.ts";
import { type Absences, dueOf, readAbsences } from "../../cases/asked-away.ts";
import { type Delegation, isInForce } from "../../cases/delegations.ts";
import type { ReachableDecider } from "../../cases/reachable-deciders.ts";
import type { ProposalRecord } from "../../cases/records.ts";
import { getRun } from "../../cases/runs.ts";
import type { Database } from "../../db/port.ts";
import type { BusyBlock } from "../../domain/calendar.ts";
import { AppError } from "../../domain/errors.ts";
import type { Ask } from "../../domain/policy.ts";
import { appendLedger } from "../../ledger/append.ts";
import { isCalled } from "../../domain/known-person.ts";
import { isAskedAtAll } from "../../policy/deciders.ts";

export interface AbsenceDeps {
  database: Database;
  calendar: { finder: Pick<CalendarReader, "readBusy"> };
  log: Logger;
}

interface Asked {
  proposal: ProposalRecord;
  ask: Ask;
  reachable: readonly ReachableDecider[];
  delegations: readonly Delegation[];
  now: Temporal.Instant;
}

/** What was found holds for so long. */
const FOUND_HOURS = 1;
/** Calendars of one proposal that are read. */
const MOST_PEOPLE = 20;

/** Looks, and reads what is known of this proposal by then. A calendar that cannot be read says nothing: whom it belongs to counts as there. */
export const lookForAbsence = async (asked: Asked, deps: AbsenceDeps): Promise<Absences> => {
  const { proposal, ask, now } = asked;
  const due = dueOf(ask, proposal);
  if (Temporal.Instant.compare(due, now) > 0) {
    const found = await deps.database.query<{ person: string }>(
      "select person from asked_absences where proposal_id = $1 and at > $2",
      [proposal.id, now.subtract({ hours: FOUND_HOURS }).toString()],
    );
    const isFound = new Set(found.map(({ person }) => person));
    const people = firstAsked(asked)
      .filter(({ name }) => !isFound.has(name))
      .slice(0, MOST_PEOPLE);
    if (people.length > 0) await look(people, { ...asked, due }, deps);
  }
  return await readAbsences(deps.database, [proposal.id]);
};

/** Whom the rule asks first, then their delegates. */
const firstAsked = ({ ask, reachable, delegations, now }: Asked): ReachableDecider[] => {
  const theirs = reachable.filter((one) => isAskedAtAll(ask, one));
  const passedOn = delegations.filter(
    (one) => isInForce(one, now) && theirs.some((each) => isCalled(each, one.person)),
  );
  const names = new Set(theirs.map(({ name }) => name));
  const others = reachable.filter(
    (one) => !names.has(one.name) && passedOn.some(({ delegate }) => isCalled(one, delegate)),
  );
  return [...theirs, ...others];
};

const look = async (
  people: readonly ReachableDecider[],
  { proposal, now, due }: Asked & { due: Temporal.Instant },
  { database, calendar, log }: AbsenceDeps,
): Promise<void> => {
  try {
    const readings = await calendar.finder.readBusy(
      people.map(({ email }) => email),
      now.subtract({ hours: 24 }),
      due.add({ hours: 24 }),
    );
    for (const [index, { name }] of people.entries()) {
      const reading = readings[index];
      const isAway = reading?.readable === true && isAwayUntil(reading.blocks, { now, due });
      await keep(database, { proposal, person: name, isAway, now });
    }
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.fault !== "upstream") throw thrown;
    log.warn({ err: thrown }, "calendars of those who are asked for a decision cannot be read now");
  }
};

/** A whole day, also one that is an hour short. */
const WHOLE_DAY_HOURS = 23;

/** Whether somebody is out of office from now until then, and for at least a day. `blocks`: sorted by start. */
export const isAwayUntil = (
  blocks: readonly BusyBlock[],
  { now, due }: { now: Temporal.Instant; due: Temporal.Instant },
): boolean => {
  const { compare } = Temporal.Instant;
  const spans: { start: Temporal.Instant; end: Temporal.Instant }[] = [];
  for (const { kind, start, end } of blocks) {
    if (kind !== "out_of_office") continue;
    const last = spans.at(-1);
    if (!last || compare(start, last.end) > 0) spans.push({ start, end });
    else if (compare(end, last.end) > 0) last.end = end;
  }
  return spans.some(
    ({ start, end }) =>
      compare(start, now) <= 0 &&
      compare(end, due) >= 0 &&
      start.until(end).total("hours") >= WHOLE_DAY_HOURS,
  );
};

interface Found {
  proposal: ProposalRecord;
  person: string;
  isAway: boolean;
  now: Temporal.Instant;
}

const keep = async (
  database: Database,
  { proposal, person, isAway, now }: Found,
): Promise<void> => {
  await database.transaction(async (tx) => {
    const [before] = await tx.query<{ isAway: boolean }>(
      `select is_away as "isAway" from asked_absences where proposal_id = $1 and person = $2 for update`,
      [proposal.id, person],
    );
    const rows = await tx.query(
      `insert into asked_absences (proposal_id, person, is_away, at) values ($1, $2, $3, $4)
       on conflict (proposal_id, person) do update set is_away = excluded.is_away, at = excluded.at
       where asked_absences.at < excluded.at returning 1`,
      [proposal.id, person, isAway, now.toString()],
    );
    if (rows.length === 0 || !isAway || before?.isAway === true) return;
    const run = await getRun(tx, proposal.runId);
    await appendLedger(tx, {
      type: "approval.away",
      actor: "convene",
      caseId: proposal.caseId,
      correlationId: run?.correlationId ?? proposal.runId,
      data: { proposalId: proposal.id, of: person },
      at: now,
    });
  });
};
