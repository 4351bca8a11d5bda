/** Who is told that a proposal waits for them, on lists and on its page, is who may approve it; everybody else is told why not, in the
 * words with which they would be refused. */
import { expect, it } from "vitest";
import { listDelegations } from "../../../src/cases/delegations.ts";
import type { ProposalRecord } from "../../../src/cases/records.ts";
import { ADMIN } from "../../../src/domain/administrator.ts";
import { removeAccount, setAccess } from "../../../src/http/auth/accounts.ts";
import { randomIds } from "../../../src/identifiers.ts";
import { describeOneDatabase } from "../../support/database.ts";
import {
  ADA,
  RITA,
  OMAR,
  PAULA,
  COMPANY,
  DECIDERS,
  openCompany,
  routesOf,
} from "../../support/asked-company.ts";

describeOneDatabase("embedded", "a proposal that waits", (openDatabase) => {
  it("is shown as theirs to whom a rule asks, and to nobody else", async () => {
    const { asking, whoMay, rule, shownTo, propose, by } = await openCompany(await openDatabase());
    await using _ = asking;
    expect(await whoMay()).toEqual(DECIDERS);
    await rule({ do: "ask", of: ["recruiter"] });
    expect(await whoMay()).toEqual([RITA, OMAR, PAULA]);
    await rule({ do: "ask", of: ["admin"], people: [RITA] });
    expect(await whoMay()).toEqual([ADA, ADMIN, RITA]);
    await rule({ do: "ask", people: [RITA], hours: 4, afterwards: "ask_admins" });
    expect(await whoMay()).toEqual([RITA]);
    const waiting = await propose();
    expect(await shownTo(by(ADA), waiting)).toBe(
      `This waits for ${RITA}, and 4 hours after it was proposed for any admin as well: a rule of the policy asks for them. You can still reject it.`,
    );
    asking.clock.advance({ hours: 5 });
    expect(await shownTo(by(ADA), waiting)).toBe(null);
    expect(await shownTo(by(OMAR), waiting)).toContain("and by now for any admin as well");
  });

  it("is everybody's who may decide where policy asks nobody", async () => {
    const { asking, whoMay, rule } = await openCompany(await openDatabase());
    await using _ = asking;
    await rule({ do: "perform", afterMinutes: 30 });
    expect(await whoMay()).toEqual(DECIDERS);
    await rule({ do: "observe" });
    expect(await whoMay()).toEqual(DECIDERS);
  });

  it("is their delegate's too, and admins' where nobody is left whom the rule asks", async () => {
    const database = await openDatabase();
    const { asking, whoMay, rule, away, shownTo, propose, by } = await openCompany(database);
    await using _ = asking;
    await rule({ do: "ask", people: [RITA] });
    await away(RITA, OMAR);
    expect(await whoMay()).toEqual([RITA, OMAR]);
    expect(await shownTo(by(PAULA), await propose())).toContain(
      `This waits for ${RITA}, or ${OMAR} in place of ${RITA}: a rule`,
    );
    await database.query("update api_tokens set revoked_at = now() where name = $1", [RITA]);
    const waiting = await propose();
    const yours = [];
    for (const one of COMPANY.filter(({ name }) => name !== RITA)) {
      if ((await shownTo(one, waiting)) === null) yours.push(one.name);
    }
    expect(yours).toEqual([ADA, ADMIN]);
    expect(await shownTo(by(PAULA), waiting)).toContain("nobody can decide any more");
    await away(ADA, PAULA);
    expect(await shownTo(by(PAULA), waiting)).toBe(null);
  });

  it("is admins' where what it is about is beyond the reach of all whom the rule asks", async () => {
    const database = await openDatabase();
    const { asking, rule, shownTo, propose, by } = await openCompany(database);
    await using _ = asking;
    const bound = async (name: string, team: string) =>
      await database.query("update api_tokens set teams = array[$2] where name = $1", [name, team]);
    await rule({ do: "ask", people: [RITA, OMAR], fourEyes: true });
    const waiting = await propose();
    await database.query("update cases set team = 'Platform'");
    await bound(RITA, "Nowhere");
    expect(await shownTo(by(ADA), waiting)).toContain(`This waits for ${RITA} or ${OMAR}`);
    await bound(OMAR, "Nowhere");
    expect(await shownTo(by(ADA), waiting)).toBe(null);
    expect(await shownTo(by(PAULA), waiting)).toContain("nobody can decide any more");
    // Nor is such a rule taken anew.
    await expect(rule({ do: "ask", people: [RITA] })).rejects.toMatchObject({
      code: "input_invalid",
      message:
        "Rule 1 asks rita@c.test, and nobody of them could decide where there are cases that it is about: it is beyond their reach.",
    });
    await bound(OMAR, "Platform");
    expect(await shownTo(by(OMAR), waiting)).toBe(null);
    expect(await shownTo(by(ADA), waiting)).toContain("This waits for");
  });

  it("is admins' as well while all whom a rule asks first are out of office, and for nobody else", async () => {
    const { asking, whoMay, rule, away, outOfOffice, shownTo, propose, by } = await openCompany(
      await openDatabase(),
    );
    await using _ = asking;
    const off = (...people: string[]) => {
      return async (proposal: ProposalRecord) => await outOfOffice(proposal, people);
    };
    await rule({ do: "ask", people: [RITA, OMAR], hours: 4, afterwards: "ask_admins" });
    expect(await whoMay(off(RITA))).toEqual([RITA, OMAR]);
    expect(await whoMay(off(RITA, OMAR))).toEqual([ADA, ADMIN, RITA, OMAR]);
    // What is known of one proposal counts for no other, in the list as in the act.
    expect(await whoMay()).toEqual([RITA, OMAR]);
    const waiting = await propose();
    expect(await shownTo(by(PAULA), waiting)).toContain("4 hours after it was proposed");
    await outOfOffice(waiting, [RITA, OMAR]);
    expect(await shownTo(by(PAULA), waiting)).toContain("and by now for any admin as well");
    // Their delegate holds it while they are there, and an admin's delegate is asked with the admin.
    await away(ADA, PAULA);
    expect(await shownTo(by(PAULA), waiting)).toBe(null);
    await away(RITA, PAULA);
    expect(await shownTo(by(ADA), waiting)).toContain("4 hours after it was proposed");
    await outOfOffice(waiting, [PAULA]);
    expect(await shownTo(by(ADA), waiting)).toBe(null);
    // Whoever a rule asks no more says nothing by being away.
    await rule({ do: "ask", people: [RITA], hours: 4, afterwards: "end" });
    expect(await whoMay(off(RITA, OMAR))).toEqual([RITA, PAULA]);
  });

  it("is not for the first of two again, nor for whoever acts in their place", async () => {
    const { asking, whoMay, rule, away, approve, by } = await openCompany(await openDatabase());
    await using _ = asking;
    await rule({ do: "ask", people: [RITA, ADA], fourEyes: true });
    await away(RITA, OMAR);
    const first = async (proposal: ProposalRecord) => await approve(proposal, by(RITA));
    expect(await whoMay(first)).toEqual([ADA]);
  });

  it("is never asked of whoever has only been given a name, and of a person by id or address", async () => {
    const { asking, rule, shownTo, signIn, propose } = await openCompany(await openDatabase());
    await using _ = asking;
    const real = { name: "grace@c.test", email: "grace@c.test", person: "user_grace" };
    const namesake = { name: "grace.h@c.test", email: "grace.h@c.test", person: "user_namesake" };
    const three = [
      await signIn(real),
      await signIn(namesake),
      await signIn({ name: "Grace Hopper", email: null, person: null }),
    ];
    const asked = async (people: string[]) => {
      await rule({ do: "ask", people });
      const waiting = await propose();
      return await Promise.all(three.map(async (by) => (await shownTo(by, waiting)) === null));
    };
    expect(await asked(["user_grace"])).toEqual([true, false, false]);
    expect(await asked(["Grace@C.test"])).toEqual([true, false, false]);
    expect(await asked(["user_namesake", "rita@c.test"])).toEqual([false, true, false]);
    await expect(asked(["Grace Hopper"])).rejects.toMatchObject({ code: "input_invalid" });
  });

  it("goes on to be of whoever a rule or a delegation from before names by their name alone", async () => {
    const database = await openDatabase();
    const { asking, ruleFromBefore, shownTo, signIn, propose, approve, by } =
      await openCompany(database);
    await using _ = asking;
    const users = await asking.deps.lever.listUsers();
    const [grace] = users.filter(
      ({ name, deactivated }) =>
        !deactivated && users.filter((other) => other.name === name).length === 1,
    );
    if (!grace) throw new Error("no user of Lever has a name of their own");
    const herself = await signIn({ name: "laptop", email: grace.email, person: null });
    const byHerName = await signIn({ name: grace.name, email: null, person: null });
    await ruleFromBefore({ do: "ask", people: [grace.name] });
    const waiting = await propose();
    expect(await shownTo(herself, waiting)).toBe(null);
    expect(await shownTo(byHerName, waiting)).toContain(`This waits for ${grace.name}: a rule`);
    await database.query(
      `insert into delegations (id, person, delegate, from_at, until_at, said_by, said_at)
       values ('dg_before', $1, $2, $3, $4, 'admin', $3)`,
      [
        grace.name,
        PAULA,
        asking.clock.now().toString(),
        asking.clock.now().add({ hours: 9 }).toString(),
      ],
    );
    expect(await shownTo(by(PAULA), waiting)).toBe(null);
    expect(await shownTo(by(OMAR), waiting)).toContain(`${PAULA} in place of ${grace.name}`);
    expect((await approve(waiting, herself)).proposal.status).toBe("approved");

    await signIn({ name: grace.name, email: "another@c.test", person: null });
    const ambiguous = await propose();
    expect(await shownTo(herself, ambiguous)).toContain("nobody can decide any more");
    expect(await shownTo(by(ADA), ambiguous)).toBe(null);
  });

  it("is not for one person twice, whatever their sign-ins are called", async () => {
    const { asking, rule, shownTo, signIn, propose, approve, by } = await openCompany(
      await openDatabase(),
    );
    await using _ = asking;
    const first = await signIn({ name: "Grace", email: "grace@c.test", person: null });
    const laptop = await signIn({ name: "Grace (laptop)", email: "GRACE@c.test", person: null });
    const inCapitals = await signIn({ name: "GRACE@C.TEST", email: null, person: null });
    const account = { ...by(OMAR), name: "grace@c.test", identity: "https://idp.test u-1" };
    const moved = { ...by(OMAR), name: "hopper@c.test", identity: "https://idp.test u-1" };
    await rule({ do: "ask", fourEyes: true });
    const waiting = await propose();
    await approve(waiting, first);
    for (const again of [first, laptop, inCapitals, account]) {
      const whyNot = "You have approved this already: a second person has to approve it too.";
      expect(await shownTo(again, waiting)).toBe(whyNot);
      await expect(approve(waiting, again)).rejects.toMatchObject({ message: whyNot });
    }
    expect(await shownTo(by(RITA), waiting)).toBe(null);
    const other = await propose();
    await approve(other, account);
    await expect(approve(other, moved)).rejects.toMatchObject({ code: "conflict" });
    expect((await approve(other, by(RITA))).proposal.status).toBe("approved");
  });

  it("is passed on by nobody to themselves under another name", async () => {
    const { asking, signIn, away } = await openCompany(await openDatabase());
    await using _ = asking;
    await signIn({ name: "grace@c.test", email: "grace@c.test", person: "user_grace" });
    await signIn({ name: "hopper@c.test", email: "hopper@c.test", person: "user_grace" });
    await expect(away("grace@c.test", "hopper@c.test")).rejects.toMatchObject({
      message: "Nobody is their own delegate.",
    });
    await expect(away("grace@c.test", "GRACE@c.test")).rejects.toMatchObject({
      message: "Nobody is their own delegate.",
    });
  });

  it("is no delegate's of whoever had their address before, once that account is removed", async () => {
    const database = await openDatabase();
    const { asking, rule, away, shownTo, propose, by } = await openCompany(database);
    await using _ = asking;
    const deps = { ...asking.deps, ids: randomIds };
    const access = { role: "recruiter", teams: null, requisitions: null } as const;
    const set = { kind: "role", access } as const;
    const account = await setAccess({ email: "Omar@c.test", set, by: "admin" }, deps);
    await rule({ do: "ask", people: [RITA] });
    await away(RITA, OMAR);
    const waiting = await propose();
    expect(await shownTo(by(OMAR), waiting)).toBe(null);
    expect(await removeAccount({ id: account.id, by: "admin" }, deps)).toBe(true);
    expect(await shownTo(by(OMAR), waiting)).toContain(`This waits for ${RITA}: a rule`);
    expect(await listDelegations(database, asking.clock.now())).toEqual([]);
  });

  it("is told of in as many statements in a list of many as in one of one", async () => {
    const database = await openDatabase();
    const { asking, propose, by } = await openCompany(database);
    await using _ = asking;
    const asked: string[] = [];
    const counted = new Proxy(database, {
      get: (target, key) => {
        const found: unknown = Reflect.get(target, key, target);
        if (typeof found !== "function") return found;
        return (...args: unknown[]) => {
          if (key === "query") asked.push(String(args[0]));
          return found.apply(target, args) as unknown;
        };
      },
    });
    const ask = routesOf({ ...asking.deps, database: counted });
    const statements = async () => {
      asked.length = 0;
      const list = await ask<{ items: unknown[] }>("/api/proposals", by(ADA), {
        query: { status: "waiting" },
      });
      const about = asked.filter((sql) =>
        /api_tokens|delegations|polic|aedt|asked_absences/.test(sql),
      );
      return [list.items.length, about.length];
    };
    await propose();
    const [, few] = await statements();
    expect(asked.filter((sql) => sql.includes("asked_absences"))).toHaveLength(1);
    for (let more = 0; more < 6; more += 1) await propose();
    expect(await statements()).toEqual([7, few]);
  });
});
