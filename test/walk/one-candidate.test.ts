/** One person who has several interviews with the company: of two stages, or of two candidacies. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { firstSession } from "../support/booking.ts";
import { describeOneDatabase } from "../support/database.ts";
import { approved, eventIdOf, untilWatched } from "../support/declined.ts";
import { proposalFor, settled, waitingProposal } from "../support/story.ts";
import { ONE_PERSON_PLANS, type Walk, startWalk } from "../support/walk.ts";

interface Timed {
  startsAt: string;
  endsAt: string;
}

const isBefore = (one: string, other: string): boolean => Temporal.Instant.compare(one, other) < 0;

const overlaps = (some: readonly Timed[], others: readonly Timed[]): boolean =>
  some.some((one) =>
    others.some(
      (other) => isBefore(one.startsAt, other.endsAt) && isBefore(other.startsAt, one.endsAt),
    ),
  );

/** What is proposed, and what could be chosen in its place. */
const allTimes = ({ itinerary, alternatives }: ProposalDetail): Timed[] =>
  [itinerary, ...alternatives].flatMap(({ sessions }) => sessions);

describeOneDatabase("postgres", "a candidate with several interviews", (open) => {
  let walk: Walk;
  let twice: readonly string[];
  beforeAll(async () => {
    walk = await startWalk(open, { candidates: 300, env: { PLANS_DIR: ONE_PERSON_PLANS } });
    ({ twice } = walk.cast);
  });
  afterAll(async () => {
    await walk.close();
  });

  const proposalsOf = async (
    opportunityId: string,
    kind: ProposalDetail["kind"],
    status: ProposalDetail["status"],
  ): Promise<ProposalDetail[]> => {
    await settled(walk, opportunityId);
    const rows = await walk.running.deps.database.query<{ id: string }>(
      `select p.id from proposals p join cases c on c.id = p.case_id
       where c.opportunity_id = $1 and p.kind = $2 and p.status = $3 order by p.created_at`,
      [opportunityId, kind, status],
    );
    return await Promise.all(rows.map(async ({ id }) => await walk.api.proposal(id)));
  };
  const screenOf = async (): Promise<ProposalDetail> =>
    await approved(walk, await proposalFor(walk, walk.nextCandidate()));

  it("is asked to no interview of the next stage while in the one before", async () => {
    const screen = await screenOf();
    const { opportunityId } = screen.payload;
    await walk.moveStage(opportunityId, "onsite");
    const [next] = await proposalsOf(opportunityId, "book_interview", "waiting");
    if (!next) throw new Error("nothing is proposed");
    expect(allTimes(next).length).toBeGreaterThan(2);
    expect(overlaps(allTimes(next), screen.payload.sessions)).toBe(false);
  });

  it("is not in two of them where nobody is asked first", async () => {
    const screen = await screenOf();
    const { opportunityId } = screen.payload;
    await walk.api.setMode("managed");
    await walk.moveStage(opportunityId, "onsite");
    const done = await walk.waitFor("both to be booked", async () => {
      const found = await proposalsOf(opportunityId, "book_interview", "done");
      return found.length === 2 ? found : undefined;
    });
    await walk.api.setMode("assisted");
    const [one, other] = done.map(({ payload }) => payload.sessions);
    expect(overlaps(one ?? [], other ?? [])).toBe(false);
  });

  it("is not moved into their other interview, also where somebody has moved the event onto it", async () => {
    const screen = await screenOf();
    const { opportunityId } = screen.payload;
    await walk.moveStage(opportunityId, "onsite");
    const [next] = await proposalsOf(opportunityId, "book_interview", "waiting");
    if (!next) throw new Error("nothing is proposed");
    const onsite = await approved(walk, next);
    for (const { id, digest } of await proposalsOf(opportunityId, "cancel_booking", "waiting")) {
      await walk.api.decide(id, { decision: "reject", digest, reason: "Both take place." });
    }
    await settled(walk, opportunityId);
    const email = firstSession(onsite.payload).organizer;
    const { startsAt: start } = firstSession(screen.payload);
    await untilWatched(walk, email);
    const eventId = eventIdOf(onsite, 0);
    await walk.eyes.control("POST", "/calendar/move", { eventId, email, start });
    const change = await walk.waitFor("a change", async () => {
      const [found] = await proposalsOf(opportunityId, "change_booking", "waiting");
      return found;
    });
    expect(change.reason).toContain("was moved to");
    expect(overlaps(allTimes(change), screen.payload.sessions)).toBe(false);
    const changed = await approved(walk, change);
    expect(overlaps(changed.payload.sessions, screen.payload.sessions)).toBe(false);
  });

  it("is kept for the one that waits, of whichever candidacy; and of two that are approved at once only one is booked", async () => {
    const [first = "", second = ""] = twice;
    const one = await proposalFor(walk, first);
    const apart = await proposalFor(walk, second);
    expect(overlaps(allTimes(apart), one.payload.sessions)).toBe(false);
    await walk.api.decide(apart.id, { decision: "reject", digest: apart.digest, reason: "Later." });
    await settled(walk, second);

    // Until now nobody knew that both are one person.
    const { database } = walk.running.deps;
    const [known] = await database.query<{ candidate: string }>(
      "select candidate from cases where id = $1",
      [one.caseId],
    );
    const callThem = async (candidate: string) =>
      await database.query("update cases set candidate = $2 where id = $1", [
        one.caseId,
        candidate,
      ]);
    await callThem("somebody else");
    await walk.moveStage(second, "onsite");
    const other = await waitingProposal(walk, second);
    await callThem(known?.candidate ?? "");
    expect(overlaps(one.payload.sessions, other.payload.sessions)).toBe(true);
    await Promise.all([walk.api.approve(one), walk.api.approve(other)]);
    await settled(walk, first, second);
    const ends = await Promise.all([one, other].map(async ({ id }) => await walk.api.proposal(id)));
    expect(ends.map(({ status }) => status).toSorted()).toEqual(["done", "failed"]);
    const lost = ends.find(({ status }) => status === "failed");
    const won = ends.find(({ status }) => status === "done");
    const anew = await waitingProposal(walk, lost?.payload.opportunityId ?? "");
    expect(overlaps(allTimes(anew), won?.payload.sessions ?? [])).toBe(false);
    expect(anew.evidence.map(({ what }) => what).join(" ")).toContain(
      "The candidate is booked for another interview at that time by now.",
    );
    await approved(walk, anew);
    expect(await walk.api.verifyLedger()).toMatchObject({ ok: true });
  });
});
