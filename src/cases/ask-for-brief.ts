/** A person, an assistant, or a member of the panel has a brief made now: an event like any other, whose run meets the same gate. */
import type { Asker } from "../domain/decision-channel.ts";
import type { Database, Queryable, Tx } from "../db/port.ts";
import type { OpportunityId } from "../domain/ids.ts";
import type { BookInterview } from "../domain/proposal.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";
import type { Texts } from "../privacy/texts.ts";
import { conflict, lockCase, refuseWhileWaiting } from "./asked-case.ts";
import { BRIEF_REQUESTED, type BriefRow, listBriefRows } from "./briefs.ts";
import { getCase, listOpenCases } from "./cases.ts";
import { isUnreadable, openBooking } from "./open-proposal.ts";
import { getProposal } from "./proposals.ts";
import type { CaseRecord } from "./records.ts";
import { refuseLeft } from "./opt-outs.ts";

type Deps = AcceptDeps & { database: Database };

/** Has the briefs of a case's interviews to come made now, of all or of one. Errors: `not_found`; `conflict` when nothing is
 * booked that has not begun, or the same is being made already, or was asked for too often. */
export const askForBriefs = async (
  { caseId, sessionId, ...asker }: { caseId: string; sessionId?: string | undefined } & Asker,
  deps: Deps,
): Promise<{ eventId: string }> =>
  await deps.database.transaction(async (tx) => {
    const case_ = await lockCase(tx, caseId);
    await refuseLeft(tx, case_.id);
    const rows = await rowsToCome(tx, case_, deps);
    const asked = rows.filter((row) => sessionId === undefined || row.sessionId === sessionId);
    if (case_.closedAt !== null || asked.length === 0) throw conflict(NOTHING_TO_COME);
    const says = "A brief is being made already: see what comes of it.";
    await refuseWhileWaiting(tx, case_, { kind: BRIEF_REQUESTED, says });
    await refuseWhileMany(tx, case_, deps);
    const { eventId } = await acceptEvent(
      tx,
      {
        source: "person",
        kind: BRIEF_REQUESTED,
        deliveryKey: `${keyOf(case_)}${deps.ids.next("rq")}`,
        opportunityId: case_.opportunityId,
        data: { caseId, ...asker, sessionIds: asked.map((row) => row.sessionId) },
      },
      deps,
    );
    return { eventId };
  });

const keyOf = ({ id }: CaseRecord): string => `brief:${id}:`;

/** So many times an hour somebody can have the briefs of one case made: each is a word to everybody on the panel. */
const MOST_AN_HOUR = 3;

const refuseWhileMany = async (
  tx: Tx,
  case_: CaseRecord,
  { clock }: Pick<Deps, "clock">,
): Promise<void> => {
  const [asked] = await tx.query<{ n: number }>(
    `select count(*)::int as n from inbox
     where opportunity_id = $1 and starts_with(delivery_key, $2) and received_at > $3`,
    [case_.opportunityId, keyOf(case_), clock.now().subtract({ hours: 1 }).toString()],
  );
  if ((asked?.n ?? 0) >= MOST_AN_HOUR) throw conflict(TOO_OFTEN);
};

const TOO_OFTEN = `These briefs were asked for ${MOST_AN_HOUR} times within an hour, and the panel gets each. Wait a while, or read them on the case.`;

/** The case of an opportunity that has interviews to come; null when none has. */
export const findCaseToBrief = async (
  opportunityId: OpportunityId,
  deps: Deps,
): Promise<CaseRecord | null> => {
  for (const case_ of await listOpenCases(deps.database, opportunityId)) {
    if ((await rowsToCome(deps.database, case_, deps)).length > 0) return case_;
  }
  return null;
};

/** The sessions of a case that can still be briefed. */
export const rowsToCome = async (
  reads: Database | Queryable,
  { id }: Pick<CaseRecord, "id">,
  { clock }: Pick<Deps, "clock">,
): Promise<BriefRow[]> =>
  (await listBriefRows(reads, id)).filter(
    ({ startsAt }) => Temporal.Instant.compare(startsAt, clock.now()) > 0,
  );

const NOTHING_TO_COME = "No interview to come is booked here, so there is nothing to brief.";

/** So often at most one person can have their brief of one interview sent again. Units: minutes. */
const OWN_EVERY_MINUTES = 10;
/** Whoever sees the event could ask in their name. */
const OWN_MOST_A_DAY = 5;

/** Has the brief of one interview sent to whoever of its people has that address; to nobody, when none has. Whoever asks is told
 * nothing: the link to this stands where many can see it. */
export const askForOwnBrief = async (
  { caseId, sessionId, email }: { caseId: string; sessionId: string; email: string },
  deps: Deps & { texts: Texts },
): Promise<void> => {
  const case_ = await getCase(deps.database, caseId);
  if (!case_ || case_.closedAt !== null) return;
  const rows = await rowsToCome(deps.database, case_, deps);
  const row = rows.find((each) => each.sessionId === sessionId);
  const payload = row && (await openOrNull(row.proposalId, deps));
  const person = payload?.sessions
    .filter((session) => session.sessionId === sessionId)
    .flatMap(({ panel, trainees = [] }) => [...panel, ...trainees])
    .find((each) => each.email.toLowerCase() === email.trim().toLowerCase());
  if (!person) return;
  const of = `own_brief:${caseId}:${sessionId}:${person.userId}`;
  const today = deps.clock.now().subtract({ hours: 24 }).toString();
  const [asked] = await deps.database.query<{ n: number }>(
    `select count(*)::int as n from inbox
     where opportunity_id = $1 and starts_with(delivery_key, $2) and received_at > $3`,
    [case_.opportunityId, `${of}:`, today],
  );
  if ((asked?.n ?? 0) >= OWN_MOST_A_DAY) return;
  const slice = Math.floor(deps.clock.now().epochMilliseconds / (OWN_EVERY_MINUTES * 60_000));
  await deps.database.transaction(async (tx) => {
    await acceptEvent(
      tx,
      {
        source: "person",
        kind: BRIEF_REQUESTED,
        deliveryKey: `${of}:${slice}`,
        opportunityId: case_.opportunityId,
        data: {
          caseId,
          by: "a member of the panel",
          via: "mail",
          sessionIds: [sessionId],
          userId: person.userId,
        },
      },
      deps,
    );
  });
};

const openOrNull = async (
  proposalId: string,
  { database, texts }: Deps & { texts: Texts },
): Promise<BookInterview | null> => {
  const proposal = await getProposal(database, proposalId);
  try {
    return proposal && (await openBooking(database, proposal, texts)).payload;
  } catch (thrown) {
    if (isUnreadable(thrown)) return null;
    throw thrown;
  }
};
