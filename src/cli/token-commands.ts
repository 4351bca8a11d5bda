/** `convene token …`: who may ask, and until when. */
import { systemClock } from "../clock.ts";
import { AppError } from "../domain/errors.ts";
import { isStorable } from "../domain/storable.ts";
import { ROLES } from "../domain/role.ts";
import { createToken, listTokens, revokeTokenById } from "../http/auth/tokens.ts";
import { randomIds } from "../identifiers.ts";
import { withDatabase } from "./database-commands.ts";
import { wholeNumber } from "./whole-number.ts";

const MOST_DAYS = 3650;
const MOST_LETTERS = 80;

const refuse = (message: string): AppError =>
  new AppError({ code: "input_invalid", fault: "caller", message });

/** `convene token create`. Errors: `input_invalid` for a name, role or number of days that is none. */
export const runTokenCreate = async (options: {
  name: string;
  role: string;
  days: string;
}): Promise<void> => {
  const role = ROLES.find((known) => known === options.role);
  const days = wholeNumber(options.days);
  const name = options.name.trim();
  if (!role) throw refuse(`--role: must be one of ${ROLES.join(", ")}.`);
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) {
    throw refuse(`--days: must be a whole number of at least 1 and at most ${MOST_DAYS}.`);
  }
  if (name === "" || name.length > MOST_LETTERS || /\p{Cc}/u.test(name) || !isStorable(name)) {
    throw refuse(`--name: must be one line of 1 to ${MOST_LETTERS} characters.`);
  }
  await withDatabase(
    async (database) => {
      const secret = await createToken(
        { name, role, kind: "token", validFor: Temporal.Duration.from({ hours: days * 24 }) },
        { database, clock: systemClock, ids: randomIds },
      );
      console.log(`${secret}\n\nThis is the only time it is shown. It is good for ${days} days.`);
    },
    { mayMake: true },
  );
};

/** `convene token list`: those that are good now. */
export const runTokenList = async (): Promise<void> => {
  await withDatabase(async (database) => {
    const tokens = await listTokens({ database, clock: systemClock });
    if (tokens.length === 0) console.log("There are no tokens.");
    for (const { id, name, role, expiresAt } of tokens) {
      console.log(
        `${id}  ${role.padEnd(15)}  until ${expiresAt?.toString() ?? "revoked"}  ${name}`,
      );
    }
  });
};

/** `convene token revoke`. Errors: `not_found`. */
export const runTokenRevoke = async (id: string): Promise<void> => {
  await withDatabase(async (database) => {
    const isRevoked = await revokeTokenById(id, { database, clock: systemClock });
    if (!isRevoked) {
      throw new AppError({
        code: "not_found",
        fault: "caller",
        message: "There is no such token that is good now. See convene token list.",
      });
    }
    console.log("It is revoked: from now on it opens nothing.");
  });
};
