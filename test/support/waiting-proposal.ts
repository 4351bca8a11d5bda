/** Proposals that wait for a person, put into the books without a company: for tests of what is done with many. */
import pino from "pino";
import { applySynthesisEdit } from "../../agents/feedback/edit.ts";
import { applyBookingEdit } from "../../agents/scheduling/edit.ts";
import type { DecideDeps } from "../../src/cases/decide-proposal.ts";
import { openCase } from "../../src/cases/cases.ts";
import type { ProposalContext } from "../../src/cases/open-proposal.ts";
import { getProposal, storeProposals } from "../../src/cases/proposals.ts";
import type { ProposalRecord } from "../../src/cases/records.ts";
import { setRunCase, startRun } from "../../src/cases/runs.ts";
import { systemClock } from "../../src/clock.ts";
import type { Database } from "../../src/db/port.ts";
import type { Clock } from "../../src/domain/time.ts";
import { ContactId, OpportunityId, StageId } from "../../src/domain/ids.ts";
import type { BookInterview } from "../../src/domain/proposal.ts";
import { quote } from "../../src/domain/quoted.ts";
import { randomIds } from "../../src/identifiers.ts";
import { acceptEvent } from "../../src/intake/accept.ts";
import { parseKeyring } from "../../src/privacy/keyring.ts";
import { createTexts } from "../../src/privacy/texts.ts";
import { createQueue } from "../../src/worker/queue.ts";
import { aBooking, aSession, firstSession } from "./booking.ts";

export interface Desk extends AsyncDisposable {
  deps: DecideDeps;
  /** A case of its own with one proposal for the booking. */
  propose(booking: BookInterview): Promise<ProposalRecord>;
}

/** A desk on a migrated database, with a queue that nobody works on. */
export const openDesk = async (database: Database, clock: Clock = systemClock): Promise<Desk> => {
  const queue = createQueue({ database, log: pino({ level: "silent" }), onError: () => {} });
  await queue.start();
  const ids = randomIds;
  const keyring = parseKeyring(`k1:${Buffer.alloc(32, 7).toString("base64")}`);
  const texts = createTexts({ keyring, clock, ids });
  const edits = { applyEdit: applyBookingEdit, applySynthesisEdit };
  const lever = { listUsers: async () => await Promise.resolve([]) };
  const deps: DecideDeps = { database, queue, clock, ids, texts, lever, ...edits };
  return {
    deps,
    propose: async (booking) => await propose(booking, deps),
    [Symbol.asyncDispose]: async () => await queue.stop({ graceMs: 1_000 }),
  };
};

const propose = async (booking: BookInterview, deps: DecideDeps): Promise<ProposalRecord> =>
  await deps.database.transaction(async (tx) => {
    const { opportunityId, stageId } = booking;
    const deliveryKey = `${opportunityId} ${stageId}`;
    const candidate = ContactId.parse(`contact of ${opportunityId}`);
    const correlationId = deps.ids.next("co");
    const kind = "candidateStageChange";
    const { eventId } = await acceptEvent(
      tx,
      { source: "lever", kind, deliveryKey, opportunityId, data: {}, correlationId },
      deps,
    );
    const runId = await startRun(
      tx,
      { id: eventId, source: "lever", kind, correlationId, opportunityId, data: {} },
      deps.clock,
    );
    const facts = { opportunity: anOpportunity(booking), stage: aStage(booking), posting: null };
    const case_ = await openCase(tx, { facts, mode: "assisted", correlationId }, deps);
    await setRunCase(tx, runId, case_.id);
    const [id = ""] = await storeProposals(
      tx,
      [
        {
          caseId: case_.id,
          runId,
          candidate,
          correlationId,
          key: booking.title,
          class: "logistics",
          audience: "candidate",
          risk: "low",
          refined: "draft",
          warnings: 0,
          payload: booking,
          context: aContext(booking),
          policyVersion: 0,
          expiresAt: deps.clock.now().add({ hours: 1 }),
          by: "scheduling",
        },
      ],
      deps,
    );
    const proposal = await getProposal(tx, id);
    if (!proposal) throw new Error("a proposal that was just stored is not there");
    return proposal;
  });

const aStage = ({ stageId }: BookInterview) => ({
  id: StageId.parse(stageId),
  text: "Phone Screen",
});

const anOpportunity = ({ opportunityId, stageId, candidate }: BookInterview) => ({
  id: OpportunityId.parse(opportunityId),
  contactId: ContactId.parse(`contact of ${opportunityId}`),
  name: quote(candidate.name, { system: "lever", ref: "opportunity#name" }),
  headline: quote("", { system: "lever", ref: "opportunity#headline" }),
  emails: [candidate.email],
  stageId: StageId.parse(stageId),
  stageChanges: [],
  postingId: null,
  applicationIds: [],
  ownerId: null,
  followerIds: [],
  archivedAt: null,
  contactAllowed: true,
  confidential: false,
  isAnonymized: false,
  applicationZone: candidate.zone,
  links: [],
  url: null,
});

const aContext = ({ sessions }: BookInterview): ProposalContext => ({
  summary: "",
  reason: "",
  itinerary: {
    sessions: sessions.map(({ sessionId, startsAt, endsAt, panel }) => ({
      sessionId,
      startsAt,
      endsAt,
      panel: panel.map(({ email }, place) => ({ place, email })),
    })),
    score: 90,
    terms: [],
  },
  alternatives: [],
  calendar: { readAt: firstSession({ sessions }).startsAt, people: [] },
  evidence: [],
  people: sessions.flatMap(({ panel }) => panel),
});

/** A booking of an opportunity of that name; of the same people each has its own time. */
export const bookingOf = (name: string, hoursLater = 0): BookInterview => {
  const { startsAt, endsAt } = aSession();
  const later = (instant: string): string =>
    Temporal.Instant.from(instant).add({ hours: hoursLater }).toString();
  return aBooking({
    opportunityId: OpportunityId.parse(name),
    sessions: [aSession({ startsAt: later(startsAt), endsAt: later(endsAt) })],
  });
};
