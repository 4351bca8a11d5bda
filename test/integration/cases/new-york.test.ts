/** What New York City's rule holds back: at the gate, when somebody decides, and at the moment of sending. */
import { expect, it } from "vitest";
import { askOf, readAskingNow, refuseUnasked } from "../../../src/cases/asked-of.ts";
import { getCase } from "../../../src/cases/cases.ts";
import { previewPolicy } from "../../../src/cases/preview-policy.ts";
import { getProposal } from "../../../src/cases/proposals.ts";
import type { Clock } from "../../../src/domain/time.ts";
import { verdictNow } from "../../../src/effects/may-still-act.ts";
import { listAedtRecords, recordAedt, withdrawAedt } from "../../../src/policy/aedt-records.ts";
import { answerNow } from "../../../src/policy/answer-now.ts";
import { changePolicy, FIRST_POLICY, readPolicy } from "../../../src/policy/store.ts";
import { ASSESSMENT } from "../../support/assessment.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { bookingOf, openDesk } from "../../support/waiting-proposal.ts";

const on = (day: string): Clock => ({
  now: () => Temporal.Instant.from(`${day}T15:00:00Z`),
});

describeOneDatabase("embedded", "a synthesis in New York City", (open) => {
  it("is held back until notice and audit are on record, and again once they are not; what says nothing about how good somebody is passes", async () => {
    const database = await open();
    await using desk = await openDesk(database);
    const { ids } = desk.deps;
    await changePolicy(database, desk.deps.clock, {
      policy: { ...FIRST_POLICY, evaluative: "on", assessment: ASSESSMENT },
      basedOn: 0,
      by: "Ada",
      correlationId: "co_1",
    });
    const made = await desk.propose(bookingOf("in the City", 1));
    await database.query(
      "update proposals set kind = 'post_synthesis', class = 'evaluative' where id = $1",
      [made.id],
    );
    await database.query("update cases set jurisdictions = '{us-nyc}' where id = $1", [
      made.caseId,
    ]);
    const proposal = await getProposal(database, made.id);
    const case_ = await getCase(database, made.caseId);
    if (!proposal || !case_) throw new Error("what was just made is not there");
    const gateOn = async (day: string) =>
      await answerNow(database, { proposal, ground: case_, now: on(day).now() });
    const decideOn = async (day: string) =>
      refuseUnasked(
        { proposal, case_, by: { name: "Ada", role: "admin" } },
        await readAskingNow(database, [proposal.id], { now: on(day).now(), named: [] }),
      );
    const sendOn = async (day: string) =>
      (await verdictNow({ proposal, case_ }, { database, clock: on(day) })).stop;

    expect(await gateOn("2026-03-20")).toMatchObject({ answer: { do: "observe" } });
    expect((await gateOn("2026-03-20")).held).toContain("No notice to candidates is on record.");
    await expect(decideOn("2026-03-20")).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("No bias audit is on record."),
    });
    expect(await sendOn("2026-03-20")).toMatchObject({
      status: "observed",
      words: expect.stringContaining("No bias audit is on record."),
    });

    // Nobody is told that it waits for them, and a preview counts what is held back.
    const told = async (day: string) => {
      const { policy } = await readPolicy(database);
      const now = on(day).now();
      const aedt = await listAedtRecords(database);
      const preview = await previewPolicy(database, {
        before: policy,
        after: policy,
        since: proposal.createdAt,
        now,
      });
      return [askOf(proposal, case_, { policy, aedt, now })?.do, preview.after];
    };
    expect(await told("2026-03-20")).toEqual([undefined, { observe: 1, ask: 0, perform: 0 }]);

    const said = { postingId: null, feature: null, isClassed: null, note: "wiki", by: "Ada" };
    const given = { ...said, kind: "notice", dated: "2026-03-02" } as const;
    const deps = { database, ids, clock: on("2026-03-20") };
    const notice = await recordAedt(given, deps);
    await recordAedt({ ...said, kind: "audit", dated: "2026-01-10" }, deps);
    // Still to come, or from before there was the rule.
    for (const dated of ["2026-03-21", "2021-12-10", "1900-01-01", "0001-01-01"]) {
      await expect(recordAedt({ ...said, kind: "notice", dated }, deps)).rejects.toMatchObject({
        code: "input_invalid",
        data: { faults: [{ path: "dated" }] },
      });
    }

    expect((await gateOn("2026-03-13")).held).toContain("it may run from 2026-03-16");
    expect(await gateOn("2026-03-16")).toMatchObject({ answer: { do: "ask" }, held: null });
    expect(await told("2026-03-16")).toEqual(["ask", { observe: 0, ask: 1, perform: 0 }]);
    expect(await decideOn("2026-03-16")).toMatchObject({ ask: { do: "ask" } });
    // Not decided yet: it waits, and the rule does not hold it.
    expect(await sendOn("2026-03-16")).toMatchObject({ status: "waiting" });
    expect(await sendOn("2027-01-11")).toMatchObject({
      words: expect.stringContaining("is 12 months old or older"),
    });

    await withdrawAedt({ id: notice, by: "Ada" }, deps);
    expect((await gateOn("2026-03-20")).held).toContain("No notice to candidates is on record.");
    await expect(withdrawAedt({ id: notice, by: "Ada" }, deps)).rejects.toMatchObject({
      code: "not_found",
    });
    const booking = await desk.propose(bookingOf("a booking", 2));
    const passes = { proposal: booking, ground: case_, now: on("2026-03-20").now() };
    expect((await answerNow(database, passes)).held).toBeNull();
    const entries = await database.query<{ type: string; actor: string }>(
      "select type, actor from ledger where type like 'aedt.%' order by seq",
    );
    expect(entries).toEqual([
      { type: "aedt.recorded", actor: "Ada" },
      { type: "aedt.recorded", actor: "Ada" },
      { type: "aedt.withdrawn", actor: "Ada" },
    ]);
  });
});
