/** Where somebody is told of something: in Slack when they are there, else in Teams, else by mail. */
import type { AlertChannel } from "../domain/alert.ts";
import { AppError } from "../domain/errors.ts";
import type { SlackReader } from "./slack.ts";

interface Connected {
  slack: SlackReader | null;
  hasTeams: boolean;
}

/** A function that chooses. Errors: `message_unavailable` (retryable) while Slack does not say who is there. */
export const createChooseChannel =
  ({ slack, hasTeams }: Connected) =>
  async (email: string): Promise<AlertChannel> => {
    if (slack && (await isThere(email, slack))) return "slack";
    return hasTeams ? "teams" : "mail";
  };

/** Slack that refuses us must not keep the word from whom it is for. */
const isThere = async (email: string, slack: SlackReader): Promise<boolean> => {
  try {
    return (await slack.findPerson(email)) !== null;
  } catch (thrown) {
    if (thrown instanceof AppError && !thrown.retryable) return false;
    throw thrown;
  }
};
