/** What others did before we came: panels of other makers, and feedback in each of its states. */
import { seedMeeting } from "./met-before.ts";
import type { LeverFeedback, LeverPanel, LeverState } from "./state.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Places in the list of opportunities. None is of the cast. */
const MADE_IN_LEVER = 12;
const MADE_BY_OTHERS = 13;
const MET_LAST_WEEK = 40;

/** Puts it into a new Lever. */
export const seedHistory = (state: LeverState): void => {
  seedPanel(state, { place: MADE_IN_LEVER, externallyManaged: false, inDays: 3 });
  seedPanel(state, { place: MADE_BY_OTHERS, externallyManaged: true, inDays: 3 });
  const past = seedPanel(state, { place: MET_LAST_WEEK, externallyManaged: false, inDays: -4 });
  if (past) seedFeedback(state, past);
  seedMeeting(state);
};

interface Past {
  place: number;
  externallyManaged: boolean;
  /** From the Monday on which the world begins. */
  inDays: number;
}

const seedPanel = (
  state: LeverState,
  { place, externallyManaged, inDays }: Past,
): LeverPanel | null => {
  const opportunity = state.world.opportunities[place];
  const [user, colleague] = state.world.people;
  if (!opportunity || !user || !colleague) return null;
  const id = state.ids.uuid();
  const date = state.world.startsAtMs + inDays * DAY_MS + 10 * HOUR_MS;
  const createdAt = Math.min(state.world.startsAtMs, date - 2 * DAY_MS);
  const template = state.world.feedbackTemplates[1]?.id ?? "no-feedback";
  const panel: LeverPanel = {
    id,
    opportunityId: opportunity.id,
    applications: [opportunity.applicationId],
    timezone: user.zone,
    note: null,
    externallyManaged,
    externalUrl: externallyManaged ? "https://other-tool.test/bookings/1" : null,
    feedbackReminder: "daily",
    userId: user.userId,
    stageId: opportunity.stageId,
    createdAt,
    canceledAt: null,
    interviews: [
      {
        id: state.ids.uuid(),
        panelId: id,
        opportunityId: opportunity.id,
        subject: "Conversation",
        note: null,
        location: null,
        date,
        duration: 30,
        feedbackTemplate: template,
        feedbackReminder: "daily",
        interviewers: [user, colleague].map(({ userId }) => ({
          id: userId,
          feedbackTemplate: template,
          responseStatus: "needsAction",
        })),
        createdAt,
        canceledAt: null,
      },
    ],
  };
  state.panels.set(id, panel);
  return panel;
};

/** One form handed in, one begun, one deleted. */
const seedFeedback = (state: LeverState, panel: LeverPanel): void => {
  const [interview] = panel.interviews;
  const [first, second] = interview?.interviewers ?? [];
  if (!interview || !first || !second) return;
  const templateId = interview.feedbackTemplate ?? "no-feedback";
  const createdAt = interview.date + HOUR_MS;
  const add = (form: Pick<LeverFeedback, "userId" | "completedAt" | "deletedAt" | "values">) => {
    const id = state.ids.uuid();
    state.feedback.set(id, {
      id,
      opportunityId: panel.opportunityId,
      panelId: panel.id,
      interviewId: interview.id,
      templateId,
      createdAt,
      ...form,
    });
  };
  const values = {
    [`${templateId}-rating`]: "3 - Hire",
    [`${templateId}-notes`]: "Explained an outage well, and what was changed after it.",
  };
  add({ userId: first.id, completedAt: createdAt, deletedAt: null, values });
  add({ userId: second.id, completedAt: null, deletedAt: null, values: {} });
  add({ userId: first.id, completedAt: createdAt, deletedAt: createdAt + HOUR_MS, values });
};
