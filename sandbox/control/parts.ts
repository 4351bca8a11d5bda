/** What all of the company's controls share. */
import type { Request } from "express";
import type { CompanyClock } from "../clock.ts";
import type { Faults } from "../faults/rules.ts";
import type { Google } from "../google/google.ts";
import type { Journal } from "../journal.ts";
import type { Lever } from "../lever/lever.ts";
import { type Wire, badRequest, isWire } from "../lever/protocol.ts";
import type { Microsoft } from "../microsoft/microsoft.ts";
import type { OpenAi } from "../openai/openai.ts";
import type { Slack } from "../slack/slack.ts";
import type { Teams } from "../teams/teams.ts";
import type { Zoom } from "../zoom/zoom.ts";

export interface ControlOptions {
  clock: CompanyClock;
  journal: Journal;
  faults: Faults;
  lever: Lever;
  google: Google;
  microsoft: Microsoft;
  slack: Slack;
  teams: Teams;
  zoom: Zoom;
  openai: OpenAi;
}

export const bodyOf = (request: Request): Wire => {
  const body: unknown = request.body;
  return isWire(body) ? body : {};
};

/** A text that must be there. */
export const text = (body: Wire, name: string): string => {
  const value = body[name];
  if (typeof value === "string" && value !== "") return value;
  throw badRequest(`${name} must be a text`);
};

/** A time that must be there. */
export const instantOf = (body: Wire, name: string): Temporal.Instant => {
  try {
    return Temporal.Instant.from(text(body, name));
  } catch {
    throw badRequest(`${name} must be a time with its offset`);
  }
};

/** What `done` needs of a response, so that it fits every route. */
interface Redirectable {
  json(body: unknown): unknown;
  redirect(status: number, url: string): unknown;
}

const OUR_PAGES =
  /^\/(?:|faults|slack|zoom|lever\/opportunities\/[\w-]+|(?:google|microsoft)\/calendars\/[\w.%@-]+)$/;

/** A form says by `back` which page of ours it stands on. */
export const done = (request: Request, response: Redirectable): void => {
  if (!request.is("application/x-www-form-urlencoded")) {
    response.json({ done: true });
    return;
  }
  const back = bodyOf(request)["back"];
  response.redirect(303, typeof back === "string" && OUR_PAGES.test(back) ? back : "/");
};
