/** What an answer of policy rests on: the version, the rule or mode that applies, and what has outranked these. */
import { z } from "zod";
import { ModeName } from "./policy.ts";

/** What outranks rule and mode. */
export const Overruling = z.enum([
  "opted_out",
  "class_off",
  "evaluative_off",
  "law",
  "needs_person",
  "nobody_to_ask",
  "at_once",
]);
export type Overruling = z.infer<typeof Overruling>;

/** Within one policy. */
export const Basis = z.object({
  rule: z
    .int()
    .min(1)
    .nullable()
    .describe("Place of the rule that counts, the first is 1; null: none does"),
  mode: ModeName.nullable().describe(
    "The mode that answers: of that rule, or without one of the policy; null: the rule says itself what is done",
  ),
  overruledBy: Overruling.nullable().describe(
    "What outranks them; null: it is as rule or mode say",
  ),
});
export type Basis = z.infer<typeof Basis>;

/** The same with the version of the policy. */
export const PolicyBasis = Basis.extend({
  policyVersion: z.int().min(0).describe("0: before anybody has set one"),
});
export type PolicyBasis = z.infer<typeof PolicyBasis>;

const OVERRULED: Record<Overruling, string> = {
  opted_out: "somebody wants people instead of software",
  class_off: "features of this class are switched off",
  evaluative_off: "evaluative features are switched off",
  law: "the law of the place holds it back",
  needs_person: "a person decides on this in every mode",
  nobody_to_ask: "there is nobody to ask about it",
  at_once: "it is of no use later",
};

/** `rule 2 (managed mode) of version 5 of the policy`. */
export const basisInWords = ({ policyVersion, rule, mode, overruledBy }: PolicyBasis): string => {
  const of = `version ${policyVersion} of the policy`;
  const ofMode = mode === null ? "" : ` (${mode} mode)`;
  const ruled = rule === null ? `${mode ?? "the"} mode of ${of}` : `rule ${rule}${ofMode} of ${of}`;
  return overruledBy === null ? ruled : `${ruled}; outranked: ${OVERRULED[overruledBy]}`;
};
