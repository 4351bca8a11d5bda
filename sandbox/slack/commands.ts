/** Commands that the company's people type, and what the app answers to them. Source: Slack, "Slash commands", "Handling user
 * interaction" (response_url), "Formatting text". */
import { createHash } from "node:crypto";
import type { CompanyClock } from "../clock.ts";
import type { Journal } from "../journal.ts";
import { type Fields, SlackError } from "./methods.ts";
import { sendSigned } from "./signed.ts";
import type { Workspace } from "./workspace.ts";

/** An answer as its reader sees it. */
export interface CommandAnswer {
  text: string;
  blocks: unknown[];
}

/** One command that was sent. */
export interface SentCommand {
  id: string;
  /** Who typed it. */
  email: string;
  text: string;
  /** The status with which the app took it; null when it did not answer in time. */
  status: number | null;
  /** At once, then by the command's own address. */
  answers: CommandAnswer[];
}

export interface Commands {
  /** Where commands are sent; null: nowhere yet. */
  setUrl(url: string | null): void;
  /** Sends one as Slack does, and waits a while for its answer. Errors: SlackError. */
  send(command: { email: string; text: string }): Promise<SentCommand>;
  /** Takes what the app answers by the command's own address. Shape: false once it has been used up. */
  take(id: string, body: Fields): boolean;
  /** In order. */
  sent(): readonly SentCommand[];
}

const NAME = "/convene";
const MOST_ANSWERS = 5;
/** How long whoever typed waits for more than a receipt. Units: milliseconds. */
const WAIT_MS = 8_000;

interface CommandOptions {
  workspace: Workspace;
  clock: CompanyClock;
  journal: Journal;
  baseUrl: string;
  signingSecret: string;
}

/** Nobody has typed anything yet. */
export const createCommands = (options: CommandOptions): Commands => {
  const { workspace, journal } = options;
  const commands: SentCommand[] = [];
  const waiting = new Map<string, () => void>();
  let url: string | null = null;
  return {
    setUrl: (to) => {
      url = to;
    },
    send: async ({ email, text }) => {
      const member = workspace.members.find((one) => one.email === email);
      if (!member) throw new SlackError("users_not_found");
      if (url === null) throw new SlackError("no_command_url");
      const ts = workspace.nextTs();
      const id = createHash("sha256").update(`command ${ts}`).digest("hex").slice(0, 24);
      const command: SentCommand = { id, email, text, status: null, answers: [] };
      commands.push(command);
      const answered = Promise.withResolvers<void>();
      waiting.set(id, answered.resolve);
      const body = bodyOf({ id, ts, text, member }, options);
      try {
        Object.assign(command, await receiptOf(url, body, { ...options, command }));
        if (command.status === 200) await atMost(answered.promise, WAIT_MS);
      } finally {
        waiting.delete(id);
      }
      return command;
    },
    take: (id, body) => {
      if (workspace.responses.filter((sent) => sent.id === id).length >= MOST_ANSWERS) return false;
      workspace.responses.push({ id, body });
      commands.find((command) => command.id === id)?.answers.push(answerOf(body));
      journal.add({ service: "slack", kind: "command.answered", ids: { id } });
      waiting.get(id)?.();
      return true;
    },
    sent: () => commands,
  };
};

interface Typed {
  id: string;
  ts: string;
  text: string;
  member: Workspace["members"][number];
}

/** Three characters are written otherwise. */
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const bodyOf = ({ id, ts, text, member }: Typed, { workspace, baseUrl }: CommandOptions): string =>
  new URLSearchParams({
    team_id: workspace.team.id,
    team_domain: workspace.team.domain,
    channel_id: workspace.channelOf(member.id) ?? "",
    channel_name: "directmessage",
    user_id: member.id,
    user_name: member.name,
    command: NAME,
    text: escaped(text),
    api_app_id: workspace.bot.appId,
    response_url: `${baseUrl}/slack/responses/${id}`,
    trigger_id: `${ts}.${member.id}`,
  }).toString();

/** What the app says at once. Its answer may be there before its receipt is. */
const receiptOf = async (
  url: string,
  body: string,
  { command, ...options }: CommandOptions & { command: SentCommand },
): Promise<Pick<SentCommand, "status">> => {
  try {
    const { status, text } = await sendSigned(url, { body, ...options });
    if (status === 200) command.answers.unshift(answerOf(fieldsIn(text)));
    return { status };
  } catch {
    // Slack says no more of it either.
    return { status: null };
  }
};

const fieldsIn = (text: string): Fields => {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null ? { ...body } : {};
  } catch {
    return { text };
  }
};

const answerOf = ({ text, blocks }: Fields): CommandAnswer => ({
  text: typeof text === "string" ? text : "",
  blocks: Array.isArray(blocks) ? blocks : [],
});

const atMost = async (work: Promise<void>, milliseconds: number): Promise<void> => {
  const over = Promise.withResolvers<void>();
  const timer = setTimeout(over.resolve, milliseconds);
  try {
    await Promise.race([work, over.promise]);
  } finally {
    clearTimeout(timer);
  }
};
