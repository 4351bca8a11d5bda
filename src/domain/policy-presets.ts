/** Policies that have a name, and usual limits: where to begin. */
import type { ModeName, Oversight, Policy, PolicyRule, Rollout } from "./policy.ts";

export const PRESETS = ["silent", "assisted", "managed", "pilot"] as const;
export type PresetName = (typeof PRESETS)[number];

/** What each mode does, as rules: the first that matches; no match asks. */
export const MODE_RULES: Record<ModeName, readonly PolicyRule[]> = {
  silent: [{ answer: { do: "observe" } }],
  assisted: [{ audiences: ["internal"], risks: ["low"], answer: { do: "perform" } }],
  managed: [{ risks: ["low", "medium"], answer: { do: "perform" } }],
};

/** Where a pilot begins. */
export const PILOT_STAGE = "Phone Screen";

/** The policy with a preset in the place of its mode and rules. The pilot: everything silent, but one stage of chosen postings in
 * assisted mode. */
export const withPreset = <Of extends Policy>(
  policy: Of,
  preset: PresetName,
  pilot: { postings: string[]; stage?: string } = { postings: [] },
): Of => {
  if (preset !== "pilot") return { ...policy, defaultMode: preset, rules: [] };
  const stages = [pilot.stage ?? PILOT_STAGE];
  const rule = { stages, postings: pilot.postings, mode: "assisted" as const };
  return { ...policy, defaultMode: "silent", rules: pilot.postings.length > 0 ? [rule] : [] };
};

/** Which preset a policy is, or null. */
export const presetOf = ({
  defaultMode,
  rules,
}: Pick<Policy, "defaultMode" | "rules">): PresetName | null => {
  if (rules.length === 0) return defaultMode;
  const [rule, ...more] = rules;
  const isPilot =
    defaultMode === "silent" &&
    more.length === 0 &&
    rule?.mode === "assisted" &&
    rule.stages?.length === 1 &&
    rule.postings !== undefined;
  return isPilot ? "pilot" : null;
};

/** When a step up is offered where the policy says nothing else. Of 20 comparisons all have to agree, of 30 all but one. */
export const USUAL_ROLLOUT: Rollout = { offerAt: 0.8, cases: 20, backBelow: 0.7, last: 10 };

/** When oversight looks hollow where it says nothing else. */
export const USUAL_OVERSIGHT: Oversight = {
  approvals: 20,
  fastSeconds: 10,
  streak: 10,
  unchanged: 0.98,
  unopened: 0.5,
};
