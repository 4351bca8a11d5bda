/** Somebody asks in plain words, and waits a little for the answer. */
import type { Database } from "../db/port.ts";
import type { AcceptDeps } from "../intake/accept.ts";
import type { Texts } from "../privacy/texts.ts";
import { type NewRequest, getRequest, storeRequest } from "./plain-requests.ts";
import { waitForEvent } from "./request-interview.ts";
import { type RequestView, viewRequest } from "./view-request.ts";

interface AskDeps extends AcceptDeps {
  database: Database;
  texts: Texts;
  /** Milliseconds to wait for the answer, and again for what it hands on. */
  patienceMs: number;
}

/** The request as it stands by then. Errors: `rate_limited`. */
export const askInWords = async (
  request: NewRequest,
  signal: AbortSignal,
  deps: AskDeps,
): Promise<RequestView> => {
  const id = await deps.database.transaction(async (tx) => await storeRequest(tx, request, deps));
  const stored = await getRequest(deps.database, id);
  if (!stored) throw new Error("a request that was just stored is not there");
  await waitForEvent(stored.eventId, signal, deps);
  const answered = (await getRequest(deps.database, id)) ?? stored;
  if (answered.handedEventId !== null) await waitForEvent(answered.handedEventId, signal, deps);
  return await viewRequest(answered, deps);
};

/** A function that asks. */
export const createAskInWords =
  (deps: AskDeps) =>
  async ({ signal, ...request }: NewRequest & { signal: AbortSignal }): Promise<RequestView> =>
    await askInWords(request, signal, deps);
