/** The company's identity provider: whose word on people is taken, what their groups may here, and how people sign in there. */
import { ROLES, type Role } from "../domain/access.ts";
import type { Secret } from "../secret.ts";
import type { Environment } from "./environment.ts";

/** What a group of the directory may here. */
export interface GroupAccess {
  role: Role;
  /** Null: not bounded by teams. */
  teams: readonly string[] | null;
}

export interface OidcConfig {
  issuer: string;
  /** Claim that holds the person's groups. */
  groupsClaim: string;
  /** By the claim's values. A group that is not here gives nothing. */
  groups: Readonly<Record<string, GroupAccess>>;
  /** As which application people are signed in; null: nobody is, and only access tokens for assistants are taken. */
  signIn: SignInConfig | null;
}

export interface SignInConfig {
  clientId: string;
  /** Null: a public client, which PKCE alone protects. */
  clientSecret: Secret | null;
  scopes: string;
  /** How long a role by groups holds after its person has signed in last. Units: days. */
  groupsHoldDays: number;
}

/** Where nothing else is said. */
export const GROUPS_HOLD_DAYS = 30;

/** Null: no provider is named. */
export const buildOidc = (env: Environment): OidcConfig | null =>
  env.OIDC_ISSUER === undefined
    ? null
    : {
        issuer: env.OIDC_ISSUER,
        groupsClaim: env.OIDC_GROUPS_CLAIM ?? "groups",
        groups: env.OIDC_GROUPS ?? {},
        signIn:
          env.OIDC_CLIENT_ID === undefined
            ? null
            : {
                clientId: env.OIDC_CLIENT_ID,
                clientSecret: env.OIDC_CLIENT_SECRET ?? null,
                scopes: env.OIDC_SCOPES ?? "openid profile email",
                groupsHoldDays: env.OIDC_GROUPS_HOLD_DAYS ?? GROUPS_HOLD_DAYS,
              },
      };

/** What is of no use alone. */
export const findOidcContradictions = (has: (name: keyof Environment) => boolean): string[] =>
  (
    [
      ["OIDC_CLIENT_ID", "OIDC_ISSUER", "the provider at which people sign in"],
      ["OIDC_CLIENT_SECRET", "OIDC_CLIENT_ID", "the application whose secret it is"],
      ["OIDC_GROUPS", "OIDC_ISSUER", "the provider whose groups these are"],
    ] as const
  )
    .filter(([name, other]) => has(name) && !has(other))
    .map(([name, other, why]) => `${other}: is needed with ${name}: ${why}`);

/** What works and lets nobody in. */
export const findOidcOddities = (env: Environment): string[] =>
  env.OIDC_ISSUER !== undefined && env.OIDC_GROUPS === undefined
    ? [
        "OIDC_GROUPS is not set: no group of the directory gives access. People get it by hand alone, in the dashboard under Access.",
      ]
    : [];

/** `group=role`, comma separated, each with `@team|team` where its reach ends at teams. Null: it is written otherwise. */
export const parseGroups = (text: string): Record<string, GroupAccess> | null => {
  const pairs = text.split(",").map((pair): [string, GroupAccess] | null => {
    const found = /^(.+)=([a-z_]+)(?:@([^@]+))?$/.exec(pair.trim());
    const role = ROLES.find((known) => known === found?.[2]);
    const group = found?.[1]?.trim() ?? "";
    const teams = found?.[3]?.split("|").map((team) => team.trim()) ?? null;
    if (!role || group === "" || teams?.includes("")) return null;
    return [group, { role, teams }];
  });
  const good = pairs.filter((pair) => pair !== null);
  return good.length === pairs.length ? Object.fromEntries(good) : null;
};
