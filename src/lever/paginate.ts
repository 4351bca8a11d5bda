/** Lists of Lever's, page by page. Tokens are opaque; the guards are against a list that never ends.
 * Source: Lever API v1, pagination. */
import { AppError } from "../domain/errors.ts";
import { badAnswer } from "./errors.ts";
import type { LeverHttp, Query } from "./http.ts";
import { unwrapPage } from "./unwrap.ts";

const PAGE_SIZE = 100;
const MAX_PAGES = 1_000;
/** Lever has been seen to say `hasNext` on an empty page; a few are followed, then the list has ended. */
const MAX_EMPTY_PAGES = 3;

/** All items of a list, in Lever's order, still raw. Errors: those of `LeverHttp.read`; lever_bad_answer for a list that
 * cannot be read to its end. */
export const readAll = async (
  http: LeverHttp,
  path: string,
  query: Query = {},
): Promise<unknown[]> => {
  try {
    return await readPages(http, path, query);
  } catch (error) {
    const isStale = error instanceof AppError && error.data["isStaleOffset"] === true;
    if (!isStale) throw error;
    return await readPages(http, path, query);
  }
};

const readPages = async (http: LeverHttp, path: string, query: Query): Promise<unknown[]> => {
  const bad = (reason: string) => badAnswer({ method: "GET", path }, reason);
  const items: unknown[] = [];
  let offset: string | undefined;
  let emptyPages = 0;
  for (let count = 0; count < MAX_PAGES; count += 1) {
    const page = unwrapPage(await http.read(path, { ...query, limit: PAGE_SIZE, offset }));
    if (page === undefined) throw bad("it is not a list");
    items.push(...page.items);
    if (!page.hasNext) return items;
    emptyPages = page.items.length === 0 ? emptyPages + 1 : 0;
    const leadsNowhere = page.next === null || page.next === offset;
    if (page.items.length === 0 && (leadsNowhere || emptyPages === MAX_EMPTY_PAGES)) return items;
    if (leadsNowhere) throw bad("the list says that it goes on, but not where");
    offset = page.next ?? undefined;
  }
  throw bad("the list does not end");
};
