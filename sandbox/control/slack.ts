/** Clicks and commands of the company's people in Slack, and where they are sent; and what stands in their channel in Teams. */
import type { Router } from "express";
import { type Wire, badRequest } from "../lever/protocol.ts";
import { SlackError } from "../slack/methods.ts";
import { type ControlOptions, bodyOf, done, text } from "./parts.ts";

/** `/teams`. */
export const mountTeams = (router: Router, { teams }: ControlOptions): void => {
  router.get("/teams", (_request, response) => {
    response.json({ cards: teams.cards });
  });
};

/** `/slack`. */
export const mountSlack = (router: Router, options: ControlOptions): void => {
  const { slack } = options;
  router.get("/slack", (_request, response) => {
    const { messages, responses, words, members } = slack.workspace;
    response.json({
      messages,
      responses,
      words,
      modals: slack.modals.listOpen(),
      members: members.map(({ id, email }) => ({ id, email })),
    });
  });
  router.post("/slack", (request, response) => {
    const body = bodyOf(request);
    if (body["commandUrl"] === undefined) {
      slack.setInteractivityUrl(addressOf(body, "interactivityUrl"));
    } else slack.commands.setUrl(addressOf(body, "commandUrl"));
    done(request, response);
  });
  mountModals(router, options);
  router.post("/slack/click", async (request, response) => {
    const body = bodyOf(request);
    const click = {
      channel: text(body, "channel"),
      ts: text(body, "ts"),
      actionId: text(body, "actionId"),
      email: text(body, "email"),
    };
    try {
      const status = await slack.click(click);
      if (request.is("application/x-www-form-urlencoded")) response.redirect(303, "/slack");
      else response.json({ status });
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      throw badRequest(error.error);
    }
  });
  router.post("/slack/command", async (request, response) => {
    const body = bodyOf(request);
    const words = body["text"] === "" ? "" : text(body, "text");
    try {
      const sent = await slack.commands.send({ email: text(body, "email"), text: words });
      if (request.is("application/x-www-form-urlencoded")) response.redirect(303, "/slack");
      else response.json(sent);
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      throw badRequest(error.error);
    }
  });
};

/** What is filled in, or not, in a modal. */
const mountModals = (router: Router, { slack }: ControlOptions): void => {
  router.post("/slack/submit", async (request, response) => {
    const body = bodyOf(request);
    const id = text(body, "modal");
    const values = Object.fromEntries(
      Object.entries(body).flatMap(([name, value]) =>
        name.startsWith("value:") && typeof value === "string"
          ? [[name.slice("value:".length), value.replaceAll("\r\n", "\n")]]
          : [],
      ),
    );
    try {
      const status = body["cancel"] === undefined ? await slack.modals.submit(id, values) : null;
      if (body["cancel"] !== undefined) slack.modals.close(id);
      if (request.is("application/x-www-form-urlencoded")) response.redirect(303, "/slack");
      else response.json({ status });
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      throw badRequest(error.error);
    }
  });
};

const addressOf = (body: Wire, name: string): string => {
  const url = text(body, name);
  if (!URL.canParse(url)) throw badRequest(`${name} must be an address`);
  return url;
};
