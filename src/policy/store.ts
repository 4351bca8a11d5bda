/** The policy in force with its version, and the kill switch. Both live in the database, so that every process reads the same. */
import type { Database, Queryable, Tx } from "../db/port.ts";
import { digestOf } from "../digest.ts";
import { AppError } from "../domain/errors.ts";
import { type Assessment, Policy } from "../domain/policy.ts";
import { PROPOSAL_KINDS } from "../domain/proposal.ts";
import type { Clock } from "../domain/time.ts";
import { appendLedger } from "../ledger/append.ts";
import { isEvaluativeOn } from "./decide.ts";
import { listDeciders } from "./deciders.ts";
import { findLockouts } from "./lockouts.ts";
import { listCasePlaces } from "./reach-of-rules.ts";
import { withOwnMarks } from "./rollout.ts";
import { findEndedPairs } from "./two-people.ts";

export interface VersionedPolicy {
  version: number;
  policy: Policy;
}

/** Before anybody has set one: the careful middle. */
export const FIRST_POLICY: Policy = { defaultMode: "assisted", rules: [], expireHours: 48 };

type Reads = Database | Queryable;

/** The policy in force. Shape: version 0 is the built-in one. */
export const readPolicy = async (reads: Reads): Promise<VersionedPolicy> => {
  const [row] = await reads.query<{ version: number; policy: unknown }>(
    "select version, policy from policies order by version desc limit 1",
  );
  return row
    ? { version: row.version, policy: Policy.parse(row.policy) }
    : { version: 0, policy: FIRST_POLICY };
};

export interface PolicyChange {
  policy: Policy;
  /** The version that the person saw: another in force by now is a conflict. */
  basedOn: number;
  by: string;
  correlationId: string;
  /** A step is taken back, by nobody. */
  isByItself?: true;
}

/** Puts a new version in force. Errors: `conflict` when somebody else changed it first; `input_invalid` for evaluative features
 * without an assessment that is finished, and for rules by which nobody could decide, or
 * that name a kind which does not exist. */
export const changePolicy = async (
  database: Database,
  clock: Clock,
  change: PolicyChange,
): Promise<VersionedPolicy> =>
  await database.transaction(async (tx) => {
    const { policy: present } = await lockPolicy(tx);
    refuseUnknownKinds(change.policy, present);
    const rules = withOwnMarks(change.policy.rules, present.rules);
    return await changePolicyIn(tx, clock, { ...change, policy: { ...change.policy, rules } });
  });

/** A rule for a kind that does not exist matches nothing, and looks as if it guarded something. One that is in force from before may stay. */
const refuseUnknownKinds = (policy: Policy, present: Policy): void => {
  const known = new Set([...PROPOSAL_KINDS, ...present.rules.flatMap(({ kinds }) => kinds ?? [])]);
  const faults = policy.rules.flatMap(({ kinds }, index) => {
    const unknown = kinds?.filter((kind) => !known.has(kind)) ?? [];
    const message = `Rule ${index + 1} names ${unknown.join(", ")}, and there is no such kind. There are: ${PROPOSAL_KINDS.join(", ")}.`;
    return unknown.length === 0 ? [] : [{ path: `rules.${index}.kinds`, message }];
  });
  const [first] = faults;
  if (!first) return;
  throw new AppError({
    code: "input_invalid",
    fault: "caller",
    message: first.message,
    data: { faults },
  });
};

/** The policy in force, which nobody changes before the transaction ends. Must come before anything of it reaches the ledger. */
export const lockPolicy = async (tx: Tx): Promise<VersionedPolicy> => {
  await tx.query("select pg_advisory_xact_lock(hashtext('convene.policy'))");
  return await readPolicy(tx);
};

/** The same within a transaction that holds it, its marks of promotions as they are. */
export const changePolicyIn = async (
  tx: Tx,
  clock: Clock,
  change: PolicyChange,
): Promise<VersionedPolicy> => {
  const present = await readPolicy(tx);
  if (present.version !== change.basedOn) {
    throw new AppError({
      code: "conflict",
      fault: "caller",
      message: `The policy has changed since: version ${present.version} is in force. Look at it and try again.`,
      data: { version: present.version },
    });
  }
  const version = present.version + 1;
  const at = clock.now();
  refuseUnassessed(change.policy, at);
  // A step that is taken back must never wait for somebody who could decide.
  if (change.isByItself !== true) await refuseLockout(tx, change, at);
  await tx.query(
    "insert into policies (version, policy, created_by, created_at) values ($1, $2, $3, $4)",
    [version, JSON.stringify(change.policy), change.by, at.toString()],
  );
  await appendLedger(tx, {
    type: "policy.changed",
    actor: change.by,
    correlationId: change.correlationId,
    data: {
      version,
      defaultMode: change.policy.defaultMode,
      rules: change.policy.rules.length,
      digest: digestOf(change.policy),
    },
    at,
  });
  await recordEndedPairs(tx, { before: present.policy, version, at, change });
  await recordSwitch(tx, { before: present.policy, version, at, change });
  return { version, policy: change.policy };
};

/** Whoever changes the policy is an admin. */
const refuseLockout = async (
  tx: Tx,
  { policy, by }: PolicyChange,
  now: Temporal.Instant,
): Promise<void> => {
  const known = await listDeciders(tx, now);
  const faults = findLockouts(policy, {
    deciders: [...known, { name: by, role: "admin" }],
    places: await listCasePlaces(tx),
  });
  const [first] = faults;
  if (!first) return;
  throw new AppError({
    code: "input_invalid",
    fault: "caller",
    message: first.message,
    data: { faults },
  });
};

/** Wherever somebody is, it is not later there than this. */
const EARLIEST_ZONE_HOURS = 14;

const refuseUnassessed = ({ evaluative, assessment }: Policy, now: Temporal.Instant): void => {
  if (evaluative !== "on") return;
  const refuse = (path: string, message: string): AppError =>
    new AppError({
      code: "input_invalid",
      fault: "caller",
      message: `Evaluative features stay off: ${message}`,
      data: { faults: [{ path, message }] },
    });
  if (!assessment) {
    throw refuse(
      "assessment",
      "record who has assessed them, when, and where the assessment is kept.",
    );
  }
  const today = now.add({ hours: EARLIEST_ZONE_HOURS }).toZonedDateTimeISO("UTC").toPlainDate();
  if (Temporal.PlainDate.compare(Temporal.PlainDate.from(assessment.on), today) > 0) {
    throw refuse("assessment.on", "an assessment is recorded once it is finished, not before.");
  }
};

interface Switch {
  before: Policy;
  version: number;
  at: Temporal.Instant;
  change: PolicyChange;
}

/** That two people agree on something no more, administrators are told who did not change it themselves. */
const recordEndedPairs = async (
  tx: Tx,
  { before, version, at, change: { policy, by, correlationId } }: Switch,
): Promise<void> => {
  const rules = findEndedPairs(before, policy);
  if (rules.length === 0) return;
  const data = { version, rules };
  await appendLedger(tx, { type: "policy.two_people_ended", actor: by, correlationId, data, at });
};

/** The assessment itself stands in the ledger: what is recorded of it cannot be changed afterwards. */
const recordSwitch = async (
  tx: Tx,
  { before, version, at, change: { policy, by, correlationId } }: Switch,
): Promise<void> => {
  const append = async (type: string, data: Partial<Assessment>): Promise<void> => {
    await appendLedger(tx, { type, actor: by, correlationId, data: { version, ...data }, at });
  };
  const { assessment } = policy;
  const isNew = JSON.stringify(assessment) !== JSON.stringify(before.assessment);
  if (isEvaluativeOn(policy) && assessment && (isNew || !isEvaluativeOn(before))) {
    await append("evaluative.assessed", assessment);
  }
  if (isEvaluativeOn(policy) === isEvaluativeOn(before)) return;
  await append(isEvaluativeOn(policy) ? "evaluative.on" : "evaluative.off", {});
};

/** Whether the kill switch is on. */
export const isPaused = async (reads: Reads): Promise<boolean> => {
  const [row] = await reads.query<{ value: unknown }>(
    "select value from settings where name = 'paused'",
  );
  return row?.value === true;
};

/** Who has turned the kill switch on, and when, by the ledger; null while it is off. */
export const readPause = async (
  reads: Reads,
): Promise<{ by: string; since: Temporal.Instant } | null> => {
  if (!(await isPaused(reads))) return null;
  const [row] = await reads.query<{ by: string; since: Temporal.Instant }>(
    `select actor as by, at as since from ledger where type = 'effects.paused' and seq > coalesce(
       (select max(seq) from ledger where type = 'effects.resumed'), 0) order by seq limit 1`,
  );
  return row ?? null;
};

/** Turns the kill switch; says so in the ledger. */
export const setPaused = async (
  tx: Tx,
  clock: Clock,
  change: { paused: boolean; by: string; correlationId: string },
): Promise<void> => {
  const at = clock.now();
  await tx.query(
    `insert into settings (name, value, updated_at) values ('paused', $1, $2)
     on conflict (name) do update set value = excluded.value, updated_at = excluded.updated_at`,
    [JSON.stringify(change.paused), at.toString()],
  );
  await appendLedger(tx, {
    type: change.paused ? "effects.paused" : "effects.resumed",
    actor: change.by,
    correlationId: change.correlationId,
    data: {},
    at,
  });
  await tx.query("select pg_notify('convene', $1)", [JSON.stringify({ topic: "status" })]);
};
