/** Who and what an account knows: contacts, users, postings, requisitions, stages, archive reasons, feedback templates. */
import type { Request, Router } from "express";
import type { RecordOptions } from "./opportunity-routes.ts";
import {
  LeverError,
  type Wire,
  isWire,
  listOf,
  notFound,
  sendOne,
  sendPage,
  shape,
} from "./protocol.ts";
import type { LeverState } from "./state.ts";
import { contactWire, postingWire, requisitionWire, templateWire, userWire } from "./wire.ts";

/** `/contacts`, `/users`, `/postings`, `/requisitions`, and the lists of the account. */
export const mountDirectory = (router: Router, state: LeverState, options: RecordOptions): void => {
  mountPeople(router, state);
  mountPostings(router, state, options);
  mountRequisitions(router, state);
  mountLists(router, state);
};

const mountPeople = (router: Router, state: LeverState): void => {
  const { world } = state;
  router.get("/contacts/:contact", (request, response) => {
    const found = [...state.opportunities.values()].find(
      ({ contactId }) => contactId === request.params.contact,
    );
    if (!found) throw notFound();
    sendOne(response, contactWire(found));
  });
  router.get("/users", (request, response) => {
    const email = listOf(request, "email")[0];
    const withDeactivated = listOf(request, "includeDeactivated")[0] === "true";
    const found = world.people.filter(
      (person) =>
        (email === undefined || person.email === email) &&
        (withDeactivated || person.deactivatedAtMs === null),
    );
    sendPage(
      request,
      response,
      found.map((person) => shape(request, userWire(person, state), {})),
    );
  });
  router.get("/users/:user", (request, response) => {
    const person = world.people.find(({ userId }) => userId === request.params.user);
    if (!person) throw notFound();
    sendOne(response, userWire(person, state));
  });
};

const CATEGORIES = ["team", "department", "location", "commitment"];

/** What a filter of that name compares with. */
const postingField = (wire: Wire, name: string): unknown => {
  const categories = wire["categories"];
  return CATEGORIES.includes(name) && isWire(categories) ? categories[name] : wire[name];
};

const mountPostings = (router: Router, state: LeverState, options: RecordOptions): void => {
  const person = (id: unknown) => {
    const found = state.world.people.find(({ userId }) => userId === id);
    return found ? userWire(found, state) : null;
  };
  const expanders = {
    user: (item: Wire) => person(item["user"]),
    owner: (item: Wire) => person(item["owner"]),
    hiringManager: (item: Wire) => person(item["hiringManager"]),
    followers: (item: Wire) => [person(item["owner"])],
  };
  const wires = () =>
    state.world.postings.map((item) => postingWire(item, { state, baseUrl: options.baseUrl }));
  const passes = (request: Request, wire: Wire): boolean =>
    ["state", "confidentiality", ...CATEGORIES].every((name) => {
      const wanted = listOf(request, name).filter((value) => value !== "all");
      return wanted.length === 0 || wanted.includes(String(postingField(wire, name)));
    });
  router.get("/postings", (request, response) => {
    const found = wires().filter((wire) => passes(request, wire));
    sendPage(
      request,
      response,
      found.map((wire) => shape(request, wire, expanders)),
    );
  });
  router.get("/postings/:posting", (request, response) => {
    const found = wires().find(({ id }) => id === request.params.posting);
    if (!found) throw notFound();
    sendOne(response, shape(request, found, expanders));
  });
};

/** Confidential ones are not listed unless asked for, and read alone they are refused. */
const mountRequisitions = (router: Router, { world }: LeverState): void => {
  const wires = () => world.requisitions.map((item) => requisitionWire(item, world.startsAtMs));
  router.get("/requisitions", (request, response) => {
    const [confidentiality = "non-confidential"] = listOf(request, "confidentiality");
    const codes = listOf(request, "requisition_code");
    const statuses = listOf(request, "status");
    const found = wires().filter(
      (wire) =>
        (confidentiality === "all" || wire["confidentiality"] === confidentiality) &&
        (codes.length === 0 || codes.includes(String(wire["requisitionCode"]))) &&
        (statuses.length === 0 || statuses.includes(String(wire["status"]))),
    );
    sendPage(request, response, found);
  });
  router.get("/requisitions/:requisition", (request, response) => {
    const found = wires().find(({ id }) => id === request.params.requisition);
    if (!found) throw notFound();
    if (found["confidentiality"] === "confidential") {
      throw new LeverError(403, "Forbidden", "This key has no access to confidential data.");
    }
    sendOne(response, found);
  });
};

const mountLists = (router: Router, { world }: LeverState): void => {
  const lists: [string, readonly Wire[]][] = [
    ["stages", world.stages],
    ["archive_reasons", world.archiveReasons.map((reason) => ({ ...reason, status: "active" }))],
    ["feedback_templates", world.feedbackTemplates.map(templateWire)],
  ];
  for (const [name, items] of lists) {
    router.get(`/${name}`, (request, response) => {
      const type = listOf(request, "type")[0];
      sendPage(
        request,
        response,
        items.filter((item) => type === undefined || item["type"] === type),
      );
    });
    router.get(`/${name}/:id`, (request, response) => {
      const found = items.find(({ id }) => id === request.params.id);
      if (!found) throw notFound();
      sendOne(response, found);
    });
  }
};
