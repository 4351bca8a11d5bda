/** What assistants are served over MCP, and by whose access tokens. */
import { ROLES, type Role } from "../domain/access.ts";
import type { Environment } from "./environment.ts";

/** The company's identity provider. */
export interface OidcConfig {
  issuer: string;
  /** Claim that holds the person's roles or groups. */
  rolesClaim: string;
  /** Our roles by the claim's values. Null: the values are our roles' names. */
  roleOf: Readonly<Record<string, Role>> | null;
}

export interface McpConfig {
  /** Of the tools, for clients that name none; null: the default ones. */
  toolsets: string | null;
  /** Whether clients may have sessions: with several web processes behind a balancer, only where that sends a session to one. */
  hasSessions: boolean;
  /** Requests of one token. */
  callsPerMinute: number;
  /** Whether a person may approve through their assistant. */
  hasApprovals: boolean;
  /** Whose access tokens are taken; null: nobody's, only tokens of our own. */
  oidc: OidcConfig | null;
}

export const buildMcp = (env: Environment): McpConfig => ({
  toolsets: env.MCP_TOOLSETS ?? null,
  hasSessions: env.MCP_SESSIONS ?? true,
  callsPerMinute: env.MCP_CALLS_PER_MINUTE ?? 600,
  hasApprovals: env.MCP_APPROVALS ?? false,
  oidc:
    env.OIDC_ISSUER === undefined
      ? null
      : {
          issuer: env.OIDC_ISSUER,
          rolesClaim: env.OIDC_ROLES_CLAIM ?? "roles",
          roleOf: env.OIDC_ROLES ?? null,
        },
});

/** `value=role`, comma separated. Null: it is written otherwise. */
export const parseRoles = (text: string): Record<string, Role> | null => {
  const pairs = text.split(",").map((pair): [string, Role | undefined] => {
    const at = pair.lastIndexOf("=");
    const role = pair.slice(at + 1).trim();
    return [pair.slice(0, Math.max(0, at)).trim(), ROLES.find((known) => known === role)];
  });
  const good = pairs.flatMap(([value, role]) => (value && role ? [[value, role] as const] : []));
  return good.length === pairs.length ? Object.fromEntries(good) : null;
};
