/** Notes. Only those made by API can be changed by API. */
import type { Request, Router } from "express";
import {
  type Wire,
  badRequest,
  bodyOf,
  listOf,
  notFound,
  numberField,
  objectsField,
  sendOne,
  sendPage,
  textField,
} from "./protocol.ts";
import { opportunityOf, optionalPerformAs } from "./scheduling-routes.ts";
import type { LeverNote, LeverOpportunity, LeverState } from "./state.ts";
import { noteWire } from "./wire.ts";

/** `…/notes`. */
export const mountNotes = (router: Router, state: LeverState): void => {
  const notesOf = (opportunity: LeverOpportunity) =>
    [...state.notes.values()].filter((note) => note.opportunityId === opportunity.id);
  const noteOf = (request: Request, id: unknown = request.params["note"]) => {
    const note = notesOf(opportunityOf(request, state)).find((one) => one.id === id);
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
    const body = bodyOf(request);
    const userId = optionalPerformAs(request, state) ?? null;
    const comment = { ...commentOf(body, state), userId };
    const thread = listOf(request, "note_id")[0];
    const note =
      thread === undefined
        ? createNote(opportunityOf(request, state), body, state)
        : noteOf(request, thread);
    note.comments.push(comment);
    journal("note.created", note, state);
    sendOne(response, { ...noteWire(note), noteId: note.id }, { status: 201 });
  });
  router.put("/opportunities/:opportunity/notes/:note", (request, response) => {
    const note = ours(noteOf(request));
    const body = bodyOf(request);
    const userId = note.comments[0]?.userId ?? null;
    note.comments = objectsField(body, "values").map((item) => ({
      ...commentOf(item, state),
      userId,
    }));
    note.secret = body["secret"] === true;
    journal("note.replaced", note, state);
    sendOne(response, noteWire(note));
  });
  router.delete("/opportunities/:opportunity/notes/:note", (request, response) => {
    const note = ours(noteOf(request));
    state.notes.delete(note.id);
    journal("note.deleted", note, state);
    response.status(204).end();
  });
};

const ours = (note: LeverNote): LeverNote => {
  if (note.madeByApi) return note;
  throw badRequest("Only notes made by API can be changed by API.");
};

const createNote = (opportunity: LeverOpportunity, body: Wire, state: LeverState): LeverNote => {
  const note = {
    id: state.ids.uuid(),
    opportunityId: opportunity.id,
    comments: [],
    secret: body["secret"] === true,
    createdAt: createdAtOf(body, state),
    madeByApi: true,
  };
  state.notes.set(note.id, note);
  return note;
};

const commentOf = (body: Wire, state: LeverState) => {
  const value = textField(body, "value");
  if (!value) throw badRequest("is required at /value");
  return { value, createdAt: createdAtOf(body, state) };
};

const createdAtOf = (body: Wire, state: LeverState): number => {
  if (body["createdAt"] === undefined) return state.nowMs();
  const at = numberField(body, "createdAt");
  if (at > state.nowMs()) throw badRequest("must not be in the future at /createdAt");
  return at;
};

const journal = (kind: string, note: LeverNote, state: LeverState): void => {
  const ids = { noteId: note.id, opportunityId: note.opportunityId };
  state.journal.add({ service: "lever", kind, ids });
};
