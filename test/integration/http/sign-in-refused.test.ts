/** Every way in which somebody could sign in at an identity provider who should not. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { chooseAt, openJar, signInAs } from "../../support/browser-session.ts";
import { describeOneDatabase } from "../../support/database.ts";
import type { OidcProvider } from "../../support/oidc-provider.ts";
import { type SignInWalk, startSignInWalk } from "../../support/sign-in-walk.ts";
import type { Walk } from "../../support/walk.ts";

describeOneDatabase("postgres", "an identity provider, and whoever plays with it", (open) => {
  let at: SignInWalk;
  let walk: Walk;
  let provider: OidcProvider;
  let url: string;
  beforeAll(async () => {
    at = await startSignInWalk(open);
    ({ walk, provider, url } = at);
  });
  afterAll(async () => {
    await at.close();
  });
  beforeEach(() => {
    provider.setMischief(null);
  });

  describe("lets nobody in", () => {
    it("whom the provider does not let in, or who does not go on there", async () => {
      for (const who of ["left", ""]) {
        const jar = openJar();
        const answer = await signInAs(jar, { url, person: who });
        expect(await at.refusal(jar, answer)).toMatch(/did not let you in/);
      }
    });

    it("with another state, none, or that of another browser", async () => {
      provider.setMischief({ state: "x".repeat(43) });
      const jar = openJar();
      expect(await at.refusal(jar, await signInAs(jar, { url, person: "ada" }))).toMatch(
        /This sign-in is over/,
      );
      provider.setMischief(null);
      const victim = openJar();
      const attackers = await chooseAt(openJar(), { url, person: "root" });
      expect(await at.refusal(victim, await victim.fetch(attackers))).toMatch(
        /This sign-in is over/,
      );
      await chooseAt(victim, { url, person: "ada" });
      expect(await at.refusal(victim, await victim.fetch(attackers))).toMatch(
        /This sign-in is over/,
      );
      const bare = openJar();
      expect(await at.refusal(bare, await bare.fetch(`${url}/auth/callback`))).toMatch(/is over/);
    });

    it("with a code or a state that was used", async () => {
      const jar = openJar();
      const back = await chooseAt(jar, { url, person: "ada" });
      const secret = jar.cookies.get("convene_sign_in") ?? "";
      expect((await jar.fetch(back)).status).toBe(303);
      const thief = openJar();
      thief.cookies.set("convene_sign_in", secret);
      expect(await at.refusal(thief, await thief.fetch(back))).toMatch(/This sign-in is over/);
      // The code of the former in an attempt of one's own: the verifier is another one.
      const own = openJar();
      const mine = new URL(await chooseAt(own, { url, person: "guest" }));
      const theirs = new URL(await chooseAt(openJar(), { url, person: "root" }));
      mine.searchParams.set("code", theirs.searchParams.get("code") ?? "");
      expect(await at.refusal(own, await own.fetch(mine.href))).toMatch(/does not hold/);
    });

    it("ten minutes after it was begun", async () => {
      const jar = openJar();
      const back = await chooseAt(jar, { url, person: "ada" });
      await walk.company.controls.advance(11);
      expect(await at.refusal(jar, await jar.fetch(back))).toMatch(/This sign-in is over/);
    });

    it.each([
      ["of another nonce", { claims: { nonce: "another" } }],
      ["of another issuer", { claims: { iss: "https://evil.test" } }],
      ["for another application", { claims: { aud: "another" } }],
      ["for several, and not ours to use", { claims: { aud: ["another"], azp: "another" } }],
      ["that is over", { claims: { exp: 1_000_000_000 } }],
      ["that another key has signed", { isForeign: true }],
      ["that nobody has signed", { isUnsigned: true }],
    ])("with a token %s", async (_, mischief) => {
      provider.setMischief(mischief);
      const jar = openJar();
      expect(await at.refusal(jar, await signInAs(jar, { url, person: "root" }))).toMatch(
        /does not hold/,
      );
    });

    it("without an address that the provider has confirmed", async () => {
      for (const claims of [
        { email_verified: false },
        { email_verified: "false" },
        { email_verified: "" },
        { email: "" },
      ]) {
        provider.setMischief({ claims });
        const jar = openJar();
        expect(await at.refusal(jar, await signInAs(jar, { url, person: "root" }))).toMatch(
          /no confirmed mail address/,
        );
      }
    });

    it("under the address of somebody who has signed in before", async () => {
      await at.signedIn("ada");
      provider.setMischief({ claims: { sub: "somebody-new", email: "ADA@house.test" } });
      const jar = openJar();
      expect(await at.refusal(jar, await signInAs(jar, { url, person: "root" }))).toMatch(
        /somebody else’s/,
      );
      expect(
        (await walk.api.ledger()).filter(({ type }) => type === "access.refused"),
      ).toMatchObject([{ actor: "nobody", data: { by: "sign-in", subject: "somebody-new" } }]);
    });

    it("from an answer that names another issuer (RFC 9207)", async () => {
      const jar = openJar();
      const back = new URL(await chooseAt(jar, { url, person: "ada" }));
      back.searchParams.set("iss", "https://evil.test");
      expect(await at.refusal(jar, await jar.fetch(back.href))).toMatch(/does not hold/);
    });
  });

  it.each([
    "//evil.test",
    "/\\evil.test",
    "\\evil.test",
    "https://evil.test/",
    "/\t/evil.test",
    "javascript:alert(1)",
    "/.//evil.test",
    "/auth/sign-in",
  ])("never sends anybody on to %s", async (to) => {
    const back = await signInAs(openJar(), { url, person: "ada", to });
    expect([back.status, back.headers.get("location")]).toEqual([303, "/"]);
  });
});
