/** Proposes to tell a recruiter their day, if there is anything to tell. */
import { z } from "zod";
import { type DigestDay, groundOfDay, keyOfDays, lastDays } from "../../src/cases/daily-digests.ts";
import { listAdminUsers, readCompanyRows } from "../../src/cases/company-day.ts";
import { readDayRows } from "../../src/cases/day-rows.ts";
import { readEventData } from "../../src/cases/event-data.ts";
import { fencedTransaction } from "../../src/cases/lease.ts";
import { listAllOfRun, storeProposals } from "../../src/cases/proposals.ts";
import { risksToldTo } from "../../src/cases/risk-readers.ts";
import type { Ground } from "../../src/cases/records.ts";
import type { Tx } from "../../src/db/port.ts";
import {
  type CompanyItem,
  DIGEST_HOURS,
  type SendDigest,
  isQuiet,
  streamOfDays,
} from "../../src/domain/daily-digest.ts";
import { AppError } from "../../src/domain/errors.ts";
import { OpportunityId, RunId, UserId } from "../../src/domain/ids.ts";
import { shownName } from "../../src/domain/quoted.ts";
import { OVERDUE_AFTER_HOURS } from "../../src/feedback/owed.ts";
import { zoneId } from "../../src/domain/time.ts";
import { unlessForbidden } from "../../src/lever/access.ts";
import type { LeverUser } from "../../src/lever/port.ts";
import { readPreferencesOf } from "../../src/people/preferences-store.ts";
import { readPolicy } from "../../src/policy/store.ts";
import { composeCompany } from "../../src/today/company.ts";
import { composeDay } from "../../src/today/compose.ts";
import type { RunDeps } from "../deps.ts";
import type { RunState, RunUpdate } from "../state.ts";

const DueData = z.object({ userId: UserId, zone: zoneId });

/** What a run belongs to when it is of no case. */
export const groundOf = ({ action, opportunityId }: RunState): Ground | null =>
  action === "digest" ? groundOfDay(OpportunityId.parse(opportunityId)) : null;

/** The `digest` node. Shape: no proposal when there is nothing to tell, or nobody to tell it to. Errors: Lever's, and the chat service's. */
export const createDigest =
  (deps: RunDeps) =>
  async (state: RunState): Promise<RunUpdate> => {
    const action = "digest" as const;
    const { userId, zone } = DueData.parse(await readEventData(deps.database, state.eventId));
    const day = (await lastDays(deps.database, [userId])).get(userId);
    if (!day) return { action, outcome: "No day is to be told." };
    const reader = await readReader(userId, deps);
    if (!reader) return { action, outcome: "They are no active user of Lever any more." };
    const { preferences } = await readPreferencesOf(deps.database, userId);
    if (preferences.noDailyDigest) return { action, outcome: "They want no daily digest." };
    const payload = await payloadOf({ day, zone, reader }, deps);
    if (isQuiet(payload)) return { action, outcome: "There was nothing to tell." };
    return { action, proposalIds: await store(payload, state, deps) };
  };

/** Null for who has left. */
const readReader = async (userId: string, { lever }: RunDeps): Promise<LeverUser | null> => {
  try {
    const user = await lever.getUser(UserId.parse(userId));
    return user.deactivated ? null : user;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "lever_not_found") return null;
    throw thrown;
  }
};

interface Told {
  day: DigestDay;
  zone: string;
  reader: LeverUser;
}

const payloadOf = async ({ day, zone, reader }: Told, deps: RunDeps): Promise<SendDigest> => {
  const { overdue, ...rows } = await readDayRows(deps, {
    recruiterId: day.userId,
    since: day.since,
    until: day.until,
    now: day.until,
    overdueAfterHours: OVERDUE_AFTER_HOURS,
  });
  const risks = await risksToldTo(reader.id, rows.risks, deps);
  const users =
    overdue.length === 0 ? [] : await unlessForbidden(async () => await deps.lever.listUsers());
  const names = new Map(users.map(({ id, name }) => [id as string, name]));
  const owed = overdue.map((form) => ({ ...form, name: names.get(form.userId) ?? null }));
  const company = await companyOf({ day, zone }, deps);
  return {
    kind: "send_digest",
    version: 1,
    stream: streamOfDays(day.userId),
    to: { userId: reader.id, email: reader.email, name: shownName(reader.name) },
    // A channel that others read too is none for this.
    channel: (await deps.chooseChannel(reader.email)) === "slack" ? "slack" : "mail",
    day: day.day,
    zone,
    since: day.since.toString(),
    until: day.until.toString(),
    parts: composeDay({ ...rows, risks, overdue: owed }, { now: day.until, zone }),
    ...(company.length > 0 && { company }),
    companyName: deps.companyName,
  };
};

/** Nothing to who is no administrator. */
const companyOf = async (
  { day, zone }: Omit<Told, "reader">,
  { database, lever, clock }: RunDeps,
): Promise<CompanyItem[]> => {
  const { until: now, since } = day;
  const rows = await readCompanyRows(database, { now, since, people: lever });
  const told = composeCompany(rows, { zone });
  if (told.length === 0) return [];
  const admins = await listAdminUsers(database, { people: lever, now: clock.now() });
  return admins.includes(day.userId) ? told : [];
};

const store = async (payload: SendDigest, state: RunState, deps: RunDeps): Promise<string[]> =>
  await fencedTransaction(deps.database, deps.lease, async (tx) => {
    const { version } = await readPolicy(tx);
    return await storeProposals(
      tx,
      [
        {
          key: "digest",
          caseId: null,
          runId: RunId.parse(state.runId),
          candidate: keyOfDays(payload.to.userId),
          correlationId: state.correlationId,
          class: "logistics",
          audience: "internal",
          risk: "low",
          refined: "draft",
          warnings: 0,
          payload,
          context: {
            summary: `Tell ${payload.to.name} their day`,
            reason: "Their morning has begun.",
            evidence: [{ kind: "read", what: "Cases that they answer for", source: "cases" }],
          },
          policyVersion: version,
          expiresAt: deps.clock.now().add({ hours: DIGEST_HOURS }),
          by: "convene",
        },
      ],
      deps,
    );
  });

/** What became of it, in one sentence. */
export const settleDigest = async (tx: Tx, state: RunState): Promise<string> => {
  if (state.outcome !== null) return state.outcome;
  const [proposal] = await listAllOfRun(tx, state.runId);
  return proposal?.status === "observed"
    ? "Silent mode: the digest would have been sent."
    : "The digest was not sent.";
};
