/** By which channel a person decided. */
import { z } from "zod";

export const DecisionChannel = z.enum(["dashboard", "slack", "mail", "assistant"]);
export type DecisionChannel = z.infer<typeof DecisionChannel>;

/** The same in words. */
export const CHANNEL_OF_DECISION: Record<DecisionChannel, string> = {
  dashboard: "in the dashboard",
  slack: "in Slack",
  mail: "by the link in a mail",
  assistant: "by way of an assistant",
};
