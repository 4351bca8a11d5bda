import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { z } from "zod";
import { ErasureItem } from "../../../src/http/api/erasure-schemas.ts";
import type { ProposalDetail } from "../../../src/http/api/schemas.ts";
import type { LegalHoldList } from "../../../src/http/api/legal-hold-routes.ts";
import { openTrail } from "../../../src/ledger/trail.ts";
import {
  askAgainAfterRestore,
  askErasure,
  listOpenErasures,
} from "../../../src/privacy/erasures.ts";
import { endLegalHold, setLegalHold } from "../../../src/privacy/legal-holds.ts";
import { askForRetention } from "../../../src/worker/erase-due.ts";
import { problemOf } from "../../support/api.ts";
import { bookPage } from "../../support/booked-page.ts";
import { formIn, openLink, post } from "../../support/candidate-page.ts";
import { runConvene } from "../../support/convene.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { everyRow, leaksOf } from "../../support/every-row.ts";
import { changesDuring, proposalFor, settled } from "../../support/story.ts";
import { type Walk, startWalk } from "../../support/walk.ts";

type HeldSubject = Pick<Parameters<typeof setLegalHold>[0], "of" | "subject">;

describeOneDatabase("postgres", "a candidate who is erased", (open) => {
  let walk: Walk;
  let trail: string;
  beforeAll(async () => {
    trail = await mkdtemp(join(tmpdir(), "convene-trail-"));
    walk = await startWalk(open, {
      candidates: 300,
      env: { TRUSTED_PROXIES: "1", TRAIL_DIR: trail, KEEP_CANDIDATES_DAYS: "0" },
    });
  });
  afterAll(async () => {
    await walk.close();
    await rm(trail, { recursive: true, force: true });
  });

  type Of = Pick<ProposalDetail, "caseId">;
  const candidateOf = async ({ caseId }: Of): Promise<string> => {
    const [row] = await walk.running.deps.database.query<{ candidate: string }>(
      "select candidate from cases where id = $1",
      [caseId],
    );
    return row?.candidate ?? "";
  };
  const erasedOf = async (of: Of): Promise<z.infer<typeof ErasureItem>> => {
    const candidate = await candidateOf(of);
    return await walk.waitFor("the erasure", async () => {
      const { body } = await walk.api.send("GET", "/api/erasures");
      const { items } = body as { items: unknown[] };
      return items
        .map((one) => ErasureItem.parse(one))
        .find((one) => one.candidate === candidate && one.erasedAt !== null);
    });
  };
  /** What the rows of one candidate hold that only their key opens. */
  const sealedFor = async (candidate: string): Promise<number> => {
    const [row] = await walk.running.deps.database.query<{ n: number }>(
      `select (select count(*) from texts where candidate = $1)::int
         + (select count(*) from candidate_keys where candidate = $1)::int as n`,
      [candidate],
    );
    return row?.n ?? 0;
  };
  const erase = async ({ caseId }: Of, body: object = { reason: "asked_by_candidate" }) =>
    await walk.api.send("POST", `/api/cases/${caseId}/erase`, body);

  it("by Lever cannot be read, reached or visited any more, and their interview is out of calendars", async () => {
    const booked = await bookPage(walk);
    const { opportunityId } = booked.payload;
    const { hidden } = formIn(await openLink(booked.link), "/person");
    const candidate = await candidateOf(booked);
    expect(await sealedFor(candidate)).toBeGreaterThan(5);
    const changes = await changesDuring(walk, async () => {
      await walk.eyes.control("POST", `/opportunities/${opportunityId}/delete`, {});
      await erasedOf(booked);
      await settled(walk, opportunityId);
    });
    expect(changes).toEqual({ "event.deleted": 1, "opportunity.deleted": 1 });
    expect(await sealedFor(candidate)).toBe(0);
    for (const path of ["", "/interview.ics", "/assistant"]) {
      expect([path, (await openLink(`${booked.link}${path}`)).status]).toEqual([path, 410]);
    }
    expect((await post(`${booked.link}/person`, { ...hidden, reason: "x" })).status).toBe(410);
    const { candidateName, status, problems, events } = await walk.api.case(booked.caseId);
    expect([candidateName, status, problems]).toEqual(["(erased)", "closed", []]);
    expect(events.filter(({ status: of }) => of === "waiting" || of === "failed")).toEqual([]);
  });

  it("leaves a certificate without a name, and a ledger that is whole", async () => {
    const booked = await bookPage(walk);
    const { opportunityId, candidate } = booked.payload;
    await walk.eyes.control("POST", `/opportunities/${opportunityId}/delete`, {});
    const done = await erasedOf(booked);
    expect(done).toMatchObject({ cause: "lever", reason: "deleted_in_lever", isWhole: true });
    expect(done.counts).toMatchObject({
      "text candidate_name": 1,
      checkpoints: expect.any(Number),
    });
    expect(done.outside?.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["lever_note", "candidate_mail"]),
    );
    expect(done.outside?.map(({ kind }) => kind)).not.toContain("calendar_event");
    const entries = await walk.api.ledger();
    const certificate = entries.find(({ data }) => data["erasureId"] === done.id);
    expect(certificate).toMatchObject({ type: "candidate.erased", actor: "lever" });
    expect(JSON.stringify([certificate, done])).not.toContain(candidate.email);
    expect(JSON.stringify([certificate, done])).not.toContain(candidate.name);
    expect(await walk.api.verifyLedger()).toMatchObject({ ok: true });
    expect(leaksOf(await everyRow(walk), booked)).toEqual([]);
  });

  it("by hand has nothing sent of what waited, and is left alone from then on", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const { opportunityId } = waiting.payload;
    expect((await erase(waiting, { reason: "because of Ada" })).status).toBe(400);
    expect((await erase(waiting, { reason: "other", reference: "Ada Quill" })).status).toBe(400);
    const changes = await changesDuring(walk, async () => {
      const asked = await erase(waiting, { reason: "asked_by_candidate", reference: "DSR-17" });
      expect(asked.status).toBe(200);
      await erasedOf(waiting);
      await walk.moveStage(opportunityId, "technicalPanel");
      await walk.moveStage(opportunityId, "phoneScreen");
      await settled(walk, opportunityId);
    });
    expect(changes).toEqual({});
    expect(await sealedFor(await candidateOf(waiting))).toBe(0);
    expect(await walk.api.proposal(waiting.id).catch(String)).toMatch(/erased|409|404/);
    const { decisions } = await decisionsOf(waiting);
    expect(decisions).toEqual(["supersede"]);
    expect(problemOf(await erase(waiting))).toMatchObject({ code: "conflict" });
    const lines = (await readFile(join(trail, "erasures.jsonl"), "utf8")).trim().split("\n");
    expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({ reference: "DSR-17", cause: "person" });
  });
  const decisionsOf = async ({ id }: ProposalDetail) => {
    const rows = await walk.running.deps.database.query<{ decision: string }>(
      "select decision from decisions where proposal_id = $1",
      [id],
    );
    return { decisions: rows.map(({ decision }) => decision) };
  };

  it("is erased again by the trail when an older backup is restored", async () => {
    const { database, texts, clock } = walk.running.deps;
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const candidate = await candidateOf(waiting);
    const [key] = await database.query(
      "select candidate, wrapped, master_key_id, created_at from candidate_keys where candidate = $1",
      [candidate],
    );
    await erase(waiting);
    const { id } = await erasedOf(waiting);
    // As the backup had it: the key is there, and of the erasure nothing is known.
    await database.transaction(async (tx) => {
      await tx.query("delete from erasures where id = $1", [id]);
      await tx.query(
        "insert into candidate_keys (candidate, wrapped, master_key_id, created_at) values ($1, $2, $3, $4)",
        Object.values(key ?? {}).map((value) =>
          value instanceof Temporal.Instant ? value.toString() : value,
        ),
      );
      await texts.seal(tx, { candidate, kind: "note", text: "as it was" });
    });
    await openTrail(trail).takeErasures(async (lines) => {
      await database.transaction(async (tx) => await askAgainAfterRestore(tx, lines, clock));
    });
    const again = await erasedOf(waiting);
    expect(again.id).toBe(id);
    expect(await sealedFor(candidate)).toBe(0);
    expect((await walk.api.ledger()).find(({ data }) => data["againAfterRestore"])).toMatchObject({
      data: { erasureId: id },
    });
  });

  it("is erased from the command line, which tells whom that was done to, and does it again", async () => {
    const { database } = walk.config;
    if (database.kind !== "postgres") return;
    const env = {
      PATH: "",
      DATABASE_URL: database.url.reveal(),
      ENCRYPTION_KEYS: walk.config.encryptionKeys?.reveal() ?? "",
      DATA_DIR: walk.config.dataDir,
    };
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const refused = await runConvene(["erase", waiting.caseId, "--reason", "spite"], env);
    expect([refused.code, refused.out]).toEqual([1, ""]);
    expect(refused.err).toContain("--reason must be one of asked_by_candidate");
    const ran = await runConvene(["erase", waiting.caseId, "--reason", "other"], env);
    expect([ran.code, ran.err]).toEqual([0, ""]);
    const done = ErasureItem.parse(JSON.parse(ran.out));
    expect(done).toMatchObject({ cause: "person", askedBy: "command line", isWhole: true });
    const list = await runConvene(["erasures"], env);
    expect(list.out).toContain(done.id);
    expect(list.out).not.toContain(waiting.candidateName);
    const file = join(trail, "kept.jsonl");
    await writeFile(file, list.out);
    const applied = await runConvene(["erasures", "apply", file], env);
    expect(applied.out).toMatch(/^\d+ erasures read; 0 are done again/);
    const none = await runConvene(["erasures", "apply", join(trail, "none")], env);
    expect([none.code, none.err]).toEqual([1, expect.stringContaining("(ENOENT)")]);
  });

  it("goes by age once their last case ended long ago, and not before", async () => {
    const { database, clock, ids } = walk.running.deps;
    const [old, fresh] = [
      await proposalFor(walk, walk.nextCandidate()),
      await proposalFor(walk, walk.nextCandidate()),
    ];
    const at = clock
      .now()
      .subtract({ hours: 24 * 31 })
      .toString();
    await database.query(
      `with free as (update reservations set released_at = $2 where proposal_id = $3)
       update cases set status = 'closed', closed_at = $2 where id = $1`,
      [old.caseId, at, old.id],
    );
    await askForRetention({ database, clock, ids, keepCandidatesDays: 0, keepByCountry: {} });
    expect(await listOpenErasures(database)).toEqual([]);
    await askForRetention({ database, clock, ids, keepCandidatesDays: 30, keepByCountry: {} });
    expect(await erasedOf(old)).toMatchObject({ cause: "retention", reason: "kept_long_enough" });
    expect(await sealedFor(await candidateOf(fresh))).toBeGreaterThan(0);
    // The candidacy comes to life again: it is coordinated as any other.
    await walk.moveStage(old.payload.opportunityId, "technicalPanel");
    const anew = await proposalFor(walk, old.payload.opportunityId);
    expect(anew.caseId).not.toBe(old.caseId);
    expect(await sealedFor(await candidateOf(anew))).toBeGreaterThan(0);
  });

  it("by age is kept as long as the country of each posting says", async () => {
    const { database, clock, ids } = walk.running.deps;
    const [inGermany, inFrance] = [
      await proposalFor(walk, walk.nextCandidate()),
      await proposalFor(walk, walk.nextCandidate()),
    ];
    const closedAt = clock
      .now()
      .subtract({ hours: 24 * 200 })
      .toString();
    const places = [
      [inGermany, "DE"],
      [inFrance, "FR"],
    ] as const;
    for (const [{ id, caseId }, country] of places) {
      await database.query(
        `with free as (update reservations set released_at = $2 where proposal_id = $3)
         update cases set status = 'closed', closed_at = $2, country = $4 where id = $1`,
        [caseId, closedAt, id, country],
      );
    }
    const keepByCountry = { DE: 183, FR: 730 };
    await askForRetention({ database, clock, ids, keepCandidatesDays: 365, keepByCountry });
    expect(await erasedOf(inGermany)).toMatchObject({ reason: "kept_long_enough" });
    expect(await sealedFor(await candidateOf(inFrance))).toBeGreaterThan(0);
  });

  it("is kept while a legal hold stands, whoever asks and whatever their age, and goes once it ends", async () => {
    const { database, clock, ids } = walk.running.deps;
    const held = await proposalFor(walk, walk.nextCandidate());
    const { caseId } = held;
    const hold = { of: "candidate", caseId, reference: "LIT-4" };
    const set = await walk.api.send("POST", "/api/legal-holds", hold);
    expect(set.body).toMatchObject({ items: [{ of: "candidate", setBy: "admin", waiting: 0 }] });
    expect(problemOf(await walk.api.send("POST", "/api/legal-holds", hold)).status).toBe(409);
    await database.query(
      `with free as (update reservations set released_at = $2 where proposal_id = $3)
       update cases set status = 'closed', closed_at = $2 where id = $1`,
      [caseId, "2020-01-01T00:00:00Z", held.id],
    );
    const candidate = await candidateOf(held);
    const openOnes = async () =>
      await database.query("select cause from erasures where candidate = $1", [candidate]);
    await askForRetention({ database, clock, ids, keepCandidatesDays: 30, keepByCountry: {} });
    expect(await openOnes()).toEqual([]);
    const why = { reason: "asked_by_candidate", reference: "DSR-18" };
    const asked = await walk.api.send("POST", `/api/cases/${caseId}/erase`, why);
    expect(asked.body).toMatchObject({ isHeld: true, erasedAt: null });
    // Another one, which nothing holds, is done meanwhile: that one is left.
    const free = await proposalFor(walk, walk.nextCandidate());
    await walk.api.send("POST", `/api/cases/${free.caseId}/erase`, why);
    await erasedOf(free);
    expect(await openOnes()).toEqual([{ cause: "person" }]);
    expect(await sealedFor(candidate)).toBeGreaterThan(0);
    const { body } = await walk.api.send("GET", "/api/legal-holds");
    expect(body).toMatchObject({ items: [{ reference: "LIT-4", waiting: 1 }] });
    const { items } = body as LegalHoldList;
    const ended = await walk.api.send("POST", `/api/legal-holds/${items[0]?.id ?? ""}/end`);
    expect(ended.body).toEqual({ items: [] });
    expect(await erasedOf(held)).toMatchObject({ cause: "person", isHeld: false });
    const types = (await walk.api.ledger()).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(["legal_hold.set", "legal_hold.ended"]));
  });

  it("is kept by a hold of their posting or of a requisition of theirs, also when Lever deletes them", async () => {
    const { database, clock, ids } = walk.running.deps;
    const held = await proposalFor(walk, walk.nextCandidate());
    await database.query(
      "update cases set posting_id = 'posting-held', requisitions = '{REQ-77}' where id = $1",
      [held.caseId],
    );
    const candidate = await candidateOf(held);
    const opportunityIds = [held.payload.opportunityId];
    const why = { cause: "lever", reason: "deleted_in_lever", by: "lever" } as const;
    const isOpen = async (): Promise<boolean> =>
      (await listOpenErasures(database)).some((one) => one.candidate === candidate);
    const holds: HeldSubject[] = [
      { of: "posting", subject: "posting-held" },
      { of: "requisition", subject: "REQ-77" },
    ];
    const kept = await Promise.all(
      holds.map(
        async (said) =>
          await setLegalHold({ ...said, reference: "LIT-5", by: "Ada" }, { database, clock, ids }),
      ),
    );
    await database.transaction(
      async (tx) => await askErasure(tx, { candidate, opportunityIds, ...why }, { clock, ids }),
    );
    for (const id of kept) {
      expect(await isOpen()).toBe(false);
      await endLegalHold({ id, by: "Ada" }, { database, clock });
    }
    expect(await erasedOf(held)).toMatchObject({ cause: "lever" });
  });

  it("keeps their key for another candidacy, when Lever deletes one of two", async () => {
    const { database, clock, ids } = walk.running.deps;
    const [one, two] = [
      await proposalFor(walk, walk.nextCandidate()),
      await proposalFor(walk, walk.nextCandidate()),
    ];
    const candidate = await candidateOf(one);
    await database.query("update cases set candidate = $2 where id = $1", [two.caseId, candidate]);
    const opportunityIds = [one.payload.opportunityId];
    const why = { cause: "lever", reason: "deleted_in_lever", by: "lever" } as const;
    await database.transaction(
      async (tx) => await askErasure(tx, { candidate, opportunityIds, ...why }, { clock, ids }),
    );
    expect(await erasedOf(one)).toMatchObject({ isWhole: false });
    const [left] = await database.query<{ keys: number; texts: number }>(
      `select (select count(*)::int from candidate_keys where candidate = $1) as keys,
         (select count(*)::int from texts where candidate = $1) as texts`,
      [candidate],
    );
    expect(left).toEqual({ keys: 1, texts: 0 });
    expect((await walk.api.case(two.caseId)).status).toBe("waiting");
  });
});
