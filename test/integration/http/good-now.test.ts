/** Whoever may not come in any more decides by no other way either, and is seen nowhere as somebody who can. */
import { expect, it, beforeEach } from "vitest";
import { listReachable } from "../../../src/cases/reachable-deciders.ts";
import { findAsker } from "../../../src/cases/known-askers.ts";
import { createManualClock } from "../../../src/clock.ts";
import type { Database } from "../../../src/db/port.ts";
import {
  type HandSet,
  holdGroupsFor,
  listAccounts,
  noteSignIn,
  setAccess,
} from "../../../src/http/auth/accounts.ts";
import { listSignIns } from "../../../src/http/auth/sign-ins.ts";
import {
  createKnownToken,
  findPrincipal,
  listAssistantTokens,
  revokeTokenById,
} from "../../../src/http/auth/tokens.ts";
import { randomIds } from "../../../src/identifiers.ts";
import { listDeciders } from "../../../src/policy/deciders.ts";
import { describeOneDatabase } from "../../support/database.ts";

const EMAIL = "ada@company.test";
const ADMIN = { id: "tok_0", name: "admin", role: "admin", scope: null, email: null } as const;

describeOneDatabase("embedded", "who is good now", (open) => {
  const clock = createManualClock(Temporal.Instant.from("2026-11-23T09:00:00Z"));
  let database: Database;
  beforeEach(async () => {
    database = await open();
  });
  const deps = () => ({ database, clock, ids: randomIds });
  const ADA = { name: EMAIL, role: "recruiter", email: EMAIL } as const;
  const hours = (count: number) => Temporal.Duration.from({ hours: count });

  /** By which ways somebody is somebody. */
  const ways = async (secret: string): Promise<Record<string, boolean>> => {
    const now = clock.now();
    const listUsers = async () => await Promise.resolve([]);
    const all = {
      door: await findPrincipal({ secret, isLooking: true }, deps()),
      decider: (await listDeciders(database, now)).some(({ name }) => name === EMAIL),
      reachable: (await listReachable(database, { listUsers, now })).length > 0,
      asker: await findAsker(database, { at: { email: EMAIL, person: null, name: null }, now }),
      seen: (await listSignIns({ ...ADMIN, via: "token" }, deps())).some(
        ({ name, kind }) => name === EMAIL && kind === "session",
      ),
    };
    return Object.fromEntries(Object.entries(all).map(([way, found]) => [way, Boolean(found)]));
  };
  const everywhere = (is: boolean) => ({
    door: is,
    decider: is,
    reachable: is,
    asker: is,
    seen: is,
  });
  const opener = async (validFor: Temporal.Duration | null = null) =>
    await createKnownToken({ ...ADA, kind: "token", validFor }, deps());
  const sessionOf = async (openedWith: string) =>
    await createKnownToken({ ...ADA, kind: "session", validFor: hours(12), openedWith }, deps());

  it("a session is so until the token that opened it is revoked", async () => {
    const token = await opener();
    const { secret } = await sessionOf(token.secret);
    expect(await ways(secret)).toEqual(everywhere(true));
    await revokeTokenById(token.id, deps());
    expect(await ways(secret)).toEqual(everywhere(false));
  });

  it("a session is so until the token that opened it is over", async () => {
    const { secret } = await sessionOf((await opener(hours(1))).secret);
    clock.advance(hours(2));
    expect(await ways(secret)).toEqual(everywhere(false));
  });

  it("a session is so until nothing was asked for in it for four hours", async () => {
    const { secret } = await sessionOf("the administrator's own, which is in no row");
    expect(await ways(secret)).toEqual({ ...everywhere(true), door: false });
    clock.advance(hours(5));
    expect(await ways(secret)).toEqual(everywhere(false));
  });

  it("an assistant's token is so until what its owner was signed in with is over", async () => {
    const { secret } = await opener(hours(1));
    const assistant = { label: "a", scopes: ["mcp:read"] as const };
    await createKnownToken(
      { ...ADA, kind: "token", validFor: hours(48), openedWith: secret, assistant },
      deps(),
    );
    const listed = async () => (await listAssistantTokens({ ownedBy: null }, deps())).length;
    expect(await listed()).toBe(1);
    clock.advance(hours(2));
    expect(await listed()).toBe(0);
    expect(await listDeciders(database, clock.now())).toEqual([]);
  });

  /** Who signed in with groups that give a role. Shape: a token of their assistant's, as long as one can be. */
  const byGroups = async (groupsHoldDays = 30): Promise<{ secret: string }> => {
    const role = { role: "recruiter", teams: null } as const;
    const person = { issuer: "https://idp.test", subject: "u-1", email: EMAIL, displayName: null };
    const { id } = await noteSignIn({ ...person, byGroups: role }, { ...deps(), groupsHoldDays });
    return await createKnownToken(
      {
        ...ADA,
        kind: "token",
        validFor: hours(365 * 24),
        accountId: id,
        assistant: { label: "a", scopes: ["mcp:read"] },
      },
      deps(),
    );
  };
  const byAccount = (is: boolean) => ({ ...everywhere(is), seen: false });
  const ROLE = { kind: "role", access: { role: "recruiter", teams: null, requisitions: null } };

  it("a role by groups is so until its person has not signed in for too long, and then again", async () => {
    const { secret } = await byGroups();
    clock.advance(hours(29 * 24));
    expect(await ways(secret)).toEqual(byAccount(true));
    clock.advance(hours(2 * 24));
    expect(await ways(secret)).toEqual(byAccount(false));
    await byGroups();
    expect(await ways(secret)).toEqual(byAccount(true));
  });

  it("a role set by hand is so until it is changed", async () => {
    const { secret } = await byGroups();
    await setAccess({ email: EMAIL, set: ROLE as HandSet, by: "admin" }, deps());
    clock.advance(hours(300 * 24));
    expect(await ways(secret)).toEqual(byAccount(true));
    await setAccess({ email: EMAIL, set: { kind: "groups" }, by: "admin" }, deps());
    expect(await ways(secret)).toEqual(byAccount(false));
  });

  it("how long groups hold is counted anew when it is set otherwise", async () => {
    const { secret } = await byGroups();
    clock.advance(hours(5 * 24));
    expect(await ways(secret)).toEqual(byAccount(true));
    await holdGroupsFor(3, deps());
    expect(await ways(secret)).toEqual(byAccount(false));
    const [account] = await listAccounts(deps());
    expect(account?.groupsUntil?.toString()).toBe(
      account?.signedInAt?.add(hours(3 * 24)).toString(),
    );
  });
});
