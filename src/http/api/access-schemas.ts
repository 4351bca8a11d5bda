/** Sessions, tokens and people's access, as the API shows and takes them. */
import { z } from "zod";
import { ROLES } from "../../domain/access.ts";
import { HOUSE_NAME_REFUSED, isHouseName } from "../../domain/administrator.ts";
import { isVisible } from "../../domain/quoted.ts";

const Teams = z.array(z.string()).nullable();

export const SignInItem = z.object({
  id: z.string(),
  kind: z.enum(["session", "token"]),
  name: z.string().describe("As whom it acts, in the ledger too"),
  displayName: z.string().nullable().describe("As the identity provider calls them"),
  role: z.enum(ROLES),
  teams: Teams.describe("To which it reaches; null: everywhere"),
  requisitions: Teams.describe("The same, by their codes"),
  label: z.string().nullable().describe("Of an assistant's token: what its owner calls it"),
  device: z.string().nullable().describe("Of a session: with what it was opened"),
  isByProvider: z
    .boolean()
    .describe("Whether the identity provider opened it, or the session in which it was made"),
  person: z.string().nullable().describe("Id of the Lever user for whom it stands; null: none"),
  isOwn: z.boolean(),
  isThis: z.boolean().describe("Whether it is the one that asks"),
  createdAt: z.string(),
  lastSeenAt: z.string().nullable(),
  expiresAt: z.string().nullable(),
});
export type SignInItem = z.infer<typeof SignInItem>;

export const SignInList = z.object({ items: z.array(SignInItem) });
export type SignInList = z.infer<typeof SignInList>;

/** One line of which all can be seen. */
export const visibleWords = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, "must be one line")
    .refine(isVisible, "has a character that cannot be seen, or that turns the writing round");
const Names = z.array(visibleWords(120)).min(1).max(50).nullable();
const Address = visibleWords(254).regex(/^[^\s@]+@[^\s@]+$/, "must be a mail address");

/** A role with its reach. */
const Reach = {
  role: z.enum(ROLES),
  teams: Names.describe("To which it reaches; null: everywhere, and for a hiring manager nowhere"),
  requisitions: Names.describe("The same, by their codes"),
};

export const TokenToMake = z.strictObject({
  person: visibleWords(100)
    .nullable()
    .describe(
      "Id of the Lever user for whom it stands; null: a program, which nothing asks by name",
    ),
  name: visibleWords(80)
    .refine((name) => !isHouseName(name), HOUSE_NAME_REFUSED)
    .nullable()
    .describe("Of a program: as what it acts. Null with a person: it acts in their address"),
  ...Reach,
  days: z.int().min(1).max(365),
});
export type TokenToMake = z.input<typeof TokenToMake>;

export const AccountItem = z.object({
  id: z.string(),
  email: z.string(),
  displayName: z.string().nullable(),
  access: z
    .object({ role: z.enum(ROLES), teams: Teams, requisitions: Teams })
    .nullable()
    .describe("Null: none"),
  setBy: z.string().nullable().describe("Who set it by hand; null: as the directory's groups say"),
  signedInAt: z.string().nullable(),
  groupsUntil: z
    .string()
    .nullable()
    .describe("When a role by groups ends unless they sign in before; null: there is none"),
  isOver: z.boolean().describe("Whether that has passed"),
});
export type AccountItem = z.infer<typeof AccountItem>;

export const AccountList = z.object({ items: z.array(AccountItem) });
export type AccountList = z.infer<typeof AccountList>;

export const AccessToSet = z.strictObject({
  email: Address,
  set: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("role"), ...Reach }),
    z.strictObject({ kind: z.literal("none") }),
    z.strictObject({ kind: z.literal("groups") }),
  ]),
});
export type AccessToSet = z.input<typeof AccessToSet>;
