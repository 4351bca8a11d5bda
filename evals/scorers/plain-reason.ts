import type { Route, RouteInput } from "../../graphs/routes.ts";
import type { Scorer } from "../task.ts";

/** Right when the reason is one plain sentence, without names that only programs use. */
export const plainReason: Scorer<RouteInput, Route, unknown> = {
  name: "plain_reason",
  score: ({ reason }) => {
    const fault = faultOf(reason);
    return { value: fault === "" ? 1 : 0, answer: reason, explanation: fault || "plain" };
  },
};

const faultOf = (reason: string): string => {
  if (!/^[A-Z].*\.$/.test(reason)) return "is not a sentence";
  if (reason.length > 160) return "is longer than 160 characters";
  if (/[a-z][A-Z]|_|[{}[\]<>]/.test(reason)) return "speaks in names of programs";
  return "";
};
