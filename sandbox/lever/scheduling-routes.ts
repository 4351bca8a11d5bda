/** Panels and interviews. PUT replaces the whole object; the last interview takes its panel with it; a repeated POST makes
 * a second object. */
import type { Request, Router } from "express";
import {
  type ProtocolOptions,
  badRequest,
  bodyOf,
  notFound,
  numberField,
  sendOne,
  sendPage,
  shape,
  textField,
} from "./protocol.ts";
import type { LeverInterview, LeverOpportunity, LeverPanel, LeverState } from "./state.ts";
import { interviewWire, panelWire, userWire } from "./wire.ts";

type Wire = Record<string, unknown>;

const REMINDERS = new Set(["once", "daily", "frequently", "none"]);

/** The user in whose name a write is made. */
export const performAs = (request: Request, state: LeverState): string => {
  const id = new URL(request.originalUrl, "http://lever.test").searchParams.get("perform_as");
  if (!id) throw badRequest("Missing required parameter: perform_as");
  if (!state.world.people.some((person) => person.userId === id)) {
    throw badRequest("The user of perform_as does not exist.");
  }
  return id;
};

/** The opportunity of a path. */
export const opportunityOf = (request: Request, state: LeverState): LeverOpportunity => {
  const opportunity = state.opportunities.get(String(request.params["opportunity"]));
  if (!opportunity) throw notFound();
  return opportunity;
};

export const mountScheduling = (
  router: Router,
  state: LeverState,
  options: ProtocolOptions,
): void => {
  const expanders = {
    user: (item: Wire) => {
      const person = state.world.people.find(({ userId }) => userId === item["user"]);
      return person ? userWire(person, state) : null;
    },
    stage: (item: Wire) => state.world.stages.find(({ id }) => id === item["stage"]) ?? null,
  };
  const panelsOf = (opportunity: LeverOpportunity): LeverPanel[] =>
    [...state.panels.values()].filter((panel) => panel.opportunityId === opportunity.id);
  const panelOf = (request: Request): LeverPanel => {
    const opportunity = opportunityOf(request, state);
    const panel = state.panels.get(String(request.params["panel"]));
    if (panel?.opportunityId !== opportunity.id) throw notFound();
    return panel;
  };
  const wrap = (status: number) => ({ status, doubleWrap: options.doubleWrap() });

  router.get("/opportunities/:opportunity/panels", (request, response) => {
    const panels = panelsOf(opportunityOf(request, state));
    sendPage(
      request,
      response,
      panels.map((panel) => shape(request, panelWire(panel, state), expanders)),
    );
  });
  router.get("/opportunities/:opportunity/panels/:panel", (request, response) => {
    sendOne(response, shape(request, panelWire(panelOf(request), state), expanders));
  });
  router.post("/opportunities/:opportunity/panels", (request, response) => {
    const opportunity = opportunityOf(request, state);
    const userId = performAs(request, state);
    const panel = createPanel({ opportunity, userId, body: bodyOf(request) }, state);
    sendOne(response, panelWire(panel, state), wrap(201));
  });
  router.put("/opportunities/:opportunity/panels/:panel", (request, response) => {
    const panel = ours(panelOf(request));
    performAs(request, state);
    replacePanel(panel, bodyOf(request), state);
    sendOne(response, panelWire(panel, state), wrap(200));
  });
  router.delete("/opportunities/:opportunity/panels/:panel", (request, response) => {
    const panel = ours(panelOf(request));
    performAs(request, state);
    removePanel(panel, state);
    response.status(204).end();
  });

  const interviewOf = (request: Request): { panel: LeverPanel; interview: LeverInterview } => {
    for (const panel of panelsOf(opportunityOf(request, state))) {
      const interview = panel.interviews.find(({ id }) => id === request.params["interview"]);
      if (interview) return { panel, interview };
    }
    throw notFound();
  };
  router.get("/opportunities/:opportunity/interviews", (request, response) => {
    const items = panelsOf(opportunityOf(request, state)).flatMap((panel) =>
      panel.interviews.map((interview) => interviewWire(interview, panel, state)),
    );
    sendPage(
      request,
      response,
      items.map((item) => shape(request, item, expanders)),
    );
  });
  router.get("/opportunities/:opportunity/interviews/:interview", (request, response) => {
    const { panel, interview } = interviewOf(request);
    sendOne(response, shape(request, interviewWire(interview, panel, state), expanders));
  });
  router.post("/opportunities/:opportunity/interviews", (request, response) => {
    const opportunity = opportunityOf(request, state);
    performAs(request, state);
    const body = bodyOf(request);
    const panel = state.panels.get(textField(body, "panel") ?? "");
    if (panel?.opportunityId !== opportunity.id) throw badRequest("Unknown panel at /panel");
    const interview = createInterview(ours(panel), body, state);
    panel.interviews.push(interview);
    announceInterview("interviewCreated", interview, panel, state);
    sendOne(response, interviewWire(interview, panel, state), wrap(201));
  });
  router.put("/opportunities/:opportunity/interviews/:interview", (request, response) => {
    const { panel, interview } = interviewOf(request);
    ours(panel);
    performAs(request, state);
    const replaced = createInterview(panel, bodyOf(request), state);
    Object.assign(interview, replaced, {
      id: interview.id,
      createdAt: interview.createdAt,
      // What a PUT leaves out is gone, the form included.
      feedbackTemplate: textField(bodyOf(request), "feedbackTemplate"),
    });
    announceInterview("interviewUpdated", interview, panel, state);
    sendOne(response, interviewWire(interview, panel, state), wrap(200));
  });
  router.delete("/opportunities/:opportunity/interviews/:interview", (request, response) => {
    const { panel, interview } = interviewOf(request);
    ours(panel);
    performAs(request, state);
    if (panel.interviews.length === 1) {
      removePanel(panel, state);
    } else {
      panel.interviews = panel.interviews.filter((other) => other !== interview);
      announceInterview("interviewDeleted", interview, panel, state);
    }
    response.status(204).end();
  });
};

/** Panels made in Lever's own scheduler are read-only by API. */
const ours = (panel: LeverPanel): LeverPanel => {
  if (panel.externallyManaged) return panel;
  throw badRequest("Only externally managed panels can be changed by API.");
};

interface NewPanel {
  opportunity: LeverOpportunity;
  userId: string;
  body: Wire;
}

const createPanel = ({ opportunity, userId, body }: NewPanel, state: LeverState): LeverPanel => {
  const timezone = textField(body, "timezone");
  if (!timezone) throw badRequest("is required at /timezone");
  const panel: LeverPanel = {
    id: state.ids.uuid(),
    opportunityId: opportunity.id,
    applications: opportunity.archived ? [] : [opportunity.applicationId],
    timezone,
    note: textField(body, "note"),
    externallyManaged: true,
    externalUrl: textField(body, "externalUrl"),
    feedbackReminder: reminderOf(body),
    userId,
    stageId: opportunity.stageId,
    createdAt: state.nowMs(),
    canceledAt: null,
    interviews: [],
  };
  panel.interviews = interviewsOf(body).map((item) => createInterview(panel, item, state));
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
  for (const interview of panel.interviews) {
    announceInterview("interviewCreated", interview, panel, state);
  }
  return panel;
};

const interviewsOf = (body: Wire): Wire[] => {
  const items = body["interviews"];
  if (!Array.isArray(items) || items.length === 0)
    throw badRequest("must not be empty at /interviews");
  return items as Wire[];
};

const reminderOf = (body: Wire): string => {
  const reminder = textField(body, "feedbackReminder") ?? "daily";
  if (!REMINDERS.has(reminder))
    throw badRequest("must be once, daily, frequently or none at /feedbackReminder");
  return reminder;
};

const createInterview = (panel: LeverPanel, body: Wire, state: LeverState): LeverInterview => {
  const interviewers = body["interviewers"];
  if (!Array.isArray(interviewers) || interviewers.length === 0) {
    throw badRequest("must not be empty at /interviewers");
  }
  const duration = numberField(body, "duration");
  if (duration < 1) throw badRequest("must be at least 1 at /duration");
  return {
    id: state.ids.uuid(),
    panelId: panel.id,
    subject: textField(body, "subject"),
    note: textField(body, "note"),
    location: textField(body, "location"),
    date: numberField(body, "date"),
    duration,
    feedbackTemplate: textField(body, "feedbackTemplate") ?? "no-feedback",
    feedbackReminder: reminderOf(body),
    interviewers: (interviewers as Wire[]).map((item) => {
      const id = textField(item, "id") ?? "";
      if (!state.world.people.some(({ userId }) => userId === id)) {
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

const replacePanel = (panel: LeverPanel, body: Wire, state: LeverState): void => {
  const timezone = textField(body, "timezone");
  if (!timezone) throw badRequest("is required at /timezone");
  const before = new Map(panel.interviews.map((interview) => [interview.id, interview]));
  const interviews = interviewsOf(body).map((item) => {
    const made = createInterview(panel, item, state);
    const kept = before.get(textField(item, "id") ?? "");
    return kept ? { ...made, id: kept.id, createdAt: kept.createdAt } : made;
  });
  Object.assign(panel, {
    timezone,
    note: textField(body, "note"),
    externalUrl: textField(body, "externalUrl"),
    feedbackReminder: reminderOf(body),
    interviews,
  });
  state.journal.add({ service: "lever", kind: "panel.replaced", ids: { panelId: panel.id } });
  for (const interview of interviews) {
    const event = before.has(interview.id) ? "interviewUpdated" : "interviewCreated";
    announceInterview(event, interview, panel, state);
  }
};

const removePanel = (panel: LeverPanel, state: LeverState): void => {
  state.panels.delete(panel.id);
  state.journal.add({
    service: "lever",
    kind: "panel.deleted",
    ids: { panelId: panel.id, opportunityId: panel.opportunityId },
  });
  for (const interview of panel.interviews) {
    announceInterview("interviewDeleted", interview, panel, state);
  }
};

const announceInterview = (
  event: string,
  interview: LeverInterview,
  panel: LeverPanel,
  state: LeverState,
): void => {
  state.announce(event, {
    interviewId: interview.id,
    panelId: panel.id,
    opportunityId: panel.opportunityId,
    contactId: state.opportunities.get(panel.opportunityId)?.contactId,
  });
};
