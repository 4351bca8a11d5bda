import { describe, expect, it } from "vitest";
import { interviewsOf } from "../../../src/http/candidate/interviews.ts";
import type { Booked, View } from "../../../src/http/candidate/view.ts";
import { whatComes } from "../../../src/http/candidate/what-comes.ts";
import { aBooking } from "../../support/booking.ts";

const payload = aBooking();
const [session] = payload.sessions;
const around = { start: "2026-11-24T00:00:00Z", end: "2026-11-25T00:00:00Z" };
const may: Booked["mayMove"] = {
  may: true,
  until: Temporal.Instant.from("2026-11-23T00:00:00Z"),
  most: 2,
};

const viewOf = (booked: Partial<Booked> = {}): View => ({
  state: {
    kind: "booked",
    proposalId: "pr_1",
    payload,
    interviews: interviewsOf(payload.sessions, {}),
    mayMove: may,
    isConfirmed: false,
    move: null,
    wish: null,
    cancel: { askedAt: null, ended: 0 },
    isArchived: false,
    messages: 1,
    ...booked,
  },
  assumed: { zone: "UTC", isKnown: true },
  saidAt: {},
  person: null,
  optedOutAt: null,
  isLeftToPeople: false,
  hasLeftAssistant: false,
  notices: [],
});

describe("What comes of it when a candidate says when they could", () => {
  const other = { start: "2026-12-01T00:00:00Z", end: "2026-12-02T00:00:00Z" };

  it("depends on whether what is booked is among it, to the minute", () => {
    expect(whatComes(viewOf(), [other, around])).toBe("kept");
    expect(whatComes(viewOf(), [other])).toBe("move");
    const exactly = { start: session?.startsAt ?? "", end: session?.endsAt ?? "" };
    expect(whatComes(viewOf(), [exactly])).toBe("kept");
    const late = Temporal.Instant.from(exactly.start).add({ minutes: 1 }).toString();
    expect(whatComes(viewOf(), [{ ...exactly, start: late }])).toBe("move");
  });

  it("is no move any more where they may not ask for one", () => {
    for (const why of ["often", "late"] as const) {
      expect(whatComes(viewOf({ mayMove: { may: false, why } }), [other])).toBe(why);
      expect(whatComes(viewOf({ mayMove: { may: false, why } }), [around])).toBe("kept");
    }
  });

  it("is what they wished already, as long as that waits", () => {
    expect(whatComes(viewOf({ wish: "wants_move" }), [around])).toBe("again");
    expect(whatComes(viewOf({ wish: "wants_cancel" }), [other])).toBe("cancelling");
    expect(whatComes({ ...viewOf(), state: { kind: "open" } }, [other])).toBe("search");
  });
});
