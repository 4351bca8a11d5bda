/** The chat of a candidate's page, at `/c/<token>/chat`: JSON and streams, for the script of its page. The token in the address is what
 * opens it; nothing here writes an address into the log. */
import express, { type Request, type RequestHandler, type Response, Router } from "express";
import type { Logger } from "pino";
import type { z } from "zod";
import { CHAT_LIMITS, ChatAct, ChatPost } from "../../../domain/chat.ts";
import { AppError, asAppError } from "../../../domain/errors.ts";
import { pathOfUnstorable } from "../../../domain/storable.ts";
import { perAddress, refuseOtherSites, refuseUnstorable } from "../../pages/visitor-door.ts";
import { problemHandler, statusOf } from "../../problem.ts";
import { keepShown } from "../keep-shown.ts";
import { readView } from "../view.ts";
import { openVisit } from "../visit.ts";
import { actInChat } from "./act-in-chat.ts";
import { type ChatDeps, answerMessage, takeMessage } from "./converse.ts";
import { readKnowledge } from "./knowledge.ts";
import { cleanWritten, looksPerLink, writesPerLink } from "./limits.ts";
import { type ChatFeed, type OpenWindows, followChat } from "./stream.ts";
import { openStream } from "./event-stream.ts";
import { viewChat, viewMessage } from "./view-chat.ts";

export interface ChatRouterDeps extends ChatDeps {
  log: Logger;
  feed: ChatFeed;
  /** What one network address may ask for here in a minute. */
  pagesPerMinute: number;
}

/** A message of 4,000 characters, whatever they are written in; longer ones are refused by their own words. */
const BODY_LIMIT = "512kb";

/** Everything below `/c/:token/chat`. */
export const chatRouter = (deps: ChatRouterDeps): Router => {
  const router = Router();
  const open: OpenWindows = new Map();
  const chat = "/:token/chat";
  router.use(chat, ...door(deps));
  const looks = looksPerLink(deps.links);
  router.get(chat, looks, async (request, response) => {
    const visit = await openVisit(request, deps);
    const view = await readView(visit, deps);
    const knowledge = await readKnowledge({ visit, view }, deps);
    await keepShown({ request, place: "chat", visit, view }, deps);
    response.json(await viewChat({ visit, view, knowledge }, deps));
  });
  router.post(
    `${chat}/messages`,
    writesPerLink(deps.links),
    async (request, response) => await answer(request, response, deps),
  );
  router.post(`${chat}/actions`, looksPerLink(deps.links), async (request, response) => {
    const visit = await openVisit(request, deps);
    const act = bodyOf(ChatAct, request);
    const { answer: said, knowledge } = await actInChat({ visit, act }, deps);
    response.json({ message: viewMessage(said, { isLast: true, mayDo: knowledge.mayDo, visit }) });
  });
  router.get(`${chat}/stream`, looks, async (request, response) => {
    await followChat(await openVisit(request, deps), { request, response }, { ...deps, open });
  });
  router.use(chat, () => {
    throw new AppError({
      code: "not_found",
      fault: "caller",
      message: "There is no such address.",
    });
  });
  router.use(chat, withoutAddress, problemHandler(deps.log, deps.ids));
  return router;
};

const door = ({ pagesPerMinute }: ChatRouterDeps): RequestHandler[] => [
  (_request, response, next) => {
    response.setHeader("cache-control", "no-store");
    response.setHeader("referrer-policy", "no-referrer");
    response.setHeader("x-robots-tag", "noindex, nofollow");
    next();
  },
  perAddress(pagesPerMinute, (path) => path === "/actions"),
  refuseOtherSites({}),
  refuseUnstorable,
  express.json({ limit: BODY_LIMIT }),
];

/** A fault of ours is told with its own words in the log, and without the path, which has the token in it. */
const withoutAddress: express.ErrorRequestHandler =
  // oxlint-disable-next-line max-params -- Express knows an error handler by its four parameters.
  (thrown: unknown, request, _response, next) => {
    request.url = "/chat";
    next(thrown);
  };

const bodyOf = <Schema extends z.ZodType>(schema: Schema, { body }: Request): z.output<Schema> => {
  const parsed = schema.safeParse(body ?? {});
  if (!parsed.success || pathOfUnstorable(parsed.data) !== null) {
    throw new AppError({
      code: "input_invalid",
      fault: "caller",
      message: "What was sent is not what the chat sends.",
    });
  }
  return parsed.data;
};

/** What is refused is told by its status. From then on it is a stream, and what goes wrong is told in it. */
const answer = async (
  request: Request,
  response: Response,
  deps: ChatRouterDeps,
): Promise<void> => {
  const visit = await openVisit(request, deps);
  const text = cleanWritten(bodyOf(ChatPost, request).text, CHAT_LIMITS.message);
  const { asked } = await takeMessage({ visit, text }, deps);
  const stream = openStream(response);
  try {
    const { answer: said, knowledge } = await answerMessage({ visit, asked }, deps);
    const message = viewMessage(said, { isLast: true, mayDo: knowledge.mayDo, visit });
    for (const piece of piecesOf(message.text)) stream.send("delta", { text: piece });
    stream.send("answer", { message });
  } catch (thrown) {
    const error = asAppError(thrown);
    if (statusOf(error) >= 500) deps.log.error({ err: error }, "a chat was not answered");
    stream.send("problem", {
      code: error.code,
      message:
        statusOf(error) >= 500
          ? "Something is wrong on our side, and your message was not answered. Please try again in a few minutes, or reply to our mail."
          : error.message,
    });
  } finally {
    stream.end();
  }
};

/** A checked text in pieces of whole words. */
const piecesOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];
