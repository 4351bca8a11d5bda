import { expect, it } from "vitest";
import { ProposalContext } from "../../../src/cases/open-proposal.ts";
import { presentContext, presentPayload } from "../../../src/domain/former-proposals.ts";
import { BookInterview } from "../../../src/domain/proposal.ts";
import { aBooking, aLoop, firstSession } from "../../support/booking.ts";

/** As one was stored when a booking was one session. */
const former = () => {
  const { sessions, title, ...rest } = aBooking();
  const { name: _, ...session } = firstSession({ sessions });
  return { ...rest, ...session, version: 1, sessionName: title };
};

it("reads a booking of one session as it was stored once as what it is today", () => {
  expect(BookInterview.parse(presentPayload(former()))).toEqual(aBooking());
});

it("leaves what is of today as it is", () => {
  const loop = aLoop();
  expect(presentPayload(loop)).toBe(loop);
  const context = { itinerary: {}, alternatives: [] };
  expect(presentContext(context, loop)).toBe(context);
  for (const odd of [null, "text", 1, [], { kind: "another", version: 1 }]) {
    expect(presentPayload(odd)).toBe(odd);
  }
});

it("reads what was kept beside it: the slot and the others that were offered", () => {
  const { startsAt, endsAt, panel } = firstSession(aBooking());
  const seats = panel.map(({ email }, place) => ({ place, email }));
  const slot = { startsAt, endsAt, panel: seats, score: 90, terms: [] };
  const later = { ...slot, startsAt: "2026-11-25T09:00:00Z", endsAt: "2026-11-25T09:45:00Z" };
  const rest = {
    summary: "Book it",
    reason: "Best",
    calendar: { readAt: startsAt, people: [] },
    evidence: [],
    people: panel,
  };
  const stored = { ...rest, slot, alternatives: [later] };
  const itineraryOf = ({ score, terms, ...time }: typeof slot) => ({
    sessions: [{ sessionId: "phone-screen", ...time }],
    score,
    terms,
  });
  expect(ProposalContext.parse(presentContext(stored, former()))).toEqual({
    ...rest,
    itinerary: itineraryOf(slot),
    alternatives: [itineraryOf(later)],
  });
});
