/** Where somebody goes after signing in: an address of ours, or the first page. */

const MOST_CHARACTERS = 500;
const FIRST_PAGE = "/";
/** What is no page of the dashboard. */
const NO_PAGE = /^\/(?:auth|api|mcp|webhooks)(?:[/?#]|$)/;

/** Never to another site, whatever the way it is written. */
export const returnPathOf = (asked: unknown, publicUrl: string): string => {
  if (typeof asked !== "string" || asked.length > MOST_CHARACTERS) return FIRST_PAGE;
  // Browsers read a backslash as a slash, and leave out tabs and line ends.
  if (!/^\/(?!\/)[\u0021-\u007e]*$/.test(asked) || asked.includes("\\")) return FIRST_PAGE;
  const { origin } = new URL(publicUrl);
  const { pathname, search, hash, origin: there } = new URL(asked, origin);
  // What comes of dots may begin with two slashes again.
  if (there !== origin || pathname.startsWith("//") || NO_PAGE.test(pathname)) return FIRST_PAGE;
  return `${pathname}${search}${hash}`;
};
