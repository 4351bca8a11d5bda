/** Panels and interviews as records: made, replaced whole, removed, and each change told to whoever listens. */
import {
  type Wire,
  badRequest,
  numberField,
  objectsField,
  textField,
  textsField,
} from "./protocol.ts";
import type { LeverInterview, LeverOpportunity, LeverPanel, LeverState } from "./state.ts";

const REMINDERS = new Set(["once", "daily", "frequently", "none"]);

/** The panels of one opportunity, in the order in which they were made. */
export const panelsOf = (opportunity: LeverOpportunity, state: LeverState): LeverPanel[] =>
  [...state.panels.values()].filter((panel) => panel.opportunityId === opportunity.id);

/** Panels made in Lever's own scheduler are read-only by API. */
export const ours = (panel: LeverPanel): LeverPanel => {
  if (panel.externallyManaged) return panel;
  throw badRequest("Only externally managed panels can be changed by API.");
};

export interface NewPanel {
  opportunity: LeverOpportunity;
  userId: string;
  body: Wire;
}

/** A new panel with its interviews. A repeated call makes a second one: Lever knows no idempotency key. */
export const createPanel = (
  { opportunity, userId, body }: NewPanel,
  state: LeverState,
): LeverPanel => {
  const panel: LeverPanel = {
    id: state.ids.uuid(),
    opportunityId: opportunity.id,
    externallyManaged: true,
    userId,
    stageId: opportunity.stageId,
    createdAt: state.nowMs(),
    canceledAt: null,
    interviews: [],
    ...panelFields(body, opportunity),
  };
  panel.interviews = objectsField(body, "interviews").map((item) =>
    createInterview(panel, item, state),
  );
  state.panels.set(panel.id, panel);
  state.journal.add({
    service: "lever",
    kind: "panel.created",
    ids: {
      panelId: panel.id,
      opportunityId: opportunity.id,
      externalUrl: panel.externalUrl ?? "",
    },
  });
  for (const interview of panel.interviews) announceInterview("interviewCreated", interview, state);
  return panel;
};

/** Replaces a panel whole: interviews that keep their id stay, those left out go, what has no id is new. */
export const replacePanel = (
  { panel, opportunity, body }: { panel: LeverPanel; opportunity: LeverOpportunity; body: Wire },
  state: LeverState,
): void => {
  const fields = panelFields(body, opportunity);
  const before = panel.interviews;
  const interviews = objectsField(body, "interviews").map((item) => {
    const made = createInterview(panel, item, state);
    const kept = before.find(({ id }) => id === item["id"]);
    return kept ? replaced(kept, made) : made;
  });
  Object.assign(panel, { ...fields, interviews });
  state.journal.add({
    service: "lever",
    kind: "panel.replaced",
    ids: { panelId: panel.id, opportunityId: opportunity.id },
  });
  for (const interview of interviews) {
    const isKept = before.some(({ id }) => id === interview.id);
    announceInterview(isKept ? "interviewUpdated" : "interviewCreated", interview, state);
  }
  for (const gone of before.filter(({ id }) => !interviews.some((one) => one.id === id))) {
    announceInterview("interviewDeleted", gone, state);
  }
};

/** Somebody drags a panel to another time in Lever's own calendar: every interview by the same distance. */
export const movePanel = (panel: LeverPanel, startMs: number, state: LeverState): void => {
  const first = Math.min(...panel.interviews.map(({ date }) => date));
  for (const interview of panel.interviews) {
    interview.date += startMs - first;
    journalInterview("interview.replaced", interview, state);
    announceInterview("interviewUpdated", interview, state);
  }
};

/** Somebody gives a panel's interviews to other people, in Lever's own pages. */
export const changeInterviewers = (
  panel: LeverPanel,
  userIds: readonly string[],
  state: LeverState,
): void => {
  if (!userIds.every((id) => state.world.people.some(({ userId }) => userId === id))) {
    throw badRequest("Unknown user at /interviewers");
  }
  for (const interview of panel.interviews) {
    interview.interviewers = userIds.map((id) => ({
      id,
      feedbackTemplate: interview.feedbackTemplate,
      responseStatus: "needsAction",
    }));
    journalInterview("interview.replaced", interview, state);
    announceInterview("interviewUpdated", interview, state);
  }
};

/** Removes a panel and its interviews. */
export const removePanel = (panel: LeverPanel, state: LeverState): void => {
  state.panels.delete(panel.id);
  state.journal.add({
    service: "lever",
    kind: "panel.deleted",
    ids: { panelId: panel.id, opportunityId: panel.opportunityId },
  });
  for (const interview of panel.interviews) announceInterview("interviewDeleted", interview, state);
};

/** An interview, whole, from the body of a create. */
export const createInterview = (
  panel: LeverPanel,
  body: Wire,
  state: LeverState,
): LeverInterview => {
  const duration = numberField(body, "duration");
  if (duration < 1) throw badRequest("must be at least 1 at /duration");
  return {
    id: state.ids.uuid(),
    panelId: panel.id,
    opportunityId: panel.opportunityId,
    subject: textField(body, "subject"),
    note: textField(body, "note"),
    location: textField(body, "location"),
    date: numberField(body, "date"),
    duration,
    feedbackTemplate: textField(body, "feedbackTemplate") ?? "no-feedback",
    feedbackReminder: reminderOf(body),
    interviewers: objectsField(body, "interviewers").map((item) => {
      const id = textField(item, "id");
      if (!state.world.people.some(({ userId }) => userId === id) || id === null) {
        throw badRequest("Unknown user at /interviewers");
      }
      return {
        id,
        feedbackTemplate: textField(item, "feedbackTemplate"),
        responseStatus: "needsAction",
      };
    }),
    createdAt: state.nowMs(),
    canceledAt: null,
  };
};

/** Adds an interview to a panel that exists. */
export const addInterview = (panel: LeverPanel, body: Wire, state: LeverState): LeverInterview => {
  const interview = createInterview(panel, body, state);
  panel.interviews.push(interview);
  journalInterview("interview.created", interview, state);
  announceInterview("interviewCreated", interview, state);
  return interview;
};

/** Replaces an interview whole: what the body leaves out is gone, the feedback form included. */
export const replaceInterview = (
  { panel, interview, body }: { panel: LeverPanel; interview: LeverInterview; body: Wire },
  state: LeverState,
): void => {
  const made = createInterview(panel, body, state);
  Object.assign(interview, replaced(interview, made), {
    feedbackTemplate: textField(body, "feedbackTemplate"),
  });
  journalInterview("interview.replaced", interview, state);
  announceInterview("interviewUpdated", interview, state);
};

/** Removes an interview; the last one takes its panel with it. */
export const removeInterview = (
  panel: LeverPanel,
  interview: LeverInterview,
  state: LeverState,
): void => {
  if (panel.interviews.length === 1) {
    removePanel(panel, state);
    return;
  }
  panel.interviews = panel.interviews.filter((other) => other !== interview);
  journalInterview("interview.deleted", interview, state);
  announceInterview("interviewDeleted", interview, state);
};

/** Removes the interviews of an opportunity that are still to come, whoever made them. */
export const removePending = (opportunity: LeverOpportunity, state: LeverState): void => {
  for (const panel of panelsOf(opportunity, state)) {
    for (const interview of panel.interviews.filter(({ date }) => date > state.nowMs())) {
      removeInterview(panel, interview, state);
    }
  }
};

const panelFields = (body: Wire, opportunity: LeverOpportunity) => {
  const timezone = textField(body, "timezone");
  if (!timezone) throw badRequest("is required at /timezone");
  return {
    applications: applicationsOf(body, opportunity),
    timezone,
    note: textField(body, "note"),
    externalUrl: textField(body, "externalUrl"),
    feedbackReminder: reminderOf(body),
  };
};

/** Those given, or else every active one. */
const applicationsOf = (body: Wire, opportunity: LeverOpportunity): string[] => {
  const given = textsField(body, "applications");
  if (given === null) return opportunity.archived ? [] : [opportunity.applicationId];
  if (given.length > 0 && given.every((id) => id === opportunity.applicationId)) return given;
  throw badRequest("must name applications of the opportunity at /applications");
};

const reminderOf = (body: Wire): string => {
  const reminder = textField(body, "feedbackReminder") ?? "daily";
  if (REMINDERS.has(reminder)) return reminder;
  throw badRequest("must be once, daily, frequently or none at /feedbackReminder");
};

/** The record stays the same one, and who was invited before keeps the answer given. */
const replaced = (before: LeverInterview, made: LeverInterview): LeverInterview => ({
  ...made,
  id: before.id,
  createdAt: before.createdAt,
  interviewers: made.interviewers.map((one) => ({
    ...one,
    responseStatus:
      before.interviewers.find(({ id }) => id === one.id)?.responseStatus ?? one.responseStatus,
  })),
});

const journalInterview = (kind: string, interview: LeverInterview, state: LeverState): void => {
  const { id: interviewId, panelId, opportunityId } = interview;
  state.journal.add({ service: "lever", kind, ids: { interviewId, panelId, opportunityId } });
};

const announceInterview = (event: string, interview: LeverInterview, state: LeverState): void => {
  const { id: interviewId, panelId, opportunityId } = interview;
  state.announce(event, {
    interviewId,
    panelId,
    opportunityId,
    candidateId: opportunityId,
    contactId: state.opportunities.get(opportunityId)?.contactId,
  });
};
