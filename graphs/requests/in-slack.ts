/** Requests that come from Slack: who asks, and the answer on its way back. */
import { ROLES, mayAccess } from "../../src/domain/access.ts";
import {
  type PlainRequest,
  findReply,
  openRequest,
  setReplied,
} from "../../src/cases/plain-requests.ts";
import { findAsker, whoIsAt } from "../../src/cases/known-askers.ts";
import { showAnswer } from "../../src/cases/show-answer.ts";
import { keysOf } from "../../src/domain/known-person.ts";
import { AppError } from "../../src/domain/errors.ts";
import { unlessForbidden } from "../../src/lever/access.ts";
import { slackAnswer } from "../../src/messaging/slack-command.ts";
import type { RunDeps } from "../deps.ts";

/** Who somebody of Slack is here, and what they may do: by a token or a sign-in of theirs, known by the Lever user who has their address.
 * Shape: null when nobody knows them. */
export const findSlackAsker = async (
  { id }: PlainRequest,
  deps: RunDeps,
): Promise<Pick<PlainRequest, "askedBy" | "askedKeys" | "mayPropose"> | null> => {
  const reply = await findReply(deps.database, id);
  const email = reply && deps.slackCommand && (await deps.slackCommand.emailOf(reply.slackUser));
  if (!email) return null;
  const users = await unlessForbidden(async () => await deps.lever.listUsers());
  const at = whoIsAt(email, users);
  const known = at && (await findAsker(deps.database, { at, now: deps.clock.now() }));
  const role = ROLES.find((one) => one === known?.role);
  // A request is answered out of all cases: it is for whoever may see them all.
  if (!known || !role || known.isBounded || !mayAccess({ role }, "decide")) return null;
  return { askedBy: known.name, askedKeys: keysOf(known), mayPropose: true };
};

/** Sends the answer once; to nobody, where nobody waits in Slack. An address that Slack does not take any more is no reason to try again. */
export const answerInSlack = async (request: PlainRequest, deps: RunDeps): Promise<void> => {
  const { id: requestId } = request;
  const reply = await findReply(deps.database, requestId);
  if (!reply || reply.repliedAt !== null || !deps.slackCommand) return;
  const responseUrl = await deps.texts.open(deps.database, reply.urlTextId);
  const { answer } = await openRequest(deps.database, request, deps.texts);
  if (responseUrl === null || answer === null) return;
  const shown = await showAnswer(answer, request, deps);
  try {
    await deps.slackCommand.reply(responseUrl, slackAnswer(shown, deps.publicUrl));
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.retryable) throw thrown;
    deps.log.warn({ err: thrown, requestId }, "the answer to a request could not be sent to Slack");
  }
  await setReplied(deps.database, { requestId, at: deps.clock.now() });
};
