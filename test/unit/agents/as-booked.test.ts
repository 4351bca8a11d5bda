/** What the slot engine is asked of sessions whose plan is another one by now. */
import { expect, it } from "vitest";
import { asBooked, planDiffers } from "../../../agents/scheduling/as-booked.ts";
import type { ContextSession, SchedulingContext } from "../../../tools/scheduling-context.ts";
import { aSession } from "../../support/booking.ts";

const AT = { email: "room@example.com", name: "Room" };
const ROOM = { ...AT, capacity: 4 };

const planned = (rooms: boolean): SchedulingContext => {
  const session: ContextSession = {
    rule: { id: "s", name: "S", durationMinutes: 60, format: "onsite", places: [] },
    places: [],
    feedbackTemplateId: null,
    ...(rooms && { rooms: [ROOM] }),
  };
  const context: Partial<SchedulingContext> = {
    plan: { id: "p", match: { stages: ["Onsite"] }, sessions: [session.rule] },
    sessions: [session],
  };
  return context as SchedulingContext;
};

it("keeps a session's length and format as they were booked", () => {
  const booked = aSession({ sessionId: "s", durationMinutes: 45, format: "phone" });
  const [session] = asBooked(planned(false), [booked]).sessions;
  expect(session?.rule).toMatchObject({ durationMinutes: 45, format: "phone" });
});

it("asks for no room when it was booked by video instead, and for one when it was booked in one", () => {
  const byVideo = aSession({ sessionId: "s", format: "video" });
  expect(asBooked(planned(true), [byVideo]).sessions[0]).not.toHaveProperty("rooms");
  const onsite = aSession({ sessionId: "s", format: "onsite", room: AT });
  expect(asBooked(planned(true), [onsite]).sessions[0]?.rooms).toEqual([ROOM]);
});

it("has a room when it was booked in one, and none when it was booked without, whatever the plan says", () => {
  const inOne = aSession({ sessionId: "s", format: "onsite", room: AT });
  expect(asBooked(planned(false), [inOne]).sessions[0]?.rooms).toMatchObject([AT]);
  const { room: _, ...without } = inOne;
  expect(asBooked(planned(true), [without]).sessions[0]).not.toHaveProperty("rooms");
  expect(planDiffers(planned(false), [inOne])).toHaveLength(1);
  expect(planDiffers(planned(true), [without])).toHaveLength(1);
  expect(planDiffers(planned(true), [inOne])).toEqual([]);
});

it("has the sessions that are booked: one that the plan lost with its panel, and none that it gained", () => {
  const lost = aSession({ sessionId: "lost" });
  const fitted = asBooked(planned(false), [lost, aSession({ sessionId: "s" })]);
  expect(fitted.sessions.map(({ rule }) => rule.id)).toEqual(["lost", "s"]);
  expect(fitted.plan.sessions.map(({ id }) => id)).toEqual(["lost", "s"]);
  expect(fitted.sessions[0]?.places.map(({ choices }) => choices)).toEqual(
    lost.panel.map(({ email }) => [email]),
  );
  expect(asBooked(planned(false), [lost]).sessions.map(({ rule }) => rule.id)).toEqual(["lost"]);
  // Again is the same: papers may be read after a restart.
  expect(asBooked(fitted, [lost, aSession({ sessionId: "s" })])).toEqual(fitted);
});
