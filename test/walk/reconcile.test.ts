/** Our books are held against Lever, calendars and the ledger: what is ours is put right, the rest is told. */
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { ProposalDetail, ReconciliationItem } from "../../src/http/api/schemas.ts";
import { reconcile } from "../../src/worker/reconcile.ts";
import { problemOf } from "../support/api.ts";
import { askLever } from "../support/ask-lever.ts";
import { describeOneDatabase } from "../support/database.ts";
import { changesDuring, proposalFor, settled, untilProposal } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import { firstSession } from "../support/booking.ts";

describeOneDatabase("postgres", "comparing our books with the world", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open);
  });
  afterEach(async () => {
    await control("/faults/clear", {});
    await control("/lever", { webhooks: { silent: false } });
    await walk.api.send("POST", "/api/resume", {});
  });
  afterAll(async () => await walk.close());

  const control = async (path: string, body: object) => await walk.eyes.control("POST", path, body);
  const query = async (sql: string, values: unknown[] = []) =>
    await walk.running.deps.database.query<Record<string, unknown>>(sql, values);
  const book = async (): Promise<ProposalDetail> => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    await walk.api.approve(waiting);
    return await untilProposal(walk, waiting, "done");
  };
  const finished = async (id: string): Promise<ReconciliationItem> =>
    await walk.waitFor("the comparison to end", async () => {
      const latest = await walk.api.reconciliation();
      return latest?.id === id && latest.finishedAt !== null ? latest : null;
    });
  const FORGET = "delete from settings where name in ('reconcile_pace', 'reconciliation_ended')";
  const compare = async (): Promise<ReconciliationItem> => {
    await query(FORGET);
    const { id } = await walk.api.reconcile();
    return await walk.waitFor("the comparison to end", async () => {
      // Interviews that are soon may have taken the pace.
      await query(FORGET);
      const latest = await walk.api.reconciliation();
      return latest?.id === id && latest.finishedAt !== null ? latest : null;
    });
  };
  const of = ({ findings }: ReconciliationItem, booked: { caseId: string }) =>
    findings
      .filter(({ caseId }) => caseId === booked.caseId)
      .map(({ code, repaired }) => `${code}${repaired ? " repaired" : ""}`);
  const asLever = async (method: string, path: string, body?: object): Promise<Response> =>
    await askLever(walk.company, { method, path, ...(body && { body }) });
  const refOf = (booked: ProposalDetail, kind: string, name: string) =>
    booked.effects.find((effect) => effect.kind === kind)?.externalRef?.[name] ?? "";

  it("finds nothing where nothing is wrong, changes nothing, and asks Lever three times a case", async () => {
    const booked = await book();
    const calls = await walk.eyes.leverCalls();
    const changes = await changesDuring(walk, async () => {
      const result = await compare();
      expect(result.findings).toEqual([]);
      expect([result.startedBy, result.toCheck, result.checked]).toEqual(["admin", 1, 1]);
    });
    expect(changes).toEqual({});
    expect((await walk.eyes.leverCalls()) - calls).toBeLessThanOrEqual(4);
    const types = (await walk.api.ledger()).map(({ type }) => type);
    expect(types).toContain("reconcile.finished");
    expect((await walk.api.case(booked.caseId)).status).toBe("booked");
  });

  it("tries a compensation again that could not be done, and is through with it", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    await control("/faults", {
      service: "lever",
      kind: "status",
      status: 400,
      method: "POST",
      path: "/panels$",
    });
    await control("/faults", {
      service: "google",
      kind: "status",
      status: 403,
      method: "DELETE",
      times: null,
    });
    await walk.api.approve(waiting);
    const failed = await untilProposal(walk, waiting, "failed");
    const event = failed.effects.find(({ kind }) => kind === "calendar_event");
    expect(event?.status).toBe("parked");
    expect(of(await compare(), failed)).toEqual(["event_stands", "effect_parked"]);
    await control("/faults/clear", {});
    const changes = await changesDuring(walk, async () => {
      expect(of(await compare(), failed)).toEqual(["event_stands repaired"]);
    });
    expect(changes).toEqual({ "event.deleted": 1 });
    const present = await walk.api.proposal(failed.id);
    expect(present.effects.find(({ id }) => id === event?.id)?.status).toBe("undone");
    expect(of(await compare(), failed)).toEqual([]);
  });

  it("takes back all that stands outside although our books say that it was undone, but not while paused", async () => {
    const booked = await book();
    // As after a restore of yesterday's books, or by a hand in them.
    await query("update proposals set status = 'failed' where id = $1", [booked.id]);
    await query(
      "update effects set status = 'undone' where proposal_id = $1 and kind <> 'candidate_mail'",
      [booked.id],
    );
    await walk.api.send("POST", "/api/pause", {});
    const paused = await changesDuring(walk, async () => {
      const found = of(await compare(), booked);
      expect(found).toEqual(
        expect.arrayContaining(["note_stands", "panel_stands", "event_stands"]),
      );
    });
    expect(paused).toEqual({});
    await walk.api.send("POST", "/api/resume", {});
    const changes = await changesDuring(walk, async () => {
      expect(of(await compare(), booked)).toEqual([
        "note_stands repaired",
        "panel_stands repaired",
        "event_stands repaired",
      ]);
    });
    expect(changes).toEqual({ "event.deleted": 1, "panel.deleted": 1, "note.deleted": 1 });
    const held = await query(
      `select 1 from reservations r join effects e on e.id = r.effect_id
       where e.proposal_id = $1 and r.released_at is null`,
      [booked.id],
    );
    expect(held).toEqual([]);
    const repairs = (await walk.api.ledger(booked.caseId)).filter(
      ({ type }) => type === "reconcile.repair",
    );
    expect(repairs.map(({ data }) => String(data["kind"])).toSorted()).toEqual([
      "calendar_event",
      "lever_note",
      "lever_panel",
      "reserve_time",
    ]);
    expect(of(await compare(), booked)).toEqual([]);
    // What was changed by hand is told for what it is.
    expect((await walk.api.verifyLedger()).firstBroken?.what).toMatch(
      /the effect ef_\w+ is not what this entry says of it/,
    );
  });

  it("takes back once what it takes back while the answer is lost", async () => {
    const booked = await book();
    await query("update proposals set status = 'failed' where id = $1", [booked.id]);
    await control("/faults", { service: "google", kind: "drop_after", method: "DELETE" });
    await control("/faults", { service: "lever", kind: "drop_after", method: "DELETE", times: 2 });
    const changes = await changesDuring(walk, async () => {
      expect(of(await compare(), booked)).toEqual([
        "reservation_held repaired",
        "note_stands repaired",
        "panel_stands repaired",
        "event_stands repaired",
      ]);
    });
    expect(changes).toEqual({ "event.deleted": 1, "panel.deleted": 1, "note.deleted": 1 });
    const { effects } = await walk.api.proposal(booked.id);
    expect(effects.slice(1, 4).map(({ status }) => status)).toEqual(["undone", "undone", "undone"]);
    expect(of(await compare(), booked)).toEqual([]);
  });

  it("tells of a note that is gone, and of a panel of somebody else's at the same time", async () => {
    const booked = await book();
    const { opportunityId, performAs } = booked.payload;
    const { startsAt, panel } = firstSession(booked.payload);
    await asLever(
      "DELETE",
      `/opportunities/${opportunityId}/notes/${refOf(booked, "lever_note", "noteId")}`,
    );
    await control("/lever", { webhooks: { silent: true } });
    await asLever("POST", `/opportunities/${opportunityId}/panels?perform_as=${performAs}`, {
      timezone: "UTC",
      externallyManaged: true,
      externalUrl: "https://other-tool.test/bookings/7",
      interviews: [
        {
          subject: "Another talk",
          date: Temporal.Instant.from(startsAt).epochMilliseconds,
          duration: 30,
          interviewers: [{ id: panel[0]?.userId }],
        },
      ],
    });
    expect(of(await compare(), booked)).toEqual(["note_gone", "panel_by_other"]);
  });

  it("sees by night what nobody told of an interview that is days away", async () => {
    const booked = await book();
    await control("/lever", { webhooks: { silent: true } });
    await control(`/panels/${refOf(booked, "lever_panel", "panelId")}/delete`, {});
    const before = await walk.api.reconciliation();
    await control("/clock", { advanceMinutes: 60 * 18 });
    const night = await walk.waitFor("the night's comparison", async () => {
      await query(FORGET);
      const latest = await walk.api.reconciliation();
      return latest && latest.id !== before?.id && latest.finishedAt !== null ? latest : null;
    });
    expect(night.startedBy).toBe("clock");
    expect(of(night, booked)).toEqual(["booking_changed"]);
    const case_ = await walk.api.case(booked.caseId);
    expect(case_.problem?.message).toContain("The panel was removed in Lever.");
  });

  it("looks every hour at the interviews of the next day", async () => {
    const booked = await book();
    await control("/lever", { webhooks: { silent: true } });
    await control(`/panels/${refOf(booked, "lever_panel", "panelId")}/delete`, {});
    const start = Temporal.Instant.from(firstSession(booked.payload).startsAt);
    const dayBefore = walk.company.clock.now().until(start.subtract({ hours: 24 }));
    const minutes = Math.ceil(dayBefore.total("minutes")) + 1;
    await control("/clock", { advanceMinutes: Math.max(61, minutes) });
    await walk.waitFor("the case to say so", async () => {
      const { problem } = await walk.api.case(booked.caseId);
      return problem?.message.includes("The panel was removed in Lever.");
    });
    await settled(walk, booked.payload.opportunityId);
    const looks = (await walk.api.case(booked.caseId)).events.filter(
      ({ kind }) => kind === "reconcile",
    );
    expect(looks.every(({ source }) => source === "clock")).toBe(true);
  });

  it("is one comparison and one look at each, however many ask and work at once", async () => {
    const booked = await book();
    const { deps } = walk.running;
    await query(FORGET);
    const asked = await Promise.all(Array.from({ length: 5 }, async () => walk.api.reconcile()));
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    const round = async () => await reconcile({ ...deps, companyZone: deps.company.zone });
    await Promise.all([round(), round(), round()]);
    await finished(asked[0]?.id ?? "");
    const looks = await query(
      "select 1 from inbox where opportunity_id = $1 and data ->> 'reconciliationId' = $2",
      [booked.payload.opportunityId, asked[0]?.id],
    );
    expect(looks).toHaveLength(1);
    const again = await walk.api.send("POST", "/api/reconcile", {});
    expect([again.status, problemOf(again).code]).toEqual([429, "rate_limited"]);
    expect(problemOf(again).detail).toMatch(/Ask again in ([1-5]?\d|60) s\.$/);
    await query("update settings set updated_at = now() - interval '1 minute' where name = $1", [
      "reconciliation_ended",
    ]);
    await query(
      "update settings set updated_at = now() + interval '10 seconds' where name = 'reconcile_pace'",
    );
    const { id } = await walk.api.reconcile();
    expect(id).not.toBe(asked[0]?.id);
    // The pace is the installation's: nothing of the next one is begun before the first one's time is over.
    await Promise.all([round(), round()]);
    const begun = async () =>
      await query("select 1 from inbox where data ->> 'reconciliationId' = $1", [id]);
    expect(await begun()).toEqual([]);
    await query(FORGET);
    await finished(id);
    expect((await begun()).length).toBeGreaterThan(0);
  });

  it("tells once of an interview that is over, and shows it until the candidate moves on", async () => {
    const booked = await book();
    await control("/clock", { set: firstSession(booked.payload).endsAt });
    const overIn = ({ findings }: ReconciliationItem) =>
      findings.filter(({ code, caseId }) => code === "interview_over" && caseId === booked.caseId);
    await compare();
    const again = await compare();
    expect(overIn(again)).toHaveLength(1);
    // Another case may be over since: the first comparison may have been under way when the clock was set.
    expect(overIn(again).filter(({ since }) => since === undefined)).toEqual([]);
    const told = await query(
      `select r.finished_at as at from reconciliations r, jsonb_array_elements(r.findings) f
       where f ->> 'code' = 'interview_over' and f ->> 'caseId' = $1 and not f ? 'since'`,
      [booked.caseId],
    );
    expect(told).toHaveLength(1);
    expect(overIn(again)[0]?.since).toBe(String(told[0]?.["at"]));
    await walk.moveStage(booked.payload.opportunityId, "newApplicant");
    await settled(walk, booked.payload.opportunityId);
    expect(overIn(await compare())).toEqual([]);
  });

  it("tells where our own books do not fit together", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const booked = await book();
    await query("update runs set status = 'running' where id = $1", [booked.runId]);
    await query("update runs set status = 'done' where id = $1", [waiting.runId]);
    const start = Temporal.Instant.from(firstSession(booked.payload).endsAt).add({ minutes: 20 });
    await query("update proposals set expires_at = expires_at + interval '90 days'");
    await control("/clock", { set: start.toString() });
    const result = await compare();
    expect(of(result, waiting)).toContain("proposal_stuck");
    expect(of(result, booked)).toEqual(expect.arrayContaining(["run_stuck", "interview_over"]));
    const names = walk.world.opportunities.map(({ name }) => name).filter(Boolean);
    const told = JSON.stringify(await query("select findings from reconciliations"));
    for (const name of names) expect(told).not.toContain(name);
    await query("update ledger set actor = 'somebody' where seq = 2");
    expect((await compare()).findings.map(({ code }) => code)).toContain("ledger_broken");
  });
});
