/** What a token may be used for over MCP, beside what the role of its owner lets. */
export const SCOPES = ["mcp:read", "mcp:propose", "mcp:approve"] as const;
export type Scope = (typeof SCOPES)[number];

/** Of a token that names none, such as those of the command line: approving is always said. */
export const USUAL_SCOPES: readonly Scope[] = ["mcp:read", "mcp:propose"];

/** Those that can be of use here. */
export const scopesOffered = (hasApprovals: boolean): readonly Scope[] =>
  hasApprovals ? SCOPES : USUAL_SCOPES;

/** Of whatever names scopes, those that there are. */
export const scopesIn = (names: readonly string[]): Scope[] =>
  SCOPES.filter((scope) => names.includes(scope));
