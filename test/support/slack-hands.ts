/** What people of the company see and do in its Slack and Teams, and what somebody could send who only plays Slack. */
import { z } from "zod";
import { signSlack } from "../../sandbox/slack/signed.ts";
import type { Role } from "../../src/domain/access.ts";
import { createToken } from "../../src/http/auth/tokens.ts";
import { type Api, openApi } from "./api.ts";
import type { Walk } from "./walk.ts";

const Message = z.object({
  channel: z.string(),
  ts: z.string(),
  text: z.string(),
  blocks: z.array(z.unknown()),
  threadTs: z.string().nullable(),
});
export type SeenMessage = z.infer<typeof Message>;

const Seen = z.object({
  messages: z.array(Message),
  words: z.array(z.object({ ts: z.string(), email: z.string(), text: z.string().nullable() })),
  modals: z.array(
    z.object({
      id: z.string(),
      email: z.string(),
      errors: z.record(z.string(), z.string()),
      view: z.object({
        callback_id: z.string(),
        private_metadata: z.string(),
        blocks: z.array(z.unknown()),
      }),
    }),
  ),
  members: z.array(z.object({ id: z.string(), email: z.string() })),
});

export const lookInSlack = async (walk: Walk) =>
  Seen.parse(await (await fetch(`${walk.company.url}/control/slack`)).json());

/** The value of a button of ours under a message. */
export const valueOf = (message: SeenMessage, action: string): string => {
  const found = new RegExp(`"action_id":"${action}"[^}]*?"value":("(?:[^"\\\\]|\\\\.)*")`).exec(
    JSON.stringify(message.blocks).replaceAll(/"text":\{[^}]*\},/g, ""),
  )?.[1];
  return found === undefined ? "" : z.string().parse(JSON.parse(found));
};

/** The last message that says this. */
export const messageWith = async (walk: Walk, words: string): Promise<SeenMessage | false> => {
  const { messages } = await lookInSlack(walk);
  return messages.findLast(({ blocks }) => JSON.stringify(blocks).includes(words)) ?? false;
};

const control = async (walk: Walk, path: string, body: object): Promise<number | null> => {
  const answer = await fetch(`${walk.company.url}/control/slack/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return z.object({ status: z.number().nullable() }).parse(await answer.json()).status;
};

export const press = async (
  walk: Walk,
  { channel, ts }: SeenMessage,
  { action, email }: { action: string; email: string },
): Promise<number | null> =>
  await control(walk, "click", { channel, ts, actionId: `approval_${action}`, email });

/** Fills in the only modal that is open. Values by block. */
export const fillIn = async (
  walk: Walk,
  values: Record<string, string>,
): Promise<number | null> => {
  const { modals } = await lookInSlack(walk);
  const body: Record<string, string> = { modal: modals[0]?.id ?? "" };
  for (const [block, value] of Object.entries(values)) body[`value:${block}`] = value;
  return await control(walk, "submit", body);
};

/** Somebody of the company's Slack, by their place in it. */
export const memberOf = async (walk: Walk, place: number) => {
  const { members } = await lookInSlack(walk);
  const member = members[place];
  if (!member) throw new Error("nobody is there");
  return member;
};

/** A sign-in of somebody by their address. */
export const signInAs = async (walk: Walk, name: string, role: Role): Promise<Api> => {
  const validFor = Temporal.Duration.from({ hours: 900 });
  const token = await createToken({ name, role, kind: "token", validFor }, walk.running.deps);
  return openApi(walk.url, token);
};

interface Played {
  payload: unknown;
  signingSecret?: string;
  timestamp?: string;
}

/** As if Slack had sent it. Shape: the signed request, to be sent any number of times. */
export const playSlack = (walk: Walk, { payload, signingSecret, timestamp }: Played) => {
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const now = walk.running.deps.clock.now();
  const at = timestamp ?? String(Math.floor(now.epochMilliseconds / 1_000));
  const secret = signingSecret ?? walk.company.slack?.signingSecret ?? "";
  return async (): Promise<{ status: number; text: string }> => {
    const answer = await fetch(`${walk.url}/webhooks/slack/interaction`, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "x-slack-request-timestamp": at,
        "x-slack-signature": signSlack({ body, timestamp: at, signingSecret: secret }),
      },
      body,
    });
    return { status: answer.status, text: await answer.text() };
  };
};
