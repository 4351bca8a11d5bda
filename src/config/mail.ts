/** The server that sends our mail, and who it is from. */
import type { Secret } from "../secret.ts";
import type { Environment } from "./environment.ts";

export interface MailConfig {
  smtpUrl: Secret;
  /** `name` null: the company's name. */
  from: { email: string; name: string | null };
}

/** `Name <address>`, or an address alone; the variable's check has let nothing else through. */
const mailboxOf = (text: string): { email: string; name: string | null } => {
  const named = /^(.*)<([^<>]+)>$/.exec(text);
  const name = named?.[1]?.trim().replace(/^"(.*)"$/, "$1") ?? "";
  return { email: named?.[2] ?? text, name: name === "" ? null : name };
};

/** Null: no mail can be sent. */
export const buildMail = (env: Environment): MailConfig | null =>
  env.SMTP_URL === undefined || env.MAIL_FROM === undefined
    ? null
    : { smtpUrl: env.SMTP_URL, from: mailboxOf(env.MAIL_FROM) };
