/** Tokens of OAuth, as Lever's sign-in service renews them. Source: Lever API v1, authentication; RFC 6749, 5 and 6. */
import { type Router, urlencoded } from "express";
import type { ProtocolOptions } from "./protocol.ts";

/** What the next token is granted, and how often one was renewed. */
export interface TokenState {
  /** Null: it is not said. */
  scopes: string | null;
  refreshes: number;
}

/** `/oauth/token`: each refresh token counts once; the first is `refresh-0`. */
export const mountTokens = (
  router: Router,
  state: TokenState,
  { accessToken }: Pick<ProtocolOptions, "accessToken">,
): void => {
  router.post("/oauth/token", urlencoded({ extended: false }), (request, response) => {
    const body: unknown = request.body;
    const fields = new Map(typeof body === "object" && body !== null ? Object.entries(body) : []);
    const isGood =
      fields.get("grant_type") === "refresh_token" &&
      fields.get("refresh_token") === `refresh-${state.refreshes}`;
    if (!isGood) {
      response.status(400).json({ error: "invalid_grant" });
      return;
    }
    state.refreshes += 1;
    response.json({
      access_token: accessToken,
      refresh_token: `refresh-${state.refreshes}`,
      token_type: "Bearer",
      expires_in: 3600,
      ...(state.scopes !== null && { scope: state.scopes }),
    });
  });
};
