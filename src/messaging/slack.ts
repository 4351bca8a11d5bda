/** One person told in Slack. What crosses here: our words as plain text and links as buttons. Slack has no idempotency key: a
 * message carries its effect's id as metadata, by which it is found again. Source: Slack Web API reference. */
import {
  type AuthTestResponse,
  LogLevel,
  type ModalView,
  type UsersInfoResponse,
  WebClient,
} from "@slack/web-api";
import type { RenderedAlert } from "../domain/alert.ts";
import { AppError } from "../domain/errors.ts";
import type { Clock } from "../domain/time.ts";
import type { SlackMessageBody } from "./slack-approval.ts";
import { blocksOf, withoutMarkup } from "./slack-blocks.ts";
import { readSlackError, writeSlackError } from "./slack-errors.ts";

export interface SlackOptions {
  botToken: string;
  /** `https://slack.com/api/`, or the sandbox company's. */
  apiUrl: string;
  /** For one request, in milliseconds. Default 15,000. */
  timeoutMs?: number;
  /** Asked just before a message leaves: rejects to keep it back. */
  mayWrite?: () => Promise<void>;
  clock: Clock;
}

/** Reads. Errors: `message_unavailable` (retryable), `message_rejected`. */
export interface SlackReader {
  /** Slack's id of the person with that address; null when there is none. */
  findPerson(email: string): Promise<string | null>;
  /** Address of the person with that id of Slack's; null when there is none, it is not told or not confirmed, or they are a guest or of
   * another workspace than the token. */
  emailOf(person: string): Promise<string | null>;
  /** Whether that is the token's own workspace, or of the same organization. */
  isOurTeam(team: { id: string; enterpriseId: string | null }): Promise<boolean>;
  /** Whether the person has the message of that effect from us. Shape: null when it is not among the latest. */
  findMessage(person: string, effectId: string): Promise<SentMessage | null>;
  /** Whether the token is accepted at all. */
  look(): Promise<void>;
}

/** Errors: those of the reader, and what `mayWrite` throws; `outcome_unknown`. */
export interface SlackWriter {
  send(person: string, message: RenderedAlert, effectId: string): Promise<SentMessage>;
}

/** For what waits for a decision. Errors: as the writer's. */
export interface SlackAsker {
  send(person: string, body: SlackMessageBody, effectId: string): Promise<SentMessage>;
  /** Has it say something else. */
  update(place: SentMessage, body: SlackMessageBody): Promise<void>;
  /** Says something under it. */
  reply(place: SentMessage, text: string): Promise<void>;
  /** Within three seconds of the press that the trigger is of. */
  openView(triggerId: string, view: ModalView): Promise<void>;
}

export interface SentMessage {
  channel: string;
  ts: string;
}

export interface Slack {
  reader: SlackReader;
  writer: SlackWriter;
  asker: SlackAsker;
}

const EVENT_TYPE = "convene_effect";
/** Of a conversation with one person, who is told of little. */
const LATEST = 200;

/** Both go to effects alone; who is there may be asked by others. */
export const createSlack = (options: SlackOptions): Slack => {
  const client = new WebClient(options.botToken, {
    slackApiUrl: options.apiUrl.replace(/\/*$/, "/"),
    timeout: options.timeoutMs ?? 15_000,
    // What is tried again is decided by effects.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logLevel: LogLevel.ERROR,
    logger: SILENT,
  });
  const workspace = rememberWorkspace(client, options.clock);
  const send: SlackAsker["send"] = async (person, body, effectId) => {
    const channel = await openConversation(client, person);
    await options.mayWrite?.();
    return await post(client, { channel, body, effectId });
  };
  return {
    reader: {
      findPerson: async (email) => await findPerson(client, email),
      emailOf: async (person) => await emailOf(client, { person, workspace }),
      isOurTeam: async ({ id, enterpriseId }) => {
        const ours = await workspace();
        return (
          id === ours.team_id || (enterpriseId !== null && enterpriseId === ours.enterprise_id)
        );
      },
      findMessage: async (person, effectId) => await findMessage(client, person, effectId),
      look: async () => {
        try {
          await client.auth.test();
        } catch (thrown) {
          throw readSlackError("auth.test", thrown);
        }
      },
    },
    writer: {
      send: async (person, message, effectId) => await send(person, bodyOf(message), effectId),
    },
    asker: { send, ...askingIn(client, options) },
  };
};

/** What it would say holds tokens and addresses. */
const SILENT = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

const findPerson = async (client: WebClient, email: string): Promise<string | null> => {
  try {
    const { user } = await client.users.lookupByEmail({ email });
    return user?.deleted === true ? null : (user?.id ?? null);
  } catch (thrown) {
    const error = readSlackError("users.lookupByEmail", thrown);
    if (error.data["word"] === "users_not_found") return null;
    throw error;
  }
};

const emailOf = async (
  client: WebClient,
  { person, workspace }: { person: string; workspace: () => Promise<Workspace> },
): Promise<string | null> => {
  try {
    const { user } = await client.users.info({ user: person });
    if (!user || isOutside(user)) return null;
    return isMember(user, await workspace()) ? (user.profile?.email ?? null) : null;
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    const error = readSlackError("users.info", thrown);
    if (error.data["word"] === "user_not_found") return null;
    throw error;
  }
};

type SlackUser = NonNullable<UsersInfoResponse["user"]>;

/** No member with all rights: a guest, somebody of a company that a channel is shared with, or whose address nobody has confirmed. */
const isOutside = (user: SlackUser): boolean =>
  user.deleted === true ||
  user.is_bot === true ||
  user.is_restricted === true ||
  user.is_ultra_restricted === true ||
  user.is_email_confirmed === false;

type Workspace = Pick<AuthTestResponse, "team_id" | "enterprise_id">;

/** What the token is of hardly ever changes: it is asked again only after so many minutes, by each process. */
const REMEMBERED_MINUTES = 10;

/** The token's own workspace. A failure is not remembered. Errors: those of reads. */
const rememberWorkspace = (client: WebClient, clock: Clock): (() => Promise<Workspace>) => {
  let known: { workspace: Workspace; until: Temporal.Instant } | null = null;
  return async () => {
    const now = clock.now();
    if (known && Temporal.Instant.compare(now, known.until) < 0) return known.workspace;
    try {
      const workspace = await client.auth.test();
      known = { workspace, until: now.add({ minutes: REMEMBERED_MINUTES }) };
      return workspace;
    } catch (thrown) {
      throw readSlackError("auth.test", thrown);
    }
  };
};

/** Of the workspace, or of one of the same organization. */
const isMember = (user: SlackUser, ours: Workspace): boolean => {
  const organization = user.enterprise_user?.enterprise_id;
  return (
    user.team_id === ours.team_id ||
    (organization !== undefined && organization === ours.enterprise_id)
  );
};

const openConversation = async (client: WebClient, person: string): Promise<string> => {
  try {
    const { channel } = await client.conversations.open({ users: person });
    return channel?.id ?? "";
  } catch (thrown) {
    throw readSlackError("conversations.open", thrown);
  }
};

const findMessage = async (
  client: WebClient,
  person: string,
  effectId: string,
): Promise<SentMessage | null> => {
  const channel = await openConversation(client, person);
  try {
    const { messages = [] } = await client.conversations.history({
      channel,
      limit: LATEST,
      include_all_metadata: true,
    });
    const ours = messages.find(({ metadata }) => isOf(metadata, effectId));
    return ours?.ts === undefined ? null : { channel, ts: ours.ts };
  } catch (thrown) {
    throw readSlackError("conversations.history", thrown);
  }
};

const isOf = (
  metadata: { event_type?: string; event_payload?: object } | undefined,
  effectId: string,
): boolean =>
  metadata?.event_type === EVENT_TYPE &&
  Object.entries(metadata.event_payload ?? {}).some(
    ([name, value]) => name === "effect_id" && value === effectId,
  );

const post = async (
  client: WebClient,
  { channel, body, effectId }: { channel: string; body: SlackMessageBody; effectId: string },
): Promise<SentMessage> => {
  try {
    const { ts } = await client.chat.postMessage({
      channel,
      ...body,
      metadata: { event_type: EVENT_TYPE, event_payload: { effect_id: effectId } },
      unfurl_links: false,
      unfurl_media: false,
    });
    return { channel, ts: ts ?? "" };
  } catch (thrown) {
    throw writeSlackError("chat.postMessage", thrown);
  }
};

const bodyOf = (message: RenderedAlert): SlackMessageBody => ({
  text: withoutMarkup(message.title),
  blocks: blocksOf(message),
});

const askingIn = (
  client: WebClient,
  { mayWrite }: Pick<SlackOptions, "mayWrite">,
): Omit<SlackAsker, "send"> => ({
  update: async ({ channel, ts }, body) => {
    await mayWrite?.();
    try {
      await client.chat.update({ channel, ts, ...body });
    } catch (thrown) {
      throw writeSlackError("chat.update", thrown);
    }
  },
  reply: async ({ channel, ts }, text) => {
    await mayWrite?.();
    try {
      await client.chat.postMessage({ channel, thread_ts: ts, text: withoutMarkup(text) });
    } catch (thrown) {
      throw writeSlackError("chat.postMessage", thrown);
    }
  },
  openView: async (triggerId, view) => {
    try {
      await client.views.open({ trigger_id: triggerId, view });
    } catch (thrown) {
      throw writeSlackError("views.open", thrown);
    }
  },
});
