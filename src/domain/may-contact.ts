/** Whether Convene may arrange anything with a candidate: asked when facts are gathered, and again before the first effect. */
import { z } from "zod";
import { AppError } from "./errors.ts";

export interface ContactFacts {
  archived: boolean;
  confidential: boolean;
  /** False when Lever's data protection says that the person must not be contacted. */
  contactAllowed: boolean;
  /** Address to write to; null when Lever has none. */
  email: string | null;
}

/** The reason why not, in words for a coordinator; null when all is well. Errors given: `opportunity_archived`,
 * `forbidden` (confidential), `contact_not_allowed`, `contact_without_address`. */
export const reasonNotToContact = (facts: ContactFacts): AppError | null => {
  if (facts.archived) {
    return refusal("opportunity_archived", "The opportunity is archived in Lever.");
  }
  if (facts.confidential) return confidentialRefusal();
  if (!facts.contactAllowed) {
    return refusal(
      "contact_not_allowed",
      "Lever's data protection settings say that this person must not be contacted. Nothing is sent; ask your Lever admin.",
    );
  }
  if (facts.email === null) {
    return refusal(
      "contact_without_address",
      "Lever has no e-mail address for this candidate. Add one in Lever and move the stage again.",
    );
  }
  if (!isMailAddress(facts.email)) {
    return refusal(
      "contact_without_address",
      "The e-mail address that Lever has for this candidate is none that mail can be sent to. Correct it in Lever and move the stage again.",
    );
  }
  return null;
};

/** Whether mail can be sent there: one plain address with a domain. */
export const isMailAddress = (text: string): boolean => z.email().max(254).safeParse(text).success;

/** What anybody hears who asks about a confidential opportunity: nothing of it. */
export const confidentialRefusal = (): AppError =>
  refusal("forbidden", "The opportunity is confidential in Lever: Convene leaves it to people.");

/** What anybody hears who would see, or approve, what is kept of a candidacy from before it was confidential. */
export const keptToFew = (): AppError =>
  refusal(
    "forbidden",
    "The candidacy is confidential in Lever by now, so what is kept of it is not shown here and cannot be approved. Reject what waits, and arrange the rest by hand.",
  );

/** The same in a list, in place of what would tell of it. */
export const KEPT_TO_FEW = "Confidential in Lever by now: what was written is not shown here.";

/** The same about a confidential posting. */
export const confidentialPosting = (): AppError =>
  refusal("forbidden", "The posting is confidential in Lever: Convene leaves it to people.");

const refusal = (
  code: "opportunity_archived" | "contact_not_allowed" | "contact_without_address" | "forbidden",
  message: string,
): AppError => new AppError({ code, fault: "caller", message });
