/** The Web API methods of the workspace, by name. Source: Slack Web API reference. */
import { z } from "zod";
import type { Journal } from "../journal.ts";
import type { SlackMessage, Workspace } from "./workspace.ts";

/** `error` is Slack's own word for it. Slack answers 200 with `ok: false`. */
export class SlackError extends Error {
  readonly error: string;

  constructor(error: string) {
    super(error);
    this.name = "SlackError";
    this.error = error;
  }
}

export type Fields = Record<string, unknown>;
export type Method = (fields: Fields) => Record<string, unknown>;

/** Every method that the company's Slack has. */
export const createMethods = (workspace: Workspace, journal: Journal): Map<string, Method> =>
  new Map<string, Method>([
    ["auth.test", () => whoAmI(workspace)],
    ["users.lookupByEmail", (fields) => ({ user: memberBody(find(fields, workspace), workspace) })],
    ["users.info", (fields) => ({ user: memberBody(findById(fields, workspace), workspace) })],
    ["conversations.open", (fields) => openConversation(fields, workspace)],
    ["chat.postMessage", (fields) => postMessage(fields, workspace, journal)],
    ["chat.update", (fields) => updateMessage(fields, workspace, journal)],
    ["conversations.history", (fields) => history(fields, workspace)],
  ]);

const whoAmI = ({ team, bot }: Workspace) => ({
  url: `https://${team.domain}.slack.test/`,
  team: team.domain,
  user: "convene",
  team_id: team.id,
  user_id: bot.userId,
  bot_id: bot.id,
});

const find = (fields: Fields, workspace: Workspace) => {
  const email = text(fields, "email").toLowerCase();
  const member = workspace.members.find((one) => one.email === email);
  if (!member) throw new SlackError("users_not_found");
  return member;
};

const findById = (fields: Fields, workspace: Workspace) => {
  const member = workspace.members.find(({ id }) => id === text(fields, "user"));
  if (!member) throw new SlackError("user_not_found");
  return member;
};

/** With one person: there is one, whether it was used before or not. */
const openConversation = (fields: Fields, workspace: Workspace) => {
  const users = text(fields, "users");
  if (!workspace.members.some(({ id }) => id === users)) throw new SlackError("user_not_found");
  return { channel: { id: workspace.channelOf(users) } };
};

const postMessage = (fields: Fields, workspace: Workspace, journal: Journal) => {
  const message = messageOf(fields, workspace);
  workspace.messages.push(message);
  note(journal, "message.posted", message);
  const { channel, ts } = message;
  return { channel, ts, message: messageBody(message, workspace) };
};

const updateMessage = (fields: Fields, workspace: Workspace, journal: Journal) => {
  const message = findMessage(workspace, text(fields, "channel"), text(fields, "ts"));
  const { text: words, blocks, metadata } = contentOf(fields);
  Object.assign(message, { text: words, blocks, editedTs: workspace.nextTs() });
  if (metadata) message.metadata = metadata;
  note(journal, "message.updated", message);
  return { channel: message.channel, ts: message.ts, text: message.text };
};

const history = (fields: Fields, workspace: Workspace) => {
  const channel = workspace.channelOf(text(fields, "channel"));
  if (channel === null) throw new SlackError("channel_not_found");
  const oldest = text(fields, "oldest");
  const withMetadata = String(fields["include_all_metadata"]) === "true";
  const limit = Math.min(Number(fields["limit"] ?? 100) || 100, 999);
  const found = workspace.messages
    .filter((message) => message.channel === channel && message.ts > oldest)
    .toReversed();
  return {
    messages: found.slice(0, limit).map((message) => messageBody(message, workspace, withMetadata)),
    has_more: found.length > limit,
  };
};

const note = (journal: Journal, kind: string, { channel, ts, metadata }: SlackMessage): void =>
  journal.add({
    service: "slack",
    kind,
    ids: { channel, ts, ...(metadata && { eventType: metadata.event_type }) },
  });

const text = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === "string" ? value : "";
};

const WRONG_FORMAT: Record<string, string> = {
  blocks: "invalid_blocks_format",
  metadata: "invalid_metadata_format",
};

/** In a form, lists and objects come as JSON. Errors: SlackError. */
export const parsed = (fields: Fields, name: string): unknown => {
  const value = fields[name];
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    throw new SlackError(WRONG_FORMAT[name] ?? "invalid_arguments");
  }
};

const messageOf = (fields: Fields, workspace: Workspace): SlackMessage => {
  const channel = workspace.channelOf(text(fields, "channel"));
  if (channel === null) throw new SlackError("channel_not_found");
  const threadTs = text(fields, "thread_ts");
  return {
    ...contentOf(fields),
    channel,
    ts: workspace.nextTs(),
    threadTs: threadTs === "" ? null : threadTs,
    editedTs: null,
  };
};

const LONGEST_TEXT = 40_000;

const Actions = z.object({ type: z.literal("actions") });
const Buttons = z.object({
  elements: z
    .array(
      z.object({
        url: z.string().min(1).max(3_000).optional(),
        value: z.string().max(2_000).optional(),
        text: z.object({ text: z.string().min(1).max(75) }),
      }),
    )
    .min(1)
    .max(25),
});

const Sections = z.object({ type: z.literal("section") });
const SectionText = z.object({ text: z.object({ text: z.string().min(1).max(3_000) }) });

/** A row of buttons without any, or with one that leads nowhere; a paragraph that is empty or too long. Source: Slack, "Block Kit", actions
 * and section blocks, button element. */
const isUnfit = (block: unknown): boolean =>
  (Actions.safeParse(block).success && !Buttons.safeParse(block).success) ||
  (Sections.safeParse(block).success && !SectionText.safeParse(block).success);

const contentOf = (fields: Fields): Pick<SlackMessage, "text" | "blocks" | "metadata"> => {
  const words = text(fields, "text");
  const blocks = parsed(fields, "blocks") ?? [];
  if (!Array.isArray(blocks) || blocks.length > 50 || blocks.some(isUnfit)) {
    throw new SlackError("invalid_blocks");
  }
  if (words === "" && blocks.length === 0) throw new SlackError("no_text");
  if (words.length > LONGEST_TEXT) throw new SlackError("msg_too_long");
  return { text: words, blocks, metadata: metadataOf(fields) };
};

const Metadata = z.object({
  event_type: z.string(),
  event_payload: z.record(z.string(), z.unknown()),
});

const metadataOf = (fields: Fields): SlackMessage["metadata"] => {
  const metadata = parsed(fields, "metadata");
  if (metadata === undefined) return null;
  const read = Metadata.safeParse(metadata);
  if (!read.success) throw new SlackError("metadata_must_be_sent_as_json");
  return read.data;
};

export const findMessage = (workspace: Workspace, name: string, ts: string): SlackMessage => {
  const channel = workspace.channelOf(name);
  if (channel === null) throw new SlackError("channel_not_found");
  const found = workspace.messages.find((one) => one.channel === channel && one.ts === ts);
  if (!found) throw new SlackError("message_not_found");
  return found;
};

const memberBody = (member: Workspace["members"][number], { team }: Workspace) => ({
  id: member.id,
  team_id: team.id,
  name: member.name,
  deleted: false,
  real_name: member.realName,
  tz: member.zone,
  profile: { real_name: member.realName, display_name: member.name, email: member.email },
  is_bot: false,
  is_restricted: false,
  is_ultra_restricted: false,
  is_email_confirmed: true,
  ...member.apart,
});

export const messageBody = (message: SlackMessage, workspace: Workspace, withMetadata = false) => ({
  type: "message",
  user: workspace.bot.userId,
  bot_id: workspace.bot.id,
  app_id: workspace.bot.appId,
  team: workspace.team.id,
  text: message.text,
  ts: message.ts,
  ...(message.blocks.length > 0 && { blocks: message.blocks }),
  ...(message.threadTs !== null && { thread_ts: message.threadTs }),
  ...(message.editedTs !== null && {
    edited: { user: workspace.bot.userId, ts: message.editedTs },
  }),
  ...(withMetadata && message.metadata && { metadata: message.metadata }),
});
