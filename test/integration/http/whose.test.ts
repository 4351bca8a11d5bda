/** Whose sessions and tokens are goes by the person or the very token, and all that acts as somebody ends with their access. */
import { expect, it, beforeEach } from "vitest";
import { createManualClock } from "../../../src/clock.ts";
import type { Database } from "../../../src/db/port.ts";
import {
  type HandSet,
  listAccounts,
  noteSignIn,
  removeAccount,
  setAccess,
} from "../../../src/http/auth/accounts.ts";
import type { Principal } from "../../../src/http/auth/principal.ts";
import { endAllOfOwner, endSignIn, listSignIns } from "../../../src/http/auth/sign-ins.ts";
import {
  type NewToken,
  createKnownToken,
  findPrincipal,
  listAssistantTokens,
  revokeTokenById,
} from "../../../src/http/auth/tokens.ts";
import { randomIds } from "../../../src/identifiers.ts";
import { describeOneDatabase } from "../../support/database.ts";

const INES = "ines@company.test";
const ADMIN: Principal = { name: "admin", role: "admin", scope: null, email: null, via: "token" };

describeOneDatabase("embedded", "whose a sign-in is", (open) => {
  const clock = createManualClock(Temporal.Instant.from("2026-11-23T09:00:00Z"));
  let database: Database;
  beforeEach(async () => {
    database = await open();
  });
  const deps = () => ({ database, clock, ids: randomIds });
  const make = async (name: string, more: Partial<NewToken> = {}) =>
    await createKnownToken(
      {
        name,
        role: "recruiter",
        kind: "token",
        validFor: Temporal.Duration.from("PT48H"),
        ...more,
      },
      deps(),
    );
  const who = async (secret: string) => await findPrincipal({ secret }, deps());
  const known = async (secret: string): Promise<Principal> => {
    const found = await who(secret);
    if (!found) throw new Error("it opens nothing");
    return found;
  };
  const assistant = { label: "a", scopes: ["mcp:read"] as const };

  /** All that acts as Ines: of her account, made for her by her Lever user (once under a former address), by her address in capitals. */
  const waysOfInes = async () => {
    const groups = { role: "recruiter", teams: null } as const;
    const subject = { issuer: "https://idp.test", subject: "u-1", displayName: null };
    const deps_ = { ...deps(), groupsHoldDays: 30 };
    const { id } = await noteSignIn({ ...subject, email: INES, byGroups: groups }, deps_);
    const made = [
      await make(INES, { email: INES, accountId: id, kind: "session" }),
      await make(INES, { email: INES, person: "lever-ines" }),
      await make("ines.before@company.test", { person: "lever-ines" }),
      await make("INES@Company.test", { assistant }),
    ];
    return { account: id, made };
  };
  const NONE: HandSet = { kind: "none" };

  it.each([
    ["taken away", async () => await setAccess({ email: INES, set: NONE, by: "rita" }, deps())],
    [
      "forgotten",
      async () => {
        const [account] = await listAccounts(deps());
        await removeAccount({ id: account?.id ?? "", by: "rita" }, deps());
      },
    ],
  ])(
    "ends with the access of its person that is %s, and stands in the ledger",
    async (_, takeAway) => {
      const { made } = await waysOfInes();
      const other = await make("omar@company.test", { person: "lever-omar" });
      const program = await make("ines");
      await takeAway();
      for (const { secret } of made) expect(await who(secret)).toBeNull();
      for (const { secret } of [other, program]) expect(await who(secret)).not.toBeNull();
      const ended = await database.query<{ actor: string; id: string; name: string }>(
        `select actor, data ->> 'tokenId' as id, data ->> 'name' as name from ledger
       where type in ('token.revoked', 'session.ended')`,
      );
      expect(ended.map(({ actor }) => actor)).toEqual(Array(4).fill("rita"));
      const names = new Set(ended.map(({ name }) => name.toLowerCase()));
      expect([...names].toSorted()).toEqual(["ines.before@company.test", INES]);
      expect(ended.map(({ id }) => id).toSorted()).toEqual(made.map(({ id }) => id).toSorted());
    },
  );

  it("ends by a sign-in without a role what is of the account, and nothing that an admin has made beside it", async () => {
    const { made } = await waysOfInes();
    const person = { issuer: "https://idp.test", subject: "u-1", email: INES, displayName: null };
    await noteSignIn({ ...person, byGroups: null }, { ...deps(), groupsHoldDays: 30 });
    const left = await Promise.all(made.map(async ({ secret }) => (await who(secret)) !== null));
    expect(left).toEqual([false, true, true, true]);
  });

  it("is not another program's of the same name", async () => {
    const [one, other] = [await make("shared"), await make("shared", { role: "auditor" })];
    const auditor = await known(other.secret);
    const own = (await listSignIns(auditor, deps())).filter(({ isOwn }) => isOwn);
    expect(own.map(({ id }) => id)).toEqual([other.id]);
    expect(await endSignIn(one.id, auditor, deps())).toBe(false);
    const theirs = await make("shared", { openedWith: one.secret, assistant });
    expect(await listAssistantTokens({ ownedBy: auditor }, deps())).toEqual([]);
    expect(await revokeTokenById(theirs.id, deps(), { ownedBy: auditor })).toBe(false);
    expect(await who(one.secret)).not.toBeNull();
    const owner = await known(one.secret);
    expect((await listAssistantTokens({ ownedBy: owner }, deps())).map(({ id }) => id)).toEqual([
      theirs.id,
    ]);
    expect(await endSignIn(theirs.id, owner, deps())).toBe(true);
  });

  it("ends everywhere with all of one owner, and nobody else of that name", async () => {
    const [one, other] = [await make("shared"), await make("shared")];
    const session = await make("shared", { kind: "session", openedWith: one.secret });
    expect(await endAllOfOwner(session.id, ADMIN, deps())).toBe(2);
    expect(await who(other.secret)).not.toBeNull();
    const { made } = await waysOfInes();
    expect(await endAllOfOwner(made[1]?.id ?? "", ADMIN, deps())).toBe(4);
  });

  it("is the same person's, whatever it is called", async () => {
    const { made } = await waysOfInes();
    const [session] = made;
    const own = await listSignIns(await known(session?.secret ?? ""), deps());
    expect(own.filter(({ isOwn }) => isOwn)).toHaveLength(3);
  });
});
