/** Where a policy asks for two people, people count: no assistant, and nobody who may not come in any more. */
import { expect, it } from "vitest";
import { createManualClock } from "../../../src/clock.ts";
import type { Database } from "../../../src/db/port.ts";
import { type NewToken, createKnownToken, revokeTokenById } from "../../../src/http/auth/tokens.ts";
import { randomIds } from "../../../src/identifiers.ts";
import { listDeciders } from "../../../src/policy/deciders.ts";
import { FIRST_POLICY, changePolicy } from "../../../src/policy/store.ts";
import { describeOneDatabase } from "../../support/database.ts";

const RITA = "rita@c.test";
const OMAR = "omar@c.test";
const hours = (count: number) => Temporal.Duration.from({ hours: count });

describeOneDatabase("embedded", "a policy that asks for two people", (open) => {
  const openHouse = async () => {
    const database: Database = await open();
    const clock = createManualClock(Temporal.Instant.from("2026-11-23T09:00:00Z"));
    const signIn = async (name: string, more: Partial<NewToken> = {}) =>
      await createKnownToken(
        { name, email: name, role: "admin", kind: "token", validFor: null, ...more },
        { database, clock, ids: randomIds },
      );
    const askForTwo = async () =>
      await changePolicy(database, clock, {
        policy: { ...FIRST_POLICY, rules: [{ answer: { do: "ask", fourEyes: true } }] },
        basedOn: 0,
        by: RITA,
        correlationId: "co",
      });
    const counted = async () => (await listDeciders(database, clock.now())).map(({ name }) => name);
    return { database, clock, signIn, askForTwo, counted };
  };
  const ONLY_RITA = {
    code: "input_invalid",
    message: `Rule 1 asks for two people, and only ${RITA} could decide.`,
  };
  const assistant = { label: "Her assistant", scopes: ["mcp:read", "mcp:approve"] as const };

  it("is refused where there is one, and assistants: hers, and one of a key that is no more", async () => {
    const { signIn, askForTwo, counted } = await openHouse();
    const { secret } = await signIn(RITA);
    await signIn(RITA, { openedWith: secret, assistant });
    await signIn("admin", { email: null, openedWith: "the former ADMIN_TOKEN", assistant });
    expect(await counted()).toEqual([RITA]);
    await expect(askForTwo()).rejects.toMatchObject(ONLY_RITA);
  });

  it("is refused where the others' sign-ins are revoked, or over", async () => {
    const { database, clock, signIn, askForTwo } = await openHouse();
    await signIn(RITA);
    const { id } = await signIn(OMAR);
    await signIn("paul@c.test", { validFor: hours(1) });
    await signIn("pia@c.test", { kind: "session", openedWith: "a key", validFor: hours(12) });
    await revokeTokenById(id, { database, clock });
    clock.advance({ hours: 5 });
    await expect(askForTwo()).rejects.toMatchObject(ONLY_RITA);
  });

  it("is taken where there are two", async () => {
    const { signIn, askForTwo } = await openHouse();
    await signIn(RITA);
    await signIn(OMAR);
    expect((await askForTwo()).version).toBe(1);
  });
});
