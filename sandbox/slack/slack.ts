/** The company's Slack: the Web API methods that an app like ours uses, and its people's clicks on our buttons and commands to us, signed
 * as Slack signs them. Mounted at `/slack`. Source: Slack Web API reference; "Verifying requests from Slack". */
import { createHash } from "node:crypto";
import { type Response, Router, json, urlencoded } from "express";
import type { CompanyClock } from "../clock.ts";
import type { FaultAnswer } from "../faults/over-http.ts";
import type { Journal } from "../journal.ts";
import type { World } from "../worlds/types.ts";
import { type Commands, createCommands } from "./commands.ts";
import { type Fields, SlackError, createMethods, findMessage, messageBody } from "./methods.ts";
import { type Modals, createModals } from "./modals.ts";
import { sendSigned } from "./signed.ts";
import { type SlackMessage, type Workspace, createWorkspace } from "./workspace.ts";

export interface SlackOptions {
  world: World;
  clock: CompanyClock;
  journal: Journal;
  /** The company's own address. */
  baseUrl: string;
}

/** A person presses a button under a message. */
export interface Click {
  channel: string;
  ts: string;
  actionId: string;
  email: string;
}

export interface Slack {
  router: Router;
  workspace: Workspace;
  botToken: string;
  signingSecret: string;
  /** Where clicks are sent; null: nowhere yet. */
  setInteractivityUrl(url: string | null): void;
  /** Sends the click as Slack does. Shape: the status of the app's answer. Errors: SlackError. */
  click(click: Click): Promise<number>;
  commands: Commands;
  modals: Modals;
}

const secretOf = (world: World, what: string): string =>
  createHash("sha256").update(`${what} ${world.seed}`).digest("hex");

/** A workspace in which nobody has written yet. */
export const createSlack = (options: SlackOptions): Slack => {
  const { clock } = options;
  const workspace = createWorkspace(options.world, clock);
  const botToken = `xoxb-${secretOf(options.world, "slack bot").slice(0, 40)}`;
  const signingSecret = secretOf(options.world, "slack signing").slice(0, 32);
  const methods = createMethods(workspace, options.journal);
  let interactivityUrl: string | null = null;
  const modals = createModals({
    ...options,
    workspace,
    signingSecret,
    url: () => interactivityUrl,
  });
  methods.set("views.open", modals.open);
  const router = Router();
  router.use(json({ limit: "1mb" }), urlencoded({ extended: false, limit: "1mb" }));
  router.post("/api/:method", (request, response) => {
    answer(response, () => {
      const fields = fieldsOf(request);
      const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
      const token = bearer ?? fields["token"];
      if (token === undefined) throw new SlackError("not_authed");
      if (token !== botToken) throw new SlackError("invalid_auth");
      const method = methods.get(request.params.method);
      if (!method) throw new SlackError("unknown_method");
      return method(fields);
    });
  });
  const commands = createCommands({ ...options, workspace, signingSecret });
  router.post("/responses/:id", (request, response) => {
    const { id } = request.params;
    if (takeWord(workspace, id, fieldsOf(request)) || commands.take(id, fieldsOf(request))) {
      response.send("ok");
    } else response.status(404).send("used_url");
  });
  return {
    router,
    workspace,
    botToken,
    signingSecret,
    commands,
    modals,
    setInteractivityUrl: (url) => {
      interactivityUrl = url;
    },
    click: async (click) => {
      if (interactivityUrl === null) throw new SlackError("no_interactivity_url");
      const payload = pressed(click, { workspace, modals, baseUrl: options.baseUrl });
      const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
      const { status } = await sendSigned(interactivityUrl, { body, signingSecret, clock });
      return status;
    },
  };
};

interface PressOptions {
  workspace: Workspace;
  modals: Modals;
  baseUrl: string;
}

/** One press, with a trigger and an address for a word back. */
const pressed = (click: Click, { workspace, modals, baseUrl }: PressOptions) => {
  const id = createHash("sha256").update(`press ${workspace.nextTs()}`).digest("hex").slice(0, 24);
  const payload = clickPayload(click, workspace, {
    triggerId: modals.trigger(click.email),
    responseUrl: `${baseUrl}/slack/responses/${id}`,
  });
  workspace.words.push({
    id,
    channel: click.channel,
    ts: click.ts,
    email: click.email,
    text: null,
  });
  return payload;
};

/** What the app says to whoever pressed a button, and to nobody else. Shape: false for no such press. */
const takeWord = (workspace: Workspace, id: string, fields: Fields): boolean => {
  const word = workspace.words.find((one) => one.id === id);
  if (!word) return false;
  word.text = typeof fields["text"] === "string" ? fields["text"] : "";
  return true;
};

const answer = (response: Response, work: () => Record<string, unknown>): void => {
  try {
    response.json({ ok: true, ...work() });
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    response.json({ ok: false, error: error.error });
  }
};

const fieldsOf = (request: { body: unknown }): Fields => {
  const body: unknown = request.body;
  return typeof body === "object" && body !== null ? { ...body } : {};
};

/** A button of a message, wherever its blocks hold it. */
export interface Button {
  actionId: string;
  blockId: string;
  value: string;
  label: string;
  /** Where it leads; null when it tells the app that it was pressed. */
  url: string | null;
}

/** The texts of a message's sections and of what stands over them, in order. */
export const textsOf = (message: Pick<SlackMessage, "blocks">): string[] =>
  message.blocks.flatMap((block) => {
    if (typeof block !== "object" || block === null) return [];
    const text: unknown = "text" in block ? block.text : null;
    const over: unknown = "elements" in block && !("block_id" in block) ? block.elements : null;
    return [text, ...listOf(over)].flatMap(wordsOf);
  });

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const wordsOf = (text: unknown): string[] =>
  typeof text === "object" && text !== null && "text" in text ? [String(text.text)] : [];

/** The buttons of a message, in order. */
export const buttonsOf = (message: Pick<SlackMessage, "blocks">): Button[] =>
  message.blocks.flatMap((block) => {
    if (typeof block !== "object" || block === null || !("elements" in block)) return [];
    if (!Array.isArray(block.elements)) return [];
    const blockId = "block_id" in block ? String(block.block_id) : "";
    return block.elements.flatMap((element: unknown) => {
      if (typeof element !== "object" || element === null || !("action_id" in element)) return [];
      const words = "text" in element ? element.text : null;
      const label =
        typeof words === "object" && words !== null && "text" in words ? String(words.text) : "";
      const value = "value" in element ? String(element.value) : "";
      const url = "url" in element ? String(element.url) : null;
      return [{ actionId: String(element.action_id), blockId, value, label, url }];
    });
  });

interface Pressing {
  triggerId: string;
  responseUrl: string;
}

const clickPayload = (click: Click, workspace: Workspace, { triggerId, responseUrl }: Pressing) => {
  const message = findMessage(workspace, click.channel, click.ts);
  const member = workspace.members.find(({ email }) => email === click.email);
  const button = buttonsOf(message).find(({ actionId }) => actionId === click.actionId);
  if (!member) throw new SlackError("users_not_found");
  if (!button) throw new SlackError("no_such_button");
  return {
    type: "block_actions",
    user: { id: member.id, username: member.name, name: member.name, team_id: workspace.team.id },
    api_app_id: workspace.bot.appId,
    container: {
      type: "message",
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: false,
    },
    trigger_id: triggerId,
    response_url: responseUrl,
    team: workspace.team,
    channel: { id: message.channel, name: workspace.nameOf(message.channel) },
    message: messageBody(message, workspace),
    actions: [
      {
        type: "button",
        action_id: button.actionId,
        block_id: button.blockId,
        value: button.value,
        text: { type: "plain_text", text: button.label },
        action_ts: workspace.nextTs(),
      },
    ],
  };
};

const FAULT_ERRORS: Record<number, string> = {
  401: "invalid_auth",
  403: "missing_scope",
  404: "channel_not_found",
};

/** Answers as Slack does: limits and its own faults by status, everything else with 200 and a word. */
export const refuseAsSlack = (fault: FaultAnswer, response: Response): void => {
  if (fault.status === 429) {
    if (!response.hasHeader("retry-after")) response.setHeader("retry-after", "1");
    response.status(429).json({ ok: false, error: "ratelimited" });
    return;
  }
  const error = fault.reason ?? FAULT_ERRORS[fault.status] ?? "fatal_error";
  response.status(fault.status >= 500 ? fault.status : 200).json({ ok: false, error });
};
