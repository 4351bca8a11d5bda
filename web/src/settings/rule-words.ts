/** What a rule can name, and what it can do, in words. */
import type { PolicyRule, RuleAnswer } from "../../../src/domain/policy.ts";

/** What a rule does, by one word. */
export type Doing = NonNullable<PolicyRule["mode"]> | RuleAnswer["do"];

export const DOINGS: { value: Doing; label: string }[] = [
  { value: "silent", label: "Silent mode" },
  { value: "assisted", label: "Assisted mode" },
  { value: "managed", label: "Managed mode" },
  { value: "observe", label: "Observe only" },
  { value: "ask", label: "Ask" },
  { value: "perform", label: "Do it" },
];

export const doingOf = (rule: PolicyRule): Doing => rule.answer?.do ?? rule.mode ?? "ask";

/** The rule with another doing; what belonged to the former one goes. */
export const withDoing = (
  { mode: _m, answer: _t, ...rule }: PolicyRule,
  doing: Doing,
): PolicyRule =>
  doing === "silent" || doing === "assisted" || doing === "managed"
    ? { ...rule, mode: doing }
    : { ...rule, answer: { do: doing } };
