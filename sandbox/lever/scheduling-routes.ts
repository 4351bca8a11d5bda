/** Routes of panels and interviews. PUT replaces the whole object; the last interview takes its panel with it; a repeated
 * POST makes a second object. */
import type { Request, Router } from "express";
import {
  type ProtocolOptions,
  type Wire,
  badRequest,
  bodyOf,
  notFound,
  queryOf,
  sendOne,
  sendPage,
  shape,
  textField,
} from "./protocol.ts";
import {
  addInterview,
  createPanel,
  ours,
  panelsOf,
  removeInterview,
  removePanel,
  replaceInterview,
  replacePanel,
} from "./schedule.ts";
import type { LeverInterview, LeverOpportunity, LeverPanel, LeverState } from "./state.ts";
import { feedbackWire, interviewWire, panelWire, postingWire, userWire } from "./wire.ts";

/** The user in whose name a write is made, where Lever demands one. */
export const performAs = (request: Request, state: LeverState): string => {
  const id = optionalPerformAs(request, state);
  if (id === undefined) throw badRequest("Missing required parameter: perform_as");
  return id;
};

/** The same, where Lever takes one but can do without. */
export const optionalPerformAs = (request: Request, state: LeverState): string | undefined => {
  const id = queryOf(request).get("perform_as");
  if (id === null || id === "") return undefined;
  if (state.world.people.some((person) => person.userId === id)) return id;
  throw badRequest("The user of perform_as does not exist.");
};

/** The opportunity of a path. */
export const opportunityOf = (request: Request, state: LeverState): LeverOpportunity => {
  const opportunity = state.opportunities.get(String(request.params["opportunity"]));
  if (!opportunity) throw notFound();
  return opportunity;
};

/** `…/panels` and `…/interviews`. */
export const mountScheduling = (
  router: Router,
  state: LeverState,
  options: ScheduleOptions,
): void => {
  mountPanels(router, state, options);
  mountInterviews(router, state, options);
};

export interface ScheduleOptions extends ProtocolOptions {
  baseUrl: string;
}

const expandersOf = (state: LeverState) => ({
  user: (item: Wire) => {
    const person = state.world.people.find(({ userId }) => userId === item["user"]);
    return person ? userWire(person, state) : null;
  },
  stage: (item: Wire) => state.world.stages.find(({ id }) => id === item["stage"]) ?? null,
});

const mountPanels = (router: Router, state: LeverState, options: ScheduleOptions): void => {
  const expanders = expandersOf(state);
  const wrap = (status: number) => ({ status, doubleWrap: options.doubleWrap() });
  const panelOf = (request: Request): LeverPanel => {
    const opportunity = opportunityOf(request, state);
    const panel = state.panels.get(String(request.params["panel"]));
    if (panel?.opportunityId !== opportunity.id) throw notFound();
    return panel;
  };
  const wire = (request: Request, panel: LeverPanel) =>
    shape(request, panelWire(panel, state), expanders);

  router.get("/opportunities/:opportunity/panels", (request, response) => {
    const panels = panelsOf(opportunityOf(request, state), state);
    sendPage(
      request,
      response,
      panels.map((panel) => wire(request, panel)),
    );
  });
  router.get("/opportunities/:opportunity/panels/:panel", (request, response) => {
    sendOne(response, wire(request, panelOf(request)));
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
    const opportunity = opportunityOf(request, state);
    replacePanel({ panel, opportunity, body: bodyOf(request) }, state);
    sendOne(response, panelWire(panel, state), wrap(200));
  });
  router.delete("/opportunities/:opportunity/panels/:panel", (request, response) => {
    const panel = ours(panelOf(request));
    performAs(request, state);
    removePanel(panel, state);
    response.status(204).end();
  });
};

const mountInterviews = (router: Router, state: LeverState, options: ScheduleOptions): void => {
  const expanders = {
    ...expandersOf(state),
    feedbackForms: (item: Wire) =>
      [...state.feedback.values()]
        .filter((form) => form.interviewId === item["id"] && form.completedAt !== null)
        .map((form) => feedbackWire(form, state)),
    postings: (item: Wire) => {
      const ids: unknown = item["postings"];
      return state.world.postings
        .filter(({ id }) => Array.isArray(ids) && ids.includes(id))
        .map((posting) => postingWire(posting, { state, baseUrl: options.baseUrl }));
    },
  };
  const wrap = (status: number) => ({ status, doubleWrap: options.doubleWrap() });
  const interviewOf = (request: Request): { panel: LeverPanel; interview: LeverInterview } => {
    for (const panel of panelsOf(opportunityOf(request, state), state)) {
      const interview = panel.interviews.find(({ id }) => id === request.params["interview"]);
      if (interview) return { panel, interview };
    }
    throw notFound();
  };

  router.get("/opportunities/:opportunity/interviews", (request, response) => {
    const items = panelsOf(opportunityOf(request, state), state).flatMap((panel) =>
      panel.interviews.map((interview) =>
        shape(request, interviewWire(interview, panel, state), expanders),
      ),
    );
    sendPage(request, response, items);
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
    const interview = addInterview(ours(panel), body, state);
    sendOne(response, interviewWire(interview, panel, state), wrap(201));
  });
  router.put("/opportunities/:opportunity/interviews/:interview", (request, response) => {
    const { panel, interview } = interviewOf(request);
    performAs(request, state);
    replaceInterview({ panel: ours(panel), interview, body: bodyOf(request) }, state);
    sendOne(response, interviewWire(interview, panel, state), wrap(200));
  });
  router.delete("/opportunities/:opportunity/interviews/:interview", (request, response) => {
    const { panel, interview } = interviewOf(request);
    performAs(request, state);
    removeInterview(ours(panel), interview, state);
    response.status(204).end();
  });
};
