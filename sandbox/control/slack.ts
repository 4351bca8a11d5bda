/** Clicks and commands of the company's people in Slack, and where they are sent; and what stands in their channel in Teams. */
import type { Router } from "express";
import { LeverError, type Wire, badRequest } from "../lever/protocol.ts";
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
  answer(router, "/slack/click", async (body) => ({
    status: await slack.click({
      channel: text(body, "channel"),
      ts: text(body, "ts"),
      actionId: text(body, "actionId"),
      email: text(body, "email"),
    }),
  }));
  answer(router, "/slack/command", async (body) => {
    const words = body["text"] === "" ? "" : text(body, "text");
    return await slack.commands.send({ email: text(body, "email"), text: words });
  });
};

/** What is filled in, or not, in a modal. */
const mountModals = (router: Router, { slack }: ControlOptions): void => {
  answer(router, "/slack/submit", async (body) => {
    const id = text(body, "modal");
    const values = Object.fromEntries(
      Object.entries(body).flatMap(([name, value]) =>
        name.startsWith("value:") && typeof value === "string"
          ? [[name.slice("value:".length), value.replaceAll("\r\n", "\n")]]
          : [],
      ),
    );
    if (body["cancel"] === undefined) return { status: await slack.modals.submit(id, values) };
    slack.modals.close(id);
    return { status: null };
  });
};

/** Takes what is sent: a form leads back to its page, also when it could not be done, and so does whoever looks at its address again. */
const answer = (router: Router, path: string, act: (body: Wire) => Promise<object>): void => {
  router.get(path, (_request, response) => response.redirect(303, "/slack"));
  router.post(path, async (request, response) => {
    const isForm = Boolean(request.is("application/x-www-form-urlencoded"));
    try {
      const said = await act(bodyOf(request));
      if (isForm) response.redirect(303, "/slack");
      else response.json(said);
    } catch (error) {
      if (!(error instanceof SlackError) && !(error instanceof LeverError)) throw error;
      const fault = error instanceof SlackError ? error.error : error.code;
      if (isForm) response.redirect(303, `/slack?fault=${encodeURIComponent(fault)}`);
      else throw error instanceof SlackError ? badRequest(error.error) : error;
    }
  });
};

const addressOf = (body: Wire, name: string): string => {
  const url = text(body, name);
  if (!URL.canParse(url)) throw badRequest(`${name} must be an address`);
  return url;
};
