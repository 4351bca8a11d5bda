/** The words of a brief as they may be shown: what others wrote, in one line, visible, and no link. */
import { cleanText, shorten } from "../domain/quoted.ts";

/** More than any field of a brief holds: bringing long rows of combining marks to one normal form takes seconds. */
const MOST = 5_000;

/** What mail programs and chats would make a link of by themselves. */
const LINK = /(?:[a-z0-9+.-]{0,20}:\/\/|www\.|mailto:)\S*/gi;
const INSTEAD = "(link left out)";

/** One line of what the company itself wrote (agenda, questions, rooms): addresses in it stay, as words. */
export const ownLine = (text: string): string =>
  cleanText(shorten(text, MOST)).replace(/\s+/g, " ").trim();

/** One line of what somebody outside may have worded: without an address that could be followed. */
export const line = (text: string): string => ownLine(text).replace(LINK, INSTEAD);

/** Those of several that say something. */
export const lines = (texts: readonly string[]): string[] =>
  texts.map(line).filter((text) => text !== "");

/** `A, B and C`. */
export const listed = (words: readonly string[]): string => {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
};

/** `1 minute`, `45 minutes`. */
export const minutesInWords = (minutes: number): string =>
  minutes === 1 ? "1 minute" : `${minutes} minutes`;

/** An address that may become a link, as browsers write it; null for any that is none. */
export const webUrl = (url: string | null): string | null => {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, username, password, href } = new URL(url);
  const isWeb = (protocol === "https:" || protocol === "http:") && username + password === "";
  return isWeb && /^[\u0021-\u007e]+$/.test(href) && !/[<>"']/.test(href) ? href : null;
};

/** One of Lever's own, told by a link that is; null for any other. */
export const leverUrl = (url: string | null, ofLever: string): string | null => {
  const [href, own] = [webUrl(url), webUrl(ofLever)];
  return href !== null && own !== null && new URL(href).origin === new URL(own).origin
    ? href
    : null;
};
