/** What a recruiter's day is read from: what was done, and what nobody decided on in time. */
import { expect, it } from "vitest";
import { readDayRows } from "../../../src/cases/day-rows.ts";
import { listLapsed, problemOfLapsed } from "../../../src/cases/lapsed.ts";
import type { LapsedRow } from "../../../src/today/compose.ts";
import { createManualClock } from "../../../src/clock.ts";
import type { Database } from "../../../src/db/port.ts";
import { listEffects } from "../../../src/effects/effects.ts";
import { viewProposal } from "../../../src/http/api/views.ts";
import { FIRST_POLICY, changePolicy } from "../../../src/policy/store.ts";
import { ASSESSMENT } from "../../support/assessment.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { bookingOf, openDesk } from "../../support/waiting-proposal.ts";

const NOW = Temporal.Instant.from("2026-11-24T09:00:00Z");
const before = (hours: number): string => NOW.subtract({ hours }).toString();

interface Over {
  kind: string;
  /** Of each of its steps. */
  steps: { kind: string; status: "done" | "failed" | "parked"; because?: string }[];
}

describeOneDatabase("embedded", "the rows of a day", (open) => {
  const openWorld = async () => {
    const database = await open();
    const stack = new AsyncDisposableStack();
    const desk = stack.use(await openDesk(database));
    const proposal = await desk.propose(bookingOf("ada"));
    return { database, proposal, desk, close: async () => await stack.disposeAsync() };
  };

  /** The proposal becomes one that is over. */
  const setOver = async (database: Database, id: string, { kind, steps }: Over): Promise<void> => {
    await database.query("update proposals set kind = $2, status = 'done' where id = $1", [
      id,
      kind,
    ]);
    await database.query("delete from effects where proposal_id = $1", [id]);
    for (const [step, each] of steps.entries()) {
      await database.query(
        `insert into effects (id, proposal_id, proposal_digest, step, generation, kind, label, audience, status, error, finished_at)
         values ($1, $2, 'digest', $3, 1, $4, 'It', 'internal', $5, $6, $7)`,
        [
          `ef_${id}_${step}`,
          id,
          step,
          each.kind,
          each.status,
          each.because === undefined
            ? null
            : JSON.stringify({ code: "stale_proposal", message: each.because }),
          before(1),
        ],
      );
    }
  };

  it("tells as done what came to somebody, and shows the rest as not sent", async () => {
    const { database, proposal, desk, close } = await openWorld();
    const { texts } = desk.deps;
    const read = async (over: Over) => {
      await setOver(database, proposal.id, over);
      const query = { recruiterId: null, since: NOW.subtract({ hours: 24 }), until: NOW };
      const { done } = await readDayRows(
        { database, texts },
        { ...query, now: NOW, overdueAfterHours: 24 },
      );
      const effects = await listEffects(database, proposal.id);
      const shown = await viewProposal(
        { ...proposal, status: "done" },
        { effects, look: null },
        { database, texts },
      );
      return [done.map(({ kind }) => kind), shown.notSent];
    };
    const stale = { status: "failed", because: "The candidate has confirmed since." } as const;
    const mail = "message_mail";
    expect(await read({ kind: "remind_candidate", steps: [{ kind: mail, ...stale }] })).toEqual([
      [],
      { isUnknown: false, why: stale.because },
    ]);
    expect(
      await read({ kind: "remind_candidate", steps: [{ kind: mail, status: "parked" }] }),
    ).toEqual([[], { isUnknown: true, why: null }]);
    expect(
      await read({
        kind: "send_brief",
        steps: [
          { kind: "brief_mail", ...stale },
          { kind: "brief_note", status: "done" },
        ],
      }),
    ).toEqual([[], { isUnknown: false, why: stale.because }]);
    expect(
      await read({
        kind: "remind_interviewers",
        steps: [
          { kind: mail, ...stale },
          { kind: mail, status: "done" },
        ],
      }),
    ).toEqual([["remind_interviewers"], null]);
    await close();
  });

  it("tells what nobody decided on in time until something comes after it", async () => {
    const { database, proposal, close } = await openWorld();
    const { caseId, id } = proposal;
    const set = async (fields: string): Promise<void> => {
      await database.query(`update proposals set ${fields} where id = $1`, [id]);
    };
    const read = async (caseIds: string[] | null = null) =>
      (await listLapsed(database, { recruiterId: null, caseIds, most: 9 })).map(({ kind }) => kind);
    await set("kind = 'post_synthesis', status = 'expired'");
    expect(await read()).toEqual([]);
    // A debrief says nothing of anybody.
    await set("kind = 'book_debrief'");
    expect(await read()).toEqual(["book_debrief"]);
    await set("kind = 'post_synthesis'");
    const policy = { ...FIRST_POLICY, evaluative: "on" as const, assessment: ASSESSMENT };
    const change = { policy, basedOn: 0, by: "admin", correlationId: "co" };
    await changePolicy(database, createManualClock(NOW), change);
    expect(await read()).toEqual(["post_synthesis"]);
    expect(await read([caseId])).toEqual(["post_synthesis"]);
    expect(await read(["case_2"])).toEqual([]);
    for (const status of ["waiting", "rejected", "done", "superseded"]) {
      await set(`status = '${status}'`);
      expect(await read()).toEqual([]);
    }
    // Another one of the case came after it, and one of another kind did not.
    await set("status = 'expired'");
    await database.query(
      `insert into proposals select (jsonb_populate_record(p, jsonb_build_object('id', 'pr_z', 'status', 'rejected',
         'created_at', p.created_at + interval '1 day'))).* from proposals p where p.id = $1`,
      [id],
    );
    expect(await read()).toEqual([]);
    await database.query("update proposals set kind = 'send_brief' where id = 'pr_z'");
    expect(await read()).toEqual(["post_synthesis"]);
    // A move is asked for again only while its rule holds.
    await set("kind = 'move_stage'");
    expect(await read()).toEqual([]);
    await database.query(
      "insert into stage_rules (case_id, judged_at, holds) values ($1, $2, true)",
      [caseId, before(1)],
    );
    expect(await read()).toEqual(["move_stage"]);
    // What is for few nobody can propose again.
    await database.query("update cases set is_confidential = true where id = $1", [caseId]);
    expect(await read()).toEqual([]);
    await database.query("update cases set is_confidential = false where id = $1", [caseId]);
    expect(await read()).toEqual(["move_stage"]);
    await database.query("update cases set closed_at = $2 where id = $1", [caseId, before(1)]);
    expect(await read()).toEqual([]);
    await close();
  });

  it("is said on the case in one sentence for all of it", () => {
    expect(problemOfLapsed([])).toBeNull();
    const of = (kind: LapsedRow["kind"]) => ({ caseId: "c", kind, expiredAt: NOW });
    const all = [of("post_synthesis"), of("move_stage"), of("book_debrief")];
    expect(problemOfLapsed(all.slice(0, 2))?.message).toMatch(
      /^Nobody decided in time on the synthesis of the feedback and the move to another stage, so/,
    );
    expect(problemOfLapsed(all)?.message).toMatch(
      /the feedback, the move to another stage,? and the debrief, so nothing came of it/,
    );
  });
});
