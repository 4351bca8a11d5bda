/** The page of the assistant, at `/c/<token>/assistant`, and its forms: the same as its script sends, for who has none. */
import type { Request, Response, Router } from "express";
import { CHAT_LIMITS, ChatAct } from "../../../domain/chat.ts";
import { AppError } from "../../../domain/errors.ts";
import { formOf, textOf } from "../../pages/form-body.ts";
import { unusable } from "../../pages/unusable.ts";
import { statusOf } from "../../problem.ts";
import { formOnce } from "../acts.ts";
import { keepShown } from "../keep-shown.ts";
import { type View, readView } from "../view.ts";
import { type Visit, openVisit } from "../visit.ts";
import { actInChat } from "./act-in-chat.ts";
import { type ChatFault, chatPage } from "./chat-page.ts";
import { type ChatDeps, answerMessage, takeMessage } from "./converse.ts";
import { readKnowledge } from "./knowledge.ts";
import { cleanWritten, looksPerLink, writesPerLink } from "./limits.ts";
import { viewChat } from "./view-chat.ts";

/** Sends a page of the candidate's. */
type Show = (response: Response, page: ReturnType<typeof chatPage>, status?: number) => void;

/** Puts the page and its forms below `/:token/assistant`. */
export const addChatPage = (router: Router, show: Show, deps: ChatDeps): void => {
  const looks = looksPerLink(deps.links);
  router.get("/:token/assistant", looks, async (request, response) => {
    const visit = await openVisit(request, deps);
    const view = await readView(visit, deps);
    await keepShown({ request, place: "chat", visit, view }, deps);
    show(response, await pageOf({ visit, view }, deps));
  });
  router.post("/:token/assistant/ask", writesPerLink(deps.links), async (request, response) => {
    const form = formOf(request);
    const text = textOf(form, "text");
    await orShowAgain({ request, response, show, kind: null, text }, deps, async (visit) => {
      const written = cleanWritten(text, CHAT_LIMITS.message);
      const once = formOnce(form);
      const { asked, isToAnswer } = await takeMessage({ visit, text: written, once }, deps);
      if (isToAnswer) await answerMessage({ visit, asked }, deps);
    });
  });
  router.post("/:token/assistant/act", looksPerLink(deps.links), async (request, response) => {
    const { text, ...pressed } = actOf(request);
    const { kind } = pressed.act;
    await orShowAgain({ request, response, show, kind, text }, deps, async (visit) => {
      await actInChat({ visit, ...pressed }, deps);
    });
  });
};

const actOf = (request: Request): { act: ChatAct; text: string; once?: string } => {
  const form = formOf(request);
  const text = textOf(form, "text");
  const parsed = ChatAct.safeParse({
    kind: textOf(form, "kind"),
    messageId: textOf(form, "messageId"),
    ...(text !== "" && { text }),
  });
  if (!parsed.success) throw unusable();
  // A button of a message is pressed once anyway.
  const isOnce = textOf(form, "form") !== "";
  return { act: parsed.data, text, ...(isOnce && { once: formOnce(form) }) };
};

const pageOf = async (
  { visit, view, fault }: { visit: Visit; view: View; fault?: ChatFault },
  deps: ChatDeps,
): Promise<ReturnType<typeof chatPage>> => {
  const knowledge = await readKnowledge({ visit, view }, deps);
  const chat = await viewChat({ visit, view, knowledge }, deps);
  return chatPage({ visit, view, chat, mayDo: knowledge.mayDo, ...(fault && { fault }) });
};

interface Sent extends Pick<ChatFault, "kind" | "text"> {
  request: Request;
  response: Response;
  show: Show;
}

/** Refusals that the page says itself, with what was typed. */
const SAID_HERE: ReadonlySet<AppError["code"]> = new Set([
  "conflict",
  "input_invalid",
  "payload_too_large",
  "rate_limited",
]);

/** Does what was sent; what cannot be taken as it is comes back on the page, with its words. */
const orShowAgain = async (
  { request, response, show, kind, text }: Sent,
  deps: ChatDeps,
  take: (visit: Visit) => Promise<void>,
): Promise<void> => {
  const visit = await openVisit(request, deps);
  try {
    await take(visit);
    response.redirect(303, `${visit.href("/assistant")}#composer`);
  } catch (thrown) {
    if (!(thrown instanceof AppError) || !SAID_HERE.has(thrown.code)) throw thrown;
    const { message } = thrown;
    const view = await readView(visit, deps);
    const page = await pageOf({ visit, view, fault: { kind, text, message } }, deps);
    show(response, page, statusOf(thrown));
  }
};
