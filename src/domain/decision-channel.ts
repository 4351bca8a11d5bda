/** By which channel a person decided, or asked for something. */
import { z } from "zod";

export const DecisionChannel = z.enum(["dashboard", "api", "slack", "mail", "assistant"]);
export type DecisionChannel = z.infer<typeof DecisionChannel>;

/** Who asks for something, and by which channel. */
export interface Asker {
  /** As the ledger calls them. */
  by: string;
  via: DecisionChannel;
}

/** The same in words. */
export const CHANNEL_OF_DECISION: Record<DecisionChannel, string> = {
  dashboard: "in the dashboard",
  api: "by the API",
  slack: "in Slack",
  mail: "by the link in a mail",
  assistant: "by way of an assistant",
};

/** Whether it is one that asks us for the proposal itself, so that we know whether it was opened. */
export const isReadHere = (via: DecisionChannel): boolean => via === "dashboard" || via === "api";
