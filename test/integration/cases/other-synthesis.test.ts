/** A synthesis that waits although its round is otherwise by now: seen to by a run, and without one where that was given up. */
import { beforeEach, expect, it } from "vitest";
import { getProposal, storeProposals } from "../../../src/cases/proposals.ts";
import { askForOtherSyntheses } from "../../../src/cases/synthesis.ts";
import type { Database } from "../../../src/db/port.ts";
import { CaseId, ContactId, OpportunityId, RunId } from "../../../src/domain/ids.ts";
import { PostSynthesis } from "../../../src/domain/synthesis.ts";
import type { FeedbackFacts } from "../../../src/feedback/owed.ts";
import { readPolicy } from "../../../src/policy/store.ts";
import { ASSESSMENT } from "../../support/assessment.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { factsOf, form, hours, interview, panel } from "../../support/feedback-worlds.ts";
import { type Desk, bookingOf, openDesk } from "../../support/waiting-proposal.ts";

const BOOKING = bookingOf("opp");
const opportunityId = OpportunityId.parse("opp");
const [MADE, CHANGED] = [hours(-2), hours(-1)];

const formAt = (updatedAt: Temporal.Instant) =>
  form("ann", { panelId: "p1", interviewId: "i1", completedAt: MADE, updatedAt });
const panels = [
  panel("p1", {
    stageId: null,
    interviews: [interview("i1", hours(-5), { seats: [{ who: "ann" }] })],
  }),
];
const factsAt = (updatedAt: Temporal.Instant): FeedbackFacts =>
  factsOf({ panels, forms: [formAt(updatedAt)] });

describeOneDatabase("embedded", "a synthesis whose round is otherwise", (open) => {
  let database: Database;
  let desk: Desk;
  beforeEach(async () => {
    database = await open();
    desk = await openDesk(database);
    const { version, policy } = await readPolicy(database);
    await database.query(
      `insert into policies (version, policy, created_by, created_at) values ($1, $2, 'admin', $3)`,
      [
        version + 1,
        JSON.stringify({ ...policy, evaluative: "on", assessment: ASSESSMENT }),
        desk.deps.clock.now().toString(),
      ],
    );
    return async () => await desk[Symbol.asyncDispose]();
  });

  const propose = async (): Promise<string> => {
    const { caseId, runId } = await desk.propose(BOOKING);
    const payload = PostSynthesis.parse({
      kind: "post_synthesis",
      version: 1,
      opportunityId,
      postingId: "post",
      stageId: BOOKING.stageId,
      performAs: "rec",
      caseId,
      postingTitle: "Engineer",
      stageName: "Phone Screen",
      missing: [],
      forms: [
        {
          id: "feedback/ann/i1",
          userId: "ann",
          name: "Ann",
          session: null,
          title: "Form",
          at: MADE.toString(),
          text: "",
        },
      ],
      topics: [],
      overall: [],
      notes: [],
      quotes: [],
      notCovered: [],
      questions: [],
      findings: [],
      leftOut: [],
      changes: null,
    });
    const proposal = {
      caseId: CaseId.parse(caseId),
      runId: RunId.parse(runId),
      candidate: ContactId.parse("contact of opp"),
      correlationId: "co",
      key: "synthesis",
      class: "evaluative" as const,
      audience: "internal" as const,
      risk: "low" as const,
      refined: "draft" as const,
      warnings: 0,
      payload,
      context: { summary: "", reason: "", evidence: [] },
      policyVersion: 0,
      expiresAt: desk.deps.clock.now().add({ hours: 1 }),
      by: "feedback",
    };
    const [id = ""] = await database.transaction(
      async (tx) => await storeProposals(tx, [proposal], desk.deps),
    );
    return id;
  };
  const look = async (facts: FeedbackFacts): Promise<void> =>
    await database.transaction(async (tx) => {
      const looked = { opportunityId, facts, rounds: [], asked: new Set<string>() };
      await askForOtherSyntheses(tx, looked, desk.deps);
    });
  const asked = async () =>
    (
      await database.query<{ status: string }>(
        "select status from inbox where kind = 'synthesis_otherwise' order by seq",
      )
    ).map(({ status }) => status);
  const end = async (status: string) =>
    await database.query("update inbox set status = $1 where kind = 'synthesis_otherwise'", [
      status,
    ]);

  it("is left to a run, once, as long as that goes on", async () => {
    const id = await propose();
    await look(factsAt(MADE));
    expect(await asked()).toEqual([]);
    for (const _ of [1, 2]) await look(factsAt(CHANGED));
    expect(await asked()).toEqual(["waiting"]);
    expect(await getProposal(database, id)).toMatchObject({ status: "waiting" });
  });

  it.each(["failed", "handled"])(
    "is taken off the table without one that has ended and left it there, and made anew: %s",
    async (status) => {
      const id = await propose();
      await look(factsAt(CHANGED));
      await end(status);
      await look(factsAt(CHANGED));
      expect(await getProposal(database, id)).toMatchObject({ status: "superseded" });
      expect(await asked()).toEqual([status, "waiting"]);
      const [told] = await database.query<{ because: string }>(
        "select data ->> 'because' as because from ledger where type like 'decision%' and data ->> 'proposalId' = $1",
        [id],
      );
      expect(told?.because).toMatch(/^The forms of the round are otherwise by now/);
      // It is seen to by now: nothing more is asked for.
      await end("failed");
      await look(factsAt(CHANGED));
      expect(await asked()).toEqual(["failed", "failed"]);
    },
  );
});
