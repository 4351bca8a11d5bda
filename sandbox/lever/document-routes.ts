/** What is read about a candidacy: feedback, which interviewers hand in, and resumes. */
import type { Request, Router } from "express";
import { keepForm } from "./feedback.ts";
import {
  type Wire,
  badRequest,
  bodyOf,
  notFound,
  numberField,
  objectsField,
  sendOne,
  sendPage,
  shape,
  textField,
} from "./protocol.ts";
import { opportunityOf, performAs } from "./scheduling-routes.ts";
import type { FeedbackValue, LeverFeedback, LeverOpportunity, LeverState } from "./state.ts";
import { feedbackWire, resumeWire, userWire } from "./wire.ts";

/** `…/feedback` and `…/resumes`. */
export const mountDocuments = (
  router: Router,
  state: LeverState,
  options: { baseUrl: string },
): void => {
  mountFeedback(router, state);
  mountResumes(router, state, options);
};

const mountFeedback = (router: Router, state: LeverState): void => {
  const expanders = {
    user: (item: Wire) => {
      const person = state.world.people.find(({ userId }) => userId === item["user"]);
      return person ? userWire(person, state) : null;
    },
  };
  const formsOf = (request: Request) => {
    const opportunity = opportunityOf(request, state);
    return [...state.feedback.values()].filter((form) => form.opportunityId === opportunity.id);
  };
  // Deleted forms stay readable by their id, with `deletedAt` set.
  router.get("/opportunities/:opportunity/feedback", (request, response) => {
    const forms = formsOf(request).filter((form) => form.deletedAt === null);
    sendPage(
      request,
      response,
      forms.map((form) => shape(request, feedbackWire(form, state), expanders)),
    );
  });
  router.get("/opportunities/:opportunity/feedback/:feedback", (request, response) => {
    const form = formsOf(request).find(({ id }) => id === request.params.feedback);
    if (!form) throw notFound();
    sendOne(response, shape(request, feedbackWire(form, state), expanders));
  });
  router.post("/opportunities/:opportunity/feedback", (request, response) => {
    const opportunity = opportunityOf(request, state);
    const userId = performAs(request, state);
    const form = handIn({ opportunity, userId, body: bodyOf(request) }, state);
    sendOne(response, feedbackWire(form, state), { status: 201 });
  });
};

/** Takes the form of an interviewer, finished at once. Panel and interview come together, or neither: then it is by hand. */
const handIn = (
  { opportunity, userId, body }: { opportunity: LeverOpportunity; userId: string; body: Wire },
  state: LeverState,
): LeverFeedback => {
  const templateId = textField(body, "baseTemplateId");
  const isKnown = state.world.feedbackTemplates.some(({ id }) => id === templateId);
  if (templateId === null || !isKnown) throw badRequest("Unknown template at /baseTemplateId");
  const [panelId, interviewId] = [textField(body, "panel"), textField(body, "interview")];
  const panel = state.panels.get(panelId ?? "");
  const isTheirs =
    panel?.opportunityId === opportunity.id &&
    panel.interviews.some(({ id }) => id === interviewId);
  if ((panelId !== null || interviewId !== null) && !isTheirs) throw badRequest("Bad request");
  return keepForm(
    {
      opportunityId: opportunity.id,
      panelId,
      interviewId,
      userId,
      templateId,
      values: Object.fromEntries(
        objectsField(body, "fieldValues").map((field): [string, FeedbackValue] => [
          textField(field, "id") ?? "",
          valueOf(field),
        ]),
      ),
      completedAt:
        body["completedAt"] === undefined ? state.nowMs() : numberField(body, "completedAt"),
    },
    state,
  );
};

/** Rows of a scorecard, else a text. */
const valueOf = (field: Wire): FeedbackValue =>
  Array.isArray(field["value"])
    ? objectsField(field, "value").map((row) => ({
        score: numberField(row, "score"),
        comment: textField(row, "comment"),
      }))
    : textField(field, "value");

const mountResumes = (
  router: Router,
  state: LeverState,
  { baseUrl }: { baseUrl: string },
): void => {
  const resumeOf = (request: Request) => {
    const { resume } = opportunityOf(request, state);
    if (!resume || resume.id !== request.params["resume"]) throw notFound();
    return resume;
  };
  // An opportunity without one answers 404 here, where other lists are empty.
  router.get("/opportunities/:opportunity/resumes", (request, response) => {
    const opportunity = opportunityOf(request, state);
    if (!opportunity.resume) throw notFound();
    response.json({ data: [resumeWire(opportunity, opportunity.resume, baseUrl)], hasNext: false });
  });
  router.get("/opportunities/:opportunity/resumes/:resume", (request, response) => {
    sendOne(response, resumeWire(opportunityOf(request, state), resumeOf(request), baseUrl));
  });
  router.get("/opportunities/:opportunity/resumes/:resume/download", (request, response) => {
    const resume = resumeOf(request);
    response.type(resume.ext).send(resume.bytes);
  });
};
