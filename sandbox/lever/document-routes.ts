/** What is read about a candidacy: submitted feedback and resumes. */
import type { Request, Router } from "express";
import { type Wire, notFound, sendOne, sendPage, shape } from "./protocol.ts";
import { opportunityOf } from "./scheduling-routes.ts";
import type { LeverState } from "./state.ts";
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
};

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
