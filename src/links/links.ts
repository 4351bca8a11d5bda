/** Signed links for people who have no account: a candidate's page, an interviewer's page, a brief, the end of
 * reminders, whether a candidate has arrived. A link names its one purpose and one record by id, ends by itself, and holds nothing about a person. What may be done with it is the page's affair, which
 * reads the record afresh each time. */
import { SignJWT, decodeProtectedHeader, errors, jwtVerify } from "jose";
import { AppError } from "../domain/errors.ts";
import type { Clock } from "../domain/time.ts";
import type { Keyring } from "../privacy/keyring.ts";

/** What a link is for. The same record never serves two purposes by one link. */
export type LinkPurpose =
  | "candidate"
  | "interviewer"
  | "brief"
  | "reminders"
  | "arrival"
  | "approval";

export interface Links {
  /** The token of a link. `subject`: id of the case, of the Lever user, or of a brief's proposal and reader. */
  make(purpose: LinkPurpose, subject: string, until: Temporal.Instant): Promise<string>;
  /** Whom a token is about. Errors: `link_expired`; `link_invalid` for whatever we did not sign for this purpose. */
  open(purpose: LinkPurpose, token: string): Promise<{ subject: string; until: Temporal.Instant }>;
}

interface LinkDeps {
  keyring: Keyring;
  clock: Clock;
}

const ALGORITHM = "HS256";
const ISSUER = "convene";
/** Longer ones are nobody's: not worth a look. */
const MAX_LENGTH = 1000;
/** As we write them. A reader of tokens also takes blanks, padding and bits that tell nothing; with these a link could be written in many
 * ways, each a new one to whoever counts by its letters. */
const AS_WRITTEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const isAsWritten = (token: string): boolean =>
  token.length <= MAX_LENGTH &&
  AS_WRITTEN.test(token) &&
  token.split(".").every((part) => Buffer.from(part, "base64url").toString("base64url") === part);

/** Links under keys of the keyring, one for each purpose. */
export const createLinks = ({ keyring, clock }: LinkDeps): Links => ({
  make: async (purpose, subject, until) =>
    await new SignJWT()
      .setProtectedHeader({ alg: ALGORITHM, kid: keyring.currentId })
      .setIssuer(ISSUER)
      .setAudience(purpose)
      .setSubject(subject)
      .setExpirationTime(secondsOf(until))
      .sign(keyring.derive(keyring.currentId, keyPurpose(purpose))),
  open: async (purpose, token) => {
    const key = keyOf(token, { purpose, keyring });
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: purpose,
        requiredClaims: ["sub", "exp"],
        // oxlint-disable-next-line no-restricted-globals -- jose takes nothing else.
        currentDate: new Date(clock.now().epochMilliseconds),
      });
      const { sub = "", exp = 0 } = payload;
      return { subject: sub, until: Temporal.Instant.fromEpochMilliseconds(exp * 1000) };
    } catch (cause) {
      throw cause instanceof errors.JWTExpired ? expired(cause) : invalid(cause);
    }
  },
});

/** Whole seconds; what ends within one ends at its beginning. */
const secondsOf = (instant: Temporal.Instant): number =>
  Math.floor(instant.epochMilliseconds / 1000);

const keyPurpose = (purpose: LinkPurpose): string => `convene link ${purpose}`;

const keyOf = (
  token: string,
  { purpose, keyring }: { purpose: LinkPurpose; keyring: Keyring },
): Buffer => {
  if (!isAsWritten(token)) throw invalid();
  try {
    const { kid = "" } = decodeProtectedHeader(token);
    return keyring.derive(kid, keyPurpose(purpose));
  } catch (cause) {
    throw invalid(cause);
  }
};

const expired = (cause: unknown): AppError =>
  new AppError({
    code: "link_expired",
    fault: "caller",
    message: "This link has expired. Ask the person who sent it for a new one.",
    cause,
  });

const invalid = (cause?: unknown): AppError =>
  new AppError({
    code: "link_invalid",
    fault: "caller",
    message:
      "This link is not one that we sent, or a part of it is missing. Copy it whole, or ask for a new one.",
    cause,
  });
