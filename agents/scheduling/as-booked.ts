/** What a change of a booking goes by: what is booked, whatever its plan says by now. */
import type { BookedSession } from "../../src/domain/proposal.ts";
import type { ContextSession, SchedulingContext } from "../../tools/scheduling-context.ts";

/** The context with the sessions that are booked and no others: each with the length, the format and the room, or none, that
 * it was booked with. One that the plan has no more is its panel's. */
export const asBooked = (
  gathered: SchedulingContext,
  before: readonly BookedSession[],
): SchedulingContext => {
  const { plan, sessions: planned } = gathered;
  const ids = new Set(before.map(({ sessionId }) => sessionId));
  const left = planned.filter(({ rule }) => ids.has(rule.id));
  // The plan tells an order as long as it knows them all; else the order of time does.
  const isKnown = left.length === before.length;
  const sessions = (isKnown ? left.map(({ rule }) => rule.id) : [...ids]).flatMap((id) =>
    before
      .filter(({ sessionId }) => sessionId === id)
      .map((old) => asOld(left.find(({ rule }) => rule.id === id) ?? ofItsPanel(old), old, ids)),
  );
  return { ...gathered, plan: { ...plan, sessions: sessions.map(({ rule }) => rule) }, sessions };
};

const asOld = (
  { rooms = [], rule: { after, ...rule }, ...session }: ContextSession,
  { durationMinutes, format, room, panel }: BookedSession,
  ids: ReadonlySet<string>,
): ContextSession => {
  const others = rooms.filter(({ email }) => email !== room?.email);
  const own = rooms.find(({ email }) => email === room?.email);
  const { email = "", name = "" } = room ?? {};
  return {
    ...session,
    rule: { ...rule, durationMinutes, format, ...(after && { after: after.filter(isIn(ids)) }) },
    ...(room && { rooms: [own ?? { email, name, capacity: panel.length + 1 }, ...others] }),
  };
};

const isIn = (ids: ReadonlySet<string>) => (id: string) => ids.has(id);

const ofItsPanel = (old: BookedSession): ContextSession => ({
  rule: {
    id: old.sessionId,
    name: old.name,
    durationMinutes: old.durationMinutes,
    places: [],
    ...(old.video === "zoom" && { video: "zoom" }),
  },
  places: old.panel.map(({ role, key, email }) => ({ label: role, key, choices: [email] })),
  feedbackTemplateId: old.feedbackTemplateId,
});

/** What the plan says otherwise by now, for whoever decides about the change. Shape: empty when nothing. */
export const planDiffers = (
  { sessions, plan }: Pick<SchedulingContext, "sessions" | "plan">,
  before: readonly BookedSession[],
): string[] => {
  const more = sessions.filter(({ rule }) =>
    before.every(({ sessionId }) => sessionId !== rule.id),
  );
  return [
    ...before.flatMap((old) => {
      const planned = sessions.find(({ rule }) => rule.id === old.sessionId);
      if (!planned) {
        return `The plan ${plan.id} has no session ${old.name} any more: it stays as it is booked, with whoever sits there.`;
      }
      if ((planned.rooms !== undefined) === (old.room !== undefined)) return [];
      return old.room
        ? `The plan ${plan.id} asks for no room for ${old.name} any more: the booking keeps one.`
        : `The plan ${plan.id} asks for a room for ${old.name} by now: it was booked without one, and stays so.`;
    }),
    ...more.map(
      ({ rule: { name } }) =>
        `The plan ${plan.id} has the session ${name} by now, which is not booked: this change does not add it.`,
    ),
  ];
};
