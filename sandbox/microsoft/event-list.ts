/** Lists of events, page by page: all of a mailbox, those of a view, and what has changed in a view. */
import type { Request } from "express";
import type { CompanyClock } from "../clock.ts";
import type { Mailbox } from "../worlds/types.ts";
import { refusals } from "./errors.ts";
import type { Change, EventStore } from "./event-store.ts";
import {
  filterOf,
  lookOf,
  numberOf,
  preferredPageSize,
  selected,
  textOf,
  windowOf,
} from "./query.ts";
import { type Copy, type Look, eventBody, spanOf } from "./stored-event.ts";

export interface ListDeps {
  store: EventStore;
  clock: CompanyClock;
  baseUrl: string;
  deltaTokens: DeltaTokens;
}

export interface DeltaTokens {
  /** Every token given out so far is no longer valid. */
  expireAll(): void;
  generation(): number;
}

export interface Page {
  value: object[];
  "@odata.nextLink"?: string;
  "@odata.deltaLink"?: string;
}

const USUAL_PAGE = 10;
const LARGEST_PAGE = 1000;

/** Tokens of a Graph that has ended none. */
export const createDeltaTokens = (): DeltaTokens => {
  let generation = 1;
  return {
    expireAll: () => {
      generation += 1;
    },
    generation: () => generation,
  };
};

/** `GET …/events`: organised and received ones, by start. Errors: 400. */
export const listEvents = (deps: ListDeps, owner: Mailbox, request: Request): Page => {
  const fits = filterOf(textOf(request, "$filter"));
  return pageOf(deps, request, byStart(deps.store.list(owner.email).filter(fits)));
};

/** `GET …/calendarView`: what overlaps the window. Errors: 400. */
export const viewEvents = (deps: ListDeps, owner: Mailbox, request: Request): Page =>
  pageOf(deps, request, byStart(viewOf(deps.store, owner, windowOf(request))));

interface Window {
  start: Temporal.Instant;
  end: Temporal.Instant;
}

const viewOf = (store: EventStore, owner: Mailbox, window: Window): Copy[] =>
  store.list(owner.email).filter((copy) => isInside(copy, owner, window));

const isInside = ({ event }: Copy, { zone }: Mailbox, window: Window): boolean => {
  const { start, end } = spanOf(event, zone);
  return (
    Temporal.Instant.compare(end, window.start) > 0 &&
    Temporal.Instant.compare(start, window.end) < 0
  );
};

const byStart = (copies: Copy[]): Copy[] =>
  copies.toSorted(
    (a, b) =>
      Temporal.Instant.compare(spanOf(a.event, "UTC").start, spanOf(b.event, "UTC").start) ||
      (a.id < b.id ? -1 : 1),
  );

const pageOf = ({ baseUrl }: ListDeps, request: Request, copies: Copy[]): Page => {
  const look = lookOf(request, baseUrl);
  const top = numberOf(request, "$top") ?? preferredPageSize(request) ?? USUAL_PAGE;
  if (top < 1 || top > LARGEST_PAGE) throw refusals.invalid("$top");
  const skip = numberOf(request, "$skip") ?? 0;
  const select = textOf(request, "$select");
  const value = copies
    .slice(skip, skip + top)
    .map((copy) => selected(eventBody(copy, look), select));
  if (skip + top >= copies.length) return { value };
  return { value, "@odata.nextLink": linkOf(request, baseUrl, { $skip: String(skip + top) }) };
};

/** Where the rest is: the same question with another parameter. */
const linkOf = (request: Request, baseUrl: string, more: Record<string, string>): string => {
  const url = new URL(request.originalUrl, baseUrl);
  for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value);
  return url.href;
};

/** `GET …/calendarView/delta`: all of the view at first, then what has changed since the link was given. Errors: 400, and
 * 410 when the link is no longer valid. */
export const deltaEvents = (deps: ListDeps, owner: Mailbox, request: Request): Page => {
  for (const name of ["$filter", "$expand", "$orderby", "$search"]) {
    if (request.query[name] !== undefined) throw refusals.invalid(name);
  }
  const state = stateOf(deps, owner, request);
  const look = lookOf(request, deps.baseUrl);
  const found = state.since === null ? allOf(deps, owner, state) : changesOf(deps, owner, state);
  const size = preferredPageSize(request) ?? USUAL_PAGE;
  const value = found
    .slice(state.offset, state.offset + size)
    .map((change) => (change.type === "deleted" ? removed(change, look) : body(change, look)));
  const isLast = state.offset + size >= found.length;
  const token = isLast
    ? tokenOf({ ...state, since: state.point, offset: 0 })
    : tokenOf({ ...state, offset: state.offset + size });
  const url = new URL(request.originalUrl.split("?")[0] ?? "", deps.baseUrl);
  url.searchParams.set(isLast ? "$deltatoken" : "$skiptoken", token);
  return { value, [isLast ? "@odata.deltaLink" : "@odata.nextLink"]: url.href };
};

interface DeltaState {
  generation: number;
  email: string;
  window: { start: string; end: string };
  /** Null: everything. */
  since: number | null;
  /** What changes while somebody turns the pages belongs to the next round. */
  point: number;
  offset: number;
}

const body = (change: Change, look: Look): object => eventBody(change.copy, look);

const removed = ({ copy }: Change, { immutable }: Look): object => ({
  id: immutable ? copy.immutableId : copy.id,
  "@odata.type": "#microsoft.graph.event",
  "@removed": { reason: "deleted" },
});

const windowIn = ({ window }: DeltaState): Window => ({
  start: Temporal.Instant.from(window.start),
  end: Temporal.Instant.from(window.end),
});

const allOf = ({ store }: ListDeps, owner: Mailbox, state: DeltaState): Change[] =>
  viewOf(store, owner, windowIn(state)).map((copy) => ({
    mailbox: owner.email,
    type: "updated",
    copy,
  }));

/** What left the window by being moved is removed from the view. */
const changesOf = ({ store }: ListDeps, owner: Mailbox, state: DeltaState): Change[] =>
  store
    .changesSince(owner.email, state.since ?? 0)
    .map((change) =>
      isInside(change.copy, owner, windowIn(state)) ? change : { ...change, type: "deleted" },
    );

const stateOf = (deps: ListDeps, owner: Mailbox, request: Request): DeltaState => {
  const token = textOf(request, "$deltatoken") ?? textOf(request, "$skiptoken");
  if (token === undefined) {
    const { start, end } = windowOf(request);
    return {
      generation: deps.deltaTokens.generation(),
      email: owner.email,
      window: { start: start.toString(), end: end.toString() },
      since: null,
      point: deps.store.point(),
      offset: 0,
    };
  }
  const state = read(token);
  if (!state || state.email !== owner.email) throw refusals.invalid("$deltatoken");
  if (state.generation !== deps.deltaTokens.generation()) throw refusals.syncStateNotFound();
  return { ...state, point: state.offset === 0 ? deps.store.point() : state.point };
};

const tokenOf = (state: DeltaState): string =>
  Buffer.from(JSON.stringify(state)).toString("base64url");

const isState = (value: unknown): value is DeltaState =>
  typeof value === "object" && value !== null && "generation" in value && "window" in value;

const read = (token: string): DeltaState | null => {
  try {
    const state: unknown = JSON.parse(Buffer.from(token, "base64url").toString());
    return isState(state) ? state : null;
  } catch {
    return null;
  }
};
