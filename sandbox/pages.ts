/** Pages for a person who wants to see the company: its desk, and an opportunity or a posting as Lever would show it. */
import { Router } from "express";
import type { CompanyClock } from "./clock.ts";
import { deskPage } from "./desk-page.ts";
import type { Faults } from "./faults/rules.ts";
import { faultsPage } from "./faults/faults-page.ts";
import { escapeHtml, htmlPage, notFoundPage } from "./html.ts";
import type { Journal } from "./journal.ts";
import type { LeverState } from "./lever/state.ts";
import { opportunityPage } from "./opportunity-page.ts";
import type { Slack } from "./slack/slack.ts";
import { slackPage } from "./slack/slack-page.ts";
import type { Teams } from "./teams/teams.ts";
import { teamsPage } from "./teams/teams-page.ts";

export interface PageOptions {
  clock: CompanyClock;
  journal: Journal;
  state: LeverState;
  faults: Faults;
  slack: Slack;
  teams: Teams;
}

/** `/`, `/faults`, `/slack`, `/teams`, `/lever/opportunities/:id` and `/lever/postings/:id`. */
export const createPages = (options: PageOptions): Router => {
  const router = Router();
  const { state } = options;
  router.get("/", (_request, response) => {
    response.send(deskPage(options));
  });
  router.get("/faults", (_request, response) => {
    response.send(faultsPage(options.faults));
  });
  router.get("/slack", (request, response) => {
    const { fault } = request.query;
    response.send(slackPage(options.slack, typeof fault === "string" ? fault : null));
  });
  router.get("/teams", (_request, response) => {
    response.send(teamsPage(options.teams));
  });
  router.get(["/lever/opportunities", "/lever/postings"], (_request, response) => {
    response.redirect("/");
  });
  router.get("/lever/opportunities/:id", (request, response) => {
    const opportunity = state.opportunities.get(request.params.id);
    if (opportunity) response.send(opportunityPage(opportunity, state));
    else response.status(404).send(notFoundPage());
  });
  router.get("/lever/postings/:id", (request, response) => {
    const posting = state.world.postings.find(({ id }) => id === request.params.id);
    if (posting) response.send(postingPage(posting));
    else response.status(404).send(notFoundPage());
  });
  return router;
};

const postingPage = (posting: LeverState["world"]["postings"][number]): string =>
  htmlPage({
    title: posting.title,
    body: `<p class="quiet">${escapeHtml(posting.team)}, ${escapeHtml(posting.location)}</p><p>${escapeHtml(posting.description)}</p>`,
  });
