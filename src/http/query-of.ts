import type { Request } from "express";

/** What stands behind the question mark of a request, as it was sent. An address can be sent whole, with a host that is none: it is not parsed for it. */
export const queryOf = ({ originalUrl }: Pick<Request, "originalUrl">): URLSearchParams => {
  const at = originalUrl.indexOf("?");
  return new URLSearchParams(at < 0 ? "" : originalUrl.slice(at + 1));
};
