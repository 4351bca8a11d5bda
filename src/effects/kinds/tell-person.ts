/** One person told by a message, in Slack or by mail, or all recruiters in Teams. In Slack it is looked up by the effect's id that it carries; a mail cannot be
 * looked up, nor can a card in Teams: one whose fate is unknown goes to a person. */
import { type AlertChannel, CHANNEL_WORDS, type RenderedAlert } from "../../domain/alert.ts";
import { AppError } from "../../domain/errors.ts";
import { mailHtml } from "../../messaging/mail-html.ts";
import type { Mail, Mailer } from "../../messaging/port.ts";
import type { Slack } from "../../messaging/slack.ts";
import type { Teams } from "../../messaging/teams.ts";
import type { EffectContext, EffectKind, Probe } from "../kind.ts";

/** How such a step is sent and looked up. */
export type Telling = Pick<EffectKind, "send" | "probe" | "mayDouble">;

interface InSlack {
  slack: Slack | null;
  email: string;
  /** Who it is, for whoever reads that Slack does not know them: `recruiter`. */
  whose: string;
  message(context: EffectContext): Promise<RenderedAlert> | RenderedAlert;
}

/** Errors: `message_rejected` when Slack is not connected, or does not know them. */
export const tellInSlack = ({ slack, email, whose, message }: InSlack): Telling => ({
  mayDouble: true,
  send: async (context) => {
    const { reader, writer } = slack ?? notConnected("Slack");
    const person = (await reader.findPerson(email)) ?? notThere(whose);
    const { channel, ts } = await writer.send(person, await message(context), context.effectId);
    return { channel, ts };
  },
  probe: async ({ effectId }): Promise<Probe> => {
    const { reader } = slack ?? notConnected("Slack");
    const person = await reader.findPerson(email);
    const sent = person === null ? null : await reader.findMessage(person, effectId);
    if (!sent) return { outcome: "absent" };
    return { outcome: "done", ref: { channel: sent.channel, ts: sent.ts } };
  },
});

interface ByMail {
  mailer: Mailer;
  messageIdDomain: string;
  to: Mail["to"];
  mail(context: EffectContext): Promise<Letter> | Letter;
}

type Letter = Pick<Mail, "subject" | "text" | "html">;

/** A message as a mail: its links stand under their words. */
export const letterOf = ({ title, lines, links }: RenderedAlert, companyName: string): Letter => {
  const said = links.map(({ label, url }) => `${label}:\n${url}`);
  const text = [title, ...lines, ...said].join("\n\n");
  const footer = `Sent for ${companyName} by Convene, scheduling software.`;
  return {
    subject: title,
    text: `${text}\n\n--\n${footer}`,
    html: mailHtml({ title, text, allowedUrls: links.map(({ url }) => url), footer }),
  };
};

/** Errors: those of the mailer. */
export const tellByMail = ({ mailer, messageIdDomain, to, mail }: ByMail): Telling => ({
  send: async (context) => {
    const { effectId, handOver } = context;
    const { subject, text, html } = await mail(context);
    const messageId = `<${effectId}@${messageIdDomain}>`;
    return {
      messageId: (await mailer.send({ messageId, to, subject, text, html }, handOver)).messageId,
    };
  },
  probe: unknowable,
});

/** What tells a recruiter on each channel. */
export interface RecruiterDeps {
  chat: { slack: Slack | null; teams: Teams | null };
  mailer: Mailer;
  messageIdDomain: string;
}

interface ToRecruiter {
  channel: AlertChannel;
  to: Mail["to"];
  companyName: string;
}

/** The step that tells a recruiter on their channel. `step`: how its kinds begin; `that`: what they are told, in words. */
export const tellRecruiter = (
  { channel, to, companyName }: ToRecruiter,
  { step, that, message }: { step: string; that: string; message: RenderedAlert },
  { chat: { slack, teams }, mailer, messageIdDomain }: RecruiterDeps,
): EffectKind => {
  const who = channel === "teams" ? "recruiters" : "recruiter";
  const kind = {
    kind: `${step}_${channel}`,
    audience: "internal" as const,
    label: `Tell the ${who} ${CHANNEL_WORDS[channel]} that ${that}`,
  };
  if (channel === "slack") {
    const telling = { slack, email: to.email, whose: "recruiter", message: () => message };
    return { ...kind, ...tellInSlack(telling) };
  }
  if (channel === "teams") return { ...kind, ...tellInTeams(teams, message) };
  const mail = () => letterOf(message, companyName);
  return { ...kind, ...tellByMail({ mailer, messageIdDomain, to, mail }) };
};

const tellInTeams = (teams: Teams | null, message: RenderedAlert): Telling => ({
  send: async ({ handOver }) => {
    await (teams ?? notConnected("Teams")).post(message, handOver);
    return {};
  },
  probe: unknowable,
});

/** Before its handover not a word of it has left. */
export const unknowable: EffectKind["probe"] = async ({ isHandedOver }) =>
  await Promise.resolve({ outcome: isHandedOver ? "unknowable" : "absent" });

/** Errors: always `message_rejected`. */
export const notConnected = (name: string): never => {
  throw new AppError({
    code: "message_rejected",
    fault: "caller",
    message: `${name} is not connected any more.`,
  });
};

const notThere = (whose: string): never => {
  throw new AppError({
    code: "message_rejected",
    fault: "upstream",
    message: `Slack has nobody with the ${whose}'s address any more.`,
  });
};
