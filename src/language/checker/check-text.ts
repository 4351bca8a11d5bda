/** All that is said of one text: what was found, and which way its words lean. In this thread, or in one of its own. */
import { balanceOf } from "./gender-balance.ts";
import { type CheckOptions, checkLanguage } from "./check-language.ts";

/** Shape: JSON. */
export interface TextToCheck extends CheckOptions {
  text: string;
}

/** Of a job text, or where the kind is not said, also its balance. */
export const checkText = ({ text, ...options }: TextToCheck) => ({
  findings: checkLanguage(text, options),
  balance: options.kind === undefined || options.kind === "job_text" ? balanceOf(text) : null,
});
