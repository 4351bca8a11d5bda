/** `convene token …`: who may ask, and until when. */
import { systemClock } from "../clock.ts";
import { AppError } from "../domain/errors.ts";
import { isStorable } from "../domain/storable.ts";
import { z } from "zod";
import { ROLES, type Role } from "../domain/access.ts";
import { HOUSE_NAME_REFUSED, isHouseName } from "../domain/administrator.ts";
import { isVisible } from "../domain/quoted.ts";
import { createToken, listTokens, revokeTokenById } from "../http/auth/tokens.ts";
import { randomIds } from "../identifiers.ts";
import { withDatabase } from "./database-commands.ts";
import { wholeNumber } from "./whole-number.ts";

const MOST_DAYS = 3650;
const MOST_LETTERS = 80;

const refuse = (message: string): AppError =>
  new AppError({ code: "input_invalid", fault: "caller", message });

export interface TokenOptions {
  name: string;
  role: string;
  days: string;
  teams?: string;
  requisitions?: string;
  email?: string;
}

/** Shape: null where nothing was said. Errors: `input_invalid` for a list of nothing, which would reach nowhere by mistake. */
const listOf = (option: string, text: string | undefined): string[] | null => {
  if (text === undefined) return null;
  const names = text.split(",").map((name) => name.trim());
  const isGood = (name: string): boolean =>
    name !== "" && name.length <= MOST_LETTERS && !/\p{Cc}/u.test(name) && isStorable(name);
  if (!names.every(isGood)) {
    throw refuse(
      `--${option}: must be names of 1 to ${MOST_LETTERS} characters with commas between.`,
    );
  }
  return names;
};

/** What a role asks for beside its name. Errors: `input_invalid`. */
const reachOf = (role: Role, options: TokenOptions) => {
  const teams = listOf("teams", options.teams);
  const requisitions = listOf("requisitions", options.requisitions);
  const email = z.email().safeParse(options.email);
  if (role === "hiring_manager" && teams === null && requisitions === null) {
    throw refuse(
      "--role hiring_manager: say --teams or --requisitions, for it reaches nothing else.",
    );
  }
  if (
    (role === "admin" || role === "auditor" || role === "interviewer") &&
    (teams ?? requisitions)
  ) {
    throw refuse(
      `--role ${role}: has no teams or requisitions; only recruiters and hiring managers do.`,
    );
  }
  if (options.email !== undefined && !email.success) {
    throw refuse("--email: must be an address, as it is in Lever.");
  }
  if (role === "interviewer" && options.email === undefined) {
    throw refuse("--role interviewer: say --email, for it sees what is of that person alone.");
  }
  return { teams, requisitions, email: email.success ? email.data : null };
};

/** `convene token create`. Errors: `input_invalid` for a name, role, reach or number of days that is none. */
export const runTokenCreate = async (options: TokenOptions): Promise<void> => {
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
  if (!isVisible(name)) throw refuse("--name: has a character that cannot be seen.");
  if (isHouseName(name)) throw refuse(`--name: ${HOUSE_NAME_REFUSED}.`);
  const reach = reachOf(role, options);
  await withDatabase(
    async (database) => {
      const secret = await createToken(
        {
          name,
          role,
          ...reach,
          kind: "token",
          validFor: Temporal.Duration.from({ hours: days * 24 }),
        },
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
    for (const { id, name, role, expiresAt, teams, requisitions } of tokens) {
      const reach = [...(teams ?? []), ...(requisitions ?? [])].join(", ");
      console.log(
        `${id}  ${role.padEnd(15)}  until ${expiresAt?.toString() ?? "revoked"}  ${name}${reach && `  (${reach})`}`,
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
