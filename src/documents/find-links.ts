/** Addresses in and behind a text: data, never followed. */
import type { Link } from "./shape.ts";
import type { Place } from "./spans.ts";

const WEB =
  /(?:https?:\/\/|www\.)[^\s<>"')\]]{3,300}|(?<![\w@.])(?:[\w-]+\.)?(?:linkedin\.com|github\.com|gitlab\.com)\/[^\s<>"')\]]{2,200}/gi;
const MAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;
const MOST = 200;

/** Each address once, those in the text first. */
export const findLinks = (text: string, urls: readonly string[], place: Place): Link[] => {
  const links: Link[] = [];
  for (const match of [...text.matchAll(WEB), ...text.matchAll(MAIL)]) {
    const written = match[0].replace(/[.,;:!?]+$/, "");
    links.push({
      url: written,
      kind: kindOf(written),
      span: place(match.index, match.index + written.length),
    });
  }
  for (const url of urls) links.push({ url: url.slice(0, 500), kind: kindOf(url), span: null });
  const seen = new Set<string>();
  return links
    .filter(({ url }) => {
      const same = url
        .toLowerCase()
        .replace(/^(?:https?:\/\/|mailto:)?(?:www\.)?/, "")
        .replace(/\/$/, "");
      return !seen.has(same) && seen.add(same);
    })
    .slice(0, MOST);
};

const kindOf = (url: string): Link["kind"] => {
  if (/^mailto:/i.test(url) || (url.includes("@") && !url.includes("/"))) return "mail";
  const host = /^(?:https?:\/\/)?(?:www\.)?([^/?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? "";
  if (/(?:^|\.)linkedin\.com$/.test(host)) return "linkedin";
  return /(?:^|\.)github\.com$/.test(host) ? "github" : "web";
};
