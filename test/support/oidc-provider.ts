/** A small identity provider on loopback: it describes itself, says with which keys it signs, and signs what a test asks for. */
import { type CryptoKey, type JWTPayload, SignJWT, exportJWK, generateKeyPair } from "jose";
import { type LoopbackServer, openLoopbackServer } from "./loopback-server.ts";

export interface OidcProvider extends AsyncDisposable {
  issuer: string;
  server: LoopbackServer;
  /** Whether it answers at all. */
  isUp: boolean;
  /** A token of this person for whoever is named, for five minutes from now unless said otherwise. */
  sign(claims: JWTPayload, options?: { key?: CryptoKey; alg?: string }): Promise<string>;
}

/** Opens it with one key. */
export const openOidcProvider = async (): Promise<OidcProvider> => {
  const { publicKey, privateKey } = await generateKeyPair("ES256");
  const jwk = { ...(await exportJWK(publicKey)), kid: "k1", alg: "ES256", use: "sig" };
  const server = await openLoopbackServer(({ path, headers }) => {
    if (!provider.isUp) return { status: 503 };
    const issuer = `http://${headers.host ?? ""}`;
    if (path === "/keys") return { body: { keys: [jwk] } };
    if (path !== "/.well-known/openid-configuration") return { status: 404 };
    return { body: { issuer, jwks_uri: `${issuer}/keys` } };
  });
  const provider: OidcProvider = {
    issuer: server.url,
    server,
    isUp: true,
    sign: async (claims, { key = privateKey, alg = "ES256" } = {}) =>
      await new SignJWT({ iss: server.url, sub: "u-1", ...claims })
        .setProtectedHeader({ alg, kid: "k1", typ: "at+jwt" })
        .setIssuedAt()
        .setExpirationTime(claims.exp ?? "5m")
        .sign(key),
    [Symbol.asyncDispose]: async () => await server[Symbol.asyncDispose](),
  };
  return provider;
};
