/** Whether Convene may arrange anything with a candidate: asked when facts are gathered, and again before the first effect. */
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
  if (facts.confidential) {
    return refusal(
      "forbidden",
      "The opportunity is confidential in Lever: Convene leaves it to people.",
    );
  }
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
  return null;
};

const refusal = (
  code: "opportunity_archived" | "contact_not_allowed" | "contact_without_address" | "forbidden",
  message: string,
): AppError => new AppError({ code, fault: "caller", message });
