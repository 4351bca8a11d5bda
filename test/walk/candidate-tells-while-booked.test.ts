/** A candidate who says when they could while an interview is booked: the page says what comes of it, and that comes of it. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { firstSession } from "../support/booking.ts";
import { type Shown, linkInMail, openLink, sendForm } from "../support/candidate-page.ts";
import { describeOneDatabase } from "../support/database.ts";
import { approved, decline } from "../support/declined.ts";
import { proposalFor, settled, untilProposal, waitingProposal } from "../support/story.ts";
import { ONE_PERSON_PLANS, type Walk, startWalk } from "../support/walk.ts";

const BY_THEIR_PAGE = "on their page: these times are looked for by that";

describeOneDatabase("postgres", "a candidate with a booked interview", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open, { candidates: 300, env: { PLANS_DIR: ONE_PERSON_PLANS } });
  });
  afterAll(async () => {
    await walk.close();
  });

  const bookScreen = async (): Promise<ProposalDetail> =>
    await approved(walk, await proposalFor(walk, walk.nextCandidate()));
  const linkOf = async ({ payload }: ProposalDetail): Promise<string> =>
    await linkInMail(walk, payload.candidate.email);
  const askToMove = async (booked: ProposalDetail): Promise<ProposalDetail> => {
    await sendForm(await openLink(await linkOf(booked)), "/move", { reason: "An exam." });
    return await waitingProposal(walk, booked.payload.opportunityId);
  };
  /** The page that shows what was understood. */
  const tell = async (booked: ProposalDetail, words: string): Promise<Shown> =>
    await sendForm(await openLink(`${await linkOf(booked)}/availability`), "/availability", {
      words,
    });
  const startOf = ({ payload }: Pick<ProposalDetail, "payload">): Temporal.ZonedDateTime =>
    Temporal.Instant.from(firstSession(payload).startsAt).toZonedDateTimeISO(
      payload.candidate.zone,
    );
  const wordsOf = (day: Temporal.ZonedDateTime, hours: string): string =>
    `only ${day.day} ${day.toLocaleString("en", { month: "long" })} ${day.year} ${hours}`;
  /** A working day beyond the notice that is none of these. */
  const otherThan = (...taken: Temporal.ZonedDateTime[]): Temporal.ZonedDateTime => {
    const days = [2, 3, 4].map((n) =>
      walk.running.deps.clock
        .now()
        .toZonedDateTimeISO(taken[0]?.timeZoneId ?? "UTC")
        .add({ days: n }),
    );
    const isTaken = (day: Temporal.ZonedDateTime) =>
      taken.some((each) => each.toPlainDate().equals(day.toPlainDate()));
    const day = days.find((each) => !isTaken(each));
    if (!day) throw new Error("no day is left");
    return day;
  };
  const hoursApart = (one: string, other: string): number =>
    Math.abs(Temporal.Instant.from(one).until(Temporal.Instant.from(other)).total("hours"));

  it("who asked for another time is looked for anew by what they say, and what waited is replaced", async () => {
    const booked = await bookScreen();
    const waiting = await askToMove(booked);
    const day = otherThan(startOf(booked), startOf(waiting));
    const check = await tell(booked, wordsOf(day, "06:00-23:30"));
    expect(check.words).toContain("we look again, among these times alone");
    const thanks = await sendForm(check, "/confirm");
    expect(thanks.words).toContain("We look for another time among those that you gave");
    await untilProposal(walk, waiting, "superseded");
    const found = await waitingProposal(walk, booked.payload.opportunityId);
    expect(startOf(found).toPlainDate().toString()).toBe(day.toPlainDate().toString());
    const said = found.evidence.map(({ what }) => what);
    expect(said).toContain("Times that the candidate gave on their page");
    // What they wrote with the wish counts no more.
    expect(said.join(" ")).toContain(BY_THEIR_PAGE);
    const { answers } = await walk.api.case(booked.caseId);
    expect(answers.map(({ kind }) => kind)).toEqual(["wants_move", "availability"]);
    await approved(walk, found);
    expect((await walk.api.case(booked.caseId)).status).toBe("booked");
  });

  it("is not moved where they cannot: what waited goes, and the case says that nothing fits", async () => {
    const booked = await bookScreen();
    const waiting = await askToMove(booked);
    const day = startOf(booked);
    const sunday = day.add({ days: 7 - day.dayOfWeek });
    await sendForm(await tell(booked, wordsOf(sunday, "06:00-23:30")), "/confirm");
    await untilProposal(walk, waiting, "superseded");
    const case_ = await walk.api.case(booked.caseId);
    expect(case_.status).toBe("blocked");
    expect(case_.problem?.message).toContain("No change of the booking fits everybody.");
    expect(case_.problem?.message).toContain("The candidate asked for another time than");
    expect(case_.problem?.message).toContain("Nobody has answered them yet.");
  });

  it("keeps their time when it is among what they say, and is told so", async () => {
    const booked = await bookScreen();
    const check = await tell(booked, wordsOf(startOf(booked), "06:00-22:00"));
    expect(check.words).toContain("These times change nothing about your interview");
    const thanks = await sendForm(check, "/confirm");
    expect(thanks.words).toContain("We keep these times in case your interview has to be moved.");
    await settled(walk, booked.payload.opportunityId);
    const { answers, proposals, events } = await walk.api.case(booked.caseId);
    expect(answers.map(({ kind }) => kind)).toEqual(["availability"]);
    expect(proposals.map(({ kind }) => kind)).toEqual(["book_interview"]);
    expect(JSON.stringify(events)).toContain("The candidate said when they could.");
  });

  it("is heard while a change waits that somebody else was the reason of", async () => {
    const booked = await bookScreen();
    const { email = "" } = firstSession(booked.payload).panel[0] ?? {};
    await decline(walk, booked, { index: 0, email });
    const waiting = await waitingProposal(walk, booked.payload.opportunityId);
    await sendForm(await tell(booked, wordsOf(startOf(booked), "06:00-22:00")), "/confirm");
    await untilProposal(walk, waiting, "superseded");
    const again = await waitingProposal(walk, booked.payload.opportunityId);
    expect(again.evidence.map(({ what }) => what)).toContain(
      "Times that the candidate gave on their page",
    );
    const day = startOf(booked).toPlainDate().toString();
    for (const { sessions } of [again.itinerary, ...again.alternatives]) {
      const start = Temporal.Instant.from(sessions[0]?.startsAt ?? "");
      expect(start.toZonedDateTimeISO(startOf(booked).timeZoneId).toPlainDate().toString()).toBe(
        day,
      );
    }
  });

  it("asks for another time by leaving theirs out, which the recruiter sees as such", async () => {
    const booked = await bookScreen();
    const day = otherThan(startOf(booked));
    const check = await tell(booked, wordsOf(day, "06:00-23:30"));
    expect(check.words).toContain(
      "is not among these times. When you say yes, you ask for another",
    );
    const thanks = await sendForm(check, "/confirm");
    expect(thanks.words).toContain("We look for another time among those that you gave");
    expect(thanks.words).toContain("You asked for another time");
    const found = await waitingProposal(walk, booked.payload.opportunityId);
    expect(found.reason).toBe("The candidate asks for another time.");
    expect(found.evidence.map(({ what }) => what).join(" ")).toContain(BY_THEIR_PAGE);
    expect(startOf(found).toPlainDate().toString()).toBe(day.toPlainDate().toString());
    const { answers } = await walk.api.case(booked.caseId);
    expect(answers.map(({ kind, settledAt }) => [kind, settledAt])).toEqual([
      ["availability", null],
      ["wants_move", null],
    ]);
  });

  it("is never moved back to where they asked away from, nor near it", async () => {
    const booked = await bookScreen();
    const { startsAt } = firstSession(booked.payload);
    const waiting = await askToMove(booked);
    const starts = ({ itinerary, alternatives }: ProposalDetail): string[] =>
      [itinerary, ...alternatives].map(({ sessions }) => sessions[0]?.startsAt ?? "");
    for (const start of starts(waiting)) expect(hoursApart(start, startsAt)).toBeGreaterThan(2);
    const moved = await approved(walk, waiting);
    const { email = "" } = firstSession(moved.payload).panel[0] ?? {};
    await decline(walk, moved, { index: 0, email });
    const again = await waitingProposal(walk, booked.payload.opportunityId);
    expect(again.kind).toBe("change_booking");
    expect(starts(again).length).toBeGreaterThan(1);
    for (const start of starts(again)) expect(hoursApart(start, startsAt)).toBeGreaterThan(2);
  });

  it("is moved back to where they asked away from when they name that very time again", async () => {
    const booked = await bookScreen();
    const { startsAt, endsAt } = firstSession(booked.payload);
    const moved = await approved(walk, await askToMove(booked));
    expect(firstSession(moved.payload).startsAt).not.toBe(startsAt);
    const clock = (at: string) =>
      Temporal.Instant.from(at).toZonedDateTimeISO(startOf(booked).timeZoneId);
    const [from, to] = [startsAt, endsAt].map((at) => clock(at).toPlainTime().toString());
    const hours = `${from?.slice(0, 5)}-${to?.slice(0, 5)}`;
    const check = await tell(moved, wordsOf(startOf(booked), hours));
    await sendForm(check, "/confirm");
    const back = await waitingProposal(walk, booked.payload.opportunityId);
    expect(firstSession(back.payload).startsAt).toBe(startsAt);
    await approved(walk, back);
    const case_ = await walk.api.case(booked.caseId);
    expect(case_.status).toBe("booked");
  });
});
