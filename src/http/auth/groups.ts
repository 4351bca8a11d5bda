/** What a token of the provider says of somebody: what they may here by the groups that the company's directory says they are in, and whether their address is theirs. */
import type { GroupAccess, OidcConfig } from "../../config/oidc.ts";
import { ROLES, type Role } from "../../domain/access.ts";
import { isAddress } from "../../domain/known-person.ts";
import { cleanLine } from "../../domain/quoted.ts";

/** Words of a claim that is a list, or one text. */
export const wordsIn = (claim: unknown): string[] => {
  if (typeof claim === "string") return claim.split(/\s+/);
  return Array.isArray(claim) ? claim.filter((one) => typeof one === "string") : [];
};

/** Whether the provider does not say of an address of theirs that it is confirmed: true, or the text "true", which some send. One that says
 * nothing at all of its addresses is trusted with them (docs/access.md). */
const isUnconfirmed = (claims: Readonly<Record<string, unknown>>): boolean => {
  const said = claims["email_verified"];
  return said !== undefined && said !== true && said !== "true";
};

const ADDRESS_CHARACTERS = 254;

/** Their address as the provider tells it. Null: it tells none, or does not say that it is theirs. */
export const addressIn = (claims: Readonly<Record<string, unknown>>): string | null => {
  const claim = claims["email"];
  const email = typeof claim === "string" ? cleanLine(claim, ADDRESS_CHARACTERS) : "";
  return isAddress(email) && !isUnconfirmed(claims) ? email : null;
};

/** The role that may most among those of the groups, and the teams of all groups with that role. Shape: null: no group gives any. */
export const accessByGroups = (
  claims: Readonly<Record<string, unknown>>,
  { groupsClaim, groups }: Pick<OidcConfig, "groupsClaim" | "groups">,
): { role: Role; teams: string[] | null } | null => {
  const claim = claims[groupsClaim];
  const named = typeof claim === "string" ? [claim, ...wordsIn(claim)] : wordsIn(claim);
  const byName = new Map<string, GroupAccess>(Object.entries(groups));
  const given = named.map((name) => byName.get(name)).filter((access) => access !== undefined);
  const role = ROLES.find((known) => given.some((access) => access.role === known));
  if (!role) return null;
  const reaches = given.filter((access) => access.role === role).map(({ teams }) => teams);
  const isUnbounded = reaches.includes(null);
  return {
    role,
    teams: isUnbounded ? null : [...new Set(reaches.flatMap((teams) => teams ?? []))],
  };
};
