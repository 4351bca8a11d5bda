/** What a caller asks for by query and by `Prefer`: as much of OData as Exchange takes for events. */
import type { Request } from "express";
import { refusals } from "./errors.ts";
import { instantOf } from "./event-input.ts";
import { type Copy, type Look, samePropertyId, spanOf } from "./stored-event.ts";
import { zoneOf } from "./zones.ts";

/** How the caller wants to see events. Errors: 400. */
export const lookOf = (request: Request, baseUrl: string): Look => {
  const prefer = request.header("prefer") ?? "";
  const zoneName = /outlook\.timezone\s*=\s*"([^"]+)"/i.exec(prefer)?.[1] ?? "UTC";
  return {
    zoneName,
    zone: zoneOf(zoneName),
    asText: /outlook\.body-content-type\s*=\s*"text"/i.test(prefer),
    immutable: /IdType\s*=\s*"ImmutableId"/i.test(prefer),
    expand: expandedIds(textOf(request, "$expand")),
    baseUrl,
  };
};

/** `Prefer: odata.maxpagesize=…`. */
export const preferredPageSize = (request: Request): number | undefined => {
  const size = /odata\.maxpagesize\s*=\s*(\d+)/i.exec(request.header("prefer") ?? "")?.[1];
  return size === undefined ? undefined : Math.max(1, Number(size));
};

/** One parameter of the query; undefined when it is not there once. */
export const textOf = (request: Request, name: string): string | undefined => {
  const value = request.query[name];
  return typeof value === "string" ? value : undefined;
};

/** A whole number from 0. Errors: 400. */
export const numberOf = (request: Request, name: string): number | undefined => {
  const text = textOf(request, name);
  if (text === undefined) return undefined;
  if (!/^\d{1,6}$/.test(text)) throw refusals.parameter(name);
  return Number(text);
};

/** `[startDateTime, endDateTime)` of a view. Errors: 400. */
export const windowOf = (request: Request): { start: Temporal.Instant; end: Temporal.Instant } => {
  const [start, end] = ["startDateTime", "endDateTime"].map((name) => {
    try {
      return instantOf(textOf(request, name) ?? "", "UTC");
    } catch {
      throw refusals.parameter(name);
    }
  });
  if (!start || !end || Temporal.Instant.compare(start, end) > 0) {
    throw refusals.parameter("endDateTime");
  }
  return { start, end };
};

/** The fields that `$select` leaves; the etag and the id always come. */
export const selected = (body: object, select: string | undefined): object => {
  if (select === undefined) return body;
  const names = new Set([
    "id",
    "@odata.etag",
    "singleValueExtendedProperties",
    ...select.split(","),
  ]);
  return Object.fromEntries(Object.entries(body).filter(([name]) => names.has(name.trim())));
};

/** Whether a copy is what `$filter` asks for. Errors: 400 for a filter that Exchange does not take. */
export const filterOf = (filter: string | undefined): ((copy: Copy) => boolean) => {
  if (filter === undefined) return () => true;
  const terms = splitAtAnd(filter).map(termOf);
  return (copy) => terms.every((term) => term(copy));
};

const expandedIds = (expand: string | undefined): string[] => {
  if (expand === undefined) return [];
  const inner = /^singleValueExtendedProperties\(\$filter=(.*)\)$/i.exec(expand)?.[1];
  if (inner === undefined) throw refusals.invalid("$expand");
  return [...inner.matchAll(/id eq '([^']+)'/gi)].map(([, id = ""]) => id);
};

/** Splits at ` and ` outside brackets and quotes. */
const splitAtAnd = (filter: string): string[] => {
  const parts: string[] = [];
  let depth = 0;
  let isQuoted = false;
  let from = 0;
  for (let at = 0; at < filter.length; at += 1) {
    const letter = filter[at];
    if (letter === "'") isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (letter === "(") depth += 1;
    if (letter === ")") depth -= 1;
    if (depth === 0 && filter.slice(at, at + 5).toLowerCase() === " and ") {
      parts.push(filter.slice(from, at));
      from = at + 5;
    }
  }
  return [...parts, filter.slice(from)].map((part) => part.trim());
};

const PROPERTY =
  /^singleValueExtendedProperties\/any\((\w+):\s*\1\/id eq '([^']+)' and \1\/value (?:eq '([^']*)'|(ne null))\)$/i;
const TIME = /^(start|end)\/dateTime (ge|gt|le|lt) '([^']+)'$/i;

const termOf = (text: string): ((copy: Copy) => boolean) => {
  const property = PROPERTY.exec(text);
  if (property) {
    const [, , id = "", value] = property;
    return ({ event, mailbox }) =>
      event.organizer.email === mailbox &&
      event.properties.some(
        (one) => samePropertyId(one.id, id) && (value === undefined || one.value === value),
      );
  }
  const [, edge = "", operator = "", time = ""] = TIME.exec(text) ?? [];
  if (edge === "") throw refusals.filter(text.slice(0, 60));
  const limit = limitOf(time);
  return ({ event }) => {
    const span = spanOf(event, "UTC");
    const order = Temporal.Instant.compare(edge === "start" ? span.start : span.end, limit);
    return { ge: order >= 0, gt: order > 0, le: order <= 0, lt: order < 0 }[operator] ?? false;
  };
};

const limitOf = (time: string): Temporal.Instant => {
  try {
    return instantOf(time, "UTC");
  } catch {
    throw refusals.filter(time.slice(0, 60));
  }
};
