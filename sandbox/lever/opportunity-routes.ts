/** Opportunities and their applications. */
import type { Request, Router } from "express";
import { filterDeleted, filterOpportunities } from "./opportunity-filters.ts";
import {
  type ProtocolOptions,
  type Wire,
  badRequest,
  bodyOf,
  notFound,
  sendOne,
  sendPage,
  shape,
  textField,
  textsField,
} from "./protocol.ts";
import { archive, moveStage } from "./recruiting.ts";
import { opportunityOf, optionalPerformAs } from "./scheduling-routes.ts";
import type { LeverOpportunity, LeverState } from "./state.ts";
import {
  applicationWire,
  blankPerson,
  contactWire,
  opportunityWire,
  postingWire,
  userWire,
} from "./wire.ts";

export interface RecordOptions extends ProtocolOptions {
  baseUrl: string;
}

/** `/opportunities`, their stage and archive writes, `…/applications`. */
export const mountOpportunities = (
  router: Router,
  state: LeverState,
  options: RecordOptions,
): void => {
  const wire = (opportunity: LeverOpportunity) => opportunityWire(opportunity, options.baseUrl);
  const expanders = opportunityExpanders(state);
  router.get("/opportunities", (request, response) => {
    const found = filterOpportunities(request, state).map((item) =>
      shape(request, wire(item), expanders),
    );
    sendPage(request, response, found);
  });
  router.get("/opportunities/deleted", (request, response) => {
    const found = filterDeleted(request, state);
    sendPage(
      request,
      response,
      found.map((item) => ({ ...item, deletedBy: null })),
    );
  });
  router.get("/opportunities/:opportunity", (request, response) => {
    sendOne(response, shape(request, wire(opportunityOf(request, state)), expanders));
  });
  router.put("/opportunities/:opportunity/stage", (request, response) => {
    const opportunity = opportunityOf(request, state);
    const stageId = textField(bodyOf(request), "stage") ?? "";
    const userId = optionalPerformAs(request, state);
    moveStage(opportunity, { stageId, ...(userId !== undefined && { userId }) }, state);
    sendOne(response, blankPerson(wire(opportunity)));
  });
  router.put("/opportunities/:opportunity/archived", (request, response) => {
    const opportunity = opportunityOf(request, state);
    optionalPerformAs(request, state);
    const body = bodyOf(request);
    if (body["reason"] === undefined) throw badRequest("is required at /reason");
    const cleanInterviews = body["cleanInterviews"] === true;
    archive(opportunity, { reason: textField(body, "reason"), cleanInterviews }, state);
    sendOne(response, blankPerson(wire(opportunity)));
  });
  for (const [path, change] of [
    ["addTags", (tags: string[], given: string[]) => [...new Set([...tags, ...given])]],
    ["removeTags", (tags: string[], given: string[]) => tags.filter((tag) => !given.includes(tag))],
  ] as const) {
    router.post(`/opportunities/:opportunity/${path}`, (request, response) => {
      const opportunity = opportunityOf(request, state);
      optionalPerformAs(request, state);
      const tags = textsField(bodyOf(request), "tags");
      if (!tags) throw badRequest("is required at /tags");
      opportunity.tags = change(opportunity.tags, tags);
      opportunity.updatedAtMs = state.nowMs();
      const ids = { opportunityId: opportunity.id };
      state.journal.add({ service: "lever", kind: "tags.changed", ids });
      sendOne(response, blankPerson(wire(opportunity)));
    });
  }
  mountApplications(router, state, options);
};

const personOf = (id: unknown, state: LeverState): Wire | null => {
  const found = state.world.people.find(({ userId }) => userId === id);
  return found ? userWire(found, state) : null;
};

const opportunityExpanders = (state: LeverState) => {
  const recordOf = (item: Wire) => state.opportunities.get(String(item["id"]));
  return {
    applications: (item: Wire) => {
      const opportunity = recordOf(item);
      return opportunity ? applicationsOf(opportunity, state) : [];
    },
    stage: (item: Wire) => state.world.stages.find(({ id }) => id === item["stage"]) ?? null,
    owner: (item: Wire) => personOf(item["owner"], state),
    followers: (item: Wire) => [item["followers"]].flat().map((id) => personOf(id, state)),
    sourcedBy: () => null,
    contact: (item: Wire) => {
      const opportunity = recordOf(item);
      return opportunity ? contactWire(opportunity) : null;
    },
  };
};

/** At most one; none once the person is anonymized. */
const applicationsOf = (opportunity: LeverOpportunity, state: LeverState): Wire[] =>
  opportunity.isAnonymized ? [] : [applicationWire(opportunity, state)];

const mountApplications = (router: Router, state: LeverState, options: RecordOptions): void => {
  const expanders = {
    posting: (item: Wire) => {
      const posting = state.world.postings.find(({ id }) => id === item["posting"]);
      return posting ? postingWire(posting, { state, baseUrl: options.baseUrl }) : null;
    },
    postingOwner: (item: Wire) => personOf(item["postingOwner"], state),
    postingHiringManager: (item: Wire) => personOf(item["postingHiringManager"], state),
    user: (item: Wire) => personOf(item["user"], state),
  };
  const list = (request: Request) =>
    applicationsOf(opportunityOf(request, state), state).map((item) =>
      shape(request, item, expanders),
    );
  router.get("/opportunities/:opportunity/applications", (request, response) => {
    sendPage(request, response, list(request));
  });
  router.get("/opportunities/:opportunity/applications/:application", (request, response) => {
    const found = list(request).find(({ id }) => id === request.params.application);
    if (!found) throw notFound();
    sendOne(response, found);
  });
};
