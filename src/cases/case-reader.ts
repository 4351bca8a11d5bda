/** Our own books as tools may read them: names opened, texts summed up, nothing to act with. */
import { cutPage } from "../db/page.ts";
import type { Row } from "../db/port.ts";
import type { Scope } from "../domain/access.ts";
import type { OfferedTime } from "../domain/offered-time.ts";
import { OpportunityId, StageId } from "../domain/ids.ts";
import { KEPT_TO_FEW } from "../domain/may-contact.ts";
import { ProposalStatus } from "../domain/proposal.ts";
import { rememberRound } from "../lever/remember.ts";
import { findAvailability } from "./answers.ts";
import { listAvoidedTimesOf } from "./avoided-times.ts";
import { type CandidateTimeQuery, listCandidateTime } from "./candidate-time.ts";
import { getCase, listCases } from "./cases.ts";
import { OFFERED_TIME } from "./holds.ts";
import { isKeptToFew } from "./kept-to-few.ts";
import { listMissed } from "./missed-interviews.ts";
import { WORD_OF_RISK } from "./no-show-told.ts";
import { toldProblems } from "./problems.ts";
import { openBrief, openProposal } from "./open-proposal.ts";
import { type Asker, type OwnFormDeps, hiddenFrom, hiddenInCase } from "./own-form-first.ts";
import { listProposals, listSentBriefs } from "./proposals.ts";
import { scopeValues, withinReach } from "./reach.ts";
import { CASE_STATUSES, type CaseRecord, type ProposalRecord } from "./records.ts";

export type ReaderDeps = OwnFormDeps;

type SummaryDeps = Pick<ReaderDeps, "database" | "texts">;

interface HeldTime {
  email: string;
  start: Temporal.Instant;
  end: Temporal.Instant;
  /** Null: of no offer. */
  offered: OfferedTime | null;
}

interface HeldTimeQuery {
  emails: string[];
  from: Temporal.Instant;
  to: Temporal.Instant;
  /** For which case a time is looked for: the open one of that opportunity at that stage. */
  opportunityId: string;
  stageId: string;
}

/** Reads for tools. Shape: summaries only. No tool has the risk of a no-show. */
export const createCaseReader = (deps: ReaderDeps) => ({
  listCases: async (query: { status?: string; limit: number; after?: string; scope?: Scope }) => {
    const found = await listCases(deps.database, {
      limit: query.limit + 1,
      status: CASE_STATUSES.find((status) => status === query.status),
      after: query.after,
      scope: query.scope,
    });
    const { rows, ...next } = cutPage(found, query.limit, (case_) => case_.updatedAt);
    const cases = await Promise.all(rows.map(async (case_) => await summarizeCase(case_, deps)));
    return { cases, ...next };
  },
  getCase: async (caseId: string, asker: Asker) => await readCase(caseId, asker, deps),
  listProposals: async (
    query: { status?: string; limit: number; after?: string; scope?: Scope },
    asker: Asker,
  ) => {
    const found = await listProposals(deps.database, {
      limit: query.limit + 1,
      without: WORD_OF_RISK,
      scope: query.scope,
      status: ProposalStatus.options.find((status) => status === query.status),
      after: query.after,
    });
    const { rows, ...next } = cutPage(found, query.limit, (proposal) => proposal.createdAt);
    const hidden = await hiddenFrom(asker, rows, deps);
    return { proposals: await summarizeAll(rows, hidden, deps), ...next };
  },
  sentBriefs: async (opportunityId: string) => await readSentBriefs(opportunityId, deps),
  candidateTimes: async (opportunityId: string) =>
    await findAvailability(deps.database, opportunityId, deps.texts),
  candidateTaken: async (query: Omit<CandidateTimeQuery, "now">) =>
    await listCandidateTime(deps.database, { ...query, now: deps.clock.now() }),
  avoidedTimes: async (of: { opportunityId: string; stageId: string }) =>
    await listAvoidedTimesOf(
      deps.database,
      {
        opportunityId: OpportunityId.parse(of.opportunityId),
        stageId: StageId.parse(of.stageId),
      },
      deps.texts,
    ),
  missedInterviews: async (opportunityId: string) => await listMissed(deps.database, opportunityId),
  peopleWithin: async (scope: NonNullable<Scope>, emails: readonly string[]) =>
    await findWithin(scope, emails, deps),
  // What its own case holds alone is given up by what is found: another's of the same opportunity stays, and the database refuses it.
  heldTime: async ({ emails, from, to, opportunityId, stageId }: HeldTimeQuery) =>
    await deps.database.query<HeldTime & Row>(
      `select r.person as email, lower(r.during) as start, upper(r.during) as end,
         ${OFFERED_TIME} as offered from reservations r
       join proposals p on p.id = r.proposal_id join cases c on c.id = p.case_id
       where r.released_at is null and r.person = any($1) and r.during && tstzrange($2, $3)
         and (r.held_until is null or (r.held_until > $4
           and not (c.opportunity_id = $5 and c.stage_id = $6 and c.closed_at is null)))
       order by r.person, lower(r.during)`,
      [emails, from.toString(), to.toString(), deps.clock.now().toString(), opportunityId, stageId],
    ),
});

/** Who takes part, or has been asked to: whose time is or was held or booked. */
const findWithin = async (
  scope: NonNullable<Scope>,
  emails: readonly string[],
  { database }: Pick<ReaderDeps, "database">,
): Promise<ReadonlySet<string>> => {
  const found = await database.query<{ email: string } & Row>(
    `select distinct lower(r.person) as email from reservations r
     join proposals p on p.id = r.proposal_id join cases c on c.id = p.case_id
     where lower(r.person) = any($1) and ${withinReach(2, 3)}`,
    [emails.map((email) => email.toLowerCase()), ...scopeValues(scope)],
  );
  return new Set(found.map(({ email }) => email));
};

const readCase = async (caseId: string, asker: Asker, deps: ReaderDeps) => {
  const case_ = await getCase(deps.database, caseId);
  if (!case_) return null;
  const proposals = await listProposals(deps.database, {
    caseId,
    without: WORD_OF_RISK,
    limit: 20,
  });
  const once = { ...deps, lever: rememberRound(deps.lever) };
  const hidden = await hiddenInCase(asker, { case_, proposals }, once);
  return {
    ...(await summarizeCase(case_, deps)),
    problems: toldProblems(case_.problems).map(({ code, message }) => ({ code, message })),
    proposals: await summarizeAll(proposals, hidden, deps),
  };
};

/** Without what one reader alone may see. */
const readSentBriefs = async (opportunityId: string, { database, texts }: ReaderDeps) => {
  const sent = await listSentBriefs(database, opportunityId);
  return await Promise.all(
    sent.map(async (proposal) => {
      const { payload } = await openBrief(database, proposal, texts);
      const { session, brief } = payload;
      return { session, brief, sentAt: proposal.createdAt.toString() };
    }),
  );
};

/** One case in a few words. */
export const summarizeCase = async (case_: CaseRecord, deps: ReaderDeps) => ({
  id: case_.id,
  opportunityId: case_.opportunityId,
  candidateName:
    (case_.nameTextId && (await deps.texts.open(deps.database, case_.nameTextId))) ?? "(erased)",
  postingTitle: case_.postingTitle,
  stageName: case_.stageName,
  status: case_.status,
  nextStep: case_.nextStep,
});

/** `hidden`: of which no more is told than why, as in the lists of the dashboard. */
const summarizeAll = async (
  proposals: readonly ProposalRecord[],
  hidden: ReadonlyMap<string, string>,
  deps: SummaryDeps,
) =>
  await Promise.all(
    proposals.map(async (proposal) => {
      const summary = await summarizeProposal(proposal, deps);
      return { ...summary, summary: hidden.get(proposal.id) ?? summary.summary };
    }),
  );

/** One proposal in a few words. */
export const summarizeProposal = async (proposal: ProposalRecord, deps: SummaryDeps) => {
  return {
    id: proposal.id,
    caseId: proposal.caseId,
    kind: proposal.kind,
    status: proposal.status,
    summary: await summaryOf(proposal, deps),
    audience: proposal.audience,
    createdAt: proposal.createdAt.toString(),
    expiresAt: proposal.expiresAt.toString(),
  };
};

const summaryOf = async (
  proposal: ProposalRecord,
  { database, texts }: SummaryDeps,
): Promise<string> => {
  if (proposal.contextTextId === null) return "(erased)";
  const case_ = await getCase(database, proposal.caseId);
  if (case_ && (await isKeptToFew(database, { proposal, case_ }, texts))) return KEPT_TO_FEW;
  return (await openProposal(database, proposal, texts)).context.summary;
};
