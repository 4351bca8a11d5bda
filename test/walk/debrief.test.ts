/** The debrief of a panel: proposed once its round is over, decided, put on the calendar once, and never twice. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { DebriefDetail } from "../../src/http/api/aside-schemas.ts";
import type { CaseDetail, ProposalDetail, ProposalItem } from "../../src/http/api/schemas.ts";
import { problemOf } from "../support/api.ts";
import { until } from "../support/briefs-walk.ts";
import { describeOneDatabase } from "../support/database.ts";
import { approved, untilWatched } from "../support/declined.ts";
import { advance } from "../support/nothing-fits.ts";
import { type Owing, handIn, owingOf } from "../support/panel-walk.ts";
import { proposalFor, settled } from "../support/story.ts";
import { type Walk, ordinaryCandidates, startWalk } from "../support/walk.ts";

const RULE = `
feedback:
  deadlineHours: 24
debrief:
  minutes: 30
  withinHours: 120
`;

describeOneDatabase("postgres", "the debrief of a panel", (open) => {
  let walk: Walk;
  let isLost = false;
  let standing: { booked: ProposalDetail; done: DebriefDetail } | null = null;
  beforeAll(async () => {
    walk = await startWalk(open, {
      microsoft: true,
      candidates: 200,
      witness: async (name) => {
        // Once the answer of the calendar is lost on its way: the event is there, and nobody knows.
        if (name !== "effect.debrief_event.answered" || isLost) return await Promise.resolve();
        isLost = true;
        throw new Error("the answer is lost");
      },
    });
    const shown = await walk.api.send("GET", "/api/plans/phone-screen");
    const { source } = z.looseObject({ source: z.string() }).parse(shown.body);
    const saved = { source: `${source.trimEnd()}${RULE}`, basedOn: 0 };
    const { status, body } = await walk.api.send("PUT", "/api/plans/phone-screen", saved);
    if (status !== 200)
      throw new Error(`the plan was answered with ${status}: ${JSON.stringify(body)}`);
  });
  afterAll(async () => await walk.close());

  const debriefsOf = ({ proposals }: CaseDetail): ProposalItem[] =>
    proposals.filter(({ kind }) => kind === "book_debrief");
  const untilSo = async (
    { caseId, payload }: ProposalDetail,
    isSo: (debriefs: ProposalItem[], case_: CaseDetail) => boolean,
  ): Promise<CaseDetail> => {
    await walk.waitFor("its debrief", async () => {
      const case_ = await walk.api.case(caseId);
      return isSo(debriefsOf(case_), case_);
    });
    await settled(walk, payload.opportunityId);
    return await walk.api.case(caseId);
  };
  const shownOf = async (id: string) =>
    DebriefDetail.parse((await walk.api.send("GET", `/api/proposals/${id}`)).body);
  const homeOf = (userId: string | undefined) =>
    walk.world.people.find((person) => person.userId === userId)?.mailbox ?? "google";
  /** A phone screen that is over, of a recruiter whose calendar lives there. */
  const over = async (home: string): Promise<{ booked: ProposalDetail; panel: Owing[] }> => {
    await walk.api.setMode("assisted");
    const candidate = ordinaryCandidates(walk.world).find((id) => {
      const one = walk.world.opportunities.find((each) => each.id === id);
      return homeOf(one?.ownerId) === home;
    });
    const booked = await approved(walk, await proposalFor(walk, candidate ?? ""));
    await until(walk, booked, 0);
    await advance(walk, 2);
    return { booked, panel: await owingOf(walk, booked) };
  };
  /** Events that were put on a calendar for it, by service. */
  const inserted = async ({ effects }: DebriefDetail) => {
    const id = effects.find(({ kind }) => kind === "debrief_event")?.id;
    const entries = await walk.eyes.journal();
    return entries
      .filter(({ kind, ids }) => kind === "event.inserted" && ids["conveneEffect"] === id)
      .map(({ service, ids }) => ({ service, organizer: ids["organizer"] }));
  };
  const held = async (proposalId: string) =>
    await walk.running.deps.database.query<{ person: string; isTaken: boolean }>(
      `select person, effect_id is not null as "isTaken" from reservations
       where proposal_id = $1 and released_at is null order by person`,
      [proposalId],
    );

  it("is booked by itself once all forms are in, once", async () => {
    const { booked, panel } = await over("microsoft");
    for (const owing of panel) {
      await handIn(walk, booked, { owing, rating: "3 - Hire", words: "Confidential words." });
    }
    await advance(walk, 3.1);
    const case_ = await untilSo(booked, ([one]) => one?.status === "done");
    const [debrief] = debriefsOf(case_);
    expect(debrief).toMatchObject({ class: "logistics", audience: "internal", risk: "low" });
    const shown = await shownOf(debrief?.id ?? "");
    const { payload, effects } = shown;
    const wrote = payload.people
      .filter(({ why }) => why === "handed_in")
      .map(({ userId }) => userId);
    expect(new Set(wrote)).toEqual(new Set(panel.map(({ userId }) => userId)));
    expect(effects.map(({ kind, status }) => [kind, status])).toEqual([
      ["debrief_time", "done"],
      ["debrief_event", "done"],
    ]);
    const ref = effects[1]?.externalRef ?? {};
    expect(ref["videoUrl"]).toMatch(/^https:\/\/teams\./);
    expect(isLost).toBe(true);
    expect(await inserted(shown)).toEqual([{ service: "microsoft", organizer: payload.organizer }]);
    expect(await held(debrief?.id ?? "")).toEqual(
      payload.people
        .map(({ email: person }) => ({ person, isTaken: true }))
        .toSorted((a, b) => (a.person < b.person ? -1 : 1)),
    );
    expect(case_.status).toBe("booked");
    expect(case_.debrief).toEqual({ minutes: 30, withinHours: 120, standingId: shown.id });
    expect(shown.standsAt).toEqual({ startsAt: payload.startsAt, endsAt: payload.endsAt });

    // A newer form finds the round over once more: nothing follows.
    const [owing] = panel;
    if (!owing) throw new Error("nobody owes a form");
    await handIn(walk, booked, { owing, rating: "2 - No Hire", words: "" });
    await advance(walk, 3.1);
    await settled(walk, booked.payload.opportunityId);
    const asked = await walk.api.send("POST", `/api/cases/${booked.caseId}/debrief`);
    expect(problemOf(asked).status).toBe(409);
    expect(debriefsOf(await walk.api.case(booked.caseId))).toHaveLength(1);
    expect((await walk.api.verifyLedger()).ok).toBe(true);
  });

  it("waits for a person when somebody is missing, at another of its times if they choose so, and comes again only when asked", async () => {
    const { booked, panel } = await over("google");
    const [first] = panel;
    if (!first) throw new Error("nobody owes a form");
    await handIn(walk, booked, { owing: first, rating: "3 - Hire", words: "" });
    await advance(walk, 24);
    const [waiting] = debriefsOf(await untilSo(booked, ([one]) => one?.status === "waiting"));
    const shown = await shownOf(waiting?.id ?? "");
    expect(shown.risk).toBe("medium");
    expect(shown.payload.isPartial).toBe(true);
    expect(shown.evidence.map(({ what }) => what).join()).toMatch(/has still to hand in a form/);
    expect(shown.payload.alternatives.length).toBeGreaterThan(0);
    expect((await held(shown.id)).every(({ isTaken }) => !isTaken)).toBe(true);

    const startsAt = shown.payload.alternatives[0]?.startsAt ?? "";
    const edited = await walk.api.decide(shown.id, {
      decision: "edit",
      digest: shown.digest,
      payload: { startsAt },
    });
    expect(edited.status).toBe(200);
    const [chosen] = debriefsOf(await walk.api.case(booked.caseId)).filter(
      ({ status }) => status === "waiting",
    );
    expect(await held(shown.id)).toEqual([]);
    expect((await shownOf(chosen?.id ?? "")).payload.startsAt).toBe(startsAt);
    await walk.api.decide(chosen?.id ?? "", { decision: "reject", digest: chosen?.digest ?? "" });
    await untilSo(booked, (all) => all.some(({ status }) => status === "rejected"));
    expect(await held(chosen?.id ?? "")).toEqual([]);
    await advance(walk, 3.1);
    await settled(walk, booked.payload.opportunityId);
    expect(debriefsOf(await walk.api.case(booked.caseId))).toHaveLength(2);

    const now = walk.company.clock.now();
    const whole = { startsAt: now.toString(), endsAt: now.add({ hours: 120 }).toString() };
    const { organizer: busy } = shown.payload;
    const eventId = await walk.eyes.keepBusy(busy, whole);
    await walk.api.send("POST", `/api/cases/${booked.caseId}/debrief`);
    const nothing = await untilSo(booked, (_, { problem }) => problem !== null);
    expect(nothing.problem).toMatchObject({
      code: "debrief_not_booked",
      message: expect.stringMatching(/no time of 30 minutes at which all 2 could meet\. .*busy/),
    });
    await walk.eyes.control("POST", "/calendar/remove", { eventId, email: busy });

    const asked = await walk.api.send("POST", `/api/cases/${booked.caseId}/debrief`);
    expect(asked.status).toBe(200);
    const [again] = debriefsOf(await untilSo(booked, ([one]) => one?.status === "waiting"));
    const { payload } = await shownOf(again?.id ?? "");
    await walk.eyes.keepBusy(payload.organizer, payload);
    await walk.api.approve({ id: again?.id ?? "", digest: again?.digest ?? "" });
    const lost = await untilSo(booked, ([one]) => one?.status === "failed");
    expect(lost.problem).toMatchObject({
      code: "debrief_not_booked",
      message: expect.stringContaining("is no longer free at that time"),
    });
    expect(await held(again?.id ?? "")).toEqual([]);
    expect(lost.status).toBe("booked");

    await advance(walk, 0.1);
    expect((await walk.api.send("POST", `/api/cases/${booked.caseId}/debrief`)).status).toBe(200);
    const [last] = debriefsOf(await untilSo(booked, ([one]) => one?.status === "waiting"));
    await walk.api.approve({ id: last?.id ?? "", digest: last?.digest ?? "" });
    const booking = await untilSo(booked, ([one]) => one?.status === "done");
    expect(booking.problem).toBeNull();
    const done = await shownOf(last?.id ?? "");
    const { organizer } = done.payload;
    expect(done.payload.startsAt).not.toBe(payload.startsAt);
    expect(await inserted(done)).toEqual([{ service: "google", organizer }]);
    const ref = done.effects[1]?.externalRef ?? {};
    const event = await walk.eyes.event(organizer, ref["eventId"] ?? "");
    expect(event.summary).toMatch(/^Debrief: /);
    expect(event.description).toContain(`/cases/${booked.caseId}`);
    expect(event.description).not.toContain("Confidential words");
    const { email } = booked.payload.candidate;
    expect(event.attendees?.map((guest) => guest.email)).not.toContain(email);
    expect((await walk.api.verifyLedger()).ok).toBe(true);
    standing = { booked, done };
  });

  it("is watched: a decline is told, a move is followed, and one that is deleted can be looked for anew", async () => {
    if (!standing) throw new Error("none is booked");
    const { booked, done } = standing;
    const { organizer: email, people } = done.payload;
    const eventId = done.effects[1]?.externalRef?.["eventId"] ?? "";
    const guest = people.find((one) => one.email !== email);
    const problem = async () => (await walk.api.case(booked.caseId)).problem;
    const says = async (responseStatus: string) =>
      await walk.eyes.control("POST", "/calendar/respond", {
        eventId,
        email: guest?.email,
        responseStatus,
      });
    await untilWatched(walk, email);

    await says("declined");
    const told = await walk.waitFor("the decline to be told", problem);
    expect(told).toMatchObject({
      code: "debrief_changed",
      message: expect.stringContaining(`${guest?.name} declined the debrief. It stands`),
    });
    await says("accepted");
    await walk.waitFor("nothing to be told", async () => (await problem()) === null);

    const start = Temporal.Instant.from(done.payload.startsAt).add({ hours: 24 });
    const end = Temporal.Instant.from(done.payload.endsAt).add({ hours: 24 });
    await walk.eyes.control("POST", "/calendar/move", { eventId, email, start: start.toString() });
    const standsAt = { startsAt: start.toString(), endsAt: end.toString() };
    await walk.waitFor("its time to be followed", async () => {
      const now = (await shownOf(done.id)).standsAt;
      return now !== null && Temporal.Instant.from(now.startsAt).equals(start);
    });
    await settled(walk, booked.payload.opportunityId);
    expect(await shownOf(done.id)).toMatchObject({ standsAt });
    expect(await held(done.id)).toHaveLength(people.length);
    const { runs, problem: none } = await walk.api.case(booked.caseId);
    expect(none).toBeNull();
    expect(runs.map(({ outcome }) => outcome).join("\n")).toMatch(
      /The debrief was moved in the calendar, to /,
    );

    await walk.eyes.control("POST", "/calendar/remove", { eventId, email });
    const gone = await walk.waitFor("what is gone to be told", problem);
    expect(gone).toMatchObject({
      code: "debrief_not_booked",
      message: expect.stringContaining("was deleted in the calendar: nobody meets"),
    });
    expect(await held(done.id)).toEqual([]);
    expect(await shownOf(done.id)).toMatchObject({ status: "done", standsAt: null });
    expect((await walk.api.case(booked.caseId)).debrief).toMatchObject({ standingId: null });
    await advance(walk, 0.1);
    const asked = await walk.api.send("POST", `/api/cases/${booked.caseId}/debrief`);
    expect(asked.status).toBe(200);
    const [again] = debriefsOf(await untilSo(booked, ([one]) => one?.status === "waiting"));
    await walk.api.approve({ id: again?.id ?? "", digest: again?.digest ?? "" });
    const { problem: after } = await untilSo(booked, ([one]) => one?.status === "done");
    expect(after).toBeNull();
    const types = JSON.stringify(await walk.api.ledger(booked.caseId));
    for (const type of ["debrief.missed", "debrief.moved", "debrief.gone"])
      expect(types).toContain(type);
    expect((await walk.api.verifyLedger()).ok).toBe(true);
  });
});
