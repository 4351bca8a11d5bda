/** What comes into a chat while its page is open: a person's answer, or what was said in another window. */
import type { Request, Response } from "express";
import type { Logger } from "pino";
import { listChat } from "../../../cases/chat.ts";
import type { Notice } from "../../api/stream.ts";
import { readView } from "../view.ts";
import type { Visit, VisitDeps } from "../visit.ts";
import { openVisit } from "../visit.ts";
import type { ChatDeps } from "./converse.ts";
import { openStream } from "./event-stream.ts";
import { mayDoNow } from "./known-case.ts";
import { lastWithActions, viewMessage } from "./view-chat.ts";

/** What tells of changes. */
export interface ChatFeed {
  follow(heard: (notice: Notice) => void, ended: () => void): () => void;
}

/** More windows of one chat than these are nobody's. */
const MOST_OPEN = 10;

interface Exchange {
  request: Request;
  response: Response;
}

/** The windows that each chat is open in, by what ends them. */
export type OpenWindows = Map<string, Set<() => void>>;

type Deps = ChatDeps & VisitDeps & { feed: ChatFeed; log: Logger; open: OpenWindows };

/** `GET …/chat/stream`. Each time something came, the link is asked once more whether it is still good. */
export const followChat = async (
  { case_ }: Visit,
  { request, response }: Exchange,
  deps: Deps,
): Promise<void> => {
  const before = await listChat(deps.database, { caseId: case_.id }, deps.texts);
  let after = before.at(-1)?.seq ?? 0;
  const stream = openStream(response);
  stream.send("hello", {});
  const tell = async (): Promise<void> => {
    const visit = await openVisit(request, deps);
    const all = await listChat(deps.database, { caseId: case_.id }, deps.texts);
    const mayDo = mayDoNow(await readView(visit, deps));
    const last = lastWithActions(all);
    for (const message of all.filter(({ seq }) => seq > after)) {
      after = message.seq;
      stream.send("message", {
        message: viewMessage(message, { isLast: message.id === last?.id, mayDo }),
      });
    }
  };
  // One after another, so that nothing is told twice.
  let telling = Promise.resolve();
  const stop = deps.feed.follow(
    (notice) => {
      if (notice.topic !== "chat" || notice.caseId !== case_.id) return;
      telling = telling.then(tell).catch((thrown: unknown) => {
        deps.log.warn({ err: thrown, caseId: case_.id }, "a chat is not followed any more");
        stream.end();
      });
    },
    () => stream.end(),
  );
  keepFew({ caseId: case_.id, end: () => stream.end(), response }, deps.open);
  response.on("close", stop);
};

const keepFew = (
  { caseId, end, response }: { caseId: string; end: () => void; response: Response },
  open: OpenWindows,
): void => {
  const windows = open.get(caseId) ?? new Set();
  open.set(caseId, windows.add(end));
  const [oldest] = windows;
  if (windows.size > MOST_OPEN && oldest) oldest();
  response.on("close", () => {
    windows.delete(end);
    if (windows.size === 0) open.delete(caseId);
  });
};
