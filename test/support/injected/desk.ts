/** One candidacy in our own books, put down anew for each text: ids are counted and the clock stands, so that whatever is made of it is
 * the same to the byte but for what the text itself is in. */
import type { SpecialistProposal } from "../../../agents/specialist.ts";
import type { RunDeps } from "../../../graphs/deps.ts";
import { type RunState, type RunUpdate, STATE_VERSION } from "../../../graphs/state.ts";
import { openCase } from "../../../src/cases/cases.ts";
import { createHandOn } from "../../../src/cases/hand-on.ts";
import { openProposal } from "../../../src/cases/open-proposal.ts";
import { listAllOfRun } from "../../../src/cases/proposals.ts";
import type { CaseRecord } from "../../../src/cases/records.ts";
import { setRunCase, startRun } from "../../../src/cases/runs.ts";
import { createManualClock } from "../../../src/clock.ts";
import type { Database } from "../../../src/db/port.ts";
import { CaseId, ContactId, OpportunityId, StageId } from "../../../src/domain/ids.ts";
import type { Ids } from "../../../src/identifiers.ts";
import { type NewEvent, acceptEvent } from "../../../src/intake/accept.ts";
import { createChatModels } from "../../../src/models/chat-model.ts";
import type { ChatModels } from "../../../src/models/port.ts";
import { someTexts } from "../some-texts.ts";
import { NOBODY_ASKED, NOT_ASKED } from "./nobody-asked.ts";
import { type Standing, toolsOf } from "./world.ts";
import { NOW, type Written } from "./written.ts";

/** What the desk is, once for all texts. */
export interface Desk {
  database: Database;
  texts: RunDeps["texts"];
  clock: RunDeps["clock"];
  /** Counted from the beginning again for each text, or from where they were. */
  ids: Ids & { count(): number; again(count?: number): void };
  /** Nobody works on what is put into it. */
  queue: { sendAll(): Promise<void> };
  models: ChatModels;
  /** Who stands there now. */
  standing: Standee | null;
}

/** A candidacy as it stands there. */
export interface Standee {
  desk: Desk;
  written: Written;
  case_: CaseRecord;
  deps: RunDeps;
}

const desks = new WeakMap<Database, Promise<Desk>>();

/** The one desk of a database. */
export const deskAt = async (database: Database): Promise<Desk> => {
  const known = desks.get(database) ?? openDesk(database);
  desks.set(database, known);
  return await known;
};

const openDesk = async (database: Database): Promise<Desk> => {
  const clock = createManualClock(NOW);
  return {
    database,
    clock,
    texts: someTexts(clock),
    ids: countedIds(),
    queue: { sendAll: async () => await Promise.resolve() },
    standing: null,
    models: await createChatModels(null, {
      database,
      clock,
      zone: "UTC",
      budgetMs: 1_000,
      patience: { random: () => 0.5, now: () => 0, sleep: async () => await Promise.resolve() },
    }),
  };
};

const countedIds = (): Desk["ids"] => {
  let count = 0;
  return {
    next: (prefix) => {
      count += 1;
      return `${prefix}_${count.toString(16).padStart(32, "0")}`;
    },
    count: () => count,
    again: (from = 0) => {
      count = from;
    },
  };
};

/** What hangs on a candidacy, the last first. */
const TABLES = [
  "plain_request_replies",
  "plain_requests",
  "candidate_questions",
  "chat_messages",
  "chats",
  "candidate_answers",
  "reservations",
  "effects",
  "proposals",
  "searches",
  "feedback_owed",
  "feedback_looks",
  "daily_digests",
  "run_steps",
  "papers",
  "runs",
  "cases",
  "inbox",
  "streams",
  "guide_versions",
  "texts",
];
const FORGET = `do $$ begin ${TABLES.map((table) => `delete from ${table};`).join(" ")} end $$`;

/** Puts a candidacy down, and nothing else. */
export const standAt = async (
  written: Written,
  world: Standing,
  database: Database,
): Promise<Standee> => {
  const desk = await deskAt(database);
  desk.ids.again();
  await database.query(FORGET);
  const { lever } = toolsOf(written, world, database);
  const case_ = await openOne({ at: world.at, id: "opp-1" }, desk, lever);
  desk.standing = seatedAt({ desk, case_, written }, world);
  return desk.standing;
};

/** A candidacy that stands, with what is written of it by others. */
export const seatedAt = (
  of: Pick<Standee, "desk" | "case_" | "written">,
  world: Standing,
): Standee => {
  const { desk, case_, written } = of;
  const tools = toolsOf(written, world, desk.database);
  return { ...of, deps: depsOf(desk, tools, case_.opportunityId) };
};

/** A case of an opportunity, with the stream of its events. */
export const openOne = async (
  { at, id, name }: { at: string; id: string; name?: string },
  desk: Desk,
  lever: RunDeps["lever"],
): Promise<CaseRecord> => {
  const opportunityId = OpportunityId.parse(id);
  const read = await lever.getOpportunity(opportunityId);
  const own = name === undefined ? read.name : { ...read.name, quoted: name };
  const facts = {
    opportunity: {
      ...read,
      id: opportunityId,
      contactId: ContactId.parse(`contact of ${id}`),
      name: own,
    },
    stage: await lever.getStage(StageId.parse(at)),
    posting: read.postingId === null ? null : await lever.getPosting(read.postingId),
  };
  return await desk.database.transaction(async (tx) => {
    await tx.query("insert into streams (opportunity_id) values ($1)", [id]);
    return await openCase(tx, { facts, mode: "assisted", correlationId: "co_1" }, desk);
  });
};

const depsOf = (
  desk: Desk,
  tools: ReturnType<typeof toolsOf>,
  opportunityId: OpportunityId,
): RunDeps => ({
  ...(NOT_ASKED as RunDeps),
  ...desk,
  lever: tools.lever,
  plans: tools.plans,
  log: tools.log,
  modelBudgetMs: 60_000,
  companyName: "Acme",
  companyZone: "Europe/Lisbon",
  publicUrl: NOBODY_ASKED.publicUrl,
  performAs: null,
  tools,
  chooseChannel: async () => await Promise.resolve("slack"),
  handOn: createHandOn(desk),
  slackCommand: null,
  lease: { opportunityId, fence: 0, owner: "test" },
  signal: AbortSignal.timeout(600_000),
});

/** An event as its run is given it. */
export type RunEvent = Pick<NewEvent, "source" | "kind"> & {
  id: string;
  opportunityId: OpportunityId;
  correlationId: string;
};

/** Puts an event into the inbox. */
export const happen = async (
  { desk, case_ }: Standee,
  event: Pick<NewEvent, "source" | "kind" | "data"> & { opportunityId?: OpportunityId },
): Promise<RunEvent> => {
  const { opportunityId = case_.opportunityId, source, kind } = event;
  const correlationId = "co_1";
  const { eventId } = await desk.database.transaction(
    async (tx) =>
      await acceptEvent(
        tx,
        { ...event, opportunityId, correlationId, deliveryKey: `test:${kind}` },
        desk,
      ),
  );
  return { id: eventId, opportunityId, source, kind, correlationId };
};

/** The newest event of a kind that somebody's doing has put there. */
export const eventOf = async ({ desk }: Standee, kind: string): Promise<RunEvent> => {
  const [found] = await desk.database.query<RunEvent & Record<string, unknown>>(
    `select id, source, kind, opportunity_id as "opportunityId", correlation_id as "correlationId"
     from inbox where kind = $1 order by seq desc limit 1`,
    [kind],
  );
  if (!found) throw new Error(`no event ${kind} came of it`);
  return found;
};

/** What is made with a node in place of a run's. */
export type Node = (deps: RunDeps) => (state: RunState) => Promise<RunUpdate>;

/** One node of a run, on an event. */
export const runNode = async (
  { desk, case_, deps }: Standee,
  { event, node, isOfCase = true }: { event: RunEvent; node: Node; isOfCase?: boolean },
): Promise<{ runId: string; update: RunUpdate }> => {
  const runId = await desk.database.transaction(async (tx) => {
    const id = await startRun(tx, { ...event, data: {} }, desk.clock);
    if (isOfCase) await setRunCase(tx, id, CaseId.parse(case_.id));
    return id;
  });
  const { opportunityId } = event;
  const lease = { ...deps.lease, opportunityId };
  const update = await node({ ...deps, lease })({
    version: STATE_VERSION,
    runId,
    eventId: event.id,
    eventKind: event.kind,
    source: event.source,
    correlationId: event.correlationId,
    opportunityId,
    wishes: { startsAt: null, planId: null, panelistIds: [] },
    proposalIds: [],
    problems: [],
    caseId: isOfCase ? case_.id : null,
    candidate: isOfCase ? case_.candidate : null,
    stageId: isOfCase ? case_.stageId : null,
    facts: null,
    action: null,
    specialists: [],
    reason: "",
    checked: null,
    toPerform: [],
    outcome: null,
  });
  return { runId, update };
};

/** What is kept of a proposal beside its texts: the gate acts on it. */
export interface StoredProposal extends SpecialistProposal {
  stored: unknown;
  /** What its case is called as it leaves, where that is filled in then. */
  subject?: string;
}

/** The proposals that a node stores, as they are kept. Errors: when it proposed nothing. */
export const proposedBy = async (
  standee: Standee,
  asked: Parameters<typeof runNode>[1],
): Promise<StoredProposal[]> => {
  const { database, texts } = standee.desk;
  const { runId, update } = await runNode(standee, asked);
  const records = await listAllOfRun(database, runId);
  if (records.length === 0) throw new Error(`nothing was proposed: ${JSON.stringify(update)}`);
  return await Promise.all(
    records.map(async (record): Promise<StoredProposal> => {
      const { payload, context } = await openProposal(database, record, texts);
      const { digest: _digest, id: key, audience, risk, warnings, ...stored } = record;
      return { key, audience, risk, warnings, payload, context, stored };
    }),
  );
};
