/** What a token may be used for over MCP, beside what the role of its owner lets. */
export const SCOPES = ["mcp:read", "mcp:propose"] as const;
export type Scope = (typeof SCOPES)[number];

/** Of whatever names scopes, those that there are. */
export const scopesIn = (names: readonly string[]): Scope[] =>
  SCOPES.filter((scope) => names.includes(scope));
