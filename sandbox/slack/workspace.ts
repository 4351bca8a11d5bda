/** The company's Slack workspace as records: people, channels, messages. Source: Slack Web API reference. */
import { createHash } from "node:crypto";
import type { CompanyClock } from "../clock.ts";
import type { World } from "../worlds/types.ts";

export interface SlackMember {
  id: string;
  name: string;
  realName: string;
  email: string;
  zone: string;
  /** Of whoever is no member with all rights: what Slack says of them otherwise than of one. */
  apart?: { team_id?: string; is_restricted?: boolean; is_email_confirmed?: boolean };
}

export interface SlackMessage {
  channel: string;
  /** Time and identity of a message: seconds with six decimals, never twice in a workspace. */
  ts: string;
  text: string;
  blocks: unknown[];
  metadata: { event_type: string; event_payload: Record<string, unknown> } | null;
  threadTs: string | null;
  editedTs: string | null;
}

export interface Workspace {
  team: { id: string; domain: string };
  bot: { id: string; userId: string; appId: string };
  members: SlackMember[];
  /** Address of the first recruiter, who asks where nobody else is chosen. */
  recruiterEmail: string;
  /** In order of posting. */
  messages: SlackMessage[];
  /** What was answered to commands, in order. */
  responses: { id: string; body: Record<string, unknown> }[];
  /** Presses of buttons, and what the app said of each to whoever pressed; null: nothing. */
  words: { id: string; channel: string; ts: string; email: string; text: string | null }[];
  /** The channel that a name, an id or a member's id leads to; null for none. */
  channelOf(name: string): string | null;
  /** What a person reads over a channel: its name, or whom it is with. */
  nameOf(channel: string): string;
  nextTs(): string;
}

const idOf = (letter: string, name: string): string =>
  letter + createHash("sha256").update(name).digest("hex").slice(0, 10).toUpperCase();

/** Channels that exist and that the bot is in. */
const CHANNELS = ["recruiting", "interviews"];

const recruiterOf = ({ people }: World): string =>
  people.find((each) => each.accessRole === "team member" && each.deactivatedAtMs === null)
    ?.email ?? "";

/** The workspace of the world's people. */
export const createWorkspace = (world: World, clock: CompanyClock): Workspace => {
  const members = world.people
    .filter(({ deactivatedAtMs }) => deactivatedAtMs === null)
    .map(({ userId, username, name, email, zone }) => ({
      id: idOf("U", userId),
      name: username,
      realName: name,
      email,
      zone,
    }));
  const channels = new Map(CHANNELS.map((name) => [idOf("C", name), name]));
  const direct = new Map(members.map((member) => [idOf("D", member.id), member]));
  let lastMicros = 0n;
  return {
    team: { id: idOf("T", world.company.domain), domain: world.company.domain.split(".")[0] ?? "" },
    bot: { id: idOf("B", "convene"), userId: idOf("U", "convene"), appId: idOf("A", "convene") },
    members,
    recruiterEmail: recruiterOf(world),
    messages: [],
    responses: [],
    words: [],
    channelOf: (name) => {
      if (channels.has(name) || direct.has(name)) return name;
      if (members.some(({ id }) => id === name)) return idOf("D", name);
      const plain = name.replace(/^#/, "");
      return [...channels].find(([, known]) => known === plain)?.[0] ?? null;
    },
    nameOf: (channel) => {
      const name = channels.get(channel);
      return name === undefined ? (direct.get(channel)?.realName ?? "") : `#${name}`;
    },
    nextTs: () => {
      const micros = BigInt(clock.now().epochMilliseconds) * 1_000n;
      lastMicros = micros > lastMicros ? micros : lastMicros + 1n;
      return `${lastMicros / 1_000_000n}.${String(lastMicros % 1_000_000n).padStart(6, "0")}`;
    },
  };
};
