/** Opportunities, people, stages, postings, forms, notes, resumes: everything but the schedule. */
import type { Request, Router } from "express";
import {
  type ProtocolOptions,
  badRequest,
  bodyOf,
  listOf,
  notFound,
  sendOne,
  sendPage,
  shape,
  textField,
} from "./protocol.ts";
import { opportunityOf, performAs } from "./scheduling-routes.ts";
import type { LeverOpportunity, LeverState } from "./state.ts";
import {
  applicationWire,
  blankPerson,
  contactWire,
  feedbackWire,
  noteWire,
  opportunityWire,
  postingWire,
  templateWire,
  userWire,
} from "./wire.ts";

type Wire = Record<string, unknown>;

export interface RecordOptions extends ProtocolOptions {
  baseUrl: string;
}

/** Moves an opportunity to a stage, as a recruiter or the API does, and announces it. */
export const moveStage = (
  opportunity: LeverOpportunity,
  move: { stageId: string; userId?: string },
  state: LeverState,
): void => {
  const index = state.world.stages.findIndex(({ id }) => id === move.stageId);
  if (index === -1) throw badRequest("Unknown stage at /stage");
  const fromStageId = opportunity.stageId;
  const updatedAt = state.nowMs();
  opportunity.stageId = move.stageId;
  opportunity.updatedAtMs = updatedAt;
  opportunity.stageChanges.push({
    toStageId: move.stageId,
    toStageIndex: index,
    updatedAt,
    ...(move.userId !== undefined && { userId: move.userId }),
  });
  state.journal.add({
    service: "lever",
    kind: "stage.changed",
    ids: { opportunityId: opportunity.id, toStageId: move.stageId },
  });
  state.announce("candidateStageChange", {
    opportunityId: opportunity.id,
    candidateId: opportunity.id,
    contactId: opportunity.contactId,
    fromStageId,
    toStageId: move.stageId,
  });
};

/** Archives (or, with null, un-archives) and announces it. */
export const archive = (
  opportunity: LeverOpportunity,
  reason: string | null,
  state: LeverState,
): void => {
  const from = opportunity.archived;
  opportunity.archived = reason === null ? null : { reason, archivedAtMs: state.nowMs() };
  opportunity.updatedAtMs = state.nowMs();
  const wire = (archived: typeof from) =>
    archived && { reason: archived.reason, archivedAt: archived.archivedAtMs };
  state.journal.add({
    service: "lever",
    kind: "archive.changed",
    ids: { opportunityId: opportunity.id },
  });
  state.announce("candidateArchiveChange", {
    opportunityId: opportunity.id,
    candidateId: opportunity.id,
    contactId: opportunity.contactId,
    fromArchived: wire(from),
    toArchived: wire(opportunity.archived),
  });
};

/** All of these routes. */
export const mountRecords = (router: Router, state: LeverState, options: RecordOptions): void => {
  mountOpportunities(router, state, options);
  mountDirectory(router, state, options);
  mountNotes(router, state);
  mountDocuments(router, state);
};

const mountOpportunities = (router: Router, state: LeverState, options: RecordOptions): void => {
  const wire = (opportunity: LeverOpportunity) => opportunityWire(opportunity, options.baseUrl);
  const person = (id: unknown) => {
    const found = state.world.people.find(({ userId }) => userId === id);
    return found ? userWire(found, state) : null;
  };
  const expanders = {
    applications: (item: Wire) => {
      const opportunity = state.opportunities.get(String(item["id"]));
      return opportunity && !opportunity.isAnonymized ? [applicationWire(opportunity, state)] : [];
    },
    stage: (item: Wire) => state.world.stages.find(({ id }) => id === item["stage"]) ?? null,
    owner: (item: Wire) => person(item["owner"]),
    followers: (item: Wire) => [person(item["owner"])],
    sourcedBy: () => null,
    contact: (item: Wire) => {
      const opportunity = state.opportunities.get(String(item["id"]));
      return opportunity ? contactWire(opportunity) : null;
    },
  };
  router.get("/opportunities", (request, response) => {
    const found = filterOpportunities(request, state).map((item) =>
      shape(request, wire(item), expanders),
    );
    sendPage(request, response, found);
  });
  router.get("/opportunities/:opportunity", (request, response) => {
    sendOne(response, shape(request, wire(opportunityOf(request, state)), expanders));
  });
  router.put("/opportunities/:opportunity/stage", (request, response) => {
    const opportunity = opportunityOf(request, state);
    const stageId = textField(bodyOf(request), "stage") ?? "";
    const userId = listOf(request, "perform_as")[0];
    moveStage(opportunity, { stageId, ...(userId !== undefined && { userId }) }, state);
    sendOne(response, blankPerson(wire(opportunity)));
  });
  router.put("/opportunities/:opportunity/archived", (request, response) => {
    const opportunity = opportunityOf(request, state);
    archive(opportunity, textField(bodyOf(request), "reason"), state);
    sendOne(response, blankPerson(wire(opportunity)));
  });
  router.post("/opportunities/:opportunity/addTags", (request, response) => {
    const opportunity = opportunityOf(request, state);
    const tags = bodyOf(request)["tags"];
    if (!Array.isArray(tags)) throw badRequest("must be a list at /tags");
    opportunity.tags.push(...tags.map(String));
    sendOne(response, blankPerson(wire(opportunity)));
  });
  router.get("/opportunities/:opportunity/applications", (request, response) => {
    const opportunity = opportunityOf(request, state);
    sendPage(
      request,
      response,
      opportunity.isAnonymized ? [] : [applicationWire(opportunity, state)],
    );
  });
};

/** Confidential ones are left out unless asked for; several values of one filter are a union. */
const filterOpportunities = (request: Request, state: LeverState): LeverOpportunity[] => {
  const archived = listOf(request, "archived")[0];
  const wants = (name: string, value: string | null): boolean => {
    const wanted = listOf(request, name);
    return wanted.length === 0 || (value !== null && wanted.includes(value));
  };
  const all = listOf(request, "confidentiality")[0] === "all";
  const since = Number(listOf(request, "updated_at_start")[0] ?? 0);
  return [...state.opportunities.values()].filter(
    (item) =>
      (all || !item.confidential) &&
      (archived === undefined || String(item.archived !== null) === archived) &&
      wants("stage_id", item.stageId) &&
      wants("posting_id", item.postingId) &&
      wants("contact_id", item.contactId) &&
      wants("email", item.email) &&
      (since === 0 || (item.updatedAtMs ?? 0) >= since),
  );
};

const mountDirectory = (router: Router, state: LeverState, options: RecordOptions): void => {
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
  const posting = (item: (typeof world.postings)[number]) =>
    postingWire(item, { state, baseUrl: options.baseUrl });
  const person = (id: unknown) => {
    const found = world.people.find(({ userId }) => userId === id);
    return found ? userWire(found, state) : null;
  };
  const expanders = {
    user: (item: Wire) => person(item["user"]),
    owner: (item: Wire) => person(item["owner"]),
    hiringManager: (item: Wire) => person(item["hiringManager"]),
    followers: (item: Wire) => [person(item["owner"])],
  };
  router.get("/postings", (request, response) => {
    sendPage(
      request,
      response,
      world.postings.map((item) => shape(request, posting(item), expanders)),
    );
  });
  router.get("/postings/:posting", (request, response) => {
    const found = world.postings.find(({ id }) => id === request.params.posting);
    if (!found) throw notFound();
    sendOne(response, shape(request, posting(found), expanders));
  });
  mountLists(router, state);
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

const mountNotes = (router: Router, state: LeverState): void => {
  const notesOf = (opportunity: LeverOpportunity) =>
    [...state.notes.values()].filter((note) => note.opportunityId === opportunity.id);
  const noteOf = (request: Request) => {
    const note = notesOf(opportunityOf(request, state)).find(
      ({ id }) => id === request.params["note"],
    );
    if (!note) throw notFound();
    return note;
  };
  router.get("/opportunities/:opportunity/notes", (request, response) => {
    sendPage(request, response, notesOf(opportunityOf(request, state)).map(noteWire));
  });
  router.get("/opportunities/:opportunity/notes/:note", (request, response) => {
    sendOne(response, noteWire(noteOf(request)));
  });
  router.post("/opportunities/:opportunity/notes", (request, response) => {
    const opportunity = opportunityOf(request, state);
    const body = bodyOf(request);
    const value = textField(body, "value");
    if (!value) throw badRequest("is required at /value");
    const note = {
      id: state.ids.uuid(),
      opportunityId: opportunity.id,
      value,
      secret: body["secret"] === true,
      userId: listOf(request, "perform_as").length > 0 ? performAs(request, state) : null,
      createdAt: state.nowMs(),
      madeByApi: true,
    };
    state.notes.set(note.id, note);
    state.journal.add({
      service: "lever",
      kind: "note.created",
      ids: { noteId: note.id, opportunityId: opportunity.id },
    });
    sendOne(response, { ...noteWire(note), noteId: note.id }, { status: 201 });
  });
  router.delete("/opportunities/:opportunity/notes/:note", (request, response) => {
    const note = noteOf(request);
    if (!note.madeByApi) throw badRequest("Only notes made by API can be deleted by API.");
    state.notes.delete(note.id);
    state.journal.add({ service: "lever", kind: "note.deleted", ids: { noteId: note.id } });
    response.status(204).end();
  });
};

const mountDocuments = (router: Router, state: LeverState): void => {
  router.get("/opportunities/:opportunity/feedback", (request, response) => {
    const opportunity = opportunityOf(request, state);
    const forms = [...state.feedback.values()].filter(
      (form) => form.opportunityId === opportunity.id && form.deletedAt === null,
    );
    sendPage(
      request,
      response,
      forms.map((form) => feedbackWire(form, state)),
    );
  });
  router.get("/opportunities/:opportunity/resumes", (request, response) => {
    const { resume, createdAtMs } = opportunityOf(request, state);
    if (!resume) throw notFound();
    const wire = {
      id: resume.id,
      createdAt: createdAtMs,
      file: {
        name: resume.fileName,
        ext: resume.ext,
        downloadUrl: null,
        uploadedAt: createdAtMs,
        status: resume.parsed ? "processed" : "error",
        size: resume.bytes.length,
      },
      ...(resume.parsed && { parsedData: parsedWire(resume.parsed) }),
    };
    response.json({ data: [wire], hasNext: false });
  });
  router.get("/opportunities/:opportunity/resumes/:resume/download", (request, response) => {
    const { resume } = opportunityOf(request, state);
    if (resume?.id !== request.params.resume) throw notFound();
    response.type(resume.ext).send(resume.bytes);
  });
};

const parsedWire = ({
  positions,
}: {
  positions: { org: string; title: string; startYear: number; endYear: number | null }[];
}): Wire => ({
  positions: positions.map(({ org, title, startYear, endYear }) => ({
    org,
    title,
    summary: "",
    location: null,
    start: { year: startYear, month: null },
    ...(endYear !== null && { end: { year: endYear, month: null } }),
  })),
  schools: [],
});
