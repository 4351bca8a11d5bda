/** What a candidate wishes of their booking is never lost: neither by what else changes, nor when nobody decides. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { firstSession } from "../support/booking.ts";
import { type Shown, linkInMail, openLink, sendForm } from "../support/candidate-page.ts";
import { approved, decline, emailsOf, eventIdOf } from "../support/declined.ts";
import { describeOneDatabase } from "../support/database.ts";
import { proposalFor, settled, untilProposal, waitingProposal } from "../support/story.ts";
import { POOL_PLANS, type Walk, startWalk } from "../support/walk.ts";

describeOneDatabase("postgres", "a candidate's wish", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open, { candidates: 300, env: { PLANS_DIR: POOL_PLANS } });
  });
  afterAll(async () => {
    await walk.close();
  });

  const bookScreen = async (): Promise<ProposalDetail> =>
    await approved(walk, await proposalFor(walk, walk.nextCandidate()));
  const pageOf = async ({ payload }: ProposalDetail): Promise<Shown> =>
    await openLink(await linkInMail(walk, payload.candidate.email));
  const wish = async (
    booked: ProposalDetail,
    act: "move" | "cancel",
    reason = "An exam.",
  ): Promise<ProposalDetail> => {
    const words = act === "move" ? { reason } : { "cancel-reason": "" };
    await sendForm(await pageOf(booked), `/${act}`, words);
    return await waitingProposal(walk, booked.payload.opportunityId);
  };
  const guestOf = ({ payload }: ProposalDetail): string => {
    const { panel, organizer } = firstSession(payload);
    return panel.find(({ email }) => email !== organizer)?.email ?? "";
  };
  const guestAnswers = async (booked: ProposalDetail, responseStatus: string): Promise<void> => {
    const eventId = eventIdOf(booked, 0);
    const body = { eventId, email: guestOf(booked), responseStatus };
    await walk.eyes.control("POST", "/calendar/respond", body);
  };
  const warningsOf = ({ evidence }: ProposalDetail): string =>
    evidence.flatMap(({ kind, what }) => (kind === "warning" ? [what] : [])).join(" ");
  /** Of what is proposed first, then of its other ways, by the candidate's clock. */
  const daysOfWays = ({ itinerary, alternatives, payload }: ProposalDetail): string[] =>
    [itinerary, ...alternatives].flatMap(({ sessions }) =>
      sessions.map(({ startsAt }) =>
        Temporal.Instant.from(startsAt)
          .toZonedDateTimeISO(payload.candidate.zone)
          .toLocaleString("en", { weekday: "long" }),
      ),
    );
  const afterDecline = async (
    booked: ProposalDetail,
    before: ProposalDetail,
  ): Promise<ProposalDetail> => {
    await decline(walk, booked, { index: 0, email: guestOf(booked) });
    await untilProposal(walk, before, "superseded");
    return await waitingProposal(walk, booked.payload.opportunityId);
  };

  it("to cancel stays one when somebody declines meanwhile, and ends with the booking", async () => {
    const booked = await bookScreen();
    const waiting = await afterDecline(booked, await wish(booked, "cancel"));
    expect(waiting).toMatchObject({ kind: "cancel_booking", risk: "high" });
    expect(waiting.reason).toBe("The candidate asks to cancel.");
    await approved(walk, waiting);
    const case_ = await walk.api.case(booked.caseId);
    expect(case_).toMatchObject({ status: "open", problem: null });
    expect(case_.answers.map(({ settledBy }) => settledBy)).toEqual(["convene"]);
  });

  it("that says something in words is for a person in every mode, who reads them beside the proposal", async () => {
    const booked = await bookScreen();
    await walk.api.setMode("managed");
    const waiting = await wish(booked, "move");
    await walk.api.setMode("assisted");
    expect(waiting).toMatchObject({ kind: "change_booking", status: "waiting", risk: "high" });
    expect(warningsOf(waiting)).toContain("The candidate wrote: “An exam.”");
    expect(warningsOf(waiting)).toContain("nothing was searched by it");
  });

  it("that says when they cannot has its ways elsewhere, and still is for a person", async () => {
    const booked = await bookScreen();
    const before = await wish(booked, "move");
    const [denied] = daysOfWays(before);
    const words = `I can't do ${denied}s, sorry.`;
    await sendForm(await pageOf(booked), "/move", { reason: words });
    await untilProposal(walk, before, "superseded");
    const waiting = await waitingProposal(walk, booked.payload.opportunityId);
    expect(waiting).toMatchObject({ kind: "change_booking", risk: "high" });
    expect(daysOfWays(waiting)).not.toContain(denied);
    const warnings = warningsOf(waiting);
    expect(warnings).toContain(`The candidate wrote: “${words}”`);
    expect(warnings).toContain(`Understood: Cannot be: ${denied}s`);
    expect(warnings).toContain("These ways follow that.");
  });

  it("for another time is looked for without whoever declines meanwhile, and again when they come after all", async () => {
    const booked = await bookScreen();
    const { startsAt } = firstSession(booked.payload);
    const without = await afterDecline(booked, await wish(booked, "move"));
    expect(without.reason).toContain("The candidate asks for another time.");
    expect(firstSession(without.payload).startsAt).not.toBe(startsAt);
    expect(emailsOf(without)).not.toContain(guestOf(booked));
    await guestAnswers(booked, "accepted");
    await untilProposal(walk, without, "superseded");
    const waiting = await waitingProposal(walk, booked.payload.opportunityId);
    expect(waiting.reason).toBe("The candidate asks for another time.");
    expect(firstSession(waiting.payload).startsAt).not.toBe(startsAt);
    await approved(walk, waiting);
    const case_ = await walk.api.case(booked.caseId);
    expect(case_).toMatchObject({ status: "booked", problem: null });
    expect(case_.answers.map(({ settledBy }) => settledBy)).toEqual(["convene"]);
  });

  it("that was rejected is told on the case until somebody has seen to it, and can be said again", async () => {
    const booked = await bookScreen();
    const { opportunityId } = booked.payload;
    const first = await wish(booked, "cancel");
    expect((await pageOf(booked)).html).not.toMatch(/action="[^"]*\/cancel/);
    const reject = { decision: "reject", digest: first.digest, reason: "Call them." } as const;
    await walk.api.decide(first.id, reject);
    await untilProposal(walk, first, "rejected");
    const unanswered = { status: "blocked", problem: { code: "wish_unanswered" } };
    expect(await walk.api.case(booked.caseId)).toMatchObject(unanswered);
    const page = await pageOf(booked);
    expect(page.html).toMatch(/action="[^"]*\/cancel/);
    expect(page.words).not.toContain("You asked to cancel");

    // What is changed now does not answer it.
    await decline(walk, booked, { index: 0, email: guestOf(booked) });
    const change = await waitingProposal(walk, opportunityId);
    expect(change.kind).toBe("change_booking");
    const changed = await approved(walk, change);
    expect(await walk.api.case(booked.caseId)).toMatchObject(unanswered);
    const [answer] = (await walk.api.case(booked.caseId)).answers;
    await walk.api.send("POST", `/api/requests/${answer?.id ?? ""}/settle`);
    expect(await walk.api.case(booked.caseId)).toMatchObject({ status: "booked", problem: null });

    const second = await wish(changed, "cancel");
    expect(second).toMatchObject({ kind: "cancel_booking", risk: "high" });
    await sendForm(page, "/cancel", { "cancel-reason": "" });
    await settled(walk, opportunityId);
    expect((await walk.api.case(booked.caseId)).answers).toHaveLength(2);
  });

  it("for another time is told on their page as it stands: waiting, rejected, or seen to", async () => {
    const booked = await bookScreen();
    const waiting = await wish(booked, "move");
    expect((await pageOf(booked)).words).toMatch(/You asked for another time on .* A person will/);
    await walk.api.decide(waiting.id, { decision: "reject", digest: waiting.digest });
    await untilProposal(walk, waiting, "rejected");
    const kept = await pageOf(booked);
    expect(kept.words).toContain("Your interview stays as it is booked. You can ask again");
    expect(kept.words).not.toContain("A person will write to you");
    expect(kept.html).toMatch(/action="[^"]*\/move/);
    const said = await openLink(
      `${await linkInMail(walk, booked.payload.candidate.email)}?said=wants_move`,
    );
    expect(said.words).not.toContain("A person will write to you");
    const [answer] = (await walk.api.case(booked.caseId)).answers;
    await walk.api.send("POST", `/api/requests/${answer?.id ?? ""}/settle`);
    expect((await pageOf(booked)).words).not.toContain("You asked for another time");
  });

  it("for a person waits on their page until one has seen to it, and can be said again", async () => {
    const booked = await bookScreen();
    const link = await linkInMail(walk, booked.payload.candidate.email);
    const settle = async (nth: number): Promise<void> => {
      await settled(walk, booked.payload.opportunityId);
      const { answers } = await walk.api.case(booked.caseId);
      expect(answers.map(({ kind }) => kind)).toEqual(Array(nth).fill("wants_person"));
      await walk.api.send("POST", `/api/requests/${answers.at(-1)?.id ?? ""}/settle`);
    };
    for (const nth of [1, 2]) {
      // Two windows that were opened before either asked.
      const other = await openLink(link);
      const asked = await sendForm(await openLink(link), "/person");
      await sendForm(other, "/person");
      expect(asked.words).toMatch(/You asked for a person on .*\. Somebody will write to you\./);
      expect(asked.html).not.toMatch(/action="[^"]*\/person/);
      await settle(nth);
      const page = await openLink(`${link}?said=wants_person`);
      expect(page.words).toMatch(/You asked for a person on .*, and somebody has seen to it\./);
      expect(page.words).not.toMatch(/(Somebody|A person) will write to you/);
      expect(page.html).toMatch(/action="[^"]*\/person/);
    }
  });
});
