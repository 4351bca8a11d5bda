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
    const accounts = {
      find: async () => await Promise.resolve(null),
      refuseForeign: async () => await Promise.resolve(),
    };
    const holderOf = createAccessTokens(config, { audience, accounts });
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
        { audience, accounts },
      )(token),
    ).rejects.toMatchObject({ code: "oidc_unavailable" });
  });

  it("knows somebody act under the account that they have here", async () => {
    await using provider = await openOidcProvider();
    const audience = "https://convene.test/mcp";
    const config = { issuer: provider.issuer, groupsClaim: "roles", groups: {}, signIn: null };
    const access = { role: "recruiter", teams: null, requisitions: null } as const;
    const asked: unknown[] = [];
    const holderOf = createAccessTokens(config, {
      audience,
      accounts: {
        find: async (person) => {
          asked.push(person);
          return await Promise.resolve({ email: "ines@company.test", access, setBy: "admin" });
        },
        refuseForeign: async () => await Promise.reject(new Error("they are known")),
      },
    });
    const token = await provider.sign({ aud: audience, email: "eve@company.test" });
    expect(await holderOf(token)).toMatchObject({
      principal: {
        name: "ines@company.test",
        email: "ines@company.test",
        identity: `${provider.issuer} u-1`,
      },
    });
    expect(asked).toEqual([{ issuer: provider.issuer, subject: "u-1" }]);
  });
});
