/** Proposes to tell the recruiter that nothing has fitted for long: who and what blocks, and what they could give up. */
import { getCase, setCase } from "../../src/cases/cases.ts";
import { fencedTransaction } from "../../src/cases/lease.ts";
import { listRunProposals, storeProposals } from "../../src/cases/proposals.ts";
import type { CaseRecord } from "../../src/cases/records.ts";
import { type SearchRecord, findSearch } from "../../src/cases/searches.ts";
import type { Tx } from "../../src/db/port.ts";
import {
  type AlertRecruiter,
  CHANNEL_WORDS,
  alertSubject,
  misfitOf,
} from "../../src/domain/alert.ts";
import { type CaseId, RunId } from "../../src/domain/ids.ts";
import { plainName, shownCase, shownName } from "../../src/domain/quoted.ts";
import type { LeverUser, Opportunity, Posting } from "../../src/lever/port.ts";
import { readPolicy } from "../../src/policy/store.ts";
import { recruiterOf } from "../active-user.ts";
import type { RunDeps } from "../deps.ts";
import type { RunState, RunUpdate } from "../state.ts";

/** The `alert` node. Shape: no proposal, and a problem, when nobody can be told. Errors: Lever's, and the chat service's. */
export const createAlert =
  (deps: RunDeps) =>
  async (state: RunState): Promise<RunUpdate> => {
    const case_ = state.caseId === null ? null : await getCase(deps.database, state.caseId);
    const search = case_ && (await findSearch(deps.database, case_.id));
    if (!search) return { outcome: "Nothing is looked for in this case any more." };
    const opportunity = await deps.lever.getOpportunity(case_.opportunityId);
    const posting = case_.postingId === null ? null : await deps.lever.getPosting(case_.postingId);
    const recruiter = await recruiterOf(opportunity, posting, deps);
    if (!recruiter) return { outcome: NOBODY };
    const payload = await payloadOf({ case_, search, opportunity, posting, recruiter }, deps);
    return { proposalIds: await store(payload, { case_, state }, deps) };
  };

const NOBODY =
  "Nobody could be told that nothing fits: neither the opportunity nor its posting has an owner in Lever who is active.";

interface Facts {
  case_: CaseRecord;
  search: SearchRecord;
  opportunity: Opportunity;
  posting: Posting | null;
  recruiter: LeverUser;
}

const payloadOf = async (
  { case_, search, opportunity, posting, recruiter }: Facts,
  { chooseChannel, clock, companyName }: RunDeps,
): Promise<AlertRecruiter> => {
  const { email, name } = recruiter;
  const isConfidential = opportunity.confidential || posting?.confidential === true;
  const chosen = await chooseChannel(email);
  // What is for few is not told where others read it, not even without a name.
  const channel = isConfidential && chosen === "teams" ? "mail" : chosen;
  const isForManyEyes = channel === "teams" || isConfidential;
  return {
    kind: "alert_recruiter",
    version: 1,
    opportunityId: case_.opportunityId,
    stageId: case_.stageId,
    caseId: case_.id,
    channel,
    to: { email, name: shownName(name) },
    candidateName: isForManyEyes ? null : plainName(opportunity.name, "a candidate"),
    ...shownCase(case_),
    since: search.since.toString(),
    hours: Math.floor(search.since.until(clock.now()).total("hours")),
    blockers: search.noFit.blockers,
    relaxations: search.noFit.relaxations,
    ...(search.noFit.because !== undefined && { because: search.noFit.because }),
    companyName,
  };
};

const store = async (
  payload: AlertRecruiter,
  { case_, state }: { case_: CaseRecord; state: RunState },
  deps: RunDeps,
): Promise<string[]> =>
  await fencedTransaction(deps.database, deps.lease, async (tx) => {
    const { version, policy } = await readPolicy(tx);
    return await storeProposals(
      tx,
      [
        {
          key: "alert",
          caseId: case_.id,
          runId: RunId.parse(state.runId),
          candidate: case_.candidate,
          correlationId: state.correlationId,
          class: "logistics",
          audience: "internal",
          risk: "low",
          refined: "draft",
          warnings: 0,
          payload,
          context: {
            summary: `Tell ${payload.to.name} ${CHANNEL_WORDS[payload.channel]} that ${misfitOf(payload)} for ${alertSubject(payload)}`,
            reason: "Nothing has fitted for as long as the plan waits.",
            evidence: [
              { kind: "read", what: "Who and what blocks", source: `case ${case_.id}` },
              {
                kind: "read",
                what: "Owner",
                source: `get_opportunity opportunity/${case_.opportunityId}`,
              },
            ],
          },
          policyVersion: version,
          expiresAt: deps.clock.now().add({ hours: policy.expireHours }),
          by: "convene",
        },
      ],
      deps,
    );
  });

/** What became of the alert, said on the case, which stands as it stood. */
export const settleAlert = async (
  tx: Tx,
  { caseId, state }: { caseId: CaseId; state: RunState },
  deps: RunDeps,
): Promise<string> => {
  const words = state.outcome ?? (await unperformed(tx, state));
  const case_ = await getCase(tx, caseId);
  if (case_?.status === "blocked") {
    const { id, status, problems } = case_;
    await setCase(tx, { id, status, nextStep: words, problems, isSearched: true }, deps.clock);
  }
  return words;
};

const unperformed = async (tx: Tx, { runId }: RunState): Promise<string> => {
  const [proposal] = await listRunProposals(tx, runId);
  return proposal?.status === "observed"
    ? "Silent mode: the recruiter would have been told that nothing fits."
    : "The recruiter was not told that nothing fits.";
};
