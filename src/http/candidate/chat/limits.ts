/** What may be written in the chat: how much, how often, by whom. */
import type { RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";
import { countWritten } from "../../../cases/chat.ts";
import type { Queryable } from "../../../db/port.ts";
import { CHAT_LIMITS, type ChatActKind } from "../../../domain/chat.ts";
import { AppError } from "../../../domain/errors.ts";
import { cleanText } from "../../../domain/quoted.ts";
import type { Links } from "../../../links/links.ts";
import { tooOften } from "../../pages/visitor-door.ts";

/** So many messages of one candidate a minute, and in all. */
const MOST_A_MINUTE = 12;
const MOST_EVER = 500;

/** Cleaning long rows of combining marks takes seconds. */
const LONGEST_TYPED = 2 * CHAT_LIMITS.message;

/** The words as they are kept: without what cannot be seen, in one kind of line end. Errors: `payload_too_large`; `input_invalid` when
 * nothing is left. */
export const cleanWritten = (typed: string, most: number): string => {
  if (typed.length > LONGEST_TYPED) throw tooLong(most);
  const text = cleanText(typed.replaceAll(/\r\n?/g, "\n"))
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
  if (text.length > most) throw tooLong(most);
  if (text === "") {
    throw new AppError({
      code: "input_invalid",
      fault: "caller",
      message: "There is nothing in this message. Please write your question.",
    });
  }
  return text;
};

const tooLong = (most: number): AppError =>
  new AppError({
    code: "payload_too_large",
    fault: "caller",
    message: `This is too long: please shorten it to ${most.toLocaleString("en-US")} characters, or send it in parts.`,
  });

/** Leaving the assistant and asking for a person go through so many times more. */
const HEARD_BEYOND = { aMinute: 3, ever: 20 } as const;
const ALWAYS_HEARD: ReadonlySet<ChatActKind> = new Set(["opt_out", "ask_a_person"]);

/** Errors: `rate_limited`. Asked with everybody else of the case locked out. */
export const refuseTooOften = async (
  reads: Queryable,
  { caseId, now, act }: { caseId: string; now: Temporal.Instant; act?: ChatActKind },
): Promise<void> => {
  const { lately, ever } = await countWritten(reads, {
    caseId,
    since: now.subtract({ minutes: 1 }),
  });
  const beyond =
    act !== undefined && ALWAYS_HEARD.has(act) ? HEARD_BEYOND : { aMinute: 0, ever: 0 };
  if (ever >= MOST_EVER + beyond.ever) {
    throw new AppError({
      code: "rate_limited",
      fault: "caller",
      message: "So much was written here that only a person can help: please reply to our mail.",
    });
  }
  if (lately >= MOST_A_MINUTE + beyond.aMinute) throw tooFast();
};

/** So often a chat is looked at in a minute, in all windows of its link: each look asks Lever. */
const MOST_LOOKS_A_MINUTE = 60;

/** Whoever sends very fast is turned away at the door of each process, from however many addresses; how many messages are kept is counted
 * in the database. */
export const writesPerLink = (links: Links): RequestHandler =>
  perLink(MOST_A_MINUTE, tooFast, links);

/** The same for looks; and, by one of its own that looks do not use up, for presses: one may leave, or ask for a person. */
export const looksPerLink = (links: Links): RequestHandler =>
  perLink(MOST_LOOKS_A_MINUTE, tooOften, links);

/** Counted by the case that a link opens: a candidate may have several. What opens none is refused behind this. */
const subjectOf = async (token: string, links: Links): Promise<string> => {
  try {
    return (await links.open("candidate", token)).subject;
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    return token;
  }
};

const perLink = (limit: number, refusal: () => AppError, links: Links): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit,
    keyGenerator: async ({ params }) => await subjectOf(String(params["token"]), links),
    standardHeaders: "draft-8",
    legacyHeaders: false,
    handler: (_request, _response, next) => next(refusal()),
  });

/** What is said to whoever writes too fast. */
const tooFast = (): AppError =>
  new AppError({
    code: "rate_limited",
    fault: "caller",
    message: "That was very fast. Please wait a minute, and send it again.",
  });
