/** What no source may carry into a brief: addresses, links, pictures, markup, encoded blobs, characters that nobody sees. */
import { isVisible } from "../../src/domain/quoted.ts";

/** Endings that mail programs and chats make links of. */
const ENDINGS =
  "com|org|net|edu|gov|mil|int|info|biz|io|co|ai|app|dev|me|tv|xyz|site|online|tech|cloud|shop|link|click|page|eu|de|at|ch|uk|us|ca|au|nz|ie|fr|es|pt|it|nl|be|pl|se|no|dk|fi|cz|ro|hu|gr|in|cn|jp|kr|br|mx|ru|ua|tr|za|il|test|example|invalid|localhost|zip|mov";

const RULES: readonly RegExp[] = [
  // Any scheme, and what programs take for one.
  /\b[a-z][a-z\d+.-]{1,20}:\/\//i,
  /\b(?:https?|hxxps?|ftp|mailto|javascript|data|tel|sms|vbscript)\s?:\S/i,
  /\bwww\./i,
  /(?:^|\s)\/\/[\w-]+\./,
  // Addresses of mail, and handles that wake people up.
  /@[\p{L}\p{N}_]/u,
  // `ASP.NET` and `Node.js` are no hosts.
  new RegExp(`(?<!\\bASP)(?<=[\\p{L}\\p{N}])\\.(?:${ENDINGS})(?![\\p{L}\\p{N}])`, "iu"),
  /\b\d{1,3}(?:\.\d{1,3}){3}\b/,
  // Markdown and HTML.
  /!\[|\]\s?\(|\]\s?\[|\]:\s/,
  /<[!/?a-z@#][^>]*>?/i,
  /&(?:#\d+|#x[\da-f]+|[a-z]{2,12});/i,
  // Encoded blobs.
  /[A-Za-z\d+/=_-]{40,}/,
];

/** Whether a text has any of it. */
export const hasForeignMatter = (text: string): boolean =>
  RULES.some((rule) => rule.test(text)) || !isVisible(text.replaceAll(/[\n\t\r]/g, " "));

/** Whether a text has characters of markup: of what is a name or a line of plain words, none has any. */
export const hasMarkup = (text: string): boolean => /[<>{}[\]|\\`]/.test(text);
