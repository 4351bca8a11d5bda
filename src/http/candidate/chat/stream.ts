/** What comes into a chat while its page is open: a person's answer, or what was said in another window. */
import type { Request, Response } from "express";
import type { Logger } from "pino";
import { listChat } from "../../../cases/chat.ts";
import type { Notice } from "../../api/stream.ts";
import { type ViewDeps, readView } from "../view.ts";
import type { Visit, VisitDeps } from "../visit.ts";
import { openVisit } from "../visit.ts";
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

/** The windows that each chat is open in, by what ends them; the oldest first. */
export type OpenWindows = Map<string, Set<() => void>>;

type Deps = VisitDeps & ViewDeps & { feed: ChatFeed; log: Logger; open: OpenWindows };

/** `GET …/chat/stream`. Each time something came, the link is asked once more whether it is still good. Who has gone before it began leaves
 * nothing behind. */
export const followChat = async (
  { case_ }: Visit,
  { request, response }: Exchange,
  deps: Deps,
): Promise<void> => {
  if (response.destroyed) return;
  const window = openWindow(case_.id, response, deps.open);
  const before = await listChat(deps.database, { caseId: case_.id }, deps.texts);
  if (window.isGone()) return;
  let after = before.at(-1)?.seq ?? 0;
  const stream = openStream(response);
  stream.send("hello", {});
  const tell = async (): Promise<void> => {
    if (window.isGone()) return;
    const visit = await openVisit(request, deps);
    const all = await listChat(deps.database, { caseId: case_.id }, deps.texts);
    const mayDo = mayDoNow(await readView(visit, deps));
    const last = lastWithActions(all);
    for (const message of all.filter(({ seq }) => seq > after)) {
      after = message.seq;
      stream.send("message", {
        message: viewMessage(message, { isLast: message.id === last?.id, mayDo, visit }),
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
        window.end();
      });
    },
    () => window.end(),
  );
  window.onGone(() => {
    stop();
    stream.end();
  });
};

interface Window {
  isGone(): boolean;
  end(): void;
  /** Done at once where it has gone already. */
  onGone(then: () => void): void;
}

/** One more window of the chat; where there are too many, the oldest ends. Counted from before anything is waited for, and not any more
 * from the moment that it is ended: who only aborts, or never reads the end, holds no place. */
const openWindow = (caseId: string, response: Response, open: OpenWindows): Window => {
  const windows = open.get(caseId) ?? new Set();
  let isGone = false;
  const left: (() => void)[] = [];
  const leave = (): void => {
    isGone = true;
    windows.delete(end);
    if (windows.size === 0 && open.get(caseId) === windows) open.delete(caseId);
    for (const then of left.splice(0)) then();
  };
  const end = (): void => {
    leave();
    response.end();
  };
  response.on("close", leave);
  open.set(caseId, windows.add(end));
  const [oldest] = windows;
  if (windows.size > MOST_OPEN && oldest) oldest();
  return {
    isGone: () => isGone,
    end,
    onGone: (then) => {
      if (isGone) then();
      else left.push(then);
    },
  };
};
