import { describe, expect, it } from "vitest";
import { createAccessTokens } from "../../../src/http/auth/access-tokens.ts";
import { openOidcProvider } from "../../support/oidc-provider.ts";

describe("access tokens while the identity provider", () => {
  it("is away are neither taken nor refused, and are taken once it is back", async () => {
    await using provider = await openOidcProvider();
    const audience = "https://convene.test/mcp";
    const config = {
      issuer: provider.issuer,
      groupsClaim: "roles",
      groups: { recruiter: { role: "recruiter", teams: ["Platform"] } } as const,
      signIn: null,
    };
    const accessByHand = async () => await Promise.resolve(undefined);
    const holderOf = createAccessTokens(config, { audience, accessByHand });
    const token = await provider.sign({ aud: audience, roles: ["recruiter", "auditor"] });
    provider.isUp = false;
    await expect(holderOf(token)).rejects.toMatchObject({ code: "oidc_unavailable" });
    provider.isUp = true;
    expect(await holderOf(token)).toMatchObject({
      principal: { name: "subject u-1", role: "recruiter", scopes: [] },
    });
    await expect(
      createAccessTokens(
        { ...config, issuer: `${provider.issuer}/other` },
        { audience, accessByHand },
      )(token),
    ).rejects.toMatchObject({ code: "oidc_unavailable" });
  });
});
