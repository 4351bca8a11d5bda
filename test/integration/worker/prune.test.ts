import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { randomIds } from "../../../src/identifiers.ts";
import { prune } from "../../../src/worker/prune.ts";
import { watchCalendars } from "../../../src/worker/watch-calendars.ts";
import { problemOf } from "../../support/api.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { deliverAsLever } from "../../support/deliveries.ts";
import { proposalFor, settled, untilProposal } from "../../support/story.ts";
import { ROOMY_PLANS, type Walk, startWalk } from "../../support/walk.ts";

/** Nobody goes by their age here. */
const KEPT = { ids: randomIds, keepCandidatesDays: 0, keepByCountry: {} };

const DAYS = 30;

describeEachDatabase("pruning", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open, { env: { PLANS_DIR: ROOMY_PLANS } });
  });
  afterAll(async () => await walk.close());

  const query = async <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) =>
    await walk.running.deps.database.query<Row>(sql, values);

  /** As if the walk had just had a round of its own: it takes none now, and one whose clock is days ahead can. */
  const giveRound = async (): Promise<void> => {
    await query(
      `insert into settings (name, value, updated_at) values ('pruned', '{}', $1)
       on conflict (name) do update set updated_at = excluded.updated_at`,
      [walk.company.clock.now().toString()],
    );
  };

  /** As a worker does it whose clock is so many days ahead: the company's own clock stands still. */
  const pruneAfter = async (days: number): Promise<void> => {
    const { database } = walk.running.deps;
    const now = () => walk.company.clock.now().add({ hours: 24 * days });
    await giveRound();
    await prune({ database, clock: { now }, ...KEPT, keepRunsDays: DAYS });
  };

  const runsOf = async (opportunityId: string) =>
    await query<{ id: string; status: string; eventId: string; pruned: boolean }>(
      `select r.id, r.status, r.event_id as "eventId", r.pruned_at is not null as pruned
       from runs r join inbox i on i.id = r.event_id
       where i.opportunity_id = $1 order by r.started_at, r.id`,
      [opportunityId],
    );

  /** Rows of each table that tell what a run did. */
  const traceOf = async (runId: string): Promise<Record<string, number>> => {
    const [row] = await query<Record<string, number>>(
      `select
         (select count(*)::int from run_steps where run_id = $1) as steps,
         (select count(*)::int from papers where run_id = $1) as papers,
         (select count(*)::int from langgraph.checkpoints where thread_id = $1) as checkpoints,
         (select count(*)::int from langgraph.checkpoint_blobs where thread_id = $1) as blobs,
         (select count(*)::int from langgraph.checkpoint_writes where thread_id = $1) as writes`,
      [runId],
    );
    return row ?? {};
  };
  const NOTHING = { steps: 0, papers: 0, checkpoints: 0, blobs: 0, writes: 0 };

  /** Texts that nothing refers to. */
  const strayTexts = async () =>
    await query(
      `select t.id, t.kind from texts t where not exists (
         select from (
           select input_text_id as id from run_steps union all select output_text_id from run_steps
           union all select text_id from papers union all select name_text_id from cases
           union all select payload_text_id from proposals union all select context_text_id from proposals
           union all select reason_text_id from decisions union all select result_text_id from effects
         ) kept where kept.id = t.id)`,
    );

  const moveQuietly = async (): Promise<string> => {
    const opportunityId = walk.nextCandidate("newApplicant");
    const { newApplicant } = walk.cast.stages;
    await deliver({ opportunityId, toStageId: newApplicant });
    await settled(walk, opportunityId);
    return opportunityId;
  };

  const deliver = async (
    data: Record<string, unknown>,
    more: { id?: string; token?: string } = {},
  ) =>
    await deliverAsLever(walk.url, {
      secret: walk.webhookSecret,
      triggeredAt: walk.company.clock.now().epochMilliseconds,
      data,
      ...more,
    });

  /** Booked, then moved on: the case is over when the interview is. */
  const bookAndClose = async () => {
    const opportunityId = walk.nextCandidate();
    const proposal = await proposalFor(walk, opportunityId);
    await walk.api.approve(proposal);
    await untilProposal(walk, proposal, "done");
    await query(
      "update reservations set during = tstzrange(lower(during) - interval '1 year', upper(during) - interval '1 year')",
    );
    await walk.moveStage(opportunityId, "newApplicant");
    await settled(walk, opportunityId);
    expect((await walk.api.caseOf(opportunityId))?.status).toBe("closed");
    return { opportunityId, proposal };
  };

  it("removes a run that proposed nothing with its event, and says so to who asks for it", async () => {
    const opportunityId = await moveQuietly();
    const [run] = await runsOf(opportunityId);
    expect(run?.status).toBe("done");
    await pruneAfter(DAYS - 1);
    expect(await runsOf(opportunityId)).toHaveLength(1);
    await pruneAfter(DAYS + 1);
    expect(await runsOf(opportunityId)).toEqual([]);
    expect(await query("select from inbox where opportunity_id = $1", [opportunityId])).toEqual([]);
    expect(await traceOf(run?.id ?? "")).toEqual(NOTHING);
    const answer = await walk.api.send("GET", `/api/runs/${run?.id}`);
    expect(answer.status).toBe(404);
    expect(problemOf(answer).detail).toContain("removed by age, 30 days after its end");
    expect((await walk.api.verifyLedger()).ok).toBe(true);
  });

  it("keeps what a booking was, without its trace, once its case is closed", async () => {
    const { opportunityId, proposal } = await bookAndClose();
    const before = await walk.api.proposal(proposal.id);
    const effects = (await walk.api.caseOf(opportunityId))?.effects;
    await pruneAfter(DAYS + 1);
    const [run, ...others] = await runsOf(opportunityId);
    expect([run?.pruned, others]).toEqual([true, []]);
    expect(await traceOf(run?.id ?? "")).toEqual(NOTHING);
    expect(await walk.api.proposal(proposal.id)).toEqual(before);
    const shown = await walk.api.run(run?.id ?? "");
    expect(shown.steps).toEqual([]);
    expect(shown.tracePrunedAt).not.toBeNull();
    expect((await walk.api.caseOf(opportunityId))?.effects).toEqual(effects);
    expect(await strayTexts()).toEqual([]);
  });

  it("never touches a thread that waits or a case that is open", async () => {
    const waiting = walk.nextCandidate();
    const proposal = await proposalFor(walk, waiting);
    const booked = walk.nextCandidate();
    const other = await proposalFor(walk, booked);
    await walk.api.approve(other);
    await untilProposal(walk, other, "done");
    const all = async () =>
      await Promise.all(
        [...(await runsOf(waiting)), ...(await runsOf(booked))].map(async (run) => ({
          ...run,
          ...(await traceOf(run.id)),
        })),
      );
    const before = await all();
    const events = await walk.api.events();
    expect(before.map(({ status }) => status)).toContain("waiting");
    await pruneAfter(10 * DAYS);
    expect(await all()).toEqual(before);
    const left = await walk.api.events();
    const of = (id: string) => (event: { opportunityId: string | null }) =>
      event.opportunityId === id;
    expect(left.filter(of(booked))).toEqual(events.filter(of(booked)));
    await walk.api.approve(proposal);
    await untilProposal(walk, proposal, "done");
    expect((await walk.api.caseOf(waiting))?.status).toBe("booked");
  });

  it("keeps what failed, so that it can be run again", async () => {
    const opportunityId = walk.nextCandidate("newApplicant");
    await deliver({ opportunityId, toStageId: "a stage that nobody knows" });
    await walk.waitFor("the event to fail", async () =>
      (await walk.api.events("failed")).find((event) => event.opportunityId === opportunityId),
    );
    const [run] = await runsOf(opportunityId);
    const trace = await traceOf(run?.id ?? "");
    expect([run?.status, trace["checkpoints"] === 0]).toEqual(["failed", false]);
    await pruneAfter(10 * DAYS);
    expect(await runsOf(opportunityId)).toEqual([run]);
    expect(await traceOf(run?.id ?? "")).toEqual(trace);
    expect((await walk.api.send("POST", `/api/events/${run?.eventId}/retry`)).status).toBe(200);
  });

  it("does not make a delivery that comes again run again", async () => {
    const opportunityId = walk.nextCandidate("newApplicant");
    const data = { opportunityId, toStageId: walk.cast.stages.newApplicant };
    const same = { id: randomUUID(), token: randomUUID().replaceAll("-", "") };
    const sentAt = walk.company.clock.now().epochMilliseconds;
    const again = async () =>
      await deliverAsLever(walk.url, {
        secret: walk.webhookSecret,
        triggeredAt: sentAt,
        data,
        ...same,
      });
    expect((await again()).status).toBe(200);
    await settled(walk, opportunityId);
    const { next_seq: seq } = (await streamOf(opportunityId)) ?? {};
    await pruneAfter(DAYS + 1);
    expect(await runsOf(opportunityId)).toEqual([]);
    // Within the age that the door accepts its token is remembered, longer than any row can be gone.
    expect((await again()).status).toBe(200);
    expect(await query("select from inbox where opportunity_id = $1", [opportunityId])).toEqual([]);
    // What comes next takes the place after it: the order never begins again.
    await deliver(data);
    await settled(walk, opportunityId);
    const [next] = await query<{ seq: number }>("select seq from inbox where opportunity_id = $1", [
      opportunityId,
    ]);
    expect(next?.seq).toBe(seq);
  });

  const streamOf = async (opportunityId: string) => {
    const [row] = await query<{ next_seq: number }>(
      "select next_seq from streams where opportunity_id = $1",
      [opportunityId],
    );
    return row;
  };

  it("is done in batches by many at once, and goes on in the next round where it was stopped", async () => {
    const opportunityId = walk.nextCandidate("newApplicant");
    const data = { opportunityId, toStageId: walk.cast.stages.newApplicant };
    for (let count = 0; count < 25; count += 1) await deliver(data);
    await settled(walk, opportunityId);
    const now = () => walk.company.clock.now().add({ hours: 24 * (DAYS + 1) });
    const { database } = walk.running.deps;
    const deps = { database, clock: { now }, ...KEPT, keepRunsDays: DAYS, pruneBatch: 4 };
    await giveRound();
    await prune(deps, AbortSignal.abort());
    expect((await runsOf(opportunityId)).length).toBeGreaterThanOrEqual(21);
    const rounds = Array.from({ length: 4 }, async () => {
      await giveRound();
      await prune(deps);
    });
    await Promise.all(rounds);
    await prune(deps);
    await pruneAfter(DAYS + 1);
    expect(await runsOf(opportunityId)).toEqual([]);
    expect(await strayTexts()).toEqual([]);
  });

  it("forgets what old comparisons found, but not the latest", async () => {
    const now = walk.company.clock.now().toString();
    await query(
      `insert into reconciliations (id, started_by, started_at, finished_at, to_check, correlation_id)
       select 'old ' || n, 'test', $1, $1, 0, 'co' from generate_series(1, 3) as n`,
      [now],
    );
    const left = async () =>
      await query<{ id: string }>("select id from reconciliations where started_by = 'test'");
    await pruneAfter(DAYS - 1);
    expect(await left()).toHaveLength(3);
    await pruneAfter(DAYS + 1);
    expect(await left()).toEqual([{ id: "old 3" }]);
  });

  it("comes round once an hour in a whole installation", async () => {
    const opportunityId = await moveQuietly();
    const { database } = walk.running.deps;
    const pruneIn = async (minutes: number): Promise<void> => {
      const now = () => walk.company.clock.now().add({ minutes });
      await prune({ database, clock: { now }, ...KEPT, keepRunsDays: 0 });
    };
    await query("delete from settings where name = 'pruned'");
    await pruneIn(0);
    await pruneIn(59);
    expect(await runsOf(opportunityId)).toHaveLength(1);
    await pruneIn(60);
    expect(await runsOf(opportunityId)).toEqual([]);
  });

  it("gives up the channel of a calendar that cannot be reached, once the channel's time is over", async () => {
    const now = walk.company.clock.now();
    await query(
      `insert into calendar_watches (mailbox, channel_id, resource_id, channel_opened_at, channel_expires_at)
       values ('left@elsewhere.test', 'c1', 'r1', $1, $2), ('gone@elsewhere.test', 'c2', 'r2', $1, $1)`,
      [now.subtract({ hours: 24 }).toString(), now.add({ hours: 24 }).toString()],
    );
    const watched = async () =>
      await query("select mailbox from calendar_watches where mailbox like '%@elsewhere.test'");
    const { deps } = walk.running;
    while ((await watched()).length > 1) {
      const { watcher } = deps.services.calendar;
      await watchCalendars({ ...deps, watcher, channelAddress: `${walk.url}/webhooks/google` });
    }
    expect(await watched()).toEqual([{ mailbox: "left@elsewhere.test" }]);
  });
});
