/** A candidate with a link, as a browser without script: opens pages, fills in forms, follows where it is sent. */
import type { Walk } from "./walk.ts";

export interface Shown {
  status: number;
  /** Where it ended. */
  url: string;
  headers: Headers;
  html: string;
  /** The words of the page, in one line. */
  words: string;
}

/** The link in the newest mail to that address. */
export const linkInMail = async (walk: Walk, email: string): Promise<string> => {
  const mail = (await walk.eyes.mailsTo(email)).at(-1);
  const link = /https?:\/\/\S+\/c\/\S+/.exec(mail?.text ?? "")?.[0];
  if (link === undefined) throw new Error("the mail holds no link to a page");
  return link;
};

/** Opens a page. */
export const openLink = async (
  url: string,
  headers: Record<string, string> = {},
): Promise<Shown> => {
  const response = await fetch(url, { headers });
  const html = await response.text();
  return {
    status: response.status,
    url: response.url,
    headers: response.headers,
    html,
    words: wordsOf(html),
  };
};

/** Sends the page's form for that act with these fields, and follows. `from`: the page as it was shown. */
export const sendForm = async (
  from: Shown,
  act: string,
  fields: Record<string, string | string[]> = {},
): Promise<Shown> => {
  const { action, hidden } = formIn(from, act);
  return await post(new URL(action, from.url).toString(), { ...hidden, ...fields });
};

/** Sends anything anywhere, and follows. */
export const post = async (
  url: string,
  fields: Record<string, string | string[]>,
  headers: Record<string, string> = {},
): Promise<Shown> => {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const each of [value].flat()) body.append(name, each);
  }
  const response = await fetch(url, { method: "POST", body, headers });
  const html = await response.text();
  return {
    status: response.status,
    url: response.url,
    headers: response.headers,
    html,
    words: wordsOf(html),
  };
};

/** The form whose address ends with the act, and its hidden fields. */
export const formIn = (
  { html }: Shown,
  act: string,
): { action: string; hidden: Record<string, string> } => {
  const forms = [
    ...html.matchAll(/<form\s+method="post"\s+action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g),
  ];
  const form = forms.find(([, action = ""]) => action.split("?")[0]?.endsWith(act));
  if (!form) throw new Error(`the page has no form for ${act}`);
  const hidden = Object.fromEntries(
    [...(form[2] ?? "").matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"[^>]*>/g)].map(
      ([, name = "", value = ""]) => [name, value],
    ),
  );
  return { action: (form[1] ?? "").replaceAll("&amp;", "&"), hidden };
};

const wordsOf = (html: string): string =>
  html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, " ")
    .replaceAll(/<select[\s\S]*?<\/select>/g, " ")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/g, " ")
    .trim();
