/** What no source may carry into a brief or a synthesis: addresses, links, telephone numbers, pictures, markup, encoded blobs, characters
 * that nobody sees. */
import tlds from "tlds" with { type: "json" };
import { isVisible } from "../../src/domain/quoted.ts";

/** Endings of names that programs make links of as they find them, however they are written: those that people use most, and those that no
 * list has. */
const USUAL = new Set(
  "com|org|net|edu|gov|mil|int|info|biz|io|co|ai|app|dev|me|tv|xyz|site|online|tech|cloud|shop|link|click|page|eu|de|at|ch|uk|us|ca|au|nz|ie|fr|es|pt|it|nl|be|pl|se|no|dk|fi|cz|ro|hu|gr|in|cn|jp|kr|br|mx|ru|ua|tr|za|il|test|example|invalid|localhost|onion|zip|mov".split(
    "|",
  ),
);
/** All there are. Source: IANA, by `tlds`. */
const ENDINGS = new Set(tlds.map((ending) => ending.normalize("NFKC")));

/** Names of tools that look like those of hosts. */
const TOOLS =
  /(?<![\p{L}\p{N}.@-])(?:(?:ASP|VB|ADO|ML)\.NET|Socket\.IO(?![/:]\w))(?![\p{L}\p{N}-]|\.\p{L})/giu;

/** What browsers and mail programs take for a dot, a slash or a colon, and what people write instead of a dot. */
const DOTS = /[\u3002\u2024]|[[(]\s?(?:\.|dot)\s?[\])]/gi;
const SLASHES = /[\u2044\u2215\u29F8]/g;
const COLONS = /[\u2236\uA789]/g;

/** As programs read it that look for links. */
const folded = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(DOTS, ".")
    .replace(SLASHES, "/")
    .replace(COLONS, ":")
    .replace(TOOLS, "that");

const RULES: readonly RegExp[] = [
  // Any scheme, and what programs take for one.
  /\b[a-z][a-z\d+.-]{1,20}:\/\//i,
  /\b(?:https?|hxxps?|ftp|mailto|javascript|data|tel|sms|vbscript)\s?:\S/i,
  /\bwww\./i,
  /(?:^|\s)\/\/[\w-]+\./,
  // Addresses of mail, and handles that wake people up.
  /@[\p{L}\p{N}_]/u,
  // Hosts: in the writing of machines, with a path or a port, and by number. `Node.js/React` is none.
  /(?<![\p{L}\p{N}])xn--[a-z\d]/iu,
  /[\p{L}\p{N}]\.(?!(?:[jt]sx?|py|rb|php|sql)\/)\p{L}[\p{L}\p{M}\p{N}-]+\/\S/iu,
  /\blocalhost[:/]/i,
  /[\p{L}\p{N}]\.\p{L}[\p{L}\p{M}\p{N}-]*:\d{2,5}(?!\d)/u,
  /\p{L}:\d{2,5}\/\S/u,
  /\b\d{1,3}(?:\.\d{1,3}){3}\b/,
  /\[[\da-f]{0,4}(?::[\da-f.]*){2,8}\]|(?<![\w:])(?:[\da-f]{1,4}:){3,7}:?[\da-f]{1,4}(?![\w:])/i,
  // Telephone numbers: with their country, as one writes them at home, and as in America. No dates.
  /(?<![\p{L}\p{N}])\+\d(?:[\s()./-]{0,2}\d){6,14}(?!\d)/u,
  /(?<![\p{L}\p{N}.,/-]|\d\s)\(?0(?!\d[./-]\d{1,2}[./-]|\d[./-]\d{4}(?!\d))\d(?:[\s()./-]?\d){6,12}(?!\d)/u,
  /(?<![\p{L}\p{N}.,-])\(?\d{3}\)?[\s.-]\d{3}[.-]\d{4}(?![\p{N}-])/u,
  // Markdown and HTML.
  /!\[|\]\s?\(|\]\s?\[|\]:\s/,
  /\*\*[^*\s][^*]*\*\*|(?<![\p{L}\p{N}_])__[^_\s][^_]*__(?![\p{L}\p{N}_])/u,
  /<[!/?a-z@#][^>]*>?/i,
  /&(?:#\d+|#x[\da-f]+|[a-z]{2,12});/i,
  // Encoded blobs.
  /[A-Za-z\d+/=_-]{40,}/,
];

/** What may be the end of a host's name. */
const ENDING = /(?<=[\p{L}\p{M}\p{N}])\.(\p{L}[\p{L}\p{M}\p{N}]*)(\()?/gu;

/** Whether one of them is. Many endings are words as well: such a one with a capital begins a sentence, and before a bracket it is code. */
const namesHost = (text: string): boolean => {
  for (const [, written = "", isCalled] of text.matchAll(ENDING)) {
    const ending = written.toLowerCase();
    if (USUAL.has(ending)) return true;
    const isWord = isCalled !== undefined || /^\p{Lu}\p{Ll}/u.test(written);
    if (!isWord && ENDINGS.has(ending)) return true;
  }
  return false;
};

/** Whether a text has any of it. */
export const hasForeignMatter = (text: string): boolean => {
  const read = folded(text);
  return (
    RULES.some((rule) => rule.test(read)) ||
    namesHost(read) ||
    !isVisible(text.replaceAll(/[\n\t\r]/g, " "))
  );
};

/** Whether a text has characters of markup: of what is a name or a line of plain words, none has any. */
export const hasMarkup = (text: string): boolean => /[<>{}[\]|\\`]/.test(text.normalize("NFKC"));
