/** Reminders of booked interviews: when they go out, to whom, and what keeps them from it. */
import { afterEach, expect, it } from "vitest";
import { MessageDetail } from "../../src/http/api/aside-schemas.ts";
import type { CaseDetail, ProposalDetail } from "../../src/http/api/schemas.ts";
import type { Witness } from "../../src/witness.ts";
import { planEarlierBookings } from "../../src/worker/earlier-bookings.ts";
import { approved } from "../support/declined.ts";
import { bookedScreen, slackNaming, until } from "../support/briefs-walk.ts";
import { firstSession } from "../support/booking.ts";
import { openLink, post, sendForm } from "../support/candidate-page.ts";
import { describeOneDatabase } from "../support/database.ts";
import { startFaultyWalk } from "../support/faulty-walk.ts";
import { settled } from "../support/story.ts";
import { type Walk, type WalkOptions, startWalk } from "../support/walk.ts";

describeOneDatabase("postgres", "a reminder", (open) => {
  let walk: Walk;
  let close: () => Promise<void>;
  afterEach(async () => await close());
  const begin = async (options: WalkOptions = {}): Promise<void> => {
    walk = await startWalk(open, options);
    close = walk.close;
  };
  const remindersOf = ({ proposals }: Pick<CaseDetail, "proposals">) =>
    proposals.filter(({ kind }) => kind === "remind_candidate");
  const mailsOf = async ({ payload }: ProposalDetail) =>
    (await walk.eyes.mailsTo(payload.candidate.email)).filter(({ subject }) =>
      subject.startsWith("Reminder:"),
    );
  /** Lets the time of the last reminder come. */
  const untilDue = async (booked: ProposalDetail): Promise<void> => {
    const rows = await walk.running.deps.database.query<{ hours: number }>(
      `select (extract(epoch from starts_at - max(due_at)) / 3600)::float8 as hours from reminders
       where case_id = $1 and reader = 'candidate' group by starts_at`,
      [booked.caseId],
    );
    await until(walk, booked, (rows[0]?.hours ?? 0) - 0.01);
  };
  const untilReminded = async (
    booked: ProposalDetail,
    status: ProposalDetail["status"],
  ): Promise<CaseDetail> => {
    await walk.waitFor(`a reminder that is ${status}`, async () =>
      remindersOf(await walk.api.case(booked.caseId)).some((each) => each.status === status),
    );
    await settled(walk, booked.payload.opportunityId);
    return await walk.api.case(booked.caseId);
  };

  it("waits for a person, goes out once with a way to end it, and a look at it changes nothing", async () => {
    await begin();
    const booked = await bookedScreen(walk);
    await untilDue(booked);
    const case_ = await untilReminded(booked, "waiting");
    expect(case_.status).toBe("booked");
    const [reminder] = remindersOf(case_);
    const shown = await walk.api.send("GET", `/api/proposals/${reminder?.id}`);
    const detail = MessageDetail.parse(shown.body);
    expect(detail.rendered.readers[0]?.text).toContain("(a link of their own)");
    await walk.api.approve(detail);
    await untilReminded(booked, "done");
    const [mail, ...more] = await mailsOf(booked);
    expect(more).toEqual([]);
    expect(mail?.listUnsubscribePost).toBe("List-Unsubscribe=One-Click");
    const stop = mail?.listUnsubscribe?.slice(1, -1) ?? "";
    const page = /https?:\/\/\S+\/c\/\S+(?=#confirm)/.exec(mail?.text ?? "")?.[0] ?? "";

    // Mail programs open every link.
    await openLink(page);
    await openLink(stop);
    const before = await walk.api.case(booked.caseId);
    expect(before.answers).toEqual([]);
    expect((await sendForm(await openLink(page), "/confirm")).words).toContain("You confirmed");
    // By then it is too late to move it there: the mail does not offer that, and its link leads to what still can be done.
    expect(mail?.text).toContain(`I cannot come at this time:\n${page}?ask=move#move`);
    expect(mail?.text).not.toContain("I need another time");
    const move = await openLink(`${page}?ask=move`);
    expect(move.html).toMatch(/<details class="card" id="move"\s+open/);
    expect(move.html).toMatch(/<details class="card"\s+open>\s*<summary>Cancel the interview/);
    expect(move.words).toContain("It is too late to move the interview here, but a person can");
    expect(move.words).toContain("Ask a person for another time");

    // One click of a mail program, which may be a page itself: a form, no session, and no redirect.
    const fromMail = { origin: "https://mail.example", "sec-fetch-site": "cross-site" };
    const click = async (address: string, headers: Record<string, string> = {}) =>
      await fetch(address, {
        method: "POST",
        headers,
        body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
        redirect: "manual",
      });
    expect((await click(stop, fromMail)).status).toBe(200);
    expect((await click(stop, { origin: fromMail.origin })).status).toBe(200);
    expect((await click(`${stop}/again`, fromMail)).status).toBe(403);
    expect((await click(`${page}/confirm`, fromMail)).status).toBe(403);
    expect((await click(stop)).status).toBe(200);
    await post(stop, {});
    await settled(walk, booked.payload.opportunityId);
    const after = await walk.api.case(booked.caseId);
    expect(after.answers.map(({ kind }) => kind)).toEqual(["confirmed", "no_reminders"]);
    expect(after.events.map(({ kind }) => kind)).toContain("candidate_no_reminders");
  });

  it("is not sent to who has ended them, nor of what was cancelled since, and only recorded in silent mode", async () => {
    const house = await startFaultyWalk(open);
    ({ walk } = house);
    close = house.close;
    const booked = await bookedScreen(walk);
    const { links } = walk.running.deps;
    const until30 = walk.company.clock.now().add({ hours: 700 });
    const stop = `${walk.url}/reminders/${await links.make("reminders", booked.caseId, until30)}`;
    await untilDue(booked);
    const [reminder] = remindersOf(await untilReminded(booked, "waiting"));
    // While the last look at what is booked is on its way.
    house.door.fail(/^GET .*\/panels$/, {
      first: async () => void (await fetch(stop, { method: "POST" })),
    });
    await walk.api.approve(reminder ?? { id: "", digest: "" });
    const case_ = await untilReminded(booked, "done");
    expect(await mailsOf(booked)).toEqual([]);
    expect(case_).toMatchObject({ status: "booked", problem: null });
    expect(case_.runs.map(({ outcome }) => outcome)).toContain(
      "The candidate wants no more reminders, so none was sent.",
    );

    // Taken up again and again: not without an end. To end them is open always.
    const again: number[] = [];
    const ended: number[] = [];
    for (let times = 0; times < 21; times += 1) {
      again.push((await fetch(`${stop}/again`, { method: "POST", redirect: "manual" })).status);
      ended.push((await fetch(stop, { method: "POST" })).status);
    }
    expect(again).toEqual([...Array.from({ length: 20 }, () => 303), 429]);
    expect(new Set(ended)).toEqual(new Set([200]));
    await settled(walk, booked.payload.opportunityId);
    const said = (await walk.api.case(booked.caseId)).answers.map(({ kind }) => kind);
    expect(said).toHaveLength(41);

    const other = await bookedScreen(walk);
    await walk.api.setMode("silent");
    await untilDue(other);
    await untilReminded(other, "observed");
    expect(await mailsOf(other)).toEqual([]);
    expect(await slackNaming(walk, "Reminder:")).toEqual([]);
  });

  it("is not sent of a time that was moved by hand, in the calendar or in Lever, in the moment in which it leaves", async () => {
    let move: (() => Promise<unknown>) | null = null;
    const asItLeaves: Witness = async (point) => {
      if (/^effect\.reminder_(mail|slack)\.planned$/.test(point)) await move?.();
    };
    await begin({ witness: asItLeaves });
    const refOf = ({ effects }: ProposalDetail, kind: string) =>
      effects.find((effect) => effect.kind === kind)?.externalRef ?? {};
    const later = (booked: ProposalDetail) =>
      Temporal.Instant.from(firstSession(booked.payload).startsAt).add({ hours: 26 }).toString();
    const outcomes = async ({ caseId }: ProposalDetail) =>
      (await walk.api.case(caseId)).runs.map(({ outcome }) => outcome ?? "").join(" ");

    const moved = await bookedScreen(walk);
    await untilDue(moved);
    const [reminder] = remindersOf(await untilReminded(moved, "waiting"));
    const { eventId } = refOf(moved, "calendar_event");
    const email = firstSession(moved.payload).organizer;
    move = async () =>
      await walk.eyes.control("POST", "/calendar/move", { eventId, email, start: later(moved) });
    await walk.api.approve(reminder ?? { id: "", digest: "" });
    await untilReminded(moved, "done");
    expect(await mailsOf(moved)).toEqual([]);
    expect(await outcomes(moved)).toContain("The calendar event was moved to");
    expect(await outcomes(moved)).toContain("It is asked for again while it is of use.");
    const [again] = await walk.running.deps.database.query<{ minutes: number; isAsked: boolean }>(
      `select (extract(epoch from again_at - $2::timestamptz) / 60)::float8 as minutes, asked_at is not null as "isAsked"
       from reminders where case_id = $1 and reader = 'candidate' order by due_at desc limit 1`,
      [moved.caseId, walk.company.clock.now().toString()],
    );
    expect(again?.isAsked).toBe(false);
    expect(again?.minutes).toBeGreaterThan(0);

    move = null;
    const other = await bookedScreen(walk);
    const { panelId } = refOf(other, "lever_panel");
    move = async () =>
      await walk.eyes.control("POST", `/panels/${panelId}/move`, { start: later(other) });
    await until(walk, other, 0.95);
    await walk.waitFor("the panel's reminder", async () =>
      (await outcomes(other)).includes("The panel in Lever was moved to"),
    );
    await settled(walk, other.payload.opportunityId);
    expect(await slackNaming(walk, "Reminder:")).toEqual([]);
  });

  it("is off the table when the interview is moved or cancelled", async () => {
    await begin();
    const booked = await bookedScreen(walk);
    await untilDue(booked);
    await untilReminded(booked, "waiting");
    const mail = await walk.eyes.mailsTo(booked.payload.candidate.email);
    const page = /https?:\/\/\S+\/c\/\S+/.exec(mail.at(-1)?.text ?? "")?.[0] ?? "";
    await sendForm(await openLink(page), "/cancel", { "cancel-reason": "" });
    const cancelling = await walk.waitFor("the cancellation", async () =>
      (await walk.api.case(booked.caseId)).proposals.find(({ kind }) => kind === "cancel_booking"),
    );
    await approved(walk, await walk.api.proposal(cancelling.id));
    await untilReminded(booked, "superseded");
    expect(await mailsOf(booked)).toEqual([]);
  });

  it("goes to each of the panel once, in Slack, an hour before, also of what an earlier release booked", async () => {
    await begin();
    const booked = await bookedScreen(walk);
    const { database } = walk.running.deps;
    const kept = async () => [
      await database.query("select * from reminders where case_id = $1 order by reader, mark", [
        booked.caseId,
      ]),
      await database.query("select * from attendances where case_id = $1", [booked.caseId]),
    ];
    const planned = await kept();
    expect(planned.map((rows) => rows.length > 0)).toEqual([true, true]);
    await database.transaction(async (tx) => {
      await tx.query("delete from settings where name = 'earlier_bookings_planned'");
      for (const table of ["reminders", "attendances"]) {
        await tx.query(`delete from ${table} where case_id = $1`, [booked.caseId]);
      }
    });
    // As the process of the next release does once it runs.
    expect(await planEarlierBookings(walk.running.deps)).toBe(true);
    expect(await kept()).toEqual(planned);
    await until(walk, booked, 0.95);
    const panel = booked.payload.sessions[0]?.panel ?? [];
    await walk.waitFor("the panel's reminder", async () =>
      (await walk.api.case(booked.caseId)).proposals.some(
        ({ kind, status }) => kind === "remind_interviewers" && status === "done",
      ),
    );
    await settled(walk, booked.payload.opportunityId);
    expect(await slackNaming(walk, "Reminder:")).toHaveLength(panel.length);
  });
});
