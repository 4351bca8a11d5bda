/** A loop of two days after its first day: what is still to come can be changed and cancelled, what has been stays. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { linkInMail, openLink, sendForm } from "../support/candidate-page.ts";
import { describeOneDatabase } from "../support/database.ts";
import { approved, decline, eventIdOf } from "../support/declined.ts";
import { changesDuring, settled, waitingProposal } from "../support/story.ts";
import { TWO_DAY_PLANS, type Walk, startWalk } from "../support/walk.ts";

describeOneDatabase("postgres", "interviews of two days after the first", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open, { env: { PLANS_DIR: TWO_DAY_PLANS } });
  });
  afterAll(async () => {
    await walk.close();
  });

  const sessionsOf = ({ payload }: ProposalDetail) => {
    const [first, second] = payload.sessions;
    if (!first || !second) throw new Error("there are not two");
    return { first, second };
  };
  /** Booked, and half an hour after the first of both. */
  const afterTheFirst = async (): Promise<ProposalDetail> => {
    const opportunityId = walk.nextCandidate();
    await walk.moveStage(opportunityId, "onsite");
    const booked = await approved(walk, await waitingProposal(walk, opportunityId));
    const end = Temporal.Instant.from(sessionsOf(booked).first.endsAt);
    const minutes = walk.company.clock.now().until(end).total("minutes") + 30;
    await walk.company.controls.advance(Math.ceil(minutes));
    await settled(walk, opportunityId);
    return booked;
  };
  const interviewsOf = async ({ payload }: ProposalDetail) =>
    (await walk.eyes.panels(payload.opportunityId)).flatMap(({ interviews }) => interviews);
  const eventOf = async (booked: ProposalDetail, index: number) =>
    await walk.eyes.findEvent(
      booked.payload.sessions[index]?.organizer ?? "",
      eventIdOf(booked, index),
    );

  it("have somebody replaced in the second, and nothing else", async () => {
    const booked = await afterTheFirst();
    const { first, second } = sessionsOf(booked);
    const away = second.panel.find(({ email }) => email !== second.organizer)?.email ?? "";
    const [held, interviews] = [await eventOf(booked, 0), await interviewsOf(booked)];
    await decline(walk, booked, { index: 1, email: away });
    const waiting = await waitingProposal(walk, booked.payload.opportunityId);
    expect(waiting).toMatchObject({ kind: "change_booking", risk: "high" });
    expect(sessionsOf(waiting).first).toEqual(first);
    const until = Temporal.Instant.from(waiting.expiresAt);
    expect(Temporal.Instant.compare(until, second.startsAt)).toBe(-1);
    expect(Temporal.Instant.compare(until, walk.company.clock.now())).toBe(1);
    const done = await approved(walk, waiting);
    expect(await eventOf(done, 0)).toEqual(held);
    const after = await interviewsOf(done);
    expect(after).toHaveLength(2);
    expect(after[0]).toEqual(interviews[0]);
    expect(sessionsOf(done).second.panel.map(({ email }) => email)).not.toContain(away);
  });

  it("do not matter any more to whom the first was about: its event may go", async () => {
    const booked = await afterTheFirst();
    const { first } = sessionsOf(booked);
    const changes = await changesDuring(walk, async () => {
      await walk.eyes.control("POST", "/calendar/remove", {
        eventId: eventIdOf(booked, 0),
        email: first.organizer,
      });
      await walk.company.controls.advance(10);
      await settled(walk, booked.payload.opportunityId);
    });
    expect(Object.keys(changes)).not.toContain("event.inserted");
    expect(await walk.api.case(booked.caseId)).toMatchObject({ status: "booked", problem: null });
  });

  it("are cancelled as far as they are to come, and by a person's word in every mode", async () => {
    const booked = await afterTheFirst();
    const { first, second } = sessionsOf(booked);
    await walk.api.setMode("managed");
    const page = await openLink(await linkInMail(walk, booked.payload.candidate.email));
    await sendForm(page, "/cancel", { "cancel-reason": "" });
    const waiting = await waitingProposal(walk, booked.payload.opportunityId);
    await walk.api.setMode("assisted");
    expect(waiting).toMatchObject({ kind: "cancel_booking", risk: "high" });
    expect(waiting.payload.sessions).toEqual([second]);
    const changes = await changesDuring(walk, async () => {
      await approved(walk, waiting);
    });
    expect(changes).toEqual({
      "event.deleted": 1,
      "panel.replaced": 1,
      "note.created": 1,
      "mail.received": 1,
    });
    expect(await eventOf(booked, 0)).toMatchObject({ status: "confirmed" });
    expect(await interviewsOf(booked)).toHaveLength(1);
    const mails = await walk.eyes.mailsTo(booked.payload.candidate.email);
    expect(mails.at(-1)?.text).toContain(second.name);
    expect(mails.at(-1)?.text).not.toContain(first.name);
  });
});
