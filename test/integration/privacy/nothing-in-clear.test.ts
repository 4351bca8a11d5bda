import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../../src/http/api/schemas.ts";
import { bookedScreen, until } from "../../support/briefs-walk.ts";
import { describeEachDatabase, describeOneDatabase } from "../../support/database.ts";
import { everyRow, leaksOf } from "../../support/every-row.ts";
import { advance } from "../../support/nothing-fits.ts";
import { proposalFor, settled, untilProposal } from "../../support/story.ts";
import { type Walk, startWalk } from "../../support/walk.ts";

describeEachDatabase("after a booking, the whole database", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open);
  });
  afterAll(async () => {
    await walk.close();
  });

  it("says nothing about the candidate that could be read without the keys", async () => {
    const opportunityId = walk.nextCandidate();
    const waiting = await proposalFor(walk, opportunityId);
    await walk.api.approve(waiting);
    await untilProposal(walk, waiting, "done");
    const rows = await everyRow(walk);
    const tables = new Set(rows.map(({ table }) => table));
    expect([...tables]).toEqual(
      expect.arrayContaining(["public.texts", "public.ledger", "langgraph.checkpoint_blobs"]),
    );
    expect(leaksOf(rows, waiting)).toEqual([]);
  });

  it("would show a name that somebody stored in clear", async () => {
    await walk.running.deps.database.query(
      "update cases set next_step = 'Write to Ada Quill' where id = (select id from cases limit 1)",
    );
    const rows = await everyRow(walk);
    expect(rows.filter(({ row }) => row.includes("Ada Quill")).map(({ table }) => table)).toEqual([
      "public.cases",
    ]);
  });
});

describeOneDatabase("embedded", "after what is told of an interview", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open);
    await walk.api.setMode("assisted");
  });
  afterAll(async () => await walk.close());

  const untilDone = async (
    { caseId, payload }: ProposalDetail,
    kind: "remind_candidate" | "ask_arrival" | "nudge_feedback",
  ): Promise<void> => {
    await walk.waitFor(`${kind} done`, async () =>
      (await walk.api.case(caseId)).proposals.some(
        (proposal) => proposal.kind === kind && proposal.status === "done",
      ),
    );
    await settled(walk, payload.opportunityId);
  };

  it("nothing names the candidate: reminders, the question whether they are there, nudges", async () => {
    const booked = await bookedScreen(walk);
    const [last] = await walk.running.deps.database.query<{ hours: number }>(
      `select (extract(epoch from starts_at - max(due_at)) / 3600)::float8 as hours from reminders
       where case_id = $1 and reader = 'candidate' group by starts_at`,
      [booked.caseId],
    );
    await until(walk, booked, (last?.hours ?? 0) - 0.01);
    const reminder = await walk.waitFor("the reminder", async () =>
      (await walk.api.case(booked.caseId)).proposals.find(
        ({ kind, status }) => kind === "remind_candidate" && status === "waiting",
      ),
    );
    await walk.api.approve(reminder);
    await untilDone(booked, "remind_candidate");
    await until(walk, booked, -0.1);
    await untilDone(booked, "ask_arrival");
    await advance(walk, 2);
    for (let hours = 0; hours < 24; hours += 1) {
      const { proposals } = await walk.api.case(booked.caseId);
      if (proposals.some(({ kind }) => kind === "nudge_feedback")) break;
      await advance(walk, 1);
      await settled(walk, booked.payload.opportunityId);
    }
    await untilDone(booked, "nudge_feedback");
    const rows = await everyRow(walk);
    expect(rows.some(({ row }) => row.includes("feedback on the candidate"))).toBe(true);
    expect(leaksOf(rows, booked)).toEqual([]);
  });
});
