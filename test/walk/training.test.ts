/** Who sits in to learn: there, and no part of the panel. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { NO_PREFERENCES } from "../../src/domain/preferences.ts";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { firstSession } from "../support/booking.ts";
import { linkInMail, openLink } from "../support/candidate-page.ts";
import { approved, decline, eventIdOf, heldSeats } from "../support/declined.ts";
import { describeOneDatabase } from "../support/database.ts";
import { proposalFor, settled, untilProposal, waitingProposal } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";

const LEARNS = "beatriz.hopperlane@lumenharbor.test";
const LEARNERS = [
  LEARNS,
  ...["lena.lindqvist", "rafael.petrov", "amara.voss", "nils.kulkarni", "paula.bergstrom"].map(
    (name) => `${name}@lumenharbor.test`,
  ),
];
const HOSTS = "omar.kulkarni@lumenharbor.test";

const ENGINEERS = ["felix.mehta@lumenharbor.test", "zoe.nair@lumenharbor.test"];

const planWith = (learners: readonly string[]): string => `
id: watched-screen
match:
  stages: [Phone Screen]
pools:
  engineers: [${ENGINEERS.join(", ")}]
  learners: [${learners.join(", ")}]
sessions:
  - id: phone-screen
    name: Phone screen
    durationMinutes: 30
    feedbackTemplate: Phone Screen
    places:
      - person: ${HOSTS}
        key: true
      - pool: engineers
    training:
      - { kind: shadow, pool: learners }
rules:
  horizonBusinessDays: 10
`;

describeOneDatabase("postgres", "a training seat", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open, { candidates: 300 });
    await savePlan([LEARNS]);
  });
  afterAll(async () => await walk.close());

  let version = 0;
  const savePlan = async (learners: readonly string[]): Promise<void> => {
    const saved = { source: planWith(learners), basedOn: version };
    expect((await walk.api.send("PUT", "/api/plans/watched-screen", saved)).status).toBe(200);
    version += 1;
  };
  /** The next booking in which somebody sits in: not at every time has one of two engineers time for it. */
  const bookWatched = async (): Promise<ProposalDetail> => {
    for (let more = 8; more > 0; more -= 1) {
      const booked = await approved(walk, await proposalFor(walk, walk.nextCandidate()));
      if (trainees(booked) !== undefined) return booked;
    }
    throw new Error("nobody ever sits in");
  };
  const userIdOf = (email: string): string =>
    walk.world.people.find((person) => person.email === email)?.userId ?? "";
  const guestsOf = async (proposal: ProposalDetail): Promise<string[]> => {
    const { organizer } = firstSession(proposal.payload);
    const event = await walk.eyes.event(organizer, eventIdOf(proposal, 0));
    return (event.attendees ?? []).map(({ email }) => email);
  };
  const interviewersOf = async ({ payload }: ProposalDetail): Promise<string[]> => {
    const [panel] = await walk.eyes.panels(payload.opportunityId);
    return panel?.interviews.flatMap(({ interviewers }) => interviewers.map(({ id }) => id)) ?? [];
  };
  const trainees = ({ payload }: ProposalDetail) =>
    firstSession(payload).trainees?.map(({ email, kind }) => [email, kind]);

  it("is invited, held and told to the candidate, and has no form in Lever", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const { opportunityId, candidate } = waiting.payload;
    expect(trainees(waiting)).toEqual([[LEARNS, "shadow"]]);
    expect(waiting.summary).toContain("; Beatriz Hopper-Lane sitting in");
    const [found] = waiting.itinerary.sessions;
    expect(found?.training).toEqual([
      {
        seat: 0,
        kind: "shadow",
        email: LEARNS,
        words: "Beatriz Hopper-Lane sits in (pool learners).",
      },
    ]);
    expect(await heldSeats(walk, opportunityId)).toContain(LEARNS);

    const booked = await approved(walk, waiting);
    const { panel, organizer } = firstSession(booked.payload);
    expect(organizer).toBe(HOSTS);
    expect(panel.map(({ email }) => email)).not.toContain(LEARNS);
    expect(await guestsOf(booked)).toContain(LEARNS);
    expect((await interviewersOf(booked)).toSorted()).toEqual(
      panel.map(({ userId }) => userId).toSorted(),
    );
    const [mail] = await walk.eyes.mailsTo(candidate.email);
    expect(mail?.text).toContain("Also there: Beatriz Hopper-Lane, who sits in to learn");
    expect(mail?.text).not.toMatch(/You will meet.*Beatriz/);
    const { html } = await openLink(await linkInMail(walk, candidate.email));
    expect(html).toMatch(/Also there<\/dt>\s*<dd>Beatriz Hopper-Lane, who sits in to learn<\/dd>/);
    const notes = await walk.eyes.notes(opportunityId);
    expect(notes.join()).toContain("Also there: Beatriz Hopper-Lane, who sits in to learn");

    const link = await linkInMail(walk, candidate.email);
    const untilNamed = async (isNamed: boolean): Promise<void> => {
      await walk.waitFor(
        "their page to say who comes",
        async () => (await openLink(link)).words.includes("Beatriz") === isNamed,
      );
      await settled(walk, opportunityId);
    };
    await decline(walk, booked, { index: 0, email: LEARNS });
    await untilNamed(false);
    expect(await walk.api.case(booked.caseId)).toMatchObject({ status: "booked", problem: null });
    expect(await heldSeats(walk, opportunityId)).toContain(LEARNS);
    const again = { eventId: eventIdOf(booked, 0), email: LEARNS, responseStatus: "accepted" };
    await walk.eyes.control("POST", "/calendar/respond", again);
    await untilNamed(true);
    const { proposals } = await walk.api.case(booked.caseId);
    expect(proposals.map(({ kind }) => kind)).toEqual(["book_interview"]);
  });

  it("stays with whoever has it when somebody of the panel is replaced", async () => {
    // So many that one of them has time.
    await savePlan(LEARNERS);
    const booked = await approved(walk, await proposalFor(walk, walk.nextCandidate()));
    const learns = firstSession(booked.payload).trainees?.[0]?.email ?? "";
    expect(LEARNERS).toContain(learns);
    const away = firstSession(booked.payload).panel.find(({ email }) => email !== HOSTS)?.email;
    await decline(walk, booked, { index: 0, email: away ?? "" });
    const change = await waitingProposal(walk, booked.payload.opportunityId);
    expect(trainees(change)).toEqual(trainees(booked));
    // What waits is made anew without them, and with them when they come after all.
    const eventId = eventIdOf(booked, 0);
    const answer = async (responseStatus: string, before: ProposalDetail) => {
      const body = { eventId, email: learns, responseStatus };
      await walk.eyes.control("POST", "/calendar/respond", body);
      await untilProposal(walk, before, "superseded");
      return await waitingProposal(walk, booked.payload.opportunityId);
    };
    const without = await answer("declined", change);
    expect(trainees(without)).toBeUndefined();
    const changed = await approved(walk, await answer("accepted", without));
    expect(await guestsOf(changed)).toContain(learns);
    expect(await guestsOf(changed)).not.toContain(away);
    expect(await interviewersOf(changed)).not.toContain(userIdOf(learns));
    expect(await heldSeats(walk, booked.payload.opportunityId)).toEqual(
      [learns, ...firstSession(changed.payload).panel.map(({ email }) => email)].toSorted(),
    );
  });

  it("is given up by whoever takes the place of somebody who declined", async () => {
    await savePlan(ENGINEERS);
    const booked = await bookWatched();
    const { opportunityId, candidate } = booked.payload;
    const learns = firstSession(booked.payload).trainees?.[0]?.email ?? "";
    const away = firstSession(booked.payload).panel.find(({ email }) => email !== HOSTS)?.email;
    await decline(walk, booked, { index: 0, email: away ?? "" });
    const change = await waitingProposal(walk, opportunityId);
    expect(firstSession(change.payload).panel.map(({ email }) => email)).toEqual([HOSTS, learns]);
    expect(trainees(change)).toBeUndefined();
    const changed = await approved(walk, change);
    expect(await heldSeats(walk, opportunityId)).toEqual([HOSTS, learns].toSorted());
    expect(await guestsOf(changed)).toContain(learns);
    const mail = (await walk.eyes.mailsTo(candidate.email)).at(-1);
    expect(mail?.text).not.toContain("Also there");
  });

  it("of whoever declined is nobody's when the booking is changed", async () => {
    await savePlan(LEARNERS);
    const booked = await approved(walk, await proposalFor(walk, walk.nextCandidate()));
    const { opportunityId, candidate } = booked.payload;
    const learns = firstSession(booked.payload).trainees?.[0]?.email ?? "";
    await decline(walk, booked, { index: 0, email: learns });
    await settled(walk, opportunityId);
    const away = firstSession(booked.payload).panel.find(({ email }) => email !== HOSTS)?.email;
    await decline(walk, booked, { index: 0, email: away ?? "" });
    const change = await waitingProposal(walk, opportunityId);
    expect(trainees(change)).toBeUndefined();
    const changed = await approved(walk, change);
    expect(await guestsOf(changed)).not.toContain(learns);
    const mail = (await walk.eyes.mailsTo(candidate.email)).at(-1);
    expect(mail?.text).not.toContain("Also there");
  });

  it("goes with another of the offered times to whoever can then", async () => {
    const opportunityId = walk.nextCandidate();
    const { id, digest, alternatives } = await proposalFor(walk, opportunityId);
    const other = alternatives.at(-1)?.sessions[0];
    const learns = other?.training?.[0]?.email;
    expect(LEARNERS).toContain(learns);
    const payload = { startsAt: other?.startsAt ?? "" };
    expect((await walk.api.decide(id, { decision: "edit", digest, payload })).status).toBe(200);
    const edited = await waitingProposal(walk, opportunityId);
    expect(firstSession(edited.payload).startsAt).toBe(other?.startsAt);
    const chosen = await approved(walk, edited);
    expect(trainees(chosen)).toEqual([[learns, "shadow"]]);
    expect(await guestsOf(chosen)).toContain(learns);
  });

  it("that nobody takes keeps nothing from being proposed, and says why", async () => {
    await savePlan([LEARNS]);
    const body = { version: 0, ...NO_PREFERENCES, takesNoInterviews: true };
    const path = `/api/people/${userIdOf(LEARNS)}/preferences`;
    expect((await walk.api.send("PUT", path, body)).status).toBe(200);
    const waiting = await proposalFor(walk, walk.nextCandidate());
    expect(trainees(waiting)).toBeUndefined();
    expect(waiting.itinerary.sessions[0]?.training).toEqual([
      {
        seat: 0,
        kind: "shadow",
        words: "Nobody sits in (pool learners): Beatriz Hopper-Lane takes no interviews.",
      },
    ]);
    const { candidate } = (await approved(walk, waiting)).payload;
    const [mail] = await walk.eyes.mailsTo(candidate.email);
    expect(mail?.text).not.toContain("Also there");
  });
});
